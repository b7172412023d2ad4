import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { Review, ReviewCreate, ReviewStatus } from '../../shared/contract/generated/reviews.schemas.ts'
import { isDuplicate } from '../../shared/database-errors.ts'
import { Refusal } from '../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../shared/page.ts'
import type { Value } from '../../shared/plugins/database.ts'

interface ReviewRow {
  id: string
  room_id: string
  user_id: string
  booking_id: string
  rating: number
  title: string | null
  comment: string | null
  pros: string | null
  cons: string | null
  status: ReviewStatus
  version: number
  created_at: Date
  updated_at: Date
}

export interface ReviewFilter { roomId?: string, userId?: string, ratingMin?: number, ratingMax?: number, limit: number, cursor?: string }

/** Who makes a change, and how it can be traced and repeated. */
export interface Origin { actorId: string, correlationId: string, attempt: Attempt | undefined }

const columns = 'id, room_id, user_id, booking_id, rating, title, comment, pros, cons, status, version, created_at, updated_at'

function toReview (row: ReviewRow): Review {
  return {
    id: row.id,
    roomId: row.room_id,
    userId: row.user_id,
    bookingId: row.booking_id,
    rating: row.rating,
    title: row.title,
    comment: row.comment,
    pros: row.pros,
    cons: row.cons,
    status: row.status,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  }
}

/** Every statement of the reviews service. */
export function reviewsRepository ({ database, outbox, idempotency }: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>) {
  async function find (id: string): Promise<Review | undefined> {
    const row = await database.row<ReviewRow>(`SELECT ${columns} FROM review WHERE id = ?`, [id])
    return row && toReview(row)
  }

  return {
    find,

    /**
     * Publishes a review.
     *
     * @param bookingId the completed booking that it is about
     * @throws Refusal when its author has reviewed the room before
     */
    async create ({ roomId, rating, title = null, comment = null, pros = null, cons = null }: { [Name in keyof ReviewCreate]: ReviewCreate[Name] | null } & Pick<ReviewCreate, 'roomId' | 'rating'>, bookingId: string, { actorId, correlationId, attempt }: Origin): Promise<Review> {
      const id = uuid()
      const now = new Date()
      const review: Review = { id, roomId, userId: actorId, bookingId, rating, title, comment, pros, cons, status: 'published', version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
      return await database.transaction(async transaction => {
        await transaction.write(`INSERT INTO review (id, room_id, user_id, booking_id, rating, title, comment, pros, cons, status, version, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'published', 1, ?, ?)`, [id, roomId, actorId, bookingId, rating, title, comment, pros, cons, now, now])
          .catch((error: unknown) => {
            if (isDuplicate(error)) throw new Refusal('review.duplicate', 'You have reviewed this room already. Change that review instead.')
            throw error
          })
        await outbox.add(transaction, 'review.published', id, correlationId, { reviewId: id, roomId, userId: actorId, rating, status: 'published', version: 1 })
        await idempotency.remember(transaction, attempt, review)
        return review
      }, async () => await find(id))
    },

    /** Reviews that everybody may see, newest first. */
    async page ({ roomId, userId, ratingMin, ratingMax, limit, cursor }: ReviewFilter): Promise<Page<Review>> {
      const conditions = ["status IN ('published', 'approved')"]
      const values: Value[] = []
      const where = (condition: string, ...bound: Value[]): void => {
        conditions.push(condition)
        values.push(...bound)
      }
      if (roomId !== undefined) where('room_id = ?', roomId)
      if (userId !== undefined) where('user_id = ?', userId)
      if (ratingMin !== undefined) where('rating >= ?', ratingMin)
      if (ratingMax !== undefined) where('rating <= ?', ratingMax)
      if (cursor !== undefined) {
        const [createdAt, id] = decodeCursor(cursor, ['instant', 'id'])
        where('(created_at < ? OR (created_at = ? AND id < ?))', createdAt, createdAt, id)
      }
      const rows = await database.rows<ReviewRow>(`SELECT ${columns} FROM review WHERE ${conditions.join(' AND ')} ORDER BY created_at DESC, id DESC LIMIT ${limit + 1}`, values)
      const { items, nextCursor } = pageOf(rows, limit, row => [row.created_at.toISOString(), row.id])
      return { items: items.map(toReview), nextCursor }
    }
  }
}

export type ReviewsRepository = ReturnType<typeof reviewsRepository>
