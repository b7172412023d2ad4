import type { FastifyInstance } from 'fastify'
import type { BusyInterval } from '../../../shared/contract/generated/bookings.schemas.ts'
import { insertRows, padded, placeholders, type Queryable, type Transaction } from '../../../shared/plugins/database.ts'
import type { EventType } from '../../../shared/plugins/outbox.ts'
import { retiredRefusal } from '../domain/policy.ts'
import { longestBookingMilliseconds, widened, type Slot } from '../domain/slot.ts'
import { asOf, dueAction } from '../domain/state.ts'
import type { CountChanges } from '../metrics.ts'
import { noteAttendees } from './attendee-index.ts'
import { eventsFor, inEvents, reasonOf, seriesDataOf, type Change, type SeriesNews, type Told } from './event-data.ts'
import { bookingColumns, snapshotOf, storedColumnNames, toRecord, valuesOf, type Action, type BookingRecord, type BookingRow, type Origin, type SeriesRecord } from './records.ts'

/** Thrown when a slot is taken. */
export class SlotTakenError extends Error {
  readonly conflicts: BusyInterval[]

  constructor (conflicts: BusyInterval[]) {
    super('the slot is taken')
    this.name = 'SlotTakenError'
    this.conflicts = conflicts
  }
}

/** Thrown to roll a dry run back, with what it would have come to. */
export class DryRun<Result> extends Error {
  readonly result: Result

  constructor (result: Result) {
    super('a dry run is rolled back')
    this.name = 'DryRun'
    this.result = result
  }
}

/** Thrown when a room was closed at a time when its terms may have been read already. */
export class ClosedMeanwhileError extends Error {
  readonly roomId: string
  readonly closure: number

  constructor (roomId: string, closure: number) {
    super('the room was closed meanwhile')
    this.name = 'ClosedMeanwhileError'
    this.roomId = roomId
    this.closure = closure
  }
}

/** What the locks of rooms tell: which rooms are retired, and the number of the last closure of those that were closed lately. */
export interface LockedRooms { retired: Set<string>, closures: Map<string, number> }

const mostConflictsShown = 10
const retiredMark = 1
/** Longer than the terms of a room are good for, and a request may take on top of that. */
const termsMinutes = 15
/** A statement looks at so many slots. */
const slotsAtOnce = 64
/** Bookings that hold their room at an instant: not those pending that began undecided. */
export const holdsRoom = "blocking = 1 AND NOT (status = 'pending' AND starts_at <= ?)"

/**
 * Takes the locks of rooms' calendars. It must be the first statement of every transaction that takes, moves or frees time, and it
 * must write: clusters certify writes, not locking reads, and a read before it would fix a snapshot that is older than the lock.
 *
 * What then makes nothing should commit all the same, or have the rows made before: when the row of a new room is rolled back, all who
 * wait for it deadlock.
 *
 * @returns what it found: check it with `assertTakeable` before time of a room is taken
 */
export async function lockCalendars (transaction: Queryable, roomIds: readonly string[]): Promise<LockedRooms> {
  const locked: LockedRooms = { retired: new Set(), closures: new Map() }
  for (const roomId of [...new Set(roomIds)].sort()) {
    // LAST_INSERT_ID(n) is n, and is told as the id of what was inserted: so the write itself answers, without another statement.
    const { insertId } = await transaction.write(`INSERT INTO room_calendar (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + CASE
      WHEN retired = 1 THEN LAST_INSERT_ID(${retiredMark})
      WHEN closed_at > UTC_TIMESTAMP(3) - INTERVAL ${termsMinutes} MINUTE THEN LAST_INSERT_ID(closures + ${retiredMark})
      ELSE 1 END`, [roomId])
    if (insertId === retiredMark) locked.retired.add(roomId)
    else if (insertId > retiredMark) locked.closures.set(roomId, insertId)
  }
  return locked
}

/**
 * Refuses to take time of a room that is retired, or that was closed after its terms may have been read.
 *
 * @throws Refusal `booking.room_unavailable`
 * @throws ClosedMeanwhileError when the terms have to be read again; give `knownClosures` then
 */
export function assertTakeable ({ retired, closures }: LockedRooms, roomId: string, { knownClosures }: Pick<Origin, 'knownClosures'>): void {
  if (retired.has(roomId)) throw retiredRefusal()
  const closure = closures.get(roomId)
  if (closure !== undefined && knownClosures?.get(roomId) !== closure) throw new ClosedMeanwhileError(roomId, closure)
}

