import type { FastifyInstance } from 'fastify'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import type { EventData } from '../../../shared/plugins/outbox.ts'
import { longestBookingMilliseconds, type Slot } from '../domain/slot.ts'
import { hasPending, lockCalendars, markClosed, markRetired, type Calendar } from './calendar.ts'
import { affectedInEvents, bookingDataOf, seriesDataOf, type Told } from './event-data.ts'
import { bookingColumns, seriesColumnNames, toRecord, toSeriesRecord, type BookingRecord, type BookingRow, type Origin, type SeriesRow } from './records.ts'

const longestReason = 500
/** The last instant that a DATETIME can be. */
const endOfTime = new Date('9999-12-31T23:59:59.000Z')
const isUpcoming = "status IN ('pending', 'confirmed') AND starts_at > ?"
/** Also those that are running; a pending one that has begun is about to be rejected. */
const isLiveAt = "status IN ('pending', 'confirmed') AND IF(status = 'pending', starts_at, ends_at) > ?"

/** Notes that an event is done; tells whether it was not before. */
type Claim = (transaction: Transaction) => Promise<boolean>

/** Which bookings are meant. The last `?` of `where` is the present instant. */
interface Selection { where: string, values: ReadonlyArray<string | Date> }

/** The statements for what the end of an account, the retirement of a room and its closing do to bookings. */
export function consequencesRepository ({ database, outbox }: Pick<FastifyInstance, 'database' | 'outbox'>, calendar: Calendar) {
  /**
   * Works on bookings under the locks of their rooms, once for each event; the rooms are found first, so a look under the locks has the last word.
   *
   * @param roomIds further rooms, which are locked as well
   */
  async function underLocks ({ where, values }: Selection, roomIds: readonly string[], claim: Claim, work: (transaction: Transaction, bookings: BookingRecord[], now: Date) => Promise<void>): Promise<void> {
    for (let isDone = false; !isDone;) {
      const rooms = await database.rows<{ room_id: string }>(`SELECT DISTINCT room_id FROM booking WHERE ${where}`, [...values, new Date()])
      const locked = [...rooms.map(row => row.room_id), ...roomIds]
      isDone = await database.transaction(async transaction => {
        await lockCalendars(transaction, locked)
        const now = new Date()
        const bookings = (await transaction.rows<BookingRow>(`SELECT ${bookingColumns} FROM booking WHERE ${where} FOR UPDATE`, [...values, now])).map(toRecord)
        if (bookings.some(({ roomId }) => !locked.includes(roomId))) return false
        if (await claim(transaction)) await work(transaction, bookings, now)
        return true
      })
    }
  }

  /** Cancels bookings. What is cancelled of one series is told as one, and a holder of several is told of all by one event. */
  async function cancel (transaction: Transaction, bookings: readonly BookingRecord[], reason: string, now: Date, origin: Origin): Promise<void> {
    const several = seriesOfSeveral(bookings)
    const withOthers = holdersOfSeveral(bookings, several)
    const told: Told[] = []
    for (const before of bookings) {
      const company = { withSeries: before.seriesId !== null && several.has(before.seriesId), withOthers: withOthers.has(before.userId) }
      const change = { before, after: { ...before, status: 'cancelled' as const, cancellationReason: reason, version: before.version + 1, updatedAt: now } }
      await calendar.store(transaction, [change], 'cancelled', { ...origin, ...company })
      if (company.withOthers && !company.withSeries) told.push(bookingDataOf(change, 'cancelled', company))
    }
    for (const [seriesId, userId] of several) {
      const isTogether = withOthers.has(userId)
      const news = { pending: await hasPending(transaction, seriesId), reason, changedAt: now, withOthers: isTogether }
      await transaction.write('UPDATE booking_series SET version = version + 1, updated_at = ? WHERE id = ?', [now, seriesId])
      const row = await transaction.row<SeriesRow>(`SELECT ${seriesColumnNames.join(', ')} FROM booking_series WHERE id = ?`, [seriesId])
      if (!row) continue
      await calendar.publishSeries(transaction, 'booking_series.cancelled', toSeriesRecord(row), news, origin)
      if (isTogether) told.push(seriesDataOf(toSeriesRecord(row), news))
    }
    await calendar.publishTogether(transaction, 'bookings.cancelled', told, origin)
  }

  return {
    /** Cancels the upcoming bookings of a user, once for each event. */
    async cancelOfUser (userId: string, reason: string, correlationId: string, claim: Claim): Promise<void> {
      await underLocks({ where: `user_id = ? AND ${isUpcoming}`, values: [userId] }, [], claim, async (transaction, bookings, now) => {
        await cancel(transaction, bookings, reason, now, { actorId: null, correlationId })
      })
    },

    /** Retires a room: cancels its upcoming bookings, once for each event, and lets nobody book it any more. */
    async retireRoom (roomId: string, reason: string, correlationId: string, claim: Claim): Promise<void> {
      await underLocks({ where: `room_id = ? AND ${isUpcoming}`, values: [roomId] }, [roomId], claim, async (transaction, bookings, now) => {
        await markRetired(transaction, roomId)
        await cancel(transaction, bookings, reason, now, { actorId: null, correlationId })
      })
    },

    /**
     * Closes rooms, once for each event: from now on bookings look at their terms again, and those in the time of the closure are cancelled,
     * or stand, and their holders are told so.
     */
    async closeRooms ({ closureId, roomIds, startsAt, endsAt, reason, cancelBookings }: EventData<'room.closed'>, origin: Origin, claim: Claim): Promise<void> {
      const slot = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
      await underLocks(bookedIn(roomIds, slot), roomIds, claim, async (transaction, bookings, now) => {
        await markClosed(transaction, roomIds)
        if (cancelBookings) await cancel(transaction, bookings, `The room is closed: ${reason}`.slice(0, longestReason), now, origin)
        else await publishAffected(transaction, affectedInEvents(bookings, { cause: 'closed', closureId, reason, startsAt, endsAt }), origin)
      })
    },

    /** Has the holders of bookings told that the room is out of use, once for each event. From now on bookings look at the terms of the room again. */
    async takeOutOfUse ({ roomId, status, statusReason, statusUntil }: EventData<'room.status_changed'>, since: Date, origin: Origin, claim: Claim): Promise<void> {
      if (status !== 'maintenance' && status !== 'unavailable') return
      const slot = { startsAt: since, endsAt: statusUntil === null ? endOfTime : new Date(statusUntil) }
      const cause = { cause: status, reason: statusReason ?? '', startsAt: since.toISOString(), endsAt: statusUntil }
      await underLocks(bookedIn([roomId], slot), [roomId], claim, async (transaction, bookings) => {
        await markClosed(transaction, [roomId])
        await publishAffected(transaction, affectedInEvents(bookings, cause), origin)
      })
    }
  }

  async function publishAffected (transaction: Transaction, events: ReadonlyArray<EventData<'bookings.affected'>>, { correlationId }: Origin): Promise<void> {
    for (const data of events) await outbox.add(transaction, 'bookings.affected', data.userId, correlationId, data)
  }
}

