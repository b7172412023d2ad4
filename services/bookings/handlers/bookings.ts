import { assertCurrent } from '../../../shared/contract/implement.ts'
import { assertOpenRange, assertRange } from '../../../shared/domain/range.ts'
import { Refusal } from '../../../shared/errors.ts'
import { isBookable } from '../domain/room-status.ts'
import { onCurrentTerms } from '../closed-meanwhile.ts'
import { judgeChange } from '../domain/change.ts'
import { assertConfirmed, assertMayOverride, assertMayUse, managesBookings, mayUse } from '../domain/ownership.ts'
import { ofQuota, policyRefusal, unavailableRefusal, violationsOf } from '../domain/policy.ts'
import { slotBetween, widened } from '../domain/slot.ts'
import { assertChangeable, dueAction } from '../domain/state.ts'
import { SlotTakenError } from '../repository/calendar.ts'
import { noSuchBooking, toBooking, type BookingRecord } from '../repository/records.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

const longestRangeDays = 31
/** Of all rooms together, people get what a screen can show: nothing else bounds how much there is. */
const longestRangeOfAllRoomsDays = 3

type Operations = Pick<BookingsHandlers, 'listBookings' | 'createBooking' | 'getBooking' | 'updateBooking' | 'getBookingHistory' | 'checkAvailability' | 'listBusyIntervals'>

const changeableFields = ['roomId', 'title', 'description', 'startsAt', 'endsAt', 'attendeeCount', 'attendees'] as const

