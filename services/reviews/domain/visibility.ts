import type { Caller } from '../../../shared/contract/contract.ts'
import type { ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

/** What of a review decides who may see it. */
export interface Visible { id: string, userId: string | null, status: ReviewStatus, isDeleted: boolean }

/** Whether everybody may see reviews in this state. Exactly these count in a rating. */
export function isListed (status: ReviewStatus): boolean {
  return status === 'published' || status === 'approved'
}

export function moderates ({ role }: Pick<Caller, 'role'>): boolean {
  return role === 'moderator' || role === 'admin'
}

/** The refusal of a review that is not there, or that the caller may not know of. */
export function noSuchReview (id: string): Refusal {
  return new Refusal('review.not_found', `There is no review ${id}.`)
}

/**
 * The review, when the caller may know of it.
 * @throws Refusal `review.not_found` otherwise
 */
export function seenBy<Review extends Visible> (caller: Caller, id: string, review: Review | undefined): Review {
  if (review && !review.isDeleted && (isListed(review.status) || review.userId === caller.id || moderates(caller))) return review
  throw noSuchReview(id)
}

/**
 * Keeps one from judging oneself.
 * @throws Refusal `review.own`
 */
export function assertNotOwn ({ userId }: Visible, caller: Caller, deed: string): void {
  if (userId === caller.id) throw new Refusal('review.own', `This is your own review; only others can ${deed}.`)
}
