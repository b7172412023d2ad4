import tap, { type Test } from 'tap'

/**
 * The test that everything in a test file belongs to. Run by itself a file has its process alone; `npm test` runs many files in one
 * process, one after the other, and gives each a test of its own (`lane.ts`).
 */
export let t: Test = tap
/** The test that lasts as long as the process. */
export let lasting: Test = tap

/** From now on the files of this process are run one after the other, within a test. */
export function beginLane (test: Test): void {
  lasting = test
}

/** From now on `t` is the test of another file. */
export function beginFile (test: Test): void {
  t = test
}
