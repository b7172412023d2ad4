import type { Consumers } from '../../shared/plugins/consumer.ts'
import type { BookingsRepository } from './repository/index.ts'

/** What the bookings service does about events of others. */
export function bookingsConsumers (bookings: BookingsRepository): Consumers {
  return {
    'user.deleted': async ({ data, correlationid }, { claim }) => {
      await bookings.cancelOfUser(data.userId, 'The account was deleted.', correlationid, claim)
    },
    'room.retired': async ({ data, correlationid }, { claim }) => {
      if (data.cancelBookings) await bookings.cancelOfRoom(data.roomId, data.reason ?? 'The room was retired.', correlationid, claim)
    }
  }
}
