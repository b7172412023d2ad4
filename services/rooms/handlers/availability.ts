import { Refusal } from '../../../shared/errors.ts'
import { openWithin } from '../../../shared/domain/opening-hours.ts'
import { pageOf } from '../../../shared/page.ts'
import { bufferOf, busyWithin } from '../domain/availability.ts'
import { passing, type RoomFilter } from '../domain/catalogue.ts'
import { longestClosureDays } from '../domain/closure.ts'
import { dayMilliseconds, endOfTime, gapsWithin, minuteMilliseconds, rangeBetween, widened, type Interval } from '../domain/interval.ts'
import { latestEnd } from '../../../shared/domain/booking-policy.ts'
import { allowsLength } from '../domain/policy.ts'
import { candidatesFor, freeSlots, longestBuffer, onTheWire, openFor, unbooked, type Candidate } from '../domain/search.ts'
import { statusAsOf } from '../domain/status.ts'
import { onBehalfOf, type Needs, type RoomsHandlers } from './needs.ts'
import { behind, take } from './paging.ts'

type Operations = 'getRoomAvailability' | 'listRoomClosures' | 'listRoomTerms' | 'searchAvailableRooms' | 'suggestTimes'

const mostRoomsSuggested = 5
const firstSpanMilliseconds = 2 * 60 * minuteMilliseconds

/** The operations of the tag Availability. What is booked is asked of bookings each time: it alone knows, and it answers from one index. */
export function availabilityHandlers ({ repository: { closures, terms }, catalogue, bookings }: Needs): Pick<RoomsHandlers, Operations> {
  /** The rooms that might do within a range, best fit first, and how far the buffer of any room reaches. */
  async function candidates ({ people, floor, ...filter }: RoomFilter & { people: number }, range: Interval, now: Date): Promise<{ possible: Iterable<Candidate>, buffer: number }> {
    const [entries, closuresOf] = await Promise.all([catalogue.entries('capacity'), catalogue.upcomingClosures()])
    const possible = candidatesFor(passing(entries, { ...filter, capacityMin: people }, now), { people, ...(floor !== undefined && { floor }) }, range, closuresOf)
    return { possible, buffer: longestBuffer(entries) }
  }

  return {
    async getRoomAvailability ({ params: { roomId }, query }, context) {
      const range = rangeBetween(query.from, query.to, 31)
      const room = await catalogue.room(roomId)
      const [closed, taken] = await Promise.all([
        catalogue.closuresOf(room, range),
        bookings.taken([roomId], widened(range, bufferOf(room)), onBehalfOf(context), { titles: true })
      ])
      const busy = busyWithin({
        room,
        open: openWithin(room.openingHours, room.timeZone, range),
        closed,
        booked: taken.get(roomId) ?? []
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
      const keyOf = ({ rank }: Candidate): Candidate['rank'] => rank
      const { possible, buffer } = await candidates(wish, slot, now)
      const likely = behind(openFor(possible, slot, now), { cursor, types: ['number', 'number', 'text', 'id'], keyOf })
      // Among twice as many as the page needs are mostly enough that are free; only when they are not does the answer tell of the others.
      const best = take(likely, 2 * (limit + 1))
      const others = best.length === 2 * (limit + 1)
      const taken = await bookings.taken(best.map(idOf), widened(slot, buffer), onBehalfOf(context), { freeAtLeast: others ? limit + 1 : undefined })
      const free = unbooked(best, slot, taken)
      if (others && free.length <= limit) free.push(...unbooked(likely, slot, taken))
      const { items, nextCursor } = pageOf(free, limit, keyOf)
      return { items: items.map(candidate => onTheWire(candidate, wish)), nextCursor }
    },

    async suggestTimes ({ query: { from, to, minutes, limit, ...wish } }, context) {
      const now = new Date()
      const range = rangeBetween(from, to, 31)
      assertAhead(range, now)
      const length = minutes * minuteMilliseconds
      const { possible: all, buffer } = await candidates(wish, range, now)
      const possible = [...all].filter(({ entry: { room } }) => allowsLength(room.policy, { startsAt: 0, endsAt: length }))
      // Further ahead than any room can be booked, nothing has to be looked for.
      range.endsAt = Math.min(range.endsAt, Math.max(...possible.map(({ entry: { room } }) => latestEnd(room.policy, room.timeZone, now.getTime()))))
      const found: Array<{ slot: Interval, rooms: Candidate[] }> = []
      let startsAt = Math.max(range.startsAt, now.getTime())
      // Bit by bit: the first hours mostly have enough, and no request grows with the range.
      let span = firstSpanMilliseconds
      while (startsAt + length <= range.endsAt && found.length < limit && possible.length > 0) {
        const starts = { startsAt, endsAt: Math.min(startsAt + span, range.endsAt) }
        const taken = await bookings.taken(possible.map(idOf), widened({ startsAt, endsAt: starts.endsAt + length }, buffer), onBehalfOf(context))
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
  if (endsAt <= now.getTime()) throw new Refusal('request.range_invalid', 'The range is over already. Choose a later one.')
}

function idOf ({ entry }: Candidate): string {
  return entry.room.id
}

function instant (milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function times ({ startsAt, endsAt }: Interval): { startsAt: string, endsAt: string } {
  return { startsAt: instant(startsAt), endsAt: instant(endsAt) }
}
