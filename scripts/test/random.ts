/** Makes whole numbers from 0 to below a bound that are random, but the same for the same seed. */
export function randomOf (seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The same things in an order that is random, but the same for the same seed. */
export function shuffled<Thing> (things: readonly Thing[], seed: number): Thing[] {
  const random = randomOf(seed)
  const places = [...things].sort().map(thing => ({ thing, place: random(2 ** 32) }))
  return places.sort((a, b) => a.place - b.place).map(({ thing }) => thing)
}
