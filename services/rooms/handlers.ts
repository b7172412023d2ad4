import type { Client } from '../../shared/contract/client.ts'
import type { BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { roomsContract } from '../../shared/contract/generated/rooms.operations.ts'
import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import type { Handlers } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Cache } from '../../shared/plugins/cache.ts'
import { assertRange, freeWithin, mergeWithin, type Interval } from './domain/availability.ts'
import { assertTimeZone } from './domain/time-zone.ts'
import type { RoomsRepository } from './repository.ts'

interface Needs {
  probes: Pick<Handlers<typeof roomsContract>, 'getHealth' | 'getReadiness'>
  rooms: RoomsRepository
  bookings: Client<BookingsOperations>
  cache: Cache
}

const roomCacheSeconds = 60

/** One method for each operation of the rooms contract. */
export function roomsHandlers ({ probes, rooms, bookings, cache }: Needs): Handlers<typeof roomsContract> {
  async function existingRoom (id: string): Promise<Room> {
    const room = await cache.read<Room | null>(`room:${id}`, 'record', roomCacheSeconds, async () => await rooms.find(id) ?? null)
    if (!room) throw new Refusal('room.not_found', `There is no room ${id}.`)
    return room
  }

  return {
    ...probes,

    async listRooms ({ query }) {
      return await rooms.page(query)
    },

    async createRoom ({ body }, { caller, correlationId, attempt }) {
      assertTimeZone(body.timeZone)
      const room = await rooms.create(body, { actorId: caller.id, correlationId, attempt })
      await cache.invalidate(`room:${room.id}`)
      return room
    },

    async getRoom ({ params }) {
      return await existingRoom(params.roomId)
    },

    async listRoomClosures ({ params, query }) {
      const [from, to] = [new Date(query.from), new Date(query.to)]
      assertRange(from, to, 3 * 366)
      return { items: await rooms.closures(await existingRoom(params.roomId), from, to) }
    },

    async getRoomAvailability ({ params, query }, { caller, correlationId }) {
      const [from, to] = [new Date(query.from), new Date(query.to)]
      assertRange(from, to, 31)
      const room = await existingRoom(params.roomId)
      const range = { startsAt: from.getTime(), endsAt: to.getTime() }
      const { items } = await bookings.listBusyIntervals({ query: { roomId: [room.id], from: from.toISOString(), to: to.toISOString() } }, { token: caller.token, correlationId })
      const busy = room.status === 'available'
        ? mergeWithin(items.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })), range)
        : [range]
      const reason = room.status === 'available' ? 'booked' : 'unavailable'
      return {
        roomId: room.id,
        from: from.toISOString(),
        to: to.toISOString(),
        timeZone: room.timeZone,
        busy: busy.map(interval => ({ ...onTheWire(interval), reason })),
        free: freeWithin(busy, range).map(onTheWire)
      }
    }
  }
}

function onTheWire ({ startsAt, endsAt }: Interval): { startsAt: string, endsAt: string } {
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() }
}
