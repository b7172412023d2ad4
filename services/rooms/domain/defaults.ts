import type { BookingPolicy, OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'

const usualDay = { opens: '07:00', closes: '22:00' }

/** When a room can be used unless it is said otherwise. */
export const usualOpeningHours: OpeningHours = {
  monday: usualDay, tuesday: usualDay, wednesday: usualDay, thursday: usualDay, friday: usualDay, saturday: usualDay, sunday: usualDay
}

/** The rules of a room's bookings unless it is said otherwise. */
export const usualPolicy: BookingPolicy = {
  minimumMinutes: 15, maximumMinutes: 480, noticeMinutes: 0, maximumDaysAhead: 180, bufferMinutes: 0, requiresApproval: false
}
