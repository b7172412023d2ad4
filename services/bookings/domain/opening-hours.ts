import type { OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'
import { weekdayOf } from '../../../shared/domain/opening-hours.ts'
import { textOf, zoneClock } from '../../../shared/domain/zone-clock.ts'

/** The weekday's name and the clock time of an instant, for people: `monday 06:30`. */
export function localClock (instant: Date, timeZone: string): string {
  const local = zoneClock(timeZone).localAt(instant.getTime())
  return `${weekdayOf(local)} ${textOf(local).slice('2026-03-02T'.length, '2026-03-02T10:00'.length)}`
}

/** The opening hours of the local day of an instant, for people: `monday 07:00 to 22:00` or `closed on sunday`. */
export function hoursAt (instant: Date, hours: OpeningHours, timeZone: string): string {
  const weekday = weekdayOf(zoneClock(timeZone).localAt(instant.getTime()))
  const day = hours[weekday]
  return day ? `${weekday} ${day.opens} to ${day.closes}` : `closed on ${weekday}`
}
