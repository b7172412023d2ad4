import { v7 as uuid } from 'uuid'
import type { Notification, NotificationKind, User } from '../../../shared/contract/generated/users.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { padded, placeholders, removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { isObsolete, type News } from '../domain/obsolete-news.ts'
import { lockActiveUsers } from './locks.ts'
import type { Needs } from './needs.ts'
import { noteAttendees } from './notification-attendees.ts'
import { toUser, userColumns, type UserRow } from './rows.ts'

/** What a mail is about: what people are shown in the list of their mails, and what they are not. */
export type MailKind = NotificationKind | 'password_reset' | 'email_confirmation'

/** A mail that is to be sent. */
export interface NewNotification {
  user: Pick<User, 'id' | 'email'>
  kind: MailKind
  /** What brings one mail of a kind, however often it is told. */
  cause: string
  subject: string
  wanted: boolean
  dueAt: Date
  event: NewNotificationEvent
  correlationId: string
}

export interface NewNotificationEvent {
  id: string
  time: Date
  data: object
  /** The booking or the series that it is about, where later events may make it obsolete. */
  subject?: string
  /** The UID of the calendar entry: mails with the same one leave in the order in which they were queued. */
  thread?: string
}

/** A mail whose time has come. */
export interface DueNotification {
  id: string
  kind: Exclude<MailKind, `invitation${string}`>
  /** The user's id. */
  addressee: string
  recipient: string
  subject: string
  attempts: number
  correlationId: string
  reader: User
  /** What it tells of, oldest first. */
  events: DueEvent[]
}

/** An event that a mail tells of, and whether later ones have made that pointless. */
export interface DueEvent { time: Date, data: unknown, isObsolete: boolean }

interface NotificationRow<Kind = NotificationKind> { id: string, kind: Kind, subject: string, recipient: string, status: Notification['status'], attempts: number, created_at: Date, sent_at: Date | null }

interface NewsRow extends Omit<News, 'subject'> { subject: string | null, time: Date }

/** The mails of the kinds that contracts know. */
const isShown = 'kind NOT IN (\'password_reset\', \'email_confirmation\')'
/** No mail to the same person about one of its calendar entries was queued before it and is still waiting. */
const isFirstOfItsThreads = `NOT EXISTS (
  SELECT 1 FROM notification_event mine
    JOIN notification_event theirs ON theirs.thread = mine.thread AND theirs.notification_id < mine.notification_id
    JOIN notification earlier ON earlier.id = theirs.notification_id
   WHERE mine.notification_id = notification.id AND earlier.user_id = notification.user_id AND earlier.status = 'queued')`
const notificationColumns = 'id, kind, subject, recipient, status, attempts, created_at, sent_at'
/** How long one attempt may take; after that, whoever made it is thought dead. */
const leaseMilliseconds = 120_000

/**
 * Queues a mail, in the transaction that its reason belongs to. Of one cause there is one mail: what comes later is added to it, and
 * sends it again if it was out already.
 */
export async function queueNotification (transaction: Transaction, { user, kind, cause, subject, wanted, dueAt, event, correlationId }: NewNotification): Promise<void> {
  const status = wanted ? 'queued' : 'suppressed'
  await transaction.write(`INSERT INTO notification (id, user_id, kind, cause, recipient, subject, status, events, due_at, correlation_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
    ON DUPLICATE KEY UPDATE events = events + 1, recipient = ?, status = ?, attempts = 0, due_at = ?, subject = ?`,
  [uuid(), user.id, kind, cause, user.email, subject, status, dueAt, correlationId, new Date(), user.email, status, dueAt, subject])
  await addEvent(transaction, { userId: user.id, kind, cause, event })
}

/** Has a mail that is not out yet tell of one more event, without making it due at another time. Where there is none, none is made. */
export async function amendNotification (transaction: Transaction, { user, kind, cause, subject, event }: Pick<NewNotification, 'user' | 'kind' | 'cause' | 'subject' | 'event'>): Promise<void> {
  const { affectedRows } = await transaction.write('UPDATE notification SET events = events + 1, subject = ? WHERE cause = ? AND user_id = ? AND kind = ? AND status = \'queued\'', [subject, cause, user.id, kind])
  if (affectedRows > 0) await addEvent(transaction, { userId: user.id, kind, cause, event })
}

async function addEvent (transaction: Transaction, { userId, kind, cause, event }: { userId: string } & Pick<NewNotification, 'kind' | 'cause' | 'event'>): Promise<void> {
  await transaction.write('INSERT INTO notification_event (notification_id, event_id, at, data, thread, subject) SELECT id, ?, ?, ?, ?, ? FROM notification WHERE cause = ? AND user_id = ? AND kind = ?',
    [event.id, event.time, JSON.stringify(event.data), event.thread ?? null, event.subject ?? null, cause, userId, kind])
  await noteAttendees(transaction, { cause, userId, kind }, event.data)
}

