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
