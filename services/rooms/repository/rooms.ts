import { v7 as uuid } from 'uuid'
import type { BookingPolicy, OpeningHours, Room, RoomChange, RoomStatus } from '../../../shared/contract/generated/rooms.schemas.ts'
import { isDuplicate } from '../../../shared/database-errors.ts'
import { zoneName } from '../../../shared/domain/time-zone.ts'
import { Refusal } from '../../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { padded, placeholders, type Transaction, type Value } from '../../../shared/plugins/database.ts'
import { keyOf } from '../domain/catalogue.ts'
import { asOf } from '../domain/status.ts'
import { assertKnownAmenities } from './amenities.ts'
import { catalogueSubject, roomSubject, type Needs, type Origin } from './origin.ts'

interface RoomRow {
  id: string
  name: string
  capacity: number
  floor: number
  building: string
  description: string
  time_zone: string
  amenities: string
  opening_hours: string
  policy: string
  status: RoomStatus
  status_reason: string | null
  status_until: Date | null
  rating_hundredths: number | null
  rating_count: number
  version: number
  created_at: Date
  updated_at: Date
}

interface ChangeRow {
  id: string
  version: number
  action: RoomChange['action']
  changes: string
  status: RoomStatus
  status_reason: string | null
  status_until: Date | null
  actor_id: string | null
  at: Date
}

/** The fields of a room that somebody decides on. */
export type RoomFields = Omit<Room, 'id' | 'rating' | 'version' | 'createdAt' | 'updatedAt'>

/** What a change does to a room. */
export interface Change { action: 'updated' | 'status_changed' | 'retired', fields: Partial<RoomFields>, cancelBookings?: boolean }

const columns = 'id, name, capacity, floor, building, description, time_zone, amenities, opening_hours, policy, status, status_reason, status_until, rating_hundredths, rating_count, version, created_at, updated_at'
const mostReversionsAtOnce = 100

function toRoom (row: RoomRow): Room {
  return {
    id: row.id,
    name: row.name,
    capacity: row.capacity,
    floor: row.floor,
    building: row.building,
    description: row.description,
    timeZone: zoneName(row.time_zone),
    amenities: JSON.parse(row.amenities) as string[],
    openingHours: JSON.parse(row.opening_hours) as OpeningHours,
    policy: JSON.parse(row.policy) as BookingPolicy,
    status: row.status,
    statusReason: row.status_reason,
    statusUntil: row.status_until?.toISOString() ?? null,
    rating: { average: row.rating_hundredths === null ? null : row.rating_hundredths / 100, count: row.rating_count },
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  }
}

/** The columns that a change can touch, with their values. */
function assignments (room: Room): Record<string, Value> {
  return {
    name: room.name,
    name_key: keyOf(room.name),
    capacity: room.capacity,
    floor: room.floor,
    building: room.building,
    building_key: keyOf(room.building),
    description: room.description,
    time_zone: room.timeZone,
    amenities: JSON.stringify(room.amenities),
    opening_hours: JSON.stringify(room.openingHours),
    policy: JSON.stringify(room.policy),
    status: room.status,
    status_reason: room.statusReason,
    status_until: room.statusUntil === null ? null : new Date(room.statusUntil),
    active: room.status === 'retired' ? null : 1,
    version: room.version,
    updated_at: new Date(room.updatedAt)
  }
}

/** The fields that differ, with what each was and is. */
function differences (before: Room, fields: Partial<RoomFields>): Record<string, { from: unknown, to: unknown }> {
  return Object.fromEntries(Object.entries(fields)
    .map(([name, to]) => [name, { from: before[name as keyof RoomFields], to }] as const)
    .filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)))
}

