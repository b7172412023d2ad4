import type { ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { isListed } from './visibility.ts'

/** What of a review counts. */
export interface Countable { rating: number, status: ReviewStatus, isDeleted: boolean }

/** The reviews of a room in numbers. */
export interface Totals {
  /** How many of those that count give one star, two, … five. */
  stars: number[]
  /** How many are in which state. */
  statuses: Record<ReviewStatus, number>
}

export const stateNames = ['published', 'flagged', 'approved', 'rejected', 'removed'] as const satisfies readonly ReviewStatus[]

/** How many days a trend has, today included. */
const trendDays = 90
const dayMilliseconds = 86_400_000

/** Whether a review counts in the rating of its room. */
export function counts (review: Countable | undefined): review is Countable {
  return review !== undefined && !review.isDeleted && isListed(review.status)
}

/**
 * The totals after one review has changed.
 *
 * @param before the review as it was, if it was there
 * @param after the review as it is
 */
export function recounted ({ stars, statuses }: Totals, before: Countable | undefined, after: Countable): Totals {
  const totals = { stars: [...stars], statuses: { ...statuses } }
  const add = (review: Countable | undefined, difference: 1 | -1): void => {
    if (review && !review.isDeleted) totals.statuses[review.status] += difference
    if (counts(review)) totals.stars[review.rating - 1] = (totals.stars[review.rating - 1] ?? 0) + difference
  }
  add(before, -1)
  add(after, 1)
  return totals
}

/** Stars on average to two decimals; `null` of nothing. */
export function averageOf (sum: number, count: number): number | null {
  return count === 0 ? null : Math.round(sum * 100 / count) / 100
}

/** What a distribution comes to. */
export function ratingOf (stars: readonly number[]): { ratingAverage: number | null, ratingCount: number } {
  const ratingCount = stars.reduce((sum, count) => sum + count, 0)
  return { ratingAverage: averageOf(stars.reduce((sum, count, index) => sum + count * (index + 1), 0), ratingCount), ratingCount }
}

/** A distribution as the contract has it, from five stars to one. */
export function distributionOf (stars: readonly number[]): Array<{ stars: number, count: number }> {
  return stars.map((count, index) => ({ stars: index + 1, count })).reverse()
}

/** The UTC day of an instant. */
export function dayOf (instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** The first day of the trend that ends today. */
export function trendStart (now: Date): string {
  return dayOf(new Date(now.getTime() - (trendDays - 1) * dayMilliseconds))
}
