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
    "/api/v1/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rooms
         * @description Rooms by name, those that all given filters let through. Retired rooms are left out.
         */
        get: operations["listRooms"];
        put?: never;
        /**
         * Create a room
         * @description Adds a room to the catalogue. Its name is unique within building and floor, regardless of case. Publishes `room.created`.
         */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * Get a room
         * @description The whole record of a room.
         */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{roomId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * See when a room is free
         * @description The busy and the free intervals of a room between two instants at most 31 days apart. Intervals are half-open: one that ends when another begins does not touch it.
         */
        get: operations["getRoomAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{roomId}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * List when a room is closed
         * @description The closures of the room itself, of its floor and of its building between two instants at most 3 years apart, by start. Cancelled closures are left out. Not paged: the range bounds it.
         */
        get: operations["listRoomClosures"];
        put?: never;
        post?: never;
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
         * @description A room to be.
         * @example {
         *       "name": "Aurora",
         *       "capacity": 8,
         *       "floor": 3,
         *       "building": "North",
         *       "description": "Quiet room with a view of the park.",
         *       "timeZone": "Europe/Berlin",
         *       "amenities": [
         *         "projector",
         *         "whiteboard"
         *       ]
         *     }
         */
        RoomCreate: {
            /** Format: single-line */
            name: string;
            /** @description How many people fit in. */
            capacity: number;
            floor: number;
            /** Format: single-line */
            building: string;
            /** Format: multi-line */
            description?: string;
            /** @description IANA time zone in which the room's hours and days are reckoned. */
            timeZone: string;
            /** @description Names of what the room offers. */
            amenities?: string[];
            openingHours?: components["schemas"]["OpeningHours"];
            policy?: components["schemas"]["BookingPolicyInput"];
        };
        /**
         * @description A room of the catalogue.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "name": "Aurora",
         *       "capacity": 8,
         *       "floor": 3,
         *       "building": "North",
         *       "description": "Quiet room with a view of the park.",
         *       "timeZone": "Europe/Berlin",
         *       "amenities": [
         *         "projector",
         *         "whiteboard"
         *       ],
         *       "openingHours": {
         *         "monday": {
         *           "opens": "07:00",
         *           "closes": "22:00"
         *         },
         *         "tuesday": {
         *           "opens": "07:00",
         *           "closes": "22:00"
         *         },
         *         "wednesday": {
         *           "opens": "07:00",
         *           "closes": "22:00"
         *         },
         *         "thursday": {
         *           "opens": "07:00",
         *           "closes": "22:00"
         *         },
         *         "friday": {
         *           "opens": "07:00",
         *           "closes": "18:00"
         *         },
         *         "saturday": null,
         *         "sunday": null
         *       },
         *       "policy": {
         *         "minimumMinutes": 15,
         *         "maximumMinutes": 480,
         *         "noticeMinutes": 0,
         *         "maximumDaysAhead": 180,
         *         "bufferMinutes": 0,
         *         "requiresApproval": false
         *       },
         *       "status": "available",
         *       "version": 1,
         *       "createdAt": "2026-03-02T09:30:00.000Z",
         *       "updatedAt": "2026-03-02T09:30:00.000Z"
         *     }
         */
        Room: {
            /** Format: uuid */
            id: string;
            name: string;
            capacity: number;
            floor: number;
            building: string;
            description: string;
            /** @description IANA time zone in which the room's hours and days are reckoned. */
            timeZone: string;
            amenities: string[];
            openingHours: components["schemas"]["OpeningHours"];
            policy: components["schemas"]["BookingPolicy"];
            status: components["schemas"]["RoomStatus"];
            /** @description Rises with every change; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description When the room can be used on each weekday, in its own time zone; `null` where it is closed all day. Left out, 07:00 to 22:00 on every day.
         * @example {
         *       "monday": {
         *         "opens": "07:00",
         *         "closes": "22:00"
         *       },
         *       "tuesday": {
         *         "opens": "07:00",
         *         "closes": "22:00"
         *       },
         *       "wednesday": {
         *         "opens": "07:00",
         *         "closes": "22:00"
         *       },
         *       "thursday": {
         *         "opens": "07:00",
         *         "closes": "22:00"
         *       },
         *       "friday": {
         *         "opens": "07:00",
         *         "closes": "18:00"
         *       },
         *       "saturday": null,
         *       "sunday": null
         *     }
         */
        OpeningHours: {
            monday: components["schemas"]["OpeningTime"];
            tuesday: components["schemas"]["OpeningTime"];
            wednesday: components["schemas"]["OpeningTime"];
            thursday: components["schemas"]["OpeningTime"];
            friday: components["schemas"]["OpeningTime"];
            saturday: components["schemas"]["OpeningTime"];
            sunday: components["schemas"]["OpeningTime"];
        };
        /** @description The hours of one day; `null` when closed. */
        OpeningTime: components["schemas"]["DayHours"] | null;
        /**
         * @description Local times of one day.
         * @example {
         *       "opens": "07:00",
         *       "closes": "22:00"
         *     }
         */
        DayHours: {
            opens: string;
            /** @description After `opens`; `24:00` is the end of the day. */
            closes: string;
        };
        /**
         * @description The rules of a room's bookings that differ from the usual.
         * @example {
         *       "maximumMinutes": 120,
         *       "requiresApproval": true
         *     }
         */
        BookingPolicyInput: {
            minimumMinutes?: number;
            maximumMinutes?: number;
            noticeMinutes?: number;
            maximumDaysAhead?: number;
            bufferMinutes?: number;
            requiresApproval?: boolean;
        };
        /**
         * @description The rules of a room's bookings.
         * @example {
         *       "minimumMinutes": 15,
         *       "maximumMinutes": 480,
         *       "noticeMinutes": 0,
         *       "maximumDaysAhead": 180,
         *       "bufferMinutes": 0,
         *       "requiresApproval": false
         *     }
         */
        BookingPolicy: {
            /** @description How long a booking lasts at least. Usually 15. */
            minimumMinutes: number;
            /** @description How long a booking lasts at most. Usually 480. */
            maximumMinutes: number;
            /** @description How long before its start a booking is made at the latest. Usually 0. */
            noticeMinutes: number;
            /** @description How many days ahead a booking may end. Usually 180. */
            maximumDaysAhead: number;
            /** @description How long the room stays empty between two bookings. Usually 0. */
            bufferMinutes: number;
            /** @description Whether a facility manager has to approve each booking. Usually not. */
            requiresApproval: boolean;
        };
        /**
         * @description A time in which a room is closed.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *       "startsAt": "2026-03-02T08:00:00.000Z",
         *       "endsAt": "2026-03-04T16:00:00.000Z",
         *       "reason": "New carpet"
         *     }
         */
        RoomClosure: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
        };
        /**
         * @description When a room is closed.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *           "startsAt": "2026-03-02T08:00:00.000Z",
         *           "endsAt": "2026-03-04T16:00:00.000Z",
         *           "reason": "New carpet"
         *         }
         *       ]
         *     }
         */
        RoomClosureList: {
            items: components["schemas"]["RoomClosure"][];
        };
        /**
         * @description `available` rooms can be booked; `retired` rooms are kept for the record alone.
         * @enum {string}
         */
        RoomStatus: "available" | "maintenance" | "unavailable" | "retired";
        /**
         * @description A page of rooms.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "name": "Aurora",
         *           "capacity": 8,
         *           "floor": 3,
         *           "building": "North",
         *           "description": "Quiet room with a view of the park.",
         *           "timeZone": "Europe/Berlin",
         *           "amenities": [
         *             "projector",
         *             "whiteboard"
         *           ],
         *           "openingHours": {
         *             "monday": {
         *               "opens": "07:00",
         *               "closes": "22:00"
         *             },
         *             "tuesday": {
         *               "opens": "07:00",
         *               "closes": "22:00"
         *             },
         *             "wednesday": {
         *               "opens": "07:00",
         *               "closes": "22:00"
         *             },
         *             "thursday": {
         *               "opens": "07:00",
         *               "closes": "22:00"
         *             },
         *             "friday": {
         *               "opens": "07:00",
         *               "closes": "18:00"
         *             },
         *             "saturday": null,
         *             "sunday": null
         *           },
         *           "policy": {
         *             "minimumMinutes": 15,
         *             "maximumMinutes": 480,
         *             "noticeMinutes": 0,
         *             "maximumDaysAhead": 180,
         *             "bufferMinutes": 0,
         *             "requiresApproval": false
         *           },
         *           "status": "available",
         *           "version": 1,
         *           "createdAt": "2026-03-02T09:30:00.000Z",
         *           "updatedAt": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        RoomPage: {
            items: components["schemas"]["Room"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description When a room is busy and when it is free.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "from": "2026-03-02T08:00:00.000Z",
         *       "to": "2026-03-02T12:00:00.000Z",
         *       "timeZone": "Europe/Berlin",
         *       "busy": [
         *         {
         *           "startsAt": "2026-03-02T10:00:00.000Z",
         *           "endsAt": "2026-03-02T11:00:00.000Z",
         *           "reason": "booked"
         *         }
         *       ],
         *       "free": [
         *         {
         *           "startsAt": "2026-03-02T08:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z"
         *         },
         *         {
         *           "startsAt": "2026-03-02T11:00:00.000Z",
         *           "endsAt": "2026-03-02T12:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        RoomAvailability: {
            /** Format: uuid */
            roomId: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            timeZone: string;
            busy: components["schemas"]["BusyTime"][];
            free: components["schemas"]["FreeTime"][];
        };
        /**
         * @description An interval in which the room cannot be booked.
         * @example {
         *       "startsAt": "2026-03-02T10:00:00.000Z",
         *       "endsAt": "2026-03-02T11:00:00.000Z",
         *       "reason": "booked"
         *     }
         */
        BusyTime: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            reason: "booked" | "unavailable";
        };
        /**
         * @description An interval in which the room can be booked.
         * @example {
         *       "startsAt": "2026-03-02T08:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z"
         *     }
         */
        FreeTime: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
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
        ApiErrorDetail: {
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
        ApiError: {
            /** @description The status phrase. */
            error: string;
            /** @description What happened and what to do about it, for people. */
            message: string;
            /** @description Stable name of the failure, for programs. The catalogue of errors lists them all. */
            code: string;
            /** @description Finds the request in the logs. */
            correlationId: string;
            /** @description What is wrong, piece by piece. */
            details?: components["schemas"]["ApiErrorDetail"][];
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
        /** @description The request is malformed or holds invalid data. `details` names each fault. */
        BadRequest: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The service failed. The correlation id finds the cause in its log. */
        InternalServerError: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
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
                "application/json": components["schemas"]["ApiError"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The token is good, but its holder may not do this. */
        Forbidden: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The caller has used up its rate. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request contradicts what is stored, or the state that it is in. */
        Conflict: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The body is larger than the service takes. */
        PayloadTooLarge: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The body is not of a media type that the operation takes. */
        UnsupportedMediaType: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request is well-formed, but what it asks for makes no sense. */
        UnprocessableContent: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
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
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such thing, or the caller may not know of it. */
        NotFound: {
            headers: {
                "X-Correlation-Id": components["headers"]["CorrelationId"];
                "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "RateLimit-Reset": components["headers"]["RateLimitReset"];
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
                "application/json": components["schemas"]["ApiError"];
            };
        };
    };
    parameters: {
        /** @description The room. */
        RoomId: string;
        /** @description Only rooms of this building, regardless of case. */
        Building: string;
        /** @description Only rooms for at least so many people. */
        CapacityMin: number;
        /** @description How many items a page holds at most. */
        Limit: number;
        /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
        Cursor: string;
        /** @description Makes the request safe to repeat. The same key and body get the first answer again for 24 hours, with `Idempotency-Replayed: true`; the same key with another body is answered 422. */
        IdempotencyKey: string;
        /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
        IfNoneMatch: string;
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
        /** @description Identifies the request in logs, in events and in calls between services. Taken from the request's `X-Correlation-Id` when that has 8 to 64 letters, digits, dots, dashes and underscores; otherwise made. */
        CorrelationId: string;
        /** @description Requests allowed in the current window. Absent from probes, and from requests refused before they are counted. */
        RateLimitLimit: number;
        /** @description Requests left in the current window. */
        RateLimitRemaining: number;
        /** @description Seconds until the window ends. */
        RateLimitReset: number;
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
    listRooms: {
        parameters: {
            query?: {
                /** @description Only rooms of this building, regardless of case. */
                building?: components["parameters"]["Building"];
                /** @description Only rooms for at least so many people. */
                capacityMin?: components["parameters"]["CapacityMin"];
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
            /** @description A page of rooms. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPage"];
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
    createRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again for 24 hours, with `Idempotency-Replayed: true`; the same key with another body is answered 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomCreate"];
            };
        };
        responses: {
            /** @description The room is in the catalogue. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
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
    getRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
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
    getRoomAvailability: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: string;
                /** @description Where to end; after `from`. */
                to: string;
            };
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The intervals, in order and without gaps. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomAvailability"];
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
    listRoomClosures: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: string;
                /** @description Where to end; after `from`. */
                to: string;
            };
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The closures that overlap the range. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomClosureList"];
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
}
