import type { CallContext } from '../../shared/contract/client.ts'
import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import type { Slot } from './domain/slot.ts'
import type { UsedRoom } from './domain/usage.ts'
import type { Repository } from './repository/index.ts'
import type { RoomDirectory } from './rooms.ts'

/** Finds the rooms that statistics and reports are about. */
export function usedRooms ({ reading, rooms }: { reading: Pick<Repository['reading'], 'retirements'>, rooms: Pick<RoomDirectory, 'list'> }) {
  /** The rooms that were not retired before a range, each retired one with the instant of its retirement. */
  async function inUse<R extends UsedRoom & Pick<Room, 'status'>> (some: readonly R[], { startsAt }: Slot): Promise<UsedRoom[]> {
    const now = new Date()
    const retirements = await reading.retirements(some.filter(({ status }) => status === 'retired').map(({ id }) => id))
    return some.map((room): UsedRoom => room.status === 'retired' ? { ...room, retiredAt: retirements.get(room.id) ?? now } : room)
      .filter(({ retiredAt }) => retiredAt === undefined || retiredAt > startsAt)
  }

  return {
    inUse,

    /** The rooms of a building, or all, that were in use in a range. What was booked in a room stays counted when the room is retired. */
    async of (building: string | undefined, range: Slot, context: CallContext): Promise<UsedRoom[]> {
      const filter = building === undefined ? {} : { building }
      const [present, retired] = await Promise.all([rooms.list(filter, context), rooms.list({ ...filter, status: 'retired' }, context)])
      return await inUse([...present, ...retired], range)
    }
  }
}
