// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const TimeData = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type TimeData = Static<typeof TimeData>

export const AffectedBookingData = Type.Object({
  bookingId: Type.Optional(Type.String({ format: 'uuid' })),
  seriesId: Type.Optional(Type.String({ format: 'uuid' })),
  roomId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  status: Type.Unsafe<'pending' | 'confirmed'>({ type: 'string', enum: ['pending', 'confirmed'] }),
  times: Type.Array(TimeData, { maxItems: 366 })
}, { additionalProperties: false })
export type AffectedBookingData = Static<typeof AffectedBookingData>

export const AffectedBookingsData = Type.Object({
  userId: Type.String({ format: 'uuid' }),
  cause: Type.Unsafe<'closed' | 'maintenance' | 'unavailable'>({ type: 'string', enum: ['closed', 'maintenance', 'unavailable'] }),
  closureId: Type.Optional(Type.String({ format: 'uuid' })),
  reason: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  bookings: Type.Array(AffectedBookingData, { maxItems: 100 })
}, { additionalProperties: false })
export type AffectedBookingsData = Static<typeof AffectedBookingsData>

export const PreviousBookingData = Type.Object({
  roomId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  startsAt: Type.Optional(Type.String({ format: 'date-time' })),
  endsAt: Type.Optional(Type.String({ format: 'date-time' })),
  attendees: Type.Optional(Type.Array(Type.String()))
}, { additionalProperties: false })
export type PreviousBookingData = Static<typeof PreviousBookingData>

export const BookingData = Type.Object({
  bookingId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendees: Type.Array(Type.String()),
  status: Type.Unsafe<'pending' | 'confirmed' | 'completed' | 'cancelled' | 'rejected'>({ type: 'string', enum: ['pending', 'confirmed', 'completed', 'cancelled', 'rejected'] }),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  previous: Type.Optional(PreviousBookingData),
  seriesId: Type.Optional(Type.String({ format: 'uuid' })),
  originalStartsAt: Type.Optional(Type.String({ format: 'date-time' })),
  withSeries: Type.Optional(Type.Boolean()),
  withOthers: Type.Optional(Type.Boolean()),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type BookingData = Static<typeof BookingData>

export const BookingCancelledEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.cancelled'>({ type: 'string', enum: ['booking.cancelled'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingCancelledEvent = Static<typeof BookingCancelledEvent>

export const BookingCompletedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.completed'>({ type: 'string', enum: ['booking.completed'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingCompletedEvent = Static<typeof BookingCompletedEvent>

export const BookingCreatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.created'>({ type: 'string', enum: ['booking.created'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingCreatedEvent = Static<typeof BookingCreatedEvent>

export const BookingPendingEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.pending'>({ type: 'string', enum: ['booking.pending'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingPendingEvent = Static<typeof BookingPendingEvent>

export const BookingRejectedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.rejected'>({ type: 'string', enum: ['booking.rejected'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingRejectedEvent = Static<typeof BookingRejectedEvent>

export const PreviousBookingSeriesData = Type.Object({
  roomId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  startTime: Type.Optional(Type.String()),
  durationMinutes: Type.Optional(Type.Number()),
  recurrence: Type.Optional(Type.String()),
  attendees: Type.Optional(Type.Array(Type.String()))
}, { additionalProperties: false })
export type PreviousBookingSeriesData = Static<typeof PreviousBookingSeriesData>

export const BookingSeriesData = Type.Object({
  seriesId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  attendees: Type.Array(Type.String()),
  status: Type.Unsafe<'active' | 'cancelled'>({ type: 'string', enum: ['active', 'cancelled'] }),
  pending: Type.Boolean(),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  previous: Type.Optional(PreviousBookingSeriesData),
  splitFromSeriesId: Type.Optional(Type.String({ format: 'uuid' })),
  changedAt: Type.String({ format: 'date-time' }),
  withOthers: Type.Optional(Type.Boolean()),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type BookingSeriesData = Static<typeof BookingSeriesData>

export const BookingSeriesApprovedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking_series.approved'>({ type: 'string', enum: ['booking_series.approved'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingSeriesData
}, { additionalProperties: false })
export type BookingSeriesApprovedEvent = Static<typeof BookingSeriesApprovedEvent>

export const BookingSeriesCancelledEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking_series.cancelled'>({ type: 'string', enum: ['booking_series.cancelled'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingSeriesData
}, { additionalProperties: false })
export type BookingSeriesCancelledEvent = Static<typeof BookingSeriesCancelledEvent>

