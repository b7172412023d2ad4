// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type } from '@sinclair/typebox'
import type { Contract } from '../contract.ts'
import * as schemas from './rooms.schemas.ts'
import type { operations } from './rooms.types.ts'

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

/** Every operation of the rooms service: one table for routes, clients, authorisation and tests. */
export const roomsContract = {
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
  listRooms: {
    operationId: 'listRooms',
    method: 'GET',
    path: '/api/v1/rooms',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      query: Type.Object({
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'floor': Type.Optional(Type.Integer({ minimum: -20, maximum: 200 })),
        'capacityMin': Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        'capacityMax': Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        'amenities': Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 }), { maxItems: 50, uniqueItems: true })),
        'text': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'status': Type.Optional(schemas.RoomStatus),
        'sort': Type.Unsafe<'name' | 'capacity' | 'rating'>({ type: 'string', enum: ['name', 'capacity', 'rating'], default: 'name' }),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  createRoom: {
    operationId: 'createRoom',
    method: 'POST',
    path: '/api/v1/rooms',
    access: ['facility_manager', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.RoomCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.Room,
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
  getRoom: {
    operationId: 'getRoom',
    method: 'GET',
    path: '/api/v1/rooms/{roomId}',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Room,
        headers: { 'ETag': headers.ETag, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      304: responses.NotModified,
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  updateRoom: {
    operationId: 'updateRoom',
    method: 'PATCH',
    path: '/api/v1/rooms/{roomId}',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.RoomUpdate,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Room,
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
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  retireRoom: {
    operationId: 'retireRoom',
    method: 'POST',
    path: '/api/v1/rooms/{roomId}/retire',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.RoomRetirement,
      bodyRequired: false
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Room,
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
  setRoomStatus: {
    operationId: 'setRoomStatus',
    method: 'PUT',
    path: '/api/v1/rooms/{roomId}/status',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      }),
      body: schemas.RoomStatusChange,
      bodyRequired: true
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Room,
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
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listRoomHistory: {
    operationId: 'listRoomHistory',
    method: 'GET',
    path: '/api/v1/rooms/{roomId}/history',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomChangePage,
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
  getRoomAvailability: {
    operationId: 'getRoomAvailability',
    method: 'GET',
    path: '/api/v1/rooms/{roomId}/availability',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' })
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomAvailability,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listRoomClosures: {
    operationId: 'listRoomClosures',
    method: 'GET',
    path: '/api/v1/rooms/{roomId}/closures',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      params: Type.Object({
        'roomId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' })
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomClosureList,
        headers: { 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      404: responses.NotFound,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listRoomTerms: {
    operationId: 'listRoomTerms',
    method: 'GET',
    path: '/api/v1/room-terms',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 100, uniqueItems: true }),
        'from': Type.Optional(Type.String({ format: 'date-time' })),
        'to': Type.Optional(Type.String({ format: 'date-time' }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.RoomTermsList,
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
  searchAvailableRooms: {
    operationId: 'searchAvailableRooms',
    method: 'GET',
    path: '/api/v1/available-rooms',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    rateLimit: 300,
    request: {
      query: Type.Object({
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' }),
        'people': Type.Integer({ default: 1, minimum: 1, maximum: 1000 }),
        'amenities': Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 }), { maxItems: 50, uniqueItems: true })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'floor': Type.Optional(Type.Integer({ minimum: -20, maximum: 200 })),
        'text': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.AvailableRoomPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      422: responses.UnprocessableContent,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  suggestTimes: {
    operationId: 'suggestTimes',
    method: 'GET',
    path: '/api/v1/suggested-times',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
    status: 200,
    rateLimit: 300,
    request: {
      query: Type.Object({
        'from': Type.String({ format: 'date-time' }),
        'to': Type.String({ format: 'date-time' }),
        'minutes': Type.Integer({ minimum: 1, maximum: 1440 }),
        'people': Type.Integer({ default: 1, minimum: 1, maximum: 1000 }),
        'amenities': Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 }), { maxItems: 50, uniqueItems: true })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'floor': Type.Optional(Type.Integer({ minimum: -20, maximum: 200 })),
        'text': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'limit': Type.Integer({ default: 5, minimum: 1, maximum: 20 })
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.SuggestedTimeList,
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
  listBuildings: {
    operationId: 'listBuildings',
    method: 'GET',
    path: '/api/v1/buildings',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
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
        schema: schemas.BuildingPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  listAmenities: {
    operationId: 'listAmenities',
    method: 'GET',
    path: '/api/v1/amenities',
    access: ['user', 'facility_manager', 'moderator', 'admin', 'service'],
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
        schema: schemas.AmenityPage,
        headers: { 'Link': headers.Link, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
      },
      400: responses.BadRequest,
      401: responses.Unauthorized,
      429: responses.TooManyRequests,
      500: responses.InternalServerError,
      503: responses.ServiceUnavailable
    }
  },
  createAmenity: {
    operationId: 'createAmenity',
    method: 'POST',
    path: '/api/v1/amenities',
    access: ['facility_manager', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.AmenityCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.Amenity,
        headers: { 'Location': headers.Location, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  getAmenity: {
    operationId: 'getAmenity',
    method: 'GET',
    path: '/api/v1/amenities/{name}',
    access: ['user', 'facility_manager', 'moderator', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'name': Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Amenity,
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
  retireAmenity: {
    operationId: 'retireAmenity',
    method: 'POST',
    path: '/api/v1/amenities/{name}/retire',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'name': Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Amenity,
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
  listClosures: {
    operationId: 'listClosures',
    method: 'GET',
    path: '/api/v1/closures',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      query: Type.Object({
        'roomId': Type.Optional(Type.String({ format: 'uuid' })),
        'building': Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        'from': Type.Optional(Type.String({ format: 'date-time' })),
        'to': Type.Optional(Type.String({ format: 'date-time' })),
        'cancelled': Type.Boolean({ default: false }),
        'limit': Type.Integer({ default: 20, minimum: 1, maximum: 100 }),
        'cursor': Type.Optional(Type.String({ minLength: 1, maxLength: 2000 }))
      }, { additionalProperties: false })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.ClosurePage,
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
  createClosure: {
    operationId: 'createClosure',
    method: 'POST',
    path: '/api/v1/closures',
    access: ['facility_manager', 'admin'],
    status: 201,
    request: {
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'idempotency-key': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]+$', minLength: 8, maxLength: 64 }))
      }),
      body: schemas.ClosureCreate,
      bodyRequired: true
    },
    responses: {
      201: {
        mediaTypes: ['application/json'],
        schema: schemas.CreatedClosure,
        headers: { 'Location': headers.Location, 'ETag': headers.ETag, 'Idempotency-Replayed': headers.IdempotencyReplayed, 'X-Correlation-Id': headers.CorrelationId, 'RateLimit-Limit': headers.RateLimitLimit, 'RateLimit-Remaining': headers.RateLimitRemaining, 'RateLimit-Reset': headers.RateLimitReset, 'Cache-Control': headers.CacheControl }
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
  getClosure: {
    operationId: 'getClosure',
    method: 'GET',
    path: '/api/v1/closures/{closureId}',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'closureId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-none-match': Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Closure,
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
  cancelClosure: {
    operationId: 'cancelClosure',
    method: 'POST',
    path: '/api/v1/closures/{closureId}/cancel',
    access: ['facility_manager', 'admin'],
    status: 200,
    request: {
      params: Type.Object({
        'closureId': Type.String({ format: 'uuid' })
      }, { additionalProperties: false }),
      query: Type.Object({}, { additionalProperties: false }),
      headers: Type.Object({
        'if-match': Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
      })
    },
    responses: {
      200: {
        mediaTypes: ['application/json'],
        schema: schemas.Closure,
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
export type RoomsOperations = operations
