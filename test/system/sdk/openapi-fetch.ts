/** The journey with openapi-fetch on the types of openapi-typescript. */
import createClient from 'openapi-fetch'
import { given, walk, type Answer } from './journey.ts'
import type { paths as BookingsPaths } from './openapi-fetch/bookings.ts'
import type { paths as ReviewsPaths } from './openapi-fetch/reviews.ts'
import type { paths as RoomsPaths } from './openapi-fetch/rooms.ts'
import type { paths as UsersPaths } from './openapi-fetch/users.ts'

const users = createClient<UsersPaths>({ baseUrl: given('USERS_URL') })
const rooms = createClient<RoomsPaths>({ baseUrl: given('ROOMS_URL') })
const bookings = createClient<BookingsPaths>({ baseUrl: given('BOOKINGS_URL') })
const reviews = createClient<ReviewsPaths>({ baseUrl: given('REVIEWS_URL') })
const by = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function answer<Body, Failure extends { code: string, message: string }> (call: Promise<{ response: Response, data?: Body, error?: Failure }>): Promise<Answer<Body>> {
  const { response, data, error } = await call
  return { status: response.status, body: data, error }
}

await walk({
  registerUser: async body => await answer(users.POST('/api/v1/auth/register', { body })),
  login: async body => await answer(users.POST('/api/v1/auth/login', { body })),
  createRoom: async (token, body) => await answer(rooms.POST('/api/v1/rooms', { ...by(token), body })),
  getRoomAvailability: async (token, roomId, from, to) => await answer(rooms.GET('/api/v1/rooms/{roomId}/availability', { ...by(token), params: { path: { roomId }, query: { from, to } } })),
  createBooking: async (token, body) => await answer(bookings.POST('/api/v1/bookings', { ...by(token), body })),
  cancelBooking: async (token, bookingId, reason) => await answer(bookings.POST('/api/v1/bookings/{bookingId}/cancel', { ...by(token), params: { path: { bookingId } }, body: { reason } })),
  endBooking: async (token, bookingId) => await answer(bookings.POST('/api/v1/bookings/{bookingId}/end', { ...by(token), params: { path: { bookingId } } })),
  createReview: async (token, body) => await answer(reviews.POST('/api/v1/reviews', { ...by(token), body })),
  listReviews: async (token, roomId) => await answer(reviews.GET('/api/v1/reviews', { ...by(token), params: { query: { roomId } } })),
  deleteReview: async (token, reviewId) => await answer(reviews.DELETE('/api/v1/reviews/{reviewId}', { ...by(token), params: { path: { reviewId } } }))
}, given('WALKER'))