export const BookingSeriesCreatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking_series.created'>({ type: 'string', enum: ['booking_series.created'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingSeriesData
}, { additionalProperties: false })
export type BookingSeriesCreatedEvent = Static<typeof BookingSeriesCreatedEvent>

export const BookingSeriesRejectedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking_series.rejected'>({ type: 'string', enum: ['booking_series.rejected'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingSeriesData
}, { additionalProperties: false })
export type BookingSeriesRejectedEvent = Static<typeof BookingSeriesRejectedEvent>

export const BookingSeriesUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking_series.updated'>({ type: 'string', enum: ['booking_series.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingSeriesData
}, { additionalProperties: false })
export type BookingSeriesUpdatedEvent = Static<typeof BookingSeriesUpdatedEvent>

export const BookingUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'booking.updated'>({ type: 'string', enum: ['booking.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingData
}, { additionalProperties: false })
export type BookingUpdatedEvent = Static<typeof BookingUpdatedEvent>

export const BookingsAffectedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'bookings.affected'>({ type: 'string', enum: ['bookings.affected'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: AffectedBookingsData
}, { additionalProperties: false })
export type BookingsAffectedEvent = Static<typeof BookingsAffectedEvent>

export const BookingsData = Type.Object({
  userId: Type.String({ format: 'uuid' }),
  bookings: Type.Array(BookingData, { maxItems: 100 }),
  series: Type.Array(BookingSeriesData, { maxItems: 100 })
}, { additionalProperties: false })
export type BookingsData = Static<typeof BookingsData>

export const BookingsCancelledEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'bookings.cancelled'>({ type: 'string', enum: ['bookings.cancelled'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingsData
}, { additionalProperties: false })
export type BookingsCancelledEvent = Static<typeof BookingsCancelledEvent>

export const BookingsUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'bookings.updated'>({ type: 'string', enum: ['bookings.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: BookingsData
}, { additionalProperties: false })
export type BookingsUpdatedEvent = Static<typeof BookingsUpdatedEvent>

export const ClosureData = Type.Object({
  closureId: Type.String({ format: 'uuid' }),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  floor: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String()
}, { additionalProperties: false })
export type ClosureData = Static<typeof ClosureData>

export const ReportData = Type.Object({
  reportId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  kind: Type.Unsafe<'room_utilisation' | 'bookings' | 'cancellations' | 'peak_hours'>({ type: 'string', enum: ['room_utilisation', 'bookings', 'cancellations', 'peak_hours'] })
}, { additionalProperties: false })
export type ReportData = Static<typeof ReportData>

export const ReportRequestedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'report.requested'>({ type: 'string', enum: ['report.requested'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReportData
}, { additionalProperties: false })
export type ReportRequestedEvent = Static<typeof ReportRequestedEvent>

export const RoomRatingData = Type.Object({
  ratingAverage: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 1, maximum: 5 }),
  ratingCount: Type.Integer({ minimum: 0 }),
  ratingVersion: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type RoomRatingData = Static<typeof RoomRatingData>

export const ReviewData = Type.Object({
  reviewId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  status: Type.Unsafe<'published' | 'flagged' | 'approved' | 'rejected' | 'removed'>({ type: 'string', enum: ['published', 'flagged', 'approved', 'rejected', 'removed'] }),
  version: Type.Integer({ minimum: 1 }),
  roomRating: RoomRatingData
}, { additionalProperties: false })
export type ReviewData = Static<typeof ReviewData>

export const ReviewDeletedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'review.deleted'>({ type: 'string', enum: ['review.deleted'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReviewData
}, { additionalProperties: false })
export type ReviewDeletedEvent = Static<typeof ReviewDeletedEvent>

export const ReviewFlaggedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'review.flagged'>({ type: 'string', enum: ['review.flagged'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReviewData
}, { additionalProperties: false })
export type ReviewFlaggedEvent = Static<typeof ReviewFlaggedEvent>

export const ReviewModeratedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'review.moderated'>({ type: 'string', enum: ['review.moderated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReviewData
}, { additionalProperties: false })
export type ReviewModeratedEvent = Static<typeof ReviewModeratedEvent>

export const ReviewPublishedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'review.published'>({ type: 'string', enum: ['review.published'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReviewData
}, { additionalProperties: false })
export type ReviewPublishedEvent = Static<typeof ReviewPublishedEvent>

export const ReviewUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'review.updated'>({ type: 'string', enum: ['review.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ReviewData
}, { additionalProperties: false })
export type ReviewUpdatedEvent = Static<typeof ReviewUpdatedEvent>

export const Role = Type.Unsafe<'user' | 'facility_manager' | 'moderator' | 'admin' | 'service'>({ type: 'string', enum: ['user', 'facility_manager', 'moderator', 'admin', 'service'] })
export type Role = Static<typeof Role>

export const RoomClosedData = Type.Object({
  closureId: Type.String({ format: 'uuid' }),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  floor: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String(),
  roomIds: Type.Array(Type.String({ format: 'uuid' })),
  cancelBookings: Type.Boolean(),
  createdBy: Type.String({ format: 'uuid' })
}, { additionalProperties: false })
export type RoomClosedData = Static<typeof RoomClosedData>

export const RoomClosedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.closed'>({ type: 'string', enum: ['room.closed'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: RoomClosedData
}, { additionalProperties: false })
export type RoomClosedEvent = Static<typeof RoomClosedEvent>

export const RoomState = Type.Unsafe<'available' | 'maintenance' | 'unavailable' | 'retired'>({ type: 'string', enum: ['available', 'maintenance', 'unavailable', 'retired'] })
export type RoomState = Static<typeof RoomState>

export const RoomData = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  name: Type.String(),
  building: Type.String(),
  floor: Type.Integer(),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  status: RoomState,
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type RoomData = Static<typeof RoomData>

export const RoomCreatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.created'>({ type: 'string', enum: ['room.created'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: RoomData
}, { additionalProperties: false })
export type RoomCreatedEvent = Static<typeof RoomCreatedEvent>

export const RoomReopenedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.reopened'>({ type: 'string', enum: ['room.reopened'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: ClosureData
}, { additionalProperties: false })
export type RoomReopenedEvent = Static<typeof RoomReopenedEvent>

export const RoomRetiredData = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  name: Type.String(),
  building: Type.String(),
  floor: Type.Integer(),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  status: Type.Unsafe<'retired'>({ type: 'string', enum: ['retired'] }),
  version: Type.Integer({ minimum: 1 }),
  cancelBookings: Type.Boolean(),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type RoomRetiredData = Static<typeof RoomRetiredData>

export const RoomRetiredEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.retired'>({ type: 'string', enum: ['room.retired'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: RoomRetiredData
}, { additionalProperties: false })
export type RoomRetiredEvent = Static<typeof RoomRetiredEvent>

export const RoomStatusData = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  name: Type.String(),
  building: Type.String(),
  floor: Type.Integer(),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  status: RoomState,
  statusReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  statusUntil: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type RoomStatusData = Static<typeof RoomStatusData>

export const RoomStatusChangedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.status_changed'>({ type: 'string', enum: ['room.status_changed'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: RoomStatusData
}, { additionalProperties: false })
export type RoomStatusChangedEvent = Static<typeof RoomStatusChangedEvent>

