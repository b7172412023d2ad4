/** The journey of `npm run walk` for a client that somebody generated from the contracts. Its adapters are in the files beside this one. */
import assert from 'node:assert/strict'

/** What an operation answered, however its client tells. */
export interface Answer<Body> { status: number, body: Body | undefined, error: { code: string, message: string } | undefined }

export interface Interval { startsAt: string, endsAt: string }
export interface DayHours { opens: string, closes: string }
export type OpeningHours = Record<'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday', DayHours>

/** The operations of the journey. What they return is read of the types that the generator made, so these have to say it. */
export interface Sdk {
  registerUser: (body: { username: string, email: string, fullName: string, password: string }) => Promise<Answer<{ user: { email: string, role: string } }>>
  login: (body: { login: string, password: string }) => Promise<Answer<{ accessToken: string, user: { role: string } }>>
  createRoom: (token: string, body: { name: string, capacity: number, floor: number, building: string, timeZone: string, amenities: string[], openingHours: OpeningHours }) => Promise<Answer<{ id: string, status: string }>>
  getRoomAvailability: (token: string, roomId: string, from: string, to: string) => Promise<Answer<{ free: Interval[], busy: Interval[] }>>
  createBooking: (token: string, body: { roomId: string, title: string, startsAt: string, endsAt: string, attendeeCount?: number }) => Promise<Answer<{ id: string, status: string }>>
  cancelBooking: (token: string, bookingId: string, reason: string) => Promise<Answer<{ status: string, cancellationReason: string | null }>>
  endBooking: (token: string, bookingId: string) => Promise<Answer<{ status: string }>>
  createReview: (token: string, body: { roomId: string, rating: number, title: string, pros: string }) => Promise<Answer<{ id: string, rating: number }>>
  listReviews: (token: string, roomId: string) => Promise<Answer<{ items: Array<{ id: string, rating: number }>, nextCursor: string | null }>>
  deleteReview: (token: string, reviewId: string) => Promise<Answer<unknown>>
}

/** An environment variable that the test sets. */
export function given (name: string): string {
  return process.env[name] ?? assert.fail(`${name} is missing`)
}

const hour = 3_600_000
const at = (milliseconds: number): string => new Date(milliseconds).toISOString()
const allDay: DayHours = { opens: '00:00', closes: '24:00' }
const openingHours: OpeningHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

/** The body of an answer that has to have this status. */
function expect<Body> ({ status, body, error }: Answer<Body>, expected: number): Body {
  assert.equal(status, expected, JSON.stringify(error ?? body))
  return body as Body
}

/** Walks through a whole booking. Throws where the system does otherwise than it should. */
export async function walk (sdk: Sdk, name: string): Promise<void> {
  const password = `${name}-correct-horse`
  const { user } = expect(await sdk.registerUser({ username: name, email: `${name}@example.com`, fullName: 'Willa Walker', password }), 201)
  assert.equal(user.role, 'user')
  const { accessToken: token } = expect(await sdk.login({ login: user.email, password }), 200)

  const room = { name, capacity: 6, floor: 1, building: 'Walk', timeZone: 'UTC', amenities: ['whiteboard'], openingHours }
  const forbidden = await sdk.createRoom(token, room)
  assert.deepEqual([forbidden.status, forbidden.error?.code], [403, 'auth.role_missing'])
  const manager = expect(await sdk.login({ login: given('MANAGER_LOGIN'), password: given('MANAGER_PASSWORD') }), 200)
  assert.equal(manager.user.role, 'facility_manager')
  const { id: roomId, status } = expect(await sdk.createRoom(manager.accessToken, room), 201)
  assert.equal(status, 'available')

  const start = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const slot = { roomId, startsAt: at(start), endsAt: at(start + hour) }
  const busy = async (): Promise<Interval[]> => expect(await sdk.getRoomAvailability(token, roomId, at(start - hour), at(start + 2 * hour)), 200).busy
  assert.equal((await busy()).length, 0)
  const booking = expect(await sdk.createBooking(token, { ...slot, title: 'Walk through the system', attendeeCount: 4 }), 201)
  assert.equal(booking.status, 'confirmed')
  assert.deepEqual((await busy()).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), [{ startsAt: slot.startsAt, endsAt: slot.endsAt }])
  const conflict = await sdk.createBooking(manager.accessToken, { ...slot, title: 'Me too' })
  assert.deepEqual([conflict.status, conflict.error?.code], [409, 'booking.conflict'])
  const cancelled = expect(await sdk.cancelBooking(token, booking.id, 'Only walking through'), 200)
  assert.deepEqual([cancelled.status, cancelled.cancellationReason], ['cancelled', 'Only walking through'])
  assert.equal((await busy()).length, 0)

  const early = await sdk.createReview(token, { roomId, rating: 5, title: 'Too early', pros: 'None' })
  assert.deepEqual([early.status, early.error?.code], [422, 'review.room_not_used'])
  const now = Date.now()
  const running = expect(await sdk.createBooking(token, { roomId, title: 'Quick word', startsAt: at(now), endsAt: at(now + hour / 2) }), 201)
  assert.equal(expect(await sdk.endBooking(token, running.id), 200).status, 'completed')
  const review = expect(await sdk.createReview(token, { roomId, rating: 5, title: 'Bright and quiet', pros: 'Whiteboard' }), 201)
  const { items, nextCursor } = expect(await sdk.listReviews(manager.accessToken, roomId), 200)
  assert.deepEqual([items.map(({ id, rating }) => [id, rating]), nextCursor], [[[review.id, 5]], null])
  assert.equal((await sdk.deleteReview(token, review.id)).status < 300, true)
  console.log('Everything went as it should.')
}
