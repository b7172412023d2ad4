import type { CallContext } from '../../../shared/contract/client.ts'
import type { ReportBooking, ReportCancellation } from '../../../shared/contract/generated/bookings.schemas.ts'
import { localText } from '../../../shared/domain/zone-clock.ts'
import { dayMilliseconds, minuteMilliseconds } from '../domain/slot.ts'
import { asOf } from '../domain/state.ts'
import type { Repository } from '../repository/index.ts'
import type { BookingRecord } from '../repository/records.ts'
import type { TakenReport } from '../repository/report-records.ts'
import type { RoomDirectory } from '../rooms.ts'
import { eachRoom, type Piece } from './piece.ts'

const pageSize = 500
const longestStepMilliseconds = 7 * dayMilliseconds
/** So many rows, the largest that there can be, fit into one chunk. */
const rowsInAPiece = 40

interface RoomName { roomName: string, building: string, timeZone: string }
type ReportedBooking = BookingRecord & { changedBy: string | null }

/** The rows of the reports that list bookings: those that begin in the range, by start, read in pages. */
export function bookingRows ({ reading, rooms }: { reading: Pick<Repository['reading'], 'startingFrom'>, rooms: RoomDirectory }) {
  /** The rooms of the report, retired ones included. */
  async function roomNames ({ building }: TakenReport, context: CallContext): Promise<Map<string, RoomName>> {
    const names = new Map<string, RoomName>()
    for (const status of [undefined, 'retired'] as const) {
      for await (const room of eachRoom(rooms, building, context, status)) names.set(room.id, { roomName: room.name, building: room.building, timeZone: room.timeZone })
    }
    return names
  }

  return async function * (report: TakenReport, context: CallContext): AsyncGenerator<Piece> {
    const { startsAt: from, endsAt: to, building, kind } = report
    const names = await roomNames(report, context)
    const nameOf = async (roomId: string): Promise<RoomName> => {
      const known = names.get(roomId)
      if (known) return known
      const room = await rooms.terms(roomId, context) // it is newer than the report
      const name = { roomName: room.name, building: room.building, timeZone: room.timeZone }
      names.set(roomId, name)
      return name
    }
    const filter = { ...(building !== null && { roomIds: [...names.keys()] }), ...(kind === 'cancellations' && { status: 'cancelled' as const }) }
    if (filter.roomIds?.length === 0) return

    const last = report.place as { startsAt: string, id: string } | null
    let place = last ? { startsAt: new Date(last.startsAt), id: last.id } : { startsAt: from, id: '' }
    while (place.startsAt < to) {
      const until = new Date(Math.min(place.startsAt.getTime() + longestStepMilliseconds, to.getTime()))
      const page: ReportedBooking[] = await reading.startingFrom(place, until, filter, pageSize)
      const now = new Date()
      for (let first = 0; first < page.length; first += rowsInAPiece) {
        const some = page.slice(first, first + rowsInAPiece)
        const rows = await Promise.all(some.map(async booking => (kind === 'bookings' ? toBookingRow : toCancellationRow)(asOf(booking, now), await nameOf(booking.roomId))))
        const { startsAt, id } = some.at(-1) as ReportedBooking
        place = { startsAt, id }
        yield { rows, place, part: partOf(place.startsAt) }
      }
      if (page.length < pageSize) {
        place = { startsAt: until, id: '' }
        yield { rows: [], place, part: partOf(until) }
      }
    }

    function partOf (instant: Date): number {
      return (instant.getTime() - from.getTime()) / (to.getTime() - from.getTime())
    }
  }
}

function toBookingRow (booking: ReportedBooking, room: RoomName): ReportBooking {
  const { attendeeCount, status, seriesId, createdAt } = booking
  return { ...commonColumns(booking, room), attendeeCount, status, seriesId, createdAt: createdAt.toISOString() }
}

/** A cancelled booking never changes again: what was last done to it is its cancellation. */
function toCancellationRow (booking: ReportedBooking, room: RoomName): ReportCancellation {
  const { startsAt, updatedAt, changedBy, cancellationReason } = booking
  return {
    ...commonColumns(booking, room),
    cancelledAt: updatedAt.toISOString(),
    localCancelledAt: localTimeOf(updatedAt, room),
    cancelledBy: changedBy,
    noticeMinutes: Math.floor((startsAt.getTime() - updatedAt.getTime()) / minuteMilliseconds),
    reason: cancellationReason
  }
}

function commonColumns ({ id, roomId, userId, title, startsAt, endsAt }: ReportedBooking, room: RoomName) {
  return {
    bookingId: id,
    roomId,
    ...room,
    userId,
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    localStartsAt: localTimeOf(startsAt, room),
    localEndsAt: localTimeOf(endsAt, room)
  }
}

function localTimeOf (instant: Date, { timeZone }: RoomName): string {
  return localText(instant, timeZone).replace('T', ' ')
}
