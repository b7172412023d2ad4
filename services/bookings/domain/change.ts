import type { BookingStatus, PolicyViolation } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { violationsOf, type Proposal, type RoomRules } from './policy.ts'
import { isWithin } from './slot.ts'

/** A booking as far as it matters for a change. */
export interface Changeable extends Proposal { status: BookingStatus }

/** What a change comes to under the rules of the room that the booking is then in. */
export interface Judgement {
  violations: PolicyViolation[]
  status: BookingStatus
  /** Whether the booking takes time that it did not have. */
  takesTime: boolean
}

/**
 * Judges what changes.
 * @throws Refusal `booking.approval_required` when a confirmed booking would take time that nobody approved
 */
export function judgeChange (before: Changeable, after: Changeable, room: RoomRules, now: Date, override: boolean): Judgement {
  const takes = before.roomId !== after.roomId || !isWithin(after, before)
  const violations = violationsOf(after, room, now, { override, before })
  if (!takes) return { violations, status: before.status, takesTime: false }
  if (!room.policy.requiresApproval) return { violations, status: 'confirmed', takesTime: true }
  if (before.status === 'confirmed' && !override) throw new Refusal('booking.approval_required', 'The room requires approval, and this is not the time that was approved. Cancel the booking and make a new one, or ask a facility manager to change it.')
  return { violations, status: before.status, takesTime: true }
}
