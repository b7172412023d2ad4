import { assertRange } from '../../../shared/domain/range.ts'

/** A half-open interval `[startsAt, endsAt)`, in milliseconds since the epoch. */
export interface Interval { startsAt: number, endsAt: number }

export const minuteMilliseconds = 60_000
export const dayMilliseconds = 86_400_000
/** The first instant that the contracts take. */
export const beginningOfTime = Date.parse('1000-01-01T00:00:00.000Z')
/** The last instant that RFC 3339 can tell. */
export const endOfTime = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * The range between two instants.
 *
 * @param longestDays how many days it spans at most, as `assertRange` counts them
 * @throws Refusal `request.range_invalid` when it is empty, reversed or too long
 */
export function rangeBetween (from: string, to: string, longestDays: number): Interval {
  assertRange(new Date(from), new Date(to), longestDays)
  return { startsAt: Date.parse(from), endsAt: Date.parse(to) }
}

/** Whether two intervals have an instant in common. */
export function overlaps (one: Interval, other: Interval): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** An interval that begins earlier and ends later by some milliseconds, as far as RFC 3339 can tell it. */
export function widened ({ startsAt, endsAt }: Interval, milliseconds: number): Interval {
  return { startsAt: Math.max(startsAt - milliseconds, beginningOfTime), endsAt: Math.min(endsAt + milliseconds, endOfTime) }
}

/** Those parts of the intervals that are in the range, by start. */
export function cutTo<I extends Interval> (intervals: readonly I[], range: Interval): I[] {
  return intervals
    .filter(interval => overlaps(interval, range))
    .map(interval => ({ ...interval, startsAt: Math.max(interval.startsAt, range.startsAt), endsAt: Math.min(interval.endsAt, range.endsAt) }))
    .sort((one, other) => one.startsAt - other.startsAt)
}

/**
 * What is left of a range.
 *
 * @param taken in order, within the range and without overlap
 */
export function gapsWithin (taken: readonly Interval[], range: Interval): Interval[] {
  const gaps: Interval[] = []
  let at = range.startsAt
  for (const { startsAt, endsAt } of taken) {
    if (at < startsAt) gaps.push({ startsAt: at, endsAt: startsAt })
    at = endsAt
  }
  if (at < range.endsAt) gaps.push({ startsAt: at, endsAt: range.endsAt })
  return gaps
}
