import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { parse } from 'yaml'
import { until } from '../../scripts/infrastructure/until.ts'
import { providePromtool, runPromtool } from '../../scripts/monitoring/promtool.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { catalogue } from '../../shared/errors.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

const operations = join(import.meta.dirname, '../../ops')
const prometheus = join(operations, 'prometheus')
const promtool = await providePromtool()

interface Rule { record?: string, alert?: string, expr: string, annotations?: Record<string, string> }
interface Dashboard { uid: string, title: string, panels: Array<{ id: number, title: string, targets?: Array<{ expr: string }> }> }

const read = async (...path: string[]): Promise<string> => await readFile(join(operations, ...path), 'utf8')
const rules = (await Promise.all(['recording-rules.yml', 'alert-rules.yml'].map(async name => (parse(await read('prometheus', name)) as { groups: Array<{ rules: Rule[] }> }).groups.flatMap(group => group.rules)))).flat()
const dashboards = await Promise.all((await readdir(join(operations, 'grafana/dashboards'))).map(async name => JSON.parse(await read('grafana/dashboards', name)) as Dashboard))
const expressions = [
  ...rules.map(({ record, alert, expr }) => ({ where: record ?? alert ?? '', expr })),
  ...dashboards.flatMap(({ title, panels }) => panels.flatMap(panel => (panel.targets ?? []).map(({ expr }) => ({ where: `${title}: ${panel.title}`, expr }))))
]

let system: TestSystem
t.before(async () => {
  system = await testSystem(t)
})

const scrape = async (service: Service): Promise<string> => await system.metrics(service)
/** The value of a series; the first whose labels hold all that is given. */
function valueOf (text: string, name: string, ...labels: string[]): number | undefined {
  const line = text.split('\n').find(line => line.startsWith(`${name}{`) && labels.every(label => line.includes(label)))
  return line === undefined ? undefined : Number(line.split(' ').at(-1))
}

/** The metrics that an expression of PromQL names. */
function metricsOf (expression: string): string[] {
  const bare = expression
    .replaceAll(/\{[^}]*\}/g, '{}').replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '')
  return [...bare.matchAll(/[a-zA-Z_:][\w:]*(?![\w:]*\s*\()/g)].map(([name]) => name).filter(name => !['and', 'or', 'unless', 'bool', 'offset'].includes(name))
}

t.test('promtool finds no fault in the configuration and rules, and every alert fires when it should', { skip: promtool === undefined && 'promtool, of the Debian package prometheus, is not installed' }, async () => {
  for (const command of ['check config prometheus.yml', 'check rules recording-rules.yml alert-rules.yml', 'test rules rules.test.yml']) {
    await runPromtool(promtool as string, prometheus, ...command.split(' '))
  }
})

t.test('every metric and every code that a rule or a panel names exists', async t => {
  const texts = await Promise.all(services.map(scrape))
  const served = new Set(texts.flatMap(text => [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) => type === 'histogram' ? ['_bucket', '_sum', '_count'].map(suffix => name + suffix) : [name])))
  const known = new Set([...served, ...rules.map(({ record }) => record), 'up', 'ALERTS'])
  t.ok(served.size > 40, `${served.size} metrics are served`)
  for (const { where, expr } of expressions) {
    t.same(metricsOf(expr).filter(name => !known.has(name)), [], where)
    for (const [, codes = ''] of expr.matchAll(/\bcode=~?"([^"]+)"/g)) {
      for (const code of codes.split('|')) t.ok(Object.keys(catalogue).some(each => new RegExp(`^${code}$`).test(each)), `${where}: ${code}`)
    }
  }
  const named = new Set(expressions.flatMap(({ expr }) => metricsOf(expr)))
  t.same([...served].filter(name => !named.has(name) && !/^(process_|nodejs_|.*_(sum|count|bucket)$)/.test(name)), [], 'and no metric of ours is shown nowhere')
})

t.test('dashboards are valid, and every alert is explained', async t => {
  t.same(dashboards.map(({ uid }) => uid).sort(), ['business', 'system', ...services].sort())
  for (const { uid, panels } of dashboards) t.equal(new Set(panels.map(({ id }) => id)).size, panels.length, uid)
  const page = await readFile(join(import.meta.dirname, '../../docs/alerts.md'), 'utf8')
  const anchors = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(/[^a-z -]/g, '').replaceAll(' ', '-')).sort()
  const alerts = rules.flatMap(({ alert }) => alert === undefined ? [] : [`alert-${alert.replaceAll(/\B[A-Z]/g, '-$&').toLowerCase()}`]).sort()
  t.same(anchors, alerts)
  for (const { alert, annotations } of rules) if (alert !== undefined) t.match(annotations, { summary: /./, description: /./, runbook_url: `docs/alerts.md#alert-${alert.replaceAll(/\B[A-Z]/g, '-$&').toLowerCase()}` })
})

