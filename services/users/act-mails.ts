import type { User } from '../../shared/contract/generated/users.schemas.ts'
import type { ArrivedEvent } from '../../shared/plugins/consumer.ts'
import type { Transaction } from '../../shared/plugins/database.ts'
import { bookingSubject } from './mail/letters.ts'
import { unavailableSubject, type Affected } from './mail/unavailable-letter.ts'
import { queueNotifications } from './repository/notification-batches.ts'
import type { NewNotificationEvent } from './repository/notifications.ts'

/** Queues the mail that tells somebody what one act did to several bookings or series. */
export async function queueActMail (transaction: Transaction, user: User, { id, type, time, data, correlationid }: ArrivedEvent<'bookings.cancelled' | 'bookings.updated'>, dueAt: Date): Promise<void> {
  const [kind, preference] = type === 'bookings.cancelled' ? ['booking_cancelled', 'bookingCancelled'] as const : ['booking_changed', 'bookingCreated'] as const
  const told = [...data.series, ...data.bookings]
  await queueNotifications(transaction, {
    addressees: [{ user, wanted: user.notifications[preference] }],
    kind,
    cause: id,
    subject: bookingSubject(kind, told[0]?.title ?? '', told.length - 1),
    dueAt,
    events: told.map(one => ({ id, time: new Date(time), data: one, ...newsOf(one) })),
    correlationId: correlationid
  })
}

/** Queues the mail that tells somebody of bookings that stand though their room cannot be used. */
export async function queueAffectedMail (transaction: Transaction, user: User, { id, time, data: { bookings, ...because }, correlationid }: ArrivedEvent<'bookings.affected'>, dueAt: Date): Promise<void> {
  await queueNotifications(transaction, {
    addressees: [{ user, wanted: user.notifications.roomUnavailable }],
    kind: 'room_unavailable',
    cause: id,
    subject: unavailableSubject(because.cause, bookings[0]?.title ?? '', bookings.length - 1),
    dueAt,
    events: bookings.map(booking => {
      const data: Affected = { ...booking, because }
      const { subject } = newsOf(booking)
      return { id, time: new Date(time), data, ...(subject !== undefined && { subject }) } // calendars are not told, so no order matters
    }),
    correlationId: correlationid
  })
}

/** What a booking or a series is known by, and the calendar entry that it belongs to. */
function newsOf ({ bookingId, seriesId }: { bookingId?: string, seriesId?: string }): Pick<NewNotificationEvent, 'subject' | 'thread'> {
  const [subject, thread] = [bookingId ?? seriesId, seriesId ?? bookingId]
  return { ...(subject !== undefined && { subject }), ...(thread !== undefined && { thread }) }
}
