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
