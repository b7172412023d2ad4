import type { FastifyInstance } from 'fastify'
import type { NotificationKind, User } from '../../shared/contract/generated/users.schemas.ts'
import type { ArrivedEvent, ConsumersOf, Delivery } from '../../shared/plugins/consumer.ts'
import type { Transaction } from '../../shared/plugins/database.ts'
import type { EventType } from '../../shared/plugins/outbox.ts'
import { queueActMail, queueAffectedMail } from './act-mails.ts'
import { asksForApproval, requestApproval } from './approval-requests.ts'
import { mayApprove } from './domain/approvers.ts'
import { bookingSubject, type BookingKind } from './mail/letters.ts'
import type { Repository } from './repository/index.ts'
import { queueConfirmation } from './repository/email-confirmations.ts'
import { lockActiveUsers } from './repository/locks.ts'
import { amendNotification, queueNotification, suppressNotification, type NewNotification } from './repository/notifications.ts'

interface Needs extends Pick<FastifyInstance, 'database'> {
  notifications: Pick<Repository['notifications'], 'moderatorIds' | 'approverIds'>
  notificationAttendees: Repository['notificationAttendees']
  reminderMinutes: number
  confirmationMailsPerDay: number
  now?: () => Date
}

type BookingEvent = ArrivedEvent<Extract<EventType, `booking.${string}`>>
type SeriesEvent = ArrivedEvent<Extract<EventType, `booking_series.${string}`>>
type ActEvent = ArrivedEvent<'bookings.cancelled' | 'bookings.updated'>

/** Which preference a mail obeys when it is queued; those without one are always sent, but a reminder asks when its time has come. */
const preferenceOf: Partial<Record<NotificationKind, keyof User['notifications']>> = {
  booking_confirmed: 'bookingCreated',
  booking_changed: 'bookingCreated',
  booking_pending: 'bookingCreated',
  booking_cancelled: 'bookingCancelled',
  booking_rejected: 'bookingCancelled',
  review_flagged: 'reviewFlagged'
}

/** The kinds of mails that calendars go by. */
const keepsOrder: ReadonlySet<NotificationKind> = new Set<NotificationKind>(['booking_confirmed', 'booking_changed', 'booking_cancelled', 'booking_pending', 'booking_rejected'])

