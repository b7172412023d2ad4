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

export const BookingPolicy = Type.Object({
  minimumMinutes: Type.Integer(),
  maximumMinutes: Type.Integer(),
  noticeMinutes: Type.Integer(),
  maximumDaysAhead: Type.Integer(),
  bufferMinutes: Type.Integer(),
  requiresApproval: Type.Boolean()
}, { additionalProperties: false })
export type BookingPolicy = Static<typeof BookingPolicy>

export const BookingPolicyInput = Type.Object({
  minimumMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  maximumMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  noticeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 43200 })),
  maximumDaysAhead: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
  bufferMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  requiresApproval: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BookingPolicyInput = Static<typeof BookingPolicyInput>

export const BusyTime = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.Unsafe<'booked' | 'unavailable'>({ type: 'string', enum: ['booked', 'unavailable'] })
}, { additionalProperties: false })
export type BusyTime = Static<typeof BusyTime>

export const DayHours = Type.Object({
  opens: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
  closes: Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' })
}, { additionalProperties: false })
export type DayHours = Static<typeof DayHours>

export const DependencyState = Type.Object({
  name: Type.String(),
  needed: Type.Boolean(),
  status: Type.Unsafe<'up' | 'down'>({ type: 'string', enum: ['up', 'down'] }),
  latencyMilliseconds: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type DependencyState = Static<typeof DependencyState>

export const FreeTime = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type FreeTime = Static<typeof FreeTime>

export const Health = Type.Object({
  status: Type.Unsafe<'ok'>({ type: 'string', enum: ['ok'] }),
  service: Type.String(),
  version: Type.String(),
  uptimeSeconds: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type Health = Static<typeof Health>

export const OpeningTime = Type.Union([DayHours, Type.Null()])
export type OpeningTime = Static<typeof OpeningTime>

export const OpeningHours = Type.Object({
  monday: OpeningTime,
  tuesday: OpeningTime,
  wednesday: OpeningTime,
  thursday: OpeningTime,
  friday: OpeningTime,
  saturday: OpeningTime,
  sunday: OpeningTime
}, { additionalProperties: false })
export type OpeningHours = Static<typeof OpeningHours>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const RoomStatus = Type.Unsafe<'available' | 'maintenance' | 'unavailable' | 'retired'>({ type: 'string', enum: ['available', 'maintenance', 'unavailable', 'retired'] })
export type RoomStatus = Static<typeof RoomStatus>

export const Room = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  floor: Type.Integer(),
  building: Type.String(),
  description: Type.String(),
  timeZone: Type.String(),
  amenities: Type.Array(Type.String()),
  openingHours: OpeningHours,
  policy: BookingPolicy,
  status: RoomStatus,
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Room = Static<typeof Room>

export const RoomAvailability = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  busy: Type.Array(BusyTime),
  free: Type.Array(FreeTime)
}, { additionalProperties: false })
export type RoomAvailability = Static<typeof RoomAvailability>

export const RoomClosure = Type.Object({
  id: Type.String({ format: 'uuid' }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String()
}, { additionalProperties: false })
export type RoomClosure = Static<typeof RoomClosure>

export const RoomClosureList = Type.Object({
  items: Type.Array(RoomClosure)
}, { additionalProperties: false })
export type RoomClosureList = Static<typeof RoomClosureList>

export const RoomCreate = Type.Object({
  name: Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  floor: Type.Integer({ minimum: -20, maximum: 200 }),
  building: Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  amenities: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 }), { maxItems: 50, uniqueItems: true })),
  openingHours: Type.Optional(OpeningHours),
  policy: Type.Optional(BookingPolicyInput)
}, { additionalProperties: false })
export type RoomCreate = Static<typeof RoomCreate>

export const RoomPage = Type.Object({
  items: Type.Array(Room),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type RoomPage = Static<typeof RoomPage>
