/**
 * `npm run bench:search`: what a search costs over 10,000 rooms, with a tenth of the bookings and with all of them. As many bookings lie
 * inside the asked interval both times; the rest is history. `BOOKINGS` says how many there are in all (5,000,000 unless it is said), and
 * the data set is made in bulk on databases of its own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { freePort } from '../infrastructure/ports.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { createDatabases, dropDatabases, services, type Service } from '../system/databases.ts'
import { startSystem } from '../system/services.ts'

const roomCount = 10_000
const bookingCount = Number(process.env['BOOKINGS'] ?? 5_000_000)
const perStatement = 10
const searches = 60
const hour = 3_600_000
const root = join(import.meta.dirname, '../..')

const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0

/** Fills a table with copies of one row. */
async function copyRow (connection: Connection, table: string, id: string, changes: Record<string, string>, from: string): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>('SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?', [table])
  const names = columns.map(({ name }) => String(name))
  await connection.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map(name => changes[name] ?? `template.${name}`).join(', ')} FROM ${table} template JOIN ${from} WHERE template.id = ?`, [id])
}

/** Takes the secondary indexes of a table away while it is filled: to build them afterwards is many times faster. */
async function withoutIndexes (connection: Connection, table: string, fill: () => Promise<void>): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${table}`)
  const definition = String(row?.['Create Table'])
  const ofForeignKeys = new Set([...definition.matchAll(/FOREIGN KEY \(`(\w+)`/g)].map(([, column]) => column))
  const keys = [...definition.matchAll(/^ {2}(KEY `(\w+)` \(`(\w+)`.*?\)),?$/gm)].map(([, text, name, column]) => ({ text, name, column })).filter(({ column }) => !ofForeignKeys.has(column))
  await connection.query(`ALTER TABLE ${table} ${keys.map(({ name }) => `DROP KEY ${name}`).join(', ')}`)
  await fill()
  await connection.query(`ALTER TABLE ${table} ${keys.map(({ text }) => `ADD ${text}`).join(', ')}`)
  await connection.query(`ANALYZE TABLE ${table}`)
}

async function numbers (connection: Connection): Promise<void> {
  const digits = 'SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9'
  await connection.query('CREATE TEMPORARY TABLE number (n INT PRIMARY KEY)')
  await connection.query(`INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) e ORDER BY 1`)
}

const roomId = "CONCAT(LPAD(LOWER(HEX(number.n)), 8, '0'), '-0000-7000-8000-000000000000')"

async function times (count: number, action: () => Promise<unknown>): Promise<number[]> {
  const milliseconds: number[] = []
  for (let index = 0; index < count; index++) {
    const since = performance.now()
    await action()
    milliseconds.push(performance.now() - since)
  }
  return milliseconds
}

