import { STATUS_CODES } from 'node:http'
import { catalogue } from '../../shared/errors.ts'
import { operationsOf, type BundledDocument } from './document.ts'
import { domainCodesOf } from './error-codes.ts'

/**
 * The catalogue of errors as a page for people.
 *
 * @param documents the bundled documents by service
 */
export function errorsPage (documents: Record<string, BundledDocument>): string {
  const operations = Object.values(documents).flatMap(operationsOf).map(({ operation }) => operation)
  const answering = (code: string): string => operations.filter(operation => domainCodesOf(operation).some(each => each === code)).map(({ operationId }) => `\`${operationId}\``).join(', ')
  const rows = Object.entries(catalogue)
    .sort(([codeA, [statusA]], [codeB, [statusB]]) => statusA - statusB || codeA.localeCompare(codeB, 'en'))
    .map(([code, [status, meaning]]) => `| ${status} ${STATUS_CODES[status] ?? ''} | \`${code}\` | ${meaning} | ${answering(code)} |`)
  return [
    '<!-- Generated from shared/errors.ts and openapi/ by `npm run generate`. Do not edit. -->',
    '# Errors',
    '',
    'Every failure of every service has the same form:',
    '',
    '```json',
    JSON.stringify({ error: 'Conflict', message: 'Room is already booked from 10:00 to 11:00.', code: 'booking.conflict', correlationId: '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', details: [] }, null, 2),
    '```',
    '',
    '`code` is stable and meant for programs, `message` for people; `correlationId` finds the request in the logs; `details` is there',
    'when there is more to say. Codes without operations follow from how an operation is called: its parameters, body, token and keys. All codes of an',
    'operation, by status, are `x-error-codes-by-status` in `/openapi.json`.',
    '',
    '| status | code | meaning | operations |',
    '| --- | --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
}
