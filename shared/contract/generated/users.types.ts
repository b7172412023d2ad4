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
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public keys
         * @description A JSON Web Key Set (RFC 7517). Keep it, and ask again when a token names a key that is not in it.
         */
        get: operations["getJsonWebKeySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register and log in
         * @description Makes an account with the role `user` and opens its first session. Username and e-mail address are unique regardless of case. Publishes `user.registered`.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Opens a session. An unknown user and a wrong password get the same answer. After several failures in a row the account is locked for some minutes.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a session
         * @description Trades the refresh token for a new access token and a new refresh token. A refresh token works once: using an old one again ends the session, because one of the two users of it must be a thief.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one's own account
         * @description The account of the caller.
         */
        get: operations["getProfile"];
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
         * @description What a person gives to register.
         * @example {
         *       "username": "ada",
         *       "email": "ada@example.com",
         *       "fullName": "Ada Lovelace",
         *       "password": "correct horse battery staple"
         *     }
         */
        UserRegistration: {
            username: string;
            /** Format: email */
            email: string;
            /** Format: single-line */
            fullName: string;
            /**
             * Format: password
             * @description Taken as it is, blanks included. The most common passwords are refused.
             */
            password: string;
        };
        /**
         * @description What opens a session.
         * @example {
         *       "login": "ada",
         *       "password": "correct horse battery staple"
         *     }
         */
        Credentials: {
            /** @description Username or e-mail address, in any case. */
            login: string;
            /** Format: password */
            password: string;
        };
        /**
         * @description What renews a session.
         * @example {
         *       "refreshToken": "01939c9e4b7c7a549d0e5f3c2f1b8a10.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6"
         *     }
         */
        SessionRefresh: {
            /** Format: password */
            refreshToken: string;
        };
        /**
         * @description An open session.
         * @example {
         *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6ImsxIn0.eyJzdWIiOiIwMTkzOWM5ZSJ9.c2lnbmF0dXJl",
         *       "refreshToken": "01939c9e4b7c7a549d0e5f3c2f1b8a10.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6",
         *       "tokenType": "Bearer",
         *       "expiresIn": 3600,
         *       "user": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "username": "ada",
         *         "email": "ada@example.com",
         *         "fullName": "Ada Lovelace",
         *         "role": "user",
         *         "version": 1,
         *         "createdAt": "2026-03-02T09:30:00.000Z",
         *         "updatedAt": "2026-03-02T09:30:00.000Z"
         *       }
         *     }
         */
        Session: {
            /** @description Goes into the header `Authorization: Bearer …` of every request to all four services. */
            accessToken: string;
            /** @description Renews the session once, within 30 days. */
            refreshToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @description Seconds until the access token expires. */
            expiresIn: number;
            user: components["schemas"]["User"];
        };
        /**
         * @description An account.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "username": "ada",
         *       "email": "ada@example.com",
         *       "fullName": "Ada Lovelace",
         *       "role": "user",
         *       "version": 1,
         *       "createdAt": "2026-03-02T09:30:00.000Z",
         *       "updatedAt": "2026-03-02T09:30:00.000Z"
         *     }
         */
        User: {
            /** Format: uuid */
            id: string;
            username: string;
            /** Format: email */
            email: string;
            fullName: string;
            role: components["schemas"]["Role"];
            /** @description Rises with every change; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description Public keys, as of RFC 7517.
         * @example {
         *       "keys": [
         *         {
         *           "kid": "2026-03",
         *           "kty": "OKP",
         *           "crv": "Ed25519",
         *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *           "use": "sig",
         *           "alg": "EdDSA"
         *         }
         *       ]
         *     }
         */
        JsonWebKeySet: {
            keys: components["schemas"]["JsonWebKey"][];
        };
        /**
         * @description A public Ed25519 key, as of RFC 8037.
         * @example {
         *       "kid": "2026-03",
         *       "kty": "OKP",
         *       "crv": "Ed25519",
         *       "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         *       "use": "sig",
         *       "alg": "EdDSA"
         *     }
         */
        JsonWebKey: {
            kid: string;
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            x: string;
            /** @enum {string} */
            use: "sig";
            /** @enum {string} */
            alg: "EdDSA";
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
        /**
         * @description What an account may do: `facility_manager` also manages rooms, `moderator` also moderates reviews, `admin` may do everything; `service` is the other services' own.
         * @enum {string}
         */
        Role: "user" | "facility_manager" | "moderator" | "admin" | "service";
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
    };
    parameters: {
        /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
        /** @description How to authenticate, as of RFC 6750. */
        WWWAuthenticate: string;
        /** @description Identifies this version of the resource; for `If-Match` and `If-None-Match`. */
        ETag: string;
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
    getJsonWebKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys in use. */
            200: {
                headers: {
                    /** @description How long the keys may be kept. */
                    "Cache-Control"?: string;
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKeySet"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRegistration"];
            };
        };
        responses: {
            /** @description The account is made and its first session is open. */
            201: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The session is open. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRefresh"];
            };
        };
        responses: {
            /** @description The session goes on. */
            200: {
                headers: {
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
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
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