/** What the users service does about events: it writes to people. The mails themselves are sent by a job. */
export function usersConsumers ({ database, notifications, notificationAttendees, reminderMinutes, confirmationMailsPerDay, now = () => new Date() }: Needs): ConsumersOf<'users'> {
  async function notify (transaction: Transaction, user: User, kind: NotificationKind, event: ArrivedEvent<EventType>, subject: string, { cause = event.id, dueAt = now() } = {}): Promise<void> {
    const preference = preferenceOf[kind]
    await queueNotification(transaction, {
      user, kind, cause, subject, dueAt, wanted: preference === undefined || user.notifications[preference], event: contentOf(event, keepsOrder.has(kind)), correlationId: event.correlationid
    })
  }

  /** Keeps the reminder of a booking where the booking is. */
  async function remind (transaction: Transaction, user: User, event: BookingEvent): Promise<void> {
    const { bookingId, title, startsAt, status } = event.data
    const dueAt = new Date(Date.parse(startsAt) - reminderMinutes * 60_000)
    const subject = bookingSubject('booking_reminder', title)
    if (status !== 'confirmed') await suppressNotification(transaction, 'booking_reminder', bookingId)
    else if (dueAt > now()) await notify(transaction, user, 'booking_reminder', event, subject, { cause: bookingId, dueAt })
    // Too late to announce it anew; one that still waits must not tell of a time that is no longer true.
    else await amendNotification(transaction, { user, kind: 'booking_reminder', cause: bookingId, subject, event: contentOf(event) })
  }

  /**
   * Has something done once for an event, if the person that it is about is still there.
   * @param otherIds others who are told, as far as they are there; locked with the person, since two steps could deadlock
   */
  async function once ({ claim }: Delivery, userId: string, effect: (transaction: Transaction, user: User, others: User[]) => Promise<void>, otherIds: readonly string[] = []): Promise<void> {
    await database.transaction(async transaction => {
      if (!await claim(transaction)) return
      const people = await lockActiveUsers(transaction, [userId, ...otherIds])
      const user = people.find(({ id }) => id === userId)
      if (user) await effect(transaction, user, people.filter(({ id }) => id !== userId))
    })
  }

  /** Those who are asked for approval by an event. */
  async function askedBy (event: BookingEvent | SeriesEvent): Promise<string[]> {
    return asksForApproval(event) ? await notifications.approverIds() : []
  }

  const aboutBooking = (kind: BookingKind) => async (event: BookingEvent, delivery: Delivery): Promise<void> => {
    await once(delivery, event.data.userId, async (transaction, user, others) => {
      // What one request does to a series is told by the event of the series, and what one act does to several bookings by an event for all, in one mail.
      if (event.data.withSeries !== true && event.data.withOthers !== true) await notify(transaction, user, kind, event, bookingSubject(kind, event.data.title))
      await remind(transaction, user, event)
      await requestApproval(transaction, others.filter(({ role }) => mayApprove(role)), event, now())
    }, await askedBy(event))
  }

  const aboutSeries = async (kind: BookingKind, event: SeriesEvent, delivery: Delivery): Promise<void> => {
    await once(delivery, event.data.userId, async (transaction, user, others) => {
      if (event.data.withOthers !== true) await notify(transaction, user, kind, event, bookingSubject(kind, event.data.title))
      await requestApproval(transaction, others.filter(({ role }) => mayApprove(role)), event, now())
    }, await askedBy(event))
  }

  const aboutAct = async (event: ActEvent, delivery: Delivery): Promise<void> => {
    await once(delivery, event.data.userId, async (transaction, user) => { await queueActMail(transaction, user, event, now()) })
  }

  return {
    'user.registered': async (event, delivery) => {
      await once(delivery, event.data.userId, async (transaction, user) => {
        if (!user.emailConfirmed) await queueConfirmation(transaction, { userId: user.id, email: user.email, cause: event.id, correlationId: event.correlationid }, confirmationMailsPerDay)
      })
    },
    'review.flagged': async (event, { claim }) => {
      const ids = await notifications.moderatorIds()
      await database.transaction(async transaction => {
        if (!await claim(transaction)) return
        for (const moderator of await lockActiveUsers(transaction, ids)) await notify(transaction, moderator, 'review_flagged', event, 'A review was flagged')
      })
    },
    'user.deleted': async ({ data }) => {
      for (const hash of data.emailHashes) await notificationAttendees.erase(hash)
    },
    'booking.created': aboutBooking('booking_confirmed'),
    'booking.pending': aboutBooking('booking_pending'),
    'booking.updated': aboutBooking('booking_changed'),
    'booking.cancelled': aboutBooking('booking_cancelled'),
    'booking.rejected': aboutBooking('booking_rejected'),
    'booking_series.created': async (event, delivery) => {
      const { splitFromSeriesId, pending } = event.data
      await aboutSeries(splitFromSeriesId !== undefined ? 'booking_changed' : pending ? 'booking_pending' : 'booking_confirmed', event, delivery)
    },
    'booking_series.updated': async (event, delivery) => { await aboutSeries('booking_changed', event, delivery) },
    'booking_series.cancelled': async (event, delivery) => { await aboutSeries('booking_cancelled', event, delivery) },
    'booking_series.approved': async (event, delivery) => { await aboutSeries('booking_confirmed', event, delivery) },
    'booking_series.rejected': async (event, delivery) => { await aboutSeries('booking_rejected', event, delivery) },
    'bookings.cancelled': aboutAct,
    'bookings.updated': aboutAct,
    'bookings.affected': async (event, delivery) => {
      await once(delivery, event.data.userId, async (transaction, user) => { await queueAffectedMail(transaction, user, event, now()) })
    },
    'booking.completed': async (event, delivery) => {
      await once(delivery, event.data.userId, async (transaction, user) => {
        // Ended early: calendars are told the new end. What time has completed ends when they show it.
        if (event.data.previous?.endsAt !== undefined) await notify(transaction, user, 'booking_changed', event, bookingSubject('booking_changed', event.data.title))
        await remind(transaction, user, event)
      })
    }
  }
}

/** @param keepsOrder whether the mail waits for earlier ones about the same calendar entry */
function contentOf ({ id, time, data, subject }: ArrivedEvent<EventType>, keepsOrder = false): NewNotification['event'] {
  const { seriesId = subject } = data as { seriesId?: string }
  return { id, time: new Date(time), data, subject, ...(keepsOrder && { thread: seriesId }) }
}
