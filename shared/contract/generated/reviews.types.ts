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
         * @description Reviews that everybody may see, and with one's own `userId` all of one's own. With `status`, `ratingMin`, `ratingMax` or `text`, a page may hold fewer items than `limit`, even none, although there is a next one: each page looks through a bounded number of reviews.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Review a room
         * @description Only somebody whose booking of the room is completed may review it, and once: a second review is answered 409; update the first. Publishes `review.published`.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        /**
         * Get a review
         * @description A review that everybody may see, or one's own; `moderator` and `admin` get any.
         */
        get: operations["getReview"];
        put?: never;
        post?: never;
        /**
         * Delete a review
         * @description Its author, `moderator` and `admin`. The author may review the room again; to prevent that, moderators remove it with `moderateReview` instead. What is flagged, or a moderator has rejected or removed, its author cannot delete. Publishes `review.deleted`.
         */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        /**
         * Change a review
         * @description Its author only. What is left out stays; `null` takes a text away. The change shows as `editedAt`, and moderators can read what it was before. An approved review is `published` again, for its approval was of another text; a rejected or removed one can no longer be changed. Publishes `review.updated`.
         */
        patch: operations["updateReview"];
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        /**
         * Get the earlier texts of a review
         * @description What the review said before each of its changes, latest first; also of a deleted one, whose last text comes first.
         */
        get: operations["getReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/helpful": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Mark a review as helpful
         * @description Counts once for each user, however often it is called. Not for one's own review.
         */
        put: operations["markReviewHelpful"];
        post?: never;
        /**
         * Take a mark back
         * @description Does nothing when there is none.
         */
        delete: operations["unmarkReviewHelpful"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Flag a review
         * @description Asks moderators to look at it. Once for each user, and not one's own. Three flags (configurable) hide the review until it is moderated. Publishes `review.flagged`.
         */
        post: operations["flagReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a review
         * @description `approve` clears a review of its flags; `reject` and `remove` hide it from all but its author and moderators; `restore` takes either back, to `approved`. A decision that the state does not allow is answered 409. All its open flags are settled, and kept. Publishes `review.moderated`.
         */
        post: operations["moderateReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flagged-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reviews that wait for a moderator
         * @description Every review with open flags, hidden or not yet, with all its flags. The one that has waited longest comes first.
         */
        get: operations["listFlaggedReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what moderators did
         * @description Latest first.
         */
        get: operations["listModerationLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/room-ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ratings of rooms
         * @description Rooms that have a rating; one whose reviews are none, or all hidden, is left out. Give `roomId` and `building` together for those rooms of the list that are in the building.
         */
        get: operations["listRoomRatings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/room-ratings/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: string;
            };
            cookie?: never;
        };
        /**
         * Get the rating of a room
         * @description Costs the same however many reviews the room has. A room without reviews has a rating with `ratingAverage` `null`.
         */
        get: operations["getRoomRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get statistics of reviews
         * @description Of all rooms, or of some.
         */
        get: operations["getReviewStatistics"];
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
         * @description What is to change of a review.
         * @example {
         *       "rating": 5,
         *       "cons": null
         *     }
         */
        ReviewUpdate: {
            /** @description Whole stars. */
            rating?: number;
            /** Format: single-line */
            title?: string | null;
            /** Format: multi-line */
            comment?: string | null;
            /** Format: multi-line */
            pros?: string | null;
            /** Format: multi-line */
            cons?: string | null;
        };
        /**
         * @description A review. Its texts are as they were given; escape them wherever you show them.
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
         *       "helpfulCount": 2,
         *       "version": 3,
         *       "createdAt": "2026-03-02T11:30:00.000Z",
         *       "editedAt": null,
         *       "updatedAt": "2026-03-03T08:12:00.000Z"
         *     }
         */
        Review: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string;
            /**
             * Format: uuid
             * @description Who wrote it; `null` once that account is deleted.
             */
            userId: string | null;
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
            /** @description How many users found it helpful. */
            helpfulCount: number;
            /** @description Rises with every change of the review, marks as helpful included; also in the `ETag`. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its author changed it last; `null` when never.
             */
            editedAt: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description Only `published` and `approved` reviews are seen by everybody and count in the room's rating. `flagged` ones wait for a moderator, `rejected` and `removed` ones were decided against.
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
         *           "helpfulCount": 2,
         *           "version": 3,
         *           "createdAt": "2026-03-02T11:30:00.000Z",
         *           "editedAt": null,
         *           "updatedAt": "2026-03-03T08:12:00.000Z"
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
         * @description What a review said before a change.
         * @example {
         *       "version": 1,
         *       "rating": 2,
         *       "title": "Too warm",
         *       "comment": "The air conditioning was off all morning.",
         *       "pros": null,
         *       "cons": null,
         *       "writtenAt": "2026-03-02T11:30:00.000Z",
         *       "replacedAt": "2026-03-02T14:05:00.000Z"
         *     }
         */
        ReviewEdition: {
            /** @description The version of the review that was the last to say so. */
            version: number;
            rating: number;
            title: string | null;
            comment: string | null;
            pros: string | null;
            cons: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** Format: date-time */
            replacedAt: string;
        };
        /**
         * @description A page of earlier texts of a review.
         * @example {
         *       "items": [
         *         {
         *           "version": 1,
         *           "rating": 2,
         *           "title": "Too warm",
         *           "comment": "The air conditioning was off all morning.",
         *           "pros": null,
         *           "cons": null,
         *           "writtenAt": "2026-03-02T11:30:00.000Z",
         *           "replacedAt": "2026-03-02T14:05:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ReviewEditionPage: {
            items: components["schemas"]["ReviewEdition"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What is wrong with a review.
         * @enum {string}
         */
        FlagReason: "spam" | "offensive" | "off_topic" | "false_information" | "personal_data" | "other";
        /**
         * @description Why moderators should look at a review.
         * @example {
         *       "reason": "spam",
         *       "note": "Advertises a caterer."
         *     }
         */
        ReviewFlagCreate: {
            reason: components["schemas"]["FlagReason"];
            /** Format: multi-line */
            note?: string;
        };
        /**
         * @description Somebody's wish that a moderator look at a review. It is kept once settled.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *       "reviewId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *       "reason": "spam",
         *       "note": "Advertises a caterer.",
         *       "resolution": null,
         *       "createdAt": "2026-03-04T09:00:00.000Z",
         *       "resolvedAt": null
         *     }
         */
        ReviewFlag: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reviewId: string;
            /**
             * Format: uuid
             * @description Who flagged; `null` once that account is deleted.
             */
            userId: string | null;
            reason: components["schemas"]["FlagReason"];
            note: string | null;
            /** @description What settled it; `null` while it is open. */
            resolution: components["schemas"]["ModerationOutcome"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        /**
         * @description A review that waits for a moderator.
         * @example {
         *       "review": {
         *         "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *         "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *         "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *         "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *         "rating": 4,
         *         "title": "Bright and quiet",
         *         "comment": null,
         *         "pros": null,
         *         "cons": "The projector needs an adapter.",
         *         "status": "published",
         *         "helpfulCount": 2,
         *         "version": 3,
         *         "createdAt": "2026-03-02T11:30:00.000Z",
         *         "editedAt": null,
         *         "updatedAt": "2026-03-03T08:12:00.000Z"
         *       },
         *       "flags": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *           "reviewId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *           "reason": "spam",
         *           "note": "Advertises a caterer.",
         *           "resolution": null,
         *           "createdAt": "2026-03-04T09:00:00.000Z",
         *           "resolvedAt": null
         *         }
         *       ],
         *       "openFlagCount": 1,
         *       "flaggedSince": "2026-03-04T09:00:00.000Z"
         *     }
         */
        FlaggedReview: {
            review: components["schemas"]["Review"];
            /** @description All its flags, settled ones too, oldest first. */
            flags: components["schemas"]["ReviewFlag"][];
            openFlagCount: number;
            /**
             * Format: date-time
             * @description When the oldest open flag came.
             */
            flaggedSince: string;
        };
        /**
         * @description A page of reviews that wait for a moderator.
         * @example {
         *       "items": [
         *         {
         *           "review": {
         *             "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *             "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *             "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a12",
         *             "bookingId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a13",
         *             "rating": 4,
         *             "title": "Bright and quiet",
         *             "comment": null,
         *             "pros": null,
         *             "cons": "The projector needs an adapter.",
         *             "status": "published",
         *             "helpfulCount": 2,
         *             "version": 3,
         *             "createdAt": "2026-03-02T11:30:00.000Z",
         *             "editedAt": null,
         *             "updatedAt": "2026-03-03T08:12:00.000Z"
         *           },
         *           "flags": [
         *             {
         *               "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a14",
         *               "reviewId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *               "userId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a15",
         *               "reason": "spam",
         *               "note": "Advertises a caterer.",
         *               "resolution": null,
         *               "createdAt": "2026-03-04T09:00:00.000Z",
         *               "resolvedAt": null
         *             }
         *           ],
         *           "openFlagCount": 1,
         *           "flaggedSince": "2026-03-04T09:00:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        FlaggedReviewPage: {
            items: components["schemas"]["FlaggedReview"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What a moderator can decide.
         * @enum {string}
         */
        ModerationAction: "approve" | "reject" | "remove" | "restore";
        /**
         * @description What became of a review; `delete` when it was deleted, by its author or by a moderator.
         * @enum {string}
         */
        ModerationOutcome: "approve" | "reject" | "remove" | "restore" | "delete";
        /**
         * @description A moderator's decision.
         * @example {
         *       "action": "reject",
         *       "note": "Names a colleague."
         *     }
         */
        ReviewModeration: {
            action: components["schemas"]["ModerationAction"];
            /**
             * Format: multi-line
             * @description Why, for the log.
             */
            note?: string;
        };
        /**
         * @description Something that a moderator did.
         * @example {
         *       "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *       "reviewId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *       "moderatorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a17",
         *       "action": "reject",
         *       "note": "Names a colleague.",
         *       "statusBefore": "flagged",
         *       "statusAfter": "rejected",
         *       "at": "2026-03-04T10:30:00.000Z"
         *     }
         */
        ModerationEntry: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reviewId: string;
            /** Format: uuid */
            moderatorId: string;
            action: components["schemas"]["ModerationOutcome"];
            note: string | null;
            statusBefore: components["schemas"]["ReviewStatus"];
            statusAfter: components["schemas"]["ReviewStatus"];
            /** Format: date-time */
            at: string;
        };
        /**
         * @description A page of what moderators did.
         * @example {
         *       "items": [
         *         {
         *           "id": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a16",
         *           "reviewId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10",
         *           "moderatorId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a17",
         *           "action": "reject",
         *           "note": "Names a colleague.",
         *           "statusBefore": "flagged",
         *           "statusAfter": "rejected",
         *           "at": "2026-03-04T10:30:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        ModerationEntryPage: {
            items: components["schemas"]["ModerationEntry"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How many reviews give so many stars.
         * @example {
         *       "stars": 5,
         *       "count": 12
         *     }
         */
        StarCount: {
            stars: number;
            count: number;
        };
        /**
         * @description The reviews of one day.
         * @example {
         *       "date": "2026-03-02",
         *       "ratingAverage": 4.5,
         *       "ratingCount": 2
         *     }
         */
        RatingDay: {
            /**
             * Format: date
             * @description The day in UTC on which they were written.
             */
            date: string;
            ratingAverage: number;
            ratingCount: number;
        };
        /**
         * @description What the reviews of a room come to.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "ratingAverage": 4.33,
         *       "ratingCount": 3,
         *       "distribution": [
         *         {
         *           "stars": 5,
         *           "count": 1
         *         },
         *         {
         *           "stars": 4,
         *           "count": 2
         *         },
         *         {
         *           "stars": 3,
         *           "count": 0
         *         },
         *         {
         *           "stars": 2,
         *           "count": 0
         *         },
         *         {
         *           "stars": 1,
         *           "count": 0
         *         }
         *       ],
         *       "trend": [
         *         {
         *           "date": "2026-03-02",
         *           "ratingAverage": 4.5,
         *           "ratingCount": 2
         *         }
         *       ],
         *       "lastReviewAt": "2026-03-02T16:20:00.000Z"
         *     }
         */
        RoomRating: {
            /** Format: uuid */
            roomId: string;
            /** @description Stars on average, to two decimals; `null` without reviews. */
            ratingAverage: number | null;
            /** @description How many reviews count. */
            ratingCount: number;
            /** @description How many reviews give how many stars, from five to one. */
            distribution: components["schemas"]["StarCount"][];
            /** @description The last 90 days, today included; days without reviews are left out. */
            trend: components["schemas"]["RatingDay"][];
            /**
             * Format: date-time
             * @description When the newest of these reviews was written.
             */
            lastReviewAt: string | null;
        };
        /**
         * @description The rating of a room in a list.
         * @example {
         *       "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *       "ratingAverage": 4.33,
         *       "ratingCount": 3,
         *       "distribution": [
         *         {
         *           "stars": 5,
         *           "count": 1
         *         },
         *         {
         *           "stars": 4,
         *           "count": 2
         *         },
         *         {
         *           "stars": 3,
         *           "count": 0
         *         },
         *         {
         *           "stars": 2,
         *           "count": 0
         *         },
         *         {
         *           "stars": 1,
         *           "count": 0
         *         }
         *       ],
         *       "lastReviewAt": "2026-03-02T16:20:00.000Z"
         *     }
         */
        RoomRatingSummary: {
            /** Format: uuid */
            roomId: string;
            /** @description Stars on average, to two decimals. */
            ratingAverage: number;
            ratingCount: number;
            /** @description How many reviews give how many stars, from five to one. */
            distribution: components["schemas"]["StarCount"][];
            /** Format: date-time */
            lastReviewAt: string;
        };
        /**
         * @description A page of ratings.
         * @example {
         *       "items": [
         *         {
         *           "roomId": "01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a11",
         *           "ratingAverage": 4.33,
         *           "ratingCount": 3,
         *           "distribution": [
         *             {
         *               "stars": 5,
         *               "count": 1
         *             },
         *             {
         *               "stars": 4,
         *               "count": 2
         *             },
         *             {
         *               "stars": 3,
         *               "count": 0
         *             },
         *             {
         *               "stars": 2,
         *               "count": 0
         *             },
         *             {
         *               "stars": 1,
         *               "count": 0
         *             }
         *           ],
         *           "lastReviewAt": "2026-03-02T16:20:00.000Z"
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        RoomRatingPage: {
            items: components["schemas"]["RoomRatingSummary"][];
            /** @description The `cursor` of the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How many reviews are in a state.
         * @example {
         *       "status": "published",
         *       "count": 120
         *     }
         */
        StatusCount: {
            status: components["schemas"]["ReviewStatus"];
            count: number;
        };
        /**
         * @description Reviews in numbers. Deleted ones are in none of them.
         * @example {
         *       "reviewCount": 5,
         *       "statuses": [
         *         {
         *           "status": "published",
         *           "count": 2
         *         },
         *         {
         *           "status": "flagged",
         *           "count": 1
         *         },
         *         {
         *           "status": "approved",
         *           "count": 1
         *         },
         *         {
         *           "status": "rejected",
         *           "count": 0
         *         },
         *         {
         *           "status": "removed",
         *           "count": 1
         *         }
         *       ],
         *       "roomCount": 2,
         *       "ratingAverage": 4.33,
         *       "ratingCount": 3,
         *       "distribution": [
         *         {
         *           "stars": 5,
         *           "count": 1
         *         },
         *         {
         *           "stars": 4,
         *           "count": 2
         *         },
         *         {
         *           "stars": 3,
         *           "count": 0
         *         },
         *         {
         *           "stars": 2,
         *           "count": 0
         *         },
         *         {
         *           "stars": 1,
         *           "count": 0
         *         }
         *       ],
         *       "trend": [
         *         {
         *           "date": "2026-03-02",
         *           "ratingAverage": 4.5,
         *           "ratingCount": 2
         *         }
         *       ],
         *       "lastReviewAt": "2026-03-02T16:20:00.000Z"
         *     }
         */
        ReviewStatistics: {
            /** @description How many reviews there are, in any state. */
            reviewCount: number;
            /** @description How many reviews are in which state. */
            statuses: components["schemas"]["StatusCount"][];
            /** @description How many rooms have a rating. */
            roomCount: number;
            /** @description Stars on average over all reviews that count, to two decimals; `null` without any. */
            ratingAverage: number | null;
            /** @description How many reviews count. */
            ratingCount: number;
            /** @description How many reviews give how many stars, from five to one. */
            distribution: components["schemas"]["StarCount"][];
            /** @description The last 90 days, today included; days without reviews are left out. */
            trend: components["schemas"]["RatingDay"][];
            /**
             * Format: date-time
             * @description When the newest review that counts was written.
             */
            lastReviewAt: string | null;
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
        /** @description The review. */
        ReviewId: string;
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
    listReviews: {
        parameters: {
            query?: {
                /** @description Only reviews of this room. */
                roomId?: string;
                /** @description Only reviews by this user. */
                userId?: string;
                /** @description Only reviews in this state. Other states than `published` and `approved` need one's own `userId`, or the role `moderator` or `admin`. */
                status?: components["schemas"]["ReviewStatus"];
                /** @description Only reviews with at least so many stars. */
                ratingMin?: number;
                /** @description Only reviews with at most so many stars. */
                ratingMax?: number;
                /** @description Only reviews that hold this text in their title, comment, pros or cons, regardless of case. */
                text?: string;
                /** @description What comes first: the newest, those with the most stars, or those that most users found helpful. Among equals, the newest. */
                sort?: "newest" | "rating" | "helpful";
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
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
                    "Cache-Control": components["headers"]["CacheControl"];
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
    getReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the copy at hand. When it is still right, the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review. */
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
                    "application/json": components["schemas"]["Review"];
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
    deleteReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review is deleted. */
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
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewUpdate"];
            };
        };
        responses: {
            /** @description The review as it is now. */
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
                    "application/json": components["schemas"]["Review"];
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
    getReviewHistory: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Where to go on, the `nextCursor` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of earlier texts. */
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
                    "application/json": components["schemas"]["ReviewEditionPage"];
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
    markReviewHelpful: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review, with the mark counted. */
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
                    "application/json": components["schemas"]["Review"];
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
    unmarkReviewHelpful: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review, without the mark. */
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
                    "application/json": components["schemas"]["Review"];
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
    flagReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. For 24 hours, the same key and body get the first answer again, with `Idempotency-Replayed: true`: the success, or the refusal by a rule (403, 404, 409, 422), even when the rule would not refuse it any more. After a refusal send the next try with a new key. The same key with another body is answered 422. Answers that say nothing about the request itself (400, 401, 412, 429, 5xx) are not kept. A dry run ignores the key. Use a random value, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewFlagCreate"];
            };
        };
        responses: {
            /** @description The flag is kept. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["CorrelationId"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewFlag"];
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
    moderateReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that the change is based on. When the resource has changed since, the answer is 412 and nothing happens. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The review. */
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewModeration"];
            };
        };
        responses: {
            /** @description The review as it is now. */
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
                    "application/json": components["schemas"]["Review"];
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
    listFlaggedReviews: {
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
            /** @description A page of flagged reviews. */
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
                    "application/json": components["schemas"]["FlaggedReviewPage"];
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
    listModerationLog: {
        parameters: {
            query?: {
                /** @description Only entries about this review. */
                reviewId?: string;
                /** @description Only entries by this moderator. */
                moderatorId?: string;
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
            /** @description A page of entries. */
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
                    "application/json": components["schemas"]["ModerationEntryPage"];
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
    listRoomRatings: {
        parameters: {
            query?: {
                /** @description Only these rooms; give the parameter once for each. */
                roomId?: string[];
                /** @description Only rooms of this building, regardless of case. */
                building?: string;
                /** @description What comes first: the best rating, the most reviews, or the latest review. */
                sort?: "rating" | "count" | "newest";
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
            /** @description A page of ratings. */
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
                    "application/json": components["schemas"]["RoomRatingPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRoomRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The room. */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rating. */
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
                    "application/json": components["schemas"]["RoomRating"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewStatistics: {
        parameters: {
            query?: {
                /** @description Only these rooms; give the parameter once for each. */
                roomId?: string[];
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
                    "application/json": components["schemas"]["ReviewStatistics"];
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
