import type { BookingStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { assertMayUse } from '../domain/ownership.ts'
import { assertCancellable, assertRejectable, assertRunning, assertUndecided } from '../domain/state.ts'
import type { BookingChange } from '../repository/bookings.ts'
import { toBooking, type BookingRecord } from '../repository/records.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

type Operations = Pick<BookingsHandlers, 'cancelBooking' | 'approveBooking' | 'rejectBooking' | 'endBooking'>

/** What ends a booking or lets it be. */
export function decisionHandlers ({ repository }: Pick<Needs, 'repository'>): Operations {
  /**
   * A change of state under the lock of the room, for those who may and who know the current version. A booking that is in the state already
   * stays as it is, whatever version is known: a repeated request is a success (RFC 9110, section 13.1.1).
   */
  async function decided (bookingId: string, to: BookingStatus, ifMatch: string | undefined, { caller, correlationId }: Pick<Parameters<Operations['endBooking']>[1], 'caller' | 'correlationId'>, decide: (booking: BookingRecord, now: Date) => BookingChange): ReturnType<Operations['endBooking']> {
    const record = await repository.bookings.change(bookingId, () => ({
      decide: (booking, now) => {
        assertMayUse(booking, caller)
        if (booking.status === to) return undefined
        assertCurrent(ifMatch, booking.version)
        return decide(booking, now)
      }
    }), { actorId: caller.id, correlationId })
    return toBooking(record, new Date())
  }

  return {
    async cancelBooking ({ params: { bookingId }, headers, body: { reason = null } }, context) {
      return await decided(bookingId, 'cancelled', headers['if-match'], context, booking => {
        assertCancellable(booking)
        return { action: 'cancelled', fields: { status: 'cancelled', cancellationReason: reason } }
      })
    },

    async approveBooking ({ params: { bookingId }, headers, body: { reason = null } }, context) {
      return await decided(bookingId, 'confirmed', headers['if-match'], context, booking => {
        assertUndecided(booking)
        // It has held its time since it was made, so nothing can be in the way.
        return { action: 'approved', fields: { status: 'confirmed', decisionReason: reason } }
      })
    },

    async rejectBooking ({ params: { bookingId }, headers, body: { reason = null } }, context) {
      return await decided(bookingId, 'rejected', headers['if-match'], context, (booking, now) => {
        assertRejectable(booking, now)
        return { action: 'rejected', fields: { status: 'rejected', decisionReason: reason } }
      })
    },

    async endBooking ({ params: { bookingId }, headers }, context) {
      return await decided(bookingId, 'completed', headers['if-match'], context, (booking, now) => {
        assertRunning(booking, now)
        // An interval is never empty, not even when somebody ends a booking in the moment in which it begins.
        return { action: 'ended', fields: { status: 'completed', endsAt: new Date(Math.max(now.getTime(), booking.startsAt.getTime() + 1)) } }
      })
    }
  }
}
