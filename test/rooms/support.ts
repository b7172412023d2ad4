import { randomBytes } from 'node:crypto'
import type { Room, RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { sharedSystem, type Person, type Scope, type TestSystem } from '../support/system.ts'

/** A system with somebody who books rooms and somebody who keeps them, and what its tests ask of it again and again. */
export interface RoomsScene {
  system: TestSystem
  user: Person
  manager: Person
  /** A new room: in UTC and always open, unless it is said otherwise. */
  newRoom: (fields?: Partial<RoomCreate>) => Promise<Room>
  /** Books a room between two hours of tomorrow; returns the id of the booking. */
  book: (roomId: string, from: number, to: number, who?: Person, title?: string) => Promise<string>
  availability: (roomId: string, from: number, to: number, who?: Person) => ReturnType<TestSystem['rooms']['getRoomAvailability']>
  /** The names of the rooms of a building that a search finds. */
  found: (building: string, from: number, to: number, more?: object) => Promise<string[]>
  /** The events about something, in their order. */
  events: (subject: string) => Promise<string[]>
}

/** Starts a system for tests of rooms. */
export async function roomsScene (t: Scope): Promise<RoomsScene> {
  const system = await sharedSystem(t)
  const user = await system.person()
  const manager = await system.person('facility_manager')
  const scene = randomBytes(4).toString('hex')
  let made = 0
  return {
    system,
    user,
    manager,
    newRoom: async (fields = {}) => await system.rooms.createRoom({ body: { name: `Room ${++made} of ${scene}`, capacity: 8, floor: 1, building: 'B', timeZone: 'UTC', openingHours: alwaysOpen, ...fields } }, manager),
    book: async (roomId, from, to, who = user, title = 'Meeting') => (await system.bookings.createBooking({ body: { roomId, title, startsAt: at(from), endsAt: at(to) } }, who)).id,
    availability: async (roomId, from, to, who = user) => await system.rooms.getRoomAvailability({ params: { roomId }, query: { from: at(from), to: at(to) } }, who),
    found: async (building, from, to, more = {}) => (await system.rooms.searchAvailableRooms({ query: { building, from: at(from), to: at(to), limit: 100, ...more } }, user)).items.map(({ room }) => room.name),
    events: async subject => {
      const [rows] = await system.sql.rooms.query('SELECT type FROM outbox WHERE subject = ? ORDER BY sequence', [subject])
      return (rows as Array<{ type: string }>).map(({ type }) => type)
    }
  }
}
