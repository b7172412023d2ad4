import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import amqplib from 'amqplib'
import mysql, { type Pool, type RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { request } from 'undici'
import { listQueues, type QueueState } from '../../scripts/events/queues.ts'
import { mysqlIsInstalled } from '../../scripts/infrastructure/mysql.ts'
import { rabbitmqIsInstalled } from '../../scripts/infrastructure/rabbitmq.ts'
import { redisIsInstalled } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { startPrivateSystem, type PartName, type PrivateSystem } from '../../scripts/system/private-system.ts'
import { createClient, type Client } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { brokenInvariants } from '../bookings/invariants.ts'
import { conformance } from '../support/conformance.ts'
import { randomOf } from '../../scripts/test/random.ts'
import { seedOf } from '../support/random.ts'

// Servers that may be killed can only be started where their programs are.
const skip = mysqlIsInstalled() && redisIsInstalled() && rabbitmqIsInstalled() ? false : 'the programs of MySQL, Redis and RabbitMQ are not installed'
const wanted = 2_000
const bookers = 10
const rooms = 20
const killsOfEach = 3
const victims: PartName[] = ['rabbitmq', 'users', 'mysql']
const exchange = 'smart-meeting-room'
t.setTimeout(1_800_000)

interface Booker { id: string, token: string }

let system: PrivateSystem
let directory: string
let usersSql: Pool
let bookingsSql: Pool
let usersClient: Client<UsersOperations>
let roomsClient: Client<RoomsOperations>

t.before(async () => {
  if (skip) return
  directory = await mkdtemp(join(tmpdir(), 'delivery-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  system = await startPrivateSystem({ root: join(import.meta.dirname, '../..'), directory, environment: { LOG_LEVEL: 'warn', CALL_DEADLINE_MILLISECONDS: '15000', REDIS_DEADLINE_MILLISECONDS: '10000', PASSWORD_MEMORY_KIB: '1024', RATE_LIMIT_PER_MINUTE: '1000000', MAILS_PER_HOUR: '1000000' } })
  usersSql = mysql.createPool({ uri: system.options.databaseUrls.users, timezone: 'Z', connectionLimit: 2 })
  bookingsSql = mysql.createPool({ uri: system.options.databaseUrls.bookings, timezone: 'Z', connectionLimit: 2 })
  usersClient = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: system.urls.users, deadlineMilliseconds: 20_000 })
  roomsClient = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: system.urls.rooms, deadlineMilliseconds: 20_000 })
  t.teardown(async () => {
    await Promise.all([usersSql.end(), bookingsSql.end(), usersClient.close(), roomsClient.close()])
    await system.stop()
  })
})

async function registerBooker (): Promise<Booker> {
  const username = `b-${randomBytes(6).toString('hex')}`
  const { user } = await usersClient.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Bo Booker', password: `${username}-secret` } })
  await usersSql.execute('UPDATE user SET role = \'facility_manager\' WHERE id = ?', [user.id])
  return { id: user.id, token: (await usersClient.login({ body: { login: username, password: `${username}-secret` } })).accessToken }
}

async function ask (pool: Pool, sql: string, values: string[] = []): Promise<RowDataPacket[]> {
  return (await pool.query<RowDataPacket[]>(sql, values))[0]
}

async function queues (): Promise<QueueState[]> {
  const connection = await amqplib.connect(system.options.rabbitmqUrl)
  try {
    return await listQueues(connection, exchange, ['users'])
  } finally {
    await connection.close()
  }
}

/** Asks again and again, as a client would, until the booking is acknowledged. */
async function bookUntilAcknowledged (booker: Booker, key: string, body: object, check: ReturnType<typeof conformance>): Promise<string> {
  for (;;) {
    const answer = await request(`${system.urls.bookings}/api/v1/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${booker.token}`, 'idempotency-key': key },
      body: JSON.stringify(body),
      headersTimeout: 30_000
    })
    const text = await answer.body.text()
    const faults = check({ method: 'POST', url: '/api/v1/bookings', status: answer.statusCode, headers: answer.headers as Record<string, string>, body: text })
    if (faults.length > 0) throw new Error(faults.join('\n'))
    const { id, code } = JSON.parse(text) as { id: string, code?: string }
    if (answer.statusCode === 201) return id
    if (answer.statusCode !== 503 && code !== 'idempotency.in_progress') throw new Error(`A booking was answered ${answer.statusCode}: ${text}`)
    await delay(100)
  }
}

