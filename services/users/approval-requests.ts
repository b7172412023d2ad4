import type { User } from '../../shared/contract/generated/users.schemas.ts'
import type { ArrivedEvent } from '../../shared/plugins/consumer.ts'
import type { Transaction } from '../../shared/plugins/database.ts'
import type { EventType } from '../../shared/plugins/outbox.ts'
import { approvalSubject } from './mail/approval-letter.ts'
import { queueNotifications } from './repository/notification-batches.ts'

type BookingEvent = ArrivedEvent<Extract<EventType, `booking.${string}`>>
type SeriesEvent = ArrivedEvent<Extract<EventType, `booking_series.${string}`>>

/** Whether an event says that a booking or a series waits for approval, or waits for that of another time or room. */
export function asksForApproval ({ type, data }: BookingEvent | SeriesEvent): boolean {
  const { withSeries, withOthers, previous } = data as BookingEvent['data']
  switch (type) {
    case 'booking.pending': return withSeries !== true
    case 'booking.updated': return withSeries !== true && (data as BookingEvent['data']).status === 'pending' && replacesAny(previous, 'roomId', 'startsAt', 'endsAt')
    case 'booking_series.created': return (data as SeriesEvent['data']).pending
    // The half that a split leaves as it was has been asked for before.
    case 'booking_series.updated': return withOthers !== true && (data as SeriesEvent['data']).pending && replacesAny(previous, 'roomId', 'startTime', 'durationMinutes', 'recurrence')
    default: return false
  }
}

/** Queues a mail to each of those who may approve. It names the holder by the id only: the name is looked up when the mail is made. */
export async function requestApproval (transaction: Transaction, approvers: readonly User[], { id, time, subject, data, correlationid }: BookingEvent | SeriesEvent, dueAt: Date): Promise<void> {
  if (approvers.length === 0) return
  const { attendees: _attendees, previous: _previous, ...told } = data
  await queueNotifications(transaction, {
    addressees: approvers.map(user => ({ user, wanted: user.notifications.approvalRequested })),
    kind: 'approval_requested',
    cause: subject,
    subject: approvalSubject(data.title),
    dueAt,
    events: [{ id, time: new Date(time), data: told, subject }],
    correlationId: correlationid
  })
}

function replacesAny (previous: object | undefined, ...names: string[]): boolean {
  return previous !== undefined && names.some(name => name in previous)
}