/** Drops a mail that was not sent yet and has become pointless. */
export async function suppressNotification (transaction: Transaction, kind: NotificationKind, cause: string): Promise<void> {
  await transaction.write('UPDATE notification SET status = \'suppressed\' WHERE cause = ? AND kind = ? AND status = \'queued\'', [cause, kind])
}

/** Sends the mails to somebody that are not out yet to a new address, but those that are about an address. */
export async function redirectNotifications (transaction: Transaction, userId: string, recipient: string): Promise<void> {
  await transaction.write('UPDATE notification SET recipient = ? WHERE user_id = ? AND status = \'queued\' AND kind NOT IN (\'email_change\', \'email_confirmation\')', [recipient, userId])
}

/** Takes out of the mails to somebody whom they went to and what they told. */
export async function eraseNotifications (transaction: Transaction, userId: string): Promise<void> {
  await transaction.write('UPDATE notification SET recipient = \'deleted@users.invalid\', subject = \'\', last_error = NULL, status = IF(status = \'queued\', \'suppressed\', status) WHERE user_id = ?', [userId])
  await transaction.write('DELETE FROM notification_event WHERE notification_id IN (SELECT id FROM notification WHERE user_id = ?)', [userId])
  await transaction.write('DELETE FROM calendar_entry WHERE addressee = ?', [userId])
  await transaction.write('DELETE FROM attendee_mail WHERE user_id = ?', [userId])
}

