import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '../contract/generated/rooms.schemas.ts'

/** A half-open interval `[startsAt, endsAt)`, in milliseconds since the epoch. */
interface Interval { startsAt: number, endsAt: number }

const dayMilliseconds = 86_400_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const epoch = Temporal.PlainDate.from('1970-01-01')
const mostInstantsKept = 100_000
const instants = new Map<string, number>()

/**
 * When a room is open within a range, in order; days that meet at midnight are one interval.
 *
 * @param timeZone the room's IANA time zone; a local time that does not exist moves forward by the gap, an ambiguous one is the first
 */
export function openWithin (hours: OpeningHours, timeZone: string, range: Interval): Interval[] {
  const open: Interval[] = []
  // A local day begins less than a day before or after that of UTC, and a time that is moved by a gap may leave its day.
  const last = Math.floor(range.endsAt / dayMilliseconds) + 2
  for (let epochDay = Math.floor(range.startsAt / dayMilliseconds) - 2; epochDay <= last; epochDay++) {
    const day = hours[weekdays[new Date(epochDay * dayMilliseconds).getUTCDay()] as typeof weekdays[number]]
    if (!day) continue
    const startsAt = Math.max(instantOf(epochDay, day.opens, timeZone), range.startsAt)
    const endsAt = Math.min(day.closes === '24:00' ? instantOf(epochDay + 1, '00:00', timeZone) : instantOf(epochDay, day.closes, timeZone), range.endsAt)
    if (startsAt >= endsAt) continue
    const before = open.at(-1)
    if (before && startsAt <= before.endsAt) before.endsAt = Math.max(before.endsAt, endsAt)
    else open.push({ startsAt, endsAt })
  }
  return open
}

/** The instant of a local time, which is slow to find and asked for again and again. */
function instantOf (epochDay: number, time: string, timeZone: string): number {
  const key = `${timeZone} ${epochDay} ${time}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const local = epoch.add({ days: epochDay }).toPlainDateTime(Temporal.PlainTime.from(time))
  const instant = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  if (instants.size >= mostInstantsKept) instants.clear()
  instants.set(key, instant)
  return instant
}
