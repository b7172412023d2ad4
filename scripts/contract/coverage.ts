import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { domainCodesOf } from './error-codes.ts'
import { operationsOf, type BundledDocument } from './document.ts'

/** What the tests have seen of the contracts. */
export interface Coverage {
  /** How many pairs of an operation and a status are declared, and how many of them were answered. */
  statuses: { declared: number, answered: number }
  /** The same of pairs of an operation and an error code of its own. */
  codes: { declared: number, answered: number }
  /** What was never answered, by operation: `bookings getBooking 404 503 booking.not_found`. */
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
  const isSeen = (name: string, what: string): boolean => seen.has(`${name} ${what}`)
  const count = (key: 'statuses' | 'codes'): { declared: number, answered: number } => {
    const pairs = operations.flatMap(operation => operation[key].map(what => isSeen(operation.name, what)))
    return { declared: pairs.length, answered: pairs.filter(Boolean).length }
  }
  return {
    statuses: count('statuses'),
    codes: count('codes'),
    missing: operations.flatMap(({ name, statuses, codes }) => {
      const never = [...statuses, ...codes].filter(what => !isSeen(name, what))
      return never.length > 0 ? [`${name} ${never.join(' ')}`] : []
    }),
    table: [
      `| operation | ${statuses.join(' | ')} | codes |`,
      `| --- |${statuses.map(() => ' :-: |').join('')} --- |`,
      ...operations.map(operation => `| ${operation.name} |${statuses.map(status => ` ${!operation.statuses.includes(status) ? '' : isSeen(operation.name, status) ? '●' : '○'} |`).join('')} ${operation.codes.map(code => `${isSeen(operation.name, code) ? '●' : '○'} ${code}`).join('<br>')} |`),
      ''
    ].join('\n')
  }
}
