import type { BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import { toInvitation, type CalendarAttendee, type CalendarEvent, type CalendarMethod, type CalendarParty } from '../../../shared/domain/icalendar.ts'
import { localText } from '../../../shared/domain/zone-clock.ts'
import { seriesEvents, type Inviting } from '../../../shared/domain/series-calendar.ts'
import { placeOf, type BookingData, type RoomFacts } from './letters.ts'

/** What calendar programs make of a mail: an invitation, or its end (RFC 5546). */
export interface Invitation { method: CalendarMethod, filename: string, content: string }

/** Who invites, and who has booked; nobody whose account is deleted. */
export interface People { organizer: CalendarParty, holder: CalendarParty | undefined }

/**
 * The invitation to a booking, as it was told. One of a series that was changed by itself goes by the series' UID and names the
 * occurrence; the schedule knows under which name calendars have it.
 *
 * @returns nothing while the booking waits for approval: calendars hold what is sure
 */
export function bookingInvitation ({ bookingId, version, title, description, startsAt, endsAt, attendees, status, seriesId, originalStartsAt = startsAt }: BookingData, toldAt: Date, room: RoomFacts, schedule: BookingSeriesSchedule | undefined, people: People): Invitation | undefined {
  if (status === 'pending') return undefined
  const isOver = status === 'cancelled' || status === 'rejected'
  const place = schedule?.occurrences.find(({ booking }) => booking.id === bookingId)
  return invitation(isOver ? 'CANCEL' : 'REQUEST', [{
    uid: seriesId ?? bookingId,
    sequence: version + (schedule?.series.version ?? 0),
    ...(schedule && { recurrenceId: place?.recurrenceId ?? localText(new Date(originalStartsAt), schedule.series.timeZone) }),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone: schedule?.series.timeZone ?? room.timeZone,
    changedAt: toldAt,
    status: isOver ? 'CANCELLED' : 'CONFIRMED',
    summary: title,
    ...(description !== '' && { description }),
    location: placeOf(room),
    ...partiesOf(people, attendees)
  }])
}

/**
 * The invitation to a series as it stands.
 *
 * @param rooms every room that it has bookings in
 * @returns nothing while all of it waits for approval
 */
export function seriesInvitation (schedule: BookingSeriesSchedule, rooms: ReadonlyMap<string, RoomFacts>, people: People): Invitation | undefined {
  const events = seriesEvents(schedule, roomId => placeOf(rooms.get(roomId) as RoomFacts), inviting(people))
  const isOver = events[0].status === 'CANCELLED'
  if (isOver && schedule.occurrences.some(({ booking: { status } }) => status === 'pending')) return undefined
  return invitation(isOver ? 'CANCEL' : 'REQUEST', events)
}

/** The ORGANIZER and the ATTENDEEs of an event: one for the holder and one for each other address of a list, without names that are not known. */
export function partiesOf ({ organizer, holder }: People, attendees: readonly string[]): Pick<CalendarEvent, 'organizer'> & { attendees: CalendarAttendee[] } {
  const others = new Map(attendees.map(email => [email.toLowerCase(), email]))
  if (holder) others.delete(holder.email.toLowerCase())
  return { organizer, attendees: [...holder ? [{ ...holder, isHolder: true }] : [], ...[...others.values()].map(email => ({ email, isHolder: false }))] }
}

function inviting (people: People): Inviting {
  return { organizer: people.organizer, attendeesOf: emails => partiesOf(people, emails).attendees }
}

/** The one calendar object of a mail. */
export function invitation (method: CalendarMethod, events: readonly CalendarEvent[]): Invitation {
  return { method, filename: 'invite.ics', content: toInvitation(method, events) }
}
