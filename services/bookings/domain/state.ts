import type { BookingStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

/** What of a booking decides its state. */
export interface Stateful { status: BookingStatus, startsAt: Date, endsAt: Date, decisionReason: string | null, version: number, updatedAt: Date }

/** What time does to a booking. */
export type TimedAction = 'completed' | 'expired'

/** What time has done to a booking, stored or not: a confirmed one is completed at its end, a pending one rejected at its start. */
export function dueAction ({ status, startsAt, endsAt }: Pick<Stateful, 'status' | 'startsAt' | 'endsAt'>, now: Date): TimedAction | undefined {
  if (status === 'confirmed' && endsAt <= now) return 'completed'
  if (status === 'pending' && startsAt <= now) return 'expired'
  return undefined
}

/**
 * A booking as it is at an instant, whether or not that is stored yet. What time does is a change like any other, so the version is
 * one higher, as it will be when it is stored.
 */
export function asOf<B extends Stateful> (booking: B, now: Date): B {
  switch (dueAction(booking, now)) {
    case 'completed': return { ...booking, status: 'completed', version: booking.version + 1, updatedAt: booking.endsAt }
    case 'expired': return { ...booking, status: 'rejected', decisionReason: 'Nobody decided before it began.', version: booking.version + 1, updatedAt: booking.startsAt }
    default: return booking
  }
}

/** Whether a booking has its room and is not over. */
export function isLive ({ status }: Pick<Stateful, 'status'>): boolean {
  return status === 'pending' || status === 'confirmed'
}

/**
 * Refuses to cancel what is over.
 * @throws Refusal `booking.state_conflict`
 */
export function assertCancellable (booking: Stateful): void {
  if (!isLive(booking)) throw new Refusal('booking.state_conflict', `The booking is ${booking.status} and cannot be cancelled any more.`)
}

/**
 * Refuses to end what is not running.
 * @throws Refusal `booking.state_conflict`
 */
export function assertRunning ({ status, startsAt }: Stateful, now: Date): void {
  if (status !== 'confirmed') throw new Refusal('booking.state_conflict', `The booking is ${status}; only a running one can be ended.`)
  if (startsAt > now) throw new Refusal('booking.state_conflict', 'The booking has not begun. Cancel it instead.')
}

/**
 * Refuses to approve what does not wait for it.
 * @throws Refusal `booking.state_conflict`
 */
export function assertUndecided ({ status }: Stateful): void {
  if (status !== 'pending') throw new Refusal('booking.state_conflict', `The booking is ${status}; only a pending one can be approved.`)
}

/**
 * Refuses to reject what is over or has begun.
 * @throws Refusal `booking.state_conflict`
 */
export function assertRejectable (booking: Stateful, now: Date): void {
  if (!isLive(booking)) throw new Refusal('booking.state_conflict', `The booking is ${booking.status} and cannot be rejected any more.`)
  if (booking.startsAt <= now) throw new Refusal('booking.state_conflict', 'The booking has begun and cannot be rejected any more. End or cancel it.')
}

/**
 * Refuses changes of what is over, and of a running booking all but a later end.
 *
 * @param changed the names of the fields that would get another value
 * @throws Refusal `booking.state_conflict`
 */
export function assertChangeable (booking: Stateful, changed: readonly string[], endsAt: Date, now: Date): void {
  if (!isLive(booking)) throw new Refusal('booking.state_conflict', `The booking is ${booking.status} and cannot be changed any more.`)
  if (booking.startsAt > now) return
  if (changed.some(name => name !== 'endsAt')) throw new Refusal('booking.state_conflict', 'The booking has begun: it can only be extended, ended or cancelled.')
  if (endsAt < booking.endsAt) throw new Refusal('booking.state_conflict', 'The booking has begun: it can be extended, but not shortened. End it when you leave.')
}
