import { violationsOf, type Proposal, type RoomRules } from './policy.ts'
import { dayMilliseconds, minuteMilliseconds, overlaps, widened, type Slot } from './slot.ts'

/** How far from the asked time to look. */
export const alternativesWithinMilliseconds = dayMilliseconds

/**
 * The nearest slots of the same length at which a room could be booked instead: right before or after what is booked, the nearest first.
 *
 * @param busy what is booked around the asked time
 */
export function nearestFree (proposal: Proposal, room: RoomRules, busy: readonly Slot[], now: Date, most: number): Slot[] {
  const start = proposal.startsAt.getTime()
  const length = proposal.endsAt.getTime() - start
  const buffer = room.policy.bufferMinutes * minuteMilliseconds
  const starts = new Set(busy.flatMap(({ startsAt, endsAt }) => [endsAt.getTime() + buffer, startsAt.getTime() - buffer - length]))
  return [...starts]
    .filter(candidate => Math.abs(candidate - start) <= alternativesWithinMilliseconds)
    .sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
    .map(candidate => ({ startsAt: new Date(candidate), endsAt: new Date(candidate + length) }))
    .filter(slot => slot.startsAt >= now && isBookable({ ...proposal, ...slot }, room, busy, now))
    .slice(0, most)
}

/** Whether a proposal breaks no rule and meets no booking. */
export function isBookable (proposal: Proposal, room: RoomRules, busy: readonly Slot[], now: Date): boolean {
  const wide = widened(proposal, room.policy.bufferMinutes)
  return !busy.some(slot => overlaps(slot, wide)) && violationsOf(proposal, room, now).length === 0
}
