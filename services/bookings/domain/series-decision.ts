import { Refusal } from '../../../shared/errors.ts'
import { asOf, type Stateful } from './state.ts'

/** What a decision makes of bookings that wait for it. */
export type Decision = 'confirmed' | 'rejected'

/**
 * The occurrences of a series that wait for a decision and have not begun. None, where the decision is in effect already.
 *
 * @throws Refusal `booking.state_conflict` when none waits, and none has been decided so
 */
export function undecidedOf<O extends Stateful> (occurrences: readonly O[], decision: Decision, now: Date): O[] {
  const current = occurrences.map(occurrence => asOf(occurrence, now))
  const waiting = current.filter(({ status }) => status === 'pending')
  if (waiting.length === 0 && !current.some(({ status }) => status === decision)) {
    throw new Refusal('booking.state_conflict', 'No booking of the series waits for approval; only pending ones that have not begun can be decided on.')
  }
  return waiting
}
