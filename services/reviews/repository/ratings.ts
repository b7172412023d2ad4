import type { FastifyInstance } from 'fastify'
import type { RatingDay, ReviewStatistics, RoomRating, RoomRatingSummary } from '../../../shared/contract/generated/reviews.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import type { EventData } from '../../../shared/plugins/outbox.ts'
import { averageOf, counts, dayOf, distributionOf, ratingOf, recounted, stateNames, trendStart, type Totals } from '../domain/rating.ts'
import { conditions, falling } from './keyset.ts'
import type { ReviewRecord } from './rows.ts'

interface TotalsRow {
  stars_1: number
  stars_2: number
  stars_3: number
  stars_4: number
  stars_5: number
  published_count: number
  flagged_count: number
  approved_count: number
  rejected_count: number
  removed_count: number
}
interface RatingRow extends TotalsRow { room_id: string, rating_count: number, average_hundredths: number, last_review_at: Date | null, version: number }
interface DayRow { day: Date, rating_count: number, rating_sum: number }

/** The rating of a room while it is locked. */
export interface LockedRating { roomId: string, totals: Totals, version: number }

export interface RatingFilter { roomIds: readonly string[] | undefined, sort: keyof typeof orders, limit: number, cursor?: string }

const countedColumns = ['stars_1', 'stars_2', 'stars_3', 'stars_4', 'stars_5', 'published_count', 'flagged_count', 'approved_count', 'rejected_count', 'removed_count'] as const
const columns = `room_id, ${countedColumns.join(', ')}, rating_count, average_hundredths, last_review_at, version`
const orders = {
  rating: { columns: ['average_hundredths', 'rating_count', 'room_id'], types: ['number', 'number', 'id'], keyOf: (row: RatingRow) => [row.average_hundredths, row.rating_count, row.room_id] },
  count: { columns: ['rating_count', 'room_id'], types: ['number', 'id'], keyOf: (row: RatingRow) => [row.rating_count, row.room_id] },
  newest: { columns: ['last_review_at', 'room_id'], types: ['instant', 'id'], keyOf: (row: RatingRow) => [lastReviewAt(row), row.room_id] }
} as const
const ratingSeconds = 300

function totalsOf (row: TotalsRow): Totals {
  return {
    stars: [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5].map(Number),
    statuses: { published: Number(row.published_count), flagged: Number(row.flagged_count), approved: Number(row.approved_count), rejected: Number(row.rejected_count), removed: Number(row.removed_count) }
  }
}

function lastReviewAt ({ last_review_at: at }: RatingRow): string {
  return at?.toISOString() ?? ''
}

function toSummary (row: RatingRow): RoomRatingSummary {
  const { stars } = totalsOf(row)
  return { roomId: row.room_id, ratingAverage: row.average_hundredths / 100, ratingCount: row.rating_count, distribution: distributionOf(stars), lastReviewAt: lastReviewAt(row) }
}

function toTrend (rows: DayRow[]): RatingDay[] {
  return rows.map(row => ({ date: dayOf(row.day), ratingAverage: averageOf(Number(row.rating_sum), Number(row.rating_count)) ?? 0, ratingCount: Number(row.rating_count) }))
}

/** What an event tells of the rating of its room. */
export function ratingData ({ totals, version }: LockedRating): EventData<'review.published'>['roomRating'] {
  return { ...ratingOf(totals.stars), ratingVersion: version }
}

