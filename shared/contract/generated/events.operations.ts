// Generated from openapi/ by `npm run generate`. Do not edit.
import * as schemas from './events.schemas.ts'

/** Every event that the services publish: its type and the schema of its message. */
export const events = {
  'booking.created': schemas.BookingCreatedEvent,
  'booking.cancelled': schemas.BookingCancelledEvent,
  'booking.completed': schemas.BookingCompletedEvent,
  'booking.pending': schemas.BookingPendingEvent,
  'booking.updated': schemas.BookingUpdatedEvent,
  'booking.rejected': schemas.BookingRejectedEvent,
  'booking_series.created': schemas.BookingSeriesCreatedEvent,
  'booking_series.updated': schemas.BookingSeriesUpdatedEvent,
  'booking_series.cancelled': schemas.BookingSeriesCancelledEvent,
  'booking_series.approved': schemas.BookingSeriesApprovedEvent,
  'booking_series.rejected': schemas.BookingSeriesRejectedEvent,
  'report.requested': schemas.ReportRequestedEvent,
  'review.published': schemas.ReviewPublishedEvent,
  'review.updated': schemas.ReviewUpdatedEvent,
  'review.deleted': schemas.ReviewDeletedEvent,
  'review.flagged': schemas.ReviewFlaggedEvent,
  'review.moderated': schemas.ReviewModeratedEvent,
  'room.created': schemas.RoomCreatedEvent,
  'room.updated': schemas.RoomUpdatedEvent,
  'room.status_changed': schemas.RoomStatusChangedEvent,
  'room.retired': schemas.RoomRetiredEvent,
  'room.closed': schemas.RoomClosedEvent,
  'room.reopened': schemas.RoomReopenedEvent,
  'user.registered': schemas.UserRegisteredEvent,
  'user.updated': schemas.UserUpdatedEvent,
  'user.deleted': schemas.UserDeletedEvent
} as const

/** The services that consume each event. */
export const consumersOf = {
  'booking.created': ['users'],
  'booking.cancelled': ['users'],
  'booking.completed': ['users'],
  'booking.pending': ['users'],
  'booking.updated': ['users'],
  'booking.rejected': ['users'],
  'booking_series.created': ['users'],
  'booking_series.updated': ['users'],
  'booking_series.cancelled': ['users'],
  'booking_series.approved': ['users'],
  'booking_series.rejected': ['users'],
  'report.requested': ['bookings'],
  'review.published': ['rooms', 'reviews'],
  'review.updated': ['rooms', 'reviews'],
  'review.deleted': ['rooms', 'reviews'],
  'review.flagged': ['users', 'rooms', 'reviews'],
  'review.moderated': ['rooms', 'reviews'],
  'room.created': ['rooms'],
  'room.updated': ['rooms'],
  'room.status_changed': ['rooms'],
  'room.retired': ['rooms', 'bookings'],
  'room.closed': ['rooms', 'bookings'],
  'room.reopened': ['rooms'],
  'user.registered': ['users'],
  'user.updated': ['bookings'],
  'user.deleted': ['users', 'bookings', 'reviews']
} as const
