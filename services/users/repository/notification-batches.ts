import { v7 as uuid } from 'uuid'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { insertRows, padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { noteAttendees } from './notification-attendees.ts'
import type { NewNotification, NewNotificationEvent } from './notifications.ts'

/** One mail for each of several people, all of the same content. */
export interface NewNotifications extends Omit<NewNotification, 'user' | 'wanted' | 'event'> {
  addressees: ReadonlyArray<{ user: Pick<User, 'id' | 'email'>, wanted: boolean }>
  /** What the mail tells of. Several may be of one event: each booking that an act concerned. */
  events: readonly NewNotificationEvent[]
}

const rowsAtOnce = 50

/**
 * Queues a mail for each of many people, in the transaction that its reason belongs to, with few statements. Of one cause there is one
 * mail for each person: what comes later is added to it, and sends it again if it was out already.
 */
export async function queueNotifications (transaction: Transaction, { addressees, kind, cause, subject, dueAt, events, correlationId }: NewNotifications): Promise<void> {
  for (let first = 0; first < addressees.length; first += rowsAtOnce) {
    const some = addressees.slice(first, first + rowsAtOnce)
    await transaction.write(`INSERT INTO notification (id, user_id, kind, cause, recipient, subject, status, events, due_at, correlation_id, created_at)
      VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
      ON DUPLICATE KEY UPDATE events = events + VALUES(events), recipient = VALUES(recipient), status = VALUES(status), attempts = 0, due_at = VALUES(due_at), subject = VALUES(subject)`,
    some.flatMap(({ user, wanted }) => [uuid(), user.id, kind, cause, user.email, subject, wanted ? 'queued' : 'suppressed', events.length, dueAt, correlationId, new Date()]))
    const userIds = padded(some.map(({ user }) => user.id))
    const rows = await transaction.rows<{ id: string }>(`SELECT id FROM notification WHERE cause = ? AND kind = ? AND user_id IN (${placeholders(userIds)})`, [cause, kind, ...userIds])
    await insertRows(transaction, 'notification_event', ['notification_id', 'event_id', 'part', 'at', 'data', 'thread', 'subject'], rows.flatMap(({ id }) =>
      events.map((event, part) => [id, event.id, part, event.time, JSON.stringify(event.data), event.thread ?? null, event.subject ?? null])))
  }
  const named = events.flatMap(({ data }) => namedIn(data))
  for (const { user } of addressees) await noteAttendees(transaction, { cause, userId: user.id, kind }, { attendees: named })
}

function namedIn (data: { attendees?: string[], previous?: { attendees?: string[] } }): string[] {
  return [...data.attendees ?? [], ...data.previous?.attendees ?? []]
}
