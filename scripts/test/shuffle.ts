/** The same things in an order that is random, but the same for the same seed. */
export function shuffled<Thing> (things: readonly Thing[], seed: number): Thing[] {
  const result = [...things].sort()
  let state = seed
  for (let last = result.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor(state / 2 ** 32 * (last + 1))
    ;[result[last], result[other]] = [result[other] as Thing, result[last] as Thing]
  }
  return result
}
