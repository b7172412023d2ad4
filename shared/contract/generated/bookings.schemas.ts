// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const BusyInterval = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  bookingId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String())
}, { additionalProperties: false })
export type BusyInterval = Static<typeof BusyInterval>

export const PolicyViolation = Type.Object({
  code: Type.Unsafe<'room_unavailable' | 'capacity_exceeded' | 'room_closed' | 'starts_in_past' | 'duration_too_short' | 'duration_too_long' | 'notice_too_short' | 'too_far_ahead' | 'outside_opening_hours' | 'too_many_upcoming'>({ type: 'string', enum: ['room_unavailable', 'capacity_exceeded', 'room_closed', 'starts_in_past', 'duration_too_short', 'duration_too_long', 'notice_too_short', 'too_far_ahead', 'outside_opening_hours', 'too_many_upcoming'] }),
  limit: Type.Union([Type.Number(), Type.String()]),
  actual: Type.Union([Type.Number(), Type.String()]),
  startsAt: Type.Optional(Type.String({ format: 'date-time' }))
}, { additionalProperties: false })
export type PolicyViolation = Static<typeof PolicyViolation>

export const AvailabilityCheck = Type.Object({
  free: Type.Boolean(),
  conflicts: Type.Array(BusyInterval),
  violations: Type.Array(PolicyViolation)
}, { additionalProperties: false })
export type AvailabilityCheck = Static<typeof AvailabilityCheck>

export const BookingStatus = Type.Unsafe<'pending' | 'confirmed' | 'completed' | 'cancelled' | 'rejected'>({ type: 'string', enum: ['pending', 'confirmed', 'completed', 'cancelled', 'rejected'] })
export type BookingStatus = Static<typeof BookingStatus>

export const Booking = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendeeCount: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1 }),
  attendees: Type.Array(Type.String()),
  status: BookingStatus,
  cancellationReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  decisionReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  seriesId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  originalStartsAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Booking = Static<typeof Booking>

export const BookingCancellation = Type.Object({
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type BookingCancellation = Static<typeof BookingCancellation>

export const BookingConflictDetail = Type.Object({
  kind: Type.Unsafe<'conflict' | 'alternative'>({ type: 'string', enum: ['conflict', 'alternative'] }),
  roomId: Type.String({ format: 'uuid' }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type BookingConflictDetail = Static<typeof BookingConflictDetail>

export const BookingConflictError = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String(),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(Type.Union([BookingConflictDetail, PolicyViolation])))
}, { additionalProperties: false })
export type BookingConflictError = Static<typeof BookingConflictError>

export const BookingCreate = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  title: Type.String({ format: 'single-line', minLength: 3, maxLength: 200 }),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendeeCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  attendees: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 100, uniqueItems: true })),
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  override: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BookingCreate = Static<typeof BookingCreate>

export const BookingDecision = Type.Object({
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type BookingDecision = Static<typeof BookingDecision>

export const BookingSnapshot = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendeeCount: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  attendees: Type.Array(Type.String()),
  status: BookingStatus
}, { additionalProperties: false })
export type BookingSnapshot = Static<typeof BookingSnapshot>

export const BookingHistoryEntry = Type.Object({
  version: Type.Integer(),
  action: Type.Unsafe<'created' | 'updated' | 'approved' | 'rejected' | 'expired' | 'cancelled' | 'ended' | 'completed' | 'erased'>({ type: 'string', enum: ['created', 'updated', 'approved', 'rejected', 'expired', 'cancelled', 'ended', 'completed', 'erased'] }),
  actorId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  at: Type.String({ format: 'date-time' }),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  override: Type.Boolean(),
  before: Type.Union([BookingSnapshot, Type.Null()]),
  after: BookingSnapshot
}, { additionalProperties: false })
export type BookingHistoryEntry = Static<typeof BookingHistoryEntry>

