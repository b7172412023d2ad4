import { Temporal } from 'temporal-polyfill'
import { localText, zoneClock } from '../../../shared/domain/zone-clock.ts'
import { mostOccurrences, recurrenceRefusal, type RecurrenceRule, type WeekdayRule } from './recurrence-rule.ts'
import { overlaps, widened, type Slot } from './slot.ts'

const longestSeries = { years: 2 } as const

/** A slot of a series, and the local day that the rule has it on. */
export interface PlannedSlot extends Slot { date: string }

/** The first slot of a series. Its start says at which local time the others begin, unless the clock skips that time on its day. */
export interface FirstSlot extends Slot { startTime?: string }

/**
 * The slots of a series. Each begins at the same local time in the room's zone and lasts exactly as long.
 *
 * @param first the earliest slot there can be
 * @param excluded starts to leave out; they count towards COUNT all the same
 * @throws Refusal `booking.recurrence_invalid` when there are none, too many, or they go on for too long
 */
export function occurrencesOf (rule: RecurrenceRule, first: FirstSlot, timeZone: string, excluded: readonly Date[] = []): PlannedSlot[] {
  const time = first.startTime ?? localTime(first.startsAt, timeZone)
  const length = first.endsAt.getTime() - first.startsAt.getTime()
  const left = new Set(excluded.map(date => date.getTime()))
  const slots: PlannedSlot[] = []
  for (const day of datesOf(rule, Temporal.PlainDate.from(localDate(first.startsAt, timeZone)), timeZone)) {
    const date = day.toString()
    const startsAt = instantOn(date, time, timeZone)
    if ('untilInstant' in rule.end && startsAt > new Date(rule.end.untilInstant)) break
    if (!left.has(startsAt.getTime())) slots.push({ date, startsAt, endsAt: new Date(startsAt.getTime() + length) })
  }
  if (slots.length === 0) throw recurrenceRefusal('The recurrence rule has no occurrence. Check UNTIL, and what is excluded.')
  return slots
}

/** The local day of an instant, as `2026-03-02`. */
export function localDate (instant: Date, timeZone: string): string {
  return localText(instant, timeZone).slice(0, '2026-03-02'.length)
}

/** The instant at which a local day has a clock time like `10:00` or `10:00:00`. */
export function instantOn (date: string, time: string, timeZone: string): Date {
  return new Date(zoneClock(timeZone).instantOf(Date.parse(`${date}T${time}Z`)))
}

/** The clock time of an instant, as `10:00:00`; with milliseconds where it has some. */
export function localTime (instant: Date, timeZone: string): string {
  return new Date(zoneClock(timeZone).localAt(instant.getTime())).toISOString().slice('2026-03-02T'.length, -1).replace('.000', '')
}

/**
 * Refuses a series that is in its own way.
 *
 * @param slots by start
 * @param bufferMinutes how long the room stays empty between two bookings
 * @throws Refusal `booking.recurrence_invalid`
 */
export function assertApart (slots: readonly Slot[], bufferMinutes: number): void {
  for (const [index, slot] of slots.entries()) {
    const next = slots[index + 1]
    if (next && overlaps(widened(slot, bufferMinutes), next)) throw recurrenceRefusal(`The occurrences at ${slot.startsAt.toISOString()} and ${next.startsAt.toISOString()} overlap, or leave no time for the room's buffer. Shorten them or let them recur less often.`)
  }
}

/** The days of a rule, from the first on. */
function datesOf (rule: RecurrenceRule, first: Temporal.PlainDate, timeZone: string): Temporal.PlainDate[] {
  const horizon = first.add(longestSeries)
  const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0
  const until = 'untilDate' in rule.end
    ? Temporal.PlainDate.from(rule.end.untilDate)
    : 'untilInstant' in rule.end ? Temporal.PlainDate.from(localDate(new Date(rule.end.untilInstant), timeZone)) : undefined
  if (until && isAfter(until, horizon)) throw recurrenceRefusal('The series goes on for more than two years. Choose an earlier UNTIL.')
  const count = 'count' in rule.end ? rule.end.count : mostOccurrences + 1
  const dates: Temporal.PlainDate[] = []
  for (let step = 0; dates.length < count; step++) {
    const { from, days } = periodOf(rule, first, step)
    if (isAfter(from, until ?? horizon)) {
      if (until) break
      throw recurrenceRefusal('The series goes on for more than two years. Choose a smaller COUNT.')
    }
    const inPeriod: Temporal.PlainDate[] = []
    for (let day = 0; day < days; day++) {
      const date = from.add({ days: day })
      if (matches(rule, date, first)) inPeriod.push(date)
    }
    for (const date of chosen(inPeriod, rule.positions)) {
      if (isAfter(first, date) || (until && isAfter(date, until)) || dates.length === count) continue
      if (isAfter(date, horizon)) throw recurrenceRefusal('The series goes on for more than two years. Choose a smaller COUNT.')
      dates.push(date)
    }
  }
  if (dates.length > mostOccurrences) throw recurrenceRefusal(`The series has more than ${mostOccurrences} occurrences. Choose an earlier UNTIL.`)
  return dates
}

/** The days among which a step of the rule chooses. */
function periodOf ({ frequency, interval, weekStart }: RecurrenceRule, first: Temporal.PlainDate, step: number): { from: Temporal.PlainDate, days: number } {
  const distance = step * interval
  switch (frequency) {
    case 'DAILY': return { from: first.add({ days: distance }), days: 1 }
    case 'WEEKLY': return { from: first.subtract({ days: (first.dayOfWeek - weekStart + 7) % 7 }).add({ weeks: distance }), days: 7 }
    case 'MONTHLY': {
      const from = first.with({ day: 1 }).add({ months: distance })
      return { from, days: from.daysInMonth }
    }
    case 'YEARLY': {
      const from = first.with({ month: 1, day: 1 }).add({ years: distance })
      return { from, days: from.daysInYear }
    }
  }
}

/** Whether a day has all that the rule names; what it does not name comes from the first day. */
function matches ({ frequency, weekdays, monthDays, months }: RecurrenceRule, date: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const daysNamed = weekdays.length > 0 || monthDays.length > 0
  if (months.length > 0 ? !months.includes(date.month) : frequency === 'YEARLY' && !daysNamed && date.month !== first.month) return false
  if (monthDays.length > 0 && !monthDays.some(day => (day > 0 ? day : date.daysInMonth + 1 + day) === date.day)) return false
  if (weekdays.length > 0) {
    const withinMonth = frequency === 'MONTHLY' || months.length > 0
    return weekdays.some(weekday => isWeekday(weekday, date, withinMonth))
  }
  if (monthDays.length > 0 || frequency === 'DAILY') return true
  return frequency === 'WEEKLY' ? date.dayOfWeek === first.dayOfWeek : date.day === first.day
}

function isWeekday ({ weekday, ordinal }: WeekdayRule, date: Temporal.PlainDate, withinMonth: boolean): boolean {
  if (date.dayOfWeek !== weekday) return false
  if (ordinal === undefined) return true
  const [day, length] = withinMonth ? [date.day, date.daysInMonth] : [date.dayOfYear, date.daysInYear]
  return (ordinal > 0 ? Math.ceil(day / 7) : -Math.ceil((length - day + 1) / 7)) === ordinal
}

function chosen (dates: Temporal.PlainDate[], positions: readonly number[]): Temporal.PlainDate[] {
  if (positions.length === 0) return dates
  return dates.filter((_date, index) => positions.includes(index + 1) || positions.includes(index - dates.length))
}
