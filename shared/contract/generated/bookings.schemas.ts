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

export const BookingStatus = Type.Unsafe<'pending' | 'confirmed' | 'completed' | 'cancelled' | 'rejected'>({ type: 'string', enum: ['pending', 'confirmed', 'completed', 'cancelled', 'rejected'] })
export type BookingStatus = Static<typeof BookingStatus>

export const Booking = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  description: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendeeCount: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1 }),
  status: BookingStatus,
  cancellationReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Booking = Static<typeof Booking>

export const BookingCancellation = Type.Object({
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type BookingCancellation = Static<typeof BookingCancellation>

export const BusyInterval = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type BusyInterval = Static<typeof BusyInterval>

export const BookingConflictError = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String(),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(BusyInterval))
}, { additionalProperties: false })
export type BookingConflictError = Static<typeof BookingConflictError>

export const BookingCreate = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  title: Type.String({ format: 'single-line', minLength: 3, maxLength: 200 }),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  attendeeCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }))
}, { additionalProperties: false })
export type BookingCreate = Static<typeof BookingCreate>

export const BookingPage = Type.Object({
  items: Type.Array(Booking),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type BookingPage = Static<typeof BookingPage>

export const BusyIntervalList = Type.Object({
  items: Type.Array(BusyInterval)
}, { additionalProperties: false })
export type BusyIntervalList = Static<typeof BusyIntervalList>

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
