import { STATUS_CODES } from 'node:http'
import { catalogue } from '../../shared/errors.ts'

/** The catalogue of errors as a page for people. */
export function errorsPage (): string {
  const rows = Object.entries(catalogue)
    .sort(([codeA, [statusA]], [codeB, [statusB]]) => statusA - statusB || codeA.localeCompare(codeB, 'en'))
    .map(([code, [status, meaning]]) => `| ${status} ${STATUS_CODES[status] ?? ''} | \`${code}\` | ${meaning} |`)
  return [
    '<!-- Generated from shared/errors.ts by `npm run generate`. Do not edit. -->',
    '# Errors',
    '',
    'Every failure of every service has the same form:',
    '',
    '```json',
    JSON.stringify({ error: 'Conflict', message: 'Room is already booked from 10:00 to 11:00.', code: 'booking.conflict', correlationId: '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', details: [] }, null, 2),
    '```',
    '',
    '`code` is stable and meant for programs, `message` for people; `correlationId` finds the request in the logs; `details` is there',
    'when there is more to say.',
    '',
    '| status | code | meaning |',
    '| --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
}
