// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type } from '@sinclair/typebox'
import type { Contract } from '../contract.ts'
import * as schemas from './users.schemas.ts'
import type { operations } from './users.types.ts'

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
        mediaTypes: ['application/json'],
        schema: schemas.JsonWebKeySet,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.UserRegistration,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.Session,
        headers: { 'Location': headers.Location, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
    rateLimit: 120,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.Credentials,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Session,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
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
    rateLimit: 120,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.SessionRefresh,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Session,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  requestPasswordReset: {
    operationId: 'requestPasswordReset',
    method: 'POST',
    path: '/api/v1/auth/password-reset',
    access: 'public',
    status: 202,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.PasswordResetRequest,
      bodyRequired: true
    },
    responses: {
      202: {
        mediaTypes: [],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  resetPassword: {
    operationId: 'resetPassword',
    method: 'POST',
    path: '/api/v1/auth/password-reset/confirm',
    access: 'public',
    status: 204,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.PasswordReset,
      bodyRequired: true
    },
    responses: {
      204: {
        mediaTypes: [],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  requestEmailConfirmation: {
    operationId: 'requestEmailConfirmation',
    method: 'POST',
    path: '/api/v1/auth/email-confirmation',
    access: 'public',
    status: 202,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.EmailConfirmationRequest,
      bodyRequired: true
    },
    responses: {
      202: {
        mediaTypes: [],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  confirmEmail: {
    operationId: 'confirmEmail',
    method: 'POST',
    path: '/api/v1/auth/email-confirmation/confirm',
    access: 'public',
    status: 204,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.EmailConfirmation,
      bodyRequired: true
    },
    responses: {
      204: {
        mediaTypes: [],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  logout: {
    operationId: 'logout',
    method: 'POST',
    path: '/api/v1/auth/logout',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.Logout,
      bodyRequired: false
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
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  getCurrentSession: {
    operationId: 'getCurrentSession',
    method: 'GET',
    path: '/api/v1/auth/session',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.SessionInfo,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  issueServiceToken: {
    operationId: 'issueServiceToken',
    method: 'POST',
    path: '/api/v1/auth/service-token',
    access: 'public',
    status: 200,
    rateLimit: 120,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.ClientCredentials,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ServiceToken,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
        mediaTypes: ['application/json'],
        schema: schemas.User,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  updateProfile: {
    operationId: 'updateProfile',
    method: 'PATCH',
    path: '/api/v1/profile',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.ProfileUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.User,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      409: responses.Conflict,
      412: responses.PreconditionFailed,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  changePassword: {
    operationId: 'changePassword',
    method: 'POST',
    path: '/api/v1/profile/password',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.PasswordChange,
      bodyRequired: true
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
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listMyNotifications: {
    operationId: 'listMyNotifications',
    method: 'GET',
    path: '/api/v1/profile/notifications',
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
        schema: schemas.NotificationPage,
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
  listSessions: {
    operationId: 'listSessions',
    method: 'GET',
    path: '/api/v1/profile/sessions',
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
        schema: schemas.SessionInfoPage,
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
  revokeSession: {
    operationId: 'revokeSession',
    method: 'DELETE',
    path: '/api/v1/profile/sessions/{sessionId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    request: {
      params: Type.Object({
        'sessionId': Type.String({ format: 'uuid' })
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
  exportMyData: {
    operationId: 'exportMyData',
    method: 'GET',
    path: '/api/v1/profile/export',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.PersonalData,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      403: responses.Forbidden,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  deleteMyAccount: {
    operationId: 'deleteMyAccount',
    method: 'POST',
    path: '/api/v1/profile/deletion',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 204,
    rateLimit: 60,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      body: schemas.AccountDeletion,
      bodyRequired: true
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
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listUsers: {
    operationId: 'listUsers',
    method: 'GET',
    path: '/api/v1/users',
    access: ['admin'],
    status: 200,
    request: {
      query: Type.Object({
        'role': Type.Optional(schemas.UserRole),
        'status': Type.Optional(schemas.UserStatus),
        'text': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.UserPage,
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
  createUser: {
    operationId: 'createUser',
    method: 'POST',
    path: '/api/v1/users',
    access: ['admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.UserCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.User,
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
  getUser: {
    operationId: 'getUser',
    method: 'GET',
    path: '/api/v1/users/{userId}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'userId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.User,
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
  updateUser: {
    operationId: 'updateUser',
    method: 'PATCH',
    path: '/api/v1/users/{userId}',
    access: ['admin'],
    status: 200,
    request: {
      params: Type.Object({
        'userId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.UserUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.User,
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
  deleteUser: {
    operationId: 'deleteUser',
    method: 'DELETE',
    path: '/api/v1/users/{userId}',
    access: ['admin'],
    status: 204,
    request: {
      params: Type.Object({
        'userId': Type.String({ format: 'uuid' })
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
      409: responses.Conflict,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listUserAudit: {
    operationId: 'listUserAudit',
    method: 'GET',
    path: '/api/v1/users/{userId}/audit',
    access: ['admin'],
    status: 200,
    request: {
      params: Type.Object({
        'userId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.UserAuditPage,
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
  getMailStopPage: {
    operationId: 'getMailStopPage',
    method: 'GET',
    path: '/api/v1/mail-stops/{token}',
    access: 'public',
    status: 200,
    rateLimit: 120,
    request: {
      params: Type.Object({
        'token': Type.String({ minLength: 1, maxLength: 100 })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['text/html'],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  stopMails: {
    operationId: 'stopMails',
    method: 'POST',
    path: '/api/v1/mail-stops/{token}',
    access: 'public',
    status: 200,
    rateLimit: 120,
    request: {
      params: Type.Object({
        'token': Type.String({ minLength: 1, maxLength: 100 })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      form: schemas.MailStop
    },
    responses: {
      200: {
        mediaTypes: ['text/html'],
        schema: null,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      404: responses.NotFound,
      413: responses.PayloadTooLarge,
      415: responses.UnsupportedMediaType,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listUsersByIds: {
    operationId: 'listUsersByIds',
    method: 'GET',
    path: '/api/v1/directory',
    access: ['service'],
    status: 200,
    request: {
      query: Type.Object({
        'userId': Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 100 })
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.DirectoryEntryList,
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
export type UsersOperations = operations