/** The bookings of rooms that are live and overlap a time. */
function bookedIn (roomIds: readonly string[], { startsAt, endsAt }: Slot): Selection {
  const ids = padded(roomIds)
  return {
    where: `room_id IN (${placeholders(ids)}) AND blocking = 1 AND starts_at > ? AND starts_at < ? AND ends_at > ? AND ${isLiveAt}`,
    values: [...ids, new Date(startsAt.getTime() - longestBookingMilliseconds), endsAt, startsAt]
  }
}

/** The series that several of the bookings are of, with their holders. */
function seriesOfSeveral (bookings: readonly BookingRecord[]): Map<string, string> {
  const found = new Set<string>()
  const several = new Map<string, string>()
  for (const { seriesId, userId } of bookings) {
    if (seriesId === null) continue
    if (found.has(seriesId)) several.set(seriesId, userId)
    found.add(seriesId)
  }
  return several
}

/** The holders who would be told more than once. */
function holdersOfSeveral (bookings: readonly BookingRecord[], several: ReadonlyMap<string, string>): Set<string> {
  const told = new Map<string, Set<string>>()
  for (const { id, seriesId, userId } of bookings) told.set(userId, (told.get(userId) ?? new Set()).add(seriesId !== null && several.has(seriesId) ? seriesId : id))
  return new Set([...told].filter(([, entries]) => entries.size > 1).map(([userId]) => userId))
}
