import type { Closure, Room } from '../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Cache } from '../../shared/plugins/cache.ts'
import { closuresByPlace, keyOf, type Entry } from './domain/catalogue.ts'
import type { Interval } from './domain/interval.ts'
import type { Order } from './domain/orders.ts'
import { staleIds, updatedIndex, type RoomIndex } from './domain/room-index.ts'
import { asOf } from './domain/status.ts'
import type { Repository } from './repository/index.ts'
import type { AmenityRecord } from './repository/amenities.ts'
import { catalogueSubject, roomSubject } from './repository/origin.ts'

const roomSeconds = 60
const catalogueSeconds = 300
const mostReadById = 500

/** What the service knows of rooms, read through the cache. */
export function createCatalogue ({ cache, repository: { rooms, closures, amenities } }: { cache: Cache, repository: Repository }) {
  const places = new WeakMap<Closure[], ReturnType<typeof closuresByPlace>>()

  // Reading ten thousand rooms takes a quarter of a second, and every review of one of them is a change.
  const index = cache.follow<RoomIndex>(catalogueSubject, 'rooms', catalogueSeconds, async known => {
    if (!known) return updatedIndex(undefined, await rooms.all())
    const stale = staleIds(known, await rooms.versions())
    if (stale.length === 0) return known
    return updatedIndex(known, stale.length > mostReadById ? await rooms.all() : await rooms.some(stale))
  })

  async function upcomingClosures (): Promise<ReturnType<typeof closuresByPlace>> {
    const all = await cache.read(catalogueSubject, 'closures', catalogueSeconds, async () => await closures.upcoming(new Date()))
    const found = places.get(all) ?? closuresByPlace(all)
    places.set(all, found)
    return found
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
      return (await index())[order]
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
