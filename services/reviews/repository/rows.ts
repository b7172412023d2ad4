import type { Review, ReviewStatus } from '../../../shared/contract/generated/reviews.schemas.ts'
import { isListed } from '../domain/visibility.ts'

/** What an author says. */
export interface Opinion { rating: number, title: string | null, comment: string | null, pros: string | null, cons: string | null }

/** A review as the rules see it. */
export interface ReviewRecord extends Opinion {
  id: string
  roomId: string
  userId: string | null
  bookingId: string
  status: ReviewStatus
  helpfulCount: number
  openFlagCount: number
  flaggedSince: Date | null
  isDeleted: boolean
  deletedBy: string | null
  version: number
  createdAt: Date
  editedAt: Date | null
  updatedAt: Date
}

export interface ReviewRow {
  id: string
  room_id: string
  user_id: string | null
  booking_id: string
  rating: number
  title: string | null
  comment: string | null
  pros: string | null
  cons: string | null
  status: ReviewStatus
  live: number | null
  helpful_count: number
  open_flag_count: number
  flagged_since: Date | null
  version: number
  created_at: Date
  edited_at: Date | null
  updated_at: Date
  deleted_by: string | null
}

export const reviewColumns = 'id, room_id, user_id, booking_id, rating, title, comment, pros, cons, status, live, helpful_count, open_flag_count, flagged_since, version, created_at, edited_at, updated_at, deleted_by'

export function toRecord (row: ReviewRow): ReviewRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    userId: row.user_id,
    bookingId: row.booking_id,
    rating: row.rating,
    title: row.title,
    comment: row.comment,
    pros: row.pros,
    cons: row.cons,
    status: row.status,
    helpfulCount: row.helpful_count,
    openFlagCount: row.open_flag_count,
    flaggedSince: row.flagged_since,
    isDeleted: row.live === null,
    deletedBy: row.deleted_by,
    version: row.version,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    updatedAt: row.updated_at
  }
}

/** A review as the contract has it. */
export function toReview ({ id, roomId, userId, bookingId, rating, title, comment, pros, cons, status, helpfulCount, version, createdAt, editedAt, updatedAt }: ReviewRecord): Review {
  return { id, roomId, userId, bookingId, rating, title, comment, pros, cons, status, helpfulCount, version, createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null, updatedAt: updatedAt.toISOString() }
}

/** The columns `listed` and `live`, which follow from the others. */
export function visibilityColumns ({ status, isDeleted }: ReviewRecord): [listed: number, live: number | null] {
  return [isListed(status) && !isDeleted ? 1 : 0, isDeleted ? null : 1]
}
