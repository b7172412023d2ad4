import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'

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

function zoned (instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}
