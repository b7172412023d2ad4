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

/** A value that a schema accepts: its example, or one made to fit. */
export function sampleOf (document: BundledDocument, node: JsonSchema): unknown {
  const schema = resolve<JsonSchema>(document, node as JsonSchema | Reference)
  if (schema['example'] !== undefined) return schema['example']
  if (schema['default'] !== undefined) return schema['default']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const branches = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined
  if (branches?.[0]) return sampleOf(document, branches[0])
  switch (Array.isArray(schema['type']) ? schema['type'][0] : schema['type']) {
    case 'string': return text(schema)
    case 'integer':
    case 'number': return schema['minimum'] ?? schema['maximum'] ?? 1
    case 'boolean': return true
    case 'array': return [sampleOf(document, schema['items'] as JsonSchema)]
    case 'object': return Object.fromEntries(Object.entries(schema['properties'] ?? {}).map(([name, property]) => [name, sampleOf(document, property as JsonSchema)]))
    default: return null
  }
}

function text ({ format, pattern, minLength = 0, maxLength = Infinity }: { format?: string, pattern?: string, minLength?: number, maxLength?: number }): string {
  const known = ofFormat[format ?? '']
  if (known !== undefined) return known
  if (pattern === undefined) return 'sample '.repeat(Math.ceil(minLength / 7) || 1).slice(0, Math.max(minLength, Math.min(6, maxLength)))
  const fitting = fc.stringMatching(new RegExp(pattern), { size: 'medium' }).filter(({ length }) => length >= minLength && length <= maxLength)
  return fc.sample(fitting, { seed: 1, numRuns: 1 })[0] as string
}
