import { randomUUID } from 'node:crypto'
import mysql, { type Connection } from 'mysql2/promise'
import { createClient } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { withoutIndexes } from './bulk.ts'
import type { BenchSystem } from './system.ts'

/** What there is to measure on. */
export interface BenchData {
  roomIds: string[]
  /** Real people, each with a thousand bookings: one of every room, over for a while. */
  people: Array<{ id: string, login: string, token: string }>
  password: string
  /** An hour in which every third room is taken. */
  asked: { from: string, to: string }
  /** From here on, nothing is booked. */
  freeFrom: number
}

const roomCount = Number(process.env['ROOMS'] ?? 1000)
const personCount = 1000
const peopleCount = 400
/** The first of the real people; those before have written the reviews. */
const firstOfPeople = 300
const reviewerCount = 100
const firstComing = 900
const hour = 3_600_000
const building = 'Bench'

/** Fills an empty system with 1,000 rooms, 1,000,000 bookings and 100,000 reviews: people and rooms through the contracts, the rest in bulk. */
export async function fill ({ options: { databaseUrls }, urls }: BenchSystem): Promise<BenchData> {
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds: 60_000 })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 60_000 })
  const [usersDatabase, bookingsDatabase, reviewsDatabase] = await Promise.all((['users', 'bookings', 'reviews'] as const).map(async service => await mysql.createConnection({ uri: databaseUrls[service], timezone: 'Z' }))) as [Connection, Connection, Connection]
  try {
    const password = randomUUID()
    const people = await inTurn(8, peopleCount, async index => {
      const login = `bench-${index}`
      const { user, accessToken } = await users.registerUser({ body: { username: login, email: `${login}@example.com`, fullName: 'Bench', password } })
      return { id: user.id, login, token: accessToken }
    })
    const manager = people.pop() as typeof people[number]
    await usersDatabase.execute("UPDATE user SET role = 'facility_manager' WHERE id = ?", [manager.id])
    const { accessToken: token } = await users.login({ body: { login: manager.login, password } })
    const allDay = { opens: '00:00', closes: '24:00' }
    const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
    const roomIds = await inTurn(8, roomCount, async index =>
      (await rooms.createRoom({ body: { name: `Bench ${index}`, capacity: 1 + index % 40, floor: index % 20, building, timeZone: 'Europe/Berlin', openingHours, policy: { maximumDaysAhead: 730 } } }, { token })).id)

    const persons = Array.from({ length: personCount }, (_, index) => people[index - firstOfPeople]?.id ?? randomUUID())
    const base = Math.ceil(Date.now() / hour) * hour
    await number(bookingsDatabase, 'person', persons)
    await number(bookingsDatabase, 'place', roomIds)
    await withoutIndexes(bookingsDatabase, 'booking', async () => {
      for (let first = 0; first < personCount; first += 100) {
        await bookingsDatabase.query(`INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at)
          SELECT CONCAT(LPAD(LOWER(HEX(person.n * ${roomCount} + place.n)), 8, '0'), '-0000-7000-8000-000000000000'), place.id, person.id, 'Bench', '',
            ? + INTERVAL ((person.n - ${firstComing}) * 3 + place.n % 3) HOUR, ? + INTERVAL ((person.n - ${firstComing}) * 3 + place.n % 3 + 1) HOUR,
            '[]', IF(person.n < ${firstComing - 1}, 'completed', 'confirmed'), 1, 1, ?, ?
          FROM person, place WHERE person.n BETWEEN ${first} AND ${first + 99} ORDER BY person.n, place.n`, [new Date(base), new Date(base), new Date(base), new Date(base)])
      }
    })
    await number(reviewsDatabase, 'person', persons.slice(0, reviewerCount))
    await number(reviewsDatabase, 'place', roomIds)
    await reviewsDatabase.query(`INSERT INTO review (id, room_id, user_id, booking_id, rating, status, listed, live, version, created_at, updated_at)
      SELECT CONCAT(LPAD(LOWER(HEX(person.n * ${roomCount} + place.n)), 8, '0'), '-0000-7000-8000-000000000000'), place.id, person.id, place.id, 1 + person.n % 5, 'published', 1, 1, 1, ?, ?
      FROM person, place ORDER BY person.n, place.n`, [new Date(base), new Date(base)])
    const each = reviewerCount / 5
    await reviewsDatabase.query(`INSERT INTO room_rating (room_id, stars_1, stars_2, stars_3, stars_4, stars_5, rating_count, average_hundredths, published_count, last_review_at, version)
      SELECT id, ${each}, ${each}, ${each}, ${each}, ${each}, ${reviewerCount}, 300, ${reviewerCount}, ?, 1 FROM place`, [new Date(base)])
    await reviewsDatabase.query(`INSERT INTO room_rating_day (room_id, day, rating_count, rating_sum) SELECT id, UTC_DATE(), ${reviewerCount}, ${reviewerCount * 3} FROM place`)
    await reviewsDatabase.query('ANALYZE TABLE review')
    return { roomIds, people, password, asked: { from: new Date(base + 48 * hour).toISOString(), to: new Date(base + 49 * hour).toISOString() }, freeFrom: base + 30 * 24 * hour }
  } finally {
    await Promise.all([usersDatabase.end(), bookingsDatabase.end(), reviewsDatabase.end(), users.close(), rooms.close()])
  }
}

/** A table that lasts as long as the connection, of ids and their numbers. */
async function number (connection: Connection, table: string, ids: string[]): Promise<void> {
  await connection.query(`CREATE TEMPORARY TABLE ${table} (n INT PRIMARY KEY, id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL)`)
  await connection.query(`INSERT INTO ${table} (n, id) VALUES ?`, [ids.map((id, n) => [n, id])])
}

/** Does something for each index, some at once. */
async function inTurn<Result> (atOnce: number, count: number, action: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let index = next++; index < count; index = next++) results[index] = await action(index)
  }))
  return results
}
