import { padded, placeholders, removeInBatches } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'

/** A booking that an invitation puts into a calendar. */
export interface CalendarEntry { bookingId: string, endsAt: Date }

const rowsAtOnce = 200

/** The bookings that invitations have put into people's calendars. */
export function calendarEntriesRepository ({ database }: Needs) {
  async function known (addressee: string, bookingIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (bookingIds.length === 0) return new Set()
    const ids = padded(bookingIds)
    const rows = await database.rows<{ booking_id: string }>(`SELECT booking_id FROM calendar_entry WHERE addressee = ? AND booking_id IN (${placeholders(ids)})`, [addressee, ...ids])
    return new Set(rows.map(row => row.booking_id))
  }

  return {
    /** Those of the bookings that the addressee was invited to. */
    known,

    /**
     * Notes an invitation. It must be noted before it is sent: a cancellation too many does no harm, a missing one leaves a ghost.
     * @returns those that are new
     */
    async note (addressee: string, entries: readonly CalendarEntry[]): Promise<CalendarEntry[]> {
      const before = await known(addressee, entries.map(({ bookingId }) => bookingId))
      for (let first = 0; first < entries.length; first += rowsAtOnce) {
        const some = entries.slice(first, first + rowsAtOnce)
        await database.write(`INSERT INTO calendar_entry (addressee, booking_id, ends_at) VALUES ${some.map(() => '(?, ?, ?)').join(', ')} ON DUPLICATE KEY UPDATE ends_at = VALUES(ends_at)`,
          some.flatMap(({ bookingId, endsAt }) => [addressee, bookingId, endsAt]))
      }
      return entries.filter(({ bookingId }) => !before.has(bookingId))
    },

    /** Takes back what was noted for an invitation that did not arrive. */
    async withdraw (addressee: string, entries: readonly CalendarEntry[]): Promise<void> {
      if (entries.length === 0) return
      const ids = padded(entries.map(({ bookingId }) => bookingId))
      await database.write(`DELETE FROM calendar_entry WHERE addressee = ? AND booking_id IN (${placeholders(ids)})`, [addressee, ...ids])
    },

    /** Forgets what was over a month ago: nothing of it is cancelled any more. */
    async forgetOld (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM calendar_entry WHERE ends_at <= UTC_TIMESTAMP(3) - INTERVAL 30 DAY')
    }
  }
}
