import type { Lane } from './lane.ts'
import { startLane } from './lane.ts'
import type { Check } from './checks.ts'
import { runCheck } from './checks.ts'
import { sum, type Counts, type FileOutcome } from './outcome.ts'
import { describeFile } from './report.ts'

/** What a run has to do. */
export interface Work {
  checks: readonly Check[]
  /** In the order in which they begin. */
  files: readonly string[]
  /** How many of them are done at a time. */
  concurrency: number
  /** Resolves to the environment of the test files, when what they need is there. */
  environment: Promise<Record<string, string>>
  log: (line: string) => void
}

export interface Results { checks: Counts, files: FileOutcome[] }

/** Does all checks, and runs all files in as many processes as are wanted; each takes the next file when it has ended one. */
export async function runAll ({ checks, files, concurrency, environment, log }: Work): Promise<Results> {
  const waitingChecks = [...checks]
  const waitingFiles = [...files]
  const counts: Counts[] = []
  const outcomes: FileOutcome[] = []
  const work = async (): Promise<void> => {
    for (let check = waitingChecks.shift(); check; check = waitingChecks.shift()) counts.push(await runCheck(check, log))
    if (waitingFiles.length === 0) return
    const lane = startLane(await environment)
    for (let file = waitingFiles.shift(); file !== undefined; file = waitingFiles.shift()) {
      const outcome = await lane.run(file)
      outcomes.push(outcome)
      log(describeFile(outcome, `${outcomes.length}/${files.length}`))
    }
    await endLane(lane)
  }
  const endLane = async (lane: Lane): Promise<void> => {
    for (const outcome of await lane.end()) {
      outcomes.push(outcome)
      log(describeFile(outcome, '-'))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return { checks: sum(counts), files: outcomes }
}
