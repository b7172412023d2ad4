import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

type Status = Pick<Room, 'status' | 'statusUntil'>

/** Whether a room can be booked from an instant on: it is available, or will be again by then. */
export function isBookable ({ status, statusUntil }: Status, startsAt: Date): boolean {
  return status === 'available' || (statusUntil !== null && startsAt >= new Date(statusUntil))
}

/** A status in words: `in maintenance`. */
export function describeStatus (status: string): string {
  return status === 'maintenance' ? 'in maintenance' : status
}

/** The refusal of a room that was retired while somebody was booking it. */
export function retiredRefusal (): Refusal {
  return new Refusal('booking.room_unavailable', 'The room is retired and cannot be booked. Choose another.')
}

/**
 * Refuses a room that cannot be booked from an instant on.
 * @throws Refusal `booking.room_unavailable`
 */
export function assertBookable (room: Status, startsAt: Date): void {
  if (isBookable(room, startsAt)) return
  const until = room.statusUntil === null ? '' : ` until ${room.statusUntil}`
  throw new Refusal('booking.room_unavailable', `The room is ${describeStatus(room.status)}${until} and cannot be booked. Choose another${until === '' ? '' : ', or a later time'}.`)
}
