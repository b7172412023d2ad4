import type { Entry } from './catalogue.ts'

/** In which orders rooms can be listed; the last value of each is unique. */
export const orders = {
  name: { types: ['text', 'id'], keyOf: ({ nameKey, room }: Entry) => [nameKey, room.id] },
  rating: { types: ['number', 'number', 'text', 'id'], keyOf: ({ nameKey, room }: Entry) => [-(room.rating.average ?? 0), -room.rating.count, nameKey, room.id] },
  capacity: { types: ['number', 'text', 'id'], keyOf: ({ nameKey, room }: Entry) => [room.capacity, nameKey, room.id] }
} as const

export type Order = keyof typeof orders

/** Compares value by value. */
export function compare (one: ReadonlyArray<string | number>, other: ReadonlyArray<string | number>): number {
  for (let index = 0; index < one.length; index++) {
    const [value, against] = [one[index] as string | number, other[index] as string | number]
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

/** The entries in an order. What is nearly in order already takes little more than a look at each. */
export function inOrder (entries: readonly Entry[], order: Order): Entry[] {
  const { keyOf } = orders[order]
  return entries.map(entry => ({ entry, key: keyOf(entry) })).sort((one, other) => compare(one.key, other.key)).map(({ entry }) => entry)
}
