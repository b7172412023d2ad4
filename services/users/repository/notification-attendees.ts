import { emailHash } from '../../../shared/email-hash.ts'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'

/** What of an event names attendees. */
interface EventContent { attendees?: string[], previous?: { attendees?: string[] } }
interface EventRow { notification_id: string, event_id: string, part: number, data: string }

const mailsAtOnce = 50

/** Notes whom the event of a mail names as attendees. */
export async function noteAttendees (transaction: Transaction, mail: { cause: string, userId: string, kind: string }, content: EventContent): Promise<void> {
  const hashes = [...new Set([...content.attendees ?? [], ...content.previous?.attendees ?? []].map(emailHash))].sort() // concurrent transactions lock them in one order
  if (hashes.length === 0) return
  const row = await transaction.row<{ id: string }>('SELECT id FROM notification WHERE cause = ? AND user_id = ? AND kind = ?', [mail.cause, mail.userId, mail.kind])
  if (!row) return
  await transaction.write(`INSERT INTO notification_attendee (email_hash, notification_id) VALUES ${hashes.map(() => '(?, ?)').join(', ')} ON DUPLICATE KEY UPDATE notification_id = notification_id`, hashes.flatMap(hash => [hash, row.id]))
}

export function notificationAttendeesRepository ({ database }: Needs) {
  return {
    /** Takes an erased address out of the mails to others, some at a time. Done again, it goes on where it was. */
    async erase (hash: string): Promise<void> {
      while (await database.transaction(async transaction => await eraseSome(transaction, hash)) === mailsAtOnce) { /* there may be more */ }
    }
  }
}

async function eraseSome (transaction: Transaction, hash: string): Promise<number> {
  const mails = await transaction.rows<{ notification_id: string }>(`SELECT notification_id FROM notification_attendee WHERE email_hash = ? ORDER BY notification_id LIMIT ${mailsAtOnce} FOR UPDATE`, [hash])
  if (mails.length === 0) return 0
  const ids = padded(mails.map(mail => mail.notification_id))
  const events = await transaction.rows<EventRow>(`SELECT notification_id, event_id, part, data FROM notification_event WHERE notification_id IN (${placeholders(ids)})`, ids)
  for (const { notification_id: id, event_id: eventId, part, data } of events) {
    const left = without(JSON.parse(data) as EventContent, hash)
    await transaction.write('UPDATE notification_event SET data = ? WHERE notification_id = ? AND event_id = ? AND part = ?', [JSON.stringify(left), id, eventId, part])
  }
  await transaction.write(`DELETE FROM notification_attendee WHERE email_hash = ? AND notification_id IN (${placeholders(ids)})`, [hash, ...ids])
  return mails.length
}

function without (content: EventContent, hash: string): EventContent {
  const left = (attendees: string[]): string[] => attendees.filter(email => emailHash(email) !== hash)
  return {
    ...content,
    ...(content.attendees && { attendees: left(content.attendees) }),
    ...(content.previous && { previous: { ...content.previous, ...(content.previous.attendees && { attendees: left(content.previous.attendees) }) } })
  }
}
