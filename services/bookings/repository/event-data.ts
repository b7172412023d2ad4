import type { EventData, EventType, NewEvent } from '../../../shared/plugins/outbox.ts'
import type { Action, BookingRecord, SeriesRecord } from './records.ts'

type BookingData = EventData<'booking.updated'>
type SeriesData = EventData<'booking_series.updated'>
type AffectedData = EventData<'bookings.affected'>
type PreviousBooking = NonNullable<BookingData['previous']>
type PreviousSeries = NonNullable<SeriesData['previous']>

/** A booking after a change, and before it where there was one. */
export interface Change { before?: BookingRecord, after: BookingRecord }

/** Whether a booking changed with others of its series, or with others of its holder: then another event tells people. */
export interface Company { withSeries: boolean, withOthers: boolean }

/** What is told of a series beside its fields. */
export interface SeriesNews {
  pending?: boolean
  reason?: string | null
  splitFromSeriesId?: string
  /** The series before the change, where there was one. */
  before?: SeriesRecord
  /** The `updatedAt` of the bookings that changed. */
  changedAt: Date
  /** Whether the act changed other bookings or series of the holder. */
  withOthers?: boolean
}

/** What an act did to a booking by itself, or to a series. */
export type Told = BookingData | SeriesData

/** As many bookings and series as one event tells of. */
const mostToldAtOnce = 100

/** The payload of the events about a booking. */
export function bookingDataOf ({ before, after }: Change, action: Action, { withSeries, withOthers }: Company): BookingData {
  const { id, roomId, userId, title, description, startsAt, endsAt, attendees, status, seriesId, originalStartsAt, version } = after
  const occurrence = seriesId === null ? {} : { seriesId, originalStartsAt: (originalStartsAt ?? startsAt).toISOString(), withSeries }
  const previous = before && replacedFields(before, after)
  return {
    bookingId: id,
    roomId,
    userId,
    title,
    description,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    attendees,
    status,
    reason: reasonOf(after, action),
    ...(previous && { previous }),
    ...occurrence,
    ...(withOthers && { withOthers }),
    version
  }
}

/** The payload of the events about a series. */
export function seriesDataOf (series: SeriesRecord, { pending = false, reason = null, splitFromSeriesId, before, changedAt, withOthers = false }: SeriesNews): SeriesData {
  const { id, roomId, userId, title, description, attendees, status, version } = series
  const previous = before && replacedSeriesFields(before, series)
  return {
    seriesId: id,
    roomId,
    userId,
    title,
    description,
    attendees,
    status,
    pending,
    reason,
    ...(previous && { previous }),
    ...(splitFromSeriesId !== undefined && { splitFromSeriesId }),
    changedAt: changedAt.toISOString(),
    ...(withOthers && { withOthers }),
    version
  }
}

/** The events that a change of a booking is told by. */
export function eventsFor (change: Change, action: Action, company: Company): NewEvent[] {
  const data = bookingDataOf(change, action, company)
  return eventTypesOf(change.before, change.after, action).map(type => ({ type, subject: data.bookingId, data }))
}

/** What is told together, by holder, in parts that an event can carry. */
export function inEvents (told: readonly Told[]): Array<EventData<'bookings.cancelled'>> {
  return byHolder(told).map(({ userId, some }) =>
    ({ userId, bookings: some.filter(one => 'bookingId' in one), series: some.filter((one): one is SeriesData => !('bookingId' in one)) }))
}

/** What holders are told of bookings that stand though their room cannot be used. Bookings of one series in one room are told as one. */
export function affectedInEvents (bookings: readonly BookingRecord[], cause: Omit<AffectedData, 'userId' | 'bookings'>): AffectedData[] {
  const together = new Map<string, BookingRecord[]>()
  for (const booking of bookings) {
    const key = booking.seriesId === null ? booking.id : JSON.stringify([booking.seriesId, booking.roomId, booking.title])
    together.set(key, [...together.get(key) ?? [], booking])
  }
  return byHolder([...together.values()].map(some => ({ userId: some[0]?.userId ?? '', some })))
    .map(({ userId, some }) => ({ userId, ...cause, bookings: some.map(each => affectedDataOf(each.some)) }))
}

function affectedDataOf (bookings: readonly BookingRecord[]): AffectedData['bookings'][number] {
  const [{ id, seriesId, roomId, title }] = bookings as [BookingRecord]
  const times = bookings.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })).sort((a, b) => a.startsAt < b.startsAt ? -1 : 1)
  const status = bookings.some(booking => booking.status === 'pending') ? 'pending' : 'confirmed'
  return { ...(bookings.length === 1 && { bookingId: id }), ...(seriesId !== null && { seriesId }), roomId, title, status, times }
}

/** What belongs to each holder, in parts that an event can carry. */
function byHolder<Told extends { userId: string }> (all: readonly Told[]): Array<{ userId: string, some: Told[] }> {
  const holders = new Map<string, Told[]>()
  for (const one of all) holders.set(one.userId, [...holders.get(one.userId) ?? [], one])
  return [...holders].flatMap(([userId, told]) => Array.from({ length: Math.ceil(told.length / mostToldAtOnce) }, (_, part) =>
    ({ userId, some: told.slice(part * mostToldAtOnce, (part + 1) * mostToldAtOnce) })))
}

/** The reason that goes with an action, if one was given. */
export function reasonOf (booking: BookingRecord, action: Action): string | null {
  if (action === 'cancelled') return booking.cancellationReason
  return action === 'approved' || action === 'rejected' || action === 'expired' ? booking.decisionReason : null
}

function eventTypesOf (before: BookingRecord | undefined, after: BookingRecord, action: Action): Array<Extract<EventType, `booking.${string}`>> {
  switch (action) {
    case 'created': return [after.status === 'pending' ? 'booking.pending' : 'booking.created']
    case 'updated': return before?.status === 'pending' && after.status === 'confirmed' ? ['booking.created'] : ['booking.updated']
    case 'approved': return ['booking.created']
    case 'rejected': case 'expired': return ['booking.rejected']
    case 'cancelled': return ['booking.cancelled']
    case 'ended': case 'completed': return ['booking.completed']
    case 'erased': return []
  }
}

/** The values that a change replaced; none when it replaced nothing. */
function replacedFields (before: BookingRecord, after: BookingRecord): PreviousBooking | undefined {
  const fields = ({ roomId, title, description, startsAt, endsAt, attendees }: BookingRecord) => ({ roomId, title, description, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), attendees })
  return differences(fields(before), fields(after))
}

function replacedSeriesFields (before: SeriesRecord, after: SeriesRecord): PreviousSeries | undefined {
  const fields = ({ roomId, title, description, startTime, startsAt, endsAt, recurrence, attendees }: SeriesRecord) =>
    ({ roomId, title, description, startTime, durationMinutes: (endsAt.getTime() - startsAt.getTime()) / 60_000, recurrence, attendees })
  return differences(fields(before), fields(after))
}

function differences<Fields extends object> (before: Fields, after: Fields): Partial<Fields> | undefined {
  const replaced = Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof Fields]))
  return replaced.length === 0 ? undefined : Object.fromEntries(replaced) as Partial<Fields>
}
