import { freshKey, instant, newName, roomLike, type Journey } from '../world.ts'

const hour = 3_600_000

/** Catalogue, Status: a room is opened, changed, closed for repairs and given up. */
const catalogue: Journey = async ({ rooms, ledger, manager }) => {
  const made = await rooms.createRoom({ body: roomLike(), headers: freshKey() }, manager)
  const params = { roomId: made.id }
  const room = ledger.keep('room', made, async () => await rooms.getRoom({ params }, manager))
  await rooms.getRoom({ params }, manager)
  await rooms.listRooms({ query: { building: 'Drill', limit: 5 } }, manager)
  await room.change(async () => await rooms.updateRoom({ params, body: { capacity: 12, amenities: ['whiteboard'] } }, manager))
  await room.change(async () => await rooms.setRoomStatus({ params, body: { status: 'maintenance', reason: 'Drill' } }, manager))
  await rooms.listRoomHistory({ params, query: {} }, manager)
  await room.change(async () => await rooms.retireRoom({ params, body: { reason: 'Drill' } }, manager))
}

/** Status, Availability: a room is closed for some hours, and one of two such closures is called off. */
const closures: Journey = async ({ rooms, ledger, manager, roomIds }) => {
  const from = Date.now() + (300 + Math.random() * 1_000) * 24 * hour
  for (const isCalledOff of [true, false]) {
    const { bookings: _, ...made } = await rooms.createClosure({ body: { roomId: roomIds[0] as string, startsAt: instant(from), endsAt: instant(from + hour), reason: 'Drill', bookings: 'keep' }, headers: freshKey() }, manager)
    const params = { closureId: made.id }
    const closure = ledger.keep('closure', made, async () => await rooms.getClosure({ params }, manager))
    await rooms.getClosure({ params }, manager)
    await rooms.listClosures({ query: { roomId: roomIds[0] as string } }, manager)
    await rooms.listRoomClosures({ params: { roomId: roomIds[0] as string }, query: { from: instant(from), to: instant(from + 24 * hour) } }, manager)
    if (isCalledOff) await closure.change(async () => await rooms.cancelClosure({ params }, manager))
  }
}

/** Availability: somebody looks for a room. */
const searches: Journey = async ({ rooms, manager, roomIds }) => {
  const from = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const range = { from: instant(from), to: instant(from + 8 * hour) }
  await rooms.listRoomTerms({ query: { roomId: roomIds.slice(0, 3) } }, manager)
  await rooms.getRoomAvailability({ params: { roomId: roomIds[1] as string }, query: range }, manager)
  await rooms.searchAvailableRooms({ query: { from: instant(from), to: instant(from + hour), people: 4, limit: 5 } }, manager)
  await rooms.suggestTimes({ query: { ...range, minutes: 60, limit: 5 } }, manager)
}

/** Place: what a room can have is listed, added and given up. */
const places: Journey = async ({ rooms, ledger, manager }) => {
  await rooms.listBuildings({ query: {} }, manager)
  const name = newName().replace('-', '_')
  const amenity = ledger.keep('amenity', await rooms.createAmenity({ body: { name }, headers: freshKey() }, manager), async () => {
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page++) {
      const { items, nextCursor } = await rooms.listAmenities({ query: { limit: 100, ...(cursor !== undefined && { cursor }) } }, manager)
      const found = items.find(each => each.name === name)
      if (found) return found
      cursor = nextCursor ?? undefined
    }
    return undefined
  })
  await rooms.listAmenities({ query: {} }, manager)
  await rooms.getAmenity({ params: { name } }, manager)
  await amenity.remove(async () => await rooms.retireAmenity({ params: { name } }, manager))
}

export const roomsJourneys: Journey[] = [catalogue, closures, searches, places]
