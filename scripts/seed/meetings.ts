import { Temporal } from 'temporal-polyfill'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import type { Actors } from './accounts.ts'
import type { Place, Places } from './catalogue.ts'
import { isRefused, type Clients } from './clients.ts'
import { comingMeetings, weeklyMeeting, type ComingMeeting } from './data/meetings.ts'
import { emailOf } from './data/people.ts'
import { lookUp } from './look-up.ts'
import { instantOf, slotOf, workingDay } from './moments.ts'

/** Books what is to come and is not booked yet, and decides what was decided. */
export async function bookMeetings (bookings: Clients['bookings'], actors: Actors, places: Places): Promise<void> {
  const bookers = [...new Set(comingMeetings.map(({ by }) => by))]
  await Promise.all(bookers.map(async username => {
    const { token } = lookUp(actors, username)
    const known = (await bookings.listBookings({ query: { limit: 100 } }, { token })).items
    for (const meeting of comingMeetings.filter(({ by }) => by === username)) {
      const place = lookUp(places, meeting.room)
      const booking = known.find(({ roomId, title }) => roomId === place.id && title === meeting.title) ?? await book(bookings, meeting, place, token)
      if (booking) await decide(bookings, meeting, booking, actors)
    }
    if (username === weeklyMeeting.by) await bookWeekly(bookings, known, lookUp(places, weeklyMeeting.room), token)
  }))
}

/** Books a meeting; nothing when something is in the way, for rooms that were there before may be somebody's by now. */
async function book (bookings: Clients['bookings'], { title, attendeeCount, attendees, ...when }: ComingMeeting, { id, timeZone }: Place, token: string): Promise<Booking | undefined> {
  const { startsAt, endsAt } = slotOf(when, timeZone)
  const people = { ...(attendeeCount !== undefined && { attendeeCount }), ...(attendees && { attendees: attendees.map(emailOf) }) }
  return await unlessInTheWay(bookings.createBooking({ body: { roomId: id, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), ...people } }, { token }))
}

async function decide (bookings: Clients['bookings'], { outcome }: ComingMeeting, { id, status }: Booking, actors: Actors): Promise<void> {
  if (!outcome || status !== (outcome.is === 'cancelled' ? 'confirmed' : 'pending')) return
  const request = { params: { bookingId: id }, body: { reason: outcome.reason } }
  const context = { token: lookUp(actors, outcome.by).token }
  switch (outcome.is) {
    case 'approved': await bookings.approveBooking(request, context); break
    case 'rejected': await bookings.rejectBooking(request, context); break
    case 'cancelled': await bookings.cancelBooking(request, context)
  }
}

/** Books the weekly meeting, and moves one of its occurrences to another time of its day. */
async function bookWeekly (bookings: Clients['bookings'], known: readonly Booking[], { id: roomId, timeZone }: Place, token: string): Promise<void> {
  const { title, attendeeCount, weeks, leftOutWeek, movedWeek, movedTo, at, minutes } = weeklyMeeting
  const first = workingDay(timeZone, weeklyMeeting.day)
  const startOf = (week: number): string => instantOf(first.add({ weeks: week }), at, timeZone).toISOString()
  const there = known.filter(booking => booking.roomId === roomId && booking.title === title && booking.seriesId !== null)
  const occurrences = there.length > 0
    ? there
    : (await unlessInTheWay(bookings.createBookingSeries({
        body: { roomId, title, attendeeCount, startsAt: startOf(0), endsAt: slotOf(weeklyMeeting, timeZone).endsAt.toISOString(), recurrence: `FREQ=WEEKLY;COUNT=${weeks}`, excludedStarts: [startOf(leftOutWeek)] }
      }, { token })))?.bookings ?? []
  const moved = occurrences[movedWeek]
  if (!moved || occurrences.some(({ startsAt, originalStartsAt }) => startsAt !== originalStartsAt)) return
  const startsAt = Temporal.Instant.from(moved.startsAt).toZonedDateTimeISO(timeZone).withPlainTime(movedTo).epochMilliseconds
  await unlessInTheWay(bookings.updateBooking({ params: { bookingId: moved.id }, body: { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + minutes * 60_000).toISOString() } }, { token }))
}

async function unlessInTheWay<Result> (booked: Promise<Result>): Promise<Result | undefined> {
  return await booked.catch((error: unknown) => {
    if (isRefused(error, 'booking.conflict', 'booking.policy_violated', 'booking.room_unavailable')) return undefined
    throw error
  })
}
