import type { FastifyInstance } from 'fastify'
import type { BookingHistoryEntry, BookingSnapshot, BookingStatus, BusyInterval } from '../../../shared/contract/generated/bookings.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { padded, placeholders, type Value } from '../../../shared/plugins/database.ts'
import { longestBookingMilliseconds, type Slot } from '../domain/slot.ts'
import { busyIntervalsOf, countUpcoming, holdsRoom, overlapping } from './calendar.ts'
import { bookingColumns, toRecord, type Action, type BookingRecord, type BookingRow } from './records.ts'

export interface BookingFilter { roomId?: string, userId?: string, seriesId?: string, status?: BookingStatus, upcoming?: boolean, from?: string, to?: string, limit: number, cursor?: string }

/** Behind which booking to go on. */
export interface Place { startsAt: Date, id: string }

const isConfirmed = "(status = 'confirmed' AND ends_at > ?)"
const isCompleted = "(status = 'completed' OR (status = 'confirmed' AND ends_at <= ?))"
const isPending = "(status = 'pending' AND starts_at > ?)"
const isRejected = "(status = 'rejected' OR (status = 'pending' AND starts_at <= ?))"
const conditionOf: Record<BookingStatus, string> = { pending: isPending, confirmed: isConfirmed, completed: isCompleted, rejected: isRejected, cancelled: "status = 'cancelled'" }

