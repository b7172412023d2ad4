/**
 * `npm run bench:search`: what a search costs over 10,000 rooms, with a tenth of the bookings and with all of them. As many bookings lie
 * inside the asked interval both times; the rest is history. `BOOKINGS` says how many there are in all (5,000,000 unless it is said), and
 * the data set is made in bulk on databases of its own.
 */
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import type { Service } from '../system/databases.ts'
import { copyRow, numbers, withoutIndexes } from './bulk.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands['bench:search'])
const roomCount = 10_000
const bookingCount = Number(process.env['BOOKINGS'] ?? 5_000_000)
const perStatement = 10
const searches = 60
const hour = 3_600_000

const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0

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

const system = await startBenchSystem()
const { options: { databaseUrls }, urls } = system
const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users })
const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 20_000 })
const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings })
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
    let capacity = 1
    await measure('updateRoom, and the first listRooms after it', async () => {
      await rooms.updateRoom({ params: { roomId: template.id }, body: { capacity: ++capacity } }, { token })
      await rooms.listRooms({ query: { sort: 'capacity', capacityMin: 20 } }, { token })
    })
    await measure('floor: getHealth', async () => await rooms.getHealth())
  }
  const [small = 0, large = 0] = medians
  console.log(`\nten times the history: p50 of a search × ${(large / small).toFixed(2)} (at most 1.3)`)
  process.exitCode = large / small < 1.3 ? 0 : 1
} finally {
  await Promise.all([usersDatabase.end(), roomsDatabase.end(), bookingsDatabase.end(), users.close(), rooms.close(), bookings.close()])
  await system.stop()
}
