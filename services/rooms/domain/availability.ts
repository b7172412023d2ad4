import { Refusal } from '../../../shared/errors.ts'

/** A half-open interval `[startsAt, endsAt)`, in milliseconds since the epoch. */
export interface Interval { startsAt: number, endsAt: number }

/**
 * Refuses a range that is empty, reversed or too long.
 *
 * @param longestDays how many days it spans at most
 * @throws Refusal `room.range_invalid`
 */
export function assertRange (from: Date, to: Date, longestDays: number): void {
  const length = to.getTime() - from.getTime()
  if (length <= 0) throw new Refusal('room.range_invalid', '`to` must be after `from`.')
  if (length > longestDays * 86_400_000) throw new Refusal('room.range_invalid', `The range is longer than ${longestDays} days. Ask for less at a time.`)
}

/**
 * The intervals cut to a range and with those that touch or overlap joined, in order.
 *
 * @param intervals in any order
 */
export function mergeWithin (intervals: readonly Interval[], range: Interval): Interval[] {
  const merged: Interval[] = []
  const inside = intervals
    .map(({ startsAt, endsAt }) => ({ startsAt: Math.max(startsAt, range.startsAt), endsAt: Math.min(endsAt, range.endsAt) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt - b.startsAt)
  for (const interval of inside) {
    const last = merged.at(-1)
    if (last && interval.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, interval.endsAt)
    else merged.push(interval)
  }
  return merged
}

/**
 * What is left of a range.
 *
 * @param busy merged intervals within the range
 */
export function freeWithin (busy: readonly Interval[], range: Interval): Interval[] {
  const edges = [range.startsAt, ...busy.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]), range.endsAt]
  const free: Interval[] = []
  for (let index = 0; index < edges.length; index += 2) {
    const [startsAt, endsAt] = [edges[index] as number, edges[index + 1] as number]
    if (startsAt < endsAt) free.push({ startsAt, endsAt })
  }
  return free
}
