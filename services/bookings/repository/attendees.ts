import type { FastifyInstance } from 'fastify'
import type { BookingSnapshot } from '../../../shared/contract/generated/bookings.schemas.ts'
import { emailHash } from '../../../shared/email-hash.ts'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import type { Calendar } from './calendar.ts'
import { bookingColumns, toRecord, type BookingRow } from './records.ts'

interface HistoryRow { booking_id: string, version: number, snapshot: string }

const bookingsAtOnce = 50

/** The statements that take an erased address out of the bookings of others. */
export function attendeesRepository ({ database }: Pick<FastifyInstance, 'database'>, calendar: Calendar) {
  return {
    /**
     * Takes an address out of all bookings and series and their histories, some at a time. Done again, it goes on where it was.
     * @param hash SHA-256 of the address in lower case
     */
    async erase (hash: string, correlationId: string): Promise<void> {
      const next = async (): Promise<{ subject_id: string } | undefined> => await database.row('SELECT subject_id FROM attendee_address WHERE email_hash = ? LIMIT 1', [hash])
      for (let found = await next(); found; found = await next()) {
        const { subject_id: subjectId } = found
        await database.transaction(async transaction => { await eraseFromSeries(transaction, subjectId, hash) })
        const bookings = await database.rows<{ id: string }>('SELECT id FROM booking WHERE id = ? UNION SELECT id FROM booking WHERE series_id = ? ORDER BY id', [subjectId, subjectId])
        for (let first = 0; first < bookings.length; first += bookingsAtOnce) {
          const ids = bookings.slice(first, first + bookingsAtOnce).map(({ id }) => id)
          await database.transaction(async transaction => { await eraseFromBookings(transaction, ids, hash, correlationId) })
        }
        await database.write('DELETE FROM attendee_address WHERE email_hash = ? AND subject_id = ?', [hash, subjectId])
      }
    }
  }

  async function eraseFromSeries (transaction: Transaction, id: string, hash: string): Promise<void> {
    const row = await transaction.row<{ user_id: string, attendees: string }>('SELECT user_id, attendees FROM booking_series WHERE id = ? FOR UPDATE', [id])
    if (!row) return
    const attendees = JSON.parse(row.attendees) as string[]
    const left = attendees.filter(email => emailHash(email) !== hash)
    if (left.length === attendees.length) return
    await transaction.write('UPDATE booking_series SET attendees = ?, version = version + 1, updated_at = ? WHERE id = ?', [JSON.stringify(left), new Date(), id])
  }

  async function eraseFromBookings (transaction: Transaction, ids: readonly string[], hash: string, correlationId: string): Promise<void> {
    const now = new Date()
    const bookings = (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE id IN (${placeholders(padded(ids))}) ORDER BY id FOR UPDATE`, padded(ids))).map(toRecord)
    const history = await transaction.rows<HistoryRow>(`SELECT booking_id, version, snapshot FROM booking_history WHERE booking_id IN (${placeholders(padded(ids))})`, padded(ids))
    for (const { booking_id: bookingId, version, snapshot: text } of history) {
      const snapshot = JSON.parse(text) as BookingSnapshot
      const left = snapshot.attendees.filter(email => emailHash(email) !== hash)
      if (left.length < snapshot.attendees.length) await transaction.write('UPDATE booking_history SET snapshot = ? WHERE booking_id = ? AND version = ?', [JSON.stringify({ ...snapshot, attendees: left }), bookingId, version])
    }
    for (const before of bookings) {
      const attendees = before.attendees.filter(email => emailHash(email) !== hash)
      if (attendees.length === before.attendees.length) continue
      await calendar.store(transaction, [{ before, after: { ...before, attendees, version: before.version + 1, updatedAt: now } }], 'erased', { actorId: null, correlationId })
    }
  }
}
