import type { OpeningHours } from '../contract/generated/rooms.schemas.ts'
import { zoneClock } from './zone-clock.ts'

/** A half-open interval `[startsAt, endsAt)`, in milliseconds since the epoch. */
interface Interval { startsAt: number, endsAt: number }

const dayMilliseconds = 86_400_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/**
 * When a room is open within a range, in order; days that meet at midnight are one interval.
 *
 * @param timeZone the room's IANA time zone; a local time that does not exist moves forward by the gap, an ambiguous one is the first
 */
export function openWithin (hours: OpeningHours, timeZone: string, range: Interval): Interval[] {
  const clock = zoneClock(timeZone)
  const instantOf = (epochDay: number, time: string): number => clock.instantOf(epochDay * dayMilliseconds + millisecondsOf(time))
  const open: Interval[] = []
  // A local day begins less than a day before or after that of UTC, and a time that is moved by a gap may leave its day.
  const last = Math.floor(range.endsAt / dayMilliseconds) + 2
  for (let epochDay = Math.floor(range.startsAt / dayMilliseconds) - 2; epochDay <= last; epochDay++) {
    const day = hours[weekdayOf(epochDay * dayMilliseconds)]
    if (!day) continue
    const startsAt = Math.max(instantOf(epochDay, day.opens), range.startsAt)
    const endsAt = Math.min(instantOf(epochDay, day.closes), range.endsAt)
    if (startsAt >= endsAt) continue
    const before = open.at(-1)
    if (before && startsAt <= before.endsAt) before.endsAt = Math.max(before.endsAt, endsAt)
    else open.push({ startsAt, endsAt })
  }
  return open
}

/** The weekday of a local time, as `zoneClock` has it. */
export function weekdayOf (local: number): typeof weekdays[number] {
  return weekdays[new Date(local).getUTCDay()] as typeof weekdays[number]
}

/** A clock time like `07:30`, from midnight on; `24:00` is the next midnight. */
function millisecondsOf (time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
}
