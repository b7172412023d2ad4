import { v7 as uuid } from 'uuid'
import type { Notification, User } from '../../../shared/contract/generated/users.schemas.ts'
import { emailHash } from '../../../shared/email-hash.ts'
import { insertRows, padded, placeholders, removeInBatches, type Transaction, type Value } from '../../../shared/plugins/database.ts'
import type { InvitationKind } from '../domain/attendance.ts'
import { guestSubject } from './mail-limits.ts'
import type { Needs } from './needs.ts'
import { toUser, userColumns, type UserRow } from './rows.ts'

/** That something about a booking or a series may have to be told to attendees. */
export interface AttendeeNews {
  /** The UID of the calendar entry: the booking, or the series. */
  thread: string
  isSeries: boolean
  /** Whom it concerns, and what it looks like to each; what it is, is seen when the mail is sent. */
  people: ReadonlyArray<{ email: string, kind: InvitationKind, subject: string }>
  correlationId: string
}

/** A mail to an attendee whose time has come. */
export interface DueAttendeeMail {
  id: string
  emailHash: string
  recipient: string
  thread: string
  isSeries: boolean
  events: number
  attempts: number
  correlationId: string
}

/** What became of a mail. */
export interface Settlement {
  status: Exclude<Notification['status'], 'queued'>
  kind: InvitationKind
  subject: string
  userId: string | undefined
  error?: string
}

interface MailRow {
  id: string
  email_hash: string
  recipient: string
  thread: string
  is_series: number
  events: number
  attempts: number
  correlation_id: string
}

const leaseMilliseconds = 120_000
const longestError = 500
const insertedColumns = 'id, email_hash, recipient, thread, is_series, user_id, kind, subject, due_at, correlation_id, created_at'
const mailColumns = 'id, email_hash, recipient, thread, is_series, events, attempts, correlation_id'
const isDue = 'waiting = 1 AND due_at <= ? AND (taken_until IS NULL OR taken_until <= ?)'

