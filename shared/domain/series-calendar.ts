import type { BookingSeriesSchedule } from '../contract/generated/bookings.schemas.ts'
import type { CalendarAttendee, CalendarEvent, CalendarParty } from './icalendar.ts'

/** Who invites, and whom the list of attendees of a booking or a series comes to. */
export interface Inviting { organizer: CalendarParty, attendeesOf: (emails: readonly string[]) => CalendarAttendee[] }

/**
 * A series as calendars take it: one event that recurs, and one for each occurrence that is other than the rule says. When none of it
 * stands, the first is cancelled and the only one.
 *
 * @param locationOf where a room is
 * @param inviting who invites whom; nobody in feeds
 */
export function seriesEvents ({ series, localStart, recurrence, excludedLocalStarts, occurrences }: BookingSeriesSchedule, locationOf: (roomId: string) => string, inviting?: Inviting): [CalendarEvent, ...CalendarEvent[]] {
  const { id, timeZone, title, roomId, version } = series
  const standing = occurrences.filter(({ booking: { status } }) => status === 'confirmed' || status === 'completed')
  const shown = standing.length > 0 ? standing.map(({ booking }) => booking) : [series]
  const common = { uid: id, timeZone, ...(inviting && { organizer: inviting.organizer }) }
  const attending = (emails: readonly string[]): Pick<CalendarEvent, 'attendees'> => inviting ? { attendees: inviting.attendeesOf(emails) } : {}
  return [
    {
      ...common,
      sequence: version,
      startsAt: new Date(Math.min(...shown.map(({ startsAt }) => Date.parse(startsAt)))),
      endsAt: new Date(Math.max(...shown.map(({ endsAt }) => Date.parse(endsAt)))),
      changedAt: new Date(Math.max(...[series, ...occurrences.map(({ booking }) => booking)].map(({ updatedAt }) => Date.parse(updatedAt)))),
      status: standing.length > 0 ? 'CONFIRMED' : 'CANCELLED',
      summary: title,
      ...(series.description !== '' && { description: series.description }),
      location: locationOf(roomId),
      ...attending(series.attendees),
      recurrence: {
        localStart,
        milliseconds: Date.parse(series.endsAt) - Date.parse(series.startsAt),
        rule: recurrence,
        excludedLocalStarts: standing.length > 0 ? excludedLocalStarts : []
      }
    },
    ...standing.filter(({ changed }) => changed).map(({ recurrenceId, booking }): CalendarEvent => ({
      ...common,
      sequence: version + booking.version,
      recurrenceId,
      startsAt: new Date(booking.startsAt),
      endsAt: new Date(booking.endsAt),
      changedAt: new Date(booking.updatedAt),
      status: 'CONFIRMED',
      summary: booking.title,
      ...(booking.description !== '' && { description: booking.description }),
      location: locationOf(booking.roomId),
      ...attending(booking.attendees)
    }))
  ]
}
