import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'

type Status = Pick<Room, 'status' | 'statusUntil'>

/** Whether a room can be booked from an instant on: it is available, or will be again by then. */
export function isBookable ({ status, statusUntil }: Status, startsAt: Date): boolean {
  return status === 'available' || (statusUntil !== null && startsAt >= new Date(statusUntil))
}

/** A status in words: `in maintenance`. */
export function describeStatus (status: string): string {
  return status === 'maintenance' ? 'in maintenance' : status
}
