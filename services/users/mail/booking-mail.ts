import type { BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { CalendarParty } from '../../../shared/domain/icalendar.ts'
import type { CalendarEntry } from '../repository/calendar-entries.ts'
import type { DueNotification } from '../repository/notifications.ts'
import { bookingInvitation, seriesInvitation, type Invitation, type People } from './invitations.ts'
import type { Letter } from './layout.ts'
import { bookingLetter, describeChanges, type BookingData, type BookingKind, type RoomFacts, type Section, type SeriesData } from './letters.ts'
import type { Slot } from './times.ts'

/** Where a mail about bookings gets its facts from. */
export interface BookingSources {
  /** Who the mails are from, and who invites. */
  from: Required<CalendarParty>
  roomOf: (roomId: string, correlationId: string) => Promise<RoomFacts>
  scheduleOf: (seriesId: string, correlationId: string) => Promise<BookingSeriesSchedule>
  /** Those of the bookings that the addressee was invited to. */
  knownEntries: (addressee: string, bookingIds: readonly string[]) => Promise<ReadonlySet<string>>
}

/** What a mail about bookings says to people and to calendars. */
export interface BookingMail {
  letter: Letter
  /** One for each calendar entry (UID). */
  invitations: Invitation[]
  /** The bookings that the invitations put into the reader's calendar. */
  invitesTo: CalendarEntry[]
}

/** What is told of one calendar entry. */
interface Part { section: Section, invitation?: Invitation | undefined, invitesTo?: CalendarEntry[] }

interface Told<Data> { time: Date, data: Data }

/**
 * Makes the mail about one booking, or about all that one act did to bookings of the reader.
 *
 * @returns nothing when all of it is obsolete: cancelled meanwhile, or over before it was announced
 */
export async function composeBookingMail (kind: BookingKind, notification: DueNotification, { from, roomOf, scheduleOf, knownEntries }: BookingSources, now: Date): Promise<BookingMail | undefined> {
  const { addressee, recipient, reader, correlationId } = notification
  const people: People = { organizer: from, holder: { name: reader.fullName, email: recipient } }
  const endsBooking = kind === 'booking_cancelled' || kind === 'booking_rejected'
  const parts: Part[] = []
  for (const events of byCalendarEntry(notification.events.filter(({ isObsolete }) => !isObsolete))) {
    const part = await partOf(events)
    if (part) parts.push(part)
  }
  if (parts.length === 0) return undefined
  return {
    letter: bookingLetter(kind, parts.map(({ section }) => section), reader),
    invitations: parts.flatMap(({ invitation }) => invitation ?? []),
    invitesTo: parts.flatMap(({ invitesTo = [] }) => invitesTo)
  }

  async function partOf (events: Array<Told<BookingData | SeriesData>>): Promise<Part | undefined> {
    const last = events.at(-1) as Told<BookingData | SeriesData>
    const series = events.find((event): event is Told<SeriesData> => !('bookingId' in event.data))
    if (series) return await aboutSeries(series.data, await scheduleOf(series.data.seriesId, correlationId))
    const { time, data } = last as Told<BookingData>
    if (data.seriesId === undefined) return await aboutBooking(data, time)
    const schedule = await scheduleOf(data.seriesId, correlationId)
    return events.length === 1 ? await aboutOccurrence(data, time, schedule) : await aboutOccurrences(events as Array<Told<BookingData>>, schedule)
  }

  async function aboutBooking (booking: BookingData, toldAt: Date): Promise<Part | undefined> {
    const isKnown = (await knownEntries(addressee, [booking.bookingId])).size > 0
    if (!endsBooking && !isKnown && new Date(booking.endsAt) <= now) return undefined
    const room = await roomOf(booking.roomId, correlationId)
    const invitation = endsBooking && !isKnown ? undefined : bookingInvitation(booking, toldAt, room, undefined, people)
    return { section: await sectionOf(booking, [slotOf(booking)], room), invitation, invitesTo: invitation?.method === 'REQUEST' ? [entryOf(booking.bookingId, booking)] : [] }
  }

  /** One occurrence. Calendars that do not have it are sent the whole series: an occurrence alone is part of nothing that they know. */
  async function aboutOccurrence (booking: BookingData, toldAt: Date, schedule: BookingSeriesSchedule): Promise<Part | undefined> {
    const part = await aboutBooking(booking, toldAt)
    if (!part?.invitation) return part
    const isKnown = (await knownEntries(addressee, [booking.bookingId])).size > 0
    if (!isKnown) return { ...part, ...await wholeSeries(schedule) }
    const room = await roomOf(booking.roomId, correlationId)
    return { ...part, invitation: bookingInvitation(booking, toldAt, room, schedule, people) }
  }

  /** Several occurrences that one act changed. */
  async function aboutOccurrences (events: Array<Told<BookingData>>, schedule: BookingSeriesSchedule): Promise<Part | undefined> {
    const { data } = events.at(-1) as Told<BookingData>
    const section = await sectionOf(data, events.map(event => slotOf(event.data)), await roomOf(data.roomId, correlationId))
    return { section, ...await wholeSeries(schedule) }
  }

  async function aboutSeries (series: SeriesData, schedule: BookingSeriesSchedule): Promise<Part | undefined> {
    const bookings = schedule.occurrences.map(({ booking }) => booking)
    const told = bookings.filter(({ status, updatedAt }) => endsBooking ? (status === 'cancelled' || status === 'rejected') && updatedAt === series.changedAt : status === 'confirmed' || status === 'pending')
    const whole = await wholeSeries(schedule)
    if (!endsBooking && (told.length === 0 || (whole.isNew && told.every(({ endsAt }) => new Date(endsAt) <= now)))) return undefined
    return { section: await sectionOf(series, told.map(slotOf), await roomOf(schedule.series.roomId, correlationId)), ...whole }
  }

  /** The invitation to a series as it stands; none where there is nothing to invite to and nothing to take back. */
  async function wholeSeries (schedule: BookingSeriesSchedule): Promise<Pick<Part, 'invitation' | 'invitesTo'> & { isNew: boolean }> {
    const bookings = schedule.occurrences.map(({ booking }) => booking)
    const isNew = (await knownEntries(addressee, bookings.map(({ id }) => id))).size === 0
    const standing = bookings.filter(({ status }) => status === 'confirmed' || status === 'completed')
    if (kind === 'booking_pending' || (isNew && (endsBooking || standing.length === 0))) return { isNew }
    const rooms = new Map(await Promise.all([...new Set([schedule.series.roomId, ...bookings.map(({ roomId }) => roomId)])].map(async id => [id, await roomOf(id, correlationId)] as const)))
    return { isNew, invitation: seriesInvitation(schedule, rooms, people), invitesTo: standing.map(booking => entryOf(booking.id, booking)) }
  }

  async function sectionOf (data: BookingData | SeriesData, slots: Slot[], room: RoomFacts): Promise<Section> {
    const { title, description, reason, previous } = data
    const changes = previous ? describeChanges(previous, previous.roomId === undefined ? undefined : await roomOf(previous.roomId, correlationId), data, room, reader) : []
    return { title, room, slots, description, reason, changes }
  }
}

/** Events by the calendar entry that they are about, in their order. */
function byCalendarEntry (events: DueNotification['events']): Array<Array<Told<BookingData | SeriesData>>> {
  const threads = new Map<string, Array<Told<BookingData | SeriesData>>>()
  for (const { time, data } of events as Array<Told<BookingData | SeriesData>>) {
    const uid = data.seriesId ?? (data as BookingData).bookingId
    threads.set(uid, [...threads.get(uid) ?? [], { time, data }])
  }
  return [...threads.values()]
}

function entryOf (bookingId: string, { endsAt }: { endsAt: string }): CalendarEntry {
  return { bookingId, endsAt: new Date(endsAt) }
}

/** The slot of a booking, as dates. */
export function slotOf ({ startsAt, endsAt }: { startsAt: string, endsAt: string }): Slot {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}
