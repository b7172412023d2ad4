import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { entryOf, type Entry } from './catalogue.ts'
import { inOrder, type Order } from './orders.ts'

/** All rooms, the retired included, by id and in each of the orders in which they are listed. */
export interface RoomIndex extends Readonly<Record<Order, readonly Entry[]>> { byId: ReadonlyMap<string, Entry> }

/** The ids of the rooms that an index lacks, or has in another version than they have now. */
export function staleIds ({ byId }: RoomIndex, versions: ReadonlyMap<string, number>): string[] {
  return [...versions].filter(([id, version]) => byId.get(id)?.room.version !== version).map(([id]) => id)
}

/**
 * An index brought up to date; what has not changed is taken over as it is.
 *
 * @param known the index before; there is none at first
 * @param changed the rooms that it lacks or has in another version
 */
export function updatedIndex (known: RoomIndex | undefined, changed: readonly Room[]): RoomIndex {
  const fresh = new Map(changed.map(room => [room.id, entryOf(room)]))
  const updated = (order: Order): Entry[] => inOrder([...(known?.[order] ?? []).filter(({ room }) => !fresh.has(room.id)), ...fresh.values()], order)
  return { byId: new Map([...known?.byId ?? [], ...fresh]), name: updated('name'), rating: updated('rating'), capacity: updated('capacity') }
}
