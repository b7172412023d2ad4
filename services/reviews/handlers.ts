import { RemoteError, type CallContext, type Client } from '../../shared/contract/client.ts'
import type { BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { reviewsContract } from '../../shared/contract/generated/reviews.operations.ts'
import type { Handlers } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ReviewsRepository } from './repository.ts'

interface Needs {
  probes: Pick<Handlers<typeof reviewsContract>, 'getHealth' | 'getReadiness'>
  reviews: ReviewsRepository
  bookings: Client<BookingsOperations>
}

/** One method for each operation of the reviews contract. */
export function reviewsHandlers ({ probes, reviews, bookings }: Needs): Handlers<typeof reviewsContract> {
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
    ...probes,

    async listReviews ({ query }) {
      return await reviews.page(query)
    },

    async createReview ({ body }, { caller, correlationId, attempt }) {
      const bookingId = await completedBooking(body.roomId, body.bookingId, caller.id, { token: caller.token, correlationId })
      if (bookingId === undefined) {
        throw new Refusal('review.room_not_used', 'You can review a room once a booking of yours there is completed. Come back after your meeting.')
      }
      return await reviews.create(body, bookingId, { actorId: caller.id, correlationId, attempt })
    }
  }
}
