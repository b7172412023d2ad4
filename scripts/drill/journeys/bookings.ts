import type { BookingSeriesOutcome } from '../../../shared/contract/generated/bookings.schemas.ts'
import { freshKey, instant, register, roomLike, type Journey } from '../world.ts'

const hour = 3_600_000

/** Booking, Busy time: an hour is looked for, taken, moved and, every other time, given back. */
export const book: Journey = async ({ bookings, ledger, manager, freeSlot }) => {
  const slot = freeSlot()
  await bookings.checkAvailability({ query: slot }, manager)
  const made = await bookings.createBooking({ body: { ...slot, title: 'Drill', attendees: ['guest@example.com'], override: true }, headers: freshKey() }, manager)
  const params = { bookingId: made.id }
  const booking = ledger.keep('booking', made, async () => await bookings.getBooking({ params }, manager))
  await bookings.getBooking({ params }, manager)
  await booking.change(async () => await bookings.updateBooking({ params, body: { title: 'Drill, renamed' } }, manager))
  await booking.change(async () => await bookings.updateBooking({ params, body: { ...freeSlot(), override: true } }, manager))
  await bookings.getBookingHistory({ params, query: {} }, manager)
  await bookings.listBookings({ query: { limit: 10, upcoming: true } }, manager)
  await bookings.listBusyIntervals({ query: { roomId: [slot.roomId], from: slot.startsAt, to: slot.endsAt } }, manager)
  if (Math.random() < 0.5) await booking.change(async () => await bookings.cancelBooking({ params, body: { reason: 'Drill' } }, manager))
}

/** Approval: of two bookings of a room that wants it, and of two series, one is approved and one rejected. */
const approval: Journey = async world => {
  const { rooms, bookings, ledger, manager } = world
  const { id: roomId } = await rooms.createRoom({ body: roomLike({ policy: { requiresApproval: true } }), headers: freshKey() }, manager)
  const person = await register(world)
  const from = Math.ceil(Date.now() / hour) * hour + 24 * hour
  for (const decide of [bookings.approveBooking, bookings.rejectBooking]) {
    const startsAt = from + (decide === bookings.approveBooking ? 0 : hour)
    const made = await bookings.createBooking({ body: { roomId, title: 'Drill', startsAt: instant(startsAt), endsAt: instant(startsAt + hour) }, headers: freshKey() }, person)
    const params = { bookingId: made.id }
    const booking = ledger.keep('booking', made, async () => await bookings.getBooking({ params }, manager))
    await booking.change(async () => await decide({ params, body: { reason: 'Drill' } }, manager))
  }
  for (const decide of [bookings.approveBookingSeries, bookings.rejectBookingSeries]) {
    const startsAt = from + (decide === bookings.approveBookingSeries ? 2 : 3) * hour
    const made = await bookings.createBookingSeries({
      body: { roomId, title: 'Drill', startsAt: instant(startsAt), endsAt: instant(startsAt + hour), recurrence: 'FREQ=WEEKLY;COUNT=3' }, headers: freshKey()
    }, person)
    const params = { seriesId: made.series.id }
    const decided = ledger.keep('decided series', { series: made.series, bookings: made.bookings }, async () => ({
      series: await bookings.getBookingSeries({ params }, manager),
      bookings: (await bookings.listBookings({ query: params }, manager)).items
    }))
    await decided.change(async () => {
      const { series, bookings: changed } = await decide({ params, body: { reason: 'Drill' } }, manager)
      return { series, bookings: changed }
    })
  }
}

/** Series: a weekly meeting is made, renamed and, every other time, given up; its bookings and its schedule tell the same. */
const series: Journey = async ({ rooms, bookings, ledger, manager }) => {
  const { id: roomId } = await rooms.createRoom({ body: roomLike(), headers: freshKey() }, manager)
  const startsAt = Math.ceil(Date.now() / hour) * hour + 48 * hour
  const toBeFound = ({ series, bookings }: BookingSeriesOutcome) => ({ series, listed: bookings, scheduled: bookings })
  const made = await bookings.createBookingSeries({
    body: { roomId, title: 'Drill', startsAt: instant(startsAt), endsAt: instant(startsAt + hour), recurrence: 'FREQ=WEEKLY;COUNT=5', override: true }, headers: freshKey()
  }, manager)
  const params = { seriesId: made.series.id }
  const whole = ledger.keep('series', toBeFound(made), async () => ({
    series: await bookings.getBookingSeries({ params }, manager),
    listed: (await bookings.listBookings({ query: { seriesId: made.series.id } }, manager)).items,
    scheduled: (await bookings.getBookingSeriesSchedule({ params }, manager)).occurrences.map(({ booking }) => booking)
  }))
  await bookings.getBookingSeries({ params }, manager)
  await bookings.getBookingSeriesSchedule({ params }, manager)
  await whole.change(async () => toBeFound(await bookings.updateBookingSeries({ params, body: { scope: 'all', title: 'Drill, renamed' } }, manager)))
  if (Math.random() < 0.5) await whole.change(async () => toBeFound(await bookings.cancelBookingSeries({ params, body: { scope: 'all', reason: 'Drill' } }, manager)))
}

/** Statistics: how the rooms are used. */
const statistics: Journey = async ({ bookings, manager }) => {
  await bookings.getBookingStatistics({ query: { from: instant(Date.now()), to: instant(Date.now() + 7 * 24 * hour), building: 'Drill' } }, manager)
}

export const bookingsJourneys: Journey[] = [book, approval, series, statistics]
