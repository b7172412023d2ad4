import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { Booking, BookingStatus, BusyInterval } from '../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../shared/page.ts'
import { placeholders, type Queryable, type Transaction, type Value } from '../../shared/plugins/database.ts'
import type { EventType } from '../../shared/plugins/outbox.ts'
import { longestBookingMilliseconds, type Slot } from './domain/slot.ts'
import { asOf } from './domain/state.ts'

/** A booking as the rules see it, with its instants as dates. */
export interface BookingRecord extends Slot {
  id: string
  roomId: string
  userId: string
  title: string
  description: string
  attendeeCount: number | null
  status: BookingStatus
  cancellationReason: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export interface NewBooking extends Slot { roomId: string, userId: string, title: string, description: string, attendeeCount: number | null }

export interface BookingFilter { roomId?: string, userId?: string, status?: BookingStatus, from?: string, to?: string, limit: number, cursor?: string }

/** Who makes a change, and how it can be traced and repeated. */
export interface Origin { actorId: string, correlationId: string, attempt: Attempt | undefined }

/** What a change does to a booking. */
export interface BookingChange {
  action: 'cancelled' | 'ended'
  event: Extract<EventType, 'booking.cancelled' | 'booking.completed'>
  fields: Partial<Pick<BookingRecord, 'status' | 'endsAt' | 'cancellationReason'>>
}

interface BookingRow {
  id: string
  room_id: string
  user_id: string
  title: string
  description: string
  starts_at: Date
  ends_at: Date
  attendee_count: number | null
  status: BookingStatus
  cancellation_reason: string | null
  version: number
  created_at: Date
  updated_at: Date
}

const columns = 'id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, status, cancellation_reason, version, created_at, updated_at'
const blockingStatuses: ReadonlySet<BookingStatus> = new Set(['pending', 'confirmed', 'completed'])
const mostConflictsShown = 10

function toRecord (row: BookingRow): BookingRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    userId: row.user_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    attendeeCount: row.attendee_count,
    status: row.status,
    cancellationReason: row.cancellation_reason,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}

