import { RemoteError } from '../../shared/contract/client.ts'
import type { RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'
import type { Person, TestSystem } from '../support/system.ts'

export const hour = 3_600_000
const allDay = { opens: '00:00', closes: '24:00' }
export const alwaysOpen = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

/** Midnight UTC of a day from today on. */
export function day (days: number): number {
  return Math.floor(Date.now() / (24 * hour) + days) * 24 * hour
}

/** An instant: hours after the midnight with which tomorrow begins, in UTC. */
export function at (hours: number): string {
  return new Date(day(1) + hours * hour).toISOString()
}

export interface Refused { status: number, code: string, body: any }

/** How an action is refused; not to be refused is a failure. */
export async function refusal (action: Promise<unknown>): Promise<Refused> {
  const error = await action.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof RemoteError) return { status: error.status, code: error.code, body: error.body }
  throw error ?? new Error('was not refused')
}

let rooms = 0

/** A room of its own for a test: in UTC and always open, unless it is said otherwise. */
export async function makeRoom (system: TestSystem, manager: Person, options: Partial<RoomCreate> = {}): Promise<string> {
  rooms += 1
  const { id } = await system.rooms.createRoom({ body: { name: `Room ${rooms}`, capacity: 8, floor: 1, building: `Building ${rooms}`, timeZone: 'UTC', openingHours: alwaysOpen, ...options } }, manager)
  return id
}
