import { isShownOnce, localText, zoneClock } from '../../../shared/domain/zone-clock.ts'
import { dayAfter, isWidelyRead, ruleUntil, weeklyRule } from './calendar-rule.ts'
import { instantOn, localDate, occurrencesOf } from './recurrence.ts'
import { parseRule } from './recurrence-rule.ts'
import { dayOf, type Placed, type Recurring } from './series.ts'
import type { Slot } from './slot.ts'

/** A booking of a series as calendars look at it. */
export interface Scheduled extends Placed { status: string, roomId: string, title: string, description: string, attendees: readonly string[], changedByItself: boolean }

/** A series in the terms of RFC 5545. Its local times are those of the series' zone, like `2026-03-02T10:00:00`. */
export interface Schedule<O> {
  /** DTSTART */
  localStart: string
  /** RRULE, which ends with the day of its last occurrence; null when nothing stands. */
  recurrence: string | null
  /** EXDATE: occurrences of the rule that do not stand. */
  excludedLocalStarts: string[]
  /** Each with its RECURRENCE-ID, and whether it is to be told one by one because the rule does not say all about it. */
  occurrences: Array<{ occurrence: O, recurrenceId: string, changed: boolean }>
}

/** What stands belongs into calendars. */
export function stands ({ status }: Pick<Scheduled, 'status'>): boolean {
  return status === 'confirmed' || status === 'completed'
}

/**
 * What calendars need to know of a series, so that they show exactly the occurrences that stand. An occurrence is that of the rule on
 * its local day. The rule of the series is told when it has all occurrences and every program reads it, and otherwise a weekly one with
 * more exceptions. COUNT is left out in favour of UNTIL, which does not depend on how a program counts local times that do not exist.
 *
 * @param range only what of the rule begins in it
 */
export function scheduleOf<O extends Scheduled> (series: Recurring & Pick<Scheduled, 'roomId' | 'title' | 'description' | 'attendees'>, occurrences: readonly O[], range?: Slot): Schedule<O> {
  const { timeZone } = series
  const time = `T${series.startTime.slice(0, '10:00:00'.length)}`
  const length = series.endsAt.getTime() - series.startsAt.getTime()
  const days = daysOf(occurrences, timeZone)
  const placed = occurrences.map(occurrence => {
    const date = days.get(occurrence) as string
    const isAsPlanned = occurrence.startsAt.getTime() === instantOn(date, series.startTime, timeZone).getTime() &&
      occurrence.endsAt.getTime() - occurrence.startsAt.getTime() === length && occurrence.roomId === series.roomId && occurrence.title === series.title && occurrence.description === series.description && hasThePeopleOf(series, occurrence)
    const recurrenceId = `${date}${time}`
    return { occurrence, recurrenceId, changed: !isAsPlanned || !isUnmistakable(occurrence, recurrenceId, timeZone) }
  })
  const standing = occurrences.filter(stands).map(occurrence => days.get(occurrence) as string).sort()
  const { first, recurrence, excluded } = toldRule(series, standing, range)
  return {
    localStart: `${first}${time}`,
    recurrence,
    excludedLocalStarts: excluded.map(date => `${date}${time}`),
    occurrences: placed.sort((a, b) => a.occurrence.startsAt.getTime() - b.occurrence.startsAt.getTime())
  }
}

/** Whether the same people come. Occurrences that began before the list of their series changed keep the old one, and are not told one by one for it. */
function hasThePeopleOf (series: Pick<Scheduled, 'attendees'>, { attendees, changedByItself }: Scheduled): boolean {
  return !changedByItself || attendees.join() === series.attendees.join()
}

/** The local day of each occurrence. One that stands has its day for itself. */
function daysOf<O extends Scheduled> (occurrences: readonly O[], timeZone: string): Map<O, string> {
  const days = new Map<O, string>()
  const taken = new Set<string>()
  for (const occurrence of occurrences) {
    let date = dayOf(occurrence, timeZone)
    if (stands(occurrence)) {
      while (taken.has(date)) date = dayAfter(date)
      taken.add(date)
    }
    days.set(occurrence, date)
  }
  return days
}

/** The rule that is told, from its first day on, and which of its days are left out. */
function toldRule (series: Recurring, standing: readonly string[], range?: Slot): { first: string, recurrence: string | null, excluded: string[] } {
  const { timeZone } = series
  const rule = parseRule(series.recurrence)
  const planned = occurrencesOf(rule, series, timeZone)
    .filter(({ startsAt }) => !range || (startsAt >= range.startsAt && startsAt < range.endsAt))
    .map(({ date }) => date)
  const [first, last] = [planned[0], planned.at(-1)]
  const [ofRule, booked] = [new Set(planned), new Set(standing)]
  if (first !== undefined && last !== undefined && standing.every(date => ofRule.has(date)) && isWidelyRead(rule, first)) {
    return { first, recurrence: ruleUntil(rule, last, timeZone), excluded: planned.filter(date => !booked.has(date)) }
  }
  const [firstStanding, ...others] = standing
  if (firstStanding === undefined) return { first: first ?? localDate(series.startsAt, timeZone), recurrence: null, excluded: [] }
  const weekly = weeklyRule([firstStanding, ...others], timeZone)
  return { first: firstStanding, recurrence: weekly.recurrence, excluded: weekly.others }
}

/** Whether a slot is what its local start and its length say, to every program: no clock is changed around it. */
function isUnmistakable ({ startsAt, endsAt }: Slot, localStart: string, timeZone: string): boolean {
  const { localAt } = zoneClock(timeZone)
  const isAsLong = localAt(endsAt.getTime()) - localAt(startsAt.getTime()) === endsAt.getTime() - startsAt.getTime()
  return localText(startsAt, timeZone) === localStart && isAsLong && isShownOnce(startsAt, timeZone) && isShownOnce(endsAt, timeZone)
}
