import { instantOn } from './recurrence.ts'
import { ruleText, type RecurrenceRule } from './recurrence-rule.ts'
import { dayMilliseconds } from './slot.ts'

/** The weeks of a month that Outlook counts; its fifth is the last one. */
const countedWeeks: ReadonlySet<number | undefined> = new Set([-1, 1, 2, 3, 4])
/** Outlook takes later days as the last one of a shorter month, where RFC 5545 has no occurrence. */
const lastCommonDay = 28

/**
 * Whether every program reads a rule as RFC 5545 has it. Outlook is the measure: it skips events whose rule fits none of its templates
 * ([MS-OXCICAL], section 2.1.3.2.2).
 *
 * @param first the day of the first occurrence, like `2026-03-02`
 */
export function isWidelyRead ({ frequency, weekdays, monthDays, months, positions }: RecurrenceRule, first: string): boolean {
  const [month] = months
  switch (frequency) {
    case 'DAILY': return weekdays.length + monthDays.length + months.length + positions.length === 0
    case 'WEEKLY': return months.length + positions.length === 0
    case 'MONTHLY': return months.length === 0 && isOneDay()
    case 'YEARLY': return months.length === 1 && month === Number(first.slice(5, 7)) ? isOneDay() : weekdays.length + monthDays.length + months.length + positions.length === 0 && isCommon()
  }

  function isOneDay (): boolean {
    if (weekdays.length === 0) return positions.length === 0 && isCommon()
    if (monthDays.length > 0) return false
    const isCounted = weekdays.some(({ ordinal }) => ordinal !== undefined)
    return isCounted
      ? weekdays.length === 1 && positions.length === 0 && countedWeeks.has(weekdays[0]?.ordinal)
      : positions.length === 1 && countedWeeks.has(positions[0])
  }

  function isCommon (): boolean {
    const [day = Number(first.slice(8)), ...others] = monthDays
    return others.length === 0 && (day === -1 || (day > 0 && day <= lastCommonDay))
  }
}

/** A rule that ends with the day of its last occurrence, as text. */
export function ruleUntil (rule: RecurrenceRule, date: string, timeZone: string): string {
  const nextDay = dayAfter(date)
  const until = new Date(instantOn(nextDay, '00:00', timeZone).getTime() - 1000)
  return ruleText({ ...rule, end: { untilInstant: until.toISOString() } })
}

/** The simplest rule that has occurrences on all of some days, and the other days that it has. */
export function weeklyRule (dates: readonly [string, ...string[]], timeZone: string): { recurrence: string, others: string[] } {
  const named = new Set(dates)
  const last = dates.at(-1) as string
  const weekdays = [...new Set(dates.map(weekdayOf))].sort((a, b) => a - b)
  const others: string[] = []
  for (let date = dates[0]; date < last; date = dayAfter(date)) if (!named.has(date) && weekdays.includes(weekdayOf(date))) others.push(date)
  const rule: RecurrenceRule = {
    frequency: 'WEEKLY',
    interval: 1,
    weekdays: weekdays.map(weekday => ({ weekday, ordinal: undefined })),
    monthDays: [],
    months: [],
    positions: [],
    weekStart: 1,
    end: { untilDate: last }
  }
  return { recurrence: ruleUntil(rule, last, timeZone), others }
}

/** The day after a day. */
export function dayAfter (date: string): string {
  return new Date(Date.parse(date) + dayMilliseconds).toISOString().slice(0, date.length)
}

/** 1 is Monday. */
function weekdayOf (date: string): number {
  return new Date(date).getUTCDay() || 7
}
