import type { BookingPolicy } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { dayMilliseconds, minuteMilliseconds, type Interval } from './interval.ts'

/** A start so long ago is still a walk-up. */
const walkUpMilliseconds = 5 * minuteMilliseconds

/**
 * Refuses rules that no booking could keep.
 * @throws Refusal `room.policy_invalid`
 */
export function assertPolicy ({ minimumMinutes, maximumMinutes }: BookingPolicy): void {
  if (minimumMinutes > maximumMinutes) {
    throw new Refusal('room.policy_invalid', `Bookings would last at least ${minimumMinutes} and at most ${maximumMinutes} minutes. Raise \`maximumMinutes\` or lower \`minimumMinutes\`.`)
  }
}

/** Whether a booking may last so long. */
export function allowsLength ({ minimumMinutes, maximumMinutes }: BookingPolicy, { startsAt, endsAt }: Interval): boolean {
  const minutes = (endsAt - startsAt) / minuteMilliseconds
  return minutes >= minimumMinutes && minutes <= maximumMinutes
}

/** Whether a booking of the slot could be made now, neither too late nor too early. */
export function allowsNow ({ noticeMinutes, maximumDaysAhead, requiresApproval }: BookingPolicy, { startsAt, endsAt }: Interval, now: Date): boolean {
  // What waits for approval is rejected when it begins, so it cannot begin at once.
  const notice = noticeMinutes > 0 ? noticeMinutes * minuteMilliseconds : requiresApproval ? 1 : -walkUpMilliseconds
  return startsAt >= now.getTime() + notice && endsAt <= now.getTime() + maximumDaysAhead * dayMilliseconds
}
