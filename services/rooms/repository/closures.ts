import { v7 as uuid } from 'uuid'
import type { Closure, CreatedClosure, Room, RoomClosure } from '../../../shared/contract/generated/rooms.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import type { Value } from '../../../shared/plugins/database.ts'
import { keyOf } from '../domain/catalogue.ts'
import { catalogueSubject, type Needs, type Origin } from './origin.ts'

interface ClosureRow {
  id: string
  room_id: string | null
  building: string | null
  floor: number | null
  starts_at: Date
  ends_at: Date
  reason: string
  created_by: string
  created_at: Date
  cancelled_by: string | null
  cancelled_at: Date | null
}

/** A closure to be. */
export type NewClosure = Pick<Closure, 'roomId' | 'building' | 'floor' | 'startsAt' | 'endsAt' | 'reason'>

/** Which closures a list holds. */
export interface ClosureFilter { roomId?: string, building?: string, from?: string, to?: string, cancelled: boolean, limit: number, cursor?: string }

const columns = 'id, room_id, building, floor, starts_at, ends_at, reason, created_by, created_at, cancelled_by, cancelled_at'

function toClosure (row: ClosureRow): Closure {
  return {
    id: row.id,
    roomId: row.room_id,
    building: row.building,
    floor: row.floor,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    reason: row.reason,
    status: row.cancelled_at === null ? 'active' : 'cancelled',
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    cancelledBy: row.cancelled_by,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    // To be cancelled is all that can happen to a closure.
    version: row.cancelled_at === null ? 1 : 2
  }
}

/** What both events about a closure say of it. */
function eventDataOf ({ id, roomId, building, floor, startsAt, endsAt, reason }: Closure) {
  return { closureId: id, roomId, building, floor, startsAt, endsAt, reason }
}

/** The statements about closures. */
export function closuresRepository ({ database, outbox, idempotency, cache }: Needs) {
  async function find (id: string): Promise<Closure | undefined> {
    const row = await database.row<ClosureRow>(`SELECT ${columns} FROM closure WHERE id = ?`, [id])
    return row && toClosure(row)
  }

  return {
    find,

    /** The closures of a room, its floor and its building that overlap a range, by start. */
    async ofRoom ({ id, building, floor }: Pick<Room, 'id' | 'building' | 'floor'>, from: Date, to: Date): Promise<RoomClosure[]> {
      const rows = await database.rows<{ id: string, starts_at: Date, ends_at: Date, reason: string }>(
        `SELECT id, starts_at, ends_at, reason FROM closure WHERE room_id = ? AND ends_at > ? AND starts_at < ? AND cancelled_at IS NULL
         UNION ALL
         SELECT id, starts_at, ends_at, reason FROM closure WHERE building_key = ? AND (floor = ? OR floor IS NULL) AND ends_at > ? AND starts_at < ? AND cancelled_at IS NULL
         ORDER BY starts_at, id`, [id, from, to, keyOf(building), floor, from, to])
      return rows.map(row => ({ id: row.id, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), reason: row.reason }))
    },

    /** Every closure that is not over yet. */
    async upcoming (now: Date): Promise<Closure[]> {
      return (await database.rows<ClosureRow>(`SELECT ${columns} FROM closure WHERE ends_at > ? AND cancelled_at IS NULL ORDER BY starts_at, id`, [now])).map(toClosure)
    },

    /** Closures by start. */
    async page ({ roomId, building, from, to, cancelled, limit, cursor }: ClosureFilter): Promise<Page<Closure>> {
      const conditions = ['1 = 1']
      const values: Value[] = []
      const where = (condition: string, ...bound: Value[]): void => {
        conditions.push(condition)
        values.push(...bound)
      }
      if (!cancelled) where('cancelled_at IS NULL')
      if (roomId !== undefined) where('room_id = ?', roomId)
      if (building !== undefined) where('building_key = ?', keyOf(building))
      if (from !== undefined) where('ends_at > ?', new Date(from))
      if (to !== undefined) where('starts_at < ?', new Date(to))
      if (cursor !== undefined) {
        const [startsAt, id] = decodeCursor(cursor, ['instant', 'id'])
        where('(starts_at > ? OR (starts_at = ? AND id > ?))', startsAt, startsAt, id)
      }
      const rows = await database.rows<ClosureRow>(`SELECT ${columns} FROM closure WHERE ${conditions.join(' AND ')} ORDER BY starts_at, id LIMIT ${limit + 1}`, values)
      const { items, nextCursor } = pageOf(rows, limit, row => [row.starts_at.toISOString(), row.id])
      return { items: items.map(toClosure), nextCursor }
    },

    /**
     * Closes rooms.
     *
     * @param roomIds the rooms that the closure closes
     * @param cancelBookings whether the bookings service is to cancel what it overlaps
     * @param bookings the bookings that it overlaps, for the answer
     */
    async create (closure: NewClosure, { roomIds, cancelBookings }: { roomIds: string[], cancelBookings: boolean }, bookings: CreatedClosure['bookings'], { actorId, correlationId, attempt }: Origin & { actorId: string }): Promise<CreatedClosure> {
      const now = new Date()
      const created: Closure = { id: uuid(), ...closure, status: 'active', createdBy: actorId, createdAt: now.toISOString(), cancelledBy: null, cancelledAt: null, version: 1 }
      return await database.transaction(async transaction => {
        await transaction.write(`INSERT INTO closure (id, room_id, building, building_key, floor, starts_at, ends_at, reason, created_by, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [created.id, created.roomId, created.building, created.building === null ? null : keyOf(created.building), created.floor, new Date(created.startsAt), new Date(created.endsAt), created.reason, actorId, now])
        await outbox.add(transaction, 'room.closed', created.id, correlationId, { ...eventDataOf(created), roomIds, cancelBookings, createdBy: actorId })
        transaction.afterCommit(async () => { await cache.invalidate(catalogueSubject) })
        await idempotency.remember(transaction, attempt, { ...created, bookings })
        return { ...created, bookings }
      })
    },

    /**
     * Cancels a closure.
     *
     * @param decide looks at the closure as it is now, and refuses or says whether to cancel it
     * @returns the closure after it; `undefined` when there is none
     */
    async cancel (id: string, decide: (closure: Closure, now: Date) => boolean, { actorId, correlationId }: Origin): Promise<Closure | undefined> {
      return await database.transaction(async transaction => {
        const row = await transaction.row<ClosureRow>(`SELECT ${columns} FROM closure WHERE id = ? FOR UPDATE`, [id])
        if (!row) return undefined
        const now = new Date()
        if (!decide(toClosure(row), now)) return toClosure(row)
        await transaction.write('UPDATE closure SET cancelled_by = ?, cancelled_at = ? WHERE id = ?', [actorId, now, id])
        const after = toClosure({ ...row, cancelled_by: actorId, cancelled_at: now })
        await outbox.add(transaction, 'room.reopened', id, correlationId, eventDataOf(after))
        transaction.afterCommit(async () => { await cache.invalidate(catalogueSubject) })
        return after
      })
    }
  }
}
