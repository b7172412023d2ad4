import { freshKey, register, type Journey } from '../world.ts'

/** Calendar: somebody has a calendar program show what he books and, every other time, ends that again. */
const subscription: Journey = async world => {
  const { bookings, ledger, freeSlot } = world
  const person = await register(world)
  const { url, ...made } = await bookings.createCalendarFeed({ body: { name: 'Drill' } }, person)
  const feed = ledger.keep('calendar feed', made, async () => await bookings.getCalendarFeed({ params: { feedId: made.id } }, person))
  await bookings.listCalendarFeeds({ query: { limit: 5 } }, person)
  const { id: bookingId } = await bookings.createBooking({ body: { ...freeSlot(), title: 'Shown in a calendar' }, headers: freshKey() }, person)
  const params = { secret: url.slice(url.lastIndexOf('/') + 1) }
  const calendar = ledger.keep('calendar', { showsBooking: true }, async () => ({ showsBooking: (await bookings.getCalendar({ params })).includes(bookingId) }))
  await bookings.getCalendar({ params })
  if (Math.random() < 0.5) await feed.remove(async () => { await calendar.remove(async () => await bookings.revokeCalendarFeed({ params: { feedId: made.id } }, person)) })
}

export const calendarsJourneys: Journey[] = [subscription]
