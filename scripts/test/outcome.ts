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
  const total = (key: keyof Counts): number => all.reduce((count, counts) => count + counts[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}
