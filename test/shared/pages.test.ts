import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { DependencyState } from '../../shared/contract/generated/users.schemas.ts'
import { sharedSystem, type TestSystem } from '../support/system.ts'
import { silentWay } from '../support/unreliable-way.ts'

let system: TestSystem
t.before(async () => { system = await sharedSystem(t) })

t.test('every service serves its contract, its documentation and its state', async t => {
  for (const service of ['users', 'rooms', 'bookings', 'reviews'] as const) {
    const contract = await system.send(service, '/openapi.json')
    t.same(contract.json, JSON.parse(await readFile(join(import.meta.dirname, `../../shared/contract/generated/${service}.json`), 'utf8')), `${service}: the document is the generated one`)
    t.match((await system.send(service, '/events.json')).json, { info: { title: 'Events' } })
    t.match(await system.send(service, '/docs/events'), { status: 200, headers: { 'content-type': /^text\/html/ }, text: /<title>Events – Smart Meeting Room</ })
    t.match((await system.send(service, '/docs')).text, `<title>${contract.json.info.title} – Smart Meeting Room<`)
    t.match((await system.send(service, '/health')).json, { status: 'ok', service, version: contract.json.info.version })
    const dependencies = async (): Promise<DependencyState[]> => (await system.send(service, '/ready')).json.dependencies
    t.ok(await until(async () => (await dependencies()).every(({ status }) => status === 'up'), 10_000), 'a service serves before the queue is connected')
    t.same((await dependencies()).map(({ name }) => name).sort(), ['cache', 'database', 'queue', ...(service === 'rooms' || service === 'bookings' ? ['service_token'] : [])])
    t.match(await system.metrics(service), new RegExp(`http_request_duration_seconds_count{service="${service}"[^}]*operation="getHealth"`))
  }
})

t.test('/docs shows the contract, and its scripts may run', async t => {
  const page = await system.send('rooms', '/docs')
  t.match(page, { status: 200, headers: { 'content-type': /^text\/html/ } })
  const policy = Object.fromEntries((page.headers['content-security-policy'] ?? '').split(';').map(part => part.trim().split(/\s+/)).map(([name, ...sources]) => [name ?? '', sources]))
  t.ok(policy['script-src']?.includes("'self'"), `scripts of its own may run: ${JSON.stringify(policy)}`)
  t.notOk(policy['script-src']?.includes("'unsafe-inline'"), 'and no others')
  t.notMatch(page.text, /<script(?![^>]*\bsrc=)[^>]*>[^<]*\S/, 'it has no inline script')
  const resources = [...page.text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, reference]) => new URL(reference as string, `${system.urls.rooms}/docs`))
  t.ok(resources.length > 3)
  for (const { origin, pathname } of resources) {
    t.equal(origin, system.urls.rooms, 'everything is its own')
    const resource = await system.send('rooms', pathname)
    t.equal(resource.status, 200, pathname)
    t.equal(resource.headers['x-content-type-options'], 'nosniff')
  }
  t.notOk(policy['upgrade-insecure-requests'], 'on plain HTTP there is nothing to upgrade to')
  t.match((await system.send('rooms', '/docs/json')).json, { openapi: '3.1.0' })
})

t.test('metrics are served on a port of their own, and not on that of the service', async t => {
  const port = await freePort()
  const url = await system.anotherInstance('rooms', { environment: { METRICS_PORT: String(port) } })
  t.match(await system.send(`http://127.0.0.1:${port}`, '/metrics'), { status: 200, headers: { 'content-type': /^text\/plain/ }, text: /http_requests_in_flight\{service="rooms"\}/ })
  t.match(await system.send(`http://127.0.0.1:${port}`, '/api/v1/rooms'), { status: 404, json: { code: 'request.not_found' } })
  t.match(await system.send(url, '/metrics'), { status: 404, json: { code: 'request.not_found' } })
})

t.test('Strict-Transport-Security is sent where TLS is in front, and / leads to /docs', async t => {
  t.match(await system.send('rooms', '/'), { status: 302, headers: { location: '/docs', 'strict-transport-security': undefined } })
  const behindTls = await system.anotherInstance('rooms', { environment: { PUBLIC_URL: 'https://rooms.example' } })
  t.match((await system.send(behindTls, '/health')).headers, { 'strict-transport-security': /^max-age=/ })
})

t.test('/ready says that the queue is down while the broker hangs', async t => {
  const way = await silentWay(t, system.servers.rabbitmqUrl)
  const url = await system.anotherInstance('rooms', { environment: { RABBITMQ_URL: way.url } })
  const queueIs = async (status: string): Promise<boolean> => {
    const answer = await system.send(url, '/ready')
    t.equal(answer.status, 200, 'a service does without it')
    return (answer.json.dependencies as DependencyState[]).some(each => each.name === 'queue' && each.status === status)
  }
  t.ok(await until(async () => await queueIs('up'), 30_000), 'up')
  way.setSilent(true)
  t.ok(await until(async () => await queueIs('down'), 8_000), 'down, though the connection is there')
  way.setSilent(false)
  t.ok(await until(async () => await queueIs('up'), 30_000), 'and up again')
})
