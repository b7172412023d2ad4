import type { Caller } from '../../../shared/contract/contract.ts'
import type { Booking } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { CallContext } from '../../../shared/contract/client.ts'
import { Refusal } from '../../../shared/errors.ts'
import { bufferOf, busyWithin } from '../domain/availability.ts'
import { passing, type RoomFilter } from '../domain/catalogue.ts'
import { longestClosureDays } from '../domain/closure.ts'
import { dayMilliseconds, endOfTime, gapsWithin, minuteMilliseconds, rangeBetween, type Interval } from '../domain/interval.ts'
import { openWithin } from '../domain/opening-hours.ts'
import { allowsLength } from '../domain/policy.ts'
import { bookable, candidatesFor, freeSlots, longestBuffer, onTheWire, wouldTake, type Candidate } from '../domain/search.ts'
import { statusAsOf } from '../domain/status.ts'
import { onBehalfOf, type Needs, type RoomsHandlers } from './needs.ts'
import { pageIn } from './paging.ts'

type Operations = 'getRoomAvailability' | 'listRoomClosures' | 'listRoomTerms' | 'searchAvailableRooms' | 'suggestTimes'

const mostRoomsSuggested = 5
const firstSpanMilliseconds = 2 * 60 * minuteMilliseconds

/** The operations of the tag Availability. What is booked is asked of bookings each time: it alone knows, and it answers from one index. */
export function availabilityHandlers ({ repository: { closures, terms }, catalogue, bookings }: Needs): Pick<RoomsHandlers, Operations> {
  /** The bookings of a room that the caller may see the titles of. */
  async function seenBookings (roomId: string, { startsAt, endsAt }: Interval, role: Caller['role'], context: CallContext): Promise<Booking[]> {
    return role === 'service' ? [] : await bookings.list(roomId, new Date(startsAt), new Date(endsAt), context)
  }

  /** The rooms that might do within a range, best fit first. */
  async function candidates ({ people, floor, ...filter }: RoomFilter & { people: number }, range: Interval, now: Date): Promise<Candidate[]> {
    const [entries, closuresOf] = await Promise.all([catalogue.entries('capacity'), catalogue.closures()])
    const pass = passing({ ...filter, capacityMin: people }, now)
    const usable = entries.flatMap(entry => pass(entry) ?? [])
    return candidatesFor(usable, { people, ...(floor !== undefined && { floor }) }, range, closuresOf)
  }

  /** What is booked of the candidates' time around a range, as far as their buffers reach. */
  async function takenAround (candidates: readonly Candidate[], { startsAt, endsAt }: Interval, context: CallContext): Promise<ReadonlyMap<string, Interval[]>> {
    if (candidates.length === 0) return new Map()
    const buffer = longestBuffer(candidates)
    return await bookings.taken(candidates.map(({ entry }) => entry.room.id), { startsAt: startsAt - buffer, endsAt: endsAt + buffer }, context)
  }

  return {
    async getRoomAvailability ({ params: { roomId }, query }, context) {
      const range = rangeBetween(query.from, query.to, 31)
      const room = await catalogue.room(roomId)
      const buffer = bufferOf(room)
      const around = { startsAt: range.startsAt - buffer, endsAt: range.endsAt + buffer }
      const [closed, taken, seen] = await Promise.all([
        closures.ofRoom(room, new Date(range.startsAt), new Date(range.endsAt)),
        bookings.taken([roomId], around, onBehalfOf(context)),
        seenBookings(roomId, range, context.caller.role, onBehalfOf(context))
      ])
      const titles = new Map(seen.filter(({ status }) => status !== 'cancelled' && status !== 'rejected').map(({ id, title, startsAt }) => [Date.parse(startsAt), { bookingId: id, title }]))
      const busy = busyWithin({
        room,
        open: openWithin(room.openingHours, room.timeZone, range),
        closed: closed.map(({ startsAt, endsAt, reason }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), reason })),
        booked: (taken.get(roomId) ?? []).map(interval => ({ ...interval, ...titles.get(interval.startsAt) }))
      }, range)
      return {
        roomId,
        ...{ from: instant(range.startsAt), to: instant(range.endsAt) },
        timeZone: room.timeZone,
        busy: busy.map(interval => ({ ...interval, ...times(interval) })),
        free: gapsWithin(busy, range).map(times)
      }
    },

    async listRoomClosures ({ params, query }) {
      const { startsAt, endsAt } = rangeBetween(query.from, query.to, longestClosureDays)
      return { items: await closures.ofRoom(await catalogue.room(params.roomId), new Date(startsAt), new Date(endsAt)) }
    },

    async listRoomTerms ({ query }) {
      const now = new Date()
      const from = query.from ?? instant(now.getTime() - dayMilliseconds)
      const range = rangeBetween(from, query.to ?? instant(Math.min(Date.parse(from) + longestClosureDays * dayMilliseconds, endOfTime)), longestClosureDays)
      const found = await terms.termsOf(query.roomId, range)
      return { items: found.map(room => statusAsOf(room, now)) }
    },

    async searchAvailableRooms ({ query: { from, to, limit, cursor, ...wish } }, context) {
      const now = new Date()
      const slot = rangeBetween(from, to, 1)
      assertAhead(slot, now)
      const possible = (await candidates(wish, slot, now)).filter(candidate => wouldTake(candidate, slot, now))
      const free = bookable(possible, slot, await takenAround(possible, slot, onBehalfOf(context)), now)
      const { items, nextCursor } = pageIn(free, { limit, cursor, types: ['number', 'number', 'text', 'id'], keyOf: ({ rank }) => rank })
      return { items: items.map(candidate => onTheWire(candidate, wish)), nextCursor }
    },

    async suggestTimes ({ query: { from, to, minutes, limit, ...wish } }, context) {
      const now = new Date()
      const range = rangeBetween(from, to, 31)
      assertAhead(range, now)
      const length = minutes * minuteMilliseconds
      const possible = (await candidates(wish, range, now)).filter(({ entry: { room } }) => allowsLength(room.policy, { startsAt: 0, endsAt: length }))
      const found: Array<{ slot: Interval, rooms: Candidate[] }> = []
      let startsAt = Math.max(range.startsAt, now.getTime())
      // Bit by bit: the first hours mostly have enough, and no request grows with the range.
      let span = firstSpanMilliseconds
      while (startsAt + length <= range.endsAt && found.length < limit && possible.length > 0) {
        const starts = { startsAt, endsAt: Math.min(startsAt + span, range.endsAt) }
        const taken = await takenAround(possible, { startsAt, endsAt: starts.endsAt + length }, onBehalfOf(context))
        startsAt = starts.endsAt
        span = Math.min(span * 2, dayMilliseconds)
        for (const next of freeSlots(possible, starts, range.endsAt, length, taken, now)) {
          startsAt = Math.max(startsAt, next.slot.endsAt)
          found.push(next)
          if (found.length === limit) break
        }
      }
      return { items: found.map(({ slot, rooms }) => ({ ...times(slot), roomCount: rooms.length, rooms: rooms.slice(0, mostRoomsSuggested).map(candidate => onTheWire(candidate, wish)) })) }
    }
  }
}

/** Refuses to look for rooms in the past. */
function assertAhead ({ endsAt }: Interval, now: Date): void {
  if (endsAt <= now.getTime()) throw new Refusal('room.range_invalid', 'The range is over already. Choose a later one.')
}

function instant (milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function times ({ startsAt, endsAt }: Interval): { startsAt: string, endsAt: string } {
  return { startsAt: instant(startsAt), endsAt: instant(endsAt) }
}