/** Notes that rooms are closed, under their locks. */
export async function markClosed (transaction: Transaction, roomIds: readonly string[]): Promise<void> {
  const ids = padded(roomIds)
  await transaction.write(`UPDATE room_calendar SET closures = closures + 1, closed_at = UTC_TIMESTAMP(3) WHERE room_id IN (${placeholders(ids)})`, ids)
}

/** Notes that a room is retired, under its lock. */
export async function markRetired (transaction: Transaction, roomId: string): Promise<void> {
  await transaction.write('UPDATE room_calendar SET retired = 1, retired_at = COALESCE(retired_at, UTC_TIMESTAMP(3)) WHERE room_id = ?', [roomId])
}

/** Whether bookings of a series wait for approval. */
export async function hasPending (transaction: Transaction, seriesId: string): Promise<boolean> {
  return await transaction.row('SELECT id FROM booking WHERE series_id = ? AND status = \'pending\' LIMIT 1', [seriesId]) !== undefined
}

/** How many upcoming bookings somebody has; a series counts as one. */
export async function countUpcoming (queryable: Queryable, userId: string, now: Date): Promise<number> {
  const row = await queryable.row<{ count: number }>(
    `SELECT COUNT(DISTINCT COALESCE(series_id, id)) AS count FROM booking
      WHERE user_id = ? AND starts_at > ? AND ((status = 'confirmed' AND ends_at > ?) OR (status = 'pending' AND starts_at > ?))`,
    [userId, new Date(now.getTime() - longestBookingMilliseconds), now, now])
  return row?.count ?? 0
}

