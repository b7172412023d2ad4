import type { Booking, BookingHistoryEntry, BookingSeries, BookingSeriesSchedule, BookingSnapshot, BookingStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import { zoneName } from '../../../shared/domain/time-zone.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { Value } from '../../../shared/plugins/database.ts'
import { localTime } from '../domain/recurrence.ts'
import { scheduleOf } from '../domain/schedule.ts'
import type { Slot } from '../domain/slot.ts'
import { asOf } from '../domain/state.ts'

/** What a booking and its series have in common. */
export interface Content { roomId: string, userId: string, title: string, description: string, attendeeCount: number | null, attendees: string[] }

/** A booking as the rules see it, with its instants as dates. */
export interface BookingRecord extends Content, Slot {
  id: string
  status: BookingStatus
  cancellationReason: string | null
  decisionReason: string | null
  seriesId: string | null
  originalStartsAt: Date | null
  /** The local day that the series has this occurrence on. */
  occurrenceDate: string | null
  /** Whether changes of its series leave it alone. */
  changedByItself: boolean
  version: number
  createdAt: Date
  updatedAt: Date
}

/** A series as the rules see it. Its slot is that of the first occurrence. */
export interface SeriesRecord extends Content, Slot {
  id: string
  timeZone: string
  /** The local time at which all occurrences begin; the clock may skip it on the day of the first. */
  startTime: string
  recurrence: string
  excludedStarts: Date[]
  status: BookingSeries['status']
  cancellationReason: string | null
  splitFromSeriesId: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Who makes a change, and how it can be traced and repeated. `null` is the system itself. */
export interface Origin {
  actorId: string | null
  correlationId: string
  attempt?: Attempt | undefined
  override?: boolean
  /** The change is part of one of a series, which has an event of its own. */
  withSeries?: boolean
  /** The change is part of one of several bookings of their holder, which has an event of its own. */
  withOthers?: boolean
  /** Everything is done but kept. */
  dryRun?: boolean
  /** The number of the last closure of rooms whose terms were read after it. */
  knownClosures?: ReadonlyMap<string, number>
}

export type Action = BookingHistoryEntry['action']

export interface BookingRow {
  id: string
  room_id: string
  user_id: string
  title: string
  description: string
  starts_at: Date
  ends_at: Date
  attendee_count: number | null
  attendees: string
  status: BookingStatus
  cancellation_reason: string | null
  decision_reason: string | null
  series_id: string | null
  original_starts_at: Date | null
  occurrence_date: string | null
  changed_by_itself: number
  version: number
  created_at: Date
  updated_at: Date
}

export interface SeriesRow {
  id: string
  room_id: string
  user_id: string
  title: string
  description: string
  starts_at: Date
  ends_at: Date
  time_zone: string
  start_time: string | null
  recurrence: string
  excluded_starts: string
  attendee_count: number | null
  attendees: string
  status: BookingSeries['status']
  cancellation_reason: string | null
  split_from_id: string | null
  version: number
  created_at: Date
  updated_at: Date
}

const bookingColumnNames = ['id', 'room_id', 'user_id', 'title', 'description', 'starts_at', 'ends_at', 'attendee_count', 'attendees', 'status', 'cancellation_reason', 'decision_reason', 'series_id', 'original_starts_at', 'occurrence_date', 'changed_by_itself', 'version', 'created_at', 'updated_at']
export const bookingColumns = bookingColumnNames.join(', ')
/** The columns of a row, and what tells the conflict check whether it holds its room. */
export const storedColumnNames = [...bookingColumnNames, 'blocking']
export const seriesColumnNames = ['id', 'room_id', 'user_id', 'title', 'description', 'starts_at', 'ends_at', 'time_zone', 'start_time', 'recurrence', 'excluded_starts', 'attendee_count', 'attendees', 'status', 'cancellation_reason', 'split_from_id', 'version', 'created_at', 'updated_at']

const blockingStatuses: ReadonlySet<BookingStatus> = new Set(['pending', 'confirmed', 'completed'])

export function toRecord (row: BookingRow): BookingRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    userId: row.user_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    attendeeCount: row.attendee_count,
    attendees: JSON.parse(row.attendees) as string[],
    status: row.status,
    cancellationReason: row.cancellation_reason,
    decisionReason: row.decision_reason,
    seriesId: row.series_id,
    originalStartsAt: row.original_starts_at,
    occurrenceDate: row.occurrence_date,
    changedByItself: row.changed_by_itself === 1,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}

/** The values of a row in the order of `storedColumnNames`. */
export function valuesOf (booking: BookingRecord): Value[] {
  return [booking.id, booking.roomId, booking.userId, booking.title, booking.description, booking.startsAt, booking.endsAt, booking.attendeeCount, JSON.stringify(booking.attendees), booking.status,
    booking.cancellationReason, booking.decisionReason, booking.seriesId, booking.originalStartsAt, booking.occurrenceDate, booking.changedByItself ? 1 : 0, booking.version, booking.createdAt, booking.updatedAt, blockingStatuses.has(booking.status) ? 1 : 0]
}

export function toSeriesRecord (row: SeriesRow): SeriesRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    userId: row.user_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: zoneName(row.time_zone),
    startTime: row.start_time ?? localTime(row.starts_at, row.time_zone),
    recurrence: row.recurrence,
    excludedStarts: (JSON.parse(row.excluded_starts) as string[]).map(text => new Date(text)),
    attendeeCount: row.attendee_count,
    attendees: JSON.parse(row.attendees) as string[],
    status: row.status,
    cancellationReason: row.cancellation_reason,
    splitFromSeriesId: row.split_from_id,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}

