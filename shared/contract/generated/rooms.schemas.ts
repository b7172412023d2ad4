// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const Amenity = Type.Object({
  name: Type.String(),
  status: Type.Unsafe<'active' | 'retired'>({ type: 'string', enum: ['active', 'retired'] }),
  roomCount: Type.Integer({ minimum: 0 }),
  createdAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Amenity = Static<typeof Amenity>

export const AmenityCreate = Type.Object({
  name: Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 })
}, { additionalProperties: false })
export type AmenityCreate = Static<typeof AmenityCreate>

export const AmenityPage = Type.Object({
  items: Type.Array(Amenity),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type AmenityPage = Static<typeof AmenityPage>

export const DayHours = Type.Object({
  opens: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
  closes: Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' })
}, { additionalProperties: false })
export type DayHours = Static<typeof DayHours>

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

export const BookingPolicy = Type.Object({
  minimumMinutes: Type.Integer(),
  maximumMinutes: Type.Integer(),
  noticeMinutes: Type.Integer(),
  maximumDaysAhead: Type.Integer(),
  bufferMinutes: Type.Integer(),
  requiresApproval: Type.Boolean()
}, { additionalProperties: false })
export type BookingPolicy = Static<typeof BookingPolicy>

export const RoomStatus = Type.Unsafe<'available' | 'maintenance' | 'unavailable' | 'retired'>({ type: 'string', enum: ['available', 'maintenance', 'unavailable', 'retired'] })
export type RoomStatus = Static<typeof RoomStatus>

export const RatingSummary = Type.Object({
  average: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 1, maximum: 5 }),
  count: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type RatingSummary = Static<typeof RatingSummary>

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
  statusReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  statusUntil: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  rating: RatingSummary,
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Room = Static<typeof Room>

export const RoomScore = Type.Object({
  value: Type.Number(),
  spareSeats: Type.Integer({ minimum: 0 }),
  floorsAway: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 0 }),
  explanation: Type.String()
}, { additionalProperties: false })
export type RoomScore = Static<typeof RoomScore>

export const AvailableRoom = Type.Object({
  room: Room,
  score: RoomScore
}, { additionalProperties: false })
export type AvailableRoom = Static<typeof AvailableRoom>

export const AvailableRoomPage = Type.Object({
  items: Type.Array(AvailableRoom),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type AvailableRoomPage = Static<typeof AvailableRoomPage>

export const BookingPolicyInput = Type.Object({
  minimumMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  maximumMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  noticeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 43200 })),
  maximumDaysAhead: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
  bufferMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  requiresApproval: Type.Optional(Type.Boolean())
}, { additionalProperties: false })
export type BookingPolicyInput = Static<typeof BookingPolicyInput>

export const BuildingFloor = Type.Object({
  floor: Type.Integer(),
  roomCount: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type BuildingFloor = Static<typeof BuildingFloor>

export const Building = Type.Object({
  name: Type.String(),
  roomCount: Type.Integer({ minimum: 1 }),
  floors: Type.Array(BuildingFloor)
}, { additionalProperties: false })
export type Building = Static<typeof Building>

export const BuildingPage = Type.Object({
  items: Type.Array(Building),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type BuildingPage = Static<typeof BuildingPage>

export const BusyTime = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.Unsafe<'booked' | 'unavailable' | 'closed' | 'outside_opening_hours' | 'buffer'>({ type: 'string', enum: ['booked', 'unavailable', 'closed', 'outside_opening_hours', 'buffer'] }),
  bookingId: Type.Optional(Type.String({ format: 'uuid' })),
  title: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String())
}, { additionalProperties: false })
export type BusyTime = Static<typeof BusyTime>

export const ClosureStatus = Type.Unsafe<'active' | 'cancelled'>({ type: 'string', enum: ['active', 'cancelled'] })
export type ClosureStatus = Static<typeof ClosureStatus>

export const Closure = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  floor: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String(),
  status: ClosureStatus,
  createdBy: Type.String({ format: 'uuid' }),
  createdAt: Type.String({ format: 'date-time' }),
  cancelledBy: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  cancelledAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  version: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type Closure = Static<typeof Closure>

export const ClosureCreate = Type.Object({
  roomId: Type.Optional(Type.String({ format: 'uuid' })),
  building: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 })),
  floor: Type.Optional(Type.Integer({ minimum: -20, maximum: 200 })),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }),
  bookings: Type.Optional(Type.Unsafe<'keep' | 'cancel'>({ type: 'string', enum: ['keep', 'cancel'], default: 'keep' }))
}, { additionalProperties: false })
export type ClosureCreate = Static<typeof ClosureCreate>

