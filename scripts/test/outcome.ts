/** How many assertions or checks ended how. */
export interface Counts { passed: number, failed: number, skipped: number }

/** What became of a test file. */
export interface FileOutcome extends Counts {
  file: string
  milliseconds: number
  failures: Failure[]
  skips: Array<{ title: string, reason: string }>
}

/** An assertion that does not hold. */
export interface Failure { title: string, details: string }

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

export function sum (all: readonly Counts[]): Counts {
  return all.reduce((total, { passed, failed, skipped }) => ({ passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped }), nothing)
}
