import { moderationHandlers } from './moderation.ts'
import type { Needs, ReviewsHandlers } from './needs.ts'
import { ratingHandlers } from './ratings.ts'
import { reviewHandlers } from './reviews.ts'

/** One method for each operation of the reviews contract. */
export function reviewsHandlers (needs: Needs): ReviewsHandlers {
  return { ...needs.probes, ...reviewHandlers(needs), ...moderationHandlers(needs), ...ratingHandlers(needs) }
}
