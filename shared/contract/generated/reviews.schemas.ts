// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const ApiErrorDetail = Type.Object({
  path: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ApiErrorDetail = Static<typeof ApiErrorDetail>

export const ApiError = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String({ pattern: '^[a-z_]+(\\.[a-z_]+)*$' }),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(ApiErrorDetail))
}, { additionalProperties: false })
export type ApiError = Static<typeof ApiError>

export const DependencyState = Type.Object({
  name: Type.String(),
  needed: Type.Boolean(),
  status: Type.Unsafe<'up' | 'down'>({ type: 'string', enum: ['up', 'down'] }),
  latencyMilliseconds: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type DependencyState = Static<typeof DependencyState>

export const Health = Type.Object({
  status: Type.Unsafe<'ok'>({ type: 'string', enum: ['ok'] }),
  service: Type.String(),
  version: Type.String(),
  uptimeSeconds: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type Health = Static<typeof Health>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const ReviewStatus = Type.Unsafe<'published' | 'flagged' | 'approved' | 'rejected' | 'removed'>({ type: 'string', enum: ['published', 'flagged', 'approved', 'rejected', 'removed'] })
export type ReviewStatus = Static<typeof ReviewStatus>

export const Review = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  bookingId: Type.String({ format: 'uuid' }),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  title: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  comment: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  pros: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  cons: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  status: ReviewStatus,
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Review = Static<typeof Review>

export const ReviewCreate = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  bookingId: Type.Optional(Type.String({ format: 'uuid' })),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  title: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 120 })),
  comment: Type.Optional(Type.String({ format: 'multi-line', minLength: 1, maxLength: 2000 })),
  pros: Type.Optional(Type.String({ format: 'multi-line', minLength: 1, maxLength: 500 })),
  cons: Type.Optional(Type.String({ format: 'multi-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type ReviewCreate = Static<typeof ReviewCreate>

export const ReviewPage = Type.Object({
  items: Type.Array(Review),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ReviewPage = Static<typeof ReviewPage>