export const BookingHistoryPage = Type.Object({
  items: Type.Array(BookingHistoryEntry),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type BookingHistoryPage = Static<typeof BookingHistoryPage>

export const BookingPage = Type.Object({
  items: Type.Array(Booking),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type BookingPage = Static<typeof BookingPage>

export const BookingPolicyError = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String(),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(PolicyViolation))
}, { additionalProperties: false })
export type BookingPolicyError = Static<typeof BookingPolicyError>

export const Recurrence = Type.String({ pattern: '^[A-Za-z0-9=;,+-]+$', minLength: 10, maxLength: 500 })
export type Recurrence = Static<typeof Recurrence>

export const BookingSeriesStatus = Type.Unsafe<'active' | 'cancelled'>({ type: 'string', enum: ['active', 'cancelled'] })
export type BookingSeriesStatus = Static<typeof BookingSeriesStatus>

export const BookingSeries = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  recurrence: Recurrence,
  excludedStarts: Type.Array(Type.String({ format: 'date-time' })),
  attendeeCount: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  attendees: Type.Array(Type.String()),
  status: BookingSeriesStatus,
  cancellationReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  splitFromSeriesId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type BookingSeries = Static<typeof BookingSeries>

export const SeriesScope = Type.Unsafe<'all' | 'following'>({ type: 'string', enum: ['all', 'following'] })
export type SeriesScope = Static<typeof SeriesScope>

export const BookingSeriesCancellation = Type.Object({
  scope: SeriesScope,
  from: Type.Optional(Type.String({ format: 'date-time' })),
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type BookingSeriesCancellation = Static<typeof BookingSeriesCancellation>

export const BookingSeriesCreate = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  title: Type.String({ format: 'single-line', minLength: 3, maxLength: 200 }),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  recurrence: Recurrence,
  excludedStarts: Type.Optional(Type.Array(Type.String({ format: 'date-time' }), { maxItems: 366, uniqueItems: true })),
  attendeeCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  attendees: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 100, uniqueItems: true })),
  onConflict: Type.Optional(Type.Unsafe<'reject' | 'skip'>({ type: 'string', enum: ['reject', 'skip'], default: 'reject' })),
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  override: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BookingSeriesCreate = Static<typeof BookingSeriesCreate>

export const SkippedOccurrence = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  conflicts: Type.Array(BusyInterval),
  violations: Type.Array(PolicyViolation)
}, { additionalProperties: false })
export type SkippedOccurrence = Static<typeof SkippedOccurrence>

export const BookingSeriesOutcome = Type.Object({
  series: BookingSeries,
  bookings: Type.Array(Booking),
  skipped: Type.Array(SkippedOccurrence)
}, { additionalProperties: false })
export type BookingSeriesOutcome = Static<typeof BookingSeriesOutcome>

export const LocalStart = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$' })
export type LocalStart = Static<typeof LocalStart>

export const ScheduledBooking = Type.Object({
  recurrenceId: LocalStart,
  changed: Type.Boolean(),
  booking: Booking
}, { additionalProperties: false })
export type ScheduledBooking = Static<typeof ScheduledBooking>

export const BookingSeriesSchedule = Type.Object({
  series: BookingSeries,
  localStart: LocalStart,
  recurrence: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  excludedLocalStarts: Type.Array(LocalStart),
  occurrences: Type.Array(ScheduledBooking)
}, { additionalProperties: false })
export type BookingSeriesSchedule = Static<typeof BookingSeriesSchedule>

export const BookingSeriesUpdate = Type.Object({
  scope: SeriesScope,
  from: Type.Optional(Type.String({ format: 'date-time' })),
  roomId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String({ format: 'single-line', minLength: 3, maxLength: 200 })),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  startTime: Type.Optional(Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })),
  durationMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  recurrence: Type.Optional(Recurrence),
  attendeeCount: Type.Optional(Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1, maximum: 1000 })),
  attendees: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 100, uniqueItems: true })),
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  override: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BookingSeriesUpdate = Static<typeof BookingSeriesUpdate>

export const BookingTotals = Type.Object({
  pending: Type.Integer({ minimum: 0 }),
  confirmed: Type.Integer({ minimum: 0 }),
  completed: Type.Integer({ minimum: 0 }),
  cancelled: Type.Integer({ minimum: 0 }),
  rejected: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type BookingTotals = Static<typeof BookingTotals>

export const RoomUsage = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  name: Type.String(),
  building: Type.String(),
  timeZone: Type.String(),
  bookedHours: Type.Number({ minimum: 0 }),
  openHours: Type.Number({ minimum: 0 }),
  utilisation: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, maximum: 1 })
}, { additionalProperties: false })
export type RoomUsage = Static<typeof RoomUsage>

export const HourUsage = Type.Object({
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  bookedHours: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type HourUsage = Static<typeof HourUsage>

export const BookingStatistics = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  totals: BookingTotals,
  bookedHours: Type.Number({ minimum: 0 }),
  openHours: Type.Number({ minimum: 0 }),
  utilisation: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, maximum: 1 }),
  rooms: Type.Array(RoomUsage),
  hours: Type.Array(HourUsage)
}, { additionalProperties: false })
export type BookingStatistics = Static<typeof BookingStatistics>

export const BookingUpdate = Type.Object({
  roomId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String({ format: 'single-line', minLength: 3, maxLength: 200 })),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  startsAt: Type.Optional(Type.String({ format: 'date-time' })),
  endsAt: Type.Optional(Type.String({ format: 'date-time' })),
  attendeeCount: Type.Optional(Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1, maximum: 1000 })),
  attendees: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 100, uniqueItems: true })),
  override: Type.Optional(Type.Boolean())
}, { additionalProperties: false, minProperties: 1 })
export type BookingUpdate = Static<typeof BookingUpdate>

export const BusyIntervalList = Type.Object({
  items: Type.Array(BusyInterval)
}, { additionalProperties: false })
export type BusyIntervalList = Static<typeof BusyIntervalList>

