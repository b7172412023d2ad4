import { bulkhead } from 'cockatiel'
import type { CallContext, Client, RenewableToken } from '../../shared/contract/client.ts'
import type { BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import { dayMilliseconds, type Interval } from './domain/interval.ts'

/** A part of a room's time that somebody has booked, and with what, if the caller may see it. */
export interface Taken extends Interval { bookingId?: string, title?: string }

const longestRange = 31 * dayMilliseconds
const mostRoomsNamed = 100
const pageSize = 100
const fewRooms = 8
const callsAtOnce = 8

/**
 * What the rooms service asks of bookings, on behalf of the caller where rights matter.
 *
 * @param serviceToken our own token: what is asked with it does not count as requests of the caller's
 */
export function createBookings (client: Client<BookingsOperations>, serviceToken: RenewableToken) {
  const turns = bulkhead(callsAtOnce, Infinity)

  /** In our own name; in the caller's while no token can be had. */
  const ourselves = async ({ token, correlationId }: CallContext): Promise<CallContext> => ({ token: await serviceToken.current().then(() => serviceToken, () => token), correlationId })

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

  /**
   * What is booked within a range, by room: one request for each 31 days.
   *
   * @param roomIds only these; a longer list than bookings takes is not sent, for then the answer for all rooms costs less
   * @param options.titles whether to name the bookings that the caller may see
   * @param options.freeAtLeast how many of the rooms have to be free: when fewer are, all rooms are answered for. For ranges of one request
   */
  async function taken (roomIds: readonly string[], range: Interval, context: CallContext, { titles = false, freeAtLeast }: { titles?: boolean, freeAtLeast?: number | undefined } = {}): Promise<Map<string, Taken[]>> {
    const byRoom = new Map<string, Taken[]>()
    if (roomIds.length === 0) return byRoom
    const asker = titles ? context : await ourselves(context)
    for (let from = range.startsAt; from < range.endsAt; from += longestRange) {
      const to = Math.min(from + longestRange, range.endsAt)
      const { items } = await client.listBusyIntervals({
        query: { ...(roomIds.length <= mostRoomsNamed && { roomId: [...roomIds], ...(freeAtLeast !== undefined && { freeAtLeast }) }), from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...(titles && { titles }) }
      }, asker)
      for (const { roomId, ...item } of items) {
        const interval = { ...item, startsAt: Date.parse(item.startsAt), endsAt: Date.parse(item.endsAt) }
        const known = byRoom.get(roomId)
        if (!known) byRoom.set(roomId, [interval])
        // What spans the border of two requests is in both answers.
        else if (known.at(-1)?.startsAt !== interval.startsAt) known.push(interval)
      }
    }
    return byRoom
  }

  return {
    taken,

    /** The bookings that hold one of the rooms within a range, by room and start. */
    async held (roomIds: readonly string[], from: Date, to: Date | undefined, context: CallContext): Promise<Booking[]> {
      // Of many rooms few are booked, and these are found with few requests.
      const booked = roomIds.length <= fewRooms || to === undefined ? undefined : await taken(roomIds, { startsAt: from.getTime(), endsAt: to.getTime() }, context)
      const lists = await Promise.all(roomIds.filter(roomId => booked?.has(roomId) !== false).map(async roomId => await turns.execute(async () => await list(roomId, from, to, context))))
      return lists.flat().filter(({ status }) => status === 'pending' || status === 'confirmed')
    }
  }
}

export type Bookings = ReturnType<typeof createBookings>
