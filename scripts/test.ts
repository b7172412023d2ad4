/**
 * `npm test`: every check of the project. Contracts, generated code, types, style, import directions, and the tests on real servers.
 *
 *     npm test                                      everything
 *     npm test -- test/bookings/bookings.test.ts    these test files alone
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { commands } from './commands.ts'
import { contractCoverage } from './contract/coverage.ts'
import type { BundledDocument } from './contract/document.ts'
import { lastRelease } from './contract/releases.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { provideServers } from './infrastructure/servers.ts'
import { endOnSignal } from './infrastructure/signals.ts'

const root = join(import.meta.dirname, '..')
const binary = (path: string): string => join(root, 'node_modules', path)
const files = readCommandLine(commands.test).positionals

interface Outcome { passed: number, failed: number, skipped: number }

interface Check {
  name: string
  command: string[]
  /** What to do when it fails. */
  advice: string
  /** Why there is nothing to check; undefined when there is. */
  skip?: () => Promise<string | undefined>
}

/** The checks that need no servers. */
const checks: Check[] = [
  { name: 'contracts and generated code', command: ['--import', 'tsx', 'scripts/generate.ts', '--check'], advice: 'Mend the document, or run `npm run generate` and commit the result.' },
  {
    name: 'breaking changes',
    command: ['--import', 'tsx', 'scripts/contract-diff.ts'],
    advice: 'The changes are listed above.',
    skip: async () => await lastRelease(root) === undefined ? 'nothing is released yet, so there is nothing to compare with' : undefined
  },
  { name: 'types', command: [binary('typescript/bin/tsc'), '--noEmit'], advice: 'See the errors above.' },
  { name: 'style', command: [binary('eslint/bin/eslint.js'), '.'], advice: '`npm run lint -- --fix` mends most of it.' },
  { name: 'import directions', command: [binary('dependency-cruiser/bin/dependency-cruise.mjs'), 'services', 'shared', 'scripts', 'test'], advice: 'The rules and their reasons are in .dependency-cruiser.cjs.' }
]

async function run (command: string[], environment: Record<string, string> = {}, onLine: (line: string) => void = () => {}): Promise<{ succeeded: boolean, output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    createInterface(child.stdout).on('line', line => {
      output += `${line}\n`
      onLine(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { output += text })
    child.once('error', reject)
    child.once('close', code => { resolve({ succeeded: code === 0, output }) })
  })
}

async function runChecks (): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 }
  const queue = [...checks]
  const worker = async (): Promise<void> => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const reason = await check.skip?.()
      if (reason !== undefined) {
        outcome.skipped++
        console.log(`skipped ${check.name}: ${reason}`)
        continue
      }
      const { succeeded, output } = await run(check.command)
      outcome[succeeded ? 'passed' : 'failed']++
      console.log(`${succeeded ? 'ok    ' : 'FAILED'} ${check.name}`)
      if (!succeeded) console.log(`${output.trimEnd()}\n${check.advice}\n`)
    }
  }
  await Promise.all([worker(), worker()])
  return outcome
}

async function runTests (coverage: string): Promise<Outcome> {
  const servers = await provideServers()
  stopServers = servers.stop
  const command = [binary('tap/dist/esm/run.mjs'), '--reporter=tap', ...files]
  const environment = { MYSQL_ADMIN_URL: servers.mysqlUrl, REDIS_URL: servers.redisUrl, RABBITMQ_URL: servers.rabbitmqUrl, CONTRACT_COVERAGE: coverage }
  let ofThisFile: string[] = []
  try {
    const { succeeded, output } = await run(command, environment, line => {
      ofThisFile.push(line)
      const [, title, reason] = /^ *ok \d+ - (.*?) # SKIP (.*)/.exec(line) ?? []
      if (title !== undefined) console.log(`skipped ${title}: ${reason}`)
      // A line without indentation ends the block of a file; of a failed one, everything is shown.
      const ended = /^(not )?ok \d+ - (.*)/.exec(line)
      if (!ended) return
      console.log(ended[1] ? `FAILED ${ended[2]}\n${ofThisFile.join('\n')}` : `ok     ${ended[2]}`)
      ofThisFile = []
    })
    const count = (name: string): number => Number(new RegExp(`^# \\{.*\\b${name}: (\\d+)`, 'm').exec(output)?.[1] ?? 0)
    if (!succeeded && count('fail') === 0) console.log(output)
    return { passed: count('pass'), failed: succeeded ? 0 : Math.max(1, count('fail')), skipped: count('skip') }
  } finally {
    await servers.stop()
  }
}

/** Whether the tests have provoked every status and every error code that a contract declares. The table of it goes to `.local/contract-coverage.md`. */
async function checkCoverage (directory: string): Promise<Outcome> {
  const documents = Object.fromEntries(await Promise.all(['users', 'rooms', 'bookings', 'reviews'].map(async name =>
    [name, JSON.parse(await readFile(join(root, `shared/contract/generated/${name}.json`), 'utf8')) as BundledDocument] as const)))
  const { statuses, codes, missing, table } = await contractCoverage(directory, documents)
  await mkdir(join(root, '.local'), { recursive: true })
  await writeFile(join(root, '.local/contract-coverage.md'), table)
  const isFull = missing.length === 0
  console.log(`${isFull ? 'ok    ' : 'FAILED'} coverage of the contracts: ${statuses.answered} of ${statuses.declared} declared statuses and ${codes.answered} of ${codes.declared} error codes were answered`)
  if (!isFull) console.log(`${missing.map(line => `  never: ${line}`).join('\n')}\nAdd a test that provokes them, or, where that is impossible, take them out of the document.\n`)
  return { passed: isFull ? 1 : 0, failed: isFull ? 0 : 1, skipped: 0 }
}

/** Ends the servers that were started for the tests; all else that runs ends with this process. */
let stopServers = async (): Promise<void> => {}

const outcomes: Outcome[] = []
const coverage = await mkdtemp(join(tmpdir(), 'coverage-'))
endOnSignal(async () => {
  await stopServers()
  await rm(coverage, { recursive: true, force: true })
})
try {
  if (files.length === 0) outcomes.push(await runChecks())
  outcomes.push(await runTests(coverage))
  if (files.length === 0) outcomes.push(await checkCoverage(coverage))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  outcomes.push({ passed: 0, failed: 1, skipped: 0 })
} finally {
  await rm(coverage, { recursive: true })
}
const total = (key: keyof Outcome): number => outcomes.reduce((sum, outcome) => sum + outcome[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0
