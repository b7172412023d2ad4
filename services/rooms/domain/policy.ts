import type { BookingPolicy, Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { earliestStart, latestEnd, leavesNotice } from '../../../shared/domain/booking-policy.ts'
import { Refusal } from '../../../shared/errors.ts'
import { minuteMilliseconds, type Interval } from './interval.ts'

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
export function allowsNow ({ policy, timeZone }: Pick<Room, 'policy' | 'timeZone'>, { startsAt, endsAt }: Interval, now: number): boolean {
  return startsAt >= earliestStart(policy.requiresApproval, now) && leavesNotice(policy, startsAt, now) && endsAt <= latestEnd(policy, timeZone, now)
}
