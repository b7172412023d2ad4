import type { ConsumersOf } from '../../shared/plugins/consumer.ts'
import type { Repository } from './repository/index.ts'

/** What the reviews service does about events. */
export function reviewsConsumers ({ reviews, ratings }: Repository): ConsumersOf<'reviews'> {
  /** Repeats what was done after the commit, for a cache that was away just then. */
  const refresh = async ({ data }: { data: { roomId: string } }): Promise<void> => { await ratings.forget(data.roomId) }
  return {
    'user.deleted': async ({ data }, { claim }) => { await reviews.anonymise(data.userId, claim) },
    'review.published': refresh,
    'review.updated': refresh,
    'review.deleted': refresh,
    'review.flagged': refresh,
    'review.moderated': refresh
  }
}