export const RoomUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'room.updated'>({ type: 'string', enum: ['room.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: RoomData
}, { additionalProperties: false })
export type RoomUpdatedEvent = Static<typeof RoomUpdatedEvent>

export const UserData = Type.Object({
  userId: Type.String({ format: 'uuid' }),
  role: Role,
  status: Type.Unsafe<'active' | 'disabled' | 'deleted'>({ type: 'string', enum: ['active', 'disabled', 'deleted'] }),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type UserData = Static<typeof UserData>

export const UserDeletedData = Type.Object({
  userId: Type.String({ format: 'uuid' }),
  role: Role,
  status: Type.Unsafe<'deleted'>({ type: 'string', enum: ['deleted'] }),
  emailHashes: Type.Array(Type.String()),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type UserDeletedData = Static<typeof UserDeletedData>

export const UserDeletedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'user.deleted'>({ type: 'string', enum: ['user.deleted'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: UserDeletedData
}, { additionalProperties: false })
export type UserDeletedEvent = Static<typeof UserDeletedEvent>

export const UserRegisteredEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'user.registered'>({ type: 'string', enum: ['user.registered'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: UserData
}, { additionalProperties: false })
export type UserRegisteredEvent = Static<typeof UserRegisteredEvent>

export const UserUpdatedEvent = Type.Object({
  specversion: Type.Unsafe<'1.0'>({ type: 'string', enum: ['1.0'] }),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ format: 'uri-reference' }),
  type: Type.Unsafe<'user.updated'>({ type: 'string', enum: ['user.updated'] }),
  subject: Type.String({ format: 'uuid' }),
  time: Type.String({ format: 'date-time' }),
  datacontenttype: Type.Unsafe<'application/json'>({ type: 'string', enum: ['application/json'] }),
  correlationid: Type.String(),
  data: UserData
}, { additionalProperties: false })
export type UserUpdatedEvent = Static<typeof UserUpdatedEvent>
