// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the process is alive
         * @description Answers as long as the process can serve requests; it looks at no dependency. Meant for liveness probes.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the service can do its work
         * @description Asks every dependency and reports its state and latency. A dependency that the service can do without is reported `down` while the answer stays 200. Meant for readiness probes.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bookings
         * @description Bookings by start, earliest first. `user` and `moderator` see their own; `facility_manager` and `admin` see everyone's.
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Book a room
         * @description Takes the room for the interval, or answers 409 with what is in the way and up to three alternatives, or 422 with every rule that the booking would break. It is confirmed at once and `booking.created` is published, unless the room requires approval: then it is `pending`, holds the room, publishes `booking.pending`, and is rejected if nobody has decided when it begins. With `dryRun` everything is checked and nothing kept. Where `REQUIRE_CONFIRMED_EMAIL` is set, the e-mail address of the caller has to be confirmed.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        /**
         * Get a booking
         * @description One's own booking; `facility_manager`, `admin` and the other services get anyone's.
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a booking
         * @description Changes what is given and leaves the rest; owner, `facility_manager` and `admin`. Possible until the booking begins; a running one can only be extended, by a later `endsAt`, or ended by `endBooking`. Only what changes is judged by the room's rules. A confirmed booking keeps its room's approval when it gets shorter; where a room requires approval, any other new time needs a new booking. Publishes `booking.updated`.
         */
        patch: operations["updateBooking"];
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking
         * @description Gives the room back, until the booking's end. The booking stays on record as cancelled. Owner, `facility_manager` and `admin`. Publishes `booking.cancelled`.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a booking
         * @description Confirms a pending booking before it begins. Publishes `booking.created`.
         */
        post: operations["approveBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a booking
         * @description Turns down a pending booking, or withdraws a confirmed one before it begins. Publishes `booking.rejected`.
         */
        post: operations["rejectBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a running booking early
         * @description Frees the room from now on; the booking is completed. Owner, `facility_manager` and `admin`. Publishes `booking.completed`.
         */
        post: operations["endBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{bookingId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        /**
         * Get a booking's history
         * @description Every change of a booking, the first one first: who made it, when, and what was before and after. Owner, `facility_manager` and `admin`.
         */
        get: operations["getBookingHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether a room can be booked
         * @description Whether the caller could book the room for an interval, and if not, everything that is in the way: what is booked, and which rules it would break. Others' bookings are shown as intervals only. Nothing is held: somebody else may be faster.
         */
        get: operations["checkAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/busy-intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is taken
         * @description The intervals in which rooms are booked, between two instants at most 31 days apart, or 3 days where no rooms are named, and an hour for a change of clocks; by room and start. It does not say by whom. With `titles` it names the bookings that you may see: your own, and to facility managers and admins all. Not paged: rooms and range bound it.
         */
        get: operations["listBusyIntervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book a room again and again
         * @description Books every occurrence of a recurrence rule in one go, up to 366 within two years. `startsAt` must be the first occurrence; the others have the same local time in the room's zone and last as long. With `onConflict: reject` all are booked or none; with `skip` those that can be are, and the answer says why the others cannot. A series counts as one upcoming booking. Each booking publishes its own events. Where `REQUIRE_CONFIRMED_EMAIL` is set, the e-mail address of the caller has to be confirmed.
         */
        post: operations["createBookingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{seriesId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        /**
         * Get a series
         * @description The series itself; `listBookings` with its `seriesId` has the occurrences. Owner, `facility_manager` and `admin`.
         */
        get: operations["getBookingSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a series
         * @description Changes all occurrences that have not begun, or those from one on: `following` splits the series, and the answer is the new one. One occurrence alone is changed by `updateBooking`. Occurrences that were changed or cancelled by themselves stay as they are. With a new `recurrence`, occurrences on days that it still names are kept, the others are cancelled, and new ones are booked. All or nothing.
         */
        patch: operations["updateBookingSeries"];
        trace?: never;
    };
    "/api/v1/booking-series/{seriesId}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        /**
         * Get the schedule of a series
         * @description The series in the terms of RFC 5545, as it stands: rule, exceptions, and each booking that was made of it. Calendars that are fed with it show exactly the bookings that are confirmed or completed. Owner, `facility_manager`, `admin`, and the other services.
         */
        get: operations["getBookingSeriesSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{seriesId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a series
         * @description Cancels all occurrences that have not begun, or those from one on. Occurrences that were changed by themselves stay; cancel them by `cancelBooking`. Owner, `facility_manager` and `admin`.
         */
        post: operations["cancelBookingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{seriesId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a series
         * @description Confirms all pending bookings of a series that have not begun, those that were changed by themselves included. Its holder gets one mail. Publishes `booking_series.approved`, and `booking.created` for each booking.
         */
        post: operations["approveBookingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-series/{seriesId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a series
         * @description Turns down all pending bookings of a series that have not begun, those that were changed by themselves included. Confirmed ones stay; reject them by `rejectBooking`. Its holder gets one mail. Publishes `booking_series.rejected`, and `booking.rejected` for each booking.
         */
        post: operations["rejectBookingSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's calendar feeds
         * @description The feeds of the caller, the newest first. Their URLs are not kept; make a new feed when one is lost.
         */
        get: operations["listCalendarFeeds"];
        put?: never;
        /**
         * Make a calendar feed
         * @description Makes a URL at which calendar programs can subscribe to the caller's bookings or, with `roomId`, to those of a room. Whoever knows the URL can read the feed, so it is a secret; it is shown this once. The feed of a room says only that it is busy, unless a `facility_manager` or `admin` makes it. It ends by `revokeCalendarFeed`, and when the account is disabled, deleted or gets another role. Nobody has more than 20.
         */
        post: operations["createCalendarFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-feeds/{feedId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The feed. */
                feedId: string;
            };
            cookie?: never;
        };
        /**
         * Get a calendar feed
         * @description One of the caller's own feeds, without its URL.
         */
        get: operations["getCalendarFeed"];
        put?: never;
        post?: never;
        /**
         * End a calendar feed
         * @description Its URL is good for nothing from now on.
         */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the URL of the feed ends with. `.ics` after it is allowed, because some programs add it. */
                secret: string;
            };
            cookie?: never;
        };
        /**
         * Read a calendar feed
         * @description The confirmed and completed bookings of a feed as iCalendar (RFC 5545), from 90 days ago to 366 days ahead, at most 2,000 of them. When there are more, the bookings from yesterday on come first and the farthest of them are left out; past bookings fill what is left, the latest first. `DESCRIPTION` of the calendar then says which days it shows. Series are events that recur, under the same UIDs as in invitations; a feed without bookings has a time zone only. Meant for calendar programs, which have no token: everybody who has the URL can read it. Programs add query parameters such as `?nocache=1`; they are taken and ignored.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get statistics
         * @description How rooms were and will be used between two instants at most 366 days apart, and an hour for a change of clocks. Booked are confirmed and completed bookings, open are the opening hours less the closures, until the room is retired; hours of the day are local to each room. Rooms that were retired in or after the range are counted.
         */
        get: operations["getBookingStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports
         * @description One's own reports, newest first; `admin` sees everyone's.
         */
        get: operations["listReports"];
        put?: never;
        /**
         * Order a report
         * @description Orders a report about a range of at most 366 days, and an hour for a change of clocks. It is then made in the background, rooms being as they are at that time. `Location` tells how far it is; when it is `done`, `downloadReport` has the file. Publishes `report.requested`.
         */
        post: operations["createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        /**
         * Get a report
         * @description What a report is about and how far it is. One's own; `admin` gets anyone's.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{reportId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        /**
         * Download a report
         * @description The file, as the media type of the report's `format`. 409 `report.not_done` unless the report is `done`, and `report.expired` when its time is over. One's own; `admin` gets anyone's. The columns are the properties of `RoomUsage`, `ReportBooking`, `ReportCancellation` or `PeakHour`, by `kind`.
         */
        get: operations["downloadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{reportId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a report
         * @description Stops the making of a report; what was made of it is removed. One's own; `admin` cancels anyone's.
         */
        post: operations["cancelReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A booking to be.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "title": "Sprint planning",
         *       "startsAt": "2026-03-02T10:00:00+01:00",
         *       "endsAt": "2026-03-02T11:00:00+01:00",
         *       "attendeeCount": 6,
         *       "attendees": [
         *         "uma@example.com"
         *       ]
         *     }
         */
        BookingCreate: {
            /** Format: uuid */
            roomId: string;
            /** Format: single-line */
            title: string;
            /** Format: multi-line */
            description?: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. At most 5 minutes ago.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; after `startsAt`, at most 24 hours.
             */
            endsAt: string;
            /** @description How many people come; at most the room's capacity. */
            attendeeCount?: number;
            /** @description E-mail addresses of those who come; at most the room's capacity. Each of them gets a mail with an invitation for calendars once the booking is confirmed, one when it changes and one when it is cancelled: by the preferences of the account that has confirmed the address or, where there is none, few of them and with title, room and time alone. Nobody gets one while the holder's address is not confirmed. */
            attendees?: string[];
            /**
             * @description Check everything, change nothing.
             * @default false
             */
            dryRun?: boolean;
            /** @description Lets a `facility_manager` or `admin` past the room's rules, approval included; never past another booking, the room's capacity or a closure. The history says so. */
            override?: boolean;
        };
        /**
         * @description What changes of a booking.
         * @example {
         *       "startsAt": "2026-03-02T11:00:00+01:00",
         *       "endsAt": "2026-03-02T12:00:00+01:00"
         *     }
         */
        BookingUpdate: {
            /** Format: uuid */
            roomId?: string;
            /** Format: single-line */
            title?: string;
            /** Format: multi-line */
            description?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            /** @description `null` when it is not known any more. */
            attendeeCount?: number | null;
            /** @description Everybody who comes; replaces the list. Those who are new get an invitation, those who are left out its cancellation. */
            attendees?: string[];
            /** @description Lets a `facility_manager` or `admin` past the room's rules, approval included; never past another booking, the room's capacity or a closure. The history says so. */
            override?: boolean;
        };
        /**
         * @description Why a booking or a series is approved or rejected.
         * @example {
         *       "reason": "The room is needed for the board"
         *     }
         */
        BookingDecision: {
            /** Format: single-line */
            reason?: string;
        };
        /**
         * @description Why a booking is cancelled.
         * @example {
         *       "reason": "The customer moved the visit."
         *     }
         */
        BookingCancellation: {
            /** Format: single-line */
            reason?: string;
        };
        /**
         * @description `pending` and `confirmed` bookings hold their room; the others are over.
         * @enum {string}
         */
        BookingStatus: "pending" | "confirmed" | "completed" | "cancelled" | "rejected";
        /**
         * @description A booking.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "title": "Sprint planning",
         *       "description": "",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "attendeeCount": 6,
         *       "attendees": [
         *         "uma@example.com"
         *       ],
         *       "status": "confirmed",
         *       "cancellationReason": null,
         *       "decisionReason": null,
         *       "seriesId": null,
         *       "originalStartsAt": null,
         *       "version": 1,
         *       "createdAt": "2026-02-27T14:12:00.000Z",
         *       "updatedAt": "2026-02-27T14:12:00.000Z"
         *     }
         */
        Booking: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string;
            /**
             * Format: uuid
             * @description Who booked.
             */
            userId: string;
            title: string;
            description: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description How many people come, if that was said. */
            attendeeCount: number | null;
            /** @description E-mail addresses of those who come. */
            attendees: string[];
            status: components["schemas"]["BookingStatus"];
            /** @description Why it was cancelled, if it was and somebody said. */
            cancellationReason: string | null;
            /** @description Why it was approved or rejected, if it was and somebody said. */
            decisionReason: string | null;
            /**
             * Format: uuid
             * @description The series that it is an occurrence of.
             */
            seriesId: string | null;
            /**
             * Format: date-time
             * @description When the series has this occurrence, wherever it was moved to.
             */
            originalStartsAt: string | null;
            /** @description Rises with every change; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description A page of bookings.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "title": "Sprint planning",
         *           "description": "",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z",
         *           "attendeeCount": 6,
         *           "attendees": [
         *             "uma@example.com"
         *           ],
         *           "status": "confirmed",
         *           "cancellationReason": null,
         *           "decisionReason": null,
         *           "seriesId": null,
         *           "originalStartsAt": null,
         *           "version": 1,
         *           "createdAt": "2026-02-27T14:12:00.000Z",
         *           "updatedAt": "2026-02-27T14:12:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        BookingPage: {
            items: components["schemas"]["Booking"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description An interval in which a room is booked.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z"
         *     }
         */
        BusyInterval: {
            /** Format: uuid */
            roomId: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /**
             * Format: uuid
             * @description Of a booking that you may see, when `titles` asks for it.
             */
            bookingId?: string;
            /** @description Of a booking that you may see, when `titles` asks for it. */
            title?: string;
        };
        /**
         * @description What is taken.
         * @example {
         *       "items": [
         *         {
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        BusyIntervalList: {
            items: components["schemas"]["BusyInterval"][];
        };
        /**
         * @description An interval that is in the way, or one that could be booked instead.
         * @example {
         *       "kind": "conflict",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z"
         *     }
         */
        BookingConflictDetail: {
            /**
             * @description `conflict` is booked; `alternative` was free a moment ago, in the same room at another time or in another room at the same time.
             * @enum {string}
             */
            kind: "conflict" | "alternative";
            /** Format: uuid */
            roomId: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        /**
         * @description The common error format, with what is in the way.
         * @example {
         *       "error": "Conflict",
         *       "message": "The room is already booked from 2026-03-02 10:00 to 11:00 (Europe/Berlin). Choose another time or room.",
         *       "code": "booking.conflict",
         *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "details": [
         *         {
         *           "kind": "conflict",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z"
         *         },
         *         {
         *           "kind": "alternative",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "startsAt": "2026-03-02T10:00:00.000Z",
         *           "endsAt": "2026-03-02T11:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        BookingConflictError: {
            error: string;
            message: string;
            code: string;
            correlationId: string;
            /** @description The booked intervals that overlap the asked one, earliest first, at most 10; then up to 3 alternatives. With `booking.room_unavailable`, every rule that the booking breaks. */
            details?: (components["schemas"]["BookingConflictDetail"] | components["schemas"]["PolicyViolation"])[];
        };
        /**
         * @description A rule that a booking would break.
         * @example {
         *       "code": "duration_too_long",
         *       "limit": 480,
         *       "actual": 600
         *     }
         */
        PolicyViolation: {
            /**
             * @description Durations and notice are in minutes, `too_far_ahead` in days of the room's calendar from today to the end, `starts_in_past` in instants, `room_closed` in ISO 8601 intervals, `outside_opening_hours` in local time.
             * @enum {string}
             */
            code: "room_unavailable" | "capacity_exceeded" | "room_closed" | "starts_in_past" | "duration_too_short" | "duration_too_long" | "notice_too_short" | "too_far_ahead" | "outside_opening_hours" | "too_many_upcoming";
            /** @description What the rule allows. */
            limit: number | string;
            /** @description What the booking asks. */
            actual: number | string;
            /**
             * Format: date-time
             * @description Which occurrence, in a series.
             */
            startsAt?: string;
        };
        /**
         * @description The common error format, with the rules that are broken.
         * @example {
         *       "error": "Unprocessable Entity",
         *       "message": "The booking breaks 1 rule of the room. It lasts 600 minutes, and the room allows at most 480.",
         *       "code": "booking.policy_violated",
         *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "details": [
         *         {
         *           "code": "duration_too_long",
         *           "limit": 480,
         *           "actual": 600
         *         }
         *       ]
         *     }
         */
        BookingPolicyError: {
            error: string;
            message: string;
            code: string;
            correlationId: string;
            /** @description Every rule that is broken. */
            details?: components["schemas"]["PolicyViolation"][];
        };
        /**
         * @description Whether a room can be booked for an interval, and why not.
         * @example {
         *       "free": false,
         *       "conflicts": [
         *         {
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z"
         *         }
         *       ],
         *       "violations": []
         *     }
         */
        AvailabilityCheck: {
            /** @description Whether nothing is in the way. */
            free: boolean;
            /** @description What is booked, earliest first, at most 10. A room's buffer counts. */
            conflicts: components["schemas"]["BusyInterval"][];
            /** @description Every rule that the booking would break. */
            violations: components["schemas"]["PolicyViolation"][];
        };
        /**
         * @description A booking at some time.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "title": "Sprint planning",
         *       "description": "",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "attendeeCount": 6,
         *       "attendees": [],
         *       "status": "confirmed"
         *     }
         */
        BookingSnapshot: {
            /** Format: uuid */
            roomId: string;
            title: string;
            description: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            attendeeCount: number | null;
            attendees: string[];
            status: components["schemas"]["BookingStatus"];
        };
        /**
         * @description One change of a booking.
         * @example {
         *       "version": 1,
         *       "action": "created",
         *       "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "at": "2026-02-27T14:12:00.000Z",
         *       "reason": null,
         *       "override": false,
         *       "before": null,
         *       "after": {
         *         "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *         "title": "Sprint planning",
         *         "description": "",
         *         "startsAt": "2026-03-02T09:00:00.000Z",
         *         "endsAt": "2026-03-02T10:00:00.000Z",
         *         "attendeeCount": 6,
         *         "attendees": [],
         *         "status": "confirmed"
         *       }
         *     }
         */
        BookingHistoryEntry: {
            /** @description The booking's version after the change. */
            version: number;
            /** @enum {string} */
            action: "created" | "updated" | "approved" | "rejected" | "expired" | "cancelled" | "ended" | "completed" | "erased";
            /**
             * Format: uuid
             * @description Who made it; `null` for what time, or the system, did.
             */
            actorId: string | null;
            /** Format: date-time */
            at: string;
            reason: string | null;
            /** @description Whether rules of the room were overridden. */
            override: boolean;
            /** @description `null` when the booking was created. */
            before: components["schemas"]["BookingSnapshot"] | null;
            after: components["schemas"]["BookingSnapshot"];
        };
        /**
         * @description A page of a booking's history.
         * @example {
         *       "items": [
         *         {
         *           "version": 1,
         *           "action": "created",
         *           "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "at": "2026-02-27T14:12:00.000Z",
         *           "reason": null,
         *           "override": false,
         *           "before": null,
         *           "after": {
         *             "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *             "title": "Sprint planning",
         *             "description": "",
         *             "startsAt": "2026-03-02T09:00:00.000Z",
         *             "endsAt": "2026-03-02T10:00:00.000Z",
         *             "attendeeCount": 6,
         *             "attendees": [],
         *             "status": "confirmed"
         *           }
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        BookingHistoryPage: {
            items: components["schemas"]["BookingHistoryEntry"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A series to be.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "title": "Sprint planning",
         *       "startsAt": "2026-03-02T10:00:00+01:00",
         *       "endsAt": "2026-03-02T11:00:00+01:00",
         *       "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
         *       "excludedStarts": [
         *         "2026-03-30T10:00:00+02:00"
         *       ],
         *       "onConflict": "skip"
         *     }
         */
        BookingSeriesCreate: {
            /** Format: uuid */
            roomId: string;
            /** Format: single-line */
            title: string;
            /** Format: multi-line */
            description?: string;
            /**
             * Format: date-time
             * @description When the first occurrence begins.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When the first occurrence ends.
             */
            endsAt: string;
            recurrence: components["schemas"]["Recurrence"];
            /** @description Starts of occurrences to leave out (EXDATE). */
            excludedStarts?: string[];
            /** @description How many people come; at most the room's capacity. */
            attendeeCount?: number;
            /** @description E-mail addresses of those who come; at most the room's capacity. Each of them gets mails as of a single booking, one for all that a request does to the series. */
            attendees?: string[];
            /**
             * @description `reject` books all occurrences or none; `skip` leaves out those that are taken or break a rule.
             * @default reject
             * @enum {string}
             */
            onConflict?: "reject" | "skip";
            /**
             * @description Check everything, change nothing.
             * @default false
             */
            dryRun?: boolean;
            /** @description Lets a `facility_manager` or `admin` past the room's rules, approval included; never past another booking, the room's capacity or a closure. The history says so. */
            override?: boolean;
        };
        /**
         * @description An RFC 5545 recurrence rule: `FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY), `INTERVAL`, `BYDAY` (with ordinals for months and years), `BYMONTH`, `BYMONTHDAY`, `BYSETPOS`, `WKST`, and either `COUNT` or `UNTIL`. Reckoned in the room's time zone. Days that do not exist are skipped; a local time that does not exist moves forward by the gap, an ambiguous one is the first.
         * @example FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20
         */
        Recurrence: string;
        /**
         * @description Bookings that recur.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "title": "Sprint planning",
         *       "description": "",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "timeZone": "Europe/Berlin",
         *       "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
         *       "excludedStarts": [],
         *       "attendeeCount": 6,
         *       "attendees": [],
         *       "status": "active",
         *       "cancellationReason": null,
         *       "splitFromSeriesId": null,
         *       "version": 1,
         *       "createdAt": "2026-02-27T14:12:00.000Z",
         *       "updatedAt": "2026-02-27T14:12:00.000Z"
         *     }
         */
        BookingSeries: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string;
            /** Format: uuid */
            userId: string;
            title: string;
            description: string;
            /**
             * Format: date-time
             * @description When the first occurrence begins.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When the first occurrence ends.
             */
            endsAt: string;
            /** @description IANA time zone in which it recurs. */
            timeZone: string;
            recurrence: components["schemas"]["Recurrence"];
            excludedStarts: string[];
            attendeeCount: number | null;
            attendees: string[];
            status: components["schemas"]["BookingSeriesStatus"];
            cancellationReason: string | null;
            /**
             * Format: uuid
             * @description The series that it was split from, by a change of an occurrence and those that follow.
             */
            splitFromSeriesId: string | null;
            /** @description Rises with every change of the series; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description When an occurrence begins by the clock, in the time zone of its series.
         * @example 2026-03-02T10:00:00
         */
        LocalStart: string;
        /**
         * @description A booking of a series, and which occurrence it is.
         * @example {
         *       "recurrenceId": "2026-03-02T10:00:00",
         *       "changed": false,
         *       "booking": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *         "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *         "title": "Sprint planning",
         *         "description": "",
         *         "startsAt": "2026-03-02T09:00:00.000Z",
         *         "endsAt": "2026-03-02T10:00:00.000Z",
         *         "attendeeCount": 6,
         *         "attendees": [
         *           "uma@example.com"
         *         ],
         *         "status": "confirmed",
         *         "cancellationReason": null,
         *         "decisionReason": null,
         *         "seriesId": null,
         *         "originalStartsAt": null,
         *         "version": 1,
         *         "createdAt": "2026-02-27T14:12:00.000Z",
         *         "updatedAt": "2026-02-27T14:12:00.000Z"
         *       }
         *     }
         */
        ScheduledBooking: {
            /** @description Names the occurrence (RECURRENCE-ID). */
            recurrenceId: components["schemas"]["LocalStart"];
            /** @description Whether it is other than the series says, in time, room or title; or its clock time may be understood in two ways. */
            changed: boolean;
            booking: components["schemas"]["Booking"];
        };
        /**
         * @description A series in the terms of RFC 5545.
         * @example {
         *       "series": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *         "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *         "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *         "title": "Sprint planning",
         *         "description": "",
         *         "startsAt": "2026-03-02T09:00:00.000Z",
         *         "endsAt": "2026-03-02T10:00:00.000Z",
         *         "timeZone": "Europe/Berlin",
         *         "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
         *         "excludedStarts": [],
         *         "attendeeCount": 6,
         *         "attendees": [],
         *         "status": "active",
         *         "cancellationReason": null,
         *         "splitFromSeriesId": null,
         *         "version": 1,
         *         "createdAt": "2026-02-27T14:12:00.000Z",
         *         "updatedAt": "2026-02-27T14:12:00.000Z"
         *       },
         *       "localStart": "2026-03-02T10:00:00",
         *       "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20260706T215959Z",
         *       "excludedLocalStarts": [
         *         "2026-03-16T10:00:00"
         *       ],
         *       "occurrences": [
         *         {
         *           "recurrenceId": "2026-03-02T10:00:00",
         *           "changed": false,
         *           "booking": {
         *             "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *             "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *             "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *             "title": "Sprint planning",
         *             "description": "",
         *             "startsAt": "2026-03-02T09:00:00.000Z",
         *             "endsAt": "2026-03-02T10:00:00.000Z",
         *             "attendeeCount": 6,
         *             "attendees": [
         *               "uma@example.com"
         *             ],
         *             "status": "confirmed",
         *             "cancellationReason": null,
         *             "decisionReason": null,
         *             "seriesId": null,
         *             "originalStartsAt": null,
         *             "version": 1,
         *             "createdAt": "2026-02-27T14:12:00.000Z",
         *             "updatedAt": "2026-02-27T14:12:00.000Z"
         *           }
         *         }
         *       ]
         *     }
         */
        BookingSeriesSchedule: {
            series: components["schemas"]["BookingSeries"];
            localStart: components["schemas"]["LocalStart"];
            /** @description A rule (RRULE) with its end as UNTIL, whether that was asked for or COUNT. It is the rule of the series where that has all occurrences and every calendar program reads it, otherwise a weekly one. `null` when nothing is booked. */
            recurrence: string | null;
            /** @description Occurrences of the rule that are not booked (EXDATE). */
            excludedLocalStarts: components["schemas"]["LocalStart"][];
            /** @description Every booking of the series, in any state, by start. */
            occurrences: components["schemas"]["ScheduledBooking"][];
        };
        /**
         * @description An occurrence that could not be booked, and why.
         * @example {
         *       "startsAt": "2026-03-16T09:00:00.000Z",
         *       "endsAt": "2026-03-16T10:00:00.000Z",
         *       "conflicts": [
         *         {
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "startsAt": "2026-03-16T09:30:00.000Z",
         *           "endsAt": "2026-03-16T11:00:00.000Z"
         *         }
         *       ],
         *       "violations": []
         *     }
         */
        SkippedOccurrence: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description What is booked at that time. */
            conflicts: components["schemas"]["BusyInterval"][];
            /** @description The rules that it would break. */
            violations: components["schemas"]["PolicyViolation"][];
        };
        /**
         * @description What became of a series.
         * @example {
         *       "series": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *         "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *         "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *         "title": "Sprint planning",
         *         "description": "",
         *         "startsAt": "2026-03-02T09:00:00.000Z",
         *         "endsAt": "2026-03-02T10:00:00.000Z",
         *         "timeZone": "Europe/Berlin",
         *         "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
         *         "excludedStarts": [],
         *         "attendeeCount": 6,
         *         "attendees": [],
         *         "status": "active",
         *         "cancellationReason": null,
         *         "splitFromSeriesId": null,
         *         "version": 1,
         *         "createdAt": "2026-02-27T14:12:00.000Z",
         *         "updatedAt": "2026-02-27T14:12:00.000Z"
         *       },
         *       "bookings": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "title": "Sprint planning",
         *           "description": "",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z",
         *           "attendeeCount": 6,
         *           "attendees": [
         *             "uma@example.com"
         *           ],
         *           "status": "confirmed",
         *           "cancellationReason": null,
         *           "decisionReason": null,
         *           "seriesId": null,
         *           "originalStartsAt": null,
         *           "version": 1,
         *           "createdAt": "2026-02-27T14:12:00.000Z",
         *           "updatedAt": "2026-02-27T14:12:00.000Z"
         *         }
         *       ],
         *       "skipped": [
         *         {
         *           "startsAt": "2026-03-16T09:00:00.000Z",
         *           "endsAt": "2026-03-16T10:00:00.000Z",
         *           "conflicts": [
         *             {
         *               "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *               "startsAt": "2026-03-16T09:30:00.000Z",
         *               "endsAt": "2026-03-16T11:00:00.000Z"
         *             }
         *           ],
         *           "violations": []
         *         }
         *       ]
         *     }
         */
        BookingSeriesOutcome: {
            series: components["schemas"]["BookingSeries"];
            /** @description The bookings that were made, changed, decided on or cancelled, by start. */
            bookings: components["schemas"]["Booking"][];
            /** @description The occurrences that were left out. */
            skipped: components["schemas"]["SkippedOccurrence"][];
        };
        /**
         * @description What changes of a series.
         * @example {
         *       "scope": "following",
         *       "from": "2026-03-16T10:00:00+01:00",
         *       "startTime": "11:00"
         *     }
         */
        BookingSeriesUpdate: {
            scope: components["schemas"]["SeriesScope"];
            /**
             * Format: date-time
             * @description The `originalStartsAt` of the first occurrence that changes; with `following` only.
             */
            from?: string;
            /** Format: uuid */
            roomId?: string;
            /** Format: single-line */
            title?: string;
            /** Format: multi-line */
            description?: string;
            /** @description The local time at which the occurrences begin. */
            startTime?: string;
            /** @description How long the occurrences last. */
            durationMinutes?: number;
            recurrence?: components["schemas"]["Recurrence"];
            attendeeCount?: number | null;
            /** @description Everybody who comes; replaces the list. Those who are new get an invitation, those who are left out its cancellation. */
            attendees?: string[];
            /**
             * @description Check everything, change nothing.
             * @default false
             */
            dryRun?: boolean;
            /** @description Lets a `facility_manager` or `admin` past the room's rules, approval included; never past another booking, the room's capacity or a closure. The history says so. */
            override?: boolean;
        };
        /**
         * @description Whether a series goes on.
         * @enum {string}
         */
        BookingSeriesStatus: "active" | "cancelled";
        /**
         * @description `all` occurrences that have not begun, or one and those that are `following` it.
         * @enum {string}
         */
        SeriesScope: "all" | "following";
        /**
         * @description What is cancelled of a series, and why.
         * @example {
         *       "scope": "all",
         *       "reason": "The project is over"
         *     }
         */
        BookingSeriesCancellation: {
            scope: components["schemas"]["SeriesScope"];
            /**
             * Format: date-time
             * @description The `originalStartsAt` of the first occurrence that is cancelled; with `following` only.
             */
            from?: string;
            /** Format: single-line */
            reason?: string;
        };
        /**
         * @description A feed to be.
         * @example {
         *       "name": "My meetings"
         *     }
         */
        CalendarFeedCreate: {
            /**
             * Format: single-line
             * @description What the calendar is called; without it, after what it shows.
             */
            name?: string;
            /**
             * Format: uuid
             * @description The room whose bookings it shows; without it, it shows one's own.
             */
            roomId?: string;
        };
        /**
         * @description A calendar feed.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *       "name": "My meetings",
         *       "roomId": null,
         *       "createdAt": "2026-02-27T14:12:00.000Z"
         *     }
         */
        CalendarFeed: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: uuid
             * @description The room whose bookings it shows; `null` when it shows one's own.
             */
            roomId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description A calendar feed, with its secret URL.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *       "name": "My meetings",
         *       "roomId": null,
         *       "createdAt": "2026-02-27T14:12:00.000Z",
         *       "url": "http://127.0.0.1:5003/api/v1/calendars/h7Vz0Yt3mEwq9uXbJc5kRf2LsD8nPaGo1iKT6vNxZ4Q"
         *     }
         */
        CalendarFeedCreated: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            roomId: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: uri
             * @description Where calendar programs read it. Shown this once.
             */
            url: string;
        };
        /**
         * @description A page of calendar feeds.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *           "name": "My meetings",
         *           "roomId": null,
         *           "createdAt": "2026-02-27T14:12:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        CalendarFeedPage: {
            items: components["schemas"]["CalendarFeed"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How many bookings there are in each state.
         * @example {
         *       "pending": 0,
         *       "confirmed": 3,
         *       "completed": 40,
         *       "cancelled": 5,
         *       "rejected": 1
         *     }
         */
        BookingTotals: {
            pending: number;
            confirmed: number;
            completed: number;
            cancelled: number;
            rejected: number;
        };
        /**
         * @description How a room is used.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "name": "Aurora",
         *       "building": "North",
         *       "timeZone": "Europe/Berlin",
         *       "bookedHours": 42.5,
         *       "openHours": 330,
         *       "utilisation": 0.129
         *     }
         */
        RoomUsage: {
            /** Format: uuid */
            roomId: string;
            name: string;
            building: string;
            timeZone: string;
            bookedHours: number;
            /** @description Opening hours less closures. */
            openHours: number;
            /** @description The part of the open hours that is booked; `null` for a room that is never open. */
            utilisation: number | null;
        };
        /**
         * @description How much is booked in an hour of the day.
         * @example {
         *       "hour": 10,
         *       "bookedHours": 12.5
         *     }
         */
        HourUsage: {
            /** @description The local hour, from its beginning to the next. */
            hour: number;
            bookedHours: number;
        };
        /**
         * @description How rooms are used.
         * @example {
         *       "from": "2026-03-01T00:00:00.000Z",
         *       "to": "2026-04-01T00:00:00.000Z",
         *       "totals": {
         *         "pending": 0,
         *         "confirmed": 3,
         *         "completed": 40,
         *         "cancelled": 5,
         *         "rejected": 1
         *       },
         *       "bookedHours": 42.5,
         *       "openHours": 330,
         *       "utilisation": 0.129,
         *       "rooms": [
         *         {
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "name": "Aurora",
         *           "building": "North",
         *           "timeZone": "Europe/Berlin",
         *           "bookedHours": 42.5,
         *           "openHours": 330,
         *           "utilisation": 0.129
         *         }
         *       ],
         *       "hours": [
         *         {
         *           "hour": 10,
         *           "bookedHours": 12.5
         *         }
         *       ]
         *     }
         */
        BookingStatistics: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            totals: components["schemas"]["BookingTotals"];
            bookedHours: number;
            openHours: number;
            utilisation: number | null;
            /** @description Each room, the most booked first. */
            rooms: components["schemas"]["RoomUsage"][];
            /** @description The 24 hours of the day. */
            hours: components["schemas"]["HourUsage"][];
        };
        /**
         * @description `room_utilisation`: each room with its booked and open hours, as in `getBookingStatistics`. `bookings`: those that begin in the range, by start. `cancellations`: those of them that were cancelled. `peak_hours`: what is booked in each local hour of the week.
         * @enum {string}
         */
        ReportKind: "room_utilisation" | "bookings" | "cancellations" | "peak_hours";
        /**
         * @description `csv` for spreadsheets, `json` for one document, `ndjson` for one object a line.
         * @enum {string}
         */
        ReportFormat: "csv" | "json" | "ndjson";
        /**
         * @description `queued` and `running` reports are being made; `done` ones can be downloaded until they are `expired`.
         * @enum {string}
         */
        ReportStatus: "queued" | "running" | "done" | "failed" | "cancelled" | "expired";
        /**
         * @description A report to be.
         * @example {
         *       "kind": "bookings",
         *       "format": "csv",
         *       "from": "2026-01-01T00:00:00+01:00",
         *       "to": "2027-01-01T00:00:00+01:00",
         *       "building": "North"
         *     }
         */
        ReportCreate: {
            kind: components["schemas"]["ReportKind"];
            format: components["schemas"]["ReportFormat"];
            /**
             * Format: date-time
             * @description Where to begin.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where to end; after `from`, at most 366 days, and an hour for a change of clocks.
             */
            to: string;
            /**
             * Format: single-line
             * @description Only rooms of this building, regardless of case.
             */
            building?: string;
        };
        /**
         * @description Why a report could not be made.
         * @example {
         *       "code": "dependency.unavailable",
         *       "message": "The rooms service could not be reached. Order the report again."
         *     }
         */
        ReportFailure: {
            /** @description One of the error codes. */
            code: string;
            message: string;
        };
        /**
         * @description A report, and how far it is.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "kind": "bookings",
         *       "format": "csv",
         *       "from": "2025-12-31T23:00:00.000Z",
         *       "to": "2026-12-31T23:00:00.000Z",
         *       "building": "North",
         *       "status": "running",
         *       "progress": 40,
         *       "rowCount": 18200,
         *       "sizeBytes": 5242880,
         *       "failure": null,
         *       "createdAt": "2026-03-02T09:00:00.000Z",
         *       "startedAt": "2026-03-02T09:00:01.000Z",
         *       "finishedAt": null,
         *       "expiresAt": null,
         *       "version": 23,
         *       "updatedAt": "2026-03-02T09:00:04.000Z"
         *     }
         */
        Report: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Who ordered it.
             */
            userId: string;
            kind: components["schemas"]["ReportKind"];
            format: components["schemas"]["ReportFormat"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description The building that it is about; `null` for all. */
            building: string | null;
            status: components["schemas"]["ReportStatus"];
            /** @description How much is made, in per cent; 100 when it is done. */
            progress: number;
            /** @description How many rows there are so far. */
            rowCount: number;
            /** @description How large the file is so far. */
            sizeBytes: number;
            /** @description Why it `failed`, if it did. */
            failure: components["schemas"]["ReportFailure"] | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its making began.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it was done, failed or cancelled.
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description Until when it can be downloaded.
             */
            expiresAt: string | null;
            /** @description Rises with every change, progress included; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description A page of reports.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "kind": "bookings",
         *           "format": "csv",
         *           "from": "2025-12-31T23:00:00.000Z",
         *           "to": "2026-12-31T23:00:00.000Z",
         *           "building": "North",
         *           "status": "running",
         *           "progress": 40,
         *           "rowCount": 18200,
         *           "sizeBytes": 5242880,
         *           "failure": null,
         *           "createdAt": "2026-03-02T09:00:00.000Z",
         *           "startedAt": "2026-03-02T09:00:01.000Z",
         *           "finishedAt": null,
         *           "expiresAt": null,
         *           "version": 23,
         *           "updatedAt": "2026-03-02T09:00:04.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ReportPage: {
            items: components["schemas"]["Report"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What a report is about.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "kind": "bookings",
         *       "from": "2025-12-31T23:00:00.000Z",
         *       "to": "2026-12-31T23:00:00.000Z",
         *       "building": "North",
         *       "createdAt": "2026-03-02T09:00:00.000Z"
         *     }
         */
        ReportDescription: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ReportKind"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            building: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description What the clock shows in the room's time zone, in the form that spreadsheets read as a date.
         * @example 2026-03-02 10:00:00
         */
        ReportLocalTime: string;
        /**
         * @description A row of `bookings`, one for each booking in whatever state.
         * @example {
         *       "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "roomName": "Aurora",
         *       "building": "North",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "title": "Sprint planning",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "timeZone": "Europe/Berlin",
         *       "localStartsAt": "2026-03-02 10:00:00",
         *       "localEndsAt": "2026-03-02 11:00:00",
         *       "attendeeCount": 6,
         *       "status": "confirmed",
         *       "seriesId": null,
         *       "createdAt": "2026-02-27T14:12:00.000Z"
         *     }
         */
        ReportBooking: {
            /** Format: uuid */
            bookingId: string;
            /** Format: uuid */
            roomId: string;
            roomName: string;
            building: string;
            /** Format: uuid */
            userId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description IANA time zone of the room. */
            timeZone: string;
            localStartsAt: components["schemas"]["ReportLocalTime"];
            localEndsAt: components["schemas"]["ReportLocalTime"];
            attendeeCount: number | null;
            status: components["schemas"]["BookingStatus"];
            /** Format: uuid */
            seriesId: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description A row of `cancellations`.
         * @example {
         *       "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "roomName": "Aurora",
         *       "building": "North",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "title": "Sprint planning",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "timeZone": "Europe/Berlin",
         *       "localStartsAt": "2026-03-02 10:00:00",
         *       "localEndsAt": "2026-03-02 11:00:00",
         *       "cancelledAt": "2026-03-01T09:00:00.000Z",
         *       "localCancelledAt": "2026-03-01 10:00:00",
         *       "cancelledBy": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "noticeMinutes": 1440,
         *       "reason": null
         *     }
         */
        ReportCancellation: {
            /** Format: uuid */
            bookingId: string;
            /** Format: uuid */
            roomId: string;
            roomName: string;
            building: string;
            /** Format: uuid */
            userId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description IANA time zone of the room. */
            timeZone: string;
            localStartsAt: components["schemas"]["ReportLocalTime"];
            localEndsAt: components["schemas"]["ReportLocalTime"];
            /** Format: date-time */
            cancelledAt: string;
            localCancelledAt: components["schemas"]["ReportLocalTime"];
            /**
             * Format: uuid
             * @description Who cancelled; `null` when the system did.
             */
            cancelledBy: string | null;
            /** @description How long before the start, rounded down; negative when it had begun. */
            noticeMinutes: number;
            reason: string | null;
        };
        /**
         * @description A row of `peak_hours`, one for each hour of the week from Monday on.
         * @example {
         *       "weekday": "tuesday",
         *       "hour": 10,
         *       "bookedHours": 12.5
         *     }
         */
        PeakHour: {
            /** @enum {string} */
            weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /** @description The hour in each room's local time, from its beginning to the next. */
            hour: number;
            bookedHours: number;
        };
        /**
         * @description A report as one JSON document. All rows are of one form, that of its `kind`.
         * @example {
         *       "report": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "kind": "bookings",
         *         "from": "2025-12-31T23:00:00.000Z",
         *         "to": "2026-12-31T23:00:00.000Z",
         *         "building": "North",
         *         "createdAt": "2026-03-02T09:00:00.000Z"
         *       },
         *       "rows": [
         *         {
         *           "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "roomName": "Aurora",
         *           "building": "North",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "title": "Sprint planning",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z",
         *           "timeZone": "Europe/Berlin",
         *           "localStartsAt": "2026-03-02 10:00:00",
         *           "localEndsAt": "2026-03-02 11:00:00",
         *           "attendeeCount": 6,
         *           "status": "confirmed",
         *           "seriesId": null,
         *           "createdAt": "2026-02-27T14:12:00.000Z"
         *         }
         *       ]
         *     }
         */
        ReportDocument: {
            report: components["schemas"]["ReportDescription"];
            rows: (components["schemas"]["RoomUsage"] | components["schemas"]["ReportBooking"] | components["schemas"]["ReportCancellation"] | components["schemas"]["PeakHour"])[];
        };
        /**
         * @description The sign of life of a service.
         * @example {
         *       "status": "ok",
         *       "service": "rooms",
         *       "version": "1.0.0",
         *       "uptimeSeconds": 4711
         *     }
         */
        Health: {
            /** @enum {string} */
            status: "ok";
            service: string;
            version: string;
            uptimeSeconds: number;
        };
        /**
         * @description One fault of a request.
         * @example {
         *       "path": "body.title",
         *       "message": "must NOT have fewer than 3 characters"
         *     }
         */
        ErrorDetail: {
            /** @description Where the fault is: `body.title`, `query.limit`, `params.roomId`. */
            path: string;
            /** @description What is wrong there. */
            message: string;
        };
        /**
         * @description Every failure of every service has this form.
         * @example {
         *       "error": "Conflict",
         *       "message": "Room is already booked from 10:00 to 11:00.",
         *       "code": "booking.conflict",
         *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
         *     }
         */
        ErrorBody: {
            /** @description The status phrase. */
            error: string;
            /** @description What happened and what to do about it, for people. */
            message: string;
            /** @description Stable name of the failure, for programs. The catalogue of errors lists them all. */
            code: string;
            /** @description Finds the request in the logs. */
            correlationId: string;
            /** @description What is wrong, piece by piece. Of more than 50 faults, the first 50. */
            details?: components["schemas"]["ErrorDetail"][];
        };
        /**
         * @description The state of one dependency.
         * @example {
         *       "name": "database",
         *       "needed": true,
         *       "status": "up",
         *       "latencyMilliseconds": 0.8
         *     }
         */
        DependencyState: {
            name: string;
            /** @description Whether the service is unready without it. */
            needed: boolean;
            /** @enum {string} */
            status: "up" | "down";
            latencyMilliseconds: number;
        };
        /**
         * @description The state of a service and of what it depends on.
         * @example {
         *       "status": "ready",
         *       "dependencies": [
         *         {
         *           "name": "database",
         *           "needed": true,
         *           "status": "up",
         *           "latencyMilliseconds": 0.8
         *         },
         *         {
         *           "name": "cache",
         *           "needed": false,
         *           "status": "down",
         *           "latencyMilliseconds": 1000
         *         }
         *       ]
         *     }
         */
        Readiness: {
            /** @enum {string} */
            status: "ready";
            dependencies: components["schemas"]["DependencyState"][];
        };
    };
    responses: {
        /** @description The room is taken, or cannot be booked, or the booking's state does not allow it. `details` holds what is in the way; of a room that cannot be booked because of its status, every rule that the booking breaks, the status included. */
        BookingConflict: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BookingConflictError"];
            };
        };
        /** @description It makes no sense, or breaks rules of the room. `details` holds every rule that it breaks. */
        BookingPolicyViolation: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BookingPolicyError"];
            };
        };
        /** @description The request is malformed or holds invalid data. `details` names each fault. */
        BadRequest: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Bad Request",
                 *       "message": "The request is invalid: body.title must NOT have fewer than 3 characters.",
                 *       "code": "request.invalid",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
                 *       "details": [
                 *         {
                 *           "path": "body.title",
                 *           "message": "must NOT have fewer than 3 characters"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The service failed. The correlation id finds the cause in its log. */
        InternalServerError: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Internal Server Error",
                 *       "message": "Something went wrong on our side. Quote the correlation id when you report it.",
                 *       "code": "internal",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Something that the service depends on is down, or the service is overloaded. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Service Unavailable",
                 *       "message": "The database cannot be reached. Try again in 5 seconds.",
                 *       "code": "dependency.unavailable",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no token, or it is not valid (any more). */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Unauthorized",
                 *       "message": "The access token has expired. Refresh the session and try again.",
                 *       "code": "auth.token_expired",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The token is good, but its holder may not do this. */
        Forbidden: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Forbidden",
                 *       "message": "This needs one of the roles facility_manager, admin; yours is user.",
                 *       "code": "auth.role_missing",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request is well-formed, but what it asks for makes no sense. */
        UnprocessableContent: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Unprocessable Entity",
                 *       "message": "endsAt must be after startsAt.",
                 *       "code": "booking.interval_invalid",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller has used up its rate, or has too many requests under way at once. Requests that are refused for their token, role, path or method are counted by themselves. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Too Many Requests",
                 *       "message": "Too many requests. Try again in 12 seconds.",
                 *       "code": "request.rate_limited",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such thing, or the caller may not know of it. */
        NotFound: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Not Found",
                 *       "message": "There is no room 01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10.",
                 *       "code": "room.not_found",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than the service takes. */
        PayloadTooLarge: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Payload Too Large",
                 *       "message": "The body is larger than 131072 bytes. Send less.",
                 *       "code": "request.too_large",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is not JSON in UTF-8, or is compressed. */
        UnsupportedMediaType: {
            headers: {
                "Accept-Encoding": components["headers"]["AcceptEncoding"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Unsupported Media Type",
                 *       "message": "Send the body as application/json.",
                 *       "code": "request.media_type_unsupported",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The copy at hand is still right. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The resource has changed since the version that `If-Match` names. */
        PreconditionFailed: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Precondition Failed",
                 *       "message": "This is no longer the current version. Get it again and repeat the change.",
                 *       "code": "request.version_stale",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request contradicts what is stored, or the state that it is in. */
        Conflict: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "Conflict",
                 *       "message": "There is already a room Aurora on this floor of the building. Choose another name.",
                 *       "code": "room.name_taken",
                 *       "correlationId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description The booking. */
        BookingId: string;
        /** @description The series. */
        SeriesId: string;
        /** @description The report. */
        ReportId: string;
        /** @description How many items a page holds at most. */
        Limit: number;
        /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
        Cursor: string;
        /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
        IdempotencyKey: string;
        /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
        IfNoneMatch: string;
        /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
        /** @description The next page, as `<path>; rel="next"`. Absent on the last page. */
        Link: string;
        /** @description How to authenticate, as of RFC 6750. */
        WWWAuthenticate: string;
        /** @description Path of what was created. */
        Location: string;
        /** @description Identifies this version of the resource; for `If-Match` and `If-None-Match`. */
        ETag: string;
        /** @description `true` when this is the stored answer of an earlier request with the same `Idempotency-Key`; absent otherwise. */
        IdempotencyReplayed: "true";
        /** @description The content codings that bodies may have (RFC 9110, section 15.5.16); there when the body had another. */
        AcceptEncoding: string;
        /** @description Identifies the request in logs, in events and in calls between services. Taken from the request's `X-Correlation-Id` when that has 8 to 64 letters, digits, dots, dashes and underscores; otherwise made. */
        CorrelationId: string;
        /** @description Requests allowed in the current window. Absent from probes, for services, and from requests that are refused because the service is overloaded or closing. */
        RateLimitLimit: number;
        /** @description Requests left in the current window. */
        RateLimitRemaining: number;
        /** @description Seconds until the window ends. */
        RateLimitReset: number;
        /** @description Who may keep the answer (RFC 9111): nobody (`no-store`), or, where there is an `ETag`, only the caller, who asks again each time (`private, no-cache`). Where an answer may be kept longer, this says how long. */
        CacheControl: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is alive. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every needed dependency answers. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description Only bookings of this room. */
                roomId?: string;
                /** @description Only bookings of this user; another than oneself only for `facility_manager` and `admin`. */
                userId?: string;
                /** @description Only occurrences of this series. */
                seriesId?: string;
                /** @description Only bookings in this state. */
                status?: components["schemas"]["BookingStatus"];
                /** @description `true`: only pending and confirmed bookings, which are not over; `false`: only the others. */
                upcoming?: boolean;
                /** @description Only bookings that end after this instant. */
                from?: string;
                /** @description Only bookings that start before this instant. */
                to?: string;
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bookings. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingCreate"];
            };
        };
        responses: {
            /** @description A dry run. The booking as it would be; nothing was saved, and its `id` means nothing. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description The room is booked. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BookingPolicyViolation"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingUpdate"];
            };
        };
        responses: {
            /** @description The booking after the change. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BookingPolicyViolation"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BookingCancellation"];
            };
        };
        responses: {
            /** @description The booking is cancelled. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BookingDecision"];
            };
        };
        responses: {
            /** @description The booking is confirmed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rejectBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BookingDecision"];
            };
        };
        responses: {
            /** @description The booking is rejected. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking is completed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBookingHistory: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description The booking. */
                bookingId: components["parameters"]["BookingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingHistoryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkAvailability: {
        parameters: {
            query: {
                /** @description The room. */
                roomId: string;
                /** @description Where the interval begins. */
                startsAt: string;
                /** @description Where it ends; after `startsAt`. */
                endsAt: string;
                /** @description How many people come. */
                attendeeCount?: number;
                /** @description A booking to leave out, as when it is to be moved. One of the caller; `facility_manager` and `admin` may name any. */
                excludeBookingId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the check found. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBusyIntervals: {
        parameters: {
            query: {
                /** @description Only these rooms; give the parameter once for each. Without it, all rooms. */
                roomId?: string[];
                /** @description Where to begin. */
                from: string;
                /** @description Where to end; after `from`. */
                to: string;
                /** @description How many of the rooms in `roomId` have to be free throughout the range. When fewer are, the answer is for all rooms: who looks for free rooms asks about the best of them, and needs no second request when those are taken. Without `roomId` it means nothing. */
                freeAtLeast?: number;
                /** @description Whether to give id and title of the bookings that you may see. */
                titles?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The intervals that overlap the range. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusyIntervalList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingSeriesCreate"];
            };
        };
        responses: {
            /** @description A dry run. The series as it would be; nothing was saved, and its ids mean nothing. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            /** @description The series is booked. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BookingPolicyViolation"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeries"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingSeriesUpdate"];
            };
        };
        responses: {
            /** @description The series that holds the changed occurrences, and these. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["BookingConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BookingPolicyViolation"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBookingSeriesSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesSchedule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingSeriesCancellation"];
            };
        };
        responses: {
            /** @description The series, and the bookings that were cancelled. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BookingDecision"];
            };
        };
        responses: {
            /** @description The series, and the bookings that were confirmed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rejectBookingSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The series. */
                seriesId: components["parameters"]["SeriesId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BookingDecision"];
            };
        };
        responses: {
            /** @description The series, and the bookings that were rejected. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSeriesOutcome"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCalendarFeeds: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of feeds. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarFeedCreate"];
            };
        };
        responses: {
            /** @description The feed is made. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The feed. */
                feedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The feed. */
                feedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed is no more. */
            204: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description What the URL of the feed ends with. `.ics` after it is allowed, because some programs add it. */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description The copy at hand is still right. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBookingStatistics: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: string;
                /** @description Where to end; after `from`. */
                to: string;
                /** @description Only this room. */
                roomId?: string;
                /** @description Only rooms of this building, regardless of case. */
                building?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStatistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCreate"];
            };
        };
        responses: {
            /** @description The report will be made. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description A name for the file, as of RFC 6266. */
                    "Content-Disposition"?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/json": components["schemas"]["ReportDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The report. */
                reportId: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report is cancelled. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
