import mysql from 'mysql2/promise'
import { Temporal } from 'temporal-polyfill'
import { createClient, RemoteError, type Client } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import type { Service } from '../system/databases.ts'
import { demoReviews, demoRooms } from './demo-data.ts'

/** For demonstrations on one's own machine only: `npm start` never runs in production. */
export const demoPassword = 'demo-meeting-room'
export const demoUsers = [
  { username: 'admin', fullName: 'Avery Admin', role: 'admin' },
  { username: 'manager', fullName: 'Frankie Facility', role: 'facility_manager' },
  { username: 'moderator', fullName: 'Morgan Moderator', role: 'moderator' },
  { username: 'user', fullName: 'Uma User', role: 'user' }
] as const

interface SeedOptions { urls: Record<Service, string>, databaseUrls: Record<Service, string> }

const hourMilliseconds = 3_600_000

/**
 * Fills an empty system with something to look at: a login for each role, two buildings with twelve rooms, bookings and reviews.
 *
 * @returns whether the demo data are there; false on a system with users of its own
 */
export async function seed ({ urls, databaseUrls }: SeedOptions): Promise<boolean> {
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds: 10_000 })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 10_000 })
  const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds: 10_000 })
  const reviews = createClient<ReviewsOperations>(reviewsContract, { service: 'reviews', baseUrl: urls.reviews, deadlineMilliseconds: 10_000 })
  try {
    if (await isInhabited(databaseUrls.users)) return await hasDemoLogin(users)
    const tokens = await seedUsers(users, databaseUrls.users)
    const roomIds = await seedRooms(rooms, tokens['manager'] ?? '')
    await seedBookings(bookings, databaseUrls.bookings, roomIds, tokens['user'] ?? '')
    await seedReviews(reviews, roomIds, tokens['user'] ?? '')
    return true
  } finally {
    await Promise.all([users.close(), rooms.close(), bookings.close(), reviews.close()])
  }
}

async function isInhabited (databaseUrl: string): Promise<boolean> {
  return await withConnection(databaseUrl, async connection => {
    const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT id FROM user LIMIT 1')
    return rows.length > 0
  })
}

async function hasDemoLogin (users: Client<UsersOperations>): Promise<boolean> {
  return await users.login({ body: { login: 'user', password: demoPassword } }).then(() => true, (error: unknown) => {
    if (error instanceof RemoteError) return false
    throw error
  })
}

/** Nobody registers with a role, so the roles are given in the database: the first admin of any system is made so. */
async function seedUsers (users: Client<UsersOperations>, databaseUrl: string): Promise<Record<string, string>> {
  for (const { username, fullName } of demoUsers) {
    await users.registerUser({ body: { username, email: `${username}@example.com`, fullName, password: demoPassword } })
  }
  await withConnection(databaseUrl, async connection => {
    for (const { username, role } of demoUsers) await connection.execute('UPDATE user SET role = ? WHERE username_key = ?', [role, username])
  })
  const tokens: Record<string, string> = {}
  for (const { username } of demoUsers) tokens[username] = (await users.login({ body: { login: username, password: demoPassword } })).accessToken
  return tokens
}

async function seedRooms (rooms: Client<RoomsOperations>, token: string): Promise<string[]> {
  const ids: string[] = []
  for (const room of demoRooms) ids.push((await rooms.createRoom({ body: room }, { token })).id)
  return ids
}

/** Bookings of the coming days, and one of the past for each of the first rooms, which no client could make. */
async function seedBookings (bookings: Client<BookingsOperations>, databaseUrl: string, roomIds: string[], token: string): Promise<void> {
  const made: string[] = []
  for (const [index, roomId] of roomIds.entries()) {
    // Some hour between 08:00 and 15:00 in the room's own time, when every room is open.
    const today = Temporal.Now.zonedDateTimeISO(demoRooms[index]?.timeZone ?? 'UTC').startOfDay()
    const startsAt = today.add({ days: 1 + index % 4 }).with({ hour: 8 + index % 8 }).epochMilliseconds
    const { id } = await bookings.createBooking({ body: { roomId, title: 'Weekly meeting', startsAt: instant(startsAt), endsAt: instant(startsAt + hourMilliseconds), attendeeCount: 2 } }, { token })
    made.push(id)
  }
  await withConnection(databaseUrl, async connection => {
    for (const id of made.slice(0, demoReviews.length)) {
      await connection.execute('UPDATE booking SET starts_at = starts_at - INTERVAL 7 DAY, ends_at = ends_at - INTERVAL 7 DAY WHERE id = ?', [id])
    }
  })
}

async function seedReviews (reviews: Client<ReviewsOperations>, roomIds: string[], token: string): Promise<void> {
  for (const [index, review] of demoReviews.entries()) {
    await reviews.createReview({ body: { roomId: roomIds[index] ?? '', ...review } }, { token })
  }
}

async function withConnection<Result> (databaseUrl: string, work: (connection: mysql.Connection) => Promise<Result>): Promise<Result> {
  const connection = await mysql.createConnection({ uri: databaseUrl, timezone: 'Z' })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}

function instant (milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
