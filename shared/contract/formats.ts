import type { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'

const addFormats = addFormatsModule.default
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const date = /^(\d{4})-(\d{2})-(\d{2})/

/** Whether a text is an RFC 3339 date-time with an offset, of a day and a second that exist. */
export function isDateTime (text: string): boolean {
  if (!dateTime.test(text) || Number.isNaN(Date.parse(text))) return false
  // Date.parse rolls the 30th of February over into March.
  const [, year, month, day] = date.exec(text) as unknown as [string, string, string, string]
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

/**
 * Adds every format that contracts may use; the same for requests and for tests of responses.
 *
 * @param ajv the validator to add them to; changed in place
 */
export function addContractFormats<Validator extends Ajv> (ajv: Validator): Validator {
  addFormats(ajv as never, ['uuid', 'email', 'date', 'uri', 'uri-reference'])
  ajv.addFormat('date-time', isDateTime)
  ajv.addFormat('password', true)
  ajv.addFormat('single-line', (text: string) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))
  ajv.addFormat('multi-line', (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\t\n]/g, '')))
  return ajv
}
