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

interface SeedOptions {
  urls: Record<Service, string>
  databaseUrls: Record<Service, string>
  /** Whether the demo data go into a system with users of its own, too. */
  evenIfInhabited?: boolean
}

const hourMilliseconds = 3_600_000
const bookingTitle = 'Weekly meeting'

/**
 * Fills a system with something to look at: a login for each role, two buildings with twelve rooms, bookings and reviews. Every step leaves
 * alone what is there, so one that was interrupted goes on where it was; the reviews are the last, and with them it is done.
 *
 * @returns whether the demo data are there; false on a system with users of its own
 */
export async function seed ({ urls, databaseUrls, evenIfInhabited = false }: SeedOptions): Promise<boolean> {
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds: 10_000 })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 10_000 })
  const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds: 10_000 })
  const reviews = createClient<ReviewsOperations>(reviewsContract, { service: 'reviews', baseUrl: urls.reviews, deadlineMilliseconds: 10_000 })
  try {
    const { known, isInhabited } = await population(databaseUrls.users)
    if (isInhabited && known.size === 0 && !evenIfInhabited) return false
    if (await isDone(databaseUrls.reviews, known.get('user'))) return await logIn(users, 'user') !== undefined
    const tokens = await seedUsers(users, databaseUrls.users, known)
    if (!tokens) return false
    const roomIds = await seedRooms(rooms, tokens.manager)
    await seedBookings(bookings, databaseUrls.bookings, roomIds, tokens.user)
    await seedReviews(reviews, roomIds, tokens.user)
    return true
  } finally {
    await Promise.all([users.close(), rooms.close(), bookings.close(), reviews.close()])
  }
}

/** The ids of the demo users that are there, and whether anybody is. */
async function population (databaseUrl: string): Promise<{ known: Map<string, string>, isInhabited: boolean }> {
  return await withConnection(databaseUrl, async connection => {
    const [anybody] = await connection.query<mysql.RowDataPacket[]>('SELECT id FROM user LIMIT 1')
    const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT id, username_key FROM user WHERE email_key IN (?)', [demoUsers.map(({ username }) => emailOf(username))])
    return { known: new Map(rows.map(row => [row['username_key'] as string, row['id'] as string])), isInhabited: anybody.length > 0 }
  })
}

/** Whether the last that is seeded was seeded. Reviews that were deleted since have left their rows. */
async function isDone (databaseUrl: string, userId: string | undefined): Promise<boolean> {
  if (userId === undefined) return false
  return await withConnection(databaseUrl, async connection => {
    const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT id FROM review WHERE user_id = ?', [userId])
    return rows.length >= demoReviews.length
  })
}

function emailOf (username: string): string {
  return `${username}@example.com`
}

/** An access token; none when the demo password is not theirs (any more). */
async function logIn (users: Client<UsersOperations>, login: string): Promise<string | undefined> {
  return await users.login({ body: { login, password: demoPassword } }).then(({ accessToken }) => accessToken, (error: unknown) => {
    if (error instanceof RemoteError && error.status < 500) return undefined
    throw error
  })
}

/** Nobody registers with a role, so the roles are given in the database: the first admin of any system is made so. */
async function seedUsers (users: Client<UsersOperations>, databaseUrl: string, known: Map<string, string>): Promise<{ manager: string, user: string } | undefined> {
  for (const { username, fullName } of demoUsers) {
    if (!known.has(username)) await users.registerUser({ body: { username, email: emailOf(username), fullName, password: demoPassword } })
  }
  await withConnection(databaseUrl, async connection => {
    for (const { username, role } of demoUsers) await connection.execute('UPDATE user SET role = ? WHERE email_key = ?', [role, emailOf(username)])
  })
  const [manager, user] = [await logIn(users, 'manager'), await logIn(users, 'user')]
  return manager !== undefined && user !== undefined ? { manager, user } : undefined
}

async function seedRooms (rooms: Client<RoomsOperations>, token: string): Promise<string[]> {
  const buildings = [...new Set(demoRooms.map(({ building }) => building))]
  const known = (await Promise.all(buildings.map(async building => (await rooms.listRooms({ query: { building, limit: 100 } }, { token })).items))).flat()
  const ids: string[] = []
  for (const room of demoRooms) {
    const there = known.find(({ name, building }) => name === room.name && building === room.building)
    ids.push((there ?? await rooms.createRoom({ body: room }, { token })).id)
  }
  return ids
}

/** Bookings of the coming days, and one of the past for each of the first rooms, which no client could make. */
async function seedBookings (bookings: Client<BookingsOperations>, databaseUrl: string, roomIds: string[], token: string): Promise<void> {
  const known = (await bookings.listBookings({ query: { limit: 100 } }, { token })).items.filter(({ title }) => title === bookingTitle)
  const ids: string[] = []
  for (const [index, roomId] of roomIds.entries()) {
    // Some hour between 08:00 and 15:00 in the room's own time, when every room is open.
    const today = Temporal.Now.zonedDateTimeISO(demoRooms[index]?.timeZone ?? 'UTC').startOfDay()
    const startsAt = today.add({ days: 1 + index % 4 }).with({ hour: 8 + index % 8 }).epochMilliseconds
    const there = known.find(booking => booking.roomId === roomId)
    const { id } = there ?? await bookings.createBooking({ body: { roomId, title: bookingTitle, startsAt: instant(startsAt), endsAt: instant(startsAt + hourMilliseconds), attendeeCount: 2 } }, { token })
    ids.push(id)
  }
  await withConnection(databaseUrl, async connection => {
    for (const id of ids.slice(0, demoReviews.length)) {
      await connection.execute('UPDATE booking SET starts_at = starts_at - INTERVAL 7 DAY, ends_at = ends_at - INTERVAL 7 DAY WHERE id = ? AND ends_at > UTC_TIMESTAMP()', [id])
    }
  })
}

async function seedReviews (reviews: Client<ReviewsOperations>, roomIds: string[], token: string): Promise<void> {
  for (const [index, review] of demoReviews.entries()) {
    await reviews.createReview({ body: { roomId: roomIds[index] ?? '', ...review } }, { token }).catch((error: unknown) => {
      if (!(error instanceof RemoteError && error.code === 'review.duplicate')) throw error
    })
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
