import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { Role } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { placeholders, type Transaction, type Value } from '../../../shared/plugins/database.ts'
import type { Slot } from '../domain/slot.ts'
import { bookingColumns, seriesColumnNames, toRecord, toSeriesRecord, type BookingRecord, type BookingRow, type SeriesRecord, type SeriesRow } from './records.ts'

/** A calendar feed: the bookings of its user or, with a room, those of the room as far as the user's role may see them. */
export interface Feed { id: string, userId: string, role: Role, roomId: string | null, name: string, createdAt: Date }

interface FeedRow { id: string, user_id: string, role: Role, room_id: string | null, name: string, created_at: Date }

type Owner = Pick<Feed, 'roomId' | 'userId'>
interface Statement { sql: string, values: Value[] }

const feedColumns = 'id, user_id, role, room_id, name, created_at'
const mostFeeds = 20

/** The statements about calendar feeds. */
export function feedsRepository ({ database, idempotency }: Pick<FastifyInstance, 'database' | 'idempotency'>) {
  return {
    /**
     * Stores a feed.
     *
     * @param answerOf makes the answer to the request, which is kept for a repetition
     * @throws Refusal `calendar.too_many_feeds`
     */
    async create<Answer> (feed: Omit<Feed, 'id' | 'createdAt'>, secretHash: string, attempt: Attempt | undefined, answerOf: (feed: Feed) => Answer): Promise<Answer> {
      const made: Feed = { ...feed, id: uuid(), createdAt: new Date() }
      const isStored = await database.transaction(async transaction => {
        await transaction.write('INSERT INTO booker (user_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [feed.userId])
        const row = await transaction.row<{ count: number }>('SELECT COUNT(*) AS count FROM calendar_feed WHERE user_id = ?', [feed.userId])
        if ((row?.count ?? 0) >= mostFeeds) return false
        await transaction.write('INSERT INTO calendar_feed (id, secret_hash, user_id, role, room_id, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [made.id, secretHash, made.userId, made.role, made.roomId, made.name, made.createdAt])
        await idempotency.remember(transaction, attempt, answerOf(made))
        return true
      })
      if (!isStored) throw new Refusal('calendar.too_many_feeds', `You have ${mostFeeds} calendar feeds already. Revoke one that you do not use.`)
      return answerOf(made)
    },

    /** One of somebody's feeds. */
    async findOwn (userId: string, id: string): Promise<Feed | undefined> {
      const row = await database.row<FeedRow>(`SELECT ${feedColumns} FROM calendar_feed WHERE id = ? AND user_id = ?`, [id, userId])
      return row && toFeed(row)
    },

    /** Somebody's feeds, newest first. */
    async list (userId: string, limit: number, cursor?: string): Promise<Page<Feed>> {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0]
      const rows = await database.rows<FeedRow>(`SELECT ${feedColumns} FROM calendar_feed WHERE user_id = ? ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit + 1}`,
        before === undefined ? [userId] : [userId, before])
      return pageOf(rows.map(toFeed), limit, ({ id }) => [id])
    },

    /** Ends one of somebody's feeds; tells whether there was one to end. */
    async end (userId: string, id: string): Promise<boolean> {
      return (await database.write('DELETE FROM calendar_feed WHERE id = ? AND user_id = ?', [id, userId])).affectedRows === 1
    },

    /** Ends the feeds that somebody did not make in the present role; without one, all, once for each event. */
    async endOf (userId: string, role: Role | undefined, claim: (transaction: Transaction) => Promise<boolean>): Promise<void> {
      await database.transaction(async transaction => {
        if (!await claim(transaction)) return
        await transaction.write(`DELETE FROM calendar_feed WHERE user_id = ? ${role === undefined ? '' : 'AND role <> ?'}`, role === undefined ? [userId] : [userId, role])
      })
    },

    async find (secretHash: string): Promise<Feed | undefined> {
      const row = await database.row<FeedRow>(`SELECT ${feedColumns} FROM calendar_feed WHERE secret_hash = ?`, [secretHash])
      return row && toFeed(row)
    },

    /**
     * The confirmed and completed bookings of somebody or of a room that begin in a range, earliest first, and their series.
     *
     * @param middle what begins from here on goes first; what is left of `most` is for the latest before it
     */
    async contentOf (feed: Owner, range: Slot, middle: Date, most: number): Promise<{ bookings: BookingRecord[], series: SeriesRecord[] }> {
      const [later, earlier] = halves(feed, range, middle, bookingColumns, most)
      const after = await database.rows<BookingRow>(later.sql, later.values)
      const before = after.length === most ? [] : await database.rows<BookingRow>(earlier.sql, earlier.values)
      const bookings = [...before.slice(0, most - after.length).reverse(), ...after].map(toRecord)
      const seriesIds = [...new Set(bookings.flatMap(({ seriesId }) => seriesId ?? []))]
      const series = seriesIds.length === 0 ? [] : await database.rows<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id IN (${placeholders(seriesIds)})`, seriesIds)
      return { bookings, series: series.map(toSeriesRecord) }
    },

    /** What changes with everything that `contentOf` gives for the same parameters. */
    async versionOf (feed: Owner, range: Slot, middle: Date, most: number): Promise<string> {
      const [later, earlier] = halves(feed, range, middle, 'id, series_id, version, updated_at, starts_at', most)
      const row = await database.row<{ count: number, checksum: string | number, changed: Date | null }>(
        `SELECT COUNT(*) AS count, BIT_XOR(CRC32(CONCAT_WS(' ', shown.id, shown.version, series.version))) AS checksum, MAX(shown.updated_at) AS changed
           FROM ((${later.sql}) UNION ALL (${earlier.sql})) AS shown LEFT JOIN booking_series series ON series.id = shown.series_id`, [...later.values, ...earlier.values])
      return JSON.stringify(row)
    }
  }
}

/** The two statements for what begins from the middle of a range on, earliest first, and before it, latest first. */
function halves ({ roomId, userId }: Owner, { startsAt, endsAt }: Slot, middle: Date, columns: string, most: number): [later: Statement, earlier: Statement] {
  const half = (from: Date, to: Date, order: 'ASC' | 'DESC'): Statement => ({
    sql: `SELECT ${columns} FROM booking WHERE ${roomId === null ? 'user_id' : 'room_id'} = ? AND starts_at >= ? AND starts_at < ? AND status IN ('confirmed', 'completed') ORDER BY starts_at ${order}, id ${order} LIMIT ${most}`,
    values: [roomId ?? userId, from, to]
  })
  return [half(middle, endsAt, 'ASC'), half(startsAt, middle, 'DESC')]
}

function toFeed (row: FeedRow): Feed {
  return { id: row.id, userId: row.user_id, role: row.role, roomId: row.room_id, name: row.name, createdAt: row.created_at }
}
