import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { passing } from '../domain/catalogue.ts'
import { usualOpeningHours, usualPolicy } from '../domain/defaults.ts'
import { assertOpeningHours } from '../domain/opening-hours.ts'
import { orders } from '../domain/orders.ts'
import { assertPolicy } from '../domain/policy.ts'
import { assertNotRetired } from '../domain/status.ts'
import { knownZone } from '../../../shared/domain/time-zone.ts'
import { onBehalfOf, originOf, type Needs, type RoomsHandlers } from './needs.ts'
import { pageIn } from './paging.ts'

type Operations = 'listRooms' | 'createRoom' | 'getRoom' | 'updateRoom' | 'retireRoom'

/** The operations of the tag Catalogue. */
export function catalogueHandlers ({ repository: { rooms }, catalogue, bookings }: Needs): Pick<RoomsHandlers, Operations> {
  return {
    async listRooms ({ query: { sort, limit, cursor, ...filter } }) {
      const { items, nextCursor } = pageIn(passing(await catalogue.entries(sort), filter, new Date()), { limit, cursor, ...orders[sort] })
      return { items: items.map(({ room }) => room), nextCursor }
    },

    async createRoom ({ body: { description = '', amenities = [], openingHours = usualOpeningHours, policy: differing, ...body } }, context) {
      const policy = { ...usualPolicy, ...differing }
      const timeZone = knownZone(body.timeZone, 'room.time_zone_unknown')
      assertOpeningHours(openingHours)
      assertPolicy(policy)
      return await rooms.create({ ...body, timeZone, description, amenities, openingHours, policy, status: 'available', statusReason: null, statusUntil: null }, originOf(context))
    },

    async getRoom ({ params }) {
      return await catalogue.room(params.roomId)
    },

    async updateRoom ({ params: { roomId }, headers, body: { policy: differing, ...body } }, context) {
      const zone = body.timeZone !== undefined && { timeZone: knownZone(body.timeZone, 'room.time_zone_unknown') }
      if (body.openingHours !== undefined) assertOpeningHours(body.openingHours)
      return found(roomId, await rooms.change(roomId, room => {
        assertCurrent(headers['if-match'], room.version)
        assertNotRetired(room)
        const policy = { ...room.policy, ...differing }
        assertPolicy(policy)
        return { action: 'updated', fields: { ...body, ...zone, policy } }
      }, originOf(context)))
    },

    async retireRoom ({ params: { roomId }, headers, body: { cancelBookings = false, reason = null } }, context) {
      const room = await catalogue.room(roomId)
      if (!cancelBookings && room.status !== 'retired') {
        const upcoming = await bookings.held([roomId], new Date(), undefined, onBehalfOf(context))
        if (upcoming.length > 0) {
          throw new Refusal('room.has_bookings', `The room has ${upcoming.length} upcoming ${upcoming.length > 1 ? 'bookings' : 'booking'}. Move or cancel them, or retire the room with \`cancelBookings: true\`.`)
        }
      }
      return found(roomId, await rooms.change(roomId, room => {
        if (room.status === 'retired') return undefined
        assertCurrent(headers['if-match'], room.version)
        return { action: 'retired', fields: { status: 'retired', statusReason: reason, statusUntil: null }, cancelBookings }
      }, originOf(context)))
    }
  }
}

function found<Room> (id: string, room: Room | undefined): Room {
  if (room === undefined) throw new Refusal('room.not_found', `There is no room ${id}.`)
  return room
}
