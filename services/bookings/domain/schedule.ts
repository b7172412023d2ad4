import { isShownOnce, localText, zoneClock } from '../../../shared/domain/zone-clock.ts'
import { instantOn, localDate, occurrencesOf } from './recurrence.ts'
import { parseRule, ruleText } from './recurrence-rule.ts'
import { dayOf, type Placed, type Recurring } from './series.ts'
import { dayMilliseconds, type Slot } from './slot.ts'

/** A booking of a series as calendars look at it. */
export interface Scheduled extends Placed { status: string, roomId: string, title: string, description: string }

/** A series in the terms of RFC 5545. Its local times are those of the series' zone, like `2026-03-02T10:00:00`. */
export interface Schedule<O> {
  /** DTSTART */
  localStart: string
  /** RRULE, which ends with the day of its last occurrence; null when nothing of the rule is left. */
  recurrence: string | null
  /** EXDATE: occurrences of the rule that do not stand. */
  excludedLocalStarts: string[]
  /** RDATE: occurrences that stand beside the rule. */
  additionalLocalStarts: string[]
  /** Each with its RECURRENCE-ID, and whether it is to be told one by one because the rule does not say all about it. */
  occurrences: Array<{ occurrence: O, recurrenceId: string, changed: boolean }>
}

/** What stands belongs into calendars. */
export function stands ({ status }: Pick<Scheduled, 'status'>): boolean {
  return status === 'confirmed' || status === 'completed'
}

/**
 * What calendars need to know of a series, so that they show exactly the occurrences that stand. An occurrence is that of the rule on
 * its local day. COUNT is left out in favour of UNTIL, which does not depend on how a program counts local times that do not exist.
 *
 * @param range only what of the rule begins in it
 */
export function scheduleOf<O extends Scheduled> (series: Recurring & Pick<Scheduled, 'roomId' | 'title' | 'description'>, occurrences: readonly O[], range?: Slot): Schedule<O> {
  const { timeZone } = series
  const rule = parseRule(series.recurrence)
  const time = `T${series.startTime.slice(0, '10:00:00'.length)}`
  const length = series.endsAt.getTime() - series.startsAt.getTime()
  const planned = new Map(occurrencesOf(rule, series, timeZone)
    .filter(({ startsAt }) => !range || (startsAt >= range.startsAt && startsAt < range.endsAt))
    .map(slot => [slot.date, slot]))

  const taken = new Set<string>()
  const placed = [...occurrences].sort((a, b) => Number(stands(b)) - Number(stands(a))).map(occurrence => {
    const original = occurrence.originalStartsAt ?? occurrence.startsAt
    const date = dayOf(occurrence, timeZone)
    const slot = taken.has(date) ? undefined : planned.get(date)
    if (slot && stands(occurrence)) taken.add(date)
    const asPlanned = (slot?.startsAt ?? original).getTime() === occurrence.startsAt.getTime() && occurrence.endsAt.getTime() - occurrence.startsAt.getTime() === length &&
      occurrence.roomId === series.roomId && occurrence.title === series.title && occurrence.description === series.description
    const recurrenceId = slot ? `${date}${time}` : localText(original, timeZone)
    return { occurrence, recurrenceId, changed: !asPlanned || !isUnmistakable(occurrence, recurrenceId, timeZone), isOfRule: slot !== undefined }
  })

  const dates = [...planned.keys()]
  const additionalLocalStarts = placed.filter(({ occurrence, isOfRule }) => !isOfRule && stands(occurrence)).map(({ recurrenceId }) => recurrenceId).sort()
  const lastDate = dates.at(-1)
  return {
    localStart: dates[0] === undefined ? additionalLocalStarts[0] ?? `${localDate(series.startsAt, timeZone)}${time}` : `${dates[0]}${time}`,
    recurrence: lastDate === undefined ? null : ruleText({ ...rule, end: { untilInstant: endOfDay(lastDate, timeZone).toISOString() } }),
    excludedLocalStarts: dates.filter(date => !taken.has(date)).map(date => `${date}${time}`),
    additionalLocalStarts,
    occurrences: placed
      .map(({ occurrence, recurrenceId, changed }) => ({ occurrence, recurrenceId, changed }))
      .sort((a, b) => a.occurrence.startsAt.getTime() - b.occurrence.startsAt.getTime())
  }
}

/** Whether a slot is what its local start and its length say, to every program: no clock is changed around it. */
function isUnmistakable ({ startsAt, endsAt }: Slot, localStart: string, timeZone: string): boolean {
  const { localAt } = zoneClock(timeZone)
  const isAsLong = localAt(endsAt.getTime()) - localAt(startsAt.getTime()) === endsAt.getTime() - startsAt.getTime()
  return localText(startsAt, timeZone) === localStart && isAsLong && isShownOnce(startsAt, timeZone) && isShownOnce(endsAt, timeZone)
}

/** The last second of a local day. */
function endOfDay (date: string, timeZone: string): Date {
  const next = new Date(Date.parse(date) + dayMilliseconds).toISOString().slice(0, date.length)
  return new Date(instantOn(next, '00:00', timeZone).getTime() - 1000)
}
