import type { Room, RoomScore } from '../../../shared/contract/generated/rooms.schemas.ts'

/** What a room is measured against. */
export interface Wish { people: number, floor?: number }

/** How well a room fits: fewest seats to spare first, then nearest to the floor. */
export function scoreOf (room: Pick<Room, 'capacity' | 'floor'>, { people, floor }: Wish): RoomScore {
  const spareSeats = room.capacity - people
  const floorsAway = floor === undefined ? null : Math.abs(room.floor - floor)
  const seats = spareSeats === 0 ? 'Exactly as many seats as people' : `${spareSeats} ${spareSeats === 1 ? 'seat' : 'seats'} to spare`
  const floors = floorsAway === null ? '' : floorsAway === 0 ? '; on the floor' : `; ${floorsAway} ${floorsAway === 1 ? 'floor' : 'floors'} away`
  return {
    value: (1_000_000 - spareSeats * 1000 - (floorsAway ?? 0)) / 1000,
    spareSeats,
    floorsAway,
    explanation: `${seats}${floors}.`
  }
}
