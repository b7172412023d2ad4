import type { BookingSeriesUpdate } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { instantOn, localDate, localTime, occurrencesOf } from './recurrence.ts'
import { parseRule, recurrenceRefusal, ruleText, type RecurrenceRule } from './recurrence-rule.ts'
import { minuteMilliseconds, type Slot } from './slot.ts'
import { isLive, type Stateful } from './state.ts'

/** What of a series decides when it recurs. */
export interface Recurring extends Slot { timeZone: string, recurrence: string, excludedStarts: Date[] }

/** An occurrence as far as changes of its series look at it. */
export interface Occurrence extends Stateful { originalStartsAt: Date | null, changedByItself: boolean }

/** Which occurrences a change is about. */
export type Scope = Pick<BookingSeriesUpdate, 'scope' | 'from'>
export type Retiming = Pick<BookingSeriesUpdate, 'startTime' | 'durationMinutes' | 'recurrence'>

/** What a change makes of the times of a series. */
export interface SeriesPlan<O> {
  /** The series that goes on with the changed times. */
  recurring: Recurring
  /** The rule that the series keeps for what comes before; there when the series is split. */
  endedRecurrence: string | undefined
  kept: Array<{ occurrence: O, slot: Slot }>
  cancelled: O[]
  added: Slot[]
}

/**
 * Refuses a scope that does not make sense.
 * @throws Refusal `booking.range_invalid`
 */
export function assertScope ({ scope, from }: Scope): void {
  if (scope === 'following' && from === undefined) throw new Refusal('booking.range_invalid', 'Say with `from` which occurrence is the first, by its `originalStartsAt`.')
  if (scope === 'all' && from !== undefined) throw new Refusal('booking.range_invalid', '`from` goes with the scope `following` only. Leave it out.')
}

/**
 * The occurrences that a change is about: not begun, and not changed or cancelled by themselves.
 * @throws Refusal when `from` is none of the series
 */
export function affectedBy<O extends Occurrence> ({ from }: Scope, occurrences: readonly O[], now: Date): O[] {
  const first = from === undefined ? undefined : new Date(from)
  if (first && !occurrences.some(({ originalStartsAt }) => originalStartsAt?.getTime() === first.getTime())) {
    throw new Refusal('booking.range_invalid', `The series has no occurrence at ${first.toISOString()}. Take the \`originalStartsAt\` of one.`)
  }
  return occurrences.filter(occurrence => isLive(occurrence) && occurrence.startsAt > now && !occurrence.changedByItself &&
    (first === undefined || (occurrence.originalStartsAt ?? occurrence.startsAt) >= first))
}

/** The series and its occurrences after a change of its times. Occurrences stay on their local days. */
export function planChange<O extends Occurrence> (series: Recurring, occurrences: readonly O[], scope: Scope, { startTime, durationMinutes, recurrence }: Retiming, timeZone: string, now: Date): SeriesPlan<O> {
  const dateOf = (instant: Date): string => localDate(instant, series.timeZone)
  const affected = affectedBy(scope, occurrences, now)
  const rule = parseRule(series.recurrence)
  const dates = occurrencesOf(rule, series, series.timeZone).map(({ startsAt }) => dateOf(startsAt))
  const firstDate = scope.from === undefined ? dateOf(series.startsAt) : dateOf(new Date(scope.from))
  const before = dates.filter(date => date < firstDate)

  const time = startTime ?? localTime(series.startsAt, series.timeZone)
  const length = durationMinutes === undefined ? series.endsAt.getTime() - series.startsAt.getTime() : durationMinutes * minuteMilliseconds
  const slotOn = (date: string): Slot => {
    const startsAt = instantOn(date, time, timeZone)
    return { startsAt, endsAt: new Date(startsAt.getTime() + length) }
  }
  const isSplit = before.length > 0
  const remaining: RecurrenceRule = recurrence !== undefined
    ? parseRule(recurrence)
    : { ...rule, end: 'count' in rule.end ? { count: dates.length - before.length } : { untilDate: dates.at(-1) as string } }
  // After a split, what was changed by itself stays with the old series, and the new one leaves its days out.
  const own = new Set(affected)
  const excludedDates = new Set(series.excludedStarts.map(dateOf).filter(date => date >= firstDate))
  if (isSplit) for (const occurrence of occurrences) if (!own.has(occurrence)) excludedDates.add(dateOf(occurrence.originalStartsAt ?? occurrence.startsAt))
  const excludedStarts = [...excludedDates].filter(date => date >= firstDate).sort().map(date => slotOn(date).startsAt)

  const planned = recurrence === undefined ? [] : occurrencesOf(remaining, slotOn(firstDate), timeZone)
  const slotByDate = new Map(planned.map(slot => [localDate(slot.startsAt, timeZone), slot] as const).filter(([date]) => !excludedDates.has(date)))
  const kept: SeriesPlan<O>['kept'] = []
  const cancelled: O[] = []
  for (const occurrence of affected) {
    const date = dateOf(occurrence.originalStartsAt ?? occurrence.startsAt)
    const slot = recurrence === undefined ? slotOn(date) : slotByDate.get(date)
    if (slot) kept.push({ occurrence, slot })
    else cancelled.push(occurrence)
  }
  const taken = new Set(occurrences.map(({ originalStartsAt, startsAt }) => dateOf(originalStartsAt ?? startsAt)))
  const added = [...slotByDate].filter(([date, { startsAt }]) => !taken.has(date) && startsAt > now).map(([, slot]) => slot)
  if (kept.length + added.length === 0) throw recurrenceRefusal('No occurrence would be left that has not begun. Cancel the series instead.')
  return {
    recurring: { ...(planned[0] ?? slotOn(firstDate)), timeZone, recurrence: ruleText(remaining), excludedStarts },
    endedRecurrence: isSplit ? ruleText(endedAt(rule, before)) : undefined,
    kept,
    cancelled,
    added
  }
}

/** The rule of a series for what comes before some occurrence; undefined when nothing does. */
export function recurrenceBefore (series: Recurring, from: Date): string | undefined {
  const rule = parseRule(series.recurrence)
  const before = occurrencesOf(rule, series, series.timeZone).filter(({ startsAt }) => startsAt < from).map(({ startsAt }) => localDate(startsAt, series.timeZone))
  return before.length > 0 ? ruleText(endedAt(rule, before)) : undefined
}

function endedAt (rule: RecurrenceRule, dates: readonly string[]): RecurrenceRule {
  return { ...rule, end: 'count' in rule.end ? { count: dates.length } : { untilDate: dates.at(-1) as string } }
}
