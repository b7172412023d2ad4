import type { Booking } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { CalendarEvent, CalendarParty } from '../../../shared/domain/icalendar.ts'
import { scheduleFor, stands, type Telling } from '../domain/attendance.ts'
import { invitation, partiesOf, seriesInvitation, type Invitation, type People } from './invitations.ts'
import { placeOf, type RoomFacts } from './letters.ts'

type Shown = Pick<Booking, 'title' | 'description' | 'startsAt' | 'endsAt' | 'updatedAt' | 'roomId'>

/**
 * What calendars make of a mail to an attendee: a booking, the only occurrence of a series that the reader attends, a series without
 * those that he does not attend, or the end of it.
 *
 * @param rooms every room of the occasion
 */
export function attendeeInvitation (recipient: string, telling: Telling, rooms: ReadonlyMap<string, RoomFacts>, organizer: CalendarParty): Invitation {
  const { kind, occasion: { head, bookings, schedule }, attended, sequence } = telling
  const people = peopleOf(telling, organizer)
  const place = (roomId: string): RoomFacts => rooms.get(roomId) as RoomFacts
  const timeZone = schedule?.series.timeZone ?? place(head.roomId).timeZone
  const event = ({ title, description, startsAt, endsAt, updatedAt, roomId }: Shown): CalendarEvent => ({
    uid: head.id,
    sequence,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone,
    changedAt: new Date(updatedAt),
    summary: title,
    ...(description !== '' && { description }),
    location: placeOf(place(roomId))
  })
  if (kind === 'invitation_cancelled') {
    if (!bookings.some(stands)) return invitation('CANCEL', [{ ...event(head), status: 'CANCELLED', ...partiesOf(people, [...head.attendees, recipient]) }])
    // Who is only taken off the list is told of himself alone.
    return invitation('CANCEL', [{ ...event(head), ...partiesOf({ organizer, holder: undefined }, [recipient]) }])
  }
  const [first, ...others] = attended
  if (schedule === undefined || others.length === 0) {
    const only = first as Booking
    return invitation('REQUEST', [{ ...event(only), status: 'CONFIRMED', ...partiesOf(people, only.attendees) }])
  }
  const shown = scheduleFor(schedule, attended)
  return seriesInvitation({ ...shown, series: { ...shown.series, version: sequence } }, rooms, people) as Invitation
}

/** Who invites, and who has booked; strangers are not told the name. */
function peopleOf ({ holder, user }: Telling, organizer: CalendarParty): People {
  if (!holder || holder.status === 'deleted') return { organizer, holder: undefined }
  return { organizer, holder: { email: holder.email, ...(user && { name: holder.fullName }) } }
}
