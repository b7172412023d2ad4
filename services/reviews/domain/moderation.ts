import type { ModerationAction, ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

const decisions: Record<ModerationAction, { from: readonly ReviewStatus[], to: ReviewStatus }> = {
  approve: { from: ['published', 'flagged'], to: 'approved' },
  reject: { from: ['published', 'flagged', 'approved'], to: 'rejected' },
  remove: { from: ['published', 'flagged', 'approved', 'rejected'], to: 'removed' },
  restore: { from: ['rejected', 'removed'], to: 'approved' }
}

/**
 * The state after a moderator's decision. An approved review with open flags can be approved again, which settles them.
 * @throws Refusal `review.state_conflict` when the decision makes no sense in this state
 */
export function decided (action: ModerationAction, { status, openFlagCount }: { status: ReviewStatus, openFlagCount: number }): ReviewStatus {
  const { from, to } = decisions[action]
  if (from.includes(status) || (action === 'approve' && status === 'approved' && openFlagCount > 0)) return to
  throw new Refusal('review.state_conflict', `The review is ${status}; ${action} is for reviews that are ${from.join(' or ')}.`)
}

/** Whether a decision would change nothing: the review is in its state already, and nobody has flagged it since. */
export function isDecided (action: ModerationAction, { status, openFlagCount }: { status: ReviewStatus, openFlagCount: number }): boolean {
  return status === decisions[action].to && openFlagCount === 0
}

/**
 * Leaves what waits for moderators, or was decided against, where they see it: to delete it and write it again would show it to all.
 * @throws Refusal `review.state_conflict`
 */
export function assertNotInModeration (status: ReviewStatus): void {
  assertUndecided(status)
  if (status === 'flagged') throw new Refusal('review.state_conflict', 'The review was flagged and waits for a moderator. It can be deleted once that has been decided, or changed now.')
}

/** The state after one more flag. */
export function flagged (status: ReviewStatus, openFlagCount: number, flagsToHide: number): ReviewStatus {
  return openFlagCount >= flagsToHide ? 'flagged' : status
}

/** The state after an edit: an approval was of the text that it was given for. */
export function edited (status: ReviewStatus): ReviewStatus {
  return status === 'approved' ? 'published' : status
}

/**
 * Leaves what moderators decided against as it is.
 * @throws Refusal `review.state_conflict`
 */
export function assertUndecided (status: ReviewStatus): void {
  if (status === 'rejected' || status === 'removed') {
    throw new Refusal('review.state_conflict', `A moderator has decided that this review is ${status}, so it stays as it is. Only a moderator can restore it.`)
  }
}
