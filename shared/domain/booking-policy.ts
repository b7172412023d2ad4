import type { BookingPolicy } from '../contract/generated/rooms.schemas.ts'
import { zoneClock } from './zone-clock.ts'

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

/**
 * When a booking has to be over at the latest: with the last of so many days after today, by the room's calendar.
 *
 * @param now in milliseconds since the epoch, as is the result
 */
export function latestEnd ({ maximumDaysAhead }: BookingPolicy, timeZone: string, now: number): number {
  const clock = zoneClock(timeZone)
  return clock.instantOf((localDay(clock.localAt(now)) + maximumDaysAhead + 1) * dayMilliseconds)
}

/** How many days after today a booking is over, by the room's calendar; instants in milliseconds since the epoch. */
export function daysAhead (endsAt: number, timeZone: string, now: number): number {
  const clock = zoneClock(timeZone)
  return localDay(clock.localAt(endsAt - 1)) - localDay(clock.localAt(now))
}

function localDay (local: number): number {
  return Math.floor(local / dayMilliseconds)
}
