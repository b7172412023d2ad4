import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import mysql, { type RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import { locate } from '../../scripts/infrastructure/programs.mjs'
import { until } from '../../scripts/infrastructure/until.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { startService } from '../../scripts/system/services.ts'
import { newRoom } from '../reviews/visits.ts'
import { refusal } from '../support/refusal.ts'
import { testSystem } from '../support/system.ts'

const execute = promisify(execFile)
const dump = locate('mariadb-dump', 'mysqldump')
const client = locate('mariadb', 'mysql')
const skip = mysqlIsInstalled() && dump !== undefined && client !== undefined ? false : 'MySQL is not installed'
const hour = 3_600_000

/** How the programs of the server are told where it is. */
function connectionOf (url: string): { args: string[], env: Record<string, string | undefined> } {
  const { hostname, port, username, password } = new URL(url)
  return { args: [`--host=${hostname}`, `--port=${port}`, '--protocol=tcp', `--user=${username}`], env: { PATH: process.env['PATH'], MYSQL_PWD: decodeURIComponent(password) } }
}

/** What docs/operations.md says for a backup. */
async function backUp (url: string, databases: string[], file: string): Promise<void> {
  const { args, env } = connectionOf(url)
  await execute(dump ?? '', [...args, '--single-transaction', '--skip-lock-tables', `--result-file=${file}`, '--databases', ...databases], { env })
}

async function restore (url: string, file: string): Promise<void> {
  const { args, env } = connectionOf(url)
  const restoring = spawn(client ?? '', args, { env, stdio: ['pipe', 'ignore', 'inherit'] })
  createReadStream(file).pipe(restoring.stdin)
  const [code] = await once(restoring, 'close') as [number | null]
  if (code !== 0) throw new Error(`restoring ended with ${code}`)
}

t.test('a backup that was made under load is consistent, and a service goes on with its database on another server', { skip }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'backup-'))
  const [first, second] = await Promise.all(['first', 'second'].map(async name => await startPrivateMysql({ directory: join(directory, name) })))
  if (!first || !second) throw new Error('no servers')
  t.teardown(async () => {
    await Promise.all([first.stop(), second.stop()])
    await rm(directory, { recursive: true, force: true })
  })
  const system = await testSystem(t, {}, { mysqlUrl: first.url })
  const user = await system.person()
  const roomId = await newRoom(system, await system.person('facility_manager'))

  // Bookings are made, and cancelled again since nobody may have many. The first stays.
  const stop = new AbortController()
  const made: string[] = []
  const first24 = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const load = (async () => {
    while (!stop.signal.aborted) {
      const startsAt = first24 + made.length % 200 * hour
      const { id } = await system.bookings.createBooking({ body: { roomId, title: 'Under way', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour).toISOString() } }, user)
      if (made.push(id) > 1) await system.bookings.cancelBooking({ params: { bookingId: id } }, user)
    }
  })()
  t.ok(await until(() => made.length >= 20, 60_000), 'bookings are made')
  const before = [...made]
  const names = Object.fromEntries(services.map(service => [service, new URL(system.options.databaseUrls[service]).pathname.slice(1)])) as Record<Service, string>
  const file = join(directory, 'backup.sql')
  await backUp(first.url, Object.values(names), file)
  const count = made.length
  t.ok(await until(() => made.length > count, 30_000), 'it went on meanwhile')
  stop.abort()
  await load

  await restore(second.url, file)
  const admin = await mysql.createConnection({ uri: second.url })
  t.teardown(async () => { await admin.end() })
  const one = async (sql: string): Promise<number> => Number(Object.values((await admin.query<RowDataPacket[]>(sql))[0][0] ?? {})[0])
  const { bookings, users, rooms } = names
  t.ok(await one(`SELECT COUNT(*) FROM ${bookings}.booking`) >= before.length, 'nothing that was acknowledged before is missing')
  for (const [table, key, what] of [['booking_history', 'booking_id', 'a line in the history'], ['outbox', 'subject', 'an event']]) {
    t.equal(await one(`SELECT COUNT(*) FROM ${bookings}.booking b WHERE version <> (SELECT COUNT(*) FROM ${bookings}.${table} WHERE ${key} = b.id)`), 0, `every change of a booking has ${what}`)
  }
  t.equal(await one(`SELECT COUNT(*) FROM ${bookings}.booking b LEFT JOIN ${users}.user u ON u.id = b.user_id LEFT JOIN ${rooms}.room r ON r.id = b.room_id WHERE u.id IS NULL OR r.id IS NULL`), 0, '… and its user and room')

  // Bookings moves: it stops, its database goes to the other server, with a user for it, and it starts with another DATABASE_URL.
  await system.apps.bookings.close()
  await backUp(first.url, [bookings], file)
  await restore(second.url, file)
  await admin.query('CREATE USER moved IDENTIFIED BY ?', ['secret-of-the-test'])
  await admin.query(`GRANT ALL PRIVILEGES ON ${bookings}.* TO moved`)
  const url = new URL(second.url)
  url.username = 'moved'
  url.password = 'secret-of-the-test'
  url.pathname = `/${bookings}`
  const moved = await startService('bookings', { ...system.options, databaseUrls: { ...system.options.databaseUrls, bookings: url.href } }, 'moved')
  t.teardown(async () => { await moved.stop() })
  const last = await system.bookings.getBooking({ params: { bookingId: made.at(-1) ?? '' } }, user)
  t.same([last.status, last.version], ['cancelled', 2], 'the last that was acknowledged is there')
  const book = async (startsAt: number): Promise<string> => (await system.bookings.createBooking({ body: { roomId, title: 'Moved', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour).toISOString() } }, user)).id
  await book(first24 - hour)
  t.equal(await one(`SELECT COUNT(*) FROM ${bookings}.booking`), made.length + 1, 'it writes to the other server')
  t.ok(await until(async () => await one(`SELECT COUNT(*) FROM ${bookings}.outbox WHERE published_at IS NULL`) === 0, 30_000), '… publishes from there')
  t.same(await refusal(book(first24)), [409, 'booking.conflict'], '… and books no room twice')
})