export const CalendarFeed = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  createdAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type CalendarFeed = Static<typeof CalendarFeed>

export const CalendarFeedCreate = Type.Object({
  name: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 })),
  roomId: Type.Optional(Type.String({ format: 'uuid' }))
}, { additionalProperties: false })
export type CalendarFeedCreate = Static<typeof CalendarFeedCreate>

export const CalendarFeedCreated = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  createdAt: Type.String({ format: 'date-time' }),
  url: Type.String({ format: 'uri' })
}, { additionalProperties: false })
export type CalendarFeedCreated = Static<typeof CalendarFeedCreated>

export const CalendarFeedPage = Type.Object({
  items: Type.Array(CalendarFeed),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type CalendarFeedPage = Static<typeof CalendarFeedPage>

export const DependencyState = Type.Object({
  name: Type.String(),
  needed: Type.Boolean(),
  status: Type.Unsafe<'up' | 'down'>({ type: 'string', enum: ['up', 'down'] }),
  latencyMilliseconds: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type DependencyState = Static<typeof DependencyState>

export const ErrorDetail = Type.Object({
  path: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ErrorDetail = Static<typeof ErrorDetail>

export const ErrorBody = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String({ pattern: '^[a-z_]+(\\.[a-z_]+)*$' }),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(ErrorDetail, { maxItems: 50 }))
}, { additionalProperties: false })
export type ErrorBody = Static<typeof ErrorBody>

export const Health = Type.Object({
  status: Type.Unsafe<'ok'>({ type: 'string', enum: ['ok'] }),
  service: Type.String(),
  version: Type.String(),
  uptimeSeconds: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type Health = Static<typeof Health>

export const PeakHour = Type.Object({
  weekday: Type.Unsafe<'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'>({ type: 'string', enum: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] }),
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  bookedHours: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type PeakHour = Static<typeof PeakHour>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const ReportKind = Type.Unsafe<'room_utilisation' | 'bookings' | 'cancellations' | 'peak_hours'>({ type: 'string', enum: ['room_utilisation', 'bookings', 'cancellations', 'peak_hours'] })
export type ReportKind = Static<typeof ReportKind>

export const ReportFormat = Type.Unsafe<'csv' | 'json' | 'ndjson'>({ type: 'string', enum: ['csv', 'json', 'ndjson'] })
export type ReportFormat = Static<typeof ReportFormat>

export const ReportStatus = Type.Unsafe<'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired'>({ type: 'string', enum: ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] })
export type ReportStatus = Static<typeof ReportStatus>

export const ReportFailure = Type.Object({
  code: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ReportFailure = Static<typeof ReportFailure>

export const Report = Type.Object({
  id: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  kind: ReportKind,
  format: ReportFormat,
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  status: ReportStatus,
  progress: Type.Integer({ minimum: 0, maximum: 100 }),
  rowCount: Type.Integer({ minimum: 0 }),
  sizeBytes: Type.Integer({ minimum: 0 }),
  failure: Type.Union([ReportFailure, Type.Null()]),
  createdAt: Type.String({ format: 'date-time' }),
  startedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  finishedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  expiresAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  version: Type.Integer({ minimum: 1 }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Report = Static<typeof Report>

export const ReportLocalTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$' })
export type ReportLocalTime = Static<typeof ReportLocalTime>

export const ReportBooking = Type.Object({
  bookingId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  roomName: Type.String(),
  building: Type.String(),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  localStartsAt: ReportLocalTime,
  localEndsAt: ReportLocalTime,
  attendeeCount: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  status: BookingStatus,
  seriesId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  createdAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type ReportBooking = Static<typeof ReportBooking>

export const ReportCancellation = Type.Object({
  bookingId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  roomName: Type.String(),
  building: Type.String(),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  localStartsAt: ReportLocalTime,
  localEndsAt: ReportLocalTime,
  cancelledAt: Type.String({ format: 'date-time' }),
  localCancelledAt: ReportLocalTime,
  cancelledBy: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  noticeMinutes: Type.Integer(),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ReportCancellation = Static<typeof ReportCancellation>

export const ReportCreate = Type.Object({
  kind: ReportKind,
  format: ReportFormat,
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  building: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }))
}, { additionalProperties: false })
export type ReportCreate = Static<typeof ReportCreate>

export const ReportDescription = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: ReportKind,
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  createdAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type ReportDescription = Static<typeof ReportDescription>

export const ReportDocument = Type.Object({
  report: ReportDescription,
  rows: Type.Array(Type.Unsafe<Static<typeof RoomUsage> | Static<typeof ReportBooking> | Static<typeof ReportCancellation> | Static<typeof PeakHour>>({ oneOf: [RoomUsage, ReportBooking, ReportCancellation, PeakHour] }))
}, { additionalProperties: false })
export type ReportDocument = Static<typeof ReportDocument>

export const ReportPage = Type.Object({
  items: Type.Array(Report),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ReportPage = Static<typeof ReportPage>
