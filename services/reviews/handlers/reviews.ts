import { RemoteError, type CallContext } from '../../../shared/contract/client.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { assertNotInModeration, assertUndecided } from '../domain/moderation.ts'
import { assertNotOwn, isListed, moderates, noSuchReview, seenBy } from '../domain/visibility.ts'
import { toReview } from '../repository/rows.ts'
import type { Needs, ReviewsHandlers } from './needs.ts'

type Operations = 'listReviews' | 'createReview' | 'getReview' | 'updateReview' | 'deleteReview' | 'markReviewHelpful' | 'unmarkReviewHelpful'

/** Writing and reading reviews. */
export function reviewHandlers ({ repository: { reviews, edits, marks }, bookings }: Needs): Pick<ReviewsHandlers, Operations> {
  /** The author's completed booking of the room: the given one, or any. */
  async function completedBooking (roomId: string, bookingId: string | undefined, userId: string, context: CallContext): Promise<string | undefined> {
    if (bookingId === undefined) {
      const { items } = await bookings.listBookings({ query: { roomId, userId, status: 'completed', limit: 1 } }, context)
      return items[0]?.id
    }
    const booking = await bookings.getBooking({ params: { bookingId } }, context).catch((error: unknown) => {
      if (error instanceof RemoteError && (error.status === 404 || error.status === 403)) return undefined
      throw error
    })
    return booking?.roomId === roomId && booking.userId === userId && booking.status === 'completed' ? booking.id : undefined
  }

  return {
    async listReviews ({ query: { status, userId, ...query } }, { caller }) {
      const isOwn = userId === caller.id
      if (status !== undefined && !isListed(status) && !isOwn && !moderates(caller)) {
        throw new Refusal('review.not_yours', `Reviews that are ${status} are seen by their authors and moderators only. Ask for your own with userId=${caller.id}.`)
      }
      const listedOnly = status === undefined ? !isOwn : isListed(status)
      return await reviews.page({ ...query, ...(status && { status }), ...(userId !== undefined && { userId }), listedOnly })
    },

    async createReview ({ body: { roomId, bookingId, rating, title = null, comment = null, pros = null, cons = null } }, { caller, correlationId, attempt }) {
      const completed = await completedBooking(roomId, bookingId, caller.id, { token: caller.token, correlationId })
      if (completed === undefined) {
        throw new Refusal('review.room_not_used', 'You can review a room once a booking of yours there is completed. Come back after your meeting.')
      }
      return await reviews.create(roomId, { rating, title, comment, pros, cons }, completed, { actorId: caller.id, correlationId, attempt })
    },

    async getReview ({ params: { reviewId } }, { caller }) {
      return toReview(seenBy(caller, reviewId, await reviews.find(reviewId)))
    },

    async updateReview ({ params: { reviewId }, headers, body }, { caller, correlationId, attempt }) {
      const review = await edits.edit(reviewId, review => {
        const { userId, status, version } = seenBy(caller, reviewId, review)
        if (userId !== caller.id) throw new Refusal('review.not_yours', 'Only its author may change a review.')
        assertCurrent(headers['if-match'], version)
        assertUndecided(status)
      }, body, { actorId: caller.id, correlationId, attempt })
      return toReview(seenBy(caller, reviewId, review))
    },

    async deleteReview ({ params: { reviewId }, headers }, { caller, correlationId, attempt }) {
      const review = await edits.remove(reviewId, review => {
        const { userId, status, version } = seenBy(caller, reviewId, review)
        if (userId !== caller.id && !moderates(caller)) throw new Refusal('review.not_yours', 'Only its author, a moderator or an admin may delete a review.')
        assertCurrent(headers['if-match'], version)
        if (userId === caller.id) assertNotInModeration(status)
      }, { actorId: caller.id, correlationId, attempt })
      if (!review) throw noSuchReview(reviewId)
    },

    async markReviewHelpful ({ params: { reviewId } }, { caller }) {
      assertNotOwn(seenBy(caller, reviewId, await reviews.find(reviewId)), caller, 'find it helpful')
      await marks.mark(reviewId, caller.id)
      return toReview(seenBy(caller, reviewId, await reviews.find(reviewId)))
    },

    async unmarkReviewHelpful ({ params: { reviewId } }, { caller }) {
      seenBy(caller, reviewId, await reviews.find(reviewId))
      await marks.unmark(reviewId, caller.id)
      return toReview(seenBy(caller, reviewId, await reviews.find(reviewId)))
    }
  }
}
