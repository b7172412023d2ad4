import { RemoteError } from '../../shared/contract/client.ts'
import type { Person, TestSystem } from '../support/system.ts'

const hour = 3_600_000
const allDay = { opens: '00:00', closes: '24:00' }
const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
let rooms = 0

/** The id of a new room that is always open. */
export async function newRoom (system: TestSystem, manager: Person, building = 'B'): Promise<string> {
  const { id } = await system.rooms.createRoom({ body: { name: `Room ${++rooms}`, capacity: 8, floor: 1, building, timeZone: 'UTC', openingHours } }, manager)
  return id
}

/**
 * Lets people use a room, one after the other. Nobody can book the past, so the bookings are moved there in the database.
 *
 * @returns the completed booking of each of them
 */
export async function visit (system: TestSystem, roomId: string, ...people: Person[]): Promise<string[]> {
  const first = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const ids = await Promise.all(people.map(async (person, index) => {
    const startsAt = first + index * hour / 2
    const { id } = await system.bookings.createBooking({ body: { roomId, title: 'Visit', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour / 2).toISOString() } }, person)
    return id
  }))
  await system.sql.bookings.query('UPDATE booking SET starts_at = starts_at - INTERVAL 14 DAY, ends_at = ends_at - INTERVAL 14 DAY WHERE id IN (?)', [ids])
  return ids
}

/** What an action is refused with. */
export async function refusal (action: Promise<unknown>): Promise<{ status: number, code: string, message: string }> {
  const error = await action.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof RemoteError) return { status: error.status, code: error.code, message: error.body.message }
  throw error ?? new Error('was not refused')
}

/** `status code` of what an action is refused with. */
export async function refused (action: Promise<unknown>): Promise<string> {
  const { status, code } = await refusal(action)
  return `${status} ${code}`
}

/** The payloads of the events about a subject, in order, with their types. */
export async function eventsOf (system: TestSystem, subject: string): Promise<Array<{ type: string, data: any, event: string }>> {
  const [rows] = await system.sql.reviews.query('SELECT type, event FROM outbox WHERE subject = ? ORDER BY sequence', [subject])
  return (rows as Array<{ type: string, event: string }>).map(({ type, event }) => ({ type, event, data: (JSON.parse(event) as { data: unknown }).data }))
}
