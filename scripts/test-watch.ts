/** `npm run test:watch`: runs the tests again that a change touches. */
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { messageOf } from './infrastructure/messages.ts'
import { testFiles } from './test/files.ts'
import { importsOf, touched } from './test/imports.ts'
import { runNode } from './test/checks.ts'

/** An editor writes several files at once. */
const quietMilliseconds = 200
const root = join(import.meta.dirname, '..')

readCommandLine(commands['test:watch'])
const changed = new Set<string>()
let timer: NodeJS.Timeout | undefined
let running = Promise.resolve()

async function runTouched (): Promise<void> {
  const paths = [...changed]
  changed.clear()
  const files = touched(await importsOf(await testFiles()), paths)
  if (files.length === 0) return
  console.log(`\n${paths.join(', ')} changed: ${files.length} test files`)
  const { output } = await runNode(['--import', 'tsx', 'scripts/test.ts', ...files])
  console.log(output)
}

async function watchDirectory (directory: string): Promise<void> {
  for await (const { filename } of watch(join(root, directory), { recursive: true })) {
    if (filename === null || !filename.endsWith('.ts')) continue
    changed.add(join(directory, filename))
    clearTimeout(timer)
    timer = setTimeout(() => { running = running.then(runTouched).catch((error: unknown) => { console.error(messageOf(error)) }) }, quietMilliseconds)
  }
}

console.log('Change a file: the tests that import it are run. Ctrl-C ends it.')
await Promise.all(['services', 'shared', 'scripts', 'test'].map(watchDirectory))
