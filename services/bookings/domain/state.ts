import type { BookingStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

/** What of a booking decides its state. */
export interface Stateful { status: BookingStatus, startsAt: Date, endsAt: Date, version: number }

/**
 * A booking as it is at an instant: a confirmed one whose time has passed is completed, whether or not that is stored yet.
 * Completing counts as a change, so the version is one higher, as it will be when it is stored.
 */
export function asOf<B extends Stateful> (booking: B, now: Date): B {
  return booking.status === 'confirmed' && booking.endsAt <= now ? { ...booking, status: 'completed', version: booking.version + 1 } : booking
}

/**
 * Refuses to cancel what is over.
 * @throws Refusal `booking.state_conflict`
 */
export function assertCancellable ({ status }: Stateful): void {
  if (status === 'pending' || status === 'confirmed') return
  throw new Refusal('booking.state_conflict', `The booking is ${status} and cannot be cancelled any more.`)
}

/**
 * Refuses to end what is not running.
 * @throws Refusal `booking.state_conflict`
 */
export function assertRunning ({ status, startsAt }: Stateful, now: Date): void {
  if (status !== 'confirmed') throw new Refusal('booking.state_conflict', `The booking is ${status}; only a running one can be ended.`)
  if (startsAt > now) throw new Refusal('booking.state_conflict', 'The booking has not begun. Cancel it instead.')
}