/** The mails to attendees: of those to one address about one calendar entry, one waits at a time. */
export function attendeeMailsRepository ({ database }: Needs) {
  /** The ids of active accounts by the addresses that they have confirmed. */
  async function usersBy (emailKeys: readonly string[]): Promise<Map<string, string>> {
    const keys = padded(emailKeys)
    const rows = await database.rows<{ id: string, email_key: string }>(`SELECT id, email_key FROM user WHERE email_key IN (${placeholders(keys)}) AND status = 'active'`, keys)
    return new Map(rows.map(row => [row.email_key, row.id]))
  }

  return {
    /** Has attendees told how something stands. Those who wait to be told of it already are told all at once. */
    async queue ({ thread, isSeries, people, correlationId }: AttendeeNews): Promise<void> {
      if (people.length === 0) return
      const now = new Date()
      const byHash = new Map(people.map(person => [emailHash(person.email), person]))
      const users = await usersBy([...byHash.values()].map(({ email }) => email.toLowerCase()))
      const inOneOrder = [...byHash].sort(([a], [b]) => a < b ? -1 : 1) // in which concurrent transactions lock them
      const rows = inOneOrder.map(([hash, { email, kind, subject }]): Value[] => {
        const userId = users.get(email.toLowerCase()) ?? null
        return [uuid(), hash, email, thread, isSeries ? 1 : 0, userId, kind, userId === null ? '' : subject, now, correlationId, now]
      })
      await database.write(`INSERT INTO attendee_mail (${insertedColumns}) VALUES ${rows.map(row => `(${placeholders(row)})`).join(', ')}
        ON DUPLICATE KEY UPDATE events = events + 1, due_at = LEAST(due_at, VALUES(due_at))`, rows.flat())
    },

    /** Takes mails whose time has come, for one attempt. Should the process that took them die, they are due again after a while. */
    async takeDue (limit: number): Promise<DueAttendeeMail[]> {
      const now = new Date()
      return await database.transaction(async transaction => {
        const first = await transaction.rows<{ id: string }>(`SELECT id FROM attendee_mail WHERE ${isDue} ORDER BY due_at LIMIT ${limit}`, [now, now])
        if (first.length === 0) return []
        const candidates = padded(first.map(({ id }) => id))
        const rows = await transaction.rows<MailRow>(
          `SELECT ${mailColumns} FROM attendee_mail WHERE id IN (${placeholders(candidates)}) AND ${isDue} FOR UPDATE SKIP LOCKED`, [...candidates, now, now])
        if (rows.length === 0) return []
        const ids = rows.map(({ id }) => id)
        await transaction.write(`UPDATE attendee_mail SET attempts = attempts + 1, taken_until = ? WHERE id IN (${placeholders(ids)})`,
          [new Date(now.getTime() + leaseMilliseconds), ...ids])
        return rows.map(toDueMail)
      })
    },

    /** Who has confirmed an address, whatever the status of the account. */
    async accountOf (email: string): Promise<User | undefined> {
      const row = await database.row<UserRow>(`SELECT ${userColumns} FROM user WHERE email_key = ?`, [email.toLowerCase()])
      return row && toUser(row)
    },

    /** Notes what became of a mail, in the list of its reader. What happened meanwhile is told by another. */
    async settle (mail: DueAttendeeMail, { status, kind, subject, userId, error }: Settlement): Promise<void> {
      await database.transaction(async transaction => {
        const events = await eventsOf(transaction, mail)
        if (events === undefined) return // erased meanwhile
        if (userId === undefined) await transaction.write('DELETE FROM attendee_mail WHERE id = ?', [mail.id])
        else {
          await transaction.write(
            `UPDATE attendee_mail SET waiting = NULL, taken_until = NULL, status = ?, kind = ?, subject = ?, user_id = ?, last_error = ?, sent_at = ?
              WHERE id = ?`, [status, kind, subject, userId, error?.slice(0, longestError) ?? null, status === 'sent' ? new Date() : null, mail.id])
        }
        if (events > mail.events) await queueAgain(transaction, mail, { kind, subject, userId })
      })
    },

    /** Forgets a mail that has nothing to tell. */
    async drop (mail: DueAttendeeMail): Promise<void> {
      const { affectedRows } = await database.write('DELETE FROM attendee_mail WHERE id = ? AND events = ?', [mail.id, mail.events])
      if (affectedRows === 0) await database.write('UPDATE attendee_mail SET taken_until = NULL, attempts = 0 WHERE id = ?', [mail.id])
    },

    /**
     * Has a mail wait.
     * @param error why it could not be sent; without it, it may not be sent yet, which is no attempt
     */
    async postpone ({ id }: DueAttendeeMail, until: Date, error?: string): Promise<void> {
      if (error === undefined) await database.write('UPDATE attendee_mail SET due_at = ?, taken_until = NULL, attempts = 0 WHERE id = ?', [until, id])
      else await database.write('UPDATE attendee_mail SET due_at = ?, taken_until = NULL, last_error = ? WHERE id = ?', [until, error.slice(0, longestError), id])
    },

    /** Erases all that is kept of an address by its hash, but its wish to get no mails. */
    async erase (hash: string): Promise<void> {
      await database.write('DELETE FROM attendee_mail WHERE email_hash = ?', [hash])
      await database.write('DELETE FROM calendar_entry WHERE addressee = ?', [hash])
      await database.write('DELETE FROM mail_stop_token WHERE email_hash = ?', [hash])
      await database.write('DELETE FROM mail_count WHERE subject = ?', [guestSubject(hash)])
    },

    /** Forgets mails of half a year ago. */
    async forgetOld (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM attendee_mail WHERE created_at <= UTC_TIMESTAMP(3) - INTERVAL 180 DAY AND waiting IS NULL')
    }
  }
}

async function eventsOf (transaction: Transaction, { id }: DueAttendeeMail): Promise<number | undefined> {
  return (await transaction.row<{ events: number }>('SELECT events FROM attendee_mail WHERE id = ? FOR UPDATE', [id]))?.events
}

async function queueAgain (transaction: Transaction, mail: DueAttendeeMail, { kind, subject, userId }: Omit<Settlement, 'status'>): Promise<void> {
  const { emailHash, recipient, thread, isSeries, correlationId } = mail
  const now = new Date()
  const row = [uuid(), emailHash, recipient, thread, isSeries ? 1 : 0, userId ?? null, kind, userId === undefined ? '' : subject, now, correlationId, now]
  await insertRows(transaction, 'attendee_mail', insertedColumns.split(', '), [row])
}

function toDueMail (row: MailRow): DueAttendeeMail {
  return {
    id: row.id,
    emailHash: row.email_hash,
    recipient: row.recipient,
    thread: row.thread,
    isSeries: row.is_series === 1,
    events: row.events,
    attempts: row.attempts + 1,
    correlationId: row.correlation_id
  }
}
