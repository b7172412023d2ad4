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
         * @description Rooms that all given filters let through. Retired rooms are left out unless `status` asks for them.
         */
        get: operations["listRooms"];
        put?: never;
        /**
         * Create a room
         * @description Adds a room to the catalogue. Its name is unique within building and floor, regardless of case; those of retired rooms are free again. Publishes `room.created`.
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
         * @description The whole record of a room, retired ones included.
         */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a room
         * @description Changes the given fields. Of `policy` only what is given changes; `openingHours` and `amenities` are replaced. Bookings that exist stay. Publishes `room.updated`.
         */
        patch: operations["updateRoom"];
        trace?: never;
    };
    "/api/v1/rooms/{roomId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a room
         * @description Takes a room out of the catalogue for good; its record stays. While the room has upcoming bookings the answer is 409 and says how many, unless `cancelBookings` is true: then they are cancelled and their owners are told. Publishes `room.retired`.
         */
        post: operations["retireRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{roomId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the status of a room
         * @description Makes a room available or takes it out of use, for good or until an instant after which it is available again by itself. Bookings that exist stay; when the room is taken out of use, their holders get a mail. Publishes `room.status_changed`.
         */
        put: operations["setRoomStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{roomId}/history": {
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
         * List what happened to a room
         * @description Every change of the room, latest first: who, when, and what status it had afterwards and why.
         */
        get: operations["listRoomHistory"];
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
         * @description The busy and the free intervals of a room between two instants at most 31 days apart, and an hour for a change of clocks. Intervals are half-open: one that ends when another begins does not touch it. Where several reasons meet, the first of the order of `reason` is given. Titles of bookings are there for their owners, facility managers and admins.
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
    "/api/v1/room-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may book rooms when
         * @description What decides about bookings of up to 100 rooms, as it is at this moment: hours, policy, capacity and status, and the closures in a range, at most 3 years long. Retired rooms are included, with their status; ids that no room has are left out. In no order.
         */
        get: operations["listRoomTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/available-rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find rooms that can be booked
         * @description The rooms that can be booked for the whole of an interval of at most 24 hours: open, in use, free with their buffer, and within their policy. Best fit first: fewest seats to spare, then nearest to `floor`, then by name.
         */
        get: operations["searchAvailableRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggested-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest times for a meeting
         * @description The next slots between two instants at most 31 days apart, and an hour for a change of clocks, in which at least one fitting room can be booked. Slots begin on the quarter hour and do not overlap. The same question to the same calendars has the same answer.
         */
        get: operations["suggestTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List buildings
         * @description The buildings that have rooms, by name, with their floors. Retired rooms do not count.
         */
        get: operations["listBuildings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amenities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List amenities
         * @description What rooms can offer, by name, with the number of rooms that do. Retired amenities are left out.
         */
        get: operations["listAmenities"];
        put?: never;
        /**
         * Create an amenity
         * @description Adds an amenity that rooms can offer, or brings back a retired one.
         */
        post: operations["createAmenity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amenities/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The amenity. */
                name: components["parameters"]["AmenityName"];
            };
            cookie?: never;
        };
        /**
         * Get an amenity
         * @description An amenity, retired ones included.
         */
        get: operations["getAmenity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amenities/{name}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The amenity. */
                name: components["parameters"]["AmenityName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire an amenity
         * @description Rooms that offer it keep it; no other room can be given it. Retiring it again changes nothing.
         */
        post: operations["retireAmenity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List closures
         * @description Closures by start, earliest first; cancelled ones only when asked for.
         */
        get: operations["listClosures"];
        put?: never;
        /**
         * Close a room, a floor or a building
         * @description Shuts a room, a floor or a whole building for a time. The answer lists the bookings in that time; `bookings` says whether they are kept or cancelled. The bookings service cancels them when it consumes `room.closed`, within moments and under the lock of each room: also those that were being made while the closure was. From then on every new booking in that time is refused.
         */
        post: operations["createClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{closureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The closure. */
                closureId: components["parameters"]["ClosureId"];
            };
            cookie?: never;
        };
        /**
         * Get a closure
         * @description The whole record of a closure, cancelled ones included.
         */
        get: operations["getClosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{closureId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The closure. */
                closureId: components["parameters"]["ClosureId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a closure
         * @description Opens what was closed, from now on. Bookings that were cancelled stay so. Publishes `room.reopened`.
         */
        post: operations["cancelClosure"];
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
         * @description What changes of a room.
         * @example {
         *       "capacity": 10,
         *       "policy": {
         *         "bufferMinutes": 15
         *       }
         *     }
         */
        RoomUpdate: {
            /** Format: single-line */
            name?: string;
            capacity?: number;
            floor?: number;
            /** Format: single-line */
            building?: string;
            /** Format: multi-line */
            description?: string;
            timeZone?: string;
            /** @description Names of all that the room offers. */
            amenities?: string[];
            openingHours?: components["schemas"]["OpeningHours"];
            policy?: components["schemas"]["BookingPolicyInput"];
        };
        /**
         * @description How a room is retired.
         * @example {
         *       "cancelBookings": true,
         *       "reason": "The floor is let"
         *     }
         */
        RoomRetirement: {
            /**
             * @description Whether the upcoming bookings of the room are cancelled.
             * @default false
             */
            cancelBookings?: boolean;
            /** Format: single-line */
            reason?: string;
        };
        /**
         * @description A new status of a room.
         * @example {
         *       "status": "maintenance",
         *       "reason": "The projector is being replaced",
         *       "until": "2026-03-04T16:00:00Z"
         *     }
         */
        RoomStatusChange: {
            /** @enum {string} */
            status: "available" | "maintenance" | "unavailable";
            /**
             * Format: single-line
             * @description Why. Needed unless the room becomes available.
             */
            reason?: string;
            /**
             * Format: date-time
             * @description When the room is available again by itself. Not for `available`.
             */
            until?: string;
        };
        /**
         * @description A change of a room, and the status that the room had afterwards.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *       "version": 2,
         *       "action": "status_changed",
         *       "changedFields": [],
         *       "status": "maintenance",
         *       "statusReason": "The projector is being replaced",
         *       "statusUntil": "2026-03-04T16:00:00.000Z",
         *       "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "at": "2026-03-02T09:30:00.000Z"
         *     }
         */
        RoomChange: {
            /** Format: uuid */
            id: string;
            /** @description Of the room, after the change. */
            version: number;
            /** @enum {string} */
            action: "created" | "updated" | "status_changed" | "retired";
            /** @description Names of the fields that `updated` changed. */
            changedFields: string[];
            status: components["schemas"]["RoomStatus"];
            statusReason: string | null;
            /** Format: date-time */
            statusUntil: string | null;
            /**
             * Format: uuid
             * @description Who did it; `null` when the room became available by itself.
             */
            actorId: string | null;
            /** Format: date-time */
            at: string;
        };
        /**
         * @description A page of the history of a room.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *           "version": 2,
         *           "action": "status_changed",
         *           "changedFields": [],
         *           "status": "maintenance",
         *           "statusReason": "The projector is being replaced",
         *           "statusUntil": "2026-03-04T16:00:00.000Z",
         *           "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "at": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        RoomChangePage: {
            items: components["schemas"]["RoomChange"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
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
         *       "statusReason": null,
         *       "statusUntil": null,
         *       "rating": {
         *         "average": 4.33,
         *         "count": 3
         *       },
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
            /** @description Why it has this status, if somebody said. */
            statusReason: string | null;
            /**
             * Format: date-time
             * @description When the room is available again by itself; `null` when somebody has to say so.
             */
            statusUntil: string | null;
            rating: components["schemas"]["RatingSummary"];
            /** @description Rises with every change, those of its rating included; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description What the reviews of a room come to. It follows them within moments.
         * @example {
         *       "average": 4.33,
         *       "count": 3
         *     }
         */
        RatingSummary: {
            /** @description Stars on average, to two decimals; `null` without reviews. */
            average: number | null;
            count: number;
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
            /** @description How many days after today a booking may end, as the room's calendar counts days: with 1, it is over by the midnight that ends tomorrow. Usually 180. */
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
         * @description What of a room decides who may book it when.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "name": "Aurora",
         *       "building": "North",
         *       "capacity": 8,
         *       "timeZone": "Europe/Berlin",
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
         *       "statusUntil": null,
         *       "closures": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *           "startsAt": "2026-03-02T08:00:00.000Z",
         *           "endsAt": "2026-03-04T16:00:00.000Z",
         *           "reason": "New carpet"
         *         }
         *       ]
         *     }
         */
        RoomTerms: {
            /** Format: uuid */
            id: string;
            name: string;
            building: string;
            capacity: number;
            /** @description IANA time zone in which the room's hours and days are reckoned. */
            timeZone: string;
            openingHours: components["schemas"]["OpeningHours"];
            policy: components["schemas"]["BookingPolicy"];
            status: components["schemas"]["RoomStatus"];
            /**
             * Format: date-time
             * @description When the room is available again by itself; `null` when somebody has to say so.
             */
            statusUntil: string | null;
            /** @description The closures of the room, of its floor and of its building, by start. */
            closures: components["schemas"]["RoomClosure"][];
        };
        /**
         * @description The terms of rooms.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "name": "Aurora",
         *           "building": "North",
         *           "capacity": 8,
         *           "timeZone": "Europe/Berlin",
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
         *           "statusUntil": null,
         *           "closures": [
         *             {
         *               "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *               "startsAt": "2026-03-02T08:00:00.000Z",
         *               "endsAt": "2026-03-04T16:00:00.000Z",
         *               "reason": "New carpet"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        RoomTermsList: {
            items: components["schemas"]["RoomTerms"][];
        };
        /**
         * @description A closure to be, of one room (`roomId`), of a floor (`building` and `floor`) or of a whole building (`building`).
         * @example {
         *       "building": "North",
         *       "floor": 3,
         *       "startsAt": "2026-03-02T09:00:00+01:00",
         *       "endsAt": "2026-03-04T17:00:00+01:00",
         *       "reason": "New carpet",
         *       "bookings": "cancel"
         *     }
         */
        ClosureCreate: {
            /** Format: uuid */
            roomId?: string;
            /** Format: single-line */
            building?: string;
            floor?: number;
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description After `startsAt` and after now, at most 3 years after `startsAt`.
             */
            endsAt: string;
            /** Format: single-line */
            reason: string;
            /**
             * @description What becomes of the bookings that the closure overlaps. Their holders get a mail in either case.
             * @default keep
             * @enum {string}
             */
            bookings?: "keep" | "cancel";
        };
        /**
         * @description A time in which a room, a floor or a building is closed.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *       "roomId": null,
         *       "building": "North",
         *       "floor": 3,
         *       "startsAt": "2026-03-02T08:00:00.000Z",
         *       "endsAt": "2026-03-04T16:00:00.000Z",
         *       "reason": "New carpet",
         *       "status": "active",
         *       "createdBy": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "createdAt": "2026-02-27T14:12:00.000Z",
         *       "cancelledBy": null,
         *       "cancelledAt": null,
         *       "version": 1
         *     }
         */
        Closure: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string | null;
            building: string | null;
            floor: number | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
            status: components["schemas"]["ClosureStatus"];
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            cancelledBy: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            version: number;
        };
        /**
         * @description Whether a closure stands.
         * @enum {string}
         */
        ClosureStatus: "active" | "cancelled";
        /**
         * @description A closure, and the bookings that it overlaps.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *       "roomId": null,
         *       "building": "North",
         *       "floor": 3,
         *       "startsAt": "2026-03-02T08:00:00.000Z",
         *       "endsAt": "2026-03-04T16:00:00.000Z",
         *       "reason": "New carpet",
         *       "status": "active",
         *       "createdBy": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "createdAt": "2026-02-27T14:12:00.000Z",
         *       "cancelledBy": null,
         *       "cancelledAt": null,
         *       "version": 1,
         *       "bookings": [
         *         {
         *           "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "title": "Sprint planning",
         *           "startsAt": "2026-03-02T09:00:00.000Z",
         *           "endsAt": "2026-03-02T10:00:00.000Z",
         *           "outcome": "cancelled"
         *         }
         *       ]
         *     }
         */
        CreatedClosure: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string | null;
            building: string | null;
            floor: number | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason: string;
            status: components["schemas"]["ClosureStatus"];
            /** Format: uuid */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            cancelledBy: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            version: number;
            /** @description The pending and confirmed bookings that it overlaps, by room and start. */
            bookings: components["schemas"]["OverlappedBooking"][];
        };
        /**
         * @description A booking in the time of a closure, and what becomes of it.
         * @example {
         *       "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "title": "Sprint planning",
         *       "startsAt": "2026-03-02T09:00:00.000Z",
         *       "endsAt": "2026-03-02T10:00:00.000Z",
         *       "outcome": "cancelled"
         *     }
         */
        OverlappedBooking: {
            /** Format: uuid */
            bookingId: string;
            /** Format: uuid */
            roomId: string;
            /** Format: uuid */
            userId: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /**
             * @description `cancelled` when the bookings service cancels it as a consequence of the closure.
             * @enum {string}
             */
            outcome: "kept" | "cancelled";
        };
        /**
         * @description A page of closures.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *           "roomId": null,
         *           "building": "North",
         *           "floor": 3,
         *           "startsAt": "2026-03-02T08:00:00.000Z",
         *           "endsAt": "2026-03-04T16:00:00.000Z",
         *           "reason": "New carpet",
         *           "status": "active",
         *           "createdBy": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "createdAt": "2026-02-27T14:12:00.000Z",
         *           "cancelledBy": null,
         *           "cancelledAt": null,
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ClosurePage: {
            items: components["schemas"]["Closure"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description An amenity to be.
         * @example {
         *       "name": "hearing_loop"
         *     }
         */
        AmenityCreate: {
            name: string;
        };
        /**
         * @description Something that rooms can offer.
         * @example {
         *       "name": "hearing_loop",
         *       "status": "active",
         *       "roomCount": 4,
         *       "createdAt": "2026-03-02T09:30:00.000Z"
         *     }
         */
        Amenity: {
            name: string;
            /** @enum {string} */
            status: "active" | "retired";
            /** @description How many rooms offer it, without the retired. */
            roomCount: number;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description A page of amenities.
         * @example {
         *       "items": [
         *         {
         *           "name": "hearing_loop",
         *           "status": "active",
         *           "roomCount": 4,
         *           "createdAt": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        AmenityPage: {
            items: components["schemas"]["Amenity"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A building that has rooms.
         * @example {
         *       "name": "North",
         *       "roomCount": 6,
         *       "floors": [
         *         {
         *           "floor": 1,
         *           "roomCount": 2
         *         },
         *         {
         *           "floor": 2,
         *           "roomCount": 4
         *         }
         *       ]
         *     }
         */
        Building: {
            name: string;
            roomCount: number;
            /** @description From the lowest to the highest. */
            floors: components["schemas"]["BuildingFloor"][];
        };
        /**
         * @description A floor that has rooms.
         * @example {
         *       "floor": 1,
         *       "roomCount": 2
         *     }
         */
        BuildingFloor: {
            floor: number;
            roomCount: number;
        };
        /**
         * @description A page of buildings.
         * @example {
         *       "items": [
         *         {
         *           "name": "North",
         *           "roomCount": 6,
         *           "floors": [
         *             {
         *               "floor": 1,
         *               "roomCount": 2
         *             },
         *             {
         *               "floor": 2,
         *               "roomCount": 4
         *             }
         *           ]
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        BuildingPage: {
            items: components["schemas"]["Building"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A room that can be booked, and how well it fits.
         * @example {
         *       "room": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "name": "Aurora",
         *         "capacity": 8,
         *         "floor": 3,
         *         "building": "North",
         *         "description": "Quiet room with a view of the park.",
         *         "timeZone": "Europe/Berlin",
         *         "amenities": [
         *           "projector",
         *           "whiteboard"
         *         ],
         *         "openingHours": {
         *           "monday": {
         *             "opens": "07:00",
         *             "closes": "22:00"
         *           },
         *           "tuesday": {
         *             "opens": "07:00",
         *             "closes": "22:00"
         *           },
         *           "wednesday": {
         *             "opens": "07:00",
         *             "closes": "22:00"
         *           },
         *           "thursday": {
         *             "opens": "07:00",
         *             "closes": "22:00"
         *           },
         *           "friday": {
         *             "opens": "07:00",
         *             "closes": "18:00"
         *           },
         *           "saturday": null,
         *           "sunday": null
         *         },
         *         "policy": {
         *           "minimumMinutes": 15,
         *           "maximumMinutes": 480,
         *           "noticeMinutes": 0,
         *           "maximumDaysAhead": 180,
         *           "bufferMinutes": 0,
         *           "requiresApproval": false
         *         },
         *         "status": "available",
         *         "statusReason": null,
         *         "statusUntil": null,
         *         "rating": {
         *           "average": 4.33,
         *           "count": 3
         *         },
         *         "version": 1,
         *         "createdAt": "2026-03-02T09:30:00.000Z",
         *         "updatedAt": "2026-03-02T09:30:00.000Z"
         *       },
         *       "score": {
         *         "value": 997.999,
         *         "spareSeats": 2,
         *         "floorsAway": 1,
         *         "explanation": "2 seats to spare; 1 floor away."
         *       }
         *     }
         */
        AvailableRoom: {
            room: components["schemas"]["Room"];
            score: components["schemas"]["RoomScore"];
        };
        /**
         * @description How well a room fits, and why.
         * @example {
         *       "value": 997.999,
         *       "spareSeats": 2,
         *       "floorsAway": 1,
         *       "explanation": "2 seats to spare; 1 floor away."
         *     }
         */
        RoomScore: {
            /** @description Higher fits better: 1000 less 1 for each seat to spare, less 0.001 for each floor away. */
            value: number;
            spareSeats: number;
            /** @description From the asked floor; `null` when none was asked for. */
            floorsAway: number | null;
            /** @description The same in words. */
            explanation: string;
        };
        /**
         * @description A page of rooms that can be booked.
         * @example {
         *       "items": [
         *         {
         *           "room": {
         *             "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *             "name": "Aurora",
         *             "capacity": 8,
         *             "floor": 3,
         *             "building": "North",
         *             "description": "Quiet room with a view of the park.",
         *             "timeZone": "Europe/Berlin",
         *             "amenities": [
         *               "projector",
         *               "whiteboard"
         *             ],
         *             "openingHours": {
         *               "monday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "tuesday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "wednesday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "thursday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "friday": {
         *                 "opens": "07:00",
         *                 "closes": "18:00"
         *               },
         *               "saturday": null,
         *               "sunday": null
         *             },
         *             "policy": {
         *               "minimumMinutes": 15,
         *               "maximumMinutes": 480,
         *               "noticeMinutes": 0,
         *               "maximumDaysAhead": 180,
         *               "bufferMinutes": 0,
         *               "requiresApproval": false
         *             },
         *             "status": "available",
         *             "statusReason": null,
         *             "statusUntil": null,
         *             "rating": {
         *               "average": 4.33,
         *               "count": 3
         *             },
         *             "version": 1,
         *             "createdAt": "2026-03-02T09:30:00.000Z",
         *             "updatedAt": "2026-03-02T09:30:00.000Z"
         *           },
         *           "score": {
         *             "value": 997.999,
         *             "spareSeats": 2,
         *             "floorsAway": 1,
         *             "explanation": "2 seats to spare; 1 floor away."
         *           }
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        AvailableRoomPage: {
            items: components["schemas"]["AvailableRoom"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A slot, and rooms that can be booked for it.
         * @example {
         *       "startsAt": "2026-03-02T10:00:00.000Z",
         *       "endsAt": "2026-03-02T11:00:00.000Z",
         *       "roomCount": 1,
         *       "rooms": [
         *         {
         *           "room": {
         *             "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *             "name": "Aurora",
         *             "capacity": 8,
         *             "floor": 3,
         *             "building": "North",
         *             "description": "Quiet room with a view of the park.",
         *             "timeZone": "Europe/Berlin",
         *             "amenities": [
         *               "projector",
         *               "whiteboard"
         *             ],
         *             "openingHours": {
         *               "monday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "tuesday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "wednesday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "thursday": {
         *                 "opens": "07:00",
         *                 "closes": "22:00"
         *               },
         *               "friday": {
         *                 "opens": "07:00",
         *                 "closes": "18:00"
         *               },
         *               "saturday": null,
         *               "sunday": null
         *             },
         *             "policy": {
         *               "minimumMinutes": 15,
         *               "maximumMinutes": 480,
         *               "noticeMinutes": 0,
         *               "maximumDaysAhead": 180,
         *               "bufferMinutes": 0,
         *               "requiresApproval": false
         *             },
         *             "status": "available",
         *             "statusReason": null,
         *             "statusUntil": null,
         *             "rating": {
         *               "average": 4.33,
         *               "count": 3
         *             },
         *             "version": 1,
         *             "createdAt": "2026-03-02T09:30:00.000Z",
         *             "updatedAt": "2026-03-02T09:30:00.000Z"
         *           },
         *           "score": {
         *             "value": 997.999,
         *             "spareSeats": 2,
         *             "floorsAway": 1,
         *             "explanation": "2 seats to spare; 1 floor away."
         *           }
         *         }
         *       ]
         *     }
         */
        SuggestedTime: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description How many fitting rooms can be booked. */
            roomCount: number;
            /** @description The best of them, at most 5. */
            rooms: components["schemas"]["AvailableRoom"][];
        };
        /**
         * @description Slots, earliest first.
         * @example {
         *       "items": [
         *         {
         *           "startsAt": "2026-03-02T10:00:00.000Z",
         *           "endsAt": "2026-03-02T11:00:00.000Z",
         *           "roomCount": 1,
         *           "rooms": [
         *             {
         *               "room": {
         *                 "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *                 "name": "Aurora",
         *                 "capacity": 8,
         *                 "floor": 3,
         *                 "building": "North",
         *                 "description": "Quiet room with a view of the park.",
         *                 "timeZone": "Europe/Berlin",
         *                 "amenities": [
         *                   "projector",
         *                   "whiteboard"
         *                 ],
         *                 "openingHours": {
         *                   "monday": {
         *                     "opens": "07:00",
         *                     "closes": "22:00"
         *                   },
         *                   "tuesday": {
         *                     "opens": "07:00",
         *                     "closes": "22:00"
         *                   },
         *                   "wednesday": {
         *                     "opens": "07:00",
         *                     "closes": "22:00"
         *                   },
         *                   "thursday": {
         *                     "opens": "07:00",
         *                     "closes": "22:00"
         *                   },
         *                   "friday": {
         *                     "opens": "07:00",
         *                     "closes": "18:00"
         *                   },
         *                   "saturday": null,
         *                   "sunday": null
         *                 },
         *                 "policy": {
         *                   "minimumMinutes": 15,
         *                   "maximumMinutes": 480,
         *                   "noticeMinutes": 0,
         *                   "maximumDaysAhead": 180,
         *                   "bufferMinutes": 0,
         *                   "requiresApproval": false
         *                 },
         *                 "status": "available",
         *                 "statusReason": null,
         *                 "statusUntil": null,
         *                 "rating": {
         *                   "average": 4.33,
         *                   "count": 3
         *                 },
         *                 "version": 1,
         *                 "createdAt": "2026-03-02T09:30:00.000Z",
         *                 "updatedAt": "2026-03-02T09:30:00.000Z"
         *               },
         *               "score": {
         *                 "value": 997.999,
         *                 "spareSeats": 2,
         *                 "floorsAway": 1,
         *                 "explanation": "2 seats to spare; 1 floor away."
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        SuggestedTimeList: {
            items: components["schemas"]["SuggestedTime"][];
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
         *           "statusReason": null,
         *           "statusUntil": null,
         *           "rating": {
         *             "average": 4.33,
         *             "count": 3
         *           },
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
            /**
             * @description `booked`: somebody has it. `unavailable`: its status says so. `closed`: a closure. `outside_opening_hours`. `buffer`: it stays empty beside a booking.
             * @enum {string}
             */
            reason: "booked" | "unavailable" | "closed" | "outside_opening_hours" | "buffer";
            /**
             * Format: uuid
             * @description Of what is booked, for those who may see it.
             */
            bookingId?: string;
            /** @description Of what is booked, for those who may see it. */
            title?: string;
            /** @description Why it is closed or unavailable. */
            detail?: string;
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
    };
    parameters: {
        /** @description The room. */
        RoomId: string;
        /** @description The closure. */
        ClosureId: string;
        /** @description The amenity. */
        AmenityName: string;
        /** @description Where to begin. */
        IntervalStart: string;
        /** @description Where to end; after `from`. */
        IntervalEnd: string;
        /** @description Only what is in this building, regardless of case. */
        BuildingFilter: string;
        /** @description Only rooms of this floor. */
        FloorFilter: number;
        /** @description The floor to be near to. Rooms of other floors are found too, later the farther away they are. */
        NearFloor: number;
        /** @description Only rooms for at least so many people. */
        CapacityMin: number;
        /** @description Only rooms for at most so many people. */
        CapacityMax: number;
        /** @description How many people come. */
        People: number;
        /** @description Only rooms that offer all of these; give the parameter once for each. */
        AmenitiesFilter: string[];
        /** @description Only rooms with this text in name, building or description, regardless of case. */
        RoomTextFilter: string;
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
    listRooms: {
        parameters: {
            query?: {
                /** @description Only what is in this building, regardless of case. */
                building?: components["parameters"]["BuildingFilter"];
                /** @description Only rooms of this floor. */
                floor?: components["parameters"]["FloorFilter"];
                /** @description Only rooms for at least so many people. */
                capacityMin?: components["parameters"]["CapacityMin"];
                /** @description Only rooms for at most so many people. */
                capacityMax?: components["parameters"]["CapacityMax"];
                /** @description Only rooms that offer all of these; give the parameter once for each. */
                amenities?: components["parameters"]["AmenitiesFilter"];
                /** @description Only rooms with this text in name, building or description, regardless of case. */
                text?: components["parameters"]["RoomTextFilter"];
                /** @description Only rooms of this status; without it, all but the retired. */
                status?: components["schemas"]["RoomStatus"];
                /** @description What orders the list; by `rating`, the best comes first. Rooms that are alike in it come by name. */
                sort?: "name" | "capacity" | "rating";
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
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRoom: {
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomUpdate"];
            };
        };
        responses: {
            /** @description The room after the change. */
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
                    "application/json": components["schemas"]["Room"];
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
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retireRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RoomRetirement"];
            };
        };
        responses: {
            /** @description The room is retired. */
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
                    "application/json": components["schemas"]["Room"];
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
    setRoomStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The room. */
                roomId: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomStatusChange"];
            };
        };
        responses: {
            /** @description The room after the change. */
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
                    "application/json": components["schemas"]["Room"];
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
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRoomHistory: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
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
                    "application/json": components["schemas"]["RoomChangePage"];
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
    getRoomAvailability: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: components["parameters"]["IntervalStart"];
                /** @description Where to end; after `from`. */
                to: components["parameters"]["IntervalEnd"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomAvailability"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
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
                from: components["parameters"]["IntervalStart"];
                /** @description Where to end; after `from`. */
                to: components["parameters"]["IntervalEnd"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomClosureList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRoomTerms: {
        parameters: {
            query: {
                /** @description The rooms; give the parameter once for each. */
                roomId: string[];
                /** @description Where the range of the closures begins; yesterday, unless it is said. */
                from?: string;
                /** @description Where it ends; 3 years after it begins, unless it is said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terms of the rooms that there are. */
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
                    "application/json": components["schemas"]["RoomTermsList"];
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
    searchAvailableRooms: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: components["parameters"]["IntervalStart"];
                /** @description Where to end; after `from`. */
                to: components["parameters"]["IntervalEnd"];
                /** @description How many people come. */
                people?: components["parameters"]["People"];
                /** @description Only rooms that offer all of these; give the parameter once for each. */
                amenities?: components["parameters"]["AmenitiesFilter"];
                /** @description Only what is in this building, regardless of case. */
                building?: components["parameters"]["BuildingFilter"];
                /** @description The floor to be near to. Rooms of other floors are found too, later the farther away they are. */
                floor?: components["parameters"]["NearFloor"];
                /** @description Only rooms with this text in name, building or description, regardless of case. */
                text?: components["parameters"]["RoomTextFilter"];
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
            /** @description A page of rooms, each with its score. */
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
                    "application/json": components["schemas"]["AvailableRoomPage"];
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
    suggestTimes: {
        parameters: {
            query: {
                /** @description Where to begin. */
                from: components["parameters"]["IntervalStart"];
                /** @description Where to end; after `from`. */
                to: components["parameters"]["IntervalEnd"];
                /** @description How long the meeting lasts. */
                minutes: number;
                /** @description How many people come. */
                people?: components["parameters"]["People"];
                /** @description Only rooms that offer all of these; give the parameter once for each. */
                amenities?: components["parameters"]["AmenitiesFilter"];
                /** @description Only what is in this building, regardless of case. */
                building?: components["parameters"]["BuildingFilter"];
                /** @description The floor to be near to. Rooms of other floors are found too, later the farther away they are. */
                floor?: components["parameters"]["NearFloor"];
                /** @description Only rooms with this text in name, building or description, regardless of case. */
                text?: components["parameters"]["RoomTextFilter"];
                /** @description How many slots are suggested at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slots, earliest first. */
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
                    "application/json": components["schemas"]["SuggestedTimeList"];
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
    listBuildings: {
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
            /** @description A page of buildings. */
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
                    "application/json": components["schemas"]["BuildingPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAmenities: {
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
            /** @description A page of amenities. */
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
                    "application/json": components["schemas"]["AmenityPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createAmenity: {
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
                "application/json": components["schemas"]["AmenityCreate"];
            };
        };
        responses: {
            /** @description Rooms can offer it. */
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
                    "application/json": components["schemas"]["Amenity"];
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
    getAmenity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The amenity. */
                name: components["parameters"]["AmenityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The amenity. */
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
                    "application/json": components["schemas"]["Amenity"];
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
    retireAmenity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The amenity. */
                name: components["parameters"]["AmenityName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The amenity is retired. */
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
                    "application/json": components["schemas"]["Amenity"];
                };
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
    listClosures: {
        parameters: {
            query?: {
                /** @description Only closures of this room itself. */
                roomId?: string;
                /** @description Only what is in this building, regardless of case. */
                building?: components["parameters"]["BuildingFilter"];
                /** @description Only closures that end after this instant. */
                from?: string;
                /** @description Only closures that start before this instant. */
                to?: string;
                /** @description Whether cancelled closures are listed too. */
                cancelled?: boolean;
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
            /** @description A page of closures. */
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
                    "application/json": components["schemas"]["ClosurePage"];
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
    createClosure: {
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
                "application/json": components["schemas"]["ClosureCreate"];
            };
        };
        responses: {
            /** @description Nobody can book for that time any more. */
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
                    "application/json": components["schemas"]["CreatedClosure"];
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
    getClosure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The closure. */
                closureId: components["parameters"]["ClosureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The closure. */
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
                    "application/json": components["schemas"]["Closure"];
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
    cancelClosure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The closure. */
                closureId: components["parameters"]["ClosureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The closure is cancelled. */
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
                    "application/json": components["schemas"]["Closure"];
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
