import fc from 'fast-check'
import { t } from '../support/suite.ts'
import { orders, type Order } from '../../services/rooms/domain/orders.ts'
import { staleIds, updatedIndex, type RoomIndex } from '../../services/rooms/domain/room-index.ts'
import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import { seedOf } from '../support/random.ts'
import { readDocument, sampleOf } from '../support/samples.ts'

const document = readDocument('rooms')
const example = sampleOf(document, { $ref: '#/components/schemas/Room' }) as Room

/** What happens to one of a few rooms: it appears, or changes. */
const change = fc.record({
  id: fc.integer({ min: 1, max: 8 }).map(String),
  name: fc.constantFrom('Aurora', 'aurora', 'Borealis', 'Élan'),
  capacity: fc.integer({ min: 1, max: 4 }),
  rating: fc.record({ average: fc.option(fc.constantFrom(2, 4.5), { nil: null }), count: fc.integer({ min: 0, max: 2 }) })
})

t.test('an index that is brought up to date change by change is the index of all rooms as they are', async t => {
  fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), rounds => {
    const rooms = new Map<string, Room>()
    let index: RoomIndex | undefined
    for (const round of rounds) {
      for (const fields of round) rooms.set(fields.id, { ...example, ...fields, version: (rooms.get(fields.id)?.version ?? 0) + 1 })
      const stale = index ? staleIds(index, new Map([...rooms].map(([id, { version }]) => [id, version]))) : [...rooms.keys()]
      index = updatedIndex(index, stale.map(id => rooms.get(id) as Room))
      const anew = updatedIndex(undefined, [...rooms.values()])
      for (const order of Object.keys(orders) as Order[]) {
        if (JSON.stringify(index[order]) !== JSON.stringify(anew[order])) return false
      }
      if (staleIds(index, new Map([...rooms].map(([id, { version }]) => [id, version]))).length > 0) return false
    }
    return true
  }), { seed: seedOf(t), numRuns: 500 })
  t.pass('500 histories')
})
