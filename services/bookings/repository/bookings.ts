import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import { Refusal } from '../../../shared/errors.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'
import { ofQuota, policyRefusal } from '../domain/policy.ts'
import { longestBookingMilliseconds, widened, type Slot } from '../domain/slot.ts'
import { asOf } from '../domain/state.ts'
import { bookingColumns, noSuchBooking, toBooking, toRecord, type Action, type BookingRecord, type BookingRow, type Content, type Origin } from './records.ts'
import { assertTakeable, DryRun, lockAndCountUpcoming, lockCalendars, SlotTakenError, type Calendar } from './calendar.ts'

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

/** The statements that book, change and settle bookings. */
export function bookingsRepository ({ database, idempotency }: Pick<FastifyInstance, 'database' | 'idempotency'>, calendar: Calendar) {
  async function find (id: string): Promise<BookingRecord | undefined> {
    const row = await database.row<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE id = ?`, [id])
    return row && toRecord(row)
  }

  async function lockRows (transaction: Transaction, condition: string, values: ReadonlyArray<string | Date>): Promise<BookingRecord[]> {
    return (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE ${condition}`, values)).map(toRecord)
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
    }
  }
}

/** What a dry run came to; everything else goes on as a failure. */
export function resultOfDryRun<Result> (error: unknown): Result {
  if (error instanceof DryRun) return error.result as Result
  throw error
}