/** The ratings of rooms, kept exact in the transaction of every review that changes, so that reading one costs the same however many there are. */
export function ratingsRepository ({ database, cache }: Pick<FastifyInstance, 'database' | 'cache'>) {
  return {
    /**
     * Locks the rating of a room. It must be the first statement of every transaction that changes how a review counts, and it must
     * write: clusters certify writes, not locking reads.
     */
    async lock (transaction: Transaction, roomId: string): Promise<LockedRating> {
      await transaction.write('INSERT INTO room_rating (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
      const row = await transaction.row<RatingRow>(`SELECT ${columns} FROM room_rating WHERE room_id = ?`, [roomId])
      if (!row) throw new Error(`The rating of room ${roomId} is gone while it is locked`)
      return { roomId, totals: totalsOf(row), version: row.version }
    },

    /**
     * Brings a locked rating up to one changed review, which is written already.
     *
     * @returns the rating after the change
     */
    async recount (transaction: Transaction, { roomId, totals, version }: LockedRating, before: ReviewRecord | undefined, after: ReviewRecord): Promise<LockedRating> {
      if (before?.rating === after.rating && before.status === after.status && before.isDeleted === after.isDeleted) return { roomId, totals, version }
      const now = recounted(totals, before, after)
      const { ratingAverage, ratingCount } = ratingOf(now.stars)
      const newest = await transaction.row<{ created_at: Date }>('SELECT created_at FROM review FORCE INDEX (review_room_newest) WHERE room_id = ? AND listed = 1 ORDER BY id DESC LIMIT 1', [roomId])
      await transaction.write(`UPDATE room_rating SET ${countedColumns.map(column => `${column} = ?`).join(', ')}, rating_count = ?, average_hundredths = ?, last_review_at = ? WHERE room_id = ?`,
        [...now.stars, ...stateNames.map(name => now.statuses[name]), ratingCount, Math.round((ratingAverage ?? 0) * 100), newest?.created_at ?? null, roomId])
      const count = Number(counts(after)) - Number(counts(before))
      const sum = (counts(after) ? after.rating : 0) - (counts(before) ? before.rating : 0)
      if (count !== 0 || sum !== 0) {
        await transaction.write(`INSERT INTO room_rating_day (room_id, day, rating_count, rating_sum) VALUES (?, ?, ?, ?)
          ON DUPLICATE KEY UPDATE rating_count = rating_count + ?, rating_sum = rating_sum + ?`, [roomId, dayOf(after.createdAt), count, sum, count, sum])
        transaction.afterCommit(async () => { await cache.invalidate(`rating:${roomId}`) })
      }
      return { roomId, totals: now, version }
    },

    /** The rating of a room; `null` when nobody has ever reviewed it. */
    async find (roomId: string, now: Date): Promise<RoomRating | null> {
      const from = trendStart(now)
      return await cache.read<RoomRating | null>(`rating:${roomId}`, from, ratingSeconds, async () => {
        const row = await database.row<RatingRow>(`SELECT ${columns} FROM room_rating WHERE room_id = ?`, [roomId])
        if (!row) return null
        const days = await database.rows<DayRow>('SELECT day, rating_count, rating_sum FROM room_rating_day WHERE room_id = ? AND day >= ? AND rating_count > 0 ORDER BY day', [roomId, from])
        const { stars } = totalsOf(row)
        return { roomId, ...ratingOf(stars), distribution: distributionOf(stars), trend: toTrend(days), lastReviewAt: row.last_review_at?.toISOString() ?? null }
      })
    },

    /** Makes what is cached of a rating stale. */
    async forget (roomId: string): Promise<void> {
      await cache.invalidate(`rating:${roomId}`)
    },

    /** The rooms that have a rating. */
    async page ({ roomIds, sort, limit, cursor }: RatingFilter): Promise<Page<RoomRatingSummary>> {
      if (roomIds?.length === 0) return { items: [], nextCursor: null }
      const { columns: order, types, keyOf } = orders[sort]
      const where = conditions()
      where.add('rating_count > 0')
      if (roomIds) where.add(`room_id IN (${placeholders(roomIds)})`, ...roomIds)
      if (cursor !== undefined) where.addAfter(order, decodeCursor(cursor, types))
      const rows = await database.rows<RatingRow>(`SELECT ${columns} FROM room_rating WHERE ${where.sql()} ORDER BY ${falling(order)} LIMIT ${limit + 1}`, where.values())
      const { items, nextCursor } = pageOf(rows, limit, keyOf)
      return { items: items.map(toSummary), nextCursor }
    },

    /** All reviews in numbers, or those of some rooms. Costs as much as there are rooms, not reviews. */
    async statistics (roomIds: readonly string[] | undefined, now: Date): Promise<ReviewStatistics> {
      const where = conditions()
      if (roomIds) where.add(roomIds.length === 0 ? '1 = 0' : `room_id IN (${placeholders(roomIds)})`, ...roomIds)
      const row = await database.row<TotalsRow & { room_count: number, last_review_at: Date | null }>(
        `SELECT ${countedColumns.map(column => `COALESCE(SUM(${column}), 0) AS ${column}`).join(', ')}, COALESCE(SUM(rating_count > 0), 0) AS room_count, MAX(last_review_at) AS last_review_at
        FROM room_rating WHERE ${where.sql()}`, where.values())
      if (!row) throw new Error('A sum always has a row')
      const days = await database.rows<DayRow>(`SELECT day, SUM(rating_count) AS rating_count, SUM(rating_sum) AS rating_sum FROM room_rating_day
        WHERE ${where.sql()} AND day >= ? GROUP BY day HAVING SUM(rating_count) > 0 ORDER BY day`, [...where.values(), trendStart(now)])
      const { stars, statuses } = totalsOf(row)
      return {
        reviewCount: Object.values(statuses).reduce((sum, count) => sum + count, 0),
        statuses: stateNames.map(status => ({ status, count: statuses[status] })),
        roomCount: Number(row.room_count),
        ...ratingOf(stars),
        distribution: distributionOf(stars),
        trend: toTrend(days),
        lastReviewAt: row.last_review_at?.toISOString() ?? null
      }
    }
  }
}

export type RatingsRepository = ReturnType<typeof ratingsRepository>
