import type { User, UserRole, UserStatus } from '../../../shared/contract/generated/users.schemas.ts'
import { isDuplicate } from '../../../shared/database-errors.ts'
import { zoneName } from '../../../shared/domain/time-zone.ts'
import { Refusal } from '../../../shared/errors.ts'

export interface UserRow {
  id: string
  username: string
  email: string
  email_confirmed_at: Date | null
  pending_email: string | null
  full_name: string
  role: UserRole
  status: UserStatus
  time_zone: string
  locale: string
  notify_booking_created: number
  notify_booking_cancelled: number
  notify_booking_reminder: number
  notify_room_unavailable: number
  notify_approval_requested: number
  notify_review_flagged: number
  version: number
  created_at: Date
  updated_at: Date
}

export const userColumns = 'id, username, email, email_confirmed_at, pending_email, full_name, role, status, time_zone, locale, notify_booking_created, notify_booking_cancelled, notify_booking_reminder, notify_room_unavailable, notify_approval_requested, notify_review_flagged, version, created_at, updated_at'

export function toUser (row: UserRow): User {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    emailConfirmed: row.email_confirmed_at !== null,
    emailConfirmedAt: row.email_confirmed_at?.toISOString() ?? null,
    pendingEmail: row.email_confirmed_at === null ? null : row.pending_email,
    fullName: row.full_name,
    role: row.role,
    status: row.status,
    timeZone: zoneName(row.time_zone),
    locale: row.locale,
    notifications: {
      bookingCreated: row.notify_booking_created === 1,
      bookingCancelled: row.notify_booking_cancelled === 1,
      bookingReminder: row.notify_booking_reminder === 1,
      roomUnavailable: row.notify_room_unavailable === 1,
      approvalRequested: row.notify_approval_requested === 1,
      reviewFlagged: row.notify_review_flagged === 1
    },
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  }
}

/** Says which of the unique names somebody else has; any other error is passed on. */
export function refuseTaken (error: unknown): never {
  if (isDuplicate(error, 'user_username')) throw new Refusal('user.username_taken', 'This username is taken. Choose another.')
  if (isDuplicate(error, 'user_email')) throw emailTaken()
  throw error
}

export function emailTaken (): Refusal {
  return new Refusal('user.email_taken', 'There is an account with this e-mail address already. Log in, or use another address.')
}

export function notFound (id: string): Refusal {
  return new Refusal('user.not_found', `There is no account ${id}.`)
}
