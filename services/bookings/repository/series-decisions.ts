import type { FastifyInstance } from 'fastify'
import type { BookingSeriesOutcome } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'
import type { Decision } from '../domain/series-decision.ts'
import { lockCalendars, type Calendar } from './calendar.ts'
import { bookingColumns, noSuchSeries, seriesColumnNames, toBooking, toRecord, toSeries, toSeriesRecord, type BookingRecord, type BookingRow, type Origin, type SeriesRecord, type SeriesRow } from './records.ts'
import { storeSeries } from './series.ts'

/** What somebody has decided on bookings of a series. */
export interface SeriesDecision { status: Decision, reason: string | null, bookings: readonly BookingRecord[] }

/** The statements that store a decision on the pending bookings of a series. */
export function seriesDecisionsRepository ({ database }: Pick<FastifyInstance, 'database'>, calendar: Calendar) {
  return {
    /**
     * Decides on bookings of a series in one transaction, under the locks of their rooms: one that was changed by itself may be in another room.
     *
     * @param decide looks at the series and its bookings as they are now, and refuses or says what is decided; no bookings change nothing
     * @throws Refusal `booking.series_not_found`
     */
    async decide (id: string, decide: (series: SeriesRecord, bookings: BookingRecord[], now: Date) => SeriesDecision, origin: Origin): Promise<BookingSeriesOutcome> {
      for (;;) {
        const rooms = await database.rows<{ room_id: string }>(`SELECT room_id FROM booking_series WHERE id = ?
          UNION SELECT room_id FROM booking WHERE series_id = ? AND status = 'pending'`, [id, id])
        if (rooms.length === 0) throw noSuchSeries(id)
        const roomIds = rooms.map(row => row.room_id)
        const outcome = await database.transaction(async transaction => {
          await lockCalendars(transaction, roomIds)
          const row = await transaction.row<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id = ? FOR UPDATE`, [id])
          if (!row) throw noSuchSeries(id)
          const series = toSeriesRecord(row)
          const now = new Date()
          const bookings = (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE series_id = ? ORDER BY starts_at, id FOR UPDATE`, [id])).map(toRecord)
          const decision = decide(series, bookings, now)
          if (decision.bookings.length === 0) return { series: toSeries(series), bookings: [], skipped: [] }
          // Somebody moved one to another room in the meantime: its lock is not held.
          if (decision.bookings.some(({ roomId }) => !roomIds.includes(roomId))) return undefined
          return await store(transaction, series, decision, now, origin)
        })
        if (outcome) return outcome
      }
    }
  }

  async function store (transaction: Transaction, before: SeriesRecord, { status, reason, bookings }: SeriesDecision, now: Date, origin: Origin): Promise<BookingSeriesOutcome> {
    const series: SeriesRecord = { ...before, version: before.version + 1, updatedAt: now }
    const decided = bookings.map(booking => ({ before: booking, after: { ...booking, status, decisionReason: reason, version: booking.version + 1, updatedAt: now } }))
    await storeSeries(transaction, series)
    await calendar.store(transaction, decided, status === 'confirmed' ? 'approved' : 'rejected', { ...origin, withSeries: true })
    await calendar.publishSeries(transaction, status === 'confirmed' ? 'booking_series.approved' : 'booking_series.rejected', series, { reason, changedAt: now }, origin)
    return { series: toSeries(series), bookings: decided.map(({ after }) => toBooking(after, now)), skipped: [] }
  }
}
