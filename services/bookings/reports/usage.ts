import type { CallContext } from '../../../shared/contract/client.ts'
import type { PeakHour } from '../../../shared/contract/generated/bookings.schemas.ts'
import { addHoursOfWeek, hoursOfWeek, roomsAtOnce, rounded, usageOf, type UsedRoom } from '../domain/usage.ts'
import type { Repository } from '../repository/index.ts'
import type { TakenReport } from '../repository/report-records.ts'
import type { RoomDirectory } from '../rooms.ts'
import { usedRooms } from '../used-rooms.ts'
import type { Piece } from './piece.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The rows of the reports that reckon, room after room, how rooms are used. */
export function usageRows ({ reading, rooms }: { reading: Pick<Repository['reading'], 'uses' | 'retirements'>, rooms: RoomDirectory }) {
  /** The rooms of the report by building and name, some at a time, from behind one of them on. */
  async function * someRooms (report: TakenReport, after: RoomKey | undefined, context: CallContext): AsyncGenerator<{ some: UsedRoom[], last: RoomKey, part: number }> {
    const found = await usedRooms({ reading, rooms }).of(report.building ?? undefined, report, context)
    const all = found.map(({ id, name, building, timeZone, openingHours, retiredAt }): UsedRoom => ({ id, name, building, timeZone, openingHours, ...(retiredAt && { retiredAt }) }))
    all.sort((one, other) => inOrder(keyOf(one), keyOf(other)))
    const begin = after ? all.findIndex(room => inOrder(keyOf(room), after) > 0) : 0
    for (let first = begin; first >= 0 && first < all.length; first += roomsAtOnce) {
      const some = all.slice(first, first + roomsAtOnce)
      yield { some, last: keyOf(some.at(-1) as UsedRoom), part: (first + some.length) / all.length }
    }
  }

  return {
    async * utilisation (report: TakenReport, context: CallContext): AsyncGenerator<Piece> {
      for await (const { some, last, part } of someRooms(report, report.place as RoomKey | null ?? undefined, context)) {
        const ids = some.map(({ id }) => id)
        const [uses, closures] = await Promise.all([reading.uses(ids, report), rooms.closures(ids, report, context)])
        const rows = some.map(room => usageOf(room, uses.get(room.id) ?? [], closures.get(room.id) ?? [], report).usage)
        yield { rows, place: last, part }
      }
    },

    async * peakHours (report: TakenReport, context: CallContext): AsyncGenerator<Piece> {
      const { hours, last: before, isTold } = report.place as { hours: number[], last: RoomKey | null, isTold: boolean } | null ?? { hours: hoursOfWeek(), last: null, isTold: false }
      if (isTold) return
      let place = { hours, last: before, isTold }
      for await (const { some, last, part } of someRooms(report, before ?? undefined, context)) {
        const uses = await reading.uses(some.map(({ id }) => id), report)
        for (const { id, timeZone } of some) addHoursOfWeek(hours, uses.get(id) ?? [], report, timeZone)
        place = { hours: [...hours], last, isTold: false } // the sums go on while this place is kept
        yield { rows: [], place, part }
      }
      const rows = hours.map((bookedHours, index): PeakHour => ({ weekday: weekdays[Math.floor(index / 24)] as PeakHour['weekday'], hour: index % 24, bookedHours: rounded(bookedHours) }))
      yield { rows, place: { ...place, isTold: true }, part: 1 }
    }
  }
}

type RoomKey = [building: string, name: string, id: string]

function keyOf ({ building, name, id }: UsedRoom): RoomKey {
  return [building, name, id]
}

function inOrder (one: RoomKey, other: RoomKey): number {
  const differing = one.findIndex((text, index) => text !== other[index])
  return differing < 0 ? 0 : (one[differing] as string) < (other[differing] as string) ? -1 : 1
}