export const ClosurePage = Type.Object({
  items: Type.Array(Closure),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ClosurePage = Static<typeof ClosurePage>

export const OverlappedBooking = Type.Object({
  bookingId: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  title: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  outcome: Type.Unsafe<'kept' | 'cancelled'>({ type: 'string', enum: ['kept', 'cancelled'] })
}, { additionalProperties: false })
export type OverlappedBooking = Static<typeof OverlappedBooking>

export const CreatedClosure = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  building: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  floor: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  reason: Type.String(),
  status: ClosureStatus,
  createdBy: Type.String({ format: 'uuid' }),
  createdAt: Type.String({ format: 'date-time' }),
  cancelledBy: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  cancelledAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  version: Type.Integer({ minimum: 1 }),
  bookings: Type.Array(OverlappedBooking)
}, { additionalProperties: false })
export type CreatedClosure = Static<typeof CreatedClosure>

export const DependencyState = Type.Object({
  name: Type.String(),
  needed: Type.Boolean(),
  status: Type.Unsafe<'up' | 'down'>({ type: 'string', enum: ['up', 'down'] }),
  latencyMilliseconds: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type DependencyState = Static<typeof DependencyState>

export const ErrorDetail = Type.Object({
  path: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ErrorDetail = Static<typeof ErrorDetail>

export const ErrorBody = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String({ pattern: '^[a-z_]+(\\.[a-z_]+)*$' }),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(ErrorDetail, { maxItems: 50 }))
}, { additionalProperties: false })
export type ErrorBody = Static<typeof ErrorBody>

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

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const RoomAvailability = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  busy: Type.Array(BusyTime),
  free: Type.Array(FreeTime)
}, { additionalProperties: false })
export type RoomAvailability = Static<typeof RoomAvailability>

export const RoomChange = Type.Object({
  id: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1 }),
  action: Type.Unsafe<'created' | 'updated' | 'status_changed' | 'retired'>({ type: 'string', enum: ['created', 'updated', 'status_changed', 'retired'] }),
  changedFields: Type.Array(Type.String()),
  status: RoomStatus,
  statusReason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  statusUntil: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  actorId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  at: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type RoomChange = Static<typeof RoomChange>

export const RoomChangePage = Type.Object({
  items: Type.Array(RoomChange),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type RoomChangePage = Static<typeof RoomChangePage>

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

export const RoomRetirement = Type.Object({
  cancelBookings: Type.Optional(Type.Boolean({ default: false })),
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type RoomRetirement = Static<typeof RoomRetirement>

export const RoomStatusChange = Type.Object({
  status: Type.Unsafe<'available' | 'maintenance' | 'unavailable'>({ type: 'string', enum: ['available', 'maintenance', 'unavailable'] }),
  reason: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 500 })),
  until: Type.Optional(Type.String({ format: 'date-time' }))
}, { additionalProperties: false })
export type RoomStatusChange = Static<typeof RoomStatusChange>

export const RoomTerms = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  building: Type.String(),
  capacity: Type.Integer({ minimum: 1, maximum: 1000 }),
  timeZone: Type.String(),
  openingHours: OpeningHours,
  policy: BookingPolicy,
  status: RoomStatus,
  statusUntil: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  closures: Type.Array(RoomClosure)
}, { additionalProperties: false })
export type RoomTerms = Static<typeof RoomTerms>

export const RoomTermsList = Type.Object({
  items: Type.Array(RoomTerms)
}, { additionalProperties: false })
export type RoomTermsList = Static<typeof RoomTermsList>

export const RoomUpdate = Type.Object({
  name: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 })),
  capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  floor: Type.Optional(Type.Integer({ minimum: -20, maximum: 200 })),
  building: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 })),
  description: Type.Optional(Type.String({ format: 'multi-line', maxLength: 1000 })),
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  amenities: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*$', minLength: 2, maxLength: 50 }), { maxItems: 50, uniqueItems: true })),
  openingHours: Type.Optional(OpeningHours),
  policy: Type.Optional(BookingPolicyInput)
}, { additionalProperties: false, minProperties: 1 })
export type RoomUpdate = Static<typeof RoomUpdate>

export const SuggestedTime = Type.Object({
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.String({ format: 'date-time' }),
  roomCount: Type.Integer({ minimum: 1 }),
  rooms: Type.Array(AvailableRoom)
}, { additionalProperties: false })
export type SuggestedTime = Static<typeof SuggestedTime>

export const SuggestedTimeList = Type.Object({
  items: Type.Array(SuggestedTime)
}, { additionalProperties: false })
export type SuggestedTimeList = Static<typeof SuggestedTimeList>
