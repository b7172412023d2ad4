import { isDateTime } from './contract/formats.ts'
import { Refusal } from './errors.ts'

/** A value that a list is ordered by. */
export type CursorValue = string | number

interface CursorTypes { text: string, number: number, id: string, instant: Date }

const isOfType: Record<keyof CursorTypes, (value: unknown) => boolean> = {
  text: value => typeof value === 'string',
  number: value => typeof value === 'number',
  id: value => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  instant: value => typeof value === 'string' && isDateTime(value)
}

/** One page of a list and where the next begins. */
export interface Page<Item> { items: Item[], nextCursor: string | null }

/**
 * The opaque cursor that points behind an item.
 *
 * @param key the values that the list is ordered by, the last of them unique
 */
export function encodeCursor (key: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/**
 * The values that a cursor was made of.
 *
 * @param cursor what the client sent
 * @param types the type of each value, in order; instants travel as RFC 3339
 * @throws Refusal `request.cursor_invalid` when the cursor is not one of this list
 */
export function decodeCursor<const Types extends ReadonlyArray<keyof CursorTypes>> (cursor: string, types: Types): { -readonly [Index in keyof Types]: CursorTypes[Types[Index]] } {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === types.length && types.every((type, index) => isOfType[type](key[index]))) {
      return types.map((type, index) => type === 'instant' ? new Date(key[index] as string) : key[index] as CursorValue) as never
    }
  } catch {
    // Not even JSON: falls through to the refusal.
  }
  throw new Refusal('request.cursor_invalid', 'This cursor is not one of this list. Begin again without it.')
}

/**
 * Makes a page of the rows that a query for `limit + 1` found.
 *
 * @param rows at most `limit + 1` rows, in order
 * @param limit how many items the page holds at most
 * @param keyOf the values that the list is ordered by
 */
export function pageOf<Item> (rows: Item[], limit: number, keyOf: (item: Item) => readonly CursorValue[]): Page<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
