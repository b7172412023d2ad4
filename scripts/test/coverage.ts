import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contractCoverage } from '../contract/coverage.ts'
import type { BundledDocument } from '../contract/document.ts'
import { services } from '../system/databases.ts'
import { nothing, type Counts } from './outcome.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Whether the tests have provoked every status and every error code that a contract declares. The table of it goes to `.local/contract-coverage.md`.
 *
 * @param directory what the tests have noted (`test/support/coverage.ts`)
 */
export async function checkCoverage (directory: string, log: (line: string) => void): Promise<Counts> {
  const documents = Object.fromEntries(await Promise.all(services.map(async name =>
    [name, JSON.parse(await readFile(join(root, `shared/contract/generated/${name}.json`), 'utf8')) as BundledDocument] as const)))
  const { statuses, codes, missing, table } = await contractCoverage(directory, documents)
  await mkdir(join(root, '.local'), { recursive: true })
  await writeFile(join(root, '.local/contract-coverage.md'), table)
  const isFull = missing.length === 0
  log(`${isFull ? 'ok    ' : 'FAILED'} coverage of the contracts: ${statuses.answered} of ${statuses.declared} declared statuses and ${codes.answered} of ${codes.declared} error codes were answered`)
  if (!isFull) log(`${missing.map(line => `  never: ${line}`).join('\n')}\nAdd a test that provokes them, or, where that is impossible, take them out of the document.\n`)
  return { ...nothing, [isFull ? 'passed' : 'failed']: 1 }
}
