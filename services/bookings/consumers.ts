import type { ConsumersOf } from '../../shared/plugins/consumer.ts'
import type { Repository } from './repository/index.ts'

/** What the bookings service does about events. A report takes a job minutes to make, so its event only says that it is time. */
export function bookingsConsumers ({ attendees, consequences, reports, feeds }: Repository): ConsumersOf<'bookings'> {
  return {
    'user.updated': async ({ data }, { claim }) => {
      await feeds.endOf(data.userId, data.status === 'active' ? data.role : undefined, claim)
    },
    'user.deleted': async ({ data, correlationid }, { claim }) => {
      await feeds.endOf(data.userId, undefined, async () => true)
      // Before the event is noted as done: when it fails half-way, it is tried again and goes on.
      for (const emailHash of data.emailHashes) await attendees.erase(emailHash, correlationid)
      await consequences.cancelOfUser(data.userId, 'The account was deleted.', correlationid, claim)
    },
    'room.retired': async ({ data, correlationid }, { claim }) => {
      // Without `cancelBookings` the room had none; whoever booked while that was looked at has one now.
      await consequences.retireRoom(data.roomId, data.reason ?? 'The room was retired.', correlationid, claim)
    },
    'room.closed': async ({ data, correlationid }, { claim }) => {
      await consequences.closeRooms(data, { actorId: data.createdBy, correlationId: correlationid }, claim)
    },
    'room.status_changed': async ({ data, time, correlationid }, { claim }) => {
      await consequences.takeOutOfUse(data, new Date(time), { actorId: null, correlationId: correlationid }, claim)
    },
    'report.requested': async ({ data }, { claim }) => {
      await reports.makeDue(data.reportId, claim)
    }
  }
}
