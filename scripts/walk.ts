/** `npm run walk`: a whole booking against the running system, through the generated clients, step by step. The room that it makes for it is retired at the end. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createClient, RemoteError, UnreachableError } from '../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../shared/contract/generated/rooms.operations.ts'
import type { Room } from '../shared/contract/generated/rooms.schemas.ts'
import { usersContract, type UsersOperations } from '../shared/contract/generated/users.operations.ts'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { messageOf } from './infrastructure/messages.ts'
import { demoPassword } from './seed/data/people.ts'
import { services, type Service } from './system/databases.ts'
import { needRunningSystem } from './system/running-system.ts'

readCommandLine(commands.walk)
/** Where the services are: where the environment says that all of them are, or else where `npm start` runs them in this checkout. */
async function findServices (): Promise<Record<Service, string>> {
  const named = services.flatMap(service => process.env[`${service.toUpperCase()}_URL`] ?? [])
  if (named.length === 0) return (await needRunningSystem(join(import.meta.dirname, '..'))).urls
  if (named.length < services.length) throw new Error('Set all of USERS_URL, ROOMS_URL, BOOKINGS_URL and REVIEWS_URL, or none of them.')
  return Object.fromEntries(services.map((service, index) => [service, named[index]])) as Record<Service, string>
}

const urls = await findServices().catch((error: unknown) => {
  console.error(messageOf(error))
  process.exit(1)
})
const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds: 20_000 })
const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 20_000 })
const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds: 20_000 })
const reviews = createClient<ReviewsOperations>(reviewsContract, { service: 'reviews', baseUrl: urls.reviews, deadlineMilliseconds: 20_000 })

const hour = 3_600_000
const at = (milliseconds: number): string => new Date(milliseconds).toISOString()
const allDay = { opens: '00:00', closes: '24:00' }
const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
let number = 0
async function step<Result> (title: string, action: () => Promise<Result>, show: (result: Result) => string): Promise<Result> {
  const result = await action()
  console.log(`${String(++number).padStart(2)}. ${title}\n      ${show(result)}`)
  return result
}
/** The refusal that an action meets; not to be refused is a failure. */
async function refused (action: Promise<unknown>): Promise<RemoteError> {
  const refusal = await action.then(() => undefined, (error: unknown) => error)
  if (refusal instanceof RemoteError) return refusal
  throw refusal ?? new Error('This should have been refused.')
}

function adviceOn (error: unknown): string {
  if (error instanceof RemoteError && error.code === 'auth.credentials_wrong') return ' The walk needs the demo logins: npm run seed'
  return error instanceof UnreachableError ? ' The log of the service, in .local/logs, says why; `npm start` starts it again.' : ''
}

/** Takes the room of the walk out of the catalogue, once there is one. */
let retire = async (): Promise<Room | undefined> => undefined
try {
  const name = `walker-${randomBytes(4).toString('hex')}`
  const password = randomBytes(12).toString('base64url')

  const registered = await step('Somebody registers', async () => await users.registerUser({ body: { username: name, email: `${name}@example.com`, fullName: 'Willa Walker', password } }),
    session => `201: ${session.user.username} has the role ${session.user.role}`)
  const { accessToken: token } = await step('… and logs in', async () => await users.login({ body: { login: registered.user.email, password } }),
    session => `200: an access token for ${session.expiresIn} seconds`)
  const refused1 = await step('… but may not create a room', async () => await refused(rooms.createRoom({ body: { name, capacity: 6, floor: 1, building: 'Walk', timeZone: 'UTC' } }, { token })),
    error => `${error.status} ${error.code}: ${error.body.message}`)
  if (refused1.status !== 403) throw refused1
  const { accessToken: managerToken } = await step('A facility manager logs in', async () => await users.login({ body: { login: 'manager', password: demoPassword } }),
    session => `200: ${session.user.fullName}, ${session.user.role}`)
  const room = await step('… and creates a room', async () => await rooms.createRoom({ body: { name, capacity: 6, floor: 1, building: 'Walk', timeZone: 'UTC', amenities: ['whiteboard'], openingHours } }, { token: managerToken }),
    ({ id, building, floor }) => `201: ${id} on floor ${floor} of ${building}`)

  retire = async () => await rooms.retireRoom({ params: { roomId: room.id }, body: { cancelBookings: true, reason: 'The walk is over' } }, { token: managerToken })

  const start = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const slot = { roomId: room.id, startsAt: at(start), endsAt: at(start + hour) }
  const availability = async () => await rooms.getRoomAvailability({ params: { roomId: room.id }, query: { from: at(start - hour), to: at(start + 2 * hour) } }, { token })
  const intervals = ({ free, busy }: Awaited<ReturnType<typeof availability>>): string =>
    `200: free ${free.map(({ startsAt, endsAt }) => `${startsAt} to ${endsAt}`).join(', ') || 'never'}; busy ${busy.map(({ startsAt, endsAt }) => `${startsAt} to ${endsAt}`).join(', ') || 'never'}`
  await step('The room is free tomorrow', availability, intervals)
  const booking = await step('Our user books an hour', async () => await bookings.createBooking({ body: { ...slot, title: 'Walk through the system', attendeeCount: 4 } }, { token }),
    ({ id, status }) => `201: ${id} is ${status}`)
  await step('… which shows', availability, intervals)
  const conflict = await step('A second booking of the same time is refused', async () => await refused(bookings.createBooking({ body: { ...slot, title: 'Me too' } }, { token: managerToken })),
    error => `${error.status} ${error.code}: ${error.body.message}`)
  if (conflict.code !== 'booking.conflict') throw conflict
  await step('The user cancels', async () => await bookings.cancelBooking({ params: { bookingId: booking.id }, body: { reason: 'Only walking through' } }, { token }),
    ({ status, cancellationReason }) => `200: ${status}, because: ${cancellationReason}`)
  await step('… and the room is free again', availability, intervals)

  const early = await step('Whoever has not used a room cannot review it', async () => await refused(reviews.createReview({ body: { roomId: room.id, rating: 5 } }, { token })),
    error => `${error.status} ${error.code}: ${error.body.message}`)
  if (early.code !== 'review.room_not_used') throw early
  const now = Date.now()
  const running = await step('So the user walks up and takes the room now', async () => await bookings.createBooking({ body: { roomId: room.id, title: 'Quick word', startsAt: at(now), endsAt: at(now + hour / 2) } }, { token }),
    ({ status, endsAt }) => `201: ${status} until ${endsAt}`)
  await step('… ends early', async () => await bookings.endBooking({ params: { bookingId: running.id } }, { token }),
    ({ status, endsAt }) => `200: ${status} at ${endsAt}`)
  await step('… and reviews the room', async () => await reviews.createReview({ body: { roomId: room.id, rating: 5, title: 'Bright and quiet', pros: 'Whiteboard' } }, { token }),
    ({ id, rating }) => `201: ${'★'.repeat(rating)} ${id}`)
  await step('Everybody can read that', async () => await reviews.listReviews({ query: { roomId: room.id } }, { token: managerToken }),
    ({ items }) => `200: ${items.map(({ rating, title }) => `${rating} stars, ${title}`).join('; ')}`)
  await step('The manager retires the room, so that nobody books it', retire,
    room => `200: ${room?.name} is ${room?.status}`)
  console.log('\nEverything went as it should.')
} catch (error) {
  console.error(`\n${messageOf(error)}${adviceOn(error)}`)
  await retire().catch(() => {}) // which may be why it is over
  process.exitCode = 1
} finally {
  await Promise.all([users, rooms, bookings, reviews].map(async client => { await client.close() }))
}
