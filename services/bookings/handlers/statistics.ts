import type { CallContext } from '../../../shared/contract/client.ts'
import type { RoomUsage } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { assertRange, type Slot } from '../domain/slot.ts'
import { addHoursOfDay, hoursWithin, openHours } from '../domain/usage.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

const longestDays = 366
const mostRooms = 1_000
const roomsAtOnce = 8

/** How rooms are used. */
export function statisticsHandlers ({ bookings, rooms }: Pick<Needs, 'bookings' | 'rooms'>): Pick<BookingsHandlers, 'getBookingStatistics'> {
  async function usageOf (room: Room, range: Slot, hours: number[], context: CallContext): Promise<RoomUsage> {
    const [uses, closures] = await Promise.all([
      bookings.uses(room.id, range),
      rooms.closures(room.id, range.startsAt.toISOString(), range.endsAt.toISOString(), context)
    ])
    addHoursOfDay(hours, uses, range, room.timeZone)
    const [booked, open] = [hoursWithin(uses, range), openHours(room, closures, range)]
    return { roomId: room.id, name: room.name, building: room.building, timeZone: room.timeZone, bookedHours: rounded(booked), openHours: rounded(open), utilisation: utilisation(booked, open) }
  }

  return {
    async getBookingStatistics ({ query: { from, to, roomId, building } }, { caller, correlationId }) {
      const range = { startsAt: new Date(from), endsAt: new Date(to) }
      assertRange(range.startsAt, range.endsAt, longestDays)
      const context = { token: caller.token, correlationId }
      const asked = roomId === undefined
        ? await rooms.list({ ...(building !== undefined && { building }) }, context, mostRooms)
        : [(await rooms.facts(roomId, context)).room].filter(room => building === undefined || room.building.toLowerCase() === building.toLowerCase())
      const hours = Array.from({ length: 24 }, () => 0)
      const usages: RoomUsage[] = []
      for (let first = 0; first < asked.length; first += roomsAtOnce) {
        usages.push(...await Promise.all(asked.slice(first, first + roomsAtOnce).map(async room => await usageOf(room, range, hours, context))))
      }
      const [booked, open] = [usages.reduce((sum, { bookedHours }) => sum + bookedHours, 0), usages.reduce((sum, usage) => sum + usage.openHours, 0)]
      return {
        from: range.startsAt.toISOString(),
        to: range.endsAt.toISOString(),
        totals: await bookings.totals(asked.map(({ id }) => id), range, new Date()),
        bookedHours: rounded(booked),
        openHours: rounded(open),
        utilisation: utilisation(booked, open),
        rooms: usages.sort((a, b) => b.bookedHours - a.bookedHours || (a.name < b.name ? -1 : 1)),
        hours: hours.map((bookedHours, hour) => ({ hour, bookedHours: rounded(bookedHours) }))
      }
    }
  }
}

function rounded (hours: number): number {
  return Math.round(hours * 1000) / 1000
}

/** What is booked outside the opening hours, by override, does not make a room more than full. */
function utilisation (booked: number, open: number): number | null {
  return open === 0 ? null : Math.min(1, rounded(booked / open))
}
