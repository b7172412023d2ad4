import fc from 'fast-check'
import { resolve, type BundledDocument } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'

const hostileTexts = [
  '', ' ', 'x', 'ab', ' padded ', 'null', 'true', 'false', 'True', '1', '0', '-1', '5', '05', '+5', '1.5', '1e2', '0x10', '--1', 'NaN', 'Infinity', '9007199254740993',
  'ä', 'a\u0308', '😀', '\u0000', 'a\nb', 'a\tb', 'a\r\nb', '\u0085', '\u2028', '\ud800',
  '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '01939C9E-4B7C-7A54-9D0E-5F3C2F1B8A10', 'urn:uuid:01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '{01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10}', '01939c9e4b7c7a549d0e5f3c2f1b8a10',
  '2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123+01:00', '2026-03-02 09:30:00Z', '2026-03-02T09:30:00', '2026-02-30T09:30:00Z', '2026-03-02T23:59:60Z', '2026-03-02T24:00:00Z', '2026-03-02', '2026-02-29',
  'pat@example.com', 'pat@', '"quoted name"@example.com', '/path?query', 'https://example.com', 'http://[', '[]', '{}', '07:00', '24:00', '__proto__'
]

/** Values at which validators of this schema could differ: the hostile ones, and everything around its own limits. */
export function materialFor (document: BundledDocument, schema: JsonSchema, seed: number): unknown[] {
  const texts = new Set(hostileTexts)
  const numbers = new Set([0, -0, 1, -1, 0.5, 1.5, 1e21, -1e-7, 2 ** 53])
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (node === null || typeof node !== 'object') return
    const { $ref, pattern, enum: values, example: _, ...rest } = node as JsonSchema
    if (typeof $ref === 'string') visit(resolve(document, { $ref }))
    if (typeof pattern === 'string') for (const each of fc.sample(fc.stringMatching(new RegExp(pattern)), { seed, numRuns: 3 })) texts.add(each)
    if (Array.isArray(values)) for (const each of values as string[]) texts.add(each).add(each.toUpperCase())
    for (const [keyword, limit] of Object.entries(rest)) {
      if (typeof limit !== 'number') visit(limit)
      else for (const near of [limit - 1, limit, limit + 1]) /Length$/.test(keyword) ? texts.add('ü'.repeat(Math.max(0, near))) : numbers.add(near)
    }
  }
  visit(schema)
  return [...texts, ...numbers, null, true, false, [], [null], [[]], {}, { unknown: 1 }, [{}]]
}

type Path = ReadonlyArray<string | number>
export interface Mutation { place: number, act: 'replace' | 'remove' | 'add' | 'repeat', material: unknown }

/** Every place within a value. */
export function placesIn (value: unknown, path: Path = []): Path[] {
  const inner = value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([name, field]) => placesIn(field, [...path, name])) : []
  return [path, ...inner]
}

export function mutate (value: unknown, { place, act, material }: Mutation): unknown {
  const places = placesIn(value)
  const path = places[place % places.length] as Path
  const changed = (node: any, [name, ...rest]: Path): unknown => {
    if (name !== undefined && rest.length > 0) return withField(node, name, changed(node[name], rest))
    if (name === undefined || act === 'add' || act === 'repeat') {
      const target = name === undefined ? node : node[name]
      const made = act === 'add' && isObject(target)
        ? { ...target, [typeof material === 'string' ? material : 'added']: material }
        : act === 'add' && Array.isArray(target) ? [...target, material] : act === 'repeat' && Array.isArray(target) ? [...target, ...target] : material
      return name === undefined ? made : withField(node, name, made)
    }
    if (act === 'replace') return withField(node, name, material)
    return Array.isArray(node) ? node.filter((_, index) => index !== Number(name)) : Object.fromEntries(Object.entries(node as object).filter(([key]) => key !== name))
  }
  return changed(value, path)
}

function isObject (value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function withField (node: any, name: string | number, field: unknown): unknown {
  return Array.isArray(node) ? node.map((each, index) => index === Number(name) ? field : each) : { ...node, [name]: field }
}
