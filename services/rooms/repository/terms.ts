import type { BookingPolicy, OpeningHours, RoomClosure, RoomStatus, RoomTerms } from '../../../shared/contract/generated/rooms.schemas.ts'
import { zoneName } from '../../../shared/domain/time-zone.ts'
import { padded, placeholders } from '../../../shared/plugins/database.ts'
import type { Interval } from '../domain/interval.ts'
import type { Needs } from './origin.ts'

interface RoomRow { id: string, name: string, building: string, capacity: number, time_zone: string, opening_hours: string, policy: string, status: RoomStatus, status_until: Date | null }
interface ClosureRow { room_id: string, id: string, starts_at: Date, ends_at: Date, reason: string }

const closureColumns = 'closure.id, closure.starts_at, closure.ends_at, closure.reason'
const within = 'closure.ends_at > ? AND closure.starts_at < ? AND closure.cancelled_at IS NULL'

/** The statements about what decides on bookings. They read the database itself: no booking is made on the word of a cache. */
export function termsRepository ({ database }: Pick<Needs, 'database'>) {
  async function closuresOf (roomIds: readonly string[], { startsAt, endsAt }: Interval): Promise<Map<string, RoomClosure[]>> {
    const values = [...roomIds, new Date(startsAt), new Date(endsAt)]
    const rows = await database.rows<ClosureRow>(
      `SELECT closure.room_id, ${closureColumns} FROM closure WHERE closure.room_id IN (${placeholders(roomIds)}) AND ${within}
       UNION ALL
       SELECT room.id AS room_id, ${closureColumns} FROM room JOIN closure ON closure.building_key = room.building_key AND (closure.floor = room.floor OR closure.floor IS NULL)
        WHERE room.id IN (${placeholders(roomIds)}) AND ${within}
       ORDER BY starts_at, id`, [...values, ...values])
    const closures = new Map<string, RoomClosure[]>(roomIds.map(id => [id, []]))
    for (const row of rows) closures.get(row.room_id)?.push({ id: row.id, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), reason: row.reason })
    return closures
  }

  return {
    /** The terms of rooms, with their closures within a range. */
    async termsOf (roomIds: readonly string[], range: Interval): Promise<RoomTerms[]> {
      const ids = padded(roomIds)
      const [rooms, closures] = await Promise.all([
        database.rows<RoomRow>(`SELECT id, name, building, capacity, time_zone, opening_hours, policy, status, status_until FROM room WHERE id IN (${placeholders(ids)})`, ids),
        closuresOf(ids, range)
      ])
      return rooms.map(row => ({
        id: row.id,
        name: row.name,
        building: row.building,
        capacity: row.capacity,
        timeZone: zoneName(row.time_zone),
        openingHours: JSON.parse(row.opening_hours) as OpeningHours,
        policy: JSON.parse(row.policy) as BookingPolicy,
        status: row.status,
        statusUntil: row.status_until?.toISOString() ?? null,
        closures: closures.get(row.id) ?? []
      }))
    }
  }
}
