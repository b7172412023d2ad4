import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { Review, ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { isDuplicate } from '../../../shared/database-errors.ts'
import { Refusal } from '../../../shared/errors.ts'
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'
import type { EventType } from '../../../shared/plugins/outbox.ts'
import { conditions, falling } from './keyset.ts'
import { ratingData, type LockedRating, type RatingsRepository } from './ratings.ts'
import { reviewColumns, toRecord, toReview, visibilityColumns, type Opinion, type ReviewRecord, type ReviewRow } from './rows.ts'

/** Who makes a change, and how it can be traced and repeated. */
export interface Origin { actorId: string, correlationId: string, attempt: Attempt | undefined }

/** What becomes of a review, and the event that tells of it. */
export interface ReviewChange { after: ReviewRecord, event: Extract<EventType, `review.${string}`> }

export interface ReviewFilter {
  /** Whether only reviews that everybody may see are wanted. */
  listedOnly: boolean
  roomId?: string
  userId?: string
  status?: ReviewStatus
  ratingMin?: number
  ratingMax?: number
  text?: string
  sort: keyof typeof orders
  limit: number
  cursor?: string
}

const orders = {
  newest: { columns: ['id'], types: ['id'], keyOf: (row: ReviewRow) => [row.id] },
  rating: { columns: ['rating', 'id'], types: ['number', 'id'], keyOf: (row: ReviewRow) => [row.rating, row.id] },
  helpful: { columns: ['helpful_count', 'id'], types: ['number', 'id'], keyOf: (row: ReviewRow) => [row.helpful_count, row.id] }
} as const

/**
 * The index that a list walks. Left to itself, the optimizer trusts that a few of the newest reviews will be of the right room, and walks
 * through those of all rooms when they are not.
 */
function indexOf ({ listedOnly, roomId, userId, sort }: ReviewFilter): string {
  if (userId !== undefined) return roomId === undefined ? 'review_user' : 'review_room_user'
  if (!listedOnly) return 'review_status'
  return roomId === undefined ? `review_${sort}` : `review_room_${sort}`
}

/** How many reviews a page looks through for those that pass a filter that no index serves. */
const searchWindow = 2_000

const textColumns = ['title', 'comment', 'pros', 'cons'] as const

/** The pattern of texts that hold a text. */
function patternOf (text: string): string {
  return `%${text.normalize('NFC').replaceAll(/[!%_]/g, '!$&')}%`
}

/** A review with some fields changed, as its next version. */
export function changed (review: ReviewRecord, fields: Partial<ReviewRecord>, now: Date): ReviewRecord {
  return { ...review, ...fields, version: review.version + 1, updatedAt: now }
}

/** Reviews themselves: everything that writes one keeps the rating of its room and the outbox in step. */
export function reviewsRepository ({ database, outbox, idempotency }: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>, ratings: RatingsRepository) {
  async function find (id: string): Promise<ReviewRecord | undefined> {
    const row = await database.row<ReviewRow>(`SELECT ${reviewColumns} FROM review WHERE id = ?`, [id])
    return row && toRecord(row)
  }

  /** Counts a review that is written already, and tells of it. */
  async function conclude (transaction: Transaction, rating: LockedRating, before: ReviewRecord | undefined, { after, event }: ReviewChange, correlationId: string): Promise<void> {
    const { id, roomId, userId, rating: stars, status, version } = after
    const roomRating = ratingData(await ratings.recount(transaction, rating, before, after))
    await outbox.add(transaction, event, id, correlationId, { reviewId: id, roomId, userId, rating: stars, status, version, roomRating })
  }

  return {
    find,

    /**
     * Publishes a review.
     *
     * @param bookingId the completed booking that it is about
     * @throws Refusal when its author has reviewed the room before
     */
    async create (roomId: string, opinion: Opinion, bookingId: string, { actorId, correlationId, attempt }: Origin): Promise<Review> {
      const now = new Date()
      const id = uuid({ msecs: now.getTime() })
      const record: ReviewRecord = { id, roomId, userId: actorId, bookingId, ...opinion, status: 'published', helpfulCount: 0, openFlagCount: 0, flaggedSince: null, isDeleted: false, deletedBy: null, version: 1, createdAt: now, editedAt: null, updatedAt: now }
      return await database.transaction(async transaction => {
        const rating = await ratings.lock(transaction, roomId)
        await transaction.write(`INSERT INTO review (id, room_id, user_id, booking_id, rating, title, comment, pros, cons, status, listed, live, version, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'published', 1, 1, 1, ?, ?)`, [id, roomId, actorId, bookingId, opinion.rating, opinion.title, opinion.comment, opinion.pros, opinion.cons, now, now])
          .catch((error: unknown) => {
            if (isDuplicate(error)) throw new Refusal('review.duplicate', 'You have reviewed this room already. Change that review instead.')
            throw error
          })
        await conclude(transaction, rating, undefined, { after: record, event: 'review.published' }, correlationId)
        const review = toReview(record)
        await idempotency.remember(transaction, attempt, review)
        return review
      })
    },

    /**
     * Changes a review under the lock of its room's rating.
     *
     * @param decide looks at the review as it is now, refuses, or writes what belongs to the change and says what becomes of the review; nothing when it stays
     * @returns the review after the change; `undefined` when there is none
     */
    async change (id: string, correlationId: string, decide: (review: ReviewRecord, now: Date, transaction: Transaction) => Promise<ReviewChange | undefined>): Promise<ReviewRecord | undefined> {
      const known = await find(id)
      if (!known) return undefined
      return await database.transaction(async transaction => {
        const rating = await ratings.lock(transaction, known.roomId)
        const row = await transaction.row<ReviewRow>(`SELECT ${reviewColumns} FROM review WHERE id = ? FOR UPDATE`, [id])
        if (!row) return undefined
        const before = toRecord(row)
        const change = await decide(before, new Date(), transaction)
        if (!change) return before
        const { after } = change
        await transaction.write(`UPDATE review SET rating = ?, title = ?, comment = ?, pros = ?, cons = ?, status = ?, listed = ?, live = ?, open_flag_count = ?, flagged_since = ?,
          version = ?, edited_at = ?, updated_at = ?, deleted_by = ? WHERE id = ?`,
        [after.rating, after.title, after.comment, after.pros, after.cons, after.status, ...visibilityColumns(after), after.openFlagCount, after.flaggedSince,
          after.version, after.editedAt, after.updatedAt, after.deletedBy, id])
        await conclude(transaction, rating, before, change, correlationId)
        return after
      })
    },

    /**
     * Takes a user's name off everything that the user wrote.
     *
     * @param claim says whether that is still to be done, in the same transaction
     */
    async anonymise (userId: string, claim: (transaction: Transaction) => Promise<boolean>): Promise<void> {
      await database.transaction(async transaction => {
        if (!await claim(transaction)) return
        await transaction.write('UPDATE review SET user_id = NULL, version = version + 1, updated_at = ? WHERE user_id = ?', [new Date(), userId])
        await transaction.write('UPDATE review_flag SET user_id = NULL WHERE user_id = ?', [userId])
      })
    },

    /** Reviews in falling order. */
    async page (filter: ReviewFilter): Promise<Page<Review>> {
      const { listedOnly, roomId, userId, status, ratingMin, ratingMax, text, sort, limit, cursor } = filter
      const { columns: order, types, keyOf } = orders[sort]
      const where = conditions()
      where.add(listedOnly ? 'listed = 1' : 'live = 1')
      if (roomId !== undefined) where.add('room_id = ?', roomId)
      if (userId !== undefined) where.add('user_id = ?', userId)
      // What the index that is walked cannot narrow down is looked for within a window: no page may read everything.
      const inWindow = conditions()
      const ofStatus = indexOf(filter) === 'review_status' ? where : inWindow
      const ofRating = userId === undefined && listedOnly && sort === 'rating' ? where : inWindow
      if (status !== undefined) ofStatus.add('status = ?', status)
      if (ratingMin !== undefined) ofRating.add('rating >= ?', ratingMin)
      if (ratingMax !== undefined) ofRating.add('rating <= ?', ratingMax)
      if (text !== undefined) inWindow.add(`(${textColumns.map(column => `${column} COLLATE utf8mb4_unicode_ci LIKE ? ESCAPE '!'`).join(' OR ')})`, ...textColumns.map(() => patternOf(text)))
      if (cursor !== undefined) where.addAfter(order, decodeCursor(cursor, types))
      const candidates = `SELECT ${reviewColumns} FROM review FORCE INDEX (${indexOf(filter)}) WHERE ${where.sql()} ORDER BY ${falling(order)}`
      if (inWindow.values().length === 0) {
        const { items, nextCursor } = pageOf(await database.rows<ReviewRow>(`${candidates} LIMIT ${limit + 1}`, where.values()), limit, keyOf)
        return { items: items.map(row => toReview(toRecord(row))), nextCursor }
      }
      const rows = await database.rows<ReviewRow>(`SELECT ${reviewColumns} FROM (${candidates} LIMIT ${searchWindow}) AS candidate WHERE ${inWindow.sql()} ORDER BY ${falling(order)} LIMIT ${limit + 1}`,
        [...where.values(), ...inWindow.values()])
      const { items, nextCursor } = pageOf(rows, limit, keyOf)
      // Where nothing more was found within the window, the next page begins behind it.
      const windowEnd = nextCursor === null ? await database.row<ReviewRow>(`${candidates} LIMIT 1 OFFSET ${searchWindow - 1}`, where.values()) : undefined
      return { items: items.map(row => toReview(toRecord(row))), nextCursor: windowEnd ? encodeCursor(keyOf(windowEnd)) : nextCursor }
    }
  }
}

export type ReviewsRepository = ReturnType<typeof reviewsRepository>
