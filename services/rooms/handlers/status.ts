import type { Closure, OverlappedBooking } from '../../../shared/contract/generated/rooms.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { assertOpenRange } from '../../../shared/domain/range.ts'
import { Refusal } from '../../../shared/errors.ts'
import { passing } from '../domain/catalogue.ts'
import { assertOpenable, closureFrom } from '../domain/closure.ts'
import { asOf, assertNotRetired, statusFields } from '../domain/status.ts'
import { onBehalfOf, originOf, type Needs, type RoomsHandlers } from './needs.ts'

type Operations = 'setRoomStatus' | 'listRoomHistory' | 'createClosure' | 'listClosures' | 'getClosure' | 'cancelClosure'

/** The operations of the tag Status. */
export function statusHandlers ({ repository: { rooms, closures }, catalogue, bookings }: Needs): Pick<RoomsHandlers, Operations> {
  /** The rooms that a closure closes. */
  async function closedRooms ({ roomId, building, floor }: Pick<Closure, 'roomId' | 'building' | 'floor'>): Promise<string[]> {
    if (roomId !== null) {
      assertNotRetired(await catalogue.room(roomId))
      return [roomId]
    }
    const place = { ...(building !== null && { building }), ...(floor !== null && { floor }) }
    const ids = Array.from(passing(await catalogue.entries('name'), place, new Date()), ({ room }) => room.id)
    if (ids.length === 0) throw new Refusal('closure.place_unknown', `There are no rooms ${floor === null ? '' : `on floor ${floor} `}of ${building}. See listBuildings for what there is.`)
    return ids
  }

  return {
    async setRoomStatus ({ params: { roomId }, headers, body }, context) {
      const room = await rooms.change(roomId, (room, now) => {
        assertCurrent(headers['if-match'], room.version)
        assertNotRetired(room)
        return { action: 'status_changed', fields: statusFields(body, now) }
      }, originOf(context))
      if (!room) throw new Refusal('room.not_found', `There is no room ${roomId}.`)
      return room
    },

    async listRoomHistory ({ params: { roomId }, query }, { correlationId }) {
      const stored = await rooms.find(roomId)
      if (!stored) throw new Refusal('room.not_found', `There is no room ${roomId}.`)
      // A status that has run out is history, stored or not.
      if (asOf(stored, new Date()) !== stored) await rooms.change(roomId, () => undefined, { actorId: null, correlationId })
      return await rooms.history(roomId, query)
    },

    async createClosure ({ body }, context) {
      const closure = closureFrom(body, new Date())
      const roomIds = await closedRooms(closure)
      const cancelBookings = body.bookings === 'cancel'
      // Asked before anything is stored: while bookings is down nothing is closed, and the answer is 503.
      const from = new Date(Math.max(Date.parse(closure.startsAt), Date.now()))
      const held = await bookings.held(roomIds, from, new Date(closure.endsAt), onBehalfOf(context))
      const overlapped = held.map(({ id, roomId, userId, title, startsAt, endsAt }): OverlappedBooking =>
        ({ bookingId: id, roomId, userId, title, startsAt, endsAt, outcome: cancelBookings ? 'cancelled' : 'kept' }))
      return await closures.create(closure, { roomIds, cancelBookings }, overlapped, originOf(context))
    },

    async listClosures ({ query }) {
      assertOpenRange(query)
      return await closures.page(query)
    },

    async getClosure ({ params: { closureId } }) {
      const closure = await closures.find(closureId)
      if (!closure) throw noSuchClosure(closureId)
      return closure
    },

    async cancelClosure ({ params: { closureId }, headers }, context) {
      const closure = await closures.cancel(closureId, (closure, now) => {
        if (closure.status === 'cancelled') return false
        assertCurrent(headers['if-match'], closure.version)
        assertOpenable(closure, now)
        return true
      }, originOf(context))
      if (!closure) throw noSuchClosure(closureId)
      return closure
    }
  }
}

function noSuchClosure (id: string): Refusal {
  return new Refusal('closure.not_found', `There is no closure ${id}.`)
}
