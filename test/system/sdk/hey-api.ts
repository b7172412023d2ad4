/** The journey with the functions of @hey-api/openapi-ts. */
import { given, walk, type Answer } from './journey.ts'
import { createClient as createBookingsClient } from './hey-api/bookings/client/index.ts'
import { cancelBooking, createBooking, endBooking } from './hey-api/bookings/index.ts'
import { createClient as createReviewsClient } from './hey-api/reviews/client/index.ts'
import { createReview, deleteReview, listReviews } from './hey-api/reviews/index.ts'
import { createClient as createRoomsClient } from './hey-api/rooms/client/index.ts'
import { createRoom, getRoomAvailability } from './hey-api/rooms/index.ts'
import { createClient as createUsersClient } from './hey-api/users/client/index.ts'
import { login, registerUser } from './hey-api/users/index.ts'

const users = { client: createUsersClient({ baseUrl: given('USERS_URL') }) }
const rooms = { client: createRoomsClient({ baseUrl: given('ROOMS_URL') }) }
const bookings = { client: createBookingsClient({ baseUrl: given('BOOKINGS_URL') }) }
const reviews = { client: createReviewsClient({ baseUrl: given('REVIEWS_URL') }) }

async function answer<Body, Failure extends { code: string, message: string }> (call: Promise<{ response?: Response, data?: Body | undefined, error?: Failure | undefined }>): Promise<Answer<Body>> {
  const { response, data, error } = await call
  return { status: response?.status ?? 0, body: data, error }
}

await walk({
  registerUser: async body => await answer(registerUser({ ...users, body })),
  login: async body => await answer(login({ ...users, body })),
  createRoom: async (auth, body) => await answer(createRoom({ ...rooms, auth, body })),
  getRoomAvailability: async (auth, roomId, from, to) => await answer(getRoomAvailability({ ...rooms, auth, path: { roomId }, query: { from, to } })),
  createBooking: async (auth, body) => await answer(createBooking({ ...bookings, auth, body })),
  cancelBooking: async (auth, bookingId, reason) => await answer(cancelBooking({ ...bookings, auth, path: { bookingId }, body: { reason } })),
  endBooking: async (auth, bookingId) => await answer(endBooking({ ...bookings, auth, path: { bookingId } })),
  createReview: async (auth, body) => await answer(createReview({ ...reviews, auth, body })),
  listReviews: async (auth, roomId) => await answer(listReviews({ ...reviews, auth, query: { roomId } })),
  deleteReview: async (auth, reviewId) => await answer(deleteReview({ ...reviews, auth, path: { reviewId } }))
}, given('WALKER'))
