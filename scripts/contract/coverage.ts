import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { domainCodesOf } from './error-codes.ts'
import { operationsOf, type BundledDocument } from './document.ts'

/** What the tests have seen of the contracts. */
export interface Coverage {
  /** Pairs of an operation and a status that are declared, and how many of them were answered. */
  declared: number
  answered: number
  /** The statuses that were never answered, by operation: `bookings getBooking 404 503`. */
  missing: string[]
  /** Operations × statuses: `●` answered, `○` never, nothing where the status is not declared; and so the error codes that each lists. */
  table: string
}

/**
 * Holds what was answered against what the documents declare.
 *
 * @param directory the files that `test/support/coverage.ts` wrote
 * @param documents the bundled documents by service
 */
export async function contractCoverage (directory: string, documents: Record<string, BundledDocument>): Promise<Coverage> {
  const files = await Promise.all((await readdir(directory)).map(async name => await readFile(join(directory, name), 'utf8')))
  const seen = new Set(files.flatMap(text => text.split('\n')))
  const operations = Object.entries(documents).flatMap(([service, document]) => operationsOf(document).map(({ operation }) =>
    ({ name: `${service} ${operation.operationId}`, statuses: Object.keys(operation.responses), codes: domainCodesOf(operation) })))
  const statuses = [...new Set(operations.flatMap(operation => operation.statuses))].sort()
  const pairs = operations.flatMap(({ name, statuses }) => statuses.map(status => `${name} ${status}`))
  return {
    declared: pairs.length,
    answered: pairs.filter(pair => seen.has(pair)).length,
    missing: operations.flatMap(({ name, statuses }) => {
      const never = statuses.filter(status => !seen.has(`${name} ${status}`))
      return never.length > 0 ? [`${name} ${never.join(' ')}`] : []
    }),
    table: [
      `| operation | ${statuses.join(' | ')} | codes |`,
      `| --- |${statuses.map(() => ' :-: |').join('')} --- |`,
      ...operations.map(operation => `| ${operation.name} |${statuses.map(status => ` ${!operation.statuses.includes(status) ? '' : seen.has(`${operation.name} ${status}`) ? '●' : '○'} |`).join('')} ${operation.codes.map(code => `${seen.has(`${operation.name} ${code}`) ? '●' : '○'} ${code}`).join('<br>')} |`),
      ''
    ].join('\n')
  }
}
