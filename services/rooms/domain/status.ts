import type { Room, RoomStatusChange } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { Interval } from './interval.ts'

/**
 * A room as it is at an instant: one whose status has run out is available, whether or not that is stored yet. That counts as a
 * change, so the version is one higher, as it will be when it is stored.
 */
export function asOf<R extends Pick<Room, 'status' | 'statusReason' | 'statusUntil' | 'version' | 'updatedAt'>> (room: R, now: Date): R {
  if (!hasRunOut(room, now)) return room
  return { ...room, status: 'available', statusReason: null, statusUntil: null, version: room.version + 1, updatedAt: room.statusUntil ?? room.updatedAt }
}

/** The status of a room as it is at an instant, for what has no version. */
export function statusAsOf<R extends Pick<Room, 'status' | 'statusUntil'>> (room: R, now: Date): R {
  return hasRunOut(room, now) ? { ...room, status: 'available', statusUntil: null } : room
}

function hasRunOut ({ statusUntil }: Pick<Room, 'statusUntil'>, now: Date): boolean {
  return statusUntil !== null && Date.parse(statusUntil) <= now.getTime()
}

/** When a room cannot be used because of its status. */
export function outOfUse ({ status, statusUntil }: Pick<Room, 'status' | 'statusUntil'>): Interval[] {
  if (status === 'available') return []
  return [{ startsAt: -Infinity, endsAt: statusUntil === null ? Infinity : Date.parse(statusUntil) }]
}

/**
 * The fields that a change of status sets.
 * @throws Refusal `room.status_invalid`
 */
export function statusFields ({ status, reason, until }: RoomStatusChange, now: Date): Pick<Room, 'status' | 'statusReason' | 'statusUntil'> {
  if (status !== 'available' && reason === undefined) throw new Refusal('room.status_invalid', `Say in \`reason\` why the room is in ${status === 'maintenance' ? 'maintenance' : 'no use'}.`)
  if (status === 'available' && until !== undefined) throw new Refusal('room.status_invalid', 'A room that is available has no `until`. Leave it out.')
  if (until !== undefined && Date.parse(until) <= now.getTime()) throw new Refusal('room.status_invalid', '`until` must be in the future.')
  return { status, statusReason: reason ?? null, statusUntil: until === undefined ? null : new Date(until).toISOString() }
}

/**
 * Refuses to change what is retired.
 * @throws Refusal `room.retired`
 */
export function assertNotRetired ({ status }: Pick<Room, 'status'>): void {
  if (status === 'retired') throw new Refusal('room.retired', 'The room is retired; nothing of it can be changed. Create a new one.')
}
