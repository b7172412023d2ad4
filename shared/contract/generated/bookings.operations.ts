// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type } from '@sinclair/typebox'
import type { Contract } from '../contract.ts'
import * as schemas from './bookings.schemas.ts'
import type { operations } from './bookings.types.ts'

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
  BookingConflict: {
    mediaTypes: ['application/json'],
    schema: schemas.BookingConflictError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
  },
  BookingPolicyViolation: {
    mediaTypes: ['application/json'],
    schema: schemas.BookingPolicyError,
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

/** Every operation of the bookings service: one table for routes, clients, authorisation and tests. */
export const bookingsContract = {
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
  listBookings: {
    operationId: 'listBookings',
    method: 'GET',
    path: '/api/v1/bookings',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.String({ format: 'uuid' })),
        'userId': Type.Optional(Type.String({ format: 'uuid' })),
        'seriesId': Type.Optional(Type.String({ format: 'uuid' })),
        'status': Type.Optional(schemas.BookingStatus),
        'upcoming': Type.Optional(Type.Boolean()),
        'from': Type.Optional(Type.String({ format: 'date-time' })),
        'to': Type.Optional(Type.String({ format: 'date-time' })),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  createBooking: {
    operationId: 'createBooking',
    method: 'POST',
    path: '/api/v1/bookings',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.BookingCreate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
        headers: { 'Location': headers.Location, 'ETag': headers.ETag, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.BookingConflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.BookingPolicyViolation,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getBooking: {
    operationId: 'getBooking',
    method: 'GET',
    path: '/api/v1/bookings/{bookingId}',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
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
  updateBooking: {
    operationId: 'updateBooking',
    method: 'PATCH',
    path: '/api/v1/bookings/{bookingId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.BookingConflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.BookingPolicyViolation,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  cancelBooking: {
    operationId: 'cancelBooking',
    method: 'POST',
    path: '/api/v1/bookings/{bookingId}/cancel',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingCancellation,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
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
  approveBooking: {
    operationId: 'approveBooking',
    method: 'POST',
    path: '/api/v1/bookings/{bookingId}/approve',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingDecision,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
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
  rejectBooking: {
    operationId: 'rejectBooking',
    method: 'POST',
    path: '/api/v1/bookings/{bookingId}/reject',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingDecision,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
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
  endBooking: {
    operationId: 'endBooking',
    method: 'POST',
    path: '/api/v1/bookings/{bookingId}/end',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Booking,
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
  getBookingHistory: {
    operationId: 'getBookingHistory',
    method: 'GET',
    path: '/api/v1/bookings/{bookingId}/history',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'bookingId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingHistoryPage,
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
  checkAvailability: {
    operationId: 'checkAvailability',
    method: 'GET',
    path: '/api/v1/booking-checks',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.String({ format: 'uuid' }),
        'startsAt': Type.String({ format: 'date-time' }),
        'endsAt': Type.String({ format: 'date-time' }),
        'attendeeCount': Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        'excludeBookingId': Type.Optional(Type.String({ format: 'uuid' }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.AvailabilityCheck,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listBusyIntervals: {
    operationId: 'listBusyIntervals',
    method: 'GET',
    path: '/api/v1/busy-intervals',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100, uniqueItems: true })),
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' }),
        'freeAtLeast': Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        'titles': Type.Boolean({ default: false })
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BusyIntervalList,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  createBookingSeries: {
    operationId: 'createBookingSeries',
    method: 'POST',
    path: '/api/v1/booking-series',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.BookingSeriesCreate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
        headers: { 'Location': headers.Location, 'ETag': headers.ETag, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.BookingConflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.BookingPolicyViolation,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getBookingSeries: {
    operationId: 'getBookingSeries',
    method: 'GET',
    path: '/api/v1/booking-series/{seriesId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeries,
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
  updateBookingSeries: {
    operationId: 'updateBookingSeries',
    method: 'PATCH',
    path: '/api/v1/booking-series/{seriesId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingSeriesUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.BookingConflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.BookingPolicyViolation,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getBookingSeriesSchedule: {
    operationId: 'getBookingSeriesSchedule',
    method: 'GET',
    path: '/api/v1/booking-series/{seriesId}/schedule',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesSchedule,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  cancelBookingSeries: {
    operationId: 'cancelBookingSeries',
    method: 'POST',
    path: '/api/v1/booking-series/{seriesId}/cancel',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingSeriesCancellation,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  approveBookingSeries: {
    operationId: 'approveBookingSeries',
    method: 'POST',
    path: '/api/v1/booking-series/{seriesId}/approve',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingDecision,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
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
  rejectBookingSeries: {
    operationId: 'rejectBookingSeries',
    method: 'POST',
    path: '/api/v1/booking-series/{seriesId}/reject',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'seriesId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.BookingDecision,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingSeriesOutcome,
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
  listCalendarFeeds: {
    operationId: 'listCalendarFeeds',
    method: 'GET',
    path: '/api/v1/calendar-feeds',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
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
        schema: schemas.CalendarFeedPage,
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
  createCalendarFeed: {
    operationId: 'createCalendarFeed',
    method: 'POST',
    path: '/api/v1/calendar-feeds',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.CalendarFeedCreate,
      bodyRequired: false
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.CalendarFeedCreated,
        headers: { 'Location': headers.Location, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  getCalendarFeed: {
    operationId: 'getCalendarFeed',
    method: 'GET',
    path: '/api/v1/calendar-feeds/{feedId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'feedId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.CalendarFeed,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  revokeCalendarFeed: {
    operationId: 'revokeCalendarFeed',
    method: 'DELETE',
    path: '/api/v1/calendar-feeds/{feedId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    request: {
      params: Type.Object({
        'feedId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
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
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getCalendar: {
    operationId: 'getCalendar',
    method: 'GET',
    path: '/api/v1/calendars/{secret}',
    access: 'public',
    status: 200,
    rateLimit: 120,
    request: {
      params: Type.Object({
        'secret': Type.String({ minLength: 1, maxLength: 100 })
      }, { additionalProperties: false }),
      query: Type.Object({}),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['text/calendar'],
        schema: null,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      304: {
        mediaTypes: [],
        schema: null,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getBookingStatistics: {
    operationId: 'getBookingStatistics',
    method: 'GET',
    path: '/api/v1/booking-statistics',
    access: ['facility_manager', 'admin'],
    status: 200,
    rateLimit: 300,
    request: {
      query: Type.Object({
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' }),
        'roomId': Type.Optional(Type.String({ format: 'uuid' })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.BookingStatistics,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listReports: {
    operationId: 'listReports',
    method: 'GET',
    path: '/api/v1/reports',
    access: ['facility_manager', 'admin'],
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
        schema: schemas.ReportPage,
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
  createReport: {
    operationId: 'createReport',
    method: 'POST',
    path: '/api/v1/reports',
    access: ['facility_manager', 'admin'],
    status: 202,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.ReportCreate,
      bodyRequired: true
    },
    responses: {
      202: {
        mediaTypes: ['application/json'],
        schema: schemas.Report,
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
  getReport: {
    operationId: 'getReport',
    method: 'GET',
    path: '/api/v1/reports/{reportId}',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reportId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Report,
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
  downloadReport: {
    operationId: 'downloadReport',
    method: 'GET',
    path: '/api/v1/reports/{reportId}/download',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reportId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['text/csv', 'application/x-ndjson', 'application/json'],
        schema: null,
        headers: { 'ETag': headers.ETag, 'Content-Disposition': Type.String(), 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      404: responses.NotFound,
      409: responses.Conflict,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  cancelReport: {
    operationId: 'cancelReport',
    method: 'POST',
    path: '/api/v1/reports/{reportId}/cancel',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'reportId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Report,
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
  }
} as const satisfies Contract

/** The same operations as a client sees them. */
export type BookingsOperations = operations
