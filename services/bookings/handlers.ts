import { RemoteError, type CallContext, type Client } from '../../shared/contract/client.ts'
import type { bookingsContract } from '../../shared/contract/generated/bookings.operations.ts'
import type { RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import { assertCurrent, type Handlers } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import { assertMayUse, managesBookings } from './domain/ownership.ts'
import { assertRange, describeSlot, slotBetween } from './domain/slot.ts'
import { assertCancellable, assertRunning } from './domain/state.ts'
import { noSuchBooking, SlotTakenError, toBooking, type BookingsRepository } from './repository.ts'

interface Needs {
  probes: Pick<Handlers<typeof bookingsContract>, 'getHealth' | 'getReadiness'>
  bookings: BookingsRepository
  rooms: Client<RoomsOperations>
  now?: () => Date
}

/** One method for each operation of the bookings contract. */
export function bookingsHandlers ({ probes, bookings, rooms, now = () => new Date() }: Needs): Handlers<typeof bookingsContract> {
  async function bookableRoom (roomId: string, attendeeCount: number | undefined, context: CallContext): Promise<Room> {
    const room = await rooms.getRoom({ params: { roomId } }, context).catch((error: unknown) => {
      if (error instanceof RemoteError && error.status === 404) throw new Refusal('room.not_found', `There is no room ${roomId}.`)
      throw error
    })
    if (room.status !== 'available') throw new Refusal('booking.room_unavailable', `The room is ${room.status} and cannot be booked. Choose another.`)
    if ((attendeeCount ?? 1) > room.capacity) throw new Refusal('booking.capacity_exceeded', `The room holds ${room.capacity} people, not ${attendeeCount}. Choose a larger one.`)
    return room
  }

  return {
    ...probes,

    async listBookings ({ query }, { caller }) {
      const userId = managesBookings(caller.role) ? query.userId : caller.id
      if (query.userId !== undefined && query.userId !== userId) throw new Refusal('booking.not_yours', 'Only a facility manager or an admin may list the bookings of others.')
      const at = now()
      const { items, nextCursor } = await bookings.page({ ...query, ...(userId !== undefined && { userId }) }, at)
      return { items: items.map(record => toBooking(record, at)), nextCursor }
    },

    async createBooking ({ body: { roomId, title, description = '', startsAt, endsAt, attendeeCount } }, { caller, correlationId, attempt }) {
      const slot = slotBetween(startsAt, endsAt, now())
      const room = await bookableRoom(roomId, attendeeCount, { token: caller.token, correlationId })
      const booking = { roomId, userId: caller.id, title, description, attendeeCount: attendeeCount ?? null, ...slot }
      const record = await bookings.book(booking, { actorId: caller.id, correlationId, attempt }).catch((error: unknown) => {
        if (!(error instanceof SlotTakenError)) throw error
        const taken = error.conflicts.map(conflict => describeSlot({ startsAt: new Date(conflict.startsAt), endsAt: new Date(conflict.endsAt) }, room.timeZone)).join(', ')
        throw new Refusal('booking.conflict', `The room is already booked from ${taken}. Choose another time or room.`, { details: error.conflicts })
      })
      return toBooking(record, now())
    },

    async getBooking ({ params: { bookingId } }, { caller }) {
      const record = await bookings.find(bookingId)
      if (!record) throw noSuchBooking(bookingId)
      assertMayUse(record, caller)
      return toBooking(record, now())
    },

    async cancelBooking ({ params: { bookingId }, headers, body: { reason = null } }, { caller, correlationId }) {
      const record = await bookings.change(bookingId, booking => {
        assertMayUse(booking, caller)
        assertCurrent(headers['if-match'], booking.version)
        assertCancellable(booking)
        return { action: 'cancelled', event: 'booking.cancelled', fields: { status: 'cancelled', cancellationReason: reason } }
      }, { actorId: caller.id, correlationId, attempt: undefined })
      if (!record) throw noSuchBooking(bookingId)
      return toBooking(record, now())
    },

    async endBooking ({ params: { bookingId }, headers }, { caller, correlationId }) {
      const record = await bookings.change(bookingId, (booking, at) => {
        assertMayUse(booking, caller)
        assertCurrent(headers['if-match'], booking.version)
        assertRunning(booking, at)
        // An interval is never empty, not even when somebody ends a booking in the moment in which it begins.
        const endsAt = new Date(Math.max(at.getTime(), booking.startsAt.getTime() + 1))
        return { action: 'ended', event: 'booking.completed', fields: { status: 'completed', endsAt } }
      }, { actorId: caller.id, correlationId, attempt: undefined })
      if (!record) throw noSuchBooking(bookingId)
      return toBooking(record, now())
    },

    async listBusyIntervals ({ query: { roomId, from, to } }) {
      const [start, end] = [new Date(from), new Date(to)]
      assertRange(start, end)
      return { items: await bookings.busyIntervals(roomId, start, end) }
    }
  }
}
