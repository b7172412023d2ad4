import type { ArrivedEvent, ConsumersOf } from '../../shared/plugins/consumer.ts'
import type { EventType } from '../../shared/plugins/outbox.ts'
import type { InvitationKind } from './domain/attendance.ts'
import { invitationSubject } from './mail/attendee-letters.ts'
import type { Repository } from './repository/index.ts'

type BookingEvent = ArrivedEvent<Extract<EventType, `booking.${string}`>>
type SeriesEvent = ArrivedEvent<Extract<EventType, `booking_series.${string}`>>

/**
 * Has attendees told of what happens to bookings, and their addresses erased. It does so before what else is done about an event, and
 * notes nothing as done: to have somebody told twice of how something stands is to have him told once.
 */
export function alsoToAttendees (consumers: ConsumersOf<'users'>, { queue, erase }: Pick<Repository['attendeeMails'], 'queue' | 'erase'>): ConsumersOf<'users'> {
  async function aboutBooking ({ data, correlationid }: BookingEvent): Promise<void> {
    await queue({ thread: data.seriesId ?? data.bookingId, isSeries: data.seriesId !== undefined, people: peopleOf(data), correlationId: correlationid })
  }
  async function aboutSeries ({ data, correlationid }: SeriesEvent): Promise<void> {
    await queue({ thread: data.seriesId, isSeries: true, people: peopleOf(data), correlationId: correlationid })
  }

  return {
    ...consumers,
    'user.deleted': async (event, delivery) => {
      for (const hash of event.data.emailHashes) await erase(hash)
      await consumers['user.deleted'](event, delivery)
    },
    'booking.created': async (event, delivery) => {
      await aboutBooking(event)
      await consumers['booking.created'](event, delivery)
    },
    'booking.updated': async (event, delivery) => {
      await aboutBooking(event)
      await consumers['booking.updated'](event, delivery)
    },
    'booking.cancelled': async (event, delivery) => {
      await aboutBooking(event)
      await consumers['booking.cancelled'](event, delivery)
    },
    'booking.rejected': async (event, delivery) => {
      await aboutBooking(event)
      await consumers['booking.rejected'](event, delivery)
    },
    'booking_series.created': async (event, delivery) => {
      await aboutSeries(event)
      await consumers['booking_series.created'](event, delivery)
    },
    'booking_series.updated': async (event, delivery) => {
      await aboutSeries(event)
      await consumers['booking_series.updated'](event, delivery)
    },
    'booking_series.cancelled': async (event, delivery) => {
      await aboutSeries(event)
      await consumers['booking_series.cancelled'](event, delivery)
    }
  }
}

/** Those who were or are on the list of a booking or a series, and what its event looks like to each. */
function peopleOf ({ title, attendees, previous, status }: BookingEvent['data'] | SeriesEvent['data']): Array<{ email: string, kind: InvitationKind, subject: string }> {
  const before = previous?.attendees ?? (previous ? attendees : [])
  const kindFor = (email: string): InvitationKind => {
    if (status === 'cancelled' || status === 'rejected' || !attendees.includes(email)) return 'invitation_cancelled'
    return before.includes(email) ? 'invitation_changed' : 'invitation'
  }
  return [...before, ...attendees].map(email => ({ email, kind: kindFor(email), subject: invitationSubject(kindFor(email), title) }))
}
