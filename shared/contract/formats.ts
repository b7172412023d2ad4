import type { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'

const addFormats = addFormatsModule.default
const dateTime = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
/** What a DATETIME column holds. */
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(10_000, 0, 1) - 1
const date = /^(\d{4})-(\d{2})-(\d{2})/

/** Whether a text is an RFC 3339 date-time with an offset, of a day and a second that exist and that can be stored. */
export function isDateTime (text: string): boolean {
  const instant = Date.parse(text)
  if (!dateTime.test(text) || !(instant >= earliest && instant <= latest)) return false
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
  addFormats(ajv as never, ['email', 'date', 'uri', 'uri-reference'])
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i) // ajv-formats also takes URNs
  ajv.addFormat('date-time', isDateTime)
  // What is no Unicode would be hashed as U+FFFD, whatever it is.
  ajv.addFormat('password', (text: string) => !/\p{Cs}/u.test(text))
  ajv.addFormat('single-line', (text: string) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))
  ajv.addFormat('multi-line', (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\t\n]/g, '')))
  return ajv
}
