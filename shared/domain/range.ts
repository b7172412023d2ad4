import { Refusal } from '../errors.ts'

const dayMilliseconds = 86_400_000

/**
 * Refuses a range that is empty, reversed or too long.
 *
 * @param longestDays how many days it spans at most
 * @throws Refusal `request.range_invalid`
 */
export function assertRange (from: Date, to: Date, longestDays = Infinity): void {
  const length = to.getTime() - from.getTime()
  if (length <= 0) throw new Refusal('request.range_invalid', '`to` must be after `from`.')
  if (length > longestDays * dayMilliseconds) throw new Refusal('request.range_invalid', `The range is longer than ${longestDays > 1 ? `${longestDays} days` : '24 hours'}. Ask for less at a time.`)
}

/**
 * Refuses a range, either end of which may be open, that is empty or reversed.
 * @throws Refusal `request.range_invalid`
 */
export function assertOpenRange ({ from, to }: { from?: string, to?: string }): void {
  if (from !== undefined && to !== undefined) assertRange(new Date(from), new Date(to))
}
