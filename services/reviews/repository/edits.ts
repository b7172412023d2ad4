import type { FastifyInstance } from 'fastify'
import type { ReviewEdition } from '../../../shared/contract/generated/reviews.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'
import { edited } from '../domain/moderation.ts'
import { conditions } from './keyset.ts'
import { resolveFlags, writeEntry } from './moderation.ts'
import { changed, type Origin, type ReviewsRepository } from './reviews.ts'
import type { Opinion, ReviewRecord } from './rows.ts'

interface EditionRow extends Opinion { version: number, written_at: Date, replaced_at: Date }

/** Keeps what a review says before it says so no longer. */
async function writeEdition (transaction: Transaction, { id, version, rating, title, comment, pros, cons, editedAt, createdAt }: ReviewRecord, now: Date): Promise<void> {
  await transaction.write('INSERT INTO review_edition (review_id, version, rating, title, comment, pros, cons, written_at, replaced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [id, version, rating, title, comment, pros, cons, editedAt ?? createdAt, now])
}

/** What authors do to their reviews, and what those said before. */
export function editsRepository ({ database }: Pick<FastifyInstance, 'database'>, { change }: Pick<ReviewsRepository, 'change'>) {
  return {
    /**
     * Changes what a review says. Nothing happens when it says so already.
     *
     * @param check refuses on the review as it is now
     * @returns the review after the change; `undefined` when there is none
     */
    async edit (id: string, check: (review: ReviewRecord) => void, opinion: Partial<Opinion>, { correlationId }: Origin): Promise<ReviewRecord | undefined> {
      return await change(id, correlationId, async (review, now, transaction) => {
        check(review)
        if (Object.entries(opinion).every(([name, value]) => review[name as keyof Opinion] === value)) return undefined
        await writeEdition(transaction, review, now)
        return { after: changed(review, { ...opinion, status: edited(review.status), editedAt: now }, now), event: 'review.updated' }
      })
    },

    /**
     * Deletes a review: nobody sees it any more, but its text and flags are kept. Another than its author is logged as a moderator.
     *
     * @param check refuses on the review as it is now
     * @returns the review after the change; `undefined` when there is none
     */
    async remove (id: string, check: (review: ReviewRecord) => void, { actorId, correlationId }: Origin): Promise<ReviewRecord | undefined> {
      return await change(id, correlationId, async (review, now, transaction) => {
        check(review)
        await writeEdition(transaction, review, now)
        await resolveFlags(transaction, id, 'delete', now)
        if (review.userId !== actorId) await writeEntry(transaction, { reviewId: id, moderatorId: actorId, action: 'delete', note: null, statusBefore: review.status, statusAfter: review.status, at: now })
        return { after: changed(review, { isDeleted: true, deletedBy: actorId, openFlagCount: 0, flaggedSince: null }, now), event: 'review.deleted' }
      })
    },

    /** What a review said before, latest first. */
    async editions (reviewId: string, { limit, cursor }: { limit: number, cursor?: string }): Promise<Page<ReviewEdition>> {
      const where = conditions()
      where.add('review_id = ?', reviewId)
      if (cursor !== undefined) where.addAfter(['version'], decodeCursor(cursor, ['number']))
      const rows = await database.rows<EditionRow>(`SELECT version, rating, title, comment, pros, cons, written_at, replaced_at FROM review_edition WHERE ${where.sql()} ORDER BY version DESC LIMIT ${limit + 1}`, where.values())
      const { items, nextCursor } = pageOf(rows, limit, row => [row.version])
      return { items: items.map(({ written_at: writtenAt, replaced_at: replacedAt, ...row }) => ({ ...row, writtenAt: writtenAt.toISOString(), replacedAt: replacedAt.toISOString() })), nextCursor }
    }
  }
}