/** A booking as the contract has it, at an instant. */
export function toBooking (record: BookingRecord, now: Date): Booking {
  const { startsAt, endsAt, createdAt, updatedAt, ...rest } = asOf(record, now)
  return { ...rest, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}

/** Thrown when a slot is taken. */
export class SlotTakenError extends Error {
  readonly conflicts: BusyInterval[]

  constructor (conflicts: BusyInterval[]) {
    super('the slot is taken')
    this.name = 'SlotTakenError'
    this.conflicts = conflicts
  }
}

/** Every statement of the bookings service. */
export function bookingsRepository ({ database, outbox, idempotency }: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>) {
  /**
   * Takes the lock of a room's calendar. It must be the first statement of every transaction that takes, moves or frees time, and it
   * must write: clusters certify writes, not locking reads, and a read before it would fix a snapshot that is older than the lock.
   */
  async function lockCalendar (transaction: Transaction, roomId: string): Promise<void> {
    await transaction.write('INSERT INTO room_calendar (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
  }

  /** The blocking bookings of a room that overlap a slot, earliest first. Those of one room never overlap, so walking back from the slot's end may stop at the first that ends before it begins. */
  async function conflictsOf (transaction: Queryable, roomId: string, { startsAt, endsAt }: Slot): Promise<BusyInterval[]> {
    const overlapping = async (limit: number): Promise<BusyInterval[]> => {
      const rows = await transaction.rows<{ starts_at: Date, ends_at: Date }>(
        `SELECT starts_at, ends_at FROM booking WHERE room_id = ? AND blocking = 1 AND starts_at < ? ORDER BY starts_at DESC LIMIT ${limit}`, [roomId, endsAt])
      return rows.filter(row => row.ends_at > startsAt).map(row => ({ roomId, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() })).reverse()
    }
    const nearest = await overlapping(1)
    return nearest.length === 0 ? [] : await overlapping(mostConflictsShown)
  }

  async function writeHistory (transaction: Transaction, booking: BookingRecord, action: string, actorId: string, changes: object): Promise<void> {
    await transaction.write('INSERT INTO booking_history (id, booking_id, version, action, actor_id, changes, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [uuid(), booking.id, booking.version, action, actorId, JSON.stringify(changes), booking.updatedAt])
  }

  async function publish (transaction: Transaction, type: Extract<EventType, `booking.${string}`>, { id, roomId, userId, title, startsAt, endsAt, status, version }: BookingRecord, correlationId: string): Promise<void> {
    await outbox.add(transaction, type, id, correlationId, { bookingId: id, roomId, userId, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), status, version })
  }

  async function find (id: string): Promise<BookingRecord | undefined> {
    const row = await database.row<BookingRow>(`SELECT ${columns} FROM booking WHERE id = ?`, [id])
    return row && toRecord(row)
  }

  return {
    find,

    /**
     * Books a slot: confirmed, with its history and its event, or not at all.
     * @throws SlotTakenError when a blocking booking overlaps it
     */
    async book (booking: NewBooking, { actorId, correlationId, attempt }: Origin): Promise<BookingRecord> {
      const id = uuid()
      return await database.transaction(async transaction => {
        await lockCalendar(transaction, booking.roomId)
        const conflicts = await conflictsOf(transaction, booking.roomId, booking)
        if (conflicts.length > 0) throw new SlotTakenError(conflicts)
        const now = new Date()
        const record: BookingRecord = { id, ...booking, status: 'confirmed', cancellationReason: null, version: 1, createdAt: now, updatedAt: now }
        await transaction.write(`INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, status, blocking, cancellation_reason, version, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'confirmed', 1, NULL, 1, ?, ?)`,
        [id, record.roomId, record.userId, record.title, record.description, record.startsAt, record.endsAt, record.attendeeCount, now, now])
        await writeHistory(transaction, record, 'created', actorId, {})
        await publish(transaction, 'booking.created', record, correlationId)
        await idempotency.remember(transaction, attempt, toBooking(record, now))
        return record
      }, async () => await find(id))
    },

    /**
     * Changes a booking under the lock of its room.
     *
     * @param decide looks at the booking as it is now, refuses or says what changes
     * @returns the booking after the change; `undefined` when there is none
     */
    async change (id: string, decide: (booking: BookingRecord, now: Date) => BookingChange, { actorId, correlationId }: Origin): Promise<BookingRecord | undefined> {
      const known = await find(id)
      if (!known) return undefined
      return await database.transaction(async transaction => {
        await lockCalendar(transaction, known.roomId)
        const row = await transaction.row<BookingRow>(`SELECT ${columns} FROM booking WHERE id = ? FOR UPDATE`, [id])
        if (!row) return undefined
        const now = new Date()
        const before = toRecord(row)
        const { action, event, fields } = decide(asOf(before, now), now)
        const after: BookingRecord = { ...before, ...fields, version: before.version + 1, updatedAt: now }
        await transaction.write('UPDATE booking SET ends_at = ?, status = ?, blocking = ?, cancellation_reason = ?, version = ?, updated_at = ? WHERE id = ?',
          [after.endsAt, after.status, blockingStatuses.has(after.status) ? 1 : 0, after.cancellationReason, after.version, now, id])
        await writeHistory(transaction, after, action, actorId, differences(before, fields))
        await publish(transaction, event, after, correlationId)
        return after
      })
    },

    /** Bookings by start. */
    async page ({ roomId, userId, status, from, to, limit, cursor }: BookingFilter, now: Date): Promise<Page<BookingRecord>> {
      const conditions = ['1 = 1']
      const values: Value[] = []
      const where = (condition: string, ...bound: Value[]): void => {
        conditions.push(condition)
        values.push(...bound)
      }
      if (roomId !== undefined) where('room_id = ?', roomId)
      if (userId !== undefined) where('user_id = ?', userId)
      if (status === 'completed') where("(status = 'completed' OR (status = 'confirmed' AND ends_at <= ?))", now)
      else if (status === 'confirmed') where("status = 'confirmed' AND ends_at > ?", now)
      else if (status !== undefined) where('status = ?', status)
      // What ends after an instant began less than the longest booking before it: a bound for the index by start.
      if (from !== undefined) where('ends_at > ? AND starts_at > ?', new Date(from), new Date(Date.parse(from) - longestBookingMilliseconds))
      if (to !== undefined) where('starts_at < ?', new Date(to))
      if (cursor !== undefined) {
        const [startsAt, id] = decodeCursor(cursor, ['instant', 'id'])
        where('(starts_at > ? OR (starts_at = ? AND id > ?))', startsAt, startsAt, id)
      }
      const rows = await database.rows<BookingRow>(`SELECT ${columns} FROM booking WHERE ${conditions.join(' AND ')} ORDER BY starts_at, id LIMIT ${limit + 1}`, values)
      const { items, nextCursor } = pageOf(rows, limit, row => [row.starts_at.toISOString(), row.id])
      return { items: items.map(toRecord), nextCursor }
    },

    /** What is taken between two instants, by room and start. */
    async busyIntervals (roomIds: readonly string[] | undefined, from: Date, to: Date): Promise<BusyInterval[]> {
      const rooms = roomIds === undefined ? '' : `AND room_id IN (${placeholders(roomIds)})`
      const rows = await database.rows<{ room_id: string, starts_at: Date, ends_at: Date }>(
        `SELECT room_id, starts_at, ends_at FROM booking WHERE blocking = 1 AND starts_at > ? AND starts_at < ? AND ends_at > ? ${rooms} ORDER BY room_id, starts_at`,
        [new Date(from.getTime() - longestBookingMilliseconds), to, from, ...roomIds ?? []])
      return rows.map(row => ({ roomId: row.room_id, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() }))
    }
  }
}

export type BookingsRepository = ReturnType<typeof bookingsRepository>

function differences (before: BookingRecord, fields: BookingChange['fields']): Record<string, { from: unknown, to: unknown }> {
  return Object.fromEntries(Object.entries(fields).map(([name, to]) => [name, { from: before[name as keyof BookingRecord], to }]))
}

/** The refusal of a booking that is not there. */
export function noSuchBooking (id: string): Refusal {
  return new Refusal('booking.not_found', `There is no booking ${id}.`)
}
