import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import type { PrivateServer } from '../../scripts/infrastructure/processes.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { services } from '../../scripts/system/databases.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

// Servers that may be killed can only be started where their programs are.
const skip = mysqlIsInstalled() && redisIsInstalled() ? false : 'the programs of MySQL and Redis are not installed'

let mysql: PrivateServer
let redis: PrivateServer
let system: TestSystem
let user: Person
let roomId: string
let directory: string

const hour = 3_600_000
const tomorrow = Math.ceil(Date.now() / hour) * hour + 24 * hour
const slot = (hours: number): { startsAt: string, endsAt: string } => ({ startsAt: new Date(tomorrow + hours * hour).toISOString(), endsAt: new Date(tomorrow + (hours + 1) * hour).toISOString() })

const allDay = { opens: '00:00', closes: '24:00' }
const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

t.before(async () => {
  if (skip) return
  directory = await mkdtemp(join(tmpdir(), 'outage-'))
  mysql = await startPrivateMysql({ directory: join(directory, 'mysql') })
  redis = await startPrivateRedis({ directory: join(directory, 'redis') })
  t.teardown(async () => {
    await Promise.all([mysql.stop(), redis.stop()])
    await rm(directory, { recursive: true, force: true })
  })
  system = await testSystem(t, {}, { mysqlUrl: mysql.url, redisUrl: redis.url })
  user = await system.person()
  const manager = await system.person('facility_manager')
  roomId = (await system.rooms.createRoom({ body: { name: 'Outage', capacity: 8, floor: 1, building: 'B', timeZone: 'UTC', openingHours } }, manager)).id
})

t.test('everything goes on while Redis is down, and uses it again afterwards', { skip }, async t => {
  redis.kill()
  t.ok(await until(async () => (await system.send('rooms', '/ready')).json.dependencies.find(({ name }: { name: string }) => name === 'cache').status === 'down', 10_000), 'the cache is reported down')
  t.equal((await system.send('rooms', '/ready')).status, 200, 'and is not needed')

  const { accessToken: token } = await system.users.login({ body: { login: user.user.username, password: user.password } })
  t.equal((await system.rooms.getRoom({ params: { roomId } }, { token })).id, roomId)
  const booking = await system.bookings.createBooking({ body: { roomId, title: 'Without Redis', ...slot(0) } }, { token })
  t.equal((await system.bookings.getBooking({ params: { bookingId: booking.id } }, { token })).status, 'confirmed')

  redis = await startPrivateRedis({ directory: join(directory, 'redis'), port: redis.port })
  t.ok(await until(async () => (await system.send('rooms', '/ready')).json.dependencies.every(({ status }: { status: string }) => status === 'up'), 10_000), 'the cache comes back by itself')
})

t.test('what needs the database is 503 with Retry-After while it is down, and goes on afterwards', { skip }, async t => {
  mysql.kill()
  t.ok(await until(async () => (await system.send('bookings', '/ready')).status === 503, 10_000), 'the service is not ready')
  t.equal((await system.send('bookings', '/health')).status, 200, 'but alive')

  for (const [service, path, options] of [
    ['bookings', '/api/v1/bookings', { token: user.token }],
    ['bookings', '/api/v1/bookings', { method: 'POST', token: user.token, body: { roomId, title: 'No database', ...slot(2) } }],
    ['users', '/api/v1/auth/login', { method: 'POST', body: { login: user.user.username, password: user.password } }],
    ['reviews', '/api/v1/reviews', { token: user.token }]
  ] as const) {
    const { status, headers, json } = await system.send(service, path, options)
    t.same([status, json.code], [503, 'dependency.unavailable'], `${service} ${path}`)
    t.match(headers['retry-after'], /^\d+$/)
    t.notMatch(json.message, /ECONN|127\.0\.0\.1|mysql/i, 'nothing internal leaks')
  }

  mysql = await startPrivateMysql({ directory: join(directory, 'mysql'), port: mysql.port })
  t.ok(await until(async () => (await system.send('bookings', '/ready')).status === 200, 15_000), 'ready again')
  const { items } = await system.bookings.listBookings({}, user)
  t.same(items.map(({ title }) => title), ['Without Redis'], 'what was refused left nothing behind')
  await system.bookings.createBooking({ body: { roomId, title: 'After the outage', ...slot(4) } }, user)
  for (const service of services) t.ok(await until(async () => (await system.send(service, '/ready')).status === 200, 15_000), `${service} is ready`)
  await system.sql.rooms.execute('UPDATE room SET description = \'seen anew\'')
  await system.apps.rooms.cache.invalidate(`room:${roomId}`, 'catalogue')
  t.equal((await system.rooms.getRoom({ params: { roomId } }, user)).description, 'seen anew', 'rooms reads its database again')
})
