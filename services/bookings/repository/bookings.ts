import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import { Refusal } from '../../../shared/errors.ts'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { ofQuota, policyRefusal } from '../domain/policy.ts'
import { longestBookingMilliseconds, widened, type Slot } from '../domain/slot.ts'
import { asOf } from '../domain/state.ts'
import { bookingColumns, noSuchBooking, seriesColumnNames, toBooking, toRecord, toSeriesRecord, type Action, type BookingRecord, type BookingRow, type Content, type Origin, type SeriesRow } from './records.ts'
import { assertTakeable, DryRun, lockAndCountUpcoming, lockCalendars, markClosed, markRetired, SlotTakenError, type Calendar } from './calendar.ts'

export interface NewBooking extends Content, Slot { status: 'pending' | 'confirmed' }

/** What a change does to a booking. */
export interface BookingChange {
  action: Action
  fields: Partial<Omit<BookingRecord, 'id' | 'userId' | 'version' | 'createdAt' | 'updatedAt'>>
  /** Given when the booking takes time that it did not have: how far from others it has to be. */
  bufferMinutes?: number
}

/** What is known before the locks are taken: the other room that the booking goes to, and how to decide on it. */
export interface Preparation { roomId?: string, decide: (booking: BookingRecord, now: Date) => BookingChange | undefined }

const settledAtOnce = 100
const isUpcoming = "status IN ('pending', 'confirmed') AND starts_at > ?"
/** Also those that are running; a pending one that has begun is about to be rejected. */
const isLiveAt = "status IN ('pending', 'confirmed') AND IF(status = 'pending', starts_at, ends_at) > ?"

/** Notes that an event is done; tells whether it was not before. */
type Claim = (transaction: Transaction) => Promise<boolean>

