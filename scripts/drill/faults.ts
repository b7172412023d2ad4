import { setTimeout as delay } from 'node:timers/promises'
import { until } from '../infrastructure/until.ts'
import type { Part, PrivateSystem } from '../system/private-system.ts'
import { book } from './journeys/bookings.ts'
import type { Measurements } from './measurements.ts'
import type { World } from './world.ts'

/** How long it took from the start of a part until everything went as before; `undefined` when it never did. */
export interface Recovery { part: string, milliseconds: number | undefined }

const recoveryMilliseconds = 60_000

/**
 * Kills and restarts every part of a system, one after the other.
 *
 * @param seconds for each part: a quarter with all well, a quarter without it, the rest for coming back
 */
export async function goThroughFaults (system: PrivateSystem, world: World, measurements: Measurements, seconds: number, log: (line: string) => void): Promise<Recovery[]> {
  const recoveries: Recovery[] = []
  for (const part of Object.values(system.parts)) {
    const end = performance.now() + seconds * 1_000
    measurements.phase = 'all well'
    await delay(seconds * 250)
    measurements.phase = `without ${part.name}`
    await part.kill()
    log(`${part.name} is killed`)
    await delay(seconds * 250)
    measurements.phase = `${part.name} comes back`
    const milliseconds = await recover(part, world)
    recoveries.push({ part: part.name, milliseconds })
    log(milliseconds === undefined ? `${part.name} was started, but not all went well again` : `${part.name} is back: all well after ${(milliseconds / 1_000).toFixed(1)} s`)
    measurements.phase = 'all well'
    await delay(Math.max(0, end - performance.now()))
  }
  return recoveries
}

async function recover (part: Part, world: World): Promise<number | undefined> {
  const since = performance.now()
  if (!await part.restart().then(() => true, () => false)) return undefined
  return await until(async () => await isAllWell(world), recoveryMilliseconds) ? performance.now() - since : undefined
}

/** Every service sees all that it depends on, and a room can be booked. */
async function isAllWell (world: World): Promise<boolean> {
  const { users, rooms, bookings, reviews } = world
  try {
    const states = await Promise.all([users, rooms, bookings, reviews].map(async service => await service.getReadiness()))
    if (!states.every(({ dependencies }) => dependencies.every(({ status }) => status === 'up'))) return false
    await book(world)
    return true
  } catch {
    return false
  }
}
