import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import type { Actor } from './accounts.ts'
import type { Clients } from './clients.ts'
import { closures, demoRooms, maintenance } from './data/rooms.ts'
import { lookUp } from './look-up.ts'
import { instantOf, workingDay } from './moments.ts'

/** What meetings need to know of a room. */
export type Place = Pick<Room, 'id' | 'timeZone'>

/** The demo rooms by name. */
export type Places = ReadonlyMap<string, Place>

/** Makes the rooms that are missing, closes some for a while, and takes one out of use. */
export async function fillCatalogue (rooms: Clients['rooms'], { token }: Actor): Promise<Places> {
  const buildings = [...new Set(demoRooms.map(({ building }) => building))]
  const known = (await Promise.all(buildings.map(async building => (await rooms.listRooms({ query: { building, limit: 100 } }, { token })).items))).flat()
  const made = await Promise.all(demoRooms.map(async room =>
    known.find(({ name, building }) => name === room.name && building === room.building) ?? await rooms.createRoom({ body: room }, { token })))
  const places = new Map(made.map(room => [room.name, room]))
  await closeSome(rooms, places, token)

  const broken = lookUp(places, maintenance.room)
  if (broken.status === 'available' && broken.version === 1) {
    const until = instantOf(workingDay(broken.timeZone, maintenance.untilDay), '18:00', broken.timeZone).toISOString()
    await rooms.setRoomStatus({ params: { roomId: broken.id }, body: { status: 'maintenance', reason: maintenance.reason, until } }, { token })
  }
  return places
}

async function closeSome (rooms: Clients['rooms'], places: Places, token: string): Promise<void> {
  const { items: known } = await rooms.listClosures({ query: { cancelled: true, limit: 100 } }, { token })
  for (const { room, building, floor, reason, fromDay, toDay } of closures) {
    if (known.some(closure => closure.reason === reason)) continue
    const place = lookUp(places, room ?? demoRooms.find(one => one.building === building && one.floor === floor)?.name ?? reason)
    const startsAt = instantOf(workingDay(place.timeZone, fromDay), '00:00', place.timeZone).toISOString()
    const endsAt = instantOf(workingDay(place.timeZone, toDay).add({ days: 1 }), '00:00', place.timeZone).toISOString()
    await rooms.createClosure({ body: { ...(room === undefined ? { building, floor } : { roomId: place.id }), startsAt, endsAt, reason } }, { token })
  }
}
