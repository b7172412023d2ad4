import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { BookingPolicy, OpeningHours, Room, RoomClosure, RoomCreate, RoomStatus } from '../../shared/contract/generated/rooms.schemas.ts'
import { isDuplicate } from '../../shared/database-errors.ts'
import { Refusal } from '../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../shared/page.ts'
import type { Value } from '../../shared/plugins/database.ts'
import { usualOpeningHours, usualPolicy } from './domain/defaults.ts'

interface RoomRow {
  id: string
  name: string
  name_key: string
  capacity: number
  floor: number
  building: string
  description: string
  time_zone: string
  amenities: string
  opening_hours: string
  policy: string
  status: RoomStatus
  version: number
  created_at: Date
  updated_at: Date
}

/** Which rooms a list holds. */
export interface RoomFilter { building?: string, capacityMin?: number, limit: number, cursor?: string }

/** Who makes a change, and how it can be traced and repeated. */
export interface Origin { actorId: string, correlationId: string, attempt: Attempt | undefined }

const columns = 'id, name, name_key, capacity, floor, building, description, time_zone, amenities, opening_hours, policy, status, version, created_at, updated_at'

function toRoom (row: RoomRow): Room {
  return {
    id: row.id,
    name: row.name,
    capacity: row.capacity,
    floor: row.floor,
    building: row.building,
    description: row.description,
    timeZone: row.time_zone,
    amenities: JSON.parse(row.amenities) as string[],
    openingHours: JSON.parse(row.opening_hours) as OpeningHours,
    policy: JSON.parse(row.policy) as BookingPolicy,
    status: row.status,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  }
}

/** Every statement of the rooms service. */
export function roomsRepository ({ database, outbox, idempotency }: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>) {
  return {
    /**
     * Adds a room.
     * @throws Refusal when the floor has a room of this name
     */
    async create ({ name, capacity, floor, building, description = '', timeZone, amenities = [], openingHours = usualOpeningHours, policy: differing }: RoomCreate, { actorId, correlationId, attempt }: Origin): Promise<Room> {
      const id = uuid()
      const now = new Date()
      const policy = { ...usualPolicy, ...differing }
      const room: Room = { id, name, capacity, floor, building, description, timeZone, amenities, openingHours, policy, status: 'available', version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
      return await database.transaction(async transaction => {
        await transaction.write(`INSERT INTO room (id, name, name_key, capacity, floor, building, building_key, description, time_zone, amenities, opening_hours, policy, status, version, created_by, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'available', 1, ?, ?, ?)`,
        [id, name, name.toLowerCase(), capacity, floor, building, building.toLowerCase(), description, timeZone, JSON.stringify(amenities), JSON.stringify(openingHours), JSON.stringify(policy), actorId, now, now])
          .catch((error: unknown) => {
            if (isDuplicate(error)) throw new Refusal('room.name_taken', `Floor ${floor} of ${building} has a room ${name} already. Choose another name.`)
            throw error
          })
        await outbox.add(transaction, 'room.created', id, correlationId, { roomId: id, name, building, floor, capacity, status: 'available', version: 1 })
        await idempotency.remember(transaction, attempt, room)
        return room
      }, async () => await this.find(id))
    },

    async find (id: string): Promise<Room | undefined> {
      const row = await database.row<RoomRow>(`SELECT ${columns} FROM room WHERE id = ?`, [id])
      return row && toRoom(row)
    },

    /** The closures of a room, its floor and its building that overlap a range, by start. */
    async closures ({ id, building, floor }: Pick<Room, 'id' | 'building' | 'floor'>, from: Date, to: Date): Promise<RoomClosure[]> {
      const rows = await database.rows<{ id: string, starts_at: Date, ends_at: Date, reason: string }>(
        `SELECT id, starts_at, ends_at, reason FROM closure WHERE room_id = ? AND ends_at > ? AND starts_at < ? AND cancelled_at IS NULL
         UNION ALL
         SELECT id, starts_at, ends_at, reason FROM closure WHERE building_key = ? AND (floor = ? OR floor IS NULL) AND ends_at > ? AND starts_at < ? AND cancelled_at IS NULL
         ORDER BY starts_at, id`, [id, from, to, building.toLowerCase(), floor, from, to])
      return rows.map(row => ({ id: row.id, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), reason: row.reason }))
    },

    /** Rooms by name, without the retired. */
    async page ({ building, capacityMin, limit, cursor }: RoomFilter): Promise<Page<Room>> {
      const conditions = ["status <> 'retired'"]
      const values: Value[] = []
      if (building !== undefined) {
        conditions.push('building_key = ?')
        values.push(building.toLowerCase())
      }
      if (capacityMin !== undefined) {
        conditions.push('capacity >= ?')
        values.push(capacityMin)
      }
      if (cursor !== undefined) {
        const [name, id] = decodeCursor(cursor, ['text', 'id'])
        conditions.push('(name_key, id) > (?, ?)')
        values.push(name, id)
      }
      const rows = await database.rows<RoomRow>(`SELECT ${columns} FROM room WHERE ${conditions.join(' AND ')} ORDER BY name_key, id LIMIT ${limit + 1}`, values)
      const { items, nextCursor } = pageOf(rows, limit, row => [row.name_key, row.id])
      return { items: items.map(toRoom), nextCursor }
    }
  }
}

export type RoomsRepository = ReturnType<typeof roomsRepository>
