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
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reviews
         * @description Published reviews, newest first.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Review a room
         * @description Only somebody whose booking of the room is completed may review it, and once: a second review is answered 409. Publishes `review.published`.
         */
        post: operations["createReview"];
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
         * @description A review to be.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "rating": 4,
         *       "title": "Bright and quiet",
         *       "cons": "The projector needs an adapter."
         *     }
         */
        ReviewCreate: {
            /** Format: uuid */
            roomId: string;
            /**
             * Format: uuid
             * @description The completed booking that the review is about. Left out, any completed booking of the room counts.
             */
            bookingId?: string;
            /** @description Whole stars. */
            rating: number;
            /** Format: single-line */
            title?: string;
            /** Format: multi-line */
            comment?: string;
            /** Format: multi-line */
            pros?: string;
            /** Format: multi-line */
            cons?: string;
        };
        /**
         * @description A review.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *       "rating": 4,
         *       "title": "Bright and quiet",
         *       "comment": null,
         *       "pros": null,
         *       "cons": "The projector needs an adapter.",
         *       "status": "published",
         *       "version": 1,
         *       "createdAt": "2026-03-02T11:30:00.000Z",
         *       "updatedAt": "2026-03-02T11:30:00.000Z"
         *     }
         */
        Review: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string;
            /**
             * Format: uuid
             * @description Who wrote it.
             */
            userId: string;
            /**
             * Format: uuid
             * @description The booking that it is about.
             */
            bookingId: string;
            rating: number;
            title: string | null;
            comment: string | null;
            pros: string | null;
            cons: string | null;
            status: components["schemas"]["ReviewStatus"];
            /** @description Rises with every change; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description Only `published` and `approved` reviews are seen by everybody.
         * @enum {string}
         */
        ReviewStatus: "published" | "flagged" | "approved" | "rejected" | "removed";
        /**
         * @description A page of reviews.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *           "rating": 4,
         *           "title": "Bright and quiet",
         *           "comment": null,
         *           "pros": null,
         *           "cons": "The projector needs an adapter.",
         *           "status": "published",
         *           "version": 1,
         *           "createdAt": "2026-03-02T11:30:00.000Z",
         *           "updatedAt": "2026-03-02T11:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ReviewPage: {
            items: components["schemas"]["Review"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
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
    };
    parameters: {
        /** @description How many items a page holds at most. */
        Limit: number;
        /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
        Cursor: string;
        /** @description Makes the request safe to repeat. The same key and body get the first answer again for 24 hours, with `Idempotency-Replayed: true`; the same key with another body is answered 422. */
        IdempotencyKey: string;
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
    listReviews: {
        parameters: {
            query?: {
                /** @description Only reviews of this room. */
                roomId?: string;
                /** @description Only reviews by this user. */
                userId?: string;
                /** @description Only reviews with at least so many stars. */
                ratingMin?: number;
                /** @description Only reviews with at most so many stars. */
                ratingMax?: number;
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
            /** @description A page of reviews. */
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
                    "application/json": components["schemas"]["ReviewPage"];
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
    createReview: {
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
                "application/json": components["schemas"]["ReviewCreate"];
            };
        };
        responses: {
            /** @description The review is published. */
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
                    "application/json": components["schemas"]["Review"];
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
}
