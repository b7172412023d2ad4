import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { lastRelease } from '../contract/releases.ts'
import { nothing, type Counts } from './outcome.ts'

const root = join(import.meta.dirname, '../..')
const installed = (path: string): string => join(root, 'node_modules', path)

/** A check that needs no servers. */
export interface Check {
  name: string
  /** What Node.js runs. */
  command: string[]
  /** What to do when it fails. */
  advice: string
  /** Why there is nothing to check; undefined when there is. */
  skip?: () => Promise<string | undefined>
}

export const checks: readonly Check[] = [
  { name: 'style', command: [installed('eslint/bin/eslint.js'), '.'], advice: '`npm run lint -- --fix` mends most of it.' },
  {
    name: 'types',
    command: [installed('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', '.local/types.tsbuildinfo'],
    advice: 'See the errors above.'
  },
  {
    name: 'contracts and generated code',
    command: ['--import', 'tsx', 'scripts/generate.ts', '--check'],
    advice: 'Mend the document, or run `npm run generate` and commit the result.'
  },
  {
    name: 'import directions',
    command: [installed('dependency-cruiser/bin/dependency-cruise.mjs'), 'services', 'shared', 'scripts', 'test'],
    advice: 'The rules and their reasons are in .dependency-cruiser.cjs.'
  },
  {
    name: 'breaking changes',
    command: ['--import', 'tsx', 'scripts/contract-diff.ts'],
    advice: 'The changes are listed above.',
    skip: async () => await lastRelease(root) === undefined ? 'nothing is released yet, so there is nothing to compare with' : undefined
  }
]

/** Runs a check, and prints what came of it. */
export async function runCheck ({ name, command, advice, skip }: Check, log: (line: string) => void): Promise<Counts> {
  const reason = await skip?.()
  if (reason !== undefined) {
    log(`skipped ${name}: ${reason}`)
    return { ...nothing, skipped: 1 }
  }
  const begun = performance.now()
  const { succeeded, output } = await runNode(command)
  log(`${succeeded ? 'ok    ' : 'FAILED'} ${name} (${Math.round((performance.now() - begun) / 1000)} s)`)
  if (!succeeded) log(`${output.trimEnd()}\n${advice}\n`)
  return { ...nothing, [succeeded ? 'passed' : 'failed']: 1 }
}

/** Runs Node.js in the checkout until it ends. */
export async function runNode (command: readonly string[]): Promise<{ succeeded: boolean, output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
    child.once('error', reject)
    child.once('close', code => { resolve({ succeeded: code === 0, output }) })
  })
}
