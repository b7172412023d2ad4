import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileOutcome } from './outcome.ts'

const root = join(import.meta.dirname, '../..')
/** How long each file took when it was last run here. */
const timesPath = join(root, '.local/test-times.json')
/** Its tests start and kill processes, so they take long. */
const systemDirectory = 'test/system/'
const presumedSystemMilliseconds = 60_000

export async function testFiles (): Promise<string[]> {
  const names = await readdir(join(root, 'test'), { recursive: true })
  return names.filter(name => name.endsWith('.test.ts')).map(name => `test/${name}`)
}

/** All but those that start and kill processes. */
export async function fastTestFiles (): Promise<string[]> {
  return (await testFiles()).filter(file => !file.startsWith(systemDirectory))
}

/** Those that take longest come first, so that none is left alone at the end; what never ran here is judged by its size. */
export async function longestFirst (files: readonly string[]): Promise<string[]> {
  const times = await readTimes()
  const expected = new Map(await Promise.all(files.map(async file =>
    [file, times[file] ?? (file.startsWith(systemDirectory) ? presumedSystemMilliseconds : (await stat(join(root, file))).size)] as const)))
  return [...files].sort((a, b) => (expected.get(b) ?? 0) - (expected.get(a) ?? 0))
}

/** Notes how long files took, for the next run. */
export async function noteTimes (outcomes: readonly FileOutcome[]): Promise<void> {
  const times = { ...await readTimes(), ...Object.fromEntries(outcomes.map(({ file, milliseconds }) => [file, Math.round(milliseconds)])) }
  await mkdir(join(root, '.local'), { recursive: true })
  await writeFile(timesPath, JSON.stringify(times))
}

async function readTimes (): Promise<Record<string, number>> {
  const text = await readFile(timesPath, 'utf8').catch(() => '{}')
  return JSON.parse(text) as Record<string, number>
}