t.test('no label can be made up by a caller', async t => {
  for (const path of ['/made-up-1', '/made-up-2', '/api/v1/rooms/made-up-3', '/api/v1/rooms?made-up-4=1', '/made-up-5/%zz']) await system.send('rooms', path)
  await system.send('rooms', '/made-up-6', { method: 'PROPFIND' })
  const text = await scrape('rooms')
  t.notMatch(text, /made-up/)
  t.ok((valueOf(text, 'http_request_duration_seconds_count', 'method="GET"', 'operation="none"', 'status="404"') ?? 0) >= 2, 'what there is not counts as none')
})

t.test('what people do shows in the metrics', async t => {
  const [manager, person] = [await system.person('facility_manager'), await system.person()]
  const { id: roomId } = await system.rooms.createRoom({ body: { name: 'Aurora', capacity: 8, floor: 1, building: 'North', timeZone: 'UTC' } }, manager)
  const day = Math.ceil(Date.now() / 86_400_000) * 86_400_000
  const body = { roomId, title: 'Planning', startsAt: new Date(day + 12 * 3_600_000).toISOString(), endsAt: new Date(day + 13 * 3_600_000).toISOString() }
  const { id: bookingId } = await system.bookings.createBooking({ body }, person)
  await t.rejects(system.bookings.createBooking({ body }, person), { code: 'booking.conflict' })
  await system.bookings.createBooking({ body: { ...body, startsAt: body.endsAt, endsAt: new Date(day + 14 * 3_600_000).toISOString(), dryRun: true } }, person)
  await system.bookings.cancelBooking({ params: { bookingId }, body: {} }, person)
  // Under way since half an hour ago, which nobody could book through the contract.
  const now = Date.now()
  await system.sql.bookings.execute('UPDATE booking SET status = ?, starts_at = ?, ends_at = ? WHERE id = ?', ['confirmed', new Date(now - 1_800_000), new Date(now + 1_800_000), bookingId])
  const bookings = await scrape('bookings')
  t.equal(valueOf(bookings, 'booking_changes_total', 'action="created"'), 1, 'a dry run is no booking')
  t.equal(valueOf(bookings, 'booking_changes_total', 'action="cancelled"'), 1)
  t.equal(valueOf(bookings, 'http_failures_total', 'code="booking.conflict"'), 1)
  t.equal(valueOf(bookings, 'rooms_in_use'), 1)
  t.equal(valueOf(bookings, 'circuit_breaker_state', 'target="rooms"'), 0)
  t.equal(valueOf(bookings, 'database_pool_size'), Number(system.options.environment?.['DATABASE_POOL_SIZE']))
  t.ok((valueOf(bookings, 'database_pool_connections', 'state="idle"') ?? 0) >= 1)
  t.ok((valueOf(bookings, 'database_pool_wait_seconds_count') ?? 0) > 5)
  t.equal(valueOf(bookings, 'http_requests_in_flight'), 0, 'a scrape is no request of the service')

  await system.rooms.getRoom({ params: { roomId } }, person)
  await system.rooms.getRoom({ params: { roomId } }, person)
  const rooms = await scrape('rooms')
  t.equal(valueOf(rooms, 'rooms_bookable'), 1)
  t.ok((valueOf(rooms, 'cache_reads_total', 'kind="room"', 'outcome="hit"') ?? 0) >= 1)
  t.ok((valueOf(rooms, 'cache_reads_total', 'kind="room"', 'outcome="miss"') ?? 0) >= 1)
  t.ok((valueOf(rooms, 'cache_reads_total', 'kind="session"', 'outcome="hit"') ?? 0) >= 1)

  for (let guess = 0; guess < 6; guess++) await system.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: person.user.username, password: 'wrong-password' } })
  const users = await scrape('users')
  t.equal(valueOf(users, 'http_failures_total', 'code="auth.credentials_wrong"'), 5)
  t.equal(valueOf(users, 'http_failures_total', 'code="auth.locked"'), 1)
  t.equal(valueOf(users, 'account_lockouts_total'), 1)
  t.ok(await until(async () => {
    const text = await scrape('users')
    return (valueOf(text, 'events_consumed_total', 'type="booking.cancelled"', 'outcome="done"') ?? 0) === 1 && valueOf(text, 'event_queue_messages', 'state="waiting"') === 0
  }, 15_000), 'events are consumed, and none waits')
  t.equal(valueOf(await scrape('users'), 'event_queue_messages', 'state="dead"'), 0)
  t.ok((valueOf(await scrape('users'), 'events_lag_seconds_count') ?? 0) >= 2)
})
