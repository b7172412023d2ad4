import type { CallContext } from '../../../shared/contract/client.ts'
import type { RoomUsage } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { RoomTerms } from '../../../shared/contract/generated/rooms.schemas.ts'
import { assertRange, type Slot } from '../domain/slot.ts'
import { addHoursOfWeek, hoursOfWeek, rounded, usageOf, utilisation } from '../domain/usage.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

const longestDays = 366
const mostRooms = 1_000
const roomsAtOnce = 8

/** How rooms are used. */
export function statisticsHandlers ({ bookings, rooms }: Pick<Needs, 'bookings' | 'rooms'>): Pick<BookingsHandlers, 'getBookingStatistics'> {
  async function usageAndHours (room: Pick<RoomTerms, 'id' | 'name' | 'building' | 'timeZone' | 'openingHours'>, range: Slot, hours: number[], context: CallContext): Promise<RoomUsage> {
    const [uses, closures] = await Promise.all([
      bookings.uses(room.id, range),
      rooms.closures(room.id, range.startsAt.toISOString(), range.endsAt.toISOString(), context)
    ])
    addHoursOfWeek(hours, uses, range, room.timeZone)
    return usageOf(room, uses, closures, range)
  }

  return {
    async getBookingStatistics ({ query: { from, to, roomId, building } }, { caller, correlationId }) {
      const range = { startsAt: new Date(from), endsAt: new Date(to) }
      assertRange(range.startsAt, range.endsAt, longestDays)
      const context = { token: caller.token, correlationId }
      const asked = roomId === undefined
        ? await rooms.list({ ...(building !== undefined && { building }) }, context, mostRooms)
        : [await rooms.terms(roomId, context)].filter(room => building === undefined || room.building.toLowerCase() === building.toLowerCase())
      const hours = hoursOfWeek()
      const usages: RoomUsage[] = []
      for (let first = 0; first < asked.length; first += roomsAtOnce) {
        usages.push(...await Promise.all(asked.slice(first, first + roomsAtOnce).map(async room => await usageAndHours(room, range, hours, context))))
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
        hours: Array.from({ length: 24 }, (_, hour) => ({ hour, bookedHours: rounded(hours.reduce((sum, booked, index) => index % 24 === hour ? sum + booked : sum, 0)) }))
      }
    }
  }
}
