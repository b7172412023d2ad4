import type { Service } from '../system/databases.ts'
import { firstActors, logIn, openAccounts, population } from './accounts.ts'
import { fillCatalogue } from './catalogue.ts'
import { connect } from './clients.ts'
import { flagged } from './data/reviews.ts'
import { lookUp } from './look-up.ts'
import { bookMeetings } from './meetings.ts'
import { flagOne, isFlagged, writeReviews } from './reviews.ts'
import { recordVisits } from './visits.ts'

interface SeedOptions {
  urls: Record<Service, string>
  databaseUrls: Record<Service, string>
  /** Whether the demo data go into a system with users of its own, too. */
  evenIfInhabited?: boolean
  /** Gets a line when it takes longer than usual. */
  log?: (line: string) => void
}

/**
 * Fills a system with a small company: a dozen people, three buildings, what they have booked and will, and what they think of it. Every
 * step leaves alone what is there, so one that was interrupted goes on where it was; the last is the flag, and with it, it is done.
 *
 * @returns whether the demo data are there; false on a system with users of its own
 */
export async function seed ({ urls, databaseUrls, evenIfInhabited = false, log }: SeedOptions): Promise<boolean> {
  const clients = connect(urls, log)
  try {
    const { known, isInhabited } = await population(databaseUrls.users)
    if (isInhabited && known.size === 0 && !evenIfInhabited) return false
    if (await isFlagged(databaseUrls.reviews, known.get(flagged.by))) return await logIn(clients.users, flagged.by) !== undefined
    const there = await firstActors(clients.users, databaseUrls.users, known)
    if (!there) return false
    // What goes on at once is the work of different services.
    const [actors, places] = await Promise.all([openAccounts(clients.users, databaseUrls.users, there), fillCatalogue(clients.rooms, lookUp(there, 'admin'))])
    await recordVisits(databaseUrls.bookings, actors, places)
    await Promise.all([bookMeetings(clients.bookings, actors, places), writeReviews(clients.reviews, actors, places)])
    await flagOne(clients.reviews, actors, places)
    return true
  } finally {
    await Promise.all(Object.values(clients).map(async client => { await client.close() }))
  }
}
