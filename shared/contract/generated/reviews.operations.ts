// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type } from '@sinclair/typebox'
import type { Contract } from '../contract.ts'
import * as schemas from './reviews.schemas.ts'
import type { operations } from './reviews.types.ts'

const headers = {
  AcceptEncoding: Type.String(),
  CacheControl: Type.String(),
  CorrelationId: Type.String({ pattern: '^[A-Za-z0-9_.-]{8,64}$' }),
  ETag: Type.String({ pattern: '^"[^"]+"$' }),
  IdempotencyReplayed: Type.Unsafe<'true'>({ type: 'string', enum: ['true'] }),
  Link: Type.String(),
  Location: Type.String({ format: 'uri-reference' }),
  RateLimitLimit: Type.Integer({ minimum: 0 }),
  RateLimitRemaining: Type.Integer({ minimum: 0 }),
  RateLimitReset: Type.Integer({ minimum: 0 }),
  RetryAfter: Type.Integer({ minimum: 0 }),
  WWWAuthenticate: Type.String()
}

const responses = {
  BadRequest: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  Conflict: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  Forbidden: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  InternalServerError: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  NotFound: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  NotModified: {
    mediaTypes: [],
    schema: null,
    headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  PayloadTooLarge: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  PreconditionFailed: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  ServiceUnavailable: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'Retry-After': headers.RetryAfter, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  TooManyRequests: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'Retry-After': headers.RetryAfter, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  Unauthorized: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'WWW-Authenticate': headers.WWWAuthenticate, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  UnprocessableContent: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  UnsupportedMediaType: {
    mediaTypes: ['application/json'],
    schema: schemas.ErrorBody,
    headers: { 'Accept-Encoding': headers.AcceptEncoding, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  }
}

/** Every operation of the reviews service: one table for routes, clients, authorisation and tests. */
export const reviewsContract = {
  getHealth: {
    operationId: 'getHealth',
    method: 'GET',
    path: '/health',
    access: 'public',
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Health,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      500: responses.InternalServerError
    }
  },
  getReadiness: {
    operationId: 'getReadiness',
    method: 'GET',
    path: '/ready',
    access: 'public',
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Readiness,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listReviews: {
    operationId: 'listReviews',
    method: 'GET',
    path: '/api/v1/reviews',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.String({ format: 'uuid' })),
        'userId': Type.Optional(Type.String({ format: 'uuid' })),
        'status': Type.Optional(schemas.ReviewStatus),
        'ratingMin': Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
        'ratingMax': Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
        'text': Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
        'sort': Type.Unsafe<'newest' | 'rating' | 'helpful'>({ type: 'string', enum: ['newest', 'rating', 'helpful'], default: 'newest' }),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ReviewPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  createReview: {
    operationId: 'createReview',
    method: 'POST',
    path: '/api/v1/reviews',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.ReviewCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'Location': headers.Location, 'ETag': headers.ETag, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getReview: {
    operationId: 'getReview',
    method: 'GET',
    path: '/api/v1/reviews/{reviewId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  updateReview: {
    operationId: 'updateReview',
    method: 'PATCH',
    path: '/api/v1/reviews/{reviewId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.ReviewUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.Conflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  deleteReview: {
    operationId: 'deleteReview',
    method: 'DELETE',
    path: '/api/v1/reviews/{reviewId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      })
    },
    responses: {
      204: {
        mediaTypes: [],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.Conflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getReviewHistory: {
    operationId: 'getReviewHistory',
    method: 'GET',
    path: '/api/v1/reviews/{reviewId}/history',
    access: ['moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ReviewEditionPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  markReviewHelpful: {
    operationId: 'markReviewHelpful',
    method: 'PUT',
    path: '/api/v1/reviews/{reviewId}/helpful',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  unmarkReviewHelpful: {
    operationId: 'unmarkReviewHelpful',
    method: 'DELETE',
    path: '/api/v1/reviews/{reviewId}/helpful',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  flagReview: {
    operationId: 'flagReview',
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/flags',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 201,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.ReviewFlagCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.ReviewFlag,
        headers: { 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  moderateReview: {
    operationId: 'moderateReview',
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/moderation',
    access: ['moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reviewId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.ReviewModeration,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Review,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.Conflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listFlaggedReviews: {
    operationId: 'listFlaggedReviews',
    method: 'GET',
    path: '/api/v1/flagged-reviews',
    access: ['moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.FlaggedReviewPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listModerationLog: {
    operationId: 'listModerationLog',
    method: 'GET',
    path: '/api/v1/moderation-log',
    access: ['moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'reviewId': Type.Optional(Type.String({ format: 'uuid' })),
        'moderatorId': Type.Optional(Type.String({ format: 'uuid' })),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ModerationEntryPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listRoomRatings: {
    operationId: 'listRoomRatings',
    method: 'GET',
    path: '/api/v1/room-ratings',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100, uniqueItems: true })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'sort': Type.Unsafe<'rating' | 'count' | 'newest'>({ type: 'string', enum: ['rating', 'count', 'newest'], default: 'rating' }),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomRatingPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getRoomRating: {
    operationId: 'getRoomRating',
    method: 'GET',
    path: '/api/v1/room-ratings/{roomId}',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomRating,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getReviewStatistics: {
    operationId: 'getReviewStatistics',
    method: 'GET',
    path: '/api/v1/review-statistics',
    access: ['facility_manager', 'moderator', 'admin'],
    status: 200,
    rateLimit: 300,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100, uniqueItems: true })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ReviewStatistics,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  }
} as const satisfies Contract

/** The same operations as a client sees them. */
export type ReviewsOperations = operations
