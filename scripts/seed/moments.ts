import { Temporal } from 'temporal-polyfill'

const saturday = 6

/**
 * The working day that lies so many working days ahead of today, or behind it, where a time zone has today. So the demo data have their
 * meetings from Monday to Friday, whenever they are made.
 */
export function workingDay (timeZone: string, days: number, now = Temporal.Now.instant()): Temporal.PlainDate {
  const step = { days: Math.sign(days) }
  let date = now.toZonedDateTimeISO(timeZone).toPlainDate()
  for (let left = Math.abs(days); left > 0;) {
    date = date.add(step)
    if (date.dayOfWeek < saturday) left--
  }
  return date
}

/** The instant at which a time zone has a time of a day. */
export function instantOf (date: Temporal.PlainDate, time: string, timeZone: string): Date {
  return new Date(date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds)
}

/** When a meeting begins and ends. */
export function slotOf ({ day, at, minutes }: { day: number, at: string, minutes: number }, timeZone: string): { startsAt: Date, endsAt: Date } {
  const startsAt = instantOf(workingDay(timeZone, day), at, timeZone)
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
}
