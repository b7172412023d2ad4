/** The journey with the classes of swagger-typescript-api. */
import { given, walk, type Answer } from './journey.ts'
import { Api as Bookings } from './swagger-typescript-api/bookings.ts'
import { Api as Reviews } from './swagger-typescript-api/reviews.ts'
import { Api as Rooms } from './swagger-typescript-api/rooms.ts'
import { Api as Users, type HttpResponse } from './swagger-typescript-api/users.ts'

const { session } = new Users({ baseUrl: given('USERS_URL') })
const { catalogue, availability } = new Rooms({ baseUrl: given('ROOMS_URL') })
const { booking } = new Bookings({ baseUrl: given('BOOKINGS_URL') })
const { review } = new Reviews({ baseUrl: given('REVIEWS_URL') })
const by = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** These clients throw what is no success. */
async function answer<Body, Failure extends { code: string, message: string }> (call: Promise<HttpResponse<Body, Failure>>): Promise<Answer<Body>> {
  const { status, data, error } = await call.catch((response: HttpResponse<Body, Failure>) => response)
  return { status, body: data, error }
}

await walk({
  registerUser: async body => await answer(session.registerUser(body)),
  login: async body => await answer(session.login(body)),
  createRoom: async (token, body) => await answer(catalogue.createRoom(body, by(token))),
  getRoomAvailability: async (token, roomId, from, to) => await answer(availability.getRoomAvailability(roomId, { from, to }, by(token))),
  createBooking: async (token, body) => await answer(booking.createBooking(body, by(token))),
  cancelBooking: async (token, bookingId, reason) => await answer(booking.cancelBooking(bookingId, { reason }, by(token))),
  endBooking: async (token, bookingId) => await answer(booking.endBooking(bookingId, by(token))),
  createReview: async (token, body) => await answer(review.createReview(body, by(token))),
  listReviews: async (token, roomId) => await answer(review.listReviews({ roomId }, by(token))),
  deleteReview: async (token, reviewId) => await answer(review.deleteReview(reviewId, by(token)))
}, given('WALKER'))
