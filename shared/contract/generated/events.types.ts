// Generated from openapi/ by `npm run generate`. Do not edit.
export type paths = Record<string, never>;
export interface webhooks {
    "booking.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking was confirmed
         * @description Published when a booking is confirmed.
         */
        post: operations["onBookingCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking was cancelled
         * @description Published when a booking is cancelled.
         */
        post: operations["onBookingCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking was completed
         * @description Published when a booking is over.
         */
        post: operations["onBookingCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking waits for approval
         * @description Published when a booking is made in a room that requires approval.
         */
        post: operations["onBookingPending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking was changed
         * @description Published when time, room, people or texts of a booking change.
         */
        post: operations["onBookingUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A booking was rejected
         * @description Published when a booking is turned down, or began before anybody decided.
         */
        post: operations["onBookingRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking_series.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A series was booked
         * @description Published when a series is booked, and when one is split off another.
         */
        post: operations["onBookingSeriesCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking_series.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A series was changed
         * @description Published when all occurrences of a series change, or it ends earlier because one was split off.
         */
        post: operations["onBookingSeriesUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking_series.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A series was cancelled
         * @description Published when all occurrences of a series are cancelled, or those from one on.
         */
        post: operations["onBookingSeriesCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking_series.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A series was approved
         * @description Published when all pending bookings of a series are confirmed by one decision.
         */
        post: operations["onBookingSeriesApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "booking_series.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A series was rejected
         * @description Published when all pending bookings of a series are turned down by one decision.
         */
        post: operations["onBookingSeriesRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "bookings.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several bookings were cancelled by one act
         * @description Published for each holder of several bookings that one act cancels, as a closure or the retirement of a room, after the event of each booking and series.
         */
        post: operations["onBookingsCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "bookings.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several series were changed by one act
         * @description Published when one act changes several series of one holder, as a split does, after the event of each series.
         */
        post: operations["onBookingsUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "bookings.affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bookings stand in a room that cannot be used
         * @description Published for each holder of bookings that stand though their room is closed, or is taken out of use.
         */
        post: operations["onBookingsAffected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "report.requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A report was ordered
         * @description Published when somebody has ordered a report; the bookings service then makes it.
         */
        post: operations["onReportRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "review.published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review was published
         * @description Published when a review can be seen.
         */
        post: operations["onReviewPublished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "review.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review was changed
         * @description Published when its author has changed a review.
         */
        post: operations["onReviewUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "review.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review was deleted
         * @description Published when a review is deleted. Its state is the one that it had.
         */
        post: operations["onReviewDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "review.flagged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review was flagged
         * @description Published for every flag; `status` tells whether the review is hidden now.
         */
        post: operations["onReviewFlagged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "review.moderated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review was moderated
         * @description Published when a moderator has decided about a review.
         */
        post: operations["onReviewModerated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A room was created
         * @description Published when a room is added to the catalogue.
         */
        post: operations["onRoomCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A room was changed
         * @description Published when fields of a room change.
         */
        post: operations["onRoomUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.status_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The status of a room was set
         * @description Published when somebody sets the status of a room, and when it becomes available again by itself.
         */
        post: operations["onRoomStatusChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.retired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A room was retired
         * @description Published when a room leaves the catalogue for good.
         */
        post: operations["onRoomRetired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rooms were closed
         * @description Published when a room's, a floor's or a building's closure is made.
         */
        post: operations["onRoomClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A closure was cancelled
         * @description Published when a closure is cancelled.
         */
        post: operations["onRoomReopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user registered
         * @description Published when an account is made.
         */
        post: operations["onUserRegistered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account was changed
         * @description Published when the data, the role or the status of an account changes.
         */
        post: operations["onUserUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account was deleted
         * @description Published when an account is deleted and its holder's name erased. Consumers erase what they know of the person.
         */
        post: operations["onUserDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Published when a booking is confirmed. */
        BookingCreatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.created";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when a booking is cancelled. */
        BookingCancelledEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.cancelled";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when a booking is over. */
        BookingCompletedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.completed";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when a booking is made in a room that requires approval. */
        BookingPendingEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.pending";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when time, room, people or texts of a booking change. */
        BookingUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.updated";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when a booking is turned down, or began before anybody decided. */
        BookingRejectedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking.rejected";
            /**
             * Format: uuid
             * @description The booking.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingData"];
        };
        /** @description Published when a series is booked, and when one is split off another. */
        BookingSeriesCreatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking_series.created";
            /**
             * Format: uuid
             * @description The series.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingSeriesData"];
        };
        /** @description Published when all occurrences of a series change, or it ends earlier because one was split off. */
        BookingSeriesUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking_series.updated";
            /**
             * Format: uuid
             * @description The series.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingSeriesData"];
        };
        /** @description Published when all occurrences of a series are cancelled, or those from one on. */
        BookingSeriesCancelledEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking_series.cancelled";
            /**
             * Format: uuid
             * @description The series.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingSeriesData"];
        };
        /** @description Published when all pending bookings of a series are confirmed by one decision. */
        BookingSeriesApprovedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking_series.approved";
            /**
             * Format: uuid
             * @description The series.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingSeriesData"];
        };
        /** @description Published when all pending bookings of a series are turned down by one decision. */
        BookingSeriesRejectedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "booking_series.rejected";
            /**
             * Format: uuid
             * @description The series.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingSeriesData"];
        };
        /** @description Published for each holder of several bookings that one act cancels, as a closure or the retirement of a room, after the event of each booking and series. */
        BookingsCancelledEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "bookings.cancelled";
            /**
             * Format: uuid
             * @description The holder.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingsData"];
        };
        /** @description Published when one act changes several series of one holder, as a split does, after the event of each series. */
        BookingsUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "bookings.updated";
            /**
             * Format: uuid
             * @description The holder.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["BookingsData"];
        };
        /** @description Published for each holder of bookings that stand though their room is closed, or is taken out of use. */
        BookingsAffectedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "bookings.affected";
            /**
             * Format: uuid
             * @description The holder.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["AffectedBookingsData"];
        };
        /** @description Published when somebody has ordered a report. */
        ReportRequestedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "report.requested";
            /**
             * Format: uuid
             * @description The report.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReportData"];
        };
        /** @description Published when a review can be seen. */
        ReviewPublishedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "review.published";
            /**
             * Format: uuid
             * @description The review.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReviewData"];
        };
        /** @description Published when its author has changed a review. */
        ReviewUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "review.updated";
            /**
             * Format: uuid
             * @description The review.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReviewData"];
        };
        /** @description Published when a review is deleted. Its state is the one that it had. */
        ReviewDeletedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "review.deleted";
            /**
             * Format: uuid
             * @description The review.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReviewData"];
        };
        /** @description Published for every flag; `status` tells whether the review is hidden now. */
        ReviewFlaggedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "review.flagged";
            /**
             * Format: uuid
             * @description The review.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReviewData"];
        };
        /** @description Published when a moderator has decided about a review. */
        ReviewModeratedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "review.moderated";
            /**
             * Format: uuid
             * @description The review.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ReviewData"];
        };
        /** @description Published when a room is added to the catalogue. */
        RoomCreatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.created";
            /**
             * Format: uuid
             * @description The room.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["RoomData"];
        };
        /** @description Published when fields of a room change. */
        RoomUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.updated";
            /**
             * Format: uuid
             * @description The room.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["RoomData"];
        };
        /** @description Published when somebody sets the status of a room, and when it becomes available again by itself. */
        RoomStatusChangedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.status_changed";
            /**
             * Format: uuid
             * @description The room.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["RoomStatusData"];
        };
        /** @description Published when a room leaves the catalogue for good. */
        RoomRetiredEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.retired";
            /**
             * Format: uuid
             * @description The room.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["RoomRetiredData"];
        };
        /** @description Published when a room's, a floor's or a building's closure is made. */
        RoomClosedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.closed";
            /**
             * Format: uuid
             * @description The closure.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["RoomClosedData"];
        };
        /** @description Published when a closure is cancelled. */
        RoomReopenedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "room.reopened";
            /**
             * Format: uuid
             * @description The closure.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["ClosureData"];
        };
        /** @description Published when an account is made. */
        UserRegisteredEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "user.registered";
            /**
             * Format: uuid
             * @description The user.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["UserData"];
        };
        /** @description Published when the data, the role or the status of an account changes. */
        UserUpdatedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "user.updated";
            /**
             * Format: uuid
             * @description The user.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["UserData"];
        };
        /** @description Published when an account is deleted. */
        UserDeletedEvent: {
            /** @enum {string} */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            /** Format: uri-reference */
            source: string;
            /** @enum {string} */
            type: "user.deleted";
            /**
             * Format: uuid
             * @description The user.
             */
            subject: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            correlationid: string;
            data: components["schemas"]["UserDeletedData"];
        };
        /** @description A booking, as it was right after the change. */
        BookingData: {
            /** Format: uuid */
            bookingId: string;
            /** Format: uuid */
            roomId: string;
            /** Format: uuid */
            userId: string;
            title: string;
            description: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description E-mail addresses of those who come. */
            attendees: string[];
            /** @enum {string} */
            status: "pending" | "confirmed" | "completed" | "cancelled" | "rejected";
            /** @description The reason of this cancellation, approval or rejection, if one was given. */
            reason: string | null;
            previous?: components["schemas"]["PreviousBookingData"];
            /**
             * Format: uuid
             * @description The series that it is an occurrence of.
             */
            seriesId?: string;
            /**
             * Format: date-time
             * @description When the series has this occurrence.
             */
            originalStartsAt?: string;
            /** @description Whether it changed with others of its series, which has an event of its own for that. */
            withSeries?: boolean;
            /** @description Whether one act did the same to other bookings of the holder, which a `bookings.*` event tells together. */
            withOthers?: boolean;
            version: number;
        };
        /** @description What a change replaced, by field. Fields that stayed the same are left out. */
        PreviousBookingData: {
            /** Format: uuid */
            roomId?: string;
            title?: string;
            description?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            attendees?: string[];
        };
        /** @description A series, as it was right after the change. Each of its bookings that changed has an event, too; ask bookings for the schedule. */
        BookingSeriesData: {
            /** Format: uuid */
            seriesId: string;
            /** Format: uuid */
            roomId: string;
            /** Format: uuid */
            userId: string;
            title: string;
            description: string;
            /** @description E-mail addresses of those who come to every occurrence. */
            attendees: string[];
            /** @enum {string} */
            status: "active" | "cancelled";
            /** @description Whether bookings of it wait for approval. */
            pending: boolean;
            /** @description The reason of this cancellation, approval or rejection, if one was given. */
            reason: string | null;
            previous?: components["schemas"]["PreviousBookingSeriesData"];
            /**
             * Format: uuid
             * @description The series that it was split from by this change.
             */
            splitFromSeriesId?: string;
            /**
             * Format: date-time
             * @description The `updatedAt` of the bookings that changed.
             */
            changedAt: string;
            /** @description Whether one act changed other bookings or series of the holder as well, which a `bookings.*` event tells together. */
            withOthers?: boolean;
            version: number;
        };
        /** @description What one act did to bookings of one holder: bookings by themselves, and series of which several changed. More than 100 of them make several events. */
        BookingsData: {
            /**
             * Format: uuid
             * @description The holder.
             */
            userId: string;
            /** @description The bookings that were the only ones of their series, or are of none. */
            bookings: components["schemas"]["BookingData"][];
            /** @description The series of which several bookings changed. */
            series: components["schemas"]["BookingSeriesData"][];
        };
        /** @description What a change replaced, by field. Fields that stayed the same are left out. */
        PreviousBookingSeriesData: {
            /** Format: uuid */
            roomId?: string;
            title?: string;
            description?: string;
            /** @description Local time at which the occurrences began. */
            startTime?: string;
            durationMinutes?: number;
            recurrence?: string;
            attendees?: string[];
        };
        /** @description What a closure or a status of a room means for bookings of one holder, which stand. More than 100 bookings and series make several events. */
        AffectedBookingsData: {
            /**
             * Format: uuid
             * @description The holder.
             */
            userId: string;
            /**
             * @description Whether rooms are closed, or the status that a room has.
             * @enum {string}
             */
            cause: "closed" | "maintenance" | "unavailable";
            /**
             * Format: uuid
             * @description The closure.
             */
            closureId?: string;
            reason: string;
            /**
             * Format: date-time
             * @description From when on the rooms cannot be used.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description Until when; `null` when somebody has to say so.
             */
            endsAt: string | null;
            bookings: components["schemas"]["AffectedBookingData"][];
        };
        /** @description A booking that stands, or those of a series in one room. */
        AffectedBookingData: {
            /**
             * Format: uuid
             * @description The booking; none for several of a series.
             */
            bookingId?: string;
            /**
             * Format: uuid
             * @description The series.
             */
            seriesId?: string;
            /** Format: uuid */
            roomId: string;
            title: string;
            /**
             * @description Of several, `pending` if one of them is.
             * @enum {string}
             */
            status: "pending" | "confirmed";
            /** @description When the bookings are, by start. */
            times: components["schemas"]["TimeData"][];
        };
        /** @description The time of a booking. */
        TimeData: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        /** @description A report, as it was ordered. */
        ReportData: {
            /** Format: uuid */
            reportId: string;
            /** Format: uuid */
            userId: string;
            /** @enum {string} */
            kind: "room_utilisation" | "bookings" | "cancellations" | "peak_hours";
        };
        /** @description A review, as it was right after the change. Its text is left out; ask reviews for it. */
        ReviewData: {
            /** Format: uuid */
            reviewId: string;
            /** Format: uuid */
            roomId: string;
            /**
             * Format: uuid
             * @description Who wrote it; `null` once that account is deleted.
             */
            userId: string | null;
            rating: number;
            /** @enum {string} */
            status: "published" | "flagged" | "approved" | "rejected" | "removed";
            version: number;
            roomRating: components["schemas"]["RoomRatingData"];
        };
        /** @description The rating of the room, as it was right after the change. */
        RoomRatingData: {
            ratingAverage: number | null;
            ratingCount: number;
            /** @description Rises with every event of a review of the room; what has a lower one than a rating at hand is older. */
            ratingVersion: number;
        };
        /** @description A room, as it was right after the change. */
        RoomData: {
            /** Format: uuid */
            roomId: string;
            name: string;
            building: string;
            floor: number;
            capacity: number;
            status: components["schemas"]["RoomState"];
            version: number;
        };
        /**
         * @description Whether a room can be used.
         * @enum {string}
         */
        RoomState: "available" | "maintenance" | "unavailable" | "retired";
        /** @description A room, as it was right after its status was set. */
        RoomStatusData: {
            /** Format: uuid */
            roomId: string;
            name: string;
            building: string;
            floor: number;
            capacity: number;
            status: components["schemas"]["RoomState"];
            /** @description Why it is out of use. */
            statusReason: string | null;
            /**
             * Format: date-time
             * @description When it is available again by itself.
             */
            statusUntil: string | null;
            version: number;
        };
        /** @description A room, as it was right after it was retired. */
        RoomRetiredData: {
            /** Format: uuid */
            roomId: string;
            name: string;
            building: string;
            floor: number;
            capacity: number;
            /** @enum {string} */
            status: "retired";
            version: number;
            /** @description Whether its upcoming bookings are to be cancelled. */
            cancelBookings: boolean;
            /** @description Why, if somebody said. */
            reason: string | null;
        };
        /** @description A closure as it is made, and the rooms that it closes. */
        RoomClosedData: {
            /** Format: uuid */
            closureId: string;
            /** Format: uuid */
            roomId: string | null;
            building: string | null;
            floor: number | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
            /** @description Every room that is closed. */
            roomIds: string[];
            /** @description Whether the bookings of these rooms in that time are to be cancelled. */
            cancelBookings: boolean;
            /** Format: uuid */
            createdBy: string;
        };
        /** @description A closure of a room (`roomId`), of a floor (`building` and `floor`) or of a whole building (`building`). */
        ClosureData: {
            /** Format: uuid */
            closureId: string;
            /** Format: uuid */
            roomId: string | null;
            building: string | null;
            floor: number | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
        };
        /** @description An account, as it was right after the change. It names nobody; ask users for more. */
        UserData: {
            /** Format: uuid */
            userId: string;
            role: components["schemas"]["Role"];
            /** @enum {string} */
            status: "active" | "disabled" | "deleted";
            version: number;
        };
        /** @description An account that is gone, and how services find its e-mail addresses in their data without being told them. */
        UserDeletedData: {
            /** Format: uuid */
            userId: string;
            role: components["schemas"]["Role"];
            /** @enum {string} */
            status: "deleted";
            /** @description SHA-256, in hexadecimal, of each address of the account in lower case. */
            emailHashes: string[];
            version: number;
        };
        /**
         * @description What an account may do: `facility_manager` also manages rooms, `moderator` also moderates reviews, `admin` may do everything; `service` is the other services' own.
         * @enum {string}
         */
        Role: "user" | "facility_manager" | "moderator" | "admin" | "service";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    onBookingCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingCreatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingCancelledEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingCompletedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingPending: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingPendingEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingRejectedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingSeriesCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingSeriesCreatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingSeriesUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingSeriesUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingSeriesCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingSeriesCancelledEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingSeriesApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingSeriesApprovedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingSeriesRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingSeriesRejectedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingsCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingsCancelledEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingsUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingsUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBookingsAffected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["BookingsAffectedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReportRequested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReportRequestedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReviewPublished: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReviewPublishedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReviewUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReviewUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReviewDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReviewDeletedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReviewFlagged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReviewFlaggedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReviewModerated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["ReviewModeratedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomCreatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomStatusChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomStatusChangedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomRetired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomRetiredEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomClosed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomClosedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRoomReopened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["RoomReopenedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserRegistered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["UserRegisteredEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["UserUpdatedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["UserDeletedEvent"];
            };
        };
        responses: {
            /** @description Consumed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
