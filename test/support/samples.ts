import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { resolve, type BundledDocument, type Reference } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'

export const contracts = ['users', 'rooms', 'bookings', 'reviews'] as const

/** The document as the services serve it. */
export function readDocument (name: string): BundledDocument {
  return JSON.parse(readFileSync(new URL(`../../shared/contract/generated/${name}.json`, import.meta.url), 'utf8')) as BundledDocument
}

const ofFormat: Record<string, string> = {
  uuid: '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10',
  email: 'pat@example.com',
  date: '2026-03-02',
  'date-time': '2026-03-02T09:30:00.000Z',
  uri: 'https://example.com/',
  'uri-reference': '/somewhere'
}

/**
 * A value that a schema accepts.
 *
 * @param prefer `example`: the schema's example where it has one; `fields`: every optional field is there; `nulls`: so it is, and what can be null is
 */
export function sampleOf (document: BundledDocument, node: JsonSchema, prefer: 'example' | 'fields' | 'nulls' = 'example'): unknown {
  const schema = resolve<JsonSchema>(document, node as JsonSchema | Reference)
  if (prefer === 'example' && schema['example'] !== undefined) return schema['example']
  if (prefer === 'nulls' && isNullable(schema)) return null
  if (schema['default'] !== undefined) return schema['default']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined
  if (branches?.[0]) return sampleOf(document, branches[0], prefer)
  switch (Array.isArray(schema['type']) ? schema['type'][0] : schema['type']) {
    case 'string': return text(schema)
    case 'integer':
    case 'number': return schema['minimum'] ?? schema['maximum'] ?? 1
    case 'boolean': return true
    case 'array': return [sampleOf(document, schema['items'] as JsonSchema, prefer)]
    case 'object': return Object.fromEntries(Object.entries(schema['properties'] ?? {}).map(([name, property]) => [name, sampleOf(document, property as JsonSchema, prefer)]))
    default: return null
  }
}

function isNullable ({ type, anyOf }: { type?: unknown, anyOf?: JsonSchema[] }): boolean {
  return (Array.isArray(type) && type.includes('null')) || anyOf?.some(branch => branch['type'] === 'null') === true
}

function text ({ format, pattern, minLength = 0, maxLength = Infinity }: { format?: string, pattern?: string, minLength?: number, maxLength?: number }): string {
  const known = ofFormat[format ?? '']
  if (known !== undefined) return known
  if (pattern === undefined) return 'sample-'.repeat(Math.ceil(minLength / 7) || 1).slice(0, Math.max(minLength, Math.min(6, maxLength)))
  const fitting = fc.stringMatching(new RegExp(pattern), { size: 'medium' }).filter(({ length }) => length >= minLength && length <= maxLength)
  return fc.sample(fitting, { seed: 1, numRuns: 1 })[0] as string
}