/** The values of a row in the order of `seriesColumnNames`. */
export function seriesValuesOf (series: SeriesRecord): Value[] {
  return [series.id, series.roomId, series.userId, series.title, series.description, series.startsAt, series.endsAt, series.timeZone, series.startTime, series.recurrence, JSON.stringify(series.excludedStarts),
    series.attendeeCount, JSON.stringify(series.attendees), series.status, series.cancellationReason, series.splitFromSeriesId, series.version, series.createdAt, series.updatedAt]
}

/** A booking as the contract has it, at an instant. Every field is named: copying the rest was the dearest line of a page. */
export function toBooking (record: BookingRecord, now: Date): Booking {
  const booking = asOf(record, now)
  return {
    id: booking.id,
    roomId: booking.roomId,
    userId: booking.userId,
    title: booking.title,
    description: booking.description,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    attendeeCount: booking.attendeeCount,
    attendees: booking.attendees,
    status: booking.status,
    cancellationReason: booking.cancellationReason,
    decisionReason: booking.decisionReason,
    seriesId: booking.seriesId,
    originalStartsAt: booking.originalStartsAt?.toISOString() ?? null,
    version: booking.version,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString()
  }
}

/** A series as the contract has it. */
export function toSeries ({ startsAt, endsAt, startTime: _startTime, excludedStarts, createdAt, updatedAt, ...rest }: SeriesRecord): BookingSeries {
  return { ...rest, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), excludedStarts: excludedStarts.map(date => date.toISOString()), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}

/** A series and its bookings as calendars need them, as they are at an instant. */
export function toSchedule (series: SeriesRecord, bookings: readonly BookingRecord[], now: Date, range?: Slot): BookingSeriesSchedule {
  const { occurrences, ...schedule } = scheduleOf(series, bookings.map(booking => asOf(booking, now)), range)
  return { series: toSeries(series), ...schedule, occurrences: occurrences.map(({ occurrence, ...place }) => ({ ...place, booking: toBooking(occurrence, now) })) }
}

/** What the history keeps of a booking. */
export function snapshotOf ({ roomId, title, description, startsAt, endsAt, attendeeCount, attendees, status }: BookingRecord): BookingSnapshot {
  return { roomId, title, description, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), attendeeCount, attendees, status }
}

/** The refusal of a booking that is not there. */
export function noSuchBooking (id: string): Refusal {
  return new Refusal('booking.not_found', `There is no booking ${id}.`)
}

/** The refusal of a series that is not there. */
export function noSuchSeries (id: string): Refusal {
  return new Refusal('booking.series_not_found', `There is no series ${id}.`)
}
