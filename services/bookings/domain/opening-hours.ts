import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'
import type { Slot } from './slot.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The weekday's name and the clock time of an instant, for people: `monday 06:30`. */
export function localClock (instant: Date, timeZone: string): string {
  const local = zoned(instant, timeZone)
  return `${weekdays[local.dayOfWeek - 1]} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The opening hours of the local day of an instant, for people: `monday 07:00 to 22:00` or `closed on sunday`. */
export function hoursAt (instant: Date, hours: OpeningHours, timeZone: string): string {
  const weekday = weekdays[zoned(instant, timeZone).dayOfWeek - 1] as typeof weekdays[number]
  const day = hours[weekday]
  return day ? `${weekday} ${day.opens} to ${day.closes}` : `closed on ${weekday}`
}

/**
 * When a room is open, day by day, on all local days that a range touches. Days that follow each other without a break are joined.
 *
 * @param timeZone the room's IANA time zone; a local time that does not exist moves forward by the gap, an ambiguous one is the first
 */
export function openIntervals (hours: OpeningHours, timeZone: string, { startsAt, endsAt }: Slot): Slot[] {
  const intervals: Slot[] = []
  const last = zoned(endsAt, timeZone).toPlainDate()
  for (let date = zoned(startsAt, timeZone).toPlainDate(); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const day = hours[weekdays[date.dayOfWeek - 1] as typeof weekdays[number]]
    if (!day) continue
    const opens = instantOf(date, day.opens, timeZone)
    const closes = day.closes === '24:00' ? instantOf(date.add({ days: 1 }), '00:00', timeZone) : instantOf(date, day.closes, timeZone)
    const previous = intervals.at(-1)
    if (previous && previous.endsAt.getTime() === opens.getTime()) previous.endsAt = closes
    else if (opens < closes) intervals.push({ startsAt: opens, endsAt: closes })
  }
  return intervals
}

function zoned (instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function instantOf (date: Temporal.PlainDate, time: string, timeZone: string): Date {
  return new Date(date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds)
}
