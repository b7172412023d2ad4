import type { CallContext } from '../../shared/contract/client.ts'
import type { BookingConflictDetail, BusyInterval } from '../../shared/contract/generated/bookings.schemas.ts'
import type { RoomTerms } from '../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import { within } from '../../shared/within.ts'
import { alternativesWithinMilliseconds, isBookable, nearestFree } from './domain/alternatives.ts'
import { peopleOf, type Proposal } from './domain/policy.ts'
import { describeSlot, overlaps, type Slot } from './domain/slot.ts'
import type { Repository } from './repository/index.ts'
import type { RoomDirectory } from './rooms.ts'

const mostAlternatives = 3
const mostRoomsTried = 20
const mostShown = 10
/** Nobody waits longer for what could be booked instead. */
const alternativesMilliseconds = 1_000

/** Explains what is in the way of bookings, and what could be booked instead. */
export function conflictExplainer (reading: Pick<Repository['reading'], 'busyIntervals'>, rooms: RoomDirectory) {
  async function busyAround (roomIds: string[], { startsAt, endsAt }: Slot, now: Date): Promise<Map<string, Slot[]>> {
    const range = { startsAt: new Date(startsAt.getTime() - alternativesWithinMilliseconds), endsAt: new Date(endsAt.getTime() + alternativesWithinMilliseconds) }
    const busy = new Map<string, Slot[]>(roomIds.map(roomId => [roomId, []]))
    for (const interval of await reading.busyIntervals(roomIds, range, now)) busy.get(interval.roomId)?.push(slotOf(interval))
    return busy
  }

  /** The same time in other rooms of the building that are large enough, the smallest first. */
  async function otherRooms (proposal: Proposal, { id: roomId, building }: RoomTerms, now: Date, most: number, context: CallContext): Promise<BookingConflictDetail[]> {
    const candidates = (await rooms.list({ building, capacityMin: peopleOf(proposal), sort: 'capacity' }, context, mostRoomsTried))
      .filter(({ id, policy }) => id !== roomId && !policy.requiresApproval)
    if (candidates.length === 0) return []
    const ids = candidates.map(({ id }) => id)
    // Asked for together, the terms of all rooms are one call.
    const [busy, terms] = await Promise.all([busyAround(ids, proposal, now), Promise.all(ids.map(async id => await rooms.terms(id, context)))])
    return terms.filter(room => isBookable({ ...proposal, roomId: room.id }, room, busy.get(room.id) ?? [], now))
      .slice(0, most)
      .map(({ id }) => alternativeOf(id, proposal))
  }

  return {
    /** The refusal of a booking whose slot is taken, with up to three alternatives. */
    async refusal (conflicts: readonly BusyInterval[], proposal: Proposal, terms: RoomTerms, context: CallContext): Promise<Refusal> {
      const now = new Date()
      const busy = (await busyAround([proposal.roomId], proposal, now)).get(proposal.roomId) ?? []
      const elsewhen = nearestFree(proposal, terms, busy, now, mostAlternatives).map(slot => alternativeOf(proposal.roomId, slot))
      // The answer is right without them, so what goes wrong here is nobody's business.
      const elsewhere = await within(alternativesMilliseconds, otherRooms(proposal, terms, now, mostAlternatives - Math.min(elsewhen.length, 2), context)).catch(() => [])
      const alternatives = [...elsewhen.slice(0, mostAlternatives - elsewhere.length), ...elsewhere]
      const isTooNear = conflicts.some(conflict => !overlaps(slotOf(conflict), proposal))
      const buffer = isTooNear ? `It stays empty for ${terms.policy.bufferMinutes} minutes between two bookings. ` : ''
      const advice = alternatives.length > 0 ? 'Choose another time or room; `details` names some.' : 'Choose another time or room.'
      return conflictRefusal(conflicts, terms.timeZone, `${buffer}${advice}`, alternatives)
    }
  }
}

export type ConflictExplainer = ReturnType<typeof conflictExplainer>

/** The refusal of what is taken. */
export function conflictRefusal (conflicts: readonly BusyInterval[], timeZone: string, advice: string, alternatives: readonly BookingConflictDetail[] = []): Refusal {
  const shown = conflicts.slice(0, mostShown)
  const taken = shown.map(conflict => describeSlot(slotOf(conflict), timeZone)).join(', ')
  return new Refusal('booking.conflict', `The room is already booked from ${taken}. ${advice}`, { details: [...shown.map(conflict => ({ kind: 'conflict', ...conflict })), ...alternatives] })
}

function slotOf ({ startsAt, endsAt }: BusyInterval): Slot {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}

function alternativeOf (roomId: string, { startsAt, endsAt }: Slot): BookingConflictDetail {
  return { kind: 'alternative', roomId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}
