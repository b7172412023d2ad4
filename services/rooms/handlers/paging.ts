import { decodeCursor, pageOf, type CursorValue, type Page } from '../../../shared/page.ts'
import { compare } from '../domain/search.ts'

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
export function pageIn<Item> (items: Iterable<Item>, { limit, cursor, types, keyOf }: Paging<Item>): Page<Item> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, types) as CursorValue[]
  const found: Item[] = []
  for (const item of items) {
    if (after && compare(keyOf(item), after) <= 0) continue
    found.push(item)
    if (found.length > limit) break
  }
  return pageOf(found, limit, keyOf)
}
