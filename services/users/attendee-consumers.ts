import type { ArrivedEvent, ConsumersOf, Delivery } from '../../shared/plugins/consumer.ts'
import type { EventType } from '../../shared/plugins/outbox.ts'
import type { InvitationKind } from './domain/attendance.ts'
import { invitationSubject } from './mail/attendee-letters.ts'
import type { AttendeeNews } from './repository/attendee-mails.ts'
import type { Repository } from './repository/index.ts'

type Event = ArrivedEvent<EventType>
type BookingEvent = ArrivedEvent<Extract<EventType, `booking.${string}` | `booking_series.${string}`>>

/** What waits for approval or is over is told to no attendee. */
const toldToNobody: ReadonlySet<string> = new Set(['booking.pending', 'booking.completed'])

/**
 * Has attendees told of what happens to bookings, and their addresses erased. It does so before what else is done about an event, and
 * notes nothing as done: to have somebody told twice of how something stands is to have him told once.
 */
export function alsoToAttendees (consumers: ConsumersOf<'users'>, { queue, erase }: Pick<Repository['attendeeMails'], 'queue' | 'erase'>): ConsumersOf<'users'> {
  async function seeToAttendees (event: Event): Promise<void> {
    if (isAboutBooking(event)) await queue(newsOf(event))
    if (event.type === 'user.deleted') for (const hash of event.data.emailHashes) await erase(hash)
  }

  return Object.fromEntries(Object.entries(consumers).map(([type, consume]) => [type, async (event: Event, delivery: Delivery) => {
    await seeToAttendees(event)
    await (consume as (event: Event, delivery: Delivery) => Promise<void>)(event, delivery)
  }])) as unknown as ConsumersOf<'users'>
}

function isAboutBooking (event: Event): event is BookingEvent {
  return /^booking(_series)?\./.test(event.type) && !toldToNobody.has(event.type)
}

function newsOf ({ data, correlationid }: BookingEvent): AttendeeNews {
  const thread = data.seriesId ?? (data as { bookingId: string }).bookingId
  return { thread, isSeries: data.seriesId !== undefined, people: peopleOf(data), correlationId: correlationid }
}

/** Those who were or are on the list of a booking or a series, and what its event looks like to each. */
function peopleOf ({ title, attendees, previous, status }: BookingEvent['data']): AttendeeNews['people'] {
  const before = previous?.attendees ?? (previous ? attendees : [])
  const kindFor = (email: string): InvitationKind => {
    if (status === 'cancelled' || status === 'rejected' || !attendees.includes(email)) return 'invitation_cancelled'
    return before.includes(email) ? 'invitation_changed' : 'invitation'
  }
  return [...before, ...attendees].map(email => ({ email, kind: kindFor(email), subject: invitationSubject(kindFor(email), title) }))
}