/** Takes the lock of what somebody has booked, after those of the rooms, and counts it. */
export async function lockAndCountUpcoming (transaction: Transaction, userId: string, now: Date): Promise<number> {
  await transaction.write('INSERT INTO booker (user_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [userId])
  return await countUpcoming(transaction, userId, now)
}

/**
 * The bookings that hold a room and overlap a slot, earliest first. Those of one room never overlap, so the nearest before the slot's
 * end tells whether there is any: a few entries of the index, whatever the room's history. The index is named because a cost-based
 * guess at another one would read all of it.
 *
 * @param except a booking to leave out
 */
export async function overlapping (queryable: Queryable, roomId: string, { startsAt, endsAt }: Slot, except?: string): Promise<BookingRecord[]> {
  const nearest = async (columns: string, limit: number): Promise<BookingRow[]> => {
    const rows = await queryable.rows<BookingRow>(
      `SELECT ${columns} FROM booking FORCE INDEX (booking_room_time) WHERE room_id = ? AND blocking = 1 AND starts_at < ? ORDER BY starts_at DESC LIMIT ${limit}`, [roomId, endsAt])
    return rows.filter(row => row.ends_at > startsAt && row.id !== except)
  }
  if ((await nearest('id, ends_at', except === undefined ? 1 : 2)).length === 0) return []
  return (await nearest(bookingColumns, mostConflictsShown)).map(toRecord).reverse()
}

/** Whether bookings overlap each of many slots: the same look as that of `overlapping`, for many with each statement. */
export async function areTaken (queryable: Queryable, roomId: string, slots: readonly Slot[]): Promise<boolean[]> {
  const taken: boolean[] = []
  for (let first = 0; first < slots.length; first += slotsAtOnce) {
    const some = slots.slice(first, first + slotsAtOnce)
    const ends = padded(some.map(({ endsAt }) => endsAt))
    const rows = await queryable.rows<{ position: number, ends_at: Date }>(
      ends.map((_end, position) => `(SELECT ${position} AS position, ends_at FROM booking FORCE INDEX (booking_room_time) WHERE room_id = ? AND blocking = 1 AND starts_at < ? ORDER BY starts_at DESC LIMIT 1)`).join(' UNION ALL '),
      ends.flatMap(end => [roomId, end]))
    const nearest = new Map(rows.map(row => [row.position, row.ends_at]))
    taken.push(...some.map(({ startsAt }, position) => (nearest.get(position) ?? startsAt) > startsAt))
  }
  return taken
}

/** Bookings as what everybody may see of them. */
export function busyIntervalsOf (bookings: readonly BookingRecord[]): BusyInterval[] {
  return bookings.map(({ roomId, startsAt, endsAt }) => ({ roomId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }))
}

/** What every change of bookings is made of. Each leaves its row in the history and its events in the outbox. */
export function calendarOf ({ outbox }: Pick<FastifyInstance, 'outbox'>, countChanges: CountChanges) {
  /** Leaves the rows in the history and the events in the outbox that changes are told by. */
  async function record (transaction: Transaction, changes: readonly Change[], action: Action, { actorId, correlationId, override = false, withSeries = false, withOthers = false }: Origin): Promise<void> {
    await insertRows(transaction, 'booking_history', ['booking_id', 'version', 'action', 'actor_id', 'reason', 'overridden', 'snapshot', 'at'], changes.map(({ after }) =>
      [after.id, after.version, action, actorId, reasonOf(after, action), override ? 1 : 0, JSON.stringify(snapshotOf(after)), after.updatedAt]))
    if (action !== 'erased') await noteAttendees(transaction, changes.map(({ before, after }) => ({ ...after, attendees: [...before?.attendees ?? [], ...after.attendees] })))
    await outbox.addAll(transaction, correlationId, changes.flatMap(change => eventsFor(change, action, { withSeries, withOthers })))
    transaction.afterCommit(() => { countChanges(action, changes.length) })
  }

  /** Tells of what was done to a series as a whole. Its bookings have events of their own. */
  async function publishSeries (transaction: Transaction, type: Extract<EventType, `booking_series.${string}`>, series: SeriesRecord, told: SeriesNews, { correlationId }: Origin): Promise<void> {
    await outbox.add(transaction, type, series.id, correlationId, seriesDataOf(series, told))
  }

  /** Tells the holders of several bookings what one act did to all of them. */
  async function publishTogether (transaction: Transaction, type: 'bookings.cancelled' | 'bookings.updated', told: readonly Told[], { correlationId }: Origin): Promise<void> {
    for (const data of inEvents(told)) await outbox.add(transaction, type, data.userId, correlationId, data)
  }

  /** Stores new bookings. */
  async function insert (transaction: Transaction, bookings: readonly BookingRecord[], origin: Origin): Promise<void> {
    await insertRows(transaction, 'booking', storedColumnNames, bookings.map(valuesOf))
    await record(transaction, bookings.map(after => ({ after })), 'created', origin)
  }

  /** Stores bookings after a change of each. */
  async function store (transaction: Transaction, changes: ReadonlyArray<Required<Change>>, action: Action, origin: Origin): Promise<void> {
    for (const { after } of changes) {
      const [id, ...values] = valuesOf(after)
      await transaction.write(`UPDATE booking SET ${storedColumnNames.slice(1).map(name => `${name} = ?`).join(', ')} WHERE id = ?`, [...values, id as string])
    }
    await record(transaction, changes, action, origin)
  }

  /** Stores what time has done to a booking. */
  async function settle (transaction: Transaction, booking: BookingRecord, now: Date, correlationId: string): Promise<void> {
    const action = dueAction(booking, now)
    if (action) await store(transaction, [{ before: booking, after: asOf(booking, now) }], action, { actorId: null, correlationId })
  }

  /**
   * What is in the way of a slot. Bookings that began undecided are rejected on the way: they hold nothing any more.
   * Only under the lock of the room.
   */
  async function conflictsOf (transaction: Transaction, roomId: string, slot: Slot, now: Date, correlationId: string, except?: string): Promise<BusyInterval[]> {
    const found = await overlapping(transaction, roomId, slot, except)
    const expired = found.filter(booking => dueAction(booking, now) === 'expired')
    if (expired.length === 0) return busyIntervalsOf(found)
    for (const { id } of expired) {
      // A job may have been faster.
      const row = await transaction.row<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE id = ? FOR UPDATE`, [id])
      if (row) await settle(transaction, toRecord(row), now, correlationId)
    }
    return await conflictsOf(transaction, roomId, slot, now, correlationId, except)
  }

  /**
   * What is in the way of each of many slots, which are apart from each other; those that nothing is in the way of are left out.
   * Only under the lock of the room.
   */
  async function conflictsOfAll<S extends Slot> (transaction: Transaction, roomId: string, slots: readonly S[], bufferMinutes: number, now: Date, correlationId: string): Promise<Map<S, BusyInterval[]>> {
    const conflicts = new Map<S, BusyInterval[]>()
    const room = slots.map(slot => widened(slot, bufferMinutes))
    const taken = await areTaken(transaction, roomId, room)
    for (const [index, slot] of slots.entries()) {
      const found = taken[index] === true ? await conflictsOf(transaction, roomId, room[index] as Slot, now, correlationId) : []
      if (found.length > 0) conflicts.set(slot, found)
    }
    return conflicts
  }

  return { insert, store, settle, conflictsOf, conflictsOfAll, publishSeries, publishTogether }
}

export type Calendar = ReturnType<typeof calendarOf>