export function notificationsRepository ({ database }: Needs) {
  /** What mails tell of, by their ids. */
  async function eventsOf (notificationIds: readonly string[]): Promise<Map<string, DueEvent[]>> {
    const own = await newsWhere(`event.notification_id IN (${placeholders(notificationIds)})`, notificationIds)
    const subjects = padded([...new Set(own.flatMap(({ subject }) => subject ?? []))])
    const all = subjects.length === 0 ? [] : await newsWhere(`event.subject IN (${placeholders(subjects)})`, subjects)
    const byNotification = new Map<string, DueEvent[]>()
    for (const { time, ...news } of own) {
      const event: DueEvent = { time, data: news.data, isObsolete: news.subject !== null && isObsolete(news as News, all as News[]) }
      byNotification.set(news.notificationId, [...byNotification.get(news.notificationId) ?? [], event])
    }
    return byNotification
  }

  async function newsWhere (condition: string, values: readonly string[]): Promise<NewsRow[]> {
    const rows = await database.rows<{ notification_id: string, user_id: string, kind: MailKind, status: string, event_id: string, subject: string | null, at: Date, data: string }>(
      `SELECT event.notification_id, notification.user_id, notification.kind, notification.status, event.event_id, event.subject, event.at, event.data
         FROM notification_event event JOIN notification ON notification.id = event.notification_id WHERE ${condition} ORDER BY event.notification_id, event.event_id, event.part`, values)
    return rows.map(row => ({
      notificationId: row.notification_id,
      addressee: row.user_id,
      kind: row.kind,
      isSent: row.status === 'sent',
      eventId: row.event_id,
      subject: row.subject,
      time: row.at,
      data: JSON.parse(row.data) as unknown
    }))
  }

  return {
    /** Queues the mail to the holder of an account that was locked. */
    async queueLockedMail (accountId: string, until: Date): Promise<void> {
      await database.transaction(async transaction => {
        const [user] = await lockActiveUsers(transaction, [accountId])
        if (!user) return
        const [id, now] = [uuid(), new Date()]
        await queueNotification(transaction, {
          user, kind: 'account_locked', cause: id, subject: 'Your account is locked for a while', wanted: true, dueAt: now, event: { id, time: now, data: { until: until.toISOString() } }, correlationId: id
        })
      })
    },

    /**
     * Takes mails whose time has come, for one attempt. Should the process that took them die, they are due again after a while. Of the
     * mails to somebody about one calendar entry only the first that is not out yet is taken: the others wait for it.
     */
    async takeDue (limit: number): Promise<DueNotification[]> {
      const now = new Date()
      const taken = await database.transaction(async transaction => {
        const first = await transaction.rows<{ id: string }>(`SELECT id FROM notification WHERE status = 'queued' AND due_at <= ? AND ${isFirstOfItsThreads} ORDER BY due_at LIMIT ${limit}`, [now])
        if (first.length === 0) return []
        const candidates = padded(first.map(({ id }) => id))
        const rows = await transaction.rows<{ id: string }>(`SELECT id FROM notification WHERE id IN (${placeholders(candidates)}) AND status = 'queued' AND due_at <= ? FOR UPDATE SKIP LOCKED`, [...candidates, now])
        const ids = rows.map(({ id }) => id)
        if (ids.length > 0) await transaction.write(`UPDATE notification SET attempts = attempts + 1, due_at = ? WHERE id IN (${placeholders(ids)})`, [new Date(now.getTime() + leaseMilliseconds), ...ids])
        return ids
      })
      if (taken.length === 0) return []
      const rows = await database.rows<NotificationRow<DueNotification['kind']> & { user_id: string, correlation_id: string }>(`SELECT ${notificationColumns}, user_id, correlation_id FROM notification WHERE id IN (${placeholders(taken)}) ORDER BY id`, taken)
      const events = await eventsOf(taken)
      const readerIds = [...new Set(rows.map(row => row.user_id))]
      const readers = new Map((await database.rows<UserRow>(`SELECT ${userColumns} FROM user WHERE id IN (${placeholders(readerIds)})`, readerIds)).map(row => [row.id, toUser(row)]))
      return rows.map(row => ({
        id: row.id,
        kind: row.kind,
        addressee: row.user_id,
        recipient: row.recipient,
        subject: row.subject,
        attempts: row.attempts,
        correlationId: row.correlation_id,
        reader: readers.get(row.user_id) as User,
        events: events.get(row.id) ?? []
      }))
    },

    /** Notes that a mail is out. One that has more to tell by now stays queued. */
    async noteSent ({ id, events }: DueNotification): Promise<void> {
      await database.write('UPDATE notification SET status = \'sent\', sent_at = ?, last_error = NULL WHERE id = ? AND status = \'queued\' AND events = ?', [new Date(), id, events.length])
    },

    /**
     * Notes that a mail is not out.
     *
     * @param nextAttemptAt when to try again; without it, the mail is given up
     */
    async noteFailure ({ id }: DueNotification, error: string, nextAttemptAt?: Date): Promise<void> {
      if (nextAttemptAt) await database.write('UPDATE notification SET due_at = ?, last_error = ? WHERE id = ? AND status = \'queued\'', [nextAttemptAt, error.slice(0, 500), id])
      else await database.write('UPDATE notification SET status = \'failed\', last_error = ? WHERE id = ? AND status = \'queued\'', [error.slice(0, 500), id])
    },

    /** Notes that a mail is not sent because it is pointless or not wanted by now. */
    async noteSuppressed ({ id }: DueNotification): Promise<void> {
      await database.write('UPDATE notification SET status = \'suppressed\' WHERE id = ? AND status = \'queued\'', [id])
    },

    /** The mails to somebody, newest first: those to the account, and those to an attendee of the bookings of others. */
    async list (userId: string, limit: number, cursor?: string): Promise<Page<Notification>> {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0]
      const [condition, values] = before === undefined ? ['user_id = ?', [userId]] : ['user_id = ? AND id < ?', [userId, before]]
      const end = `ORDER BY id DESC LIMIT ${limit + 1}`
      const rows = await database.rows<NotificationRow>(
        `(SELECT ${notificationColumns} FROM notification WHERE ${condition} AND ${isShown} ${end}) UNION ALL (SELECT ${notificationColumns} FROM attendee_mail WHERE ${condition} ${end}) ${end}`, [...values, ...values])
      return pageOf(rows.map(toNotification), limit, ({ id }) => [id])
    },

    /** All mails to somebody, newest first. */
    async all (userId: string): Promise<Notification[]> {
      return (await database.rows<NotificationRow>(
        `SELECT ${notificationColumns} FROM notification WHERE user_id = ? AND ${isShown} UNION ALL SELECT ${notificationColumns} FROM attendee_mail WHERE user_id = ? ORDER BY id DESC`, [userId, userId])).map(toNotification)
    },

    /** Everybody who decides about reviews. */
    async moderatorIds (): Promise<string[]> {
      return (await database.rows<{ id: string }>('SELECT id FROM user WHERE role IN (\'moderator\', \'admin\') AND status = \'active\'')).map(({ id }) => id)
    },

    /** Everybody who decides about bookings. */
    async approverIds (): Promise<string[]> {
      return (await database.rows<{ id: string }>('SELECT id FROM user WHERE role IN (\'facility_manager\', \'admin\') AND status = \'active\'')).map(({ id }) => id)
    },

    /** Forgets mails of half a year ago. */
    async forgetOld (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM notification WHERE created_at <= UTC_TIMESTAMP(3) - INTERVAL 180 DAY AND status <> \'queued\'')
    }
  }
}

function toNotification (row: NotificationRow): Notification {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    recipient: row.recipient,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null
  }
}
