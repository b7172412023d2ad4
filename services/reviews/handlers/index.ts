import type { reviewsContract } from '../../../shared/contract/generated/reviews.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { moderationHandlers } from './moderation.ts'
import type { Needs } from './needs.ts'
import { ratingHandlers } from './ratings.ts'
import { reviewHandlers } from './reviews.ts'

/** One method for each operation of the reviews contract. */
export function reviewsHandlers (needs: Needs): Handlers<typeof reviewsContract> {
  return { ...needs.probes, ...reviewHandlers(needs), ...moderationHandlers(needs), ...ratingHandlers(needs) }
}