t.test('RabbitMQ, the consumer and MySQL are killed at random during 2,000 bookings: each has one confirmation', { skip }, async t => {
  const seed = seedOf(t)
  const random = randomOf(seed)
  const people = await Promise.all(Array.from({ length: bookers }, registerBooker))
  const roomIds: string[] = []
  for (let number = 1; number <= rooms; number++) {
    roomIds.push((await roomsClient.createRoom({ body: { name: `Room ${number}`, capacity: 8, floor: 1, building: 'B', timeZone: 'UTC', openingHours: alwaysOpen } }, people[0])).id)
  }
  // RabbitMQ 3.10 may not recover a quorum queue when it dies within a moment of its declaration: the mails of the registrations have been through them.
  t.ok(await until(async () => (await ask(usersSql, 'SELECT id FROM notification WHERE status = \'sent\'')).length === bookers, 120_000), 'mails go out')
  await usersSql.query('UPDATE user SET email_key = pending_email_key, email_confirmed_at = created_at, pending_email = NULL, pending_email_key = NULL')

  const kills = victims.flatMap(victim => Array.from({ length: killsOfEach }, () => ({ victim, after: random(wanted - 100) + 50 }))).sort((a, b) => a.after - b.after)
  t.comment(kills.map(({ victim, after }) => `${victim} after ${after}`).join(', '))
  const dead = new Map<PartName, Promise<void>>()
  const killAndRestart = async (victim: PartName): Promise<void> => {
    await dead.get(victim)
    const part = system.parts[victim]
    await part.kill()
    // Whoever runs services starts them again until they run: without its database, users does not.
    while (!await part.restart().then(() => true, () => false)) await delay(200)
  }

  const acknowledged = new Map<string, Booker>()
  const check = conformance('bookings')
  let next = 0
  const work = async (): Promise<void> => {
    for (let number = next++; number < wanted; number = next++) {
      const booker = people[number % bookers] as Booker
      const slot = Math.floor(number / rooms) / 2
      const body = { roomId: roomIds[number % rooms], title: `Booking ${number}`, startsAt: at(48 + slot), endsAt: at(48.5 + slot), override: true }
      acknowledged.set(await bookUntilAcknowledged(booker, `booking-${seed}-${number}`, body, check), booker)
      for (let kill = kills[0]; kill && acknowledged.size >= kill.after; kill = kills[0]) {
        kills.shift()
        dead.set(kill.victim, killAndRestart(kill.victim))
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, work))
  await Promise.all(dead.values())
  t.same([acknowledged.size, kills], [wanted, []], 'all are acknowledged, everything was killed')

  const unconfirmed = async (): Promise<number> => wanted - Number((await ask(usersSql, 'SELECT COUNT(*) AS count FROM notification WHERE kind = \'booking_confirmed\''))[0]?.['count'])
  const waiting = async (): Promise<number> => Number((await ask(bookingsSql, 'SELECT COUNT(*) AS count FROM outbox WHERE published_at IS NULL'))[0]?.['count']) + (await queues()).reduce((sum, { messages }) => sum + messages, 0)
  await until(async () => await unconfirmed() <= 0 && await waiting() === 0, 300_000)
  t.same((await queues()).filter(({ messages }) => messages > 0), [], 'no event waits or is dead')
  t.equal(await unconfirmed(), 0, 'no confirmation is missing or doubled')
  // A mail that somebody died over is due again after two minutes.
  await usersSql.query('UPDATE notification SET due_at = UTC_TIMESTAMP(3) WHERE status = \'queued\' AND kind = \'booking_confirmed\'')
  const unsent = async (): Promise<RowDataPacket[]> => await ask(usersSql, 'SELECT status, attempts, last_error, COUNT(*) AS count FROM notification WHERE status <> \'sent\' AND kind = \'booking_confirmed\' GROUP BY status, attempts, last_error')
  await until(async () => (await unsent()).length === 0, 300_000)
  t.same(await unsent(), [], 'all are sent')

  const log = await ask(usersSql, 'SELECT notification.id, notification.user_id AS userId, JSON_UNQUOTE(JSON_EXTRACT(data, \'$.bookingId\')) AS bookingId FROM notification JOIN notification_event ON notification_id = id WHERE kind = \'booking_confirmed\'')
  t.same(log.map(row => [row['bookingId'] as string, row['userId'] as string]).sort(), [...acknowledged].map(([bookingId, { id }]) => [bookingId, id]).sort(), 'one for each booking, to its booker')
  const files = (await readdir(join(directory, 'mail'))).filter(name => name.startsWith('booking_confirmed-'))
  t.same(files.sort(), log.map(row => `booking_confirmed-${row['id'] as string}.eml`).sort(), 'and one mail')
  for (const person of people) {
    let count = 0
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page++) {
      const { items, nextCursor } = await usersClient.listMyNotifications({ query: { limit: 100, ...(cursor !== undefined && { cursor }) } }, person)
      count += items.filter(({ kind, status }) => kind === 'booking_confirmed' && status === 'sent').length
      cursor = nextCursor ?? undefined
    }
    if (count !== wanted / bookers) t.fail(`somebody sees ${count} confirmations`)
  }
  const stored = await ask(bookingsSql, 'SELECT id FROM booking')
  t.same(stored.map(row => row['id'] as string).sort(), [...acknowledged.keys()].sort(), 'what is stored is what was acknowledged')
  t.same(await brokenInvariants(bookingsSql), {}, 'bookings, history and events agree')
})
