// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type } from '@sinclair/typebox'
import type { Contract } from '../contract.ts'
import * as schemas from './users.schemas.ts'
import type { operations } from './users.types.ts'

const headers = {
  CorrelationId: Type.String({ pattern: '^[A-Za-z0-9_.-]{8,64}$' }),
  ETag: Type.String({ pattern: '^"[^"]+"$' }),
  RateLimitLimit: Type.Integer({ minimum: 0 }),
  RateLimitRemaining: Type.Integer({ minimum: 0 }),
  RateLimitReset: Type.Integer({ minimum: 0 }),
  RetryAfter: Type.Integer({ minimum: 0 }),
  WWWAuthenticate: Type.String()
}

const responses = {
  BadRequest: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  Conflict: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  Forbidden: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  InternalServerError: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  NotModified: {
    mediaType: null,
    schema: null,
    headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  PayloadTooLarge: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  ServiceUnavailable: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'Retry-After': headers.RetryAfter, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  TooManyRequests: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'Retry-After': headers.RetryAfter, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  Unauthorized: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'WWW-Authenticate': headers.WWWAuthenticate, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  UnprocessableContent: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  },
  UnsupportedMediaType: {
    mediaType: 'application/json',
    schema: schemas.ApiError,
    headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
  }
}

/** Every operation of the users service: one table for routes, clients, authorisation and tests. */
export const usersContract = {
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
        mediaType: 'application/json',
        schema: schemas.Health,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
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
        mediaType: 'application/json',
        schema: schemas.Readiness,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      400: responses.BadRequest,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getJsonWebKeySet: {
    operationId: 'getJsonWebKeySet',
    method: 'GET',
    path: '/.well-known/jwks.json',
    access: 'public',
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaType: 'application/json',
        schema: schemas.JsonWebKeySet,
        headers: { 'Cache-Control': Type.String(), 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      400: responses.BadRequest,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  registerUser: {
    operationId: 'registerUser',
    method: 'POST',
    path: '/api/v1/auth/register',
    access: 'public',
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.UserRegistration,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaType: 'application/json',
        schema: schemas.Session,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      400: responses.BadRequest,
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  login: {
    operationId: 'login',
    method: 'POST',
    path: '/api/v1/auth/login',
    access: 'public',
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.Credentials,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaType: 'application/json',
        schema: schemas.Session,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  refreshSession: {
    operationId: 'refreshSession',
    method: 'POST',
    path: '/api/v1/auth/refresh',
    access: 'public',
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.SessionRefresh,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaType: 'application/json',
        schema: schemas.Session,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getProfile: {
    operationId: 'getProfile',
    method: 'GET',
    path: '/api/v1/profile',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaType: 'application/json',
        schema: schemas.User,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset }
      },
      304: responses.NotModified,
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
export type UsersOperations = operations
