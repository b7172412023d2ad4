import type { Amenity } from '../../../shared/contract/generated/rooms.schemas.ts'
import { isDuplicate } from '../../../shared/database-errors.ts'
import { Refusal } from '../../../shared/errors.ts'
import { placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { catalogueSubject, type Needs, type Origin } from './origin.ts'

/** An amenity, without what rooms know of it. */
export type AmenityRecord = Omit<Amenity, 'roomCount'>

interface AmenityRow { name: string, created_at: Date, retired_at: Date | null }

function toRecord (row: AmenityRow): AmenityRecord {
  return { name: row.name, status: row.retired_at === null ? 'active' : 'retired', createdAt: row.created_at.toISOString() }
}

/**
 * Refuses amenities that are not on the list, and keeps the others there until the end of the transaction.
 * @throws Refusal `room.amenity_unknown`
 */
export async function assertKnownAmenities (transaction: Transaction, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const rows = await transaction.rows<{ name: string }>(`SELECT name FROM amenity WHERE name IN (${placeholders(names)}) AND retired_at IS NULL LOCK IN SHARE MODE`, names)
  const known = new Set(rows.map(({ name }) => name))
  const unknown = names.filter(name => !known.has(name))
  if (unknown.length > 0) {
    throw new Refusal('room.amenity_unknown', `${unknown.join(', ')} ${unknown.length > 1 ? 'are' : 'is'} not on the list of amenities. Create it first, or choose one of listAmenities.`, {
      details: unknown.map(name => ({ path: 'body.amenities', message: `${name} is not on the list` }))
    })
  }
}

/** The statements about amenities. */
export function amenitiesRepository ({ database, idempotency, cache }: Needs) {
  async function find (name: string): Promise<AmenityRecord | undefined> {
    const row = await database.row<AmenityRow>('SELECT name, created_at, retired_at FROM amenity WHERE name = ?', [name])
    return row && toRecord(row)
  }

  return {
    /** Every amenity, the retired included, by name. */
    async all (): Promise<AmenityRecord[]> {
      return (await database.rows<AmenityRow>('SELECT name, created_at, retired_at FROM amenity ORDER BY name')).map(toRecord)
    },

    /**
     * Adds an amenity, or brings a retired one back.
     *
     * @param roomCount how many rooms offer it already, for the answer
     * @throws Refusal `amenity.exists`
     */
    async create (name: string, roomCount: number, { actorId, attempt }: Origin): Promise<Amenity> {
      return await database.transaction(async transaction => {
        const isNew = await transaction.write('INSERT INTO amenity (name, created_by, created_at) VALUES (?, ?, ?)', [name, actorId, new Date()]).then(() => true, (error: unknown) => {
          if (isDuplicate(error)) return false
          throw error
        })
        if (!isNew) {
          const { affectedRows } = await transaction.write('UPDATE amenity SET retired_at = NULL, retired_by = NULL WHERE name = ? AND retired_at IS NOT NULL', [name])
          if (affectedRows === 0) throw new Refusal('amenity.exists', `There is an amenity ${name} already.`)
        }
        const row = await transaction.row<AmenityRow>('SELECT name, created_at, retired_at FROM amenity WHERE name = ?', [name]) as AmenityRow
        const amenity: Amenity = { ...toRecord(row), roomCount }
        await idempotency.remember(transaction, attempt, amenity)
        transaction.afterCommit(async () => { await cache.invalidate(catalogueSubject) })
        return amenity
      })
    },

    /** @returns the amenity, retired; `undefined` when there is none */
    async retire (name: string, { actorId }: Origin): Promise<AmenityRecord | undefined> {
      await database.write('UPDATE amenity SET retired_at = ?, retired_by = ? WHERE name = ? AND retired_at IS NULL', [new Date(), actorId, name])
      await cache.invalidate(catalogueSubject)
      return await find(name)
    }
  }
}
