import { setTimeout as delay } from 'node:timers/promises'
import { RemoteError, UnreachableError } from '../../shared/contract/client.ts'
import { bookingsJourneys } from './journeys/bookings.ts'
import { calendarsJourneys } from './journeys/calendars.ts'
import { reportsJourneys } from './journeys/reports.ts'
import { reviewsJourneys } from './journeys/reviews.ts'
import { roomsJourneys } from './journeys/rooms.ts'
import { usersJourneys } from './journeys/users.ts'
import type { World } from './world.ts'

const travellers = 6
/** Between two journeys: what fails at once is not tried a thousand times a second. */
const restMilliseconds = 100

export interface Load {
  /** Resolves when the last journeys are over. */
  stop: () => Promise<void>
  /** Refusals that no journey expects, each with how often it came: `bookings.createBooking answered 409 …`. */
  refusals: Map<string, number>
}

/** Has a few travellers go through all journeys, again and again. */
export function startLoad (world: World): Load {
  const journeys = [...usersJourneys, ...roomsJourneys, ...bookingsJourneys, ...calendarsJourneys, ...reportsJourneys, ...reviewsJourneys]
  const refusals = new Map<string, number>()
  const end = new AbortController()
  let next = 0
  const travel = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const journey = journeys[next++ % journeys.length] as (typeof journeys)[number]
      await journey(world).catch((error: unknown) => {
        if (error instanceof UnreachableError || (error instanceof RemoteError && error.status >= 500)) return
        if (!(error instanceof RemoteError)) throw error
        const refusal = error.message.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')
        refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1)
      })
      await delay(restMilliseconds)
    }
  }
  const all = Promise.all(Array.from({ length: travellers }, travel))
  all.catch(() => {}) // whoever stops the load is told
  return {
    refusals,
    stop: async () => {
      end.abort()
      await all
    }
  }
}
