import type { Closure, Room } from '../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Cache } from '../../shared/plugins/cache.ts'
import { closuresByPlace, entryOf, keyOf, type Entry } from './domain/catalogue.ts'
import type { Interval } from './domain/interval.ts'
import { compare } from './domain/search.ts'
import { asOf } from './domain/status.ts'
import type { Repository } from './repository/index.ts'
import type { AmenityRecord } from './repository/amenities.ts'
import { catalogueSubject, roomSubject } from './repository/origin.ts'

const roomSeconds = 60
const catalogueSeconds = 300

/** In which orders rooms can be listed; the last value of each is unique. */
export const orders = {
  name: { types: ['text', 'id'], keyOf: ({ nameKey, room }: Entry) => [nameKey, room.id] },
  rating: { types: ['number', 'number', 'text', 'id'], keyOf: ({ nameKey, room }: Entry) => [-(room.rating.average ?? 0), -room.rating.count, nameKey, room.id] },
  capacity: { types: ['number', 'text', 'id'], keyOf: ({ nameKey, room }: Entry) => [room.capacity, nameKey, room.id] }
} as const

export type Order = keyof typeof orders

/** What the service knows of rooms, read through the cache. What was loaded once is indexed once, whoever asks. */
export function createCatalogue ({ cache, repository: { rooms, closures, amenities } }: { cache: Cache, repository: Repository }) {
  const sorted = new WeakMap<Room[], Record<Order, Entry[]>>()
  const places = new WeakMap<Closure[], ReturnType<typeof closuresByPlace>>()

  async function upcomingClosures (): Promise<ReturnType<typeof closuresByPlace>> {
    const all = await cache.read(catalogueSubject, 'closures', catalogueSeconds, async () => await closures.upcoming(new Date()))
    return indexed(places, all, () => closuresByPlace(all))
  }

  return {
    /**
     * A room as it is now.
     * @throws Refusal `room.not_found`
     */
    async room (id: string): Promise<Room> {
      const room = await cache.read<Room | null>(roomSubject(id), 'record', roomSeconds, async () => await rooms.find(id) ?? null)
      if (!room) throw new Refusal('room.not_found', `There is no room ${id}.`)
      return asOf(room, new Date())
    },

    /** Every room, the retired included, in an order. */
    async entries (order: Order): Promise<readonly Entry[]> {
      const all = await cache.read(catalogueSubject, 'rooms', catalogueSeconds, async () => await rooms.all())
      return indexed(sorted, all, () => {
        const entries = all.map(entryOf)
        return { name: inOrder(entries, orders.name.keyOf), rating: inOrder(entries, orders.rating.keyOf), capacity: inOrder(entries, orders.capacity.keyOf) }
      })[order]
    },

    /** Finds the closures of a room within a range that is not over. */
    upcomingClosures,

    /** The closures of a room that overlap a range. Those that are over are not kept at hand. */
    async closuresOf (room: Room, range: Interval): Promise<ReadonlyArray<Interval & { reason: string }>> {
      if (range.startsAt >= Date.now()) return (await upcomingClosures())({ room, buildingKey: keyOf(room.building) }, range)
      const found = await closures.ofRoom(room, new Date(range.startsAt), new Date(range.endsAt))
      return found.map(({ startsAt, endsAt, reason }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), reason }))
    },

    /** Every amenity, the retired included, by name. */
    async amenities (): Promise<AmenityRecord[]> {
      return await cache.read(catalogueSubject, 'amenities', catalogueSeconds, async () => await amenities.all())
    }
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>

function indexed<Source extends object, Index> (known: WeakMap<Source, Index>, source: Source, make: () => Index): Index {
  const index = known.get(source) ?? make()
  known.set(source, index)
  return index
}

function inOrder (entries: readonly Entry[], keyOf: (entry: Entry) => ReadonlyArray<string | number>): Entry[] {
  return entries.map(entry => ({ entry, key: keyOf(entry) })).sort((one, other) => compare(one.key, other.key)).map(({ entry }) => entry)
}
