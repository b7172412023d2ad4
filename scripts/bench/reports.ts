/**
 * `npm run bench:reports`: how long each report about a year of `BOOKINGS` (1,000,000) takes, and by how much the service grows
 * meanwhile. What it takes to hold is a chunk, whatever the size of the file. The data set is made in bulk on databases of its own.
 */
import { finished } from 'node:stream/promises'
import mysql, { type Connection } from 'mysql2/promise'
import { request } from 'undici'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { ReportFormat, ReportKind } from '../../shared/contract/generated/bookings.schemas.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { until } from '../infrastructure/until.ts'
import type { Service } from '../system/databases.ts'
import { startService } from '../system/services.ts'
import { copyRow, numbers, withoutIndexes } from './bulk.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands['bench:reports'])
const bookingCount = Number(process.env['BOOKINGS'] ?? 1_000_000)
const roomCount = 500
const perStatement = 10_000
const year = { from: '2025-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }
const reports: Array<[ReportKind, ReportFormat]> = [['bookings', 'csv'], ['bookings', 'json'], ['cancellations', 'csv'], ['room_utilisation', 'csv'], ['peak_hours', 'csv']]
const megabyte = 1_048_576
const longestMilliseconds = 1_800_000

const system = await startBenchSystem({ only: ['users', 'rooms'] })
const { options, options: { databaseUrls }, urls } = system
let service = await startService('bookings', options)
const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users })
const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 20_000 })
const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds: 20_000 })
const connect = async (service: Service): Promise<Connection> => await mysql.createConnection({ uri: databaseUrls[service], timezone: 'Z' })
const [usersDatabase, roomsDatabase, bookingsDatabase] = await Promise.all([connect('users'), connect('rooms'), connect('bookings')])

/** What the service holds at present, in bytes. */
async function memory (): Promise<number> {
  const { body } = await request(`http://127.0.0.1:${options.metricsPorts?.bookings}/metrics`)
  return Number(/^process_resident_memory_bytes\S* (\S+)$/m.exec(await body.text())?.[1])
}

/** The most that the service holds beyond what it held before, while something is done. */
async function growth (before: number, action: () => Promise<void>): Promise<number> {
  let [most, isDone] = [before, false]
  const watching = until(async () => {
    most = Math.max(most, await memory())
    return isDone
  }, longestMilliseconds)
  await action().finally(() => { isDone = true })
  await watching
  return most - before
}

try {
  const password = 'bench-of-reports'
  await users.registerUser({ body: { username: 'bench', email: 'bench@example.com', fullName: 'Bench', password } })
  await usersDatabase.query("UPDATE user SET role = 'facility_manager'")
  const { accessToken: token } = await users.login({ body: { login: 'bench', password } })

  const allDay = { opens: '00:00', closes: '24:00' }
  const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
  const template = await rooms.createRoom({ body: { name: 'Template', capacity: 8, floor: 0, building: 'Bench', timeZone: 'Europe/Berlin', openingHours } }, { token })
  const roomId = (n: string): string => `CONCAT(LPAD(LOWER(HEX(${n})), 8, '0'), '-0000-7000-8000-000000000000')`
  await numbers(roomsDatabase)
  await copyRow(roomsDatabase, 'room', template.id, { id: roomId('number.n'), name: "CONCAT('Room ', number.n)", name_key: "CONCAT('room ', number.n)" }, `number ON number.n < ${roomCount}`)

  const since = performance.now()
  const startsAt = new Date(Math.ceil(Date.now() / 3_600_000 + 48) * 3_600_000)
  const booking = await bookings.createBooking({ body: { roomId: template.id, title: 'Weekly meeting', startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() } }, { token })
  await numbers(bookingsDatabase)
  // Its jobs would read and sort the whole table as long as that has no indexes.
  await service.stop()
  await withoutIndexes(bookingsDatabase, 'booking', async () => {
    for (let first = 0; first < bookingCount; first += perStatement) {
      // Each room is booked for an hour, all over the year.
      const begins = `TIMESTAMP('2025-01-01') + INTERVAL FLOOR((${first} + number.n) DIV ${roomCount} * ${365 * 24 * 60 / (bookingCount / roomCount)}) MINUTE`
      await copyRow(bookingsDatabase, 'booking', booking.id, {
        id: `CONCAT(LPAD(LOWER(HEX(${first / perStatement})), 8, '0'), '-0000-7000-8000-', LPAD(LOWER(HEX(number.n)), 12, '0'))`,
        room_id: roomId(`(number.n % ${roomCount})`),
        starts_at: begins,
        ends_at: `${begins} + INTERVAL 1 HOUR`,
        status: "IF(number.n % 20 = 0, 'cancelled', 'completed')",
        blocking: 'number.n % 20 <> 0'
      }, 'number')
    }
  })
  service = await startService('bookings', options)
  console.log(`\n${bookingCount.toLocaleString('en')} bookings of ${roomCount} rooms in a year, made in ${Math.round((performance.now() - since) / 1000)} s\n`)

  for (const [kind, format] of reports) {
    const before = await memory()
    const begun = performance.now()
    let report = await bookings.createReport({ body: { kind, format, ...year } }, { token })
    const params = { reportId: report.id }
    const making = await growth(before, async () => {
      await until(async () => !['queued', 'running'].includes((report = await bookings.getReport({ params }, { token })).status), longestMilliseconds)
    })
    const made = performance.now()
    if (report.status !== 'done') throw new Error(`the report of ${kind} ${report.status}`)
    const downloading = await growth(before, async () => { await finished((await bookings.downloadReport({ params }, { token })).resume()) })
    console.log([
      `${kind} as ${format}`.padEnd(24),
      `${report.rowCount.toLocaleString('en').padStart(9)} rows, ${(report.sizeBytes / megabyte).toFixed(1).padStart(5)} MiB`,
      `made in ${((made - begun) / 1000).toFixed(1)} s, downloaded in ${((performance.now() - made) / 1000).toFixed(1)} s`,
      `${(before / megabyte).toFixed(0)} MiB held before, ${(making / megabyte).toFixed(0)} more while made, ${(downloading / megabyte).toFixed(0)} while downloaded`
    ].join('   '))
  }
} finally {
  await Promise.all([usersDatabase.end(), roomsDatabase.end(), bookingsDatabase.end(), users.close(), rooms.close(), bookings.close()])
  await service.stop()
  await system.stop()
}
