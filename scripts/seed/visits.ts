import type { RowDataPacket } from 'mysql2/promise'
import { v7 as uuid } from 'uuid'
import { snapshotOf, storedColumnNames, valuesOf, type BookingRecord } from '../../services/bookings/repository/records.ts'
import type { Actors } from './accounts.ts'
import type { Places } from './catalogue.ts'
import { pastMeetings } from './data/meetings.ts'
import { withConnection } from './database.ts'
import { lookUp } from './look-up.ts'
import { slotOf } from './moments.ts'

const bookedAheadMilliseconds = 3 * 86_400_000

/**
 * Makes bookings of the past, which no client could make, as they would be stored had they been made in time. That they are over is
 * noticed by the service, which completes them and says so.
 */
export async function recordVisits (databaseUrl: string, actors: Actors, places: Places): Promise<void> {
  const visits = pastMeetings.map(meeting => visitOf(meeting, actors, places))
  await withConnection(databaseUrl, async connection => {
    const [known] = await connection.query<RowDataPacket[]>('SELECT room_id, user_id, title, starts_at, ends_at FROM booking WHERE room_id IN (?) AND blocking = 1 AND starts_at < UTC_TIMESTAMP()', [[...places.values()].map(({ id }) => id)])
    const missing = visits.filter(visit => !known.some(booking => booking['room_id'] === visit.roomId &&
      ((booking['user_id'] === visit.userId && booking['title'] === visit.title) || (booking['starts_at'] < visit.endsAt && booking['ends_at'] > visit.startsAt))))
    if (missing.length === 0) return
    await connection.beginTransaction()
    await connection.query('INSERT INTO booking (??) VALUES ?', [storedColumnNames, missing.map(valuesOf)])
    const history = missing.map(visit => [visit.id, visit.version, 'created', visit.userId, 0, JSON.stringify(snapshotOf(visit)), visit.createdAt])
    await connection.query('INSERT INTO booking_history (booking_id, version, action, actor_id, overridden, snapshot, at) VALUES ?', [history])
    await connection.commit()
  })
}

function visitOf ({ by, room, title, attendeeCount, ...when }: typeof pastMeetings[number], actors: Actors, places: Places): BookingRecord {
  const place = lookUp(places, room)
  const slot = slotOf(when, place.timeZone)
  const bookedAt = new Date(slot.startsAt.getTime() - bookedAheadMilliseconds)
  return {
    id: uuid({ msecs: bookedAt.getTime() }),
    roomId: place.id,
    userId: lookUp(actors, by).id,
    title,
    description: '',
    ...slot,
    attendeeCount: attendeeCount ?? null,
    attendees: [],
    status: 'confirmed',
    cancellationReason: null,
    decisionReason: null,
    seriesId: null,
    originalStartsAt: null,
    occurrenceDate: null,
    changedByItself: false,
    version: 1,
    createdAt: bookedAt,
    updatedAt: bookedAt
  }
}
