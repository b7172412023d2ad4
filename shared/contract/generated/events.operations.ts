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
  'room.created': schemas.RoomCreatedEvent,
  'room.retired': schemas.RoomRetiredEvent,
  'user.deleted': schemas.UserDeletedEvent,
  'user.registered': schemas.UserRegisteredEvent
} as const
