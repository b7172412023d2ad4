import type { Closure, Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { overlaps, type Interval } from './interval.ts'
import { asOf } from './status.ts'

/** A room, with what lists and searches compare. */
export interface Entry { room: Room, nameKey: string, buildingKey: string, text: string, hoursKey: string }

/** Which rooms are looked for; every condition that is given has to hold. */
export interface RoomFilter {
  building?: string
  floor?: number
  capacityMin?: number
  capacityMax?: number
  amenities?: string[]
  text?: string
  status?: Room['status']
}

/** A closure, with its interval in milliseconds. */
export interface CatalogueClosure extends Interval, Pick<Closure, 'roomId' | 'floor' | 'reason'> { buildingKey: string | null }

/** Texts that differ only in case have the same key. */
export function keyOf (text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

export function entryOf (room: Room): Entry {
  return {
    room,
    nameKey: keyOf(room.name),
    buildingKey: keyOf(room.building),
    text: keyOf(`${room.name}\n${room.building}\n${room.description}`),
    hoursKey: `${room.timeZone} ${JSON.stringify(room.openingHours)}`
  }
}

/** The closures of rooms, found by place. */
export function closuresByPlace (closures: readonly Closure[]): (place: Pick<Entry, 'room' | 'buildingKey'>, range: Interval) => CatalogueClosure[] {
  const places = new Map<string, CatalogueClosure[]>()
  for (const { roomId, building, floor, startsAt, endsAt, reason } of closures) {
    const buildingKey = building === null ? null : keyOf(building)
    const place = roomId ?? (floor === null ? `building ${buildingKey}` : `floor ${floor} ${buildingKey}`)
    const closure = { roomId, buildingKey, floor, reason, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
    const known = places.get(place)
    if (known) known.push(closure)
    else places.set(place, [closure])
  }
  return ({ room, buildingKey }, range) => places.size === 0
    ? []
    : [room.id, `floor ${room.floor} ${buildingKey}`, `building ${buildingKey}`].flatMap(place => places.get(place) ?? []).filter(closure => overlaps(closure, range))
}

/** The rooms that pass a filter, each as it is at an instant, in the order given. They are looked at one by one, as they are asked for. */
export function * passing (entries: Iterable<Entry>, { building, floor, capacityMin = 0, capacityMax = Infinity, amenities = [], text, status }: RoomFilter, now: Date): Generator<Entry> {
  const buildingKey = building === undefined ? undefined : keyOf(building)
  const textKey = text === undefined ? undefined : keyOf(text)
  for (const entry of entries) {
    const room = asOf(entry.room, now)
    const passes = (status === undefined ? room.status !== 'retired' : room.status === status) &&
      room.capacity >= capacityMin && room.capacity <= capacityMax &&
      (floor === undefined || room.floor === floor) &&
      (buildingKey === undefined || entry.buildingKey === buildingKey) &&
      (textKey === undefined || entry.text.includes(textKey)) &&
      amenities.every(name => room.amenities.includes(name))
    if (passes) yield room === entry.room ? entry : { ...entry, room }
  }
}