/** Taking a room, and seeing what is taken. */
export function bookingHandlers ({ repository, rooms, conflicts, requireConfirmedEmail }: Pick<Needs, 'repository' | 'rooms' | 'conflicts' | 'requireConfirmedEmail'>): Operations {
  return {
    async listBookings ({ query }, { caller }) {
      assertOpenRange(query)
      const userId = managesBookings(caller.role) ? query.userId : caller.id
      if (query.userId !== undefined && query.userId !== userId) throw new Refusal('booking.not_yours', 'Only a facility manager or an admin may list the bookings of others.')
      const at = new Date()
      const { items, nextCursor } = await repository.reading.page({ ...query, ...(userId !== undefined && { userId }) }, at)
      return { items: items.map(record => toBooking(record, at)), nextCursor }
    },

    async createBooking ({ body }, { caller, correlationId, attempt, reply }) {
      const { roomId, title, description = '', attendeeCount = null, attendees = [], override = false, dryRun = false } = body
      const now = new Date()
      assertConfirmed(requireConfirmedEmail, caller)
      assertMayOverride(override, caller)
      const slot = slotBetween(new Date(body.startsAt), new Date(body.endsAt), now)
      const context = { token: caller.token, correlationId }
      const proposal = { roomId, attendeeCount, attendees, ...slot }
      const record = await onCurrentTerms(async knownClosures => {
        const terms = await rooms.terms(roomId, context, knownClosures.has(roomId))
        const violations = violationsOf(proposal, terms, now, { override })
        if (!isBookable(terms, slot.startsAt)) throw unavailableRefusal(terms, violations)
        if (violations.length > 0) throw policyRefusal([...violations, ...override ? [] : ofQuota(await repository.reading.countUpcoming(caller.id, now))])

        const { bufferMinutes, requiresApproval } = terms.policy
        const status = requiresApproval && !override ? 'pending' : 'confirmed'
        return await repository.bookings.book({ ...proposal, userId: caller.id, title, description, status }, { bufferMinutes: override ? 0 : bufferMinutes, isLimited: !override }, { actorId: caller.id, correlationId, attempt, override, dryRun, knownClosures })
          .catch(async (error: unknown) => {
            throw error instanceof SlotTakenError ? await conflicts.refusal(error.conflicts, proposal, terms, context) : error
          })
      })
      if (dryRun) reply.code(200)
      return toBooking(record, now)
    },

    async getBooking ({ params: { bookingId } }, { caller }) {
      const record = await repository.bookings.find(bookingId)
      if (!record) throw noSuchBooking(bookingId)
      if (caller.role !== 'service') assertMayUse(record, caller)
      return toBooking(record, new Date())
    },

    async updateBooking ({ params: { bookingId }, headers, body: { override = false, ...body } }, { caller, correlationId }) {
      assertMayOverride(override, caller)
      const context = { token: caller.token, correlationId }
      const given = { ...body, ...(body.startsAt !== undefined && { startsAt: new Date(body.startsAt) }), ...(body.endsAt !== undefined && { endsAt: new Date(body.endsAt) }) }
      const fieldsOf = (booking: BookingRecord): BookingRecord => Object.assign({ ...booking }, given)
      const touchesRules = ['roomId', 'startsAt', 'endsAt', 'attendeeCount', 'attendees'].some(name => name in given)
      let refused: BookingRecord | undefined
      return await onCurrentTerms(async knownClosures => await repository.bookings.change(bookingId, async known => {
        assertMayUse(known, caller)
        const roomId = body.roomId ?? known.roomId
        const terms = touchesRules ? await rooms.terms(roomId, context, knownClosures.has(roomId)) : undefined
        return {
          ...(body.roomId !== undefined && { roomId: body.roomId }),
          decide: (before, now) => {
            assertMayUse(before, caller)
            assertCurrent(headers['if-match'], before.version)
            const after = fieldsOf(before)
            const changed = changeableFields.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
            assertChangeable(before, changed, after.endsAt, now)
            if (changed.length === 0) return undefined
            slotBetween(after.startsAt, after.endsAt, now)
            const own = { changedByItself: before.seriesId !== null }
            if (!terms) return { action: 'updated', fields: { ...pick(after), ...own } }
            const judgement = judgeChange(before, after, terms, now, override)
            if (terms.id !== before.roomId && !isBookable(terms, after.startsAt)) throw unavailableRefusal(terms, judgement.violations)
            if (judgement.violations.length > 0) throw policyRefusal(judgement.violations)
            refused = after
            return {
              action: 'updated',
              fields: { ...pick(after), ...own, status: judgement.status },
              ...(judgement.takesTime && { bufferMinutes: override ? 0 : terms.policy.bufferMinutes })
            }
          }
        }
      }, { actorId: caller.id, correlationId, override, knownClosures })).then(record => toBooking(record, new Date()), async (error: unknown) => {
        throw error instanceof SlotTakenError && refused ? await conflicts.refusal(error.conflicts, refused, await rooms.terms(refused.roomId, context), context) : error
      })
    },

    async getBookingHistory ({ params: { bookingId }, query: { limit, cursor } }, { caller, correlationId }) {
      const record = await repository.bookings.find(bookingId)
      if (!record) throw noSuchBooking(bookingId)
      assertMayUse(record, caller)
      if (dueAction(record, new Date())) await repository.bookings.settle(bookingId, correlationId)
      return await repository.reading.history(bookingId, limit, cursor)
    },

    async checkAvailability ({ query: { roomId, startsAt, endsAt, attendeeCount, excludeBookingId } }, { caller, correlationId }) {
      const now = new Date()
      const slot = slotBetween(new Date(startsAt), new Date(endsAt), now)
      const excluded = excludeBookingId === undefined ? undefined : await repository.bookings.find(excludeBookingId)
      if (excludeBookingId !== undefined && !excluded) throw noSuchBooking(excludeBookingId)
      if (excluded) assertMayUse(excluded, caller)
      const terms = await rooms.terms(roomId, { correlationId })
      const violations = [
        ...violationsOf({ roomId, attendeeCount: attendeeCount ?? excluded?.attendeeCount ?? null, attendees: excluded?.attendees ?? [], ...slot }, terms, now, { ...(excluded && { before: excluded }) }),
        ...excluded ? [] : ofQuota(await repository.reading.countUpcoming(caller.id, now))
      ]
      const found = await repository.reading.conflicts(roomId, widened(slot, terms.policy.bufferMinutes), now, excludeBookingId)
      return { free: violations.length + found.length === 0, conflicts: found, violations }
    },

    async listBusyIntervals ({ query: { roomId, from, to, freeAtLeast = 0, titles } }, { caller }) {
      const slot = { startsAt: new Date(from), endsAt: new Date(to) }
      const isBounded = caller.role === 'service' || (roomId !== undefined && freeAtLeast === 0)
      assertRange(slot.startsAt, slot.endsAt, isBounded ? longestRangeDays : longestRangeOfAllRoomsDays)
      const now = new Date()
      const maySee = titles ? (userId: string) => mayUse({ userId }, caller) : undefined
      const items = await repository.reading.busyIntervals(roomId, slot, now, maySee)
      const taken = new Set(items.map(({ roomId }) => roomId))
      return { items: roomId && roomId.length - taken.size < freeAtLeast ? await repository.reading.busyIntervals(undefined, slot, now, maySee) : items }
    }
  }
}

function pick ({ roomId, title, description, startsAt, endsAt, attendeeCount, attendees }: BookingRecord): Pick<BookingRecord, typeof changeableFields[number]> {
  return { roomId, title, description, startsAt, endsAt, attendeeCount, attendees }
}
