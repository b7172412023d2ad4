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
         * @description Makes an account with the role `user` and opens its first session. Usernames are unique regardless of case, and so are confirmed e-mail addresses. The address gets one mail, with a token for `confirmEmail`. Until it is confirmed, the account gets no other mail, attendees of its bookings are not invited, and other accounts may give the same address: it belongs to the first one that confirms it. Publishes `user.registered`.
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
         * @description Opens a session. An unknown user and a wrong password get the same answer. After several failures in a row what was given as `login`, and after many the address that they came from, is locked for some minutes: 429 `auth.locked`. Username and e-mail address are counted apart, so that nobody learns that both are of one account. The right password of a disabled account is answered 403, and so is that of an account with an unconfirmed e-mail address where `REQUIRE_CONFIRMED_EMAIL` is set. An account has at most 200 open sessions: one more ends the oldest.
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
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description For whoever has forgotten the password: sends a mail with a token for `resetPassword` to the account that has confirmed this address. The answer is the same, and takes as long, when there is none or it is disabled. Whatever one's preferences, the mail comes, but not more than three times in an hour; `listMyNotifications` does not show it.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description Takes the token of the mail that `requestPasswordReset` has sent. It is good for an hour and works once; all others of the account end with it, and when its password or e-mail address changes. Ends all sessions of the account, and the lock that failed logins have put on it. Log in with the new password afterwards.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another confirmation mail
         * @description Sends the mail with the token for `confirmEmail` again, to an address that waits to be confirmed. The answer is the same, and takes as long, when no account has such an address. An address, and an account, gets a few of these mails a day at most, those of `registerUser` and `updateProfile` included; `listMyNotifications` does not show them.
         */
        post: operations["requestEmailConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-confirmation/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail address
         * @description Takes the token of a confirmation mail. It is good for 24 hours and works once. The address that it was sent to is the account's from then on: mails go there, and `login` and `requestPasswordReset` take it. Tokens for a new password that went to the address of before end, and `stopMails` for the new address is taken back. Refresh the session afterwards where `REQUIRE_CONFIRMED_EMAIL` is set. Publishes `user.updated`.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out
         * @description Ends the session of the access token, or all sessions of its holder. Their access tokens stop working at once, in all services.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the session of the access token
         * @description Answers 401 `auth.session_ended` once the session is over. This is how the other services learn that a session lasts.
         */
        get: operations["getCurrentSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/service-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a token to a service
         * @description The client credentials grant, for programs with credentials of their own: an access token with the role `service`, without a session.
         */
        post: operations["issueServiceToken"];
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
        /**
         * Change one's own account
         * @description Changes the fields that are given. A new e-mail address needs `currentPassword`; wrong ones are counted as in `changePassword`. It is shown as `pendingEmail` and gets a mail with a token for `confirmEmail`; the old address stays in force until then, and is told at once. The address in force, given again, takes back a pending one. Publishes `user.updated`.
         */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/api/v1/profile/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Needs the current password; wrong ones are counted as at login, and lock what needs the password in a session. Ends all other sessions of the caller.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mails to oneself
         * @description What was sent, what waits to be sent, and what was not sent because the recipient does not want it or could not be reached; newest first, kept for half a year. A reminder waits as `queued` until shortly before its booking begins. Invitations to the bookings of others are among them. Mails with a token are left out. To an address that is not confirmed nothing is sent.
         */
        get: operations["listMyNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own sessions
         * @description The sessions that are open, newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description Ends the session. Its access token stops working at once, in all services.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export one's own data
         * @description All that this service holds about the caller. Bookings and reviews are at the other services.
         */
        get: operations["exportMyData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete one's own account
         * @description Needs the password; wrong ones are counted as at login, and lock what needs the password in a session. Name and address are erased, here and where others have booked with the address as an attendee, and become free; all sessions end, and upcoming bookings are cancelled. The other services do their part on the event `user.deleted`, a moment later. The last active admin cannot go.
         */
        post: operations["deleteMyAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Accounts by age, oldest first, those that all given filters let through. Deleted ones are left out unless asked for.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create an account
         * @description Makes an account with any role. Its e-mail address is confirmed as after `registerUser`. Publishes `user.registered`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get an account
         * @description For admins, and for everybody as to oneself.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description Erases name and address as `deleteMyAccount` does, ends all sessions, and has upcoming bookings cancelled by the event `user.deleted`. Not for oneself. Deleting a deleted account changes nothing.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change role or status, or unlock
         * @description Changes the fields that are given. A new role or status ends all sessions of the account at once. The last active admin can be neither demoted nor disabled. Publishes `user.updated`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{userId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * List what happened to an account
         * @description Who changed what and when, newest first.
         */
        get: operations["listUserAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-stops/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in a mail ends with. */
                token: string;
            };
            cookie?: never;
        };
        /**
         * Get the page that stops mails
         * @description A page for people, with a button that calls `stopMails`. It is what the link in the mails to attendees without an account leads to. Getting it changes nothing: programs that scan mails follow the links in them.
         */
        get: operations["getMailStopPage"];
        put?: never;
        /**
         * Stop the mails to an address
         * @description Stops all mails to attendees without an account that would go to the address of the link, cancellations included. Mail programs call it with one click (`List-Unsubscribe-Post`, RFC 8058): they send a form, or nothing. Repeating it is a success. Somebody who registers with the address gets its confirmation mail; `confirmEmail` allows mails to the address again.
         */
        post: operations["stopMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up names and addresses
         * @description What services need to show a name or to reach a person. Unknown ids are left out; the order is that of the ids. Requests of services are not counted.
         */
        get: operations["listUsersByIds"];
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
            /** @description Latin letters, digits, `_`, `.` and `-`. */
            username: string;
            /** Format: email */
            email: string;
            /** Format: single-line */
            fullName: string;
            /**
             * Format: password
             * @description Blanks at its ends count; accents are compared in Unicode NFC. Refused are the most common passwords, those without a visible character, and the username and e-mail address of the account.
             */
            password: string;
        };
        /**
         * @description An account that an admin makes.
         * @example {
         *       "username": "grace",
         *       "email": "grace@example.com",
         *       "fullName": "Grace Hopper",
         *       "password": "correct horse battery staple",
         *       "role": "facility_manager"
         *     }
         */
        UserCreate: {
            /** @description Latin letters, digits, `_`, `.` and `-`. */
            username: string;
            /** Format: email */
            email: string;
            /** Format: single-line */
            fullName: string;
            /**
             * Format: password
             * @description Blanks at its ends count; accents are compared in Unicode NFC. Refused are the most common passwords, those without a visible character, and the username and e-mail address of the account.
             */
            password: string;
            role: components["schemas"]["UserRole"];
        };
        /**
         * @description The roles that an account can have.
         * @enum {string}
         */
        UserRole: "user" | "facility_manager" | "moderator" | "admin";
        /**
         * @description A `disabled` account cannot log in until an admin makes it `active` again. A `deleted` one is left without name and address.
         * @enum {string}
         */
        UserStatus: "active" | "disabled" | "deleted";
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
         *       "refreshToken": "5kXo0s0gqzI2q1pJw2xw0Rr3c1yB6n8bV7mYk4tQe9A"
         *     }
         */
        SessionRefresh: {
            /** Format: password */
            refreshToken: string;
        };
        /**
         * @description Whose password is forgotten.
         * @example {
         *       "email": "ada@example.com"
         *     }
         */
        PasswordResetRequest: {
            /**
             * Format: email
             * @description The address of the account, in any case.
             */
            email: string;
        };
        /**
         * @description The token of the mail and the new password.
         * @example {
         *       "token": "n8bV7mYk4tQe9A5kXo0s0gqzI2q1pJw2xw0Rr3c1yB6",
         *       "newPassword": "staple battery horse correct"
         *     }
         */
        PasswordReset: {
            /** Format: password */
            token: string;
            /**
             * Format: password
             * @description Blanks at its ends count; accents are compared in Unicode NFC. Refused are the most common passwords, those without a visible character, and the username and e-mail address of the account.
             */
            newPassword: string;
        };
        /**
         * @description The address that waits to be confirmed.
         * @example {
         *       "email": "ada@example.com"
         *     }
         */
        EmailConfirmationRequest: {
            /**
             * Format: email
             * @description The address, in any case.
             */
            email: string;
        };
        /**
         * @description The token of the mail.
         * @example {
         *       "token": "q1pJw2xw0Rr3c1yB6n8bV7mYk4tQe9A5kXo0s0gqzI2"
         *     }
         */
        EmailConfirmation: {
            /** Format: password */
            token: string;
        };
        /**
         * @description Which sessions end. Without a body it is the one of the access token.
         * @example {
         *       "everywhere": true
         *     }
         */
        Logout: {
            /**
             * @description Ends all sessions of the caller instead of only this one.
             * @default false
             */
            everywhere?: boolean;
        };
        /**
         * @description What a service proves itself with.
         * @example {
         *       "clientId": "bookings",
         *       "clientSecret": "Yk4tQe9A5kXo0s0gqzI2q1pJw2xw0Rr3c1yB6n8bV7m"
         *     }
         */
        ClientCredentials: {
            clientId: string;
            /** Format: password */
            clientSecret: string;
        };
        /**
         * @description An access token of a service.
         * @example {
         *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6ImsxIn0.eyJzdWIiOiJib29raW5ncyJ9.c2lnbmF0dXJl",
         *       "tokenType": "Bearer",
         *       "expiresIn": 3600
         *     }
         */
        ServiceToken: {
            /** Format: password */
            accessToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @description Seconds until the access token expires. Ask for another before that. */
            expiresIn: number;
        };
        /**
         * @description An open session.
         * @example {
         *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6ImsxIn0.eyJzdWIiOiIwMTkzOWM5ZSJ9.c2lnbmF0dXJl",
         *       "refreshToken": "5kXo0s0gqzI2q1pJw2xw0Rr3c1yB6n8bV7mYk4tQe9A",
         *       "tokenType": "Bearer",
         *       "expiresIn": 3600,
         *       "user": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "username": "ada",
         *         "email": "ada@example.com",
         *         "emailConfirmed": true,
         *         "emailConfirmedAt": "2026-03-02T09:32:00.000Z",
         *         "pendingEmail": null,
         *         "fullName": "Ada Lovelace",
         *         "role": "user",
         *         "status": "active",
         *         "timeZone": "Europe/London",
         *         "locale": "en-GB",
         *         "notifications": {
         *           "bookingCreated": true,
         *           "bookingCancelled": true,
         *           "bookingReminder": true,
         *           "roomUnavailable": true,
         *           "approvalRequested": true,
         *           "reviewFlagged": true
         *         },
         *         "version": 1,
         *         "createdAt": "2026-03-02T09:30:00.000Z",
         *         "updatedAt": "2026-03-02T09:30:00.000Z"
         *       }
         *     }
         */
        Session: {
            /**
             * Format: password
             * @description Goes into the header `Authorization: Bearer …` of every request to all four services.
             */
            accessToken: string;
            /**
             * Format: password
             * @description Renews the session once, within 30 days.
             */
            refreshToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @description Seconds until the access token expires. */
            expiresIn: number;
            user: components["schemas"]["User"];
        };
        /**
         * @description Where somebody is logged in.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *       "device": "curl/8.5.0",
         *       "address": "192.0.2.7",
         *       "current": true,
         *       "createdAt": "2026-03-02T09:30:00.000Z",
         *       "lastSeenAt": "2026-03-02T11:05:00.000Z",
         *       "expiresAt": "2026-04-01T10:30:00.000Z"
         *     }
         */
        SessionInfo: {
            /** Format: uuid */
            id: string;
            /** @description What the `User-Agent` said at login. */
            device: string | null;
            /** @description The IP address that logged in or renewed the session last. */
            address: string;
            /** @description Whether this is the session of the request. */
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the session was last used, to within some minutes.
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description When the session ends unless it is renewed.
             */
            expiresAt: string;
        };
        /**
         * @description A page of sessions.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *           "device": "curl/8.5.0",
         *           "address": "192.0.2.7",
         *           "current": true,
         *           "createdAt": "2026-03-02T09:30:00.000Z",
         *           "lastSeenAt": "2026-03-02T11:05:00.000Z",
         *           "expiresAt": "2026-04-01T10:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        SessionInfoPage: {
            items: components["schemas"]["SessionInfo"][];
            /** @description The `cursor` of the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description An account.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "username": "ada",
         *       "email": "ada@example.com",
         *       "emailConfirmed": true,
         *       "emailConfirmedAt": "2026-03-02T09:32:00.000Z",
         *       "pendingEmail": null,
         *       "fullName": "Ada Lovelace",
         *       "role": "user",
         *       "status": "active",
         *       "timeZone": "Europe/London",
         *       "locale": "en-GB",
         *       "notifications": {
         *         "bookingCreated": true,
         *         "bookingCancelled": true,
         *         "bookingReminder": true,
         *         "roomUnavailable": true,
         *         "approvalRequested": true,
         *         "reviewFlagged": true
         *       },
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
            /** @description Whether somebody who reads the mails to `email` has confirmed it. Until then the account gets nothing but the confirmation mail, and no attendee of its bookings is invited. */
            emailConfirmed: boolean;
            /** Format: date-time */
            emailConfirmedAt: string | null;
            /** @description The address that replaces `email` once it is confirmed. */
            pendingEmail: string | null;
            fullName: string;
            role: components["schemas"]["UserRole"];
            status: components["schemas"]["UserStatus"];
            /** @description IANA time zone that mail to this person tells times in. */
            timeZone: string;
            /** @description BCP 47 language tag of mail to this person. */
            locale: string;
            notifications: components["schemas"]["NotificationPreferences"];
            /** @description Rises with every change; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description A page of accounts.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "username": "ada",
         *           "email": "ada@example.com",
         *           "emailConfirmed": true,
         *           "emailConfirmedAt": "2026-03-02T09:32:00.000Z",
         *           "pendingEmail": null,
         *           "fullName": "Ada Lovelace",
         *           "role": "user",
         *           "status": "active",
         *           "timeZone": "Europe/London",
         *           "locale": "en-GB",
         *           "notifications": {
         *             "bookingCreated": true,
         *             "bookingCancelled": true,
         *             "bookingReminder": true,
         *             "roomUnavailable": true,
         *             "approvalRequested": true,
         *             "reviewFlagged": true
         *           },
         *           "version": 1,
         *           "createdAt": "2026-03-02T09:30:00.000Z",
         *           "updatedAt": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": "WyIwMTkzOWM5ZS00YjdjLTdhNTQtOWQwZS01ZjNjMmYxYjhhMTAiXQ"
         *     }
         */
        UserPage: {
            items: components["schemas"]["User"][];
            /** @description The `cursor` of the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A mail to somebody and what became of it.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *       "kind": "booking_confirmed",
         *       "subject": "Booking confirmed: Sprint planning",
         *       "recipient": "ada@example.com",
         *       "status": "sent",
         *       "attempts": 1,
         *       "createdAt": "2026-03-02T09:30:00.000Z",
         *       "sentAt": "2026-03-02T09:30:01.000Z"
         *     }
         */
        Notification: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NotificationKind"];
            subject: string;
            /** @description The e-mail address. */
            recipient: string;
            /**
             * @description `suppressed`: the recipient does not want it, or it has become pointless. `failed`: given up.
             * @enum {string}
             */
            status: "queued" | "sent" | "failed" | "suppressed";
            /** @description How often sending was tried. */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the mail server took it.
             */
            sentAt: string | null;
        };
        /**
         * @description What a mail is about. `invitation…` are mails to an attendee of somebody else's booking.
         * @example booking_confirmed
         * @enum {string}
         */
        NotificationKind: "welcome" | "booking_confirmed" | "booking_changed" | "booking_cancelled" | "booking_pending" | "booking_rejected" | "booking_reminder" | "room_unavailable" | "approval_requested" | "invitation" | "invitation_changed" | "invitation_cancelled" | "review_flagged" | "account_locked" | "new_sign_in" | "email_change";
        /**
         * @description The form that mail programs send (RFC 8058, section 3.1).
         * @example {
         *       "List-Unsubscribe": "One-Click"
         *     }
         */
        MailStop: {
            /** @enum {string} */
            "List-Unsubscribe"?: "One-Click";
        };
        /**
         * @description A page of mails.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *           "kind": "booking_confirmed",
         *           "subject": "Booking confirmed: Sprint planning",
         *           "recipient": "ada@example.com",
         *           "status": "sent",
         *           "attempts": 1,
         *           "createdAt": "2026-03-02T09:30:00.000Z",
         *           "sentAt": "2026-03-02T09:30:01.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            /** @description The `cursor` of the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Which events bring a mail.
         * @example {
         *       "bookingCreated": true,
         *       "bookingCancelled": true,
         *       "bookingReminder": true,
         *       "roomUnavailable": true,
         *       "approvalRequested": true,
         *       "reviewFlagged": false
         *     }
         */
        NotificationPreferences: {
            /** @description A booking of one's own is confirmed, changed, or waits for approval; an invitation to somebody else's comes or changes. */
            bookingCreated: boolean;
            /** @description A booking of one's own is cancelled or rejected; an invitation to somebody else's is cancelled. */
            bookingCancelled: boolean;
            /** @description A booking of one's own begins soon. */
            bookingReminder: boolean;
            /** @description A room is closed or out of use when one has booked it, and the booking stands. */
            roomUnavailable: boolean;
            /** @description Somebody else's booking or series waits for approval; only facility managers and admins are told. */
            approvalRequested: boolean;
            /** @description A review waits for moderation; only moderators and admins are told. */
            reviewFlagged: boolean;
        };
        /**
         * @description The preferences that change.
         * @example {
         *       "reviewFlagged": false
         *     }
         */
        NotificationPreferencesUpdate: {
            bookingCreated?: boolean;
            bookingCancelled?: boolean;
            bookingReminder?: boolean;
            roomUnavailable?: boolean;
            approvalRequested?: boolean;
            reviewFlagged?: boolean;
        };
        /**
         * @description The fields of one's own account that change.
         * @example {
         *       "fullName": "Augusta Ada Lovelace",
         *       "timeZone": "Europe/London",
         *       "notifications": {
         *         "reviewFlagged": false
         *       }
         *     }
         */
        ProfileUpdate: {
            /** Format: email */
            email?: string;
            /**
             * Format: password
             * @description Needed for a new `email`.
             */
            currentPassword?: string;
            /** Format: single-line */
            fullName?: string;
            /** @description IANA time zone. */
            timeZone?: string;
            /** @description BCP 47 language tag: language, script and region. */
            locale?: string;
            notifications?: components["schemas"]["NotificationPreferencesUpdate"];
        };
        /**
         * @description The current password and the new one.
         * @example {
         *       "currentPassword": "correct horse battery staple",
         *       "newPassword": "staple battery horse correct"
         *     }
         */
        PasswordChange: {
            /** Format: password */
            currentPassword: string;
            /**
             * Format: password
             * @description Blanks at its ends count; accents are compared in Unicode NFC. Refused are the most common passwords, those without a visible character, and the username and e-mail address of the account.
             */
            newPassword: string;
        };
        /**
         * @description The password, so that nobody deletes an account from a browser left open.
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        AccountDeletion: {
            /** Format: password */
            password: string;
        };
        /**
         * @description All that the users service holds about a person. Of passwords and tokens only hashes are kept, which are left out.
         * @example {
         *       "exportedAt": "2026-03-02T12:00:00.000Z",
         *       "user": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "username": "ada",
         *         "email": "ada@example.com",
         *         "emailConfirmed": true,
         *         "emailConfirmedAt": "2026-03-02T09:32:00.000Z",
         *         "pendingEmail": null,
         *         "fullName": "Ada Lovelace",
         *         "role": "user",
         *         "status": "active",
         *         "timeZone": "Europe/London",
         *         "locale": "en-GB",
         *         "notifications": {
         *           "bookingCreated": true,
         *           "bookingCancelled": true,
         *           "bookingReminder": true,
         *           "roomUnavailable": true,
         *           "approvalRequested": true,
         *           "reviewFlagged": true
         *         },
         *         "version": 1,
         *         "createdAt": "2026-03-02T09:30:00.000Z",
         *         "updatedAt": "2026-03-02T09:30:00.000Z"
         *       },
         *       "lastLoginAt": "2026-03-02T09:30:00.000Z",
         *       "sessions": [],
         *       "audit": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "action": "registered",
         *           "changes": [],
         *           "at": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "notifications": []
         *     }
         */
        PersonalData: {
            /** Format: date-time */
            exportedAt: string;
            user: components["schemas"]["User"];
            /** Format: date-time */
            lastLoginAt: string | null;
            /** @description The sessions, open and over, as long as they are kept. */
            sessions: components["schemas"]["SessionInfo"][];
            /** @description What happened to the account, newest first. */
            audit: components["schemas"]["UserAuditEntry"][];
            /** @description The mails to the person, newest first, as long as they are kept. */
            notifications: components["schemas"]["Notification"][];
        };
        /**
         * @description What an admin changes of an account.
         * @example {
         *       "role": "facility_manager"
         *     }
         */
        UserUpdate: {
            role?: components["schemas"]["UserRole"];
            /** @enum {string} */
            status?: "active" | "disabled";
            /** @description `true` ends the locks that wrong passwords have put on the account. */
            unlock?: boolean;
        };
        /**
         * @description One change of an account.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "action": "updated",
         *       "changes": [
         *         {
         *           "field": "role",
         *           "before": "user",
         *           "after": "moderator"
         *         }
         *       ],
         *       "at": "2026-03-02T09:30:00.000Z"
         *     }
         */
        UserAuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            userId: string;
            /**
             * Format: uuid
             * @description Who did it; null for what was done from the command line or by the system.
             */
            actorId: string | null;
            /** @enum {string} */
            action: "registered" | "created" | "updated" | "unlocked" | "email_change_requested" | "email_confirmed" | "password_changed" | "refresh_token_reused" | "deleted";
            /** @description The fields that changed. */
            changes: components["schemas"]["UserChange"][];
            /** Format: date-time */
            at: string;
        };
        /**
         * @description A field that changed. Values are kept of role, status and e-mail address; addresses are erased with the account.
         * @example {
         *       "field": "role",
         *       "before": "user",
         *       "after": "moderator"
         *     }
         */
        UserChange: {
            /** @enum {string} */
            field: "email" | "fullName" | "timeZone" | "locale" | "notifications" | "role" | "status";
            before: string | null;
            after: string | null;
        };
        /**
         * @description A page of changes of an account.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "actorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "action": "updated",
         *           "changes": [
         *             {
         *               "field": "role",
         *               "before": "user",
         *               "after": "moderator"
         *             }
         *           ],
         *           "at": "2026-03-02T09:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        UserAuditPage: {
            items: components["schemas"]["UserAuditEntry"][];
            /** @description The `cursor` of the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How to name and reach a person. Whoever is not `active` gets no mail.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "fullName": "Ada Lovelace",
         *       "email": "ada@example.com",
         *       "locale": "en-GB",
         *       "timeZone": "Europe/London",
         *       "notifications": {
         *         "bookingCreated": true,
         *         "bookingCancelled": true,
         *         "bookingReminder": true,
         *         "roomUnavailable": true,
         *         "approvalRequested": true,
         *         "reviewFlagged": true
         *       },
         *       "status": "active"
         *     }
         */
        DirectoryEntry: {
            /** Format: uuid */
            id: string;
            fullName: string;
            /** Format: email */
            email: string;
            locale: string;
            timeZone: string;
            notifications: components["schemas"]["NotificationPreferences"];
            status: components["schemas"]["UserStatus"];
        };
        /**
         * @description The people who were found.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "fullName": "Ada Lovelace",
         *           "email": "ada@example.com",
         *           "locale": "en-GB",
         *           "timeZone": "Europe/London",
         *           "notifications": {
         *             "bookingCreated": true,
         *             "bookingCancelled": true,
         *             "bookingReminder": true,
         *             "roomUnavailable": true,
         *             "approvalRequested": true,
         *             "reviewFlagged": true
         *           },
         *           "status": "active"
         *         }
         *       ]
         *     }
         */
        DirectoryEntryList: {
            items: components["schemas"]["DirectoryEntry"][];
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
    };
    parameters: {
        /** @description Which account. */
        UserId: string;
        /** @description Which session. */
        SessionId: string;
        /** @description Only accounts with this role. */
        RoleFilter: components["schemas"]["UserRole"];
        /** @description Only accounts in this status. */
        StatusFilter: components["schemas"]["UserStatus"];
        /** @description Only accounts whose username, e-mail address or full name holds this text, in any case. */
        AccountTextFilter: string;
        /** @description Whom to look up; repeat the parameter for each. */
        UserIds: string[];
        /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
        IfNoneMatch: string;
        /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
        IfMatch: string;
        /** @description How many items a page holds at most. */
        Limit: number;
        /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
        Cursor: string;
        /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
        /** @description Path of what was created. */
        Location: string;
        /** @description The content codings that bodies may have (RFC 9110, section 15.5.16); there when the body had another. */
        AcceptEncoding: string;
        /** @description How to authenticate, as of RFC 6750. */
        WWWAuthenticate: string;
        /** @description Identifies this version of the resource; for `If-Match` and `If-None-Match`. */
        ETag: string;
        /** @description The next page, as `<path>; rel="next"`. Absent on the last page. */
        Link: string;
        /** @description `true` when this is the stored answer of an earlier request with the same `Idempotency-Key`; absent otherwise. */
        IdempotencyReplayed: "true";
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
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
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
                    Location: components["headers"]["Location"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description If there is an account with this address, a mail will be sent. */
            202: {
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The password is changed and all sessions are over. */
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    requestEmailConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailConfirmationRequest"];
            };
        };
        responses: {
            /** @description If an account waits for this address to be confirmed, a mail will be sent. */
            202: {
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailConfirmation"];
            };
        };
        responses: {
            /** @description The address is confirmed. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Logout"];
            };
        };
        responses: {
            /** @description The sessions are over. */
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session lasts. */
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
                    "application/json": components["schemas"]["SessionInfo"];
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
    issueServiceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientCredentials"];
            };
        };
        responses: {
            /** @description The token. */
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
                    "application/json": components["schemas"]["ServiceToken"];
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
    updateProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUpdate"];
            };
        };
        responses: {
            /** @description The account after the change. */
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
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password is changed and the other sessions are over. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMyNotifications: {
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
            /** @description A page of mails. */
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
                    "application/json": components["schemas"]["NotificationPage"];
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
    listSessions: {
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
            /** @description A page of sessions. */
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
                    "application/json": components["schemas"]["SessionInfoPage"];
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
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
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
    exportMyData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data. */
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
                    "application/json": components["schemas"]["PersonalData"];
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
    deleteMyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description The account is deleted. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Only accounts with this role. */
                role?: components["parameters"]["RoleFilter"];
                /** @description Only accounts in this status. */
                status?: components["parameters"]["StatusFilter"];
                /** @description Only accounts whose username, e-mail address or full name holds this text, in any case. */
                text?: components["parameters"]["AccountTextFilter"];
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
            /** @description A page of accounts. */
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
                    "application/json": components["schemas"]["UserPage"];
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
    createUser: {
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
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The account is made. */
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
                    "application/json": components["schemas"]["User"];
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
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
            };
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is deleted. */
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
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The account after the change. */
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
                    "application/json": components["schemas"]["User"];
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
    listUserAudit: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Which account. */
                userId: components["parameters"]["UserId"];
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
                    "application/json": components["schemas"]["UserAuditPage"];
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
    getMailStopPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in a mail ends with. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
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
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stopMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the link in a mail ends with. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MailStop"];
                "multipart/form-data": components["schemas"]["MailStop"];
            };
        };
        responses: {
            /** @description The mails are stopped; a page says so. */
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
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsersByIds: {
        parameters: {
            query: {
                /** @description Whom to look up; repeat the parameter for each. */
                userId: components["parameters"]["UserIds"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those of them that exist. */
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
                    "application/json": components["schemas"]["DirectoryEntryList"];
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
}
