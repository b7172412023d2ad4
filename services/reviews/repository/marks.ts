import type { FastifyInstance } from 'fastify'
import { isDuplicate } from '../../../shared/database-errors.ts'

/** Thrown to roll back a mark that was there already, or the taking back of one that was not. */
class NoChangeError extends Error {}

/** Who found which review helpful. The count on the review is kept in the same transaction. */
export function marksRepository ({ database }: Pick<FastifyInstance, 'database'>) {
  /** The review is locked first: a mark beside it would take a shared lock, and two of those deadlock. */
  const count = (difference: '+ 1' | '- 1'): string => `UPDATE review SET helpful_count = helpful_count ${difference}, version = version + 1, updated_at = ? WHERE id = ? AND live = 1`

  async function unlessNoChange (work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!(error instanceof NoChangeError)) throw error
    })
  }

  return {
    /** Counts a user's mark, once. */
    async mark (reviewId: string, userId: string): Promise<void> {
      const now = new Date()
      await unlessNoChange(async () => {
        await database.transaction(async transaction => {
          const { affectedRows } = await transaction.write(count('+ 1'), [now, reviewId])
          if (affectedRows === 0) throw new NoChangeError()
          await transaction.write('INSERT INTO review_helpful_mark (review_id, user_id, created_at) VALUES (?, ?, ?)', [reviewId, userId, now])
            .catch((error: unknown) => { throw isDuplicate(error) ? new NoChangeError() : error })
        })
      })
    },

    /** Takes a user's mark back, if there is one. */
    async unmark (reviewId: string, userId: string): Promise<void> {
      await unlessNoChange(async () => {
        await database.transaction(async transaction => {
          // First, though that may deadlock with a mark and be tried again: a review without marks has no count to lower.
          const removed = await transaction.write('DELETE FROM review_helpful_mark WHERE review_id = ? AND user_id = ?', [reviewId, userId])
          if (removed.affectedRows === 0) throw new NoChangeError()
          const counted = await transaction.write(count('- 1'), [new Date(), reviewId])
          if (counted.affectedRows === 0) throw new NoChangeError() // it was deleted meanwhile, with the marks that it had
        })
      })
    }
  }
}
