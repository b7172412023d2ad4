import { RemoteError, type CallContext, type Client } from '../../shared/contract/client.ts'
import type { BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import type { OverlappedBooking } from '../../shared/contract/generated/rooms.schemas.ts'
import { dayMilliseconds, type Interval } from './domain/interval.ts'

const longestRange = 31 * dayMilliseconds
const mostRoomsNamed = 100
const pageSize = 100
const callsAtOnce = 8

/** What the rooms service asks of bookings, always on behalf of the caller. */
export function createBookings (client: Client<BookingsOperations>) {
  /** Every booking of a room that the caller may see and that overlaps a range, by start. */
  async function list (roomId: string, from: Date, to: Date | undefined, context: CallContext): Promise<Booking[]> {
    const bookings: Booking[] = []
    let cursor: string | null = null
    do {
      const page: { items: Booking[], nextCursor: string | null } = await client.listBookings({
        query: { roomId, from: from.toISOString(), ...(to && { to: to.toISOString() }), limit: pageSize, ...(cursor !== null && { cursor }) }
      }, context)
      bookings.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return bookings
  }

  return {
    list,

    /**
     * What is booked within a range, by room: one request for each 31 days.
     *
     * @param roomIds only these; a longer list than bookings takes is not sent, for then the answer for all rooms costs less
     */
    async taken (roomIds: readonly string[], range: Interval, context: CallContext): Promise<Map<string, Interval[]>> {
      const byRoom = new Map<string, Interval[]>()
      for (let from = range.startsAt; from < range.endsAt; from += longestRange) {
        const to = Math.min(from + longestRange, range.endsAt)
        const { items } = await client.listBusyIntervals({
          query: { ...(roomIds.length <= mostRoomsNamed && { roomId: [...roomIds] }), from: new Date(from).toISOString(), to: new Date(to).toISOString() }
        }, context)
        for (const { roomId, startsAt, endsAt } of items) {
          const interval = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
          const known = byRoom.get(roomId)
          if (!known) byRoom.set(roomId, [interval])
          // What spans the border of two requests is in both answers.
          else if (known.at(-1)?.startsAt !== interval.startsAt) known.push(interval)
        }
      }
      return byRoom
    },

    /** The bookings that hold one of the rooms within a range, by room and start. */
    async held (roomIds: readonly string[], from: Date, to: Date | undefined, context: CallContext): Promise<Booking[]> {
      const lists = await inTurns(roomIds, async roomId => await list(roomId, from, to, context))
      return lists.flat().filter(({ status }) => status === 'pending' || status === 'confirmed')
    },

    /** Cancels bookings, as far as it can. */
    async cancel (bookings: readonly OverlappedBooking[], reason: string, context: CallContext): Promise<OverlappedBooking[]> {
      return await inTurns(bookings, async booking => {
        const outcome = await client.cancelBooking({ params: { bookingId: booking.bookingId }, body: { reason } }, context).then(({ status }) => status, (error: unknown) => {
          // Somebody else was faster: it is over, and nothing is left to cancel.
          return error instanceof RemoteError && error.code === 'booking.state_conflict' ? 'cancelled' : 'failed'
        })
        return { ...booking, outcome: outcome === 'cancelled' ? 'cancelled' : 'failed' }
      })
    }
  }
}

export type Bookings = ReturnType<typeof createBookings>

/** Does something for each item, a few at a time, and keeps the order. */
async function inTurns<Item, Result> (items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  await Promise.all(Array.from({ length: Math.min(callsAtOnce, items.length) }, async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as Item)
  }))
  return results
}
