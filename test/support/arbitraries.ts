import fc, { type Arbitrary } from 'fast-check'
import { resolve, type BundledDocument, type Reference } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'

/** Values that mean something, by the name of the field or parameter that may hold them: ids of things that there are, times. */
export type Known = Readonly<Record<string, readonly string[]>>

const day = 86_400_000
/** Characters that break what is careless: of several bytes, of several code units, with a meaning in HTML, SQL, URLs or patterns. */
const characters = [...'aZ09 .,-_\'"<>&%\\/;{}$?#+=*()|~', 'é', 'ß', '漢', 'ا', '😀']

/**
 * Makes values that a schema accepts, in the form in which services keep texts (trimmed, NFC), at the limits more often than not.
 *
 * @param name of the field or parameter
 */
export function arbitraryOf (document: BundledDocument, node: JsonSchema, known: Known, name = ''): Arbitrary<unknown> {
  const schema = resolve<JsonSchema>(document, node as JsonSchema | Reference)
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined
  if (branches) return fc.oneof(...branches.map(branch => branch['type'] === 'null' ? fc.constant(null) : arbitraryOf(document, branch, known, name)))
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum'] as string[])
  if (Array.isArray(schema['type'])) return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: arbitraryOf(document, { ...schema, type: schema['type'][0] }, known, name) })
  switch (schema['type']) {
    case 'string': {
      const values = known[name]
      return values ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: text(schema) }) : text(schema)
    }
    case 'integer': case 'number': return whole(schema)
    case 'boolean': return fc.boolean()
    case 'array': return list(schema, arbitraryOf(document, schema['items'] as JsonSchema, known, name))
    default: return object(document, schema, known)
  }
}

function text ({ format, pattern, minLength = 0, maxLength = 60 }: { format?: string, pattern?: string, minLength?: number, maxLength?: number }): Arbitrary<string> {
  switch (format) {
    case 'uuid': return fc.uuid()
    case 'email': return fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/).map(local => `${local}@example.com`)
    case 'date': return instant.map(text => text.slice(0, 10))
    case 'date-time': return fc.oneof(instant, instant.map(text => text.replace('Z', '+05:30')))
    case 'uri': return fc.webUrl()
  }
  const ofLength = (text: string): boolean => [...text].length >= minLength && [...text].length <= maxLength
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'medium' }).filter(ofLength)
  const length = fc.oneof(fc.constantFrom(minLength, maxLength), fc.integer({ min: minLength, max: Math.min(maxLength, minLength + 30) }))
  return length.chain(count => fc.array(fc.constantFrom(...characters), { minLength: count, maxLength: count })).map(array => array.join(''))
    .map(text => format === 'password' ? text : text.replace(/^ | $/g, 'x')).filter(ofLength)
}

/** Of the last and the next year. */
const instant = fc.integer({ min: -365 * day, max: 365 * day }).map(offset => new Date(Date.now() + offset).toISOString())

function whole ({ minimum = -1000, maximum = 1_000_000, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 }: { minimum?: number, maximum?: number, exclusiveMinimum?: number, exclusiveMaximum?: number, multipleOf?: number }): Arbitrary<number> {
  const min = Math.ceil((exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1) / multipleOf)
  const max = Math.floor((exclusiveMaximum === undefined ? maximum : exclusiveMaximum - 1) / multipleOf)
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max })).map(count => count * multipleOf)
}

function list ({ minItems = 0, maxItems = 5, uniqueItems = false }: { minItems?: number, maxItems?: number, uniqueItems?: boolean }, items: Arbitrary<unknown>): Arbitrary<unknown[]> {
  const bounds = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 5)) }
  return uniqueItems ? fc.uniqueArray(items, { ...bounds, selector: item => JSON.stringify(item).toLowerCase() }) : fc.array(items, bounds)
}

function object (document: BundledDocument, { properties = {}, required = [], additionalProperties, minProperties = 0 }: { properties?: Record<string, JsonSchema>, required?: string[], additionalProperties?: boolean | JsonSchema, minProperties?: number }, known: Known): Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(document, additionalProperties, known), { minKeys: minProperties, maxKeys: minProperties + 3 })
  const fields = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, arbitraryOf(document, property, known, name)]))
  return fc.record(fields, { requiredKeys: required }).filter(value => Object.keys(value).length >= minProperties)
}
