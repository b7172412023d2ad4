import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { BookingSeriesOutcome, SkippedOccurrence } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { insertRows, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { ofQuota, policyRefusal } from '../domain/policy.ts'
import type { PlannedSlot } from '../domain/recurrence.ts'
import type { Slot } from '../domain/slot.ts'
import { resultOfDryRun } from './bookings.ts'
import { noteAttendees } from './attendee-index.ts'
import { assertTakeable, DryRun, hasPending, lockAndCountUpcoming, lockCalendars, SlotTakenError, type Calendar } from './calendar.ts'
import { seriesDataOf, type SeriesNews } from './event-data.ts'
import { bookingColumns, noSuchSeries, seriesColumnNames, seriesValuesOf, toBooking, toRecord, toSeries, toSeriesRecord, type BookingRecord, type BookingRow, type Content, type Origin, type SeriesRecord, type SeriesRow } from './records.ts'

export type NewSeries = Content & Slot & Pick<SeriesRecord, 'timeZone' | 'startTime' | 'recurrence' | 'excludedStarts'>

/** What a change does to a series and its occurrences. */
export interface SeriesChange {
  series: SeriesRecord
  /** The series that the changed occurrences go to, when it is split. */
  split: SeriesRecord | undefined
  changed: Array<{ before: BookingRecord, after: BookingRecord }>
  cancelled: Array<{ before: BookingRecord, reason: string | null }>
  added: Array<PlannedSlot & { status: 'pending' | 'confirmed' }>
  /** Whether all that it does is to cancel. */
  isCancellation?: boolean
  /** Given when occurrences take time that they did not have: how far from other bookings they have to be. */
  bufferMinutes: number | undefined
}

export interface SeriesPreparation { roomId?: string, decide: (series: SeriesRecord, occurrences: BookingRecord[], now: Date) => SeriesChange | undefined }

/** Stores a series after a change. */
export async function storeSeries (transaction: Transaction, series: SeriesRecord): Promise<void> {
  const [id, ...values] = seriesValuesOf(series)
  await transaction.write(`UPDATE booking_series SET ${seriesColumnNames.slice(1).map(name => `${name} = ?`).join(', ')} WHERE id = ?`, [...values, id as string])
}

/** The statements that book and change series. */
export function seriesRepository ({ database, idempotency }: Pick<FastifyInstance, 'database' | 'idempotency'>, calendar: Calendar) {
  async function find (id: string): Promise<SeriesRecord | undefined> {
    const row = await database.row<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id = ?`, [id])
    return row && toSeriesRecord(row)
  }

  function occurrenceOf ({ id: seriesId, roomId, userId, title, description, attendeeCount, attendees }: SeriesRecord, { date: occurrenceDate, startsAt, endsAt }: PlannedSlot, status: 'pending' | 'confirmed', now: Date): BookingRecord {
    return { id: uuid(), roomId, userId, title, description, attendeeCount, attendees, startsAt, endsAt, status, cancellationReason: null, decisionReason: null, seriesId, originalStartsAt: startsAt, occurrenceDate, changedByItself: false, version: 1, createdAt: now, updatedAt: now }
  }

  return {
    find,

    /** Every booking of a series, in any state. */
    async occurrencesOf (seriesId: string): Promise<BookingRecord[]> {
      return (await database.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE series_id = ? ORDER BY starts_at, id`, [seriesId])).map(toRecord)
    },

    /**
     * Books the occurrences of a series in one transaction.
     *
     * @param slots the occurrences that break no rule
     * @param options `skips` leaves out occurrences that are taken; `skipped` are those left out already
     * @throws SlotTakenError when a booking is in the way, or of every occurrence when some may be skipped
     * @throws Refusal `booking.policy_violated` when the user has too many bookings
     */
    async book (series: NewSeries, slots: readonly PlannedSlot[], { status, bufferMinutes, isLimited, skips, skipped }: { status: 'pending' | 'confirmed', bufferMinutes: number, isLimited: boolean, skips: boolean, skipped: readonly SkippedOccurrence[] }, origin: Origin): Promise<BookingSeriesOutcome> {
      const id = uuid()
      if (origin.dryRun) await lockCalendars(database, [series.roomId])
      const made = await database.transaction(async transaction => {
        const locked = await lockCalendars(transaction, [series.roomId])
        assertTakeable(locked, series.roomId, origin)
        const now = new Date()
        const record: SeriesRecord = { id, ...series, status: 'active', cancellationReason: null, splitFromSeriesId: null, version: 1, createdAt: now, updatedAt: now }
        const conflicts = await calendar.conflictsOfAll(transaction, series.roomId, slots, bufferMinutes, now, origin.correlationId)
        const bookings = slots.filter(slot => !conflicts.has(slot)).map(slot => occurrenceOf(record, slot, status, now))
        const taken = [...conflicts].map(([{ startsAt, endsAt }, found]): SkippedOccurrence => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), conflicts: found, violations: [] }))
        if (bookings.length === 0 || (taken.length > 0 && !skips)) throw new SlotTakenError(taken.flatMap(({ conflicts }) => conflicts))
        if (isLimited) {
          const violations = ofQuota(await lockAndCountUpcoming(transaction, series.userId, now))
          if (violations.length > 0) return policyRefusal(violations)
        }
        const outcome: BookingSeriesOutcome = {
          series: toSeries(record),
          bookings: bookings.map(booking => toBooking(booking, now)),
          skipped: [...skipped, ...taken].sort((a, b) => a.startsAt < b.startsAt ? -1 : 1)
        }
        if (origin.dryRun) throw new DryRun(outcome)
        await insertRows(transaction, 'booking_series', seriesColumnNames, [seriesValuesOf(record)])
        await noteAttendees(transaction, [record])
        await calendar.insert(transaction, bookings, { ...origin, withSeries: true })
        await calendar.publishSeries(transaction, 'booking_series.created', record, { pending: status === 'pending', changedAt: now }, origin)
        await idempotency.remember(transaction, origin.attempt, outcome)
        return outcome
      }).catch(resultOfDryRun<BookingSeriesOutcome>)
      if (made instanceof Refusal) throw made
      return made
    },

    /**
     * Changes a series and its occurrences in one transaction, under the locks of its room and of the one that it goes to.
     *
     * @param prepare is given the series as it was a moment ago; what it returns looks at all as it is now, and refuses or says what changes, if anything does
     * @throws SlotTakenError when a booking is in the way of an occurrence
     * @throws Refusal `booking.series_not_found`
     */
    async change (id: string, prepare: (series: SeriesRecord) => SeriesPreparation | Promise<SeriesPreparation>, origin: Origin): Promise<BookingSeriesOutcome> {
      for (;;) {
        const known = await find(id)
        if (!known) throw noSuchSeries(id)
        const { roomId = known.roomId, decide } = await prepare(known)
        const outcome = await database.transaction(async transaction => {
          const locked = await lockCalendars(transaction, [known.roomId, roomId])
          const row = await transaction.row<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id = ? FOR UPDATE`, [id])
          // Somebody moved it to another room in the meantime: its lock is not held.
          if (!row || row.room_id !== known.roomId) return undefined
          const now = new Date()
          const occurrences = (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE series_id = ? ORDER BY starts_at, id FOR UPDATE`, [id])).map(toRecord)
          const before = toSeriesRecord(row)
          const change = decide(before, occurrences, now)
          if (!change) return { series: toSeries(before), bookings: [], skipped: [] }
          if (change.bufferMinutes !== undefined) assertTakeable(locked, roomId, origin)
          const bookings = await apply(transaction, before, change, now, origin)
          // A series that was split may be one more than its owner may have.
          if (change.split && origin.override !== true) {
            const violations = ofQuota(await lockAndCountUpcoming(transaction, change.split.userId, now) - 1)
            if (violations.length > 0) throw policyRefusal(violations)
          }
          const result: BookingSeriesOutcome = { series: toSeries(change.split ?? change.series), bookings: bookings.map(booking => toBooking(booking, now)), skipped: [] }
          if (origin.dryRun) throw new DryRun(result)
          return result
        }).catch(resultOfDryRun<BookingSeriesOutcome>)
        if (outcome) return outcome
      }
    }
  }

  async function apply (transaction: Transaction, before: SeriesRecord, { series, split, changed, cancelled, added, bufferMinutes, isCancellation = false }: SeriesChange, now: Date, request: Origin): Promise<BookingRecord[]> {
    const origin: Origin = { ...request, withSeries: true }
    // The occurrences make room for each other first; until the commit nobody sees that.
    const moving = [...changed, ...cancelled].map(({ before }) => before.id)
    if (bufferMinutes !== undefined && moving.length > 0) await transaction.write(`UPDATE booking SET blocking = 0 WHERE id IN (${placeholders(moving)})`, moving)
    const current = split ?? series
    const made = added.map(({ status, ...slot }) => occurrenceOf(current, slot, status, now))
    if (bufferMinutes !== undefined) {
      const conflicts = await calendar.conflictsOfAll(transaction, current.roomId, [...changed.map(({ after }) => after), ...made], bufferMinutes, now, origin.correlationId)
      if (conflicts.size > 0) throw new SlotTakenError([...conflicts.values()].flat())
    }
    const ended = cancelled.map(({ before, reason }) => ({ before, after: { ...before, status: 'cancelled' as const, cancellationReason: reason, version: before.version + 1, updatedAt: now } }))
    const results = [...ended.map(({ after }) => after), ...changed.map(({ after }) => after), ...made].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    if (origin.dryRun) return results

    await storeSeries(transaction, series)
    if (split) await insertRows(transaction, 'booking_series', seriesColumnNames, [seriesValuesOf(split)])
    await noteAttendees(transaction, split ? [series, split] : [series])
    await calendar.store(transaction, ended, 'cancelled', origin)
    await calendar.store(transaction, changed, 'updated', origin)
    await calendar.insert(transaction, made, origin)
    const reason = isCancellation ? cancelled[0]?.reason ?? null : null
    const news = { pending: await hasPending(transaction, series.id), reason, before, changedAt: now, withOthers: split !== undefined }
    await calendar.publishSeries(transaction, isCancellation ? 'booking_series.cancelled' : 'booking_series.updated', series, news, origin)
    if (split) await publishSplit(transaction, series, news, split, { pending: await hasPending(transaction, split.id), splitFromSeriesId: series.id, before, changedAt: now, withOthers: true }, origin)
    return results
  }

  /** Tells of the series that was split off, and the holder of both. */
  async function publishSplit (transaction: Transaction, series: SeriesRecord, news: SeriesNews, split: SeriesRecord, splitNews: SeriesNews, origin: Origin): Promise<void> {
    await calendar.publishSeries(transaction, 'booking_series.created', split, splitNews, origin)
    await calendar.publishTogether(transaction, 'bookings.updated', [seriesDataOf(series, news), seriesDataOf(split, splitNews)], origin)
  }
}