if (spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], { stdio: 'inherit' }).status !== 0) process.exit(1)
const servers = await provideServers({ log: line => { console.log(line) } })
const name = `smr_bench_${process.pid}`
const directory = await mkdtemp(join(tmpdir(), 'bench-'))
const databaseUrls = await createDatabases(servers.mysqlUrl, name, 'bench-password')
const ports = Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
const system = await startSystem({
  root,
  databaseUrls,
  redisUrl: servers.redisUrl,
  rabbitmqUrl: servers.rabbitmqUrl,
  ports,
  logs: directory,
  built: true,
  serviceSecret: name,
  environment: { LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '100000000', REDIS_PREFIX: `${name}:`, EVENT_EXCHANGE: name, SIGNING_KEYS_DIRECTORY: join(directory, 'keys') }
})
const url = (service: Service): string => `http://127.0.0.1:${ports[service]}`
const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: url('users') })
const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: url('rooms'), deadlineMilliseconds: 20_000 })
const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: url('bookings') })
const connect = async (service: Service): Promise<Connection> => await mysql.createConnection({ uri: databaseUrls[service], timezone: 'Z' })
const [usersDatabase, roomsDatabase, bookingsDatabase] = await Promise.all([connect('users'), connect('rooms'), connect('bookings')])
try {
  const password = 'bench-of-the-search'
  await users.registerUser({ body: { username: 'bench', email: 'bench@example.com', fullName: 'Bench', password } })
  await usersDatabase.query("UPDATE user SET role = 'facility_manager'")
  const { accessToken: token } = await users.login({ body: { login: 'bench', password } })

  const allDay = { opens: '00:00', closes: '24:00' }
  const template = await rooms.createRoom({ body: { name: 'Template', capacity: 8, floor: 0, building: 'Bench', timeZone: 'Europe/Berlin', amenities: ['projector'], openingHours: { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay } } }, { token })
  await numbers(roomsDatabase)
  await copyRow(roomsDatabase, 'room', template.id, { id: roomId, name: "CONCAT('Room ', number.n)", name_key: "CONCAT('room ', number.n)", capacity: '1 + number.n % 40', floor: 'number.n % 20', building: "CONCAT('Building ', number.n % 50)", building_key: "CONCAT('building ', number.n % 50)" }, `number ON number.n < ${roomCount}`)

  const from = Math.ceil(Date.now() / hour) * hour + 48 * hour
  const asked = { from: new Date(from).toISOString(), to: new Date(from + hour).toISOString() }
  const booking = await bookings.createBooking({ body: { roomId: template.id, title: 'Template', startsAt: asked.from, endsAt: asked.to } }, { token })
  await numbers(bookingsDatabase)
  // Three rooms in ten are booked in the asked hour.
  await copyRow(bookingsDatabase, 'booking', booking.id, { id: "CONCAT('ffffffff-0000-7000-8000-', LPAD(LOWER(HEX(number.n)), 12, '0'))", room_id: roomId }, `number ON number.n < ${roomCount} AND number.n % 10 < 3`)

  let filled = 0
  const fillUpTo = async (count: number): Promise<void> => {
    await withoutIndexes(bookingsDatabase, 'booking', async () => {
      for (; filled < count / roomCount; filled += perStatement) {
        const back = `(number.n DIV ${roomCount / perStatement} + ${filled})`
        for (let part = 0; part < perStatement; part++) {
          const of = roomId.replaceAll('number.n', `(number.n % ${roomCount / perStatement} + ${part * roomCount / perStatement})`)
          const startsAt = `template.starts_at - INTERVAL 3 DAY - INTERVAL ${back} * 2 HOUR`
          await copyRow(bookingsDatabase, 'booking', booking.id, {
            id: `CONCAT(LPAD(LOWER(HEX(${filled * perStatement + part})), 8, '0'), '-0000-7000-8000-', LPAD(LOWER(HEX(number.n)), 12, '0'))`,
            room_id: of,
            starts_at: startsAt,
            ends_at: `${startsAt} + INTERVAL 1 HOUR`,
            status: "'completed'"
          }, 'number')
        }
      }
    })
  }

  const busyQuery = 'SELECT room_id, starts_at, ends_at FROM booking WHERE blocking = 1 AND starts_at > ? AND starts_at < ? AND ends_at > ? ORDER BY room_id, starts_at'
  const medians: number[] = []
  for (const share of [0.1, 1]) {
    const since = performance.now()
    await fillUpTo(bookingCount * share)
    const [[total]] = await bookingsDatabase.query<RowDataPacket[]>('SELECT COUNT(*) AS count FROM booking')
    console.log(`\n${Number(total?.['count']).toLocaleString('en')} bookings of ${roomCount.toLocaleString('en')} rooms, made in ${Math.round((performance.now() - since) / 1000)} s`)
    const search = async (query: object = {}): Promise<unknown> => await rooms.searchAvailableRooms({ query: { ...asked, ...query } }, { token })
    const measure = async (title: string, action: () => Promise<unknown>): Promise<number> => {
      await times(30, action)
      const milliseconds = await times(searches, action)
      console.log(`${title.padEnd(52)} p50 ${quantile(milliseconds, 0.5).toFixed(2)} ms, p95 ${quantile(milliseconds, 0.95).toFixed(2)} ms`)
      return quantile(milliseconds, 0.5)
    }
    medians.push(await measure('search over all rooms', search))
    await measure('search in one building with 4 people', async () => await search({ building: 'Building 7', people: 4 }))
    await measure('floor: the query for what is booked, bare', async () => await bookingsDatabase.execute(busyQuery, [new Date(from - 24 * hour), new Date(from + hour), new Date(from)]))
    await measure('getRoom', async () => await rooms.getRoom({ params: { roomId: template.id } }, { token }))
    await measure('listRooms, by capacity', async () => await rooms.listRooms({ query: { sort: 'capacity', capacityMin: 20 } }, { token }))
    await measure('floor: getHealth', async () => await rooms.getHealth())
  }
  const [small = 0, large = 0] = medians
  console.log(`\nten times the history: p50 of a search × ${(large / small).toFixed(2)} (at most 1.3)`)
  process.exitCode = large / small < 1.3 ? 0 : 1
} finally {
  await Promise.all([usersDatabase.end(), roomsDatabase.end(), bookingsDatabase.end(), users.close(), rooms.close(), bookings.close()])
  await Promise.all(system.map(async service => { await service.stop() }))
  await dropDatabases(servers.mysqlUrl, name)
  await servers.stop()
  await rm(directory, { recursive: true, force: true })
}
