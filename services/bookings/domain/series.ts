import type { BookingSeriesUpdate } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { instantOn, localDate, occurrencesOf, type PlannedSlot } from './recurrence.ts'
import { parseRule, recurrenceRefusal, ruleText, type RecurrenceRule } from './recurrence-rule.ts'
import { minuteMilliseconds, type Slot } from './slot.ts'
import { isLive, type Stateful } from './state.ts'

/** What of a series decides when it recurs. Its slot is that of the first occurrence, and `startTime` the local time of all. */
export interface Recurring extends Slot { timeZone: string, startTime: string, recurrence: string, excludedStarts: Date[] }

/** What tells which occurrence of its series a booking is. */
export interface Placed extends Slot { originalStartsAt: Date | null, occurrenceDate: string | null }

/** An occurrence as far as changes of its series look at it. */
export interface Occurrence extends Stateful, Placed { changedByItself: boolean }

/** Which occurrences a change is about. */
export type Scope = Pick<BookingSeriesUpdate, 'scope' | 'from'>
export type Retiming = Pick<BookingSeriesUpdate, 'startTime' | 'durationMinutes' | 'recurrence'>

/** What a change makes of the times of a series. */
export interface SeriesPlan<O> {
  /** The series that goes on with the changed times. */
  recurring: Recurring
  /** The rule that the series keeps for what comes before; there when the series is split. */
  endedRecurrence: string | undefined
  kept: Array<{ occurrence: O, slot: PlannedSlot }>
  cancelled: O[]
  added: PlannedSlot[]
}

/**
 * Refuses a scope that does not make sense.
 * @throws Refusal `booking.scope_invalid`
 */
export function assertScope ({ scope, from }: Scope): void {
  if (scope === 'following' && from === undefined) throw new Refusal('booking.scope_invalid', 'Say with `from` which occurrence is the first, by its `originalStartsAt`.')
  if (scope === 'all' && from !== undefined) throw new Refusal('booking.scope_invalid', '`from` goes with the scope `following` only. Leave it out.')
}

/** The local day that a series has an occurrence on: it stays the same when the series moves into another time zone. */
export function dayOf ({ occurrenceDate, originalStartsAt, startsAt }: Placed, timeZone: string): string {
  return occurrenceDate ?? localDate(originalStartsAt ?? startsAt, timeZone)
}

/**
 * The occurrences that a change is about: not begun, and not changed or cancelled by themselves.
 * @throws Refusal when `from` is none of the series
 */
export function affectedBy<O extends Occurrence> (scope: Scope, { timeZone }: Pick<Recurring, 'timeZone'>, occurrences: readonly O[], now: Date): O[] {
  const first = scope.from === undefined ? undefined : dayAt(scope.from, timeZone, occurrences)
  return occurrences.filter(occurrence => isLive(occurrence) && occurrence.startsAt > now && !occurrence.changedByItself && (first === undefined || dayOf(occurrence, timeZone) >= first))
}

/** The series and its occurrences after a change of its times. Occurrences stay on their local days. */
export function planChange<O extends Occurrence> (series: Recurring, occurrences: readonly O[], scope: Scope, { startTime, durationMinutes, recurrence }: Retiming, timeZone: string, now: Date): SeriesPlan<O> {
  const affected = affectedBy(scope, series, occurrences, now)
  const rule = parseRule(series.recurrence)
  const dates = occurrencesOf(rule, series, series.timeZone).map(({ date }) => date)
  const firstDate = scope.from === undefined ? localDate(series.startsAt, series.timeZone) : dayAt(scope.from, series.timeZone, occurrences)
  const before = dates.filter(date => date < firstDate)

  const time = startTime ?? series.startTime
  const length = durationMinutes === undefined ? series.endsAt.getTime() - series.startsAt.getTime() : durationMinutes * minuteMilliseconds
  const slotOn = (date: string): PlannedSlot => {
    const startsAt = instantOn(date, time, timeZone)
    return { date, startsAt, endsAt: new Date(startsAt.getTime() + length) }
  }
  const isSplit = before.length > 0
  const remaining: RecurrenceRule = recurrence !== undefined
    ? parseRule(recurrence)
    : { ...rule, end: 'count' in rule.end ? { count: dates.length - before.length } : { untilDate: dates.at(-1) as string } }
  // After a split, what was changed by itself stays with the old series, and the new one leaves its days out.
  const own = new Set(affected)
  const excludedDates = new Set(series.excludedStarts.map(start => localDate(start, series.timeZone)).filter(date => date >= firstDate))
  if (isSplit) for (const occurrence of occurrences) if (!own.has(occurrence)) excludedDates.add(dayOf(occurrence, series.timeZone))
  const excludedStarts = [...excludedDates].filter(date => date >= firstDate).sort().map(date => slotOn(date).startsAt)

  const planned = recurrence === undefined ? [] : occurrencesOf(remaining, { ...slotOn(firstDate), startTime: time }, timeZone)
  const slotByDate = new Map(planned.filter(({ date }) => !excludedDates.has(date)).map(slot => [slot.date, slot]))
  const kept: SeriesPlan<O>['kept'] = []
  const cancelled: O[] = []
  for (const occurrence of affected) {
    const date = dayOf(occurrence, series.timeZone)
    const slot = recurrence === undefined ? slotOn(date) : slotByDate.get(date)
    if (slot) kept.push({ occurrence, slot })
    else cancelled.push(occurrence)
  }
  const taken = new Set(occurrences.map(occurrence => dayOf(occurrence, series.timeZone)))
  const added = [...slotByDate].filter(([date, { startsAt }]) => !taken.has(date) && startsAt > now).map(([, slot]) => slot)
  if (kept.length + added.length === 0) throw recurrenceRefusal('No occurrence would be left that has not begun. Cancel the series instead.')
  const first = planned[0] ?? slotOn(firstDate)
  return {
    recurring: { startsAt: first.startsAt, endsAt: first.endsAt, timeZone, startTime: time, recurrence: ruleText(remaining), excludedStarts },
    endedRecurrence: isSplit ? ruleText(endedAt(rule, before)) : undefined,
    kept,
    cancelled,
    added
  }
}

/**
 * The rule of a series for what comes before some occurrence; undefined when nothing does.
 * @throws Refusal when `from` is none of the series
 */
export function recurrenceBefore (series: Recurring, occurrences: readonly Placed[], from: string): string | undefined {
  const rule = parseRule(series.recurrence)
  const first = dayAt(from, series.timeZone, occurrences)
  const before = occurrencesOf(rule, series, series.timeZone).map(({ date }) => date).filter(date => date < first)
  return before.length > 0 ? ruleText(endedAt(rule, before)) : undefined
}

function dayAt (from: string, timeZone: string, occurrences: readonly Placed[]): string {
  const start = new Date(from)
  const occurrence = occurrences.find(({ originalStartsAt }) => originalStartsAt?.getTime() === start.getTime())
  if (!occurrence) throw new Refusal('booking.scope_invalid', `The series has no occurrence at ${start.toISOString()}. Take the \`originalStartsAt\` of one.`)
  return dayOf(occurrence, timeZone)
}

function endedAt (rule: RecurrenceRule, dates: readonly string[]): RecurrenceRule {
  return { ...rule, end: 'count' in rule.end ? { count: dates.length } : { untilDate: dates.at(-1) as string } }
}