/** The statements about rooms and their history. */
export function roomsRepository ({ database, outbox, idempotency, cache }: Needs) {
  async function find (id: string): Promise<Room | undefined> {
    const row = await database.row<RoomRow>(`SELECT ${columns} FROM room WHERE id = ?`, [id])
    return row && toRoom(row)
  }

  async function writeHistory (transaction: Transaction, room: Room, action: RoomChange['action'], actorId: string | null, changes: object): Promise<void> {
    await transaction.write('INSERT INTO room_change (id, room_id, version, action, changes, status, status_reason, status_until, actor_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [uuid(), room.id, room.version, action, JSON.stringify(changes), room.status, room.statusReason, room.statusUntil === null ? null : new Date(room.statusUntil), actorId, new Date(room.updatedAt)])
  }

  async function publish (transaction: Transaction, action: RoomChange['action'], { id, name, building, floor, capacity, status, statusReason, statusUntil, version }: Room, correlationId: string, cancelBookings: boolean): Promise<void> {
    const data = { roomId: id, name, building, floor, capacity, version }
    if (action === 'retired') await outbox.add(transaction, 'room.retired', id, correlationId, { ...data, status: 'retired', cancelBookings, reason: statusReason })
    else if (action === 'status_changed') await outbox.add(transaction, 'room.status_changed', id, correlationId, { ...data, status, statusReason, statusUntil })
    else await outbox.add(transaction, `room.${action}`, id, correlationId, { ...data, status })
    transaction.afterCommit(async () => { await cache.invalidate(catalogueSubject, roomSubject(id)) })
  }

  async function store (transaction: Transaction, before: Room, after: Room, { action, fields, cancelBookings = false }: Change, { actorId, correlationId }: Origin): Promise<void> {
    const values = assignments(after)
    await transaction.write(`UPDATE room SET ${Object.keys(values).map(column => `${column} = ?`).join(', ')} WHERE id = ?`, [...Object.values(values), after.id])
      .catch(asNameTaken(after))
    await writeHistory(transaction, after, action, actorId, differences(before, fields))
    await publish(transaction, action, after, correlationId, cancelBookings)
  }

  /** Stores that a status has run out, if it has. */
  async function settle (transaction: Transaction, stored: Room, now: Date, correlationId: string): Promise<Room> {
    const current = asOf(stored, now)
    if (current !== stored) {
      const { status, statusReason, statusUntil } = current
      await store(transaction, stored, current, { action: 'status_changed', fields: { status, statusReason, statusUntil } }, { actorId: null, correlationId })
    }
    return current
  }

  /**
   * Changes a room.
   *
   * @param decide looks at the room as it is now, refuses or says what changes; nothing happens when nothing differs
   * @returns the room after the change; `undefined` when there is none
   */
  async function change (id: string, decide: (room: Room, now: Date) => Change | undefined, origin: Origin): Promise<Room | undefined> {
    return await database.transaction(async transaction => {
      const row = await transaction.row<RoomRow>(`SELECT ${columns} FROM room WHERE id = ? FOR UPDATE`, [id])
      if (!row) return undefined
      const now = new Date()
      const before = await settle(transaction, toRoom(row), now, origin.correlationId)
      const decision = decide(before, now)
      if (!decision || Object.keys(differences(before, decision.fields)).length === 0) return before
      const after: Room = { ...before, ...decision.fields, version: before.version + 1, updatedAt: now.toISOString() }
      await assertKnownAmenities(transaction, after.amenities.filter(name => !before.amenities.includes(name)))
      await store(transaction, before, after, decision, origin)
      return after
    })
  }

  return {
    find,
    change,

    /** Every room, the retired included, by id. */
    async all (): Promise<Room[]> {
      return (await database.rows<RoomRow>(`SELECT ${columns} FROM room ORDER BY id`)).map(toRoom)
    },

    /** The version of every room by its id, from an index that has nothing else. */
    async versions (): Promise<Map<string, number>> {
      const rows = await database.rows<{ id: string, version: number }>('SELECT id, version FROM room FORCE INDEX (room_version)')
      return new Map(rows.map(({ id, version }) => [id, version]))
    },

    /** Some rooms, in no order. */
    async some (ids: readonly string[]): Promise<Room[]> {
      return (await database.rows<RoomRow>(`SELECT ${columns} FROM room WHERE id IN (${placeholders(padded(ids))})`, padded(ids))).map(toRoom)
    },

    /**
     * Adds a room.
     * @throws Refusal when the floor has a room of this name, or an amenity is unknown
     */
    async create (fields: RoomFields, { actorId, correlationId, attempt }: Origin): Promise<Room> {
      const now = new Date()
      const room: Room = { id: uuid(), ...fields, rating: { average: null, count: 0 }, version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
      const values: Record<string, Value> = { id: room.id, ...assignments(room), created_by: actorId, created_at: now }
      return await database.transaction(async transaction => {
        await assertKnownAmenities(transaction, room.amenities)
        await transaction.write(`INSERT INTO room (${Object.keys(values).join(', ')}) VALUES (${Object.keys(values).map(() => '?').join(', ')})`, Object.values(values))
          .catch(asNameTaken(room))
        await writeHistory(transaction, room, 'created', actorId, {})
        await publish(transaction, 'created', room, correlationId, false)
        await idempotency.remember(transaction, attempt, room)
        return room
      })
    },

    /**
     * Keeps what the reviews of a room come to, unless something newer is kept. It shows in the room, and so makes a new version of it,
     * but nobody changed the room: it is neither history nor an event.
     *
     * @param version of the rating
     */
    async rate (id: string, { average, count }: Room['rating'], version: number): Promise<void> {
      const hundredths = average === null ? null : Math.round(average * 100)
      const { affectedRows } = await database.write(`UPDATE room SET rating_hundredths = ?, rating_count = ?, rating_version = ?, version = version + 1, updated_at = ?
        WHERE id = ? AND rating_version < ? AND NOT (rating_hundredths <=> ? AND rating_count = ?)`, [hundredths, count, version, new Date(), id, version, hundredths, count])
      // A review that changes without its stars leaves the room as it is, whose `ETag` others hold.
      if (affectedRows === 0) await database.write('UPDATE room SET rating_version = ? WHERE id = ? AND rating_version < ?', [version, id, version])
      // Told of though nothing changed: whoever changed it may have died before it could.
      await cache.invalidate(catalogueSubject, roomSubject(id))
    },

    /** What happened to a room, latest first. */
    async history (id: string, { limit, cursor }: { limit: number, cursor?: string }): Promise<Page<RoomChange>> {
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, ['number'])
      const rows = await database.rows<ChangeRow>(`SELECT id, version, action, changes, status, status_reason, status_until, actor_id, at FROM room_change
        WHERE room_id = ? AND version < ? ORDER BY version DESC LIMIT ${limit + 1}`, [id, before])
      const { items, nextCursor } = pageOf(rows, limit, row => [row.version])
      return {
        items: items.map(row => ({
          id: row.id,
          version: row.version,
          action: row.action,
          changedFields: row.action === 'updated' ? Object.keys(JSON.parse(row.changes) as object) : [],
          status: row.status,
          statusReason: row.status_reason,
          statusUntil: row.status_until?.toISOString() ?? null,
          actorId: row.actor_id,
          at: row.at.toISOString()
        })),
        nextCursor
      }
    },

    /** Stores which rooms have become available by themselves. Any number of instances may do it at once. */
    async storeRunOut (correlationId: string): Promise<void> {
      const rows = await database.rows<{ id: string }>(`SELECT id FROM room WHERE status_until <= ? ORDER BY status_until LIMIT ${mostReversionsAtOnce}`, [new Date()])
      for (const { id } of rows) await change(id, () => undefined, { actorId: null, correlationId })
    }
  }
}

function asNameTaken ({ name, floor, building }: Room): (error: unknown) => never {
  return error => {
    if (isDuplicate(error, 'room_place')) throw new Refusal('room.name_taken', `Floor ${floor} of ${building} has a room ${name} already. Choose another name.`)
    throw error
  }
}
