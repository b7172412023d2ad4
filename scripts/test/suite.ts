import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../infrastructure/messages.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { endOnSignal } from '../infrastructure/signals.ts'
import { removeLeftovers } from '../system/cleaning.ts'
import { compileServices } from '../system/compile.ts'
import { checks } from './checks.ts'
import { checkCoverage } from './coverage.ts'
import { longestFirst, noteTimes } from './files.ts'
import { toJunit } from './junit.ts'
import { sum, type Counts } from './outcome.ts'
import { describeEnd } from './report.ts'
import { runAll } from './run.ts'

const root = join(import.meta.dirname, '../..')
const log = (line: string): void => { console.log(line) }

/** Which part of the suite is run, and how. */
export interface Selection {
  files: readonly string[]
  /** Also what needs no servers: types, style, contracts. */
  withChecks?: boolean
  /** Whether these are all files, so that every status and error code must have been answered. */
  isWhole?: boolean
  /** Brings the files into the order in which they begin; the longest come first, unless told. */
  order?: (files: readonly string[]) => Promise<string[]>
}

/** Runs tests on real servers, prints what comes of them, and sets the exit code of this process. */
export async function runSuite (selection: Selection): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'npm-test-'))
  const build = join(root, `.local/test-build-${process.pid}`)
  const stops: Array<() => Promise<void>> = []
  const clearUp = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map(async stop => { await stop() }))
    await Promise.all([work, build].map(async directory => { await rm(directory, { recursive: true, force: true }) }))
  }
  endOnSignal(clearUp) // what else runs ends with this process
  try {
    const { passed, failed, skipped } = await run(selection, work, build, stops)
    log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  } catch (error) {
    log(`${messageOf(error)}\n0 passed, 1 failed, 0 skipped`)
    process.exitCode = 1
  } finally {
    await clearUp()
  }
}

async function run (selection: Selection, work: string, build: string, stops: Array<() => Promise<void>>): Promise<Counts> {
  const { files, withChecks = false, isWhole = false, order = longestFirst } = selection
  const begun = performance.now()
  const coverage = join(work, 'coverage')
  await mkdir(coverage)
  const provide = async (): Promise<Record<string, string>> => {
    // A few files are sooner done with the services as they are.
    const [servers] = await Promise.all([provideServers(), ...withChecks ? [compileServices(root, build)] : []])
    stops.push(servers.stop)
    await removeLeftovers(servers)
    return {
      MYSQL_ADMIN_URL: servers.mysqlUrl,
      REDIS_URL: servers.redisUrl,
      RABBITMQ_URL: servers.rabbitmqUrl,
      CONTRACT_COVERAGE: coverage,
      ...withChecks && { TEST_BUILD: build }
    }
  }
  const concurrency = Math.min(files.length, availableParallelism() + 1)
  const results = await runAll({ checks: withChecks ? checks : [], files: await order(files), concurrency, environment: provide(), log })
  await noteTimes(results.files)
  await writeFile(join(root, '.local/junit.xml'), toJunit(results.files))
  const counts = [results.checks, ...results.files, ...isWhole ? [await checkCoverage(coverage, log)] : []]
  if (files.length > 1) log(describeEnd(results.files))
  log(`It took ${Math.round((performance.now() - begun) / 1000)} s.`)
  return sum(counts)
}
