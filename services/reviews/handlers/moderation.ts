import { assertCurrent } from '../../../shared/contract/implement.ts'
import { assertUndecided, isDecided } from '../domain/moderation.ts'
import { assertNotOwn, noSuchReview, seenBy } from '../domain/visibility.ts'
import { toReview } from '../repository/rows.ts'
import type { Needs, ReviewsHandlers } from './needs.ts'

type Operations = 'getReviewHistory' | 'flagReview' | 'listFlaggedReviews' | 'moderateReview' | 'listModerationLog'

/** Flags, and what moderators make of them. */
export function moderationHandlers ({ repository: { reviews, edits, moderation } }: Needs): Pick<ReviewsHandlers, Operations> {
  return {
    async getReviewHistory ({ params: { reviewId }, query }) {
      if (!await reviews.find(reviewId)) throw noSuchReview(reviewId)
      return await edits.editions(reviewId, query)
    },

    async flagReview ({ params: { reviewId }, body }, { caller, correlationId, attempt }) {
      const flag = await moderation.flag(reviewId, review => {
        const { status } = seenBy(caller, reviewId, review)
        assertNotOwn(review, caller, 'flag it')
        assertUndecided(status)
      }, body, { actorId: caller.id, correlationId, attempt })
      if (!flag) throw noSuchReview(reviewId)
      return flag
    },

    async listFlaggedReviews ({ query }) {
      return await moderation.flagged(query)
    },

    async moderateReview ({ params: { reviewId }, headers, body }, { caller, correlationId, attempt }) {
      const review = await moderation.moderate(reviewId, review => {
        const seen = seenBy(caller, reviewId, review)
        if (!isDecided(body.action, seen)) assertCurrent(headers['if-match'], seen.version)
      }, body, { actorId: caller.id, correlationId, attempt })
      return toReview(seenBy(caller, reviewId, review))
    },

    async listModerationLog ({ query }) {
      return await moderation.log(query)
    }
  }
}
