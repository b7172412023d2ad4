import type { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'

const addFormats = addFormatsModule.default
const dateTime = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
/** What a DATETIME column holds. */
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(10_000, 0, 1) - 1
const second = 1_000

/** Whether a text is a date-time of RFC 3339, of a day and a second that exist and that can be stored. */
export function isDateTime (text: string): boolean {
  return readDateTime(text) !== undefined
}

/**
 * A date-time of RFC 3339 in the form that `Date.parse` takes: with capital `T` and `Z`, and a leap second as the second after it, which
 * is the same instant in POSIX time. Any other text is returned as it is.
 */
export function normalizeDateTime (text: string): string {
  return readDateTime(text) ?? text
}

function readDateTime (given: string): string | undefined {
  const text = given.toUpperCase()
  const [, year, month, day, , seconds] = dateTime.exec(text) ?? []
  if (year === undefined) return undefined
  const isLeapSecond = seconds === '60'
  const instant = isLeapSecond ? Date.parse(text.replace(':60', ':59')) + second : Date.parse(text)
  if (!(instant >= earliest && instant <= latest)) return undefined
  // Date.parse rolls the 30th of February over into March.
  if (Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return undefined
  if (!isLeapSecond) return text
  // RFC 3339, section 5.7: leap seconds are inserted at the end of a month in UTC.
  const after = new Date(instant).toISOString()
  return /-01T00:00:00/.test(after) ? after : undefined
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
