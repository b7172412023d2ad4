import { freshKey, instant, register, roomLike, type Journey } from '../world.ts'

const hour = 3_600_000

/** Review, Moderation, Rating: somebody uses a room and says what it is like; others find that helpful, or not. */
const review: Journey = async world => {
  const { rooms, bookings, reviews, ledger, manager, moderator } = world
  const { id: roomId } = await rooms.createRoom({ body: roomLike(), headers: freshKey() }, manager)
  const [author, reader] = [await register(world), await register(world)]
  const now = Date.now()
  const visit = await bookings.createBooking({ body: { roomId, title: 'Drill', startsAt: instant(now), endsAt: instant(now + hour) }, headers: freshKey() }, author)
  const booking = ledger.keep('booking', visit, async ({ id }) => await bookings.getBooking({ params: { bookingId: id } }, manager))
  await booking.change(async () => await bookings.endBooking({ params: { bookingId: visit.id } }, author))

  const made = await reviews.createReview({ body: { roomId, rating: 4, title: 'Drill' }, headers: freshKey() }, author)
  const params = { reviewId: made.id }
  const kept = ledger.keep('review', made, async () => await reviews.getReview({ params }, moderator), ['version', 'updatedAt'])
  await reviews.getReview({ params }, reader)
  await kept.change(async () => await reviews.updateReview({ params, body: { rating: 2, comment: 'Too warm' } }, author))
  await kept.change(async () => await reviews.markReviewHelpful({ params }, reader))
  await kept.change(async () => await reviews.unmarkReviewHelpful({ params }, reader))
  await reviews.flagReview({ params, body: { reason: 'off_topic' }, headers: freshKey() }, reader)
  await reviews.listFlaggedReviews({ query: { limit: 5 } }, moderator)
  await kept.change(async () => await reviews.moderateReview({ params, body: { action: 'approve' } }, moderator))
  await reviews.listModerationLog({ query: { reviewId: made.id } }, moderator)
  await reviews.getReviewHistory({ params, query: {} }, moderator)
  await reviews.listReviews({ query: { roomId, limit: 5 } }, reader)
  await reviews.getRoomRating({ params: { roomId } }, reader)
  if (Math.random() < 0.5) await kept.remove(async () => await reviews.deleteReview({ params }, author))
}

/** Rating: how all rooms are liked. */
const ratings: Journey = async ({ reviews, moderator, roomIds }) => {
  await reviews.listRoomRatings({ query: { limit: 5 } }, moderator)
  await reviews.getReviewStatistics({ query: { roomId: [roomIds[0] as string] } }, moderator)
}

export const reviewsJourneys: Journey[] = [review, ratings]
