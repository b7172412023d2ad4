import { emailHash } from '../../../shared/email-hash.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'

/** A booking or a series with the people who come. */
export interface Attended { id: string, seriesId?: string | null, attendees: readonly string[] }

const rowsAtOnce = 200

/** Notes where people are attendees. Those of an occurrence are noted for its series. */
export async function noteAttendees (transaction: Transaction, attended: readonly Attended[]): Promise<void> {
  const pairs = new Map(attended.flatMap(({ id, seriesId, attendees }) => attendees.map(email => {
    const pair = [emailHash(email), seriesId ?? id] as const
    return [pair.join(), pair] as const
  })))
  const rows = [...pairs.values()].sort(([a], [b]) => a < b ? -1 : 1) // concurrent transactions lock them in one order
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const some = rows.slice(first, first + rowsAtOnce)
    await transaction.write(`INSERT INTO attendee_address (email_hash, subject_id) VALUES ${some.map(() => '(?, ?)').join(', ')} ON DUPLICATE KEY UPDATE subject_id = subject_id`, some.flat())
  }
}
