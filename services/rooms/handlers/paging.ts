import { decodeCursor, pageOf, type CursorValue, type Page } from '../../../shared/page.ts'
import { compare } from '../domain/orders.ts'

/** How a list in memory is paged. */
export interface Paging<Item> {
  limit: number
  cursor?: string | undefined
  types: Parameters<typeof decodeCursor>[1]
  /** The values that the list is ordered by, the last of them unique. */
  keyOf: (item: Item) => readonly CursorValue[]
}

/**
 * A page of an ordered list in memory.
 *
 * @param items in the order of their keys; no more of them are looked at than the page needs
 */
export function pageIn<Item> (items: Iterable<Item>, paging: Paging<Item>): Page<Item> {
  return pageOf(take(behind(items, paging), paging.limit + 1), paging.limit, paging.keyOf)
}

/** Those of an ordered list that come behind its cursor. */
export function * behind<Item> (items: Iterable<Item>, { cursor, types, keyOf }: Omit<Paging<Item>, 'limit'>): Generator<Item> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, types) as CursorValue[]
  for (const item of items) {
    if (!after || compare(keyOf(item), after) > 0) yield item
  }
}

/** The next items, at most so many; those behind them can be taken later. */
export function take<Item> (items: Iterator<Item>, atMost: number): Item[] {
  const taken: Item[] = []
  while (taken.length < atMost) {
    const next = items.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}