/** The statements that only read. */
export function readingRepository ({ database }: Pick<FastifyInstance, 'database'>) {
  return {
    /** Bookings by start, in the states that they have at an instant. */
    async page ({ roomId, userId, seriesId, status, upcoming, from, to, limit, cursor }: BookingFilter, now: Date): Promise<Page<BookingRecord>> {
      const conditions: string[] = []
      const values: Value[] = []
      const where = (condition: string, ...bound: Value[]): void => {
        conditions.push(condition)
        values.push(...bound)
      }
      if (roomId !== undefined) where('room_id = ?', roomId)
      if (userId !== undefined) where('user_id = ?', userId)
      if (seriesId !== undefined) where('series_id = ?', seriesId)
      if (status !== undefined) where(conditionOf[status], ...status === 'cancelled' ? [] : [now])
      // What ends after an instant began less than the longest booking before it: a bound for the index by start.
      const notBefore = new Date(now.getTime() - longestBookingMilliseconds)
      if (upcoming === true) where(`starts_at > ? AND (${isConfirmed} OR ${isPending})`, notBefore, now, now)
      if (upcoming === false) where(`NOT (${isConfirmed} OR ${isPending})`, now, now)
      if (from !== undefined) where('ends_at > ? AND starts_at > ?', new Date(from), new Date(Date.parse(from) - longestBookingMilliseconds))
      if (to !== undefined) where('starts_at < ?', new Date(to))
      if (cursor !== undefined) {
        const [startsAt, id] = decodeCursor(cursor, ['instant', 'id'])
        where('starts_at >= ? AND (starts_at > ? OR id > ?)', startsAt, startsAt, id)
      }
      const rows = await database.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY starts_at, id LIMIT ${limit + 1}`, values)
      const { items, nextCursor } = pageOf(rows, limit, row => [row.starts_at.toISOString(), row.id])
      return { items: items.map(toRecord), nextCursor }
    },

    /**
     * What is taken between two instants, by room and start. The index is named because a cost-based guess at another one would read what
     * all rooms have.
     *
     * @param maySee whose bookings are named; nobody's, unless it is given: then an index has all that is asked for
     */
    async busyIntervals (roomIds: readonly string[] | undefined, { startsAt, endsAt }: Slot, now: Date, maySee?: (userId: string) => boolean): Promise<BusyInterval[]> {
      const ids = roomIds && padded(roomIds)
      const rows = await database.rows<{ room_id: string, starts_at: Date, ends_at: Date, id?: string, user_id?: string, title?: string }>(
        `SELECT room_id, starts_at, ends_at ${maySee ? ', id, user_id, title' : ''} FROM booking ${ids ? 'FORCE INDEX (booking_room_time)' : ''}
          WHERE ${holdsRoom} AND starts_at > ? AND starts_at < ? AND ends_at > ? ${ids ? `AND room_id IN (${placeholders(ids)})` : ''} ORDER BY room_id, starts_at`,
        [now, new Date(startsAt.getTime() - longestBookingMilliseconds), endsAt, startsAt, ...ids ?? []])
      return rows.map(({ room_id: roomId, starts_at: from, ends_at: to, id, user_id: userId, title }) => ({
        roomId,
        startsAt: from.toISOString(),
        endsAt: to.toISOString(),
        ...(userId !== undefined && maySee?.(userId) === true && { bookingId: id, title })
      }))
    },

    /** What is in the way of a slot. */
    async conflicts (roomId: string, slot: Slot, now: Date, except?: string): Promise<BusyInterval[]> {
      const found = await overlapping(database, roomId, slot, except)
      return busyIntervalsOf(found.filter(({ status, startsAt }) => status !== 'pending' || startsAt > now))
    },

    async countUpcoming (userId: string, now: Date): Promise<number> {
      return await countUpcoming(database, userId, now)
    },

    /** The history of a booking, the first change first. */
    async history (bookingId: string, limit: number, cursor: string | undefined): Promise<Page<BookingHistoryEntry>> {
      const [after] = cursor === undefined ? [0] : decodeCursor(cursor, ['number'])
      const rows = await database.rows<{ version: number, action: Action, actor_id: string | null, at: Date, reason: string | null, overridden: number, snapshot: string, previous: string | null }>(
        `SELECT entry.version, entry.action, entry.actor_id, entry.at, entry.reason, entry.overridden, entry.snapshot, earlier.snapshot AS previous
           FROM booking_history entry LEFT JOIN booking_history earlier ON earlier.booking_id = entry.booking_id AND earlier.version = entry.version - 1
          WHERE entry.booking_id = ? AND entry.version > ? ORDER BY entry.version LIMIT ${limit + 1}`, [bookingId, after])
      const { items, nextCursor } = pageOf(rows, limit, row => [row.version])
      return {
        items: items.map(({ version, action, actor_id: actorId, at, reason, overridden, snapshot, previous }) => ({
          version,
          action,
          actorId,
          at: at.toISOString(),
          reason,
          override: overridden === 1,
          before: previous === null ? null : JSON.parse(previous) as BookingSnapshot,
          after: JSON.parse(snapshot) as BookingSnapshot
        })),
        nextCursor
      }
    },

    /** How many bookings of rooms begin in a range, by the state that they are in at an instant. */
    async totals (roomIds: readonly string[], { startsAt, endsAt }: Slot, now: Date): Promise<Array<{ state: BookingStatus, count: number }>> {
      const ids = padded(roomIds)
      return await database.rows(
        `SELECT CASE WHEN status = 'confirmed' AND ends_at <= ? THEN 'completed' WHEN status = 'pending' AND starts_at <= ? THEN 'rejected' ELSE status END AS state, COUNT(*) AS count
           FROM booking WHERE room_id IN (${placeholders(ids)}) AND starts_at >= ? AND starts_at < ? GROUP BY state`, [now, now, ...ids, startsAt, endsAt])
    },

    /** When rooms were retired. */
    async retirements (roomIds: readonly string[]): Promise<Map<string, Date>> {
      if (roomIds.length === 0) return new Map()
      const ids = padded(roomIds)
      const rows = await database.rows<{ room_id: string, retired_at: Date }>(`SELECT room_id, retired_at FROM room_calendar WHERE room_id IN (${placeholders(ids)}) AND retired_at IS NOT NULL`, ids)
      return new Map(rows.map(row => [row.room_id, row.retired_at]))
    },

    /** How many rooms are in use at an instant; an index has all that this asks for. */
    async countRoomsInUse (now: Date): Promise<number> {
      const row = await database.row<{ count: number }>("SELECT COUNT(*) AS count FROM booking WHERE status = 'confirmed' AND ends_at > ? AND ends_at <= ? AND starts_at <= ?", [now, new Date(now.getTime() + longestBookingMilliseconds), now])
      return row?.count ?? 0
    },

    /**
     * Bookings by start, from a place on, for reports. The index is named because a cost-based guess at another one would read and
     * sort whole states; among given rooms, that of the rooms may be the better.
     *
     * @param until where to end; not much later than the place, so that even a statement that finds little is short
     */
    async startingFrom ({ startsAt, id }: Place, until: Date, { roomIds, status }: { roomIds?: readonly string[], status?: 'cancelled' }, limit: number): Promise<Array<BookingRecord & { changedBy: string | null }>> {
      const rows = await database.rows<BookingRow & { changed_by: string | null }>(
        `SELECT ${bookingColumns}, (SELECT actor_id FROM booking_history history WHERE history.booking_id = booking.id AND history.version = booking.version) AS changed_by
           FROM booking ${roomIds ? '' : 'FORCE INDEX (booking_start)'}
          WHERE starts_at >= ? AND starts_at < ? AND (starts_at > ? OR id > ?) ${status ? 'AND status = ?' : ''} ${roomIds ? `AND room_id IN (${placeholders(roomIds)})` : ''}
          ORDER BY starts_at, id LIMIT ${limit}`, [startsAt, until, startsAt, id, ...status ? [status] : [], ...roomIds ?? []])
      return rows.map(row => ({ ...toRecord(row), changedBy: row.changed_by }))
    },

    /** When rooms are used in a range: their confirmed and completed bookings. The index is named for the sake of many rooms. */
    async uses (roomIds: readonly string[], { startsAt, endsAt }: Slot): Promise<Map<string, Slot[]>> {
      const ids = padded(roomIds)
      const rows = await database.rows<{ room_id: string, starts_at: Date, ends_at: Date }>(
        `SELECT room_id, starts_at, ends_at FROM booking FORCE INDEX (booking_room_time) WHERE room_id IN (${placeholders(ids)}) AND blocking = 1 AND status <> 'pending' AND starts_at > ? AND starts_at < ? AND ends_at > ?`,
        [...ids, new Date(startsAt.getTime() - longestBookingMilliseconds), endsAt, startsAt])
      const uses = new Map<string, Slot[]>(roomIds.map(id => [id, []]))
      for (const row of rows) uses.get(row.room_id)?.push({ startsAt: row.starts_at, endsAt: row.ends_at })
      return uses
    }
  }
}
