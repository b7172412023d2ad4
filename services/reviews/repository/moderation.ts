import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { FlaggedReview, FlagReason, ModerationAction, ModerationEntry, ModerationOutcome, ReviewFlag, ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { isDuplicate } from '../../../shared/database-errors.ts'
import { Refusal } from '../../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { placeholders, type Transaction, type Value } from '../../../shared/plugins/database.ts'
import { decided, flagged, isDecided } from '../domain/moderation.ts'
import { conditions, falling } from './keyset.ts'
import { changed, type Origin, type ReviewsRepository } from './reviews.ts'
import { reviewColumns, toRecord, toReview, type ReviewRecord, type ReviewRow } from './rows.ts'

interface FlagRow { id: string, review_id: string, user_id: string | null, reason: FlagReason, note: string | null, resolution: ModerationOutcome | null, created_at: Date, resolved_at: Date | null }
interface EntryRow { id: string, review_id: string, moderator_id: string, action: ModerationOutcome, note: string | null, status_before: ReviewStatus, status_after: ReviewStatus, at: Date }

export interface EntryFilter { reviewId?: string, moderatorId?: string, limit: number, cursor?: string }

function toFlag (row: FlagRow): ReviewFlag {
  return { id: row.id, reviewId: row.review_id, userId: row.user_id, reason: row.reason, note: row.note, resolution: row.resolution, createdAt: row.created_at.toISOString(), resolvedAt: row.resolved_at?.toISOString() ?? null }
}

function toEntry (row: EntryRow): ModerationEntry {
  return { id: row.id, reviewId: row.review_id, moderatorId: row.moderator_id, action: row.action, note: row.note, statusBefore: row.status_before, statusAfter: row.status_after, at: row.at.toISOString() }
}

/** Settles the open flags of a review. They are kept. */
export async function resolveFlags (transaction: Transaction, reviewId: string, resolution: ModerationOutcome, now: Date): Promise<void> {
  await transaction.write('UPDATE review_flag SET resolution = ?, resolved_at = ? WHERE review_id = ? AND resolved_at IS NULL', [resolution, now, reviewId])
}

/** Logs what a moderator did. */
export async function writeEntry (transaction: Transaction, { reviewId, moderatorId, action, note, statusBefore, statusAfter, at }: Omit<ModerationEntry, 'id' | 'at'> & { at: Date }): Promise<void> {
  await transaction.write('INSERT INTO moderation_entry (id, review_id, moderator_id, action, note, status_before, status_after, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [uuid(), reviewId, moderatorId, action, note, statusBefore, statusAfter, at])
}

/** Flags, the decisions about them, and the log of those. */
export function moderationRepository ({ database, idempotency }: Pick<FastifyInstance, 'database' | 'idempotency'>, { change }: Pick<ReviewsRepository, 'change'>, { flagsToHide }: { flagsToHide: number }) {
  return {
    /**
     * Keeps a flag, and hides the review when it has enough of them.
     *
     * @param check refuses on the review as it is now
     * @returns the flag; `undefined` when there is no such review
     * @throws Refusal when the user has flagged the review before
     */
    async flag (reviewId: string, check: (review: ReviewRecord) => void, { reason, note = null }: { reason: FlagReason, note?: string | null }, { actorId, correlationId, attempt }: Origin): Promise<ReviewFlag | undefined> {
      let flag: ReviewFlag | undefined
      await change(reviewId, correlationId, async (review, now, transaction) => {
        check(review)
        flag = { id: uuid(), reviewId, userId: actorId, reason, note, resolution: null, createdAt: now.toISOString(), resolvedAt: null }
        await transaction.write('INSERT INTO review_flag (id, review_id, user_id, reason, note, created_at) VALUES (?, ?, ?, ?, ?, ?)', [flag.id, reviewId, actorId, reason, note, now])
          .catch((error: unknown) => {
            if (isDuplicate(error)) throw new Refusal('review.already_flagged', 'You have flagged this review already. Moderators know of it.')
            throw error
          })
        await idempotency.remember(transaction, attempt, flag)
        const flags = { openFlagCount: review.openFlagCount + 1, flaggedSince: review.flaggedSince ?? now }
        const status = flagged(review.status, flags.openFlagCount, flagsToHide)
        // A flag that hides nothing shows nowhere on the review, and so is no new version of it.
        return { after: status === review.status ? { ...review, ...flags } : changed(review, { ...flags, status }, now), event: 'review.flagged' }
      })
      return flag
    },

    /**
     * Carries out a moderator's decision.
     *
     * @param check refuses on the review as it is now
     * @returns the review after the change; `undefined` when there is none
     */
    async moderate (reviewId: string, check: (review: ReviewRecord) => void, { action, note = null }: { action: ModerationAction, note?: string | null }, { actorId, correlationId }: Origin): Promise<ReviewRecord | undefined> {
      return await change(reviewId, correlationId, async (review, now, transaction) => {
        check(review)
        if (isDecided(action, review)) return undefined
        const status = decided(action, review)
        await resolveFlags(transaction, reviewId, action, now)
        await writeEntry(transaction, { reviewId, moderatorId: actorId, action, note, statusBefore: review.status, statusAfter: status, at: now })
        return { after: changed(review, { status, openFlagCount: 0, flaggedSince: null }, now), event: 'review.moderated' }
      })
    },

    /** The reviews with open flags, and all their flags, the longest waiting first. */
    async flagged ({ limit, cursor }: { limit: number, cursor?: string }): Promise<Page<FlaggedReview>> {
      const where = conditions()
      where.add('flagged_since IS NOT NULL')
      if (cursor !== undefined) {
        const [since, id] = decodeCursor(cursor, ['instant', 'id'])
        where.add('(flagged_since > ? OR (flagged_since = ? AND id > ?))', since, since, id)
      }
      const rows = await database.rows<ReviewRow & { flagged_since: Date }>(`SELECT ${reviewColumns} FROM review WHERE ${where.sql()} ORDER BY flagged_since, id LIMIT ${limit + 1}`, where.values())
      const { items, nextCursor } = pageOf(rows, limit, row => [row.flagged_since.toISOString(), row.id])
      if (items.length === 0) return { items: [], nextCursor }
      const flags = await database.rows<FlagRow>(`SELECT id, review_id, user_id, reason, note, resolution, created_at, resolved_at FROM review_flag
        WHERE review_id IN (${placeholders(items)}) ORDER BY created_at, id`, items.map((row): Value => row.id))
      return {
        items: items.map(row => ({ review: toReview(toRecord(row)), flags: flags.filter(flag => flag.review_id === row.id).map(toFlag), openFlagCount: row.open_flag_count, flaggedSince: row.flagged_since.toISOString() })),
        nextCursor
      }
    },

    /** What moderators did, latest first. */
    async log ({ reviewId, moderatorId, limit, cursor }: EntryFilter): Promise<Page<ModerationEntry>> {
      const where = conditions()
      if (reviewId !== undefined) where.add('review_id = ?', reviewId)
      if (moderatorId !== undefined) where.add('moderator_id = ?', moderatorId)
      if (cursor !== undefined) where.addAfter(['id'], decodeCursor(cursor, ['id']))
      const index = reviewId !== undefined ? 'moderation_entry_review' : moderatorId !== undefined ? 'moderation_entry_moderator' : 'PRIMARY'
      const rows = await database.rows<EntryRow>(`SELECT id, review_id, moderator_id, action, note, status_before, status_after, at FROM moderation_entry FORCE INDEX (${index}) WHERE ${where.sql()} ORDER BY ${falling(['id'])} LIMIT ${limit + 1}`, where.values())
      const { items, nextCursor } = pageOf(rows, limit, row => [row.id])
      return { items: items.map(toEntry), nextCursor }
    }
  }
}
