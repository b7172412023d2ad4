import { Refusal } from '../errors.ts'

const dayMilliseconds = 86_400_000
/** By how much days of a calendar can exceed as many times 24 hours: clocks that go back add an hour, and go forward before they do so again. */
const clockChangeMilliseconds = 3_600_000

/**
 * Refuses a range that is empty, reversed or too long.
 *
 * @param longestDays how many days it spans at most, of whatever calendar; 1 is 24 hours
 * @throws Refusal `request.range_invalid`
 */
export function assertRange (from: Date, to: Date, longestDays = Infinity): void {
  const length = to.getTime() - from.getTime()
  if (length <= 0) throw new Refusal('request.range_invalid', '`to` must be after `from`.')
  if (length > longestDays * dayMilliseconds + (longestDays > 1 ? clockChangeMilliseconds : 0)) throw new Refusal('request.range_invalid', `The range is longer than ${longestDays > 1 ? `${longestDays} days` : '24 hours'}. Ask for less at a time.`)
}

/**
 * Refuses a range, either end of which may be open, that is empty or reversed.
 * @throws Refusal `request.range_invalid`
 */
export function assertOpenRange ({ from, to }: { from?: string, to?: string }): void {
  if (from !== undefined && to !== undefined) assertRange(new Date(from), new Date(to))
}
