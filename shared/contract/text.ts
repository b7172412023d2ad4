import type { TSchema } from '@sinclair/typebox'
import { normalizeDateTime } from './formats.ts'

/**
 * Makes a reader that brings the texts of a body into the one form in which they are validated and stored: trimmed, with line feeds
 * for line ends, in Unicode normal form C, UUIDs in lower case, date-times as `Date.parse` takes them. Passwords and tokens are taken as given. What does not fit the schema
 * is left for validation to refuse.
 */
export function textReader (schema: TSchema): (value: unknown) => unknown {
  const { properties, items, anyOf } = schema as { properties?: Record<string, TSchema>, items?: TSchema, anyOf?: TSchema[] }
  const something = anyOf?.find(branch => branch['type'] !== 'null')
  if (something) return textReader(something)
  if (properties) {
    const readers = new Map(Object.entries(properties).map(([name, property]) => [name, textReader(property)]))
    return value => isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, readers.get(name)?.(field) ?? field])) : value
  }
  if (items) {
    const readItem = textReader(items)
    return value => Array.isArray(value) ? value.map(readItem) : value
  }
  if (schema['format'] === 'password') return value => value
  if (schema['format'] === 'uuid') return value => typeof value === 'string' ? value.toLowerCase() : value
  if (schema['format'] === 'date-time') return value => typeof value === 'string' ? normalizeDateTime(value.trim()) : value
  return value => typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim().normalize('NFC') : value
}

function isObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
