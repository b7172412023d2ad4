import { leaveOutOfCoverage } from './coverage.ts'

/**
 * The seed for the random input of a test. It is printed, and `SEED` in the environment repeats a run.
 * Random input reaches a status or an error code by luck, so what the services answer until the test ends does not count as covered.
 */
export function seedOf (t: { comment: (text: string) => void, teardown: (action: () => void) => void }): number {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  t.comment(`SEED=${seed}`)
  leaveOutOfCoverage(t)
  return seed
}

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
