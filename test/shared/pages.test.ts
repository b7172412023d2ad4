import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { until } from '../../scripts/infrastructure/until.ts'
import type { DependencyState } from '../../shared/contract/generated/users.schemas.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
t.before(async () => { system = await testSystem(t) })

t.test('every service serves its contract, its documentation, its metrics and its state', async t => {
  for (const service of ['users', 'rooms', 'bookings', 'reviews'] as const) {
    const contract = await system.send(service, '/openapi.json')
    t.same(contract.json, JSON.parse(await readFile(join(import.meta.dirname, `../../shared/contract/generated/${service}.json`), 'utf8')), `${service}: the document is the generated one`)
    t.match((await system.send(service, '/events.json')).json, { info: { title: 'Events' } })
    t.match(await system.send(service, '/docs/events'), { status: 200, headers: { 'content-type': /^text\/html/ } })
    t.match((await system.send(service, '/health')).json, { status: 'ok', service, version: contract.json.info.version })
    const dependencies = async (): Promise<DependencyState[]> => (await system.send(service, '/ready')).json.dependencies
    t.ok(await until(async () => (await dependencies()).every(({ status }) => status === 'up'), 10_000), 'a service serves before the queue is connected')
    t.same((await dependencies()).map(({ name }) => name).sort(), ['cache', 'database', 'queue', ...(service === 'rooms' || service === 'bookings' ? ['service_token'] : [])])
    const metrics = await system.send(service, '/metrics')
    t.match(metrics, { status: 200, headers: { 'content-type': /^text\/plain/ }, text: new RegExp(`http_request_duration_seconds_count{service="${service}"[^}]*operation="getHealth"`) })
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
  t.match((await system.send('rooms', '/docs/json')).json, { openapi: '3.1.0' })
})