/** The statements that book, change and settle bookings. */
export function bookingsRepository ({ database, idempotency }: Pick<FastifyInstance, 'database' | 'idempotency'>, calendar: Calendar) {
  async function find (id: string): Promise<BookingRecord | undefined> {
    const row = await database.row<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE id = ?`, [id])
    return row && toRecord(row)
  }

  async function lockRows (transaction: Transaction, condition: string, values: ReadonlyArray<string | Date>): Promise<BookingRecord[]> {
    return (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE ${condition}`, values)).map(toRecord)
  }

  /**
   * Cancels bookings under the locks of their rooms, once for each event; the rooms are found first, so a look under the locks has the last word.
   *
   * @param where which bookings; its last `?` is the present instant
   * @param mark notes something of further rooms, which are locked as well
   */
  async function cancelWhere (where: string, values: ReadonlyArray<string | Date>, reason: string, origin: Origin, claim: Claim, mark?: { roomIds: readonly string[], write: (transaction: Transaction) => Promise<void> }): Promise<void> {
    for (let isDone = false; !isDone;) {
      const rooms = await database.rows<{ room_id: string }>(`SELECT DISTINCT room_id FROM booking WHERE ${where}`, [...values, new Date()])
      const roomIds = [...rooms.map(row => row.room_id), ...mark?.roomIds ?? []]
      isDone = await database.transaction(async transaction => {
        await lockCalendars(transaction, roomIds)
        const now = new Date()
        const bookings = await lockRows(transaction, `${where} FOR UPDATE`, [...values, now])
        if (bookings.some(({ roomId }) => !roomIds.includes(roomId))) return false
        if (!await claim(transaction)) return true
        await mark?.write(transaction)
        const seriesIds = bookings.flatMap(({ seriesId }) => seriesId ?? [])
        const several = new Set(seriesIds.filter((seriesId, index) => seriesIds.indexOf(seriesId) !== index))
        for (const booking of bookings) {
          const withSeries = booking.seriesId !== null && several.has(booking.seriesId)
          await calendar.store(transaction, [{ before: booking, after: { ...booking, status: 'cancelled', cancellationReason: reason, version: booking.version + 1, updatedAt: now } }], 'cancelled', { ...origin, withSeries })
        }
        for (const seriesId of several) {
          await transaction.write('UPDATE booking_series SET version = version + 1, updated_at = ? WHERE id = ?', [now, seriesId])
          const series = await transaction.row<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id = ?`, [seriesId])
          if (series) await calendar.publishSeries(transaction, 'booking_series.cancelled', toSeriesRecord(series), { reason, changedAt: now }, origin)
        }
        return true
      })
    }
  }

  return {
    find,

    /**
     * Books a slot: with its history and its event, or not at all.
     *
     * @param bufferMinutes how long the room stays empty between two bookings
     * @param isLimited whether the user's number of upcoming bookings counts
     * @throws SlotTakenError when a booking is in the way
     * @throws Refusal `booking.policy_violated` when the user has too many
     */
    async book (booking: NewBooking, { bufferMinutes, isLimited }: { bufferMinutes: number, isLimited: boolean }, origin: Origin): Promise<BookingRecord> {
      const id = uuid()
      if (origin.dryRun) await lockCalendars(database, [booking.roomId])
      const made = await database.transaction(async transaction => {
        const locked = await lockCalendars(transaction, [booking.roomId])
        assertTakeable(locked, booking.roomId, origin)
        const now = new Date()
        const conflicts = await calendar.conflictsOf(transaction, booking.roomId, widened(booking, bufferMinutes), now, origin.correlationId)
        if (conflicts.length > 0) throw new SlotTakenError(conflicts)
        if (isLimited) {
          const violations = ofQuota(await lockAndCountUpcoming(transaction, booking.userId, now))
          if (violations.length > 0) return policyRefusal(violations)
        }
        const record: BookingRecord = { id, ...booking, cancellationReason: null, decisionReason: null, seriesId: null, originalStartsAt: null, occurrenceDate: null, changedByItself: false, version: 1, createdAt: now, updatedAt: now }
        if (origin.dryRun) throw new DryRun(record)
        await calendar.insert(transaction, [record], origin)
        await idempotency.remember(transaction, origin.attempt, toBooking(record, now))
        return record
      }).catch(resultOfDryRun<BookingRecord>)
      if (made instanceof Refusal) throw made
      return made
    },

    /**
     * Changes a booking under the locks of its room and of the one that it goes to.
     *
     * @param prepare is given the booking as it was a moment ago; what it returns looks at the booking as it is now, and refuses or says what changes, if anything does
     * @throws SlotTakenError when a booking is in the way
     * @throws Refusal `booking.not_found`
     */
    async change (id: string, prepare: (booking: BookingRecord) => Preparation | Promise<Preparation>, origin: Origin): Promise<BookingRecord> {
      for (;;) {
        const known = await find(id)
        if (!known) throw noSuchBooking(id)
        const { roomId = known.roomId, decide } = await prepare(known)
        const changed = await database.transaction(async transaction => {
          const locked = await lockCalendars(transaction, [known.roomId, roomId])
          const row = await transaction.row<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE id = ? FOR UPDATE`, [id])
          // Somebody moved it to another room in the meantime: its lock is not held.
          if (!row || row.room_id !== known.roomId) return undefined
          const now = new Date()
          const before = toRecord(row)
          const change = decide(asOf(before, now), now)
          if (!change) return before
          const { action, fields, bufferMinutes } = change
          const after: BookingRecord = { ...before, ...fields, version: before.version + 1, updatedAt: now }
          if (bufferMinutes !== undefined) {
            assertTakeable(locked, after.roomId, origin)
            const conflicts = await calendar.conflictsOf(transaction, after.roomId, widened(after, bufferMinutes), now, origin.correlationId, id)
            if (conflicts.length > 0) throw new SlotTakenError(conflicts)
          }
          await calendar.store(transaction, [{ before, after }], action, origin)
          return after
        })
        if (changed) return changed
      }
    },

    /** Stores what time has done to a booking, so that its history is complete. */
    async settle (id: string, correlationId: string): Promise<void> {
      await database.transaction(async transaction => {
        const [booking] = await lockRows(transaction, 'id = ? FOR UPDATE', [id])
        if (booking) await calendar.settle(transaction, booking, new Date(), correlationId)
      })
    },

    /**
     * Stores what time has done to all bookings, some at a time. Any number of instances may do so at once.
     * @returns how many there were
     */
    async settleDue (correlationId: string): Promise<number> {
      let settled = 0
      for (let found = settledAtOnce; found === settledAtOnce; settled += found) {
        found = await database.transaction(async transaction => {
          const now = new Date()
          const due = [
            ...await lockRows(transaction, `status = 'confirmed' AND ends_at <= ? ORDER BY ends_at LIMIT ${settledAtOnce} FOR UPDATE SKIP LOCKED`, [now]),
            ...await lockRows(transaction, `status = 'pending' AND ends_at <= ? AND starts_at <= ? ORDER BY ends_at LIMIT ${settledAtOnce} FOR UPDATE SKIP LOCKED`, [new Date(now.getTime() + longestBookingMilliseconds), now])
          ].slice(0, settledAtOnce)
          for (const booking of due) await calendar.settle(transaction, booking, now, correlationId)
          return due.length
        })
      }
      return settled
    },

    /** Cancels the upcoming bookings of a user, once for each event. */
    async cancelOfUser (userId: string, reason: string, correlationId: string, claim: Claim): Promise<void> {
      await cancelWhere(`user_id = ? AND ${isUpcoming}`, [userId], reason, { actorId: null, correlationId }, claim)
    },

    /** Retires a room: cancels its upcoming bookings, once for each event, and lets nobody book it any more. */
    async retireRoom (roomId: string, reason: string, correlationId: string, claim: Claim): Promise<void> {
      await cancelWhere(`room_id = ? AND ${isUpcoming}`, [roomId], reason, { actorId: null, correlationId }, claim,
        { roomIds: [roomId], write: async transaction => { await markRetired(transaction, roomId) } })
    },

    /**
     * Closes rooms, once for each event: from now on bookings look at their terms again, and those in the time of the closure are cancelled.
     *
     * @param slot the time of the closure; without it no booking is cancelled
     */
    async closeRooms (roomIds: readonly string[], slot: Slot | undefined, reason: string, origin: Origin, claim: Claim): Promise<void> {
      const write = async (transaction: Transaction): Promise<void> => { await markClosed(transaction, roomIds) }
      if (slot) {
        const ids = padded(roomIds)
        const overlaps = `room_id IN (${placeholders(ids)}) AND blocking = 1 AND starts_at > ? AND starts_at < ? AND ends_at > ?`
        const values = [...ids, new Date(slot.startsAt.getTime() - longestBookingMilliseconds), slot.endsAt, slot.startsAt]
        await cancelWhere(`${overlaps} AND ${isLiveAt}`, values, reason, origin, claim, { roomIds, write })
      } else {
        await database.transaction(async transaction => {
          await lockCalendars(transaction, roomIds)
          if (await claim(transaction)) await write(transaction)
        })
      }
    }
  }
}

/** What a dry run came to; everything else goes on as a failure. */
export function resultOfDryRun<Result> (error: unknown): Result {
  if (error instanceof DryRun) return error.result as Result
  throw error
}
