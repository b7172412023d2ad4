import type { BookingPolicy } from '../contract/generated/rooms.schemas.ts'

const minuteMilliseconds = 60_000
const dayMilliseconds = 86_400_000
/** A start so long ago is still a walk-up. */
const walkUpMilliseconds = 5 * minuteMilliseconds

/**
 * When a booking may begin at the earliest, whatever notice the room wants.
 *
 * @param now in milliseconds since the epoch, as is the result
 */
export function earliestStart (needsApproval: boolean, now: number): number {
  // What waits for approval is rejected when it begins, so it cannot begin at once.
  return needsApproval ? now + 1 : now - walkUpMilliseconds
}

/** Whether a start leaves the notice that the room wants; both instants in milliseconds since the epoch. */
export function leavesNotice ({ noticeMinutes }: BookingPolicy, startsAt: number, now: number): boolean {
  return noticeMinutes === 0 || startsAt >= now + noticeMinutes * minuteMilliseconds
}

/** When a booking has to be over at the latest; in milliseconds since the epoch. */
export function latestEnd ({ maximumDaysAhead }: BookingPolicy, now: number): number {
  return now + maximumDaysAhead * dayMilliseconds
}
