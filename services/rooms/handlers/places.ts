import type { Building } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { keyOf, type Entry } from '../domain/catalogue.ts'
import { originOf, type Needs, type RoomsHandlers } from './needs.ts'
import { pageIn } from './paging.ts'

type Operations = 'listAmenities' | 'createAmenity' | 'getAmenity' | 'retireAmenity' | 'listBuildings'

/** The operations of the tag Place. */
export function placeHandlers ({ repository: { amenities }, catalogue }: Needs): Pick<RoomsHandlers, Operations> {
  async function roomsInUse (): Promise<Entry[]> {
    return (await catalogue.entries('name')).filter(({ room }) => room.status !== 'retired')
  }

  /** How many rooms offer each amenity. */
  async function counts (): Promise<(name: string) => number> {
    const numbers = new Map<string, number>()
    for (const { room } of await roomsInUse()) {
      for (const name of room.amenities) numbers.set(name, (numbers.get(name) ?? 0) + 1)
    }
    return name => numbers.get(name) ?? 0
  }

  return {
    async listAmenities ({ query: { limit, cursor } }) {
      const [all, countOf] = await Promise.all([catalogue.amenities(), counts()])
      const { items, nextCursor } = pageIn(all.filter(({ status }) => status === 'active'), { limit, cursor, types: ['text'], keyOf: ({ name }) => [name] })
      return { items: items.map(amenity => ({ ...amenity, roomCount: countOf(amenity.name) })), nextCursor }
    },

    async createAmenity ({ body: { name } }, context) {
      const countOf = await counts()
      return await amenities.create(name, countOf(name), originOf(context))
    },

    async getAmenity ({ params: { name } }) {
      const amenity = (await catalogue.amenities()).find(each => each.name === name)
      if (!amenity) throw noSuchAmenity(name)
      const countOf = await counts()
      return { ...amenity, roomCount: countOf(name) }
    },

    async retireAmenity ({ params: { name } }, context) {
      const amenity = await amenities.retire(name, originOf(context))
      if (!amenity) throw noSuchAmenity(name)
      const countOf = await counts()
      return { ...amenity, roomCount: countOf(name) }
    },

    async listBuildings ({ query: { limit, cursor } }) {
      return pageIn(buildingsOf(await roomsInUse()), { limit, cursor, types: ['text'], keyOf: ({ name }) => [keyOf(name)] })
    }
  }
}

function noSuchAmenity (name: string): Refusal {
  return new Refusal('amenity.not_found', `There is no amenity ${name}. listAmenities tells which there are.`)
}

/** The buildings of rooms, by name; of several spellings the one of the oldest room counts. */
function buildingsOf (entries: readonly Entry[]): Building[] {
  const buildings = new Map<string, { name: string, oldest: string, floors: Map<number, number> }>()
  for (const { buildingKey, room: { id, building, floor } } of entries) {
    const known = buildings.get(buildingKey) ?? { name: building, oldest: id, floors: new Map<number, number>() }
    if (id < known.oldest) Object.assign(known, { name: building, oldest: id })
    known.floors.set(floor, (known.floors.get(floor) ?? 0) + 1)
    buildings.set(buildingKey, known)
  }
  return [...buildings].sort(([one], [other]) => one < other ? -1 : 1).map(([, { name, floors }]) => ({
    name,
    roomCount: [...floors.values()].reduce((sum, count) => sum + count, 0),
    floors: [...floors].sort(([one], [other]) => one - other).map(([floor, roomCount]) => ({ floor, roomCount }))
  }))
}
