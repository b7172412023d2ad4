// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

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

export const FlagReason = Type.Unsafe<'spam' | 'offensive' | 'off_topic' | 'false_information' | 'personal_data' | 'other'>({ type: 'string', enum: ['spam', 'offensive', 'off_topic', 'false_information', 'personal_data', 'other'] })
export type FlagReason = Static<typeof FlagReason>

export const ReviewStatus = Type.Unsafe<'published' | 'flagged' | 'approved' | 'rejected' | 'removed'>({ type: 'string', enum: ['published', 'flagged', 'approved', 'rejected', 'removed'] })
export type ReviewStatus = Static<typeof ReviewStatus>

export const Review = Type.Object({
  id: Type.String({ format: 'uuid' }),
  roomId: Type.String({ format: 'uuid' }),
  userId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  bookingId: Type.String({ format: 'uuid' }),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  title: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  comment: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  pros: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  cons: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  status: ReviewStatus,
  helpfulCount: Type.Integer({ minimum: 0 }),
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  editedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type Review = Static<typeof Review>

export const ModerationOutcome = Type.Unsafe<'approve' | 'reject' | 'remove' | 'restore' | 'delete'>({ type: 'string', enum: ['approve', 'reject', 'remove', 'restore', 'delete'] })
export type ModerationOutcome = Static<typeof ModerationOutcome>

export const ReviewFlag = Type.Object({
  id: Type.String({ format: 'uuid' }),
  reviewId: Type.String({ format: 'uuid' }),
  userId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  reason: FlagReason,
  note: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  resolution: Type.Union([ModerationOutcome, Type.Null()]),
  createdAt: Type.String({ format: 'date-time' }),
  resolvedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
}, { additionalProperties: false })
export type ReviewFlag = Static<typeof ReviewFlag>

export const FlaggedReview = Type.Object({
  review: Review,
  flags: Type.Array(ReviewFlag),
  openFlagCount: Type.Integer({ minimum: 1 }),
  flaggedSince: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type FlaggedReview = Static<typeof FlaggedReview>

export const FlaggedReviewPage = Type.Object({
  items: Type.Array(FlaggedReview),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type FlaggedReviewPage = Static<typeof FlaggedReviewPage>

export const Health = Type.Object({
  status: Type.Unsafe<'ok'>({ type: 'string', enum: ['ok'] }),
  service: Type.String(),
  version: Type.String(),
  uptimeSeconds: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type Health = Static<typeof Health>

export const ModerationAction = Type.Unsafe<'approve' | 'reject' | 'remove' | 'restore'>({ type: 'string', enum: ['approve', 'reject', 'remove', 'restore'] })
export type ModerationAction = Static<typeof ModerationAction>

export const ModerationEntry = Type.Object({
  id: Type.String({ format: 'uuid' }),
  reviewId: Type.String({ format: 'uuid' }),
  moderatorId: Type.String({ format: 'uuid' }),
  action: ModerationOutcome,
  note: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  statusBefore: ReviewStatus,
  statusAfter: ReviewStatus,
  at: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type ModerationEntry = Static<typeof ModerationEntry>

export const ModerationEntryPage = Type.Object({
  items: Type.Array(ModerationEntry),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ModerationEntryPage = Static<typeof ModerationEntryPage>

export const RatingDay = Type.Object({
  date: Type.String({ format: 'date' }),
  ratingAverage: Type.Number({ minimum: 1, maximum: 5 }),
  ratingCount: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type RatingDay = Static<typeof RatingDay>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

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

export const ReviewEdition = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  title: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  comment: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  pros: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  cons: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  writtenAt: Type.String({ format: 'date-time' }),
  replacedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type ReviewEdition = Static<typeof ReviewEdition>

export const ReviewEditionPage = Type.Object({
  items: Type.Array(ReviewEdition),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ReviewEditionPage = Static<typeof ReviewEditionPage>

export const ReviewFlagCreate = Type.Object({
  reason: FlagReason,
  note: Type.Optional(Type.String({ format: 'multi-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type ReviewFlagCreate = Static<typeof ReviewFlagCreate>

export const ReviewModeration = Type.Object({
  action: ModerationAction,
  note: Type.Optional(Type.String({ format: 'multi-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false })
export type ReviewModeration = Static<typeof ReviewModeration>

export const ReviewPage = Type.Object({
  items: Type.Array(Review),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type ReviewPage = Static<typeof ReviewPage>

export const StatusCount = Type.Object({
  status: ReviewStatus,
  count: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type StatusCount = Static<typeof StatusCount>

export const StarCount = Type.Object({
  stars: Type.Integer({ minimum: 1, maximum: 5 }),
  count: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type StarCount = Static<typeof StarCount>

export const ReviewStatistics = Type.Object({
  reviewCount: Type.Integer({ minimum: 0 }),
  statuses: Type.Array(StatusCount),
  roomCount: Type.Integer({ minimum: 0 }),
  ratingAverage: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 1, maximum: 5 }),
  ratingCount: Type.Integer({ minimum: 0 }),
  distribution: Type.Array(StarCount),
  trend: Type.Array(RatingDay),
  lastReviewAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
}, { additionalProperties: false })
export type ReviewStatistics = Static<typeof ReviewStatistics>

export const ReviewUpdate = Type.Object({
  rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  title: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'single-line', minLength: 1, maxLength: 120 })),
  comment: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'multi-line', minLength: 1, maxLength: 2000 })),
  pros: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'multi-line', minLength: 1, maxLength: 500 })),
  cons: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'multi-line', minLength: 1, maxLength: 500 }))
}, { additionalProperties: false, minProperties: 1 })
export type ReviewUpdate = Static<typeof ReviewUpdate>

export const RoomRating = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  ratingAverage: Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 1, maximum: 5 }),
  ratingCount: Type.Integer({ minimum: 0 }),
  distribution: Type.Array(StarCount),
  trend: Type.Array(RatingDay),
  lastReviewAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
}, { additionalProperties: false })
export type RoomRating = Static<typeof RoomRating>

export const RoomRatingSummary = Type.Object({
  roomId: Type.String({ format: 'uuid' }),
  ratingAverage: Type.Number({ minimum: 1, maximum: 5 }),
  ratingCount: Type.Integer({ minimum: 1 }),
  distribution: Type.Array(StarCount),
  lastReviewAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type RoomRatingSummary = Static<typeof RoomRatingSummary>

export const RoomRatingPage = Type.Object({
  items: Type.Array(RoomRatingSummary),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type RoomRatingPage = Static<typeof RoomRatingPage>
