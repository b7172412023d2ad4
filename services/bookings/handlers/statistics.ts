import type { BookingTotals, RoomUsage } from '../../../shared/contract/generated/bookings.schemas.ts'
import { assertRange } from '../../../shared/domain/range.ts'
import { addHoursOfWeek, hoursOfWeek, roomsAtOnce, rounded, usageOf, utilisation } from '../domain/usage.ts'
import { usedRooms } from '../used-rooms.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

const longestDays = 366

/** How rooms are used. */
export function statisticsHandlers ({ repository, rooms }: Pick<Needs, 'repository' | 'rooms'>): Pick<BookingsHandlers, 'getBookingStatistics'> {
  const used = usedRooms({ reading: repository.reading, rooms })
  return {
    async getBookingStatistics ({ query: { from, to, roomId, building } }, { caller, correlationId }) {
      const range = { startsAt: new Date(from), endsAt: new Date(to) }
      assertRange(range.startsAt, range.endsAt, longestDays)
      const context = { token: caller.token, correlationId }
      const asked = roomId === undefined
        ? await used.of(building, range, context)
        : await used.inUse([await rooms.terms(roomId, context)].filter(room => building === undefined || room.building.toLowerCase() === building.toLowerCase()), range)
      const hours = hoursOfWeek()
      const usages: RoomUsage[] = []
      let bookedOpenHours = 0
      const totals: BookingTotals = { pending: 0, confirmed: 0, completed: 0, cancelled: 0, rejected: 0 }
      const now = new Date()
      for (let first = 0; first < asked.length; first += roomsAtOnce) {
        const some = asked.slice(first, first + roomsAtOnce)
        const ids = some.map(({ id }) => id)
        const [uses, counts, closures] = await Promise.all([repository.reading.uses(ids, range), repository.reading.totals(ids, range, now), rooms.closures(ids, range, context)])
        for (const { state, count } of counts) totals[state] += count
        for (const room of some) {
          const slots = uses.get(room.id) ?? []
          addHoursOfWeek(hours, slots, range, room.timeZone)
          const use = usageOf(room, slots, closures.get(room.id) ?? [], range)
          usages.push(use.usage)
          bookedOpenHours += use.bookedOpenHours
        }
      }
      const [booked, open] = [usages.reduce((sum, { bookedHours }) => sum + bookedHours, 0), usages.reduce((sum, usage) => sum + usage.openHours, 0)]
      return {
        from: range.startsAt.toISOString(),
        to: range.endsAt.toISOString(),
        totals,
        bookedHours: rounded(booked),
        openHours: rounded(open),
        utilisation: utilisation(bookedOpenHours, open),
        rooms: usages.sort((a, b) => b.bookedHours - a.bookedHours || (a.name < b.name ? -1 : 1)),
        hours: Array.from({ length: 24 }, (_, hour) => ({ hour, bookedHours: rounded(hours.reduce((sum, booked, index) => index % 24 === hour ? sum + booked : sum, 0)) }))
      }
    }
  }
}
