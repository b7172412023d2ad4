import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { mergeWithin, type Interval } from './interval.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const mostInstantsKept = 100_000
const instants = new Map<string, number>()

/**
 * Refuses a day that closes before it opens.
 * @throws Refusal `room.opening_hours_invalid`
 */
export function assertOpeningHours (hours: OpeningHours): void {
  for (const weekday of weekdays) {
    const day = hours[weekday]
    if (day && day.opens >= day.closes) {
      throw new Refusal('room.opening_hours_invalid', `On ${weekday} the room closes at ${day.closes}, which is not after ${day.opens}. Give ${weekday} a later \`closes\`, or \`null\` when it is closed.`)
    }
  }
}

/**
 * When a room is open within a range, in order; days that meet at midnight are one interval. A local time that does not exist moves
 * forward by the gap, an ambiguous one is the first.
 */
export function openWithin (hours: OpeningHours, timeZone: string, range: Interval): Interval[] {
  const open: Interval[] = []
  // A day more at either end: a time that is moved by a gap may leave its day.
  const last = dateAt(range.endsAt, timeZone).add({ days: 1 })
  for (let date = dateAt(range.startsAt, timeZone).subtract({ days: 1 }); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const day = hours[weekdays[date.dayOfWeek - 1] as typeof weekdays[number]]
    if (day) open.push({ startsAt: instantOf(date, day.opens, timeZone), endsAt: instantOf(date, day.closes, timeZone) })
  }
  return mergeWithin(open, range)
}

function dateAt (instant: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** The instant of a local time, which is slow to find and asked for again and again. */
function instantOf (date: Temporal.PlainDate, time: string, timeZone: string): number {
  const key = `${timeZone} ${date.toString()} ${time}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const local = time === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(Temporal.PlainTime.from(time))
  const instant = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  if (instants.size >= mostInstantsKept) instants.clear()
  instants.set(key, instant)
  return instant
}
