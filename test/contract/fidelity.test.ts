import type { TSchema } from '@sinclair/typebox'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import t from 'tap'
import { operationsOf, resolve, type BundledDocument, type ParameterObject, type Reference } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'
import type { Contract, Operation } from '../../shared/contract/contract.ts'
import { addContractFormats, isDateTime } from '../../shared/contract/formats.ts'
import { bookingsContract } from '../../shared/contract/generated/bookings.operations.ts'
import * as bookings from '../../shared/contract/generated/bookings.schemas.ts'
import * as events from '../../shared/contract/generated/events.schemas.ts'
import { reviewsContract } from '../../shared/contract/generated/reviews.operations.ts'
import * as reviews from '../../shared/contract/generated/reviews.schemas.ts'
import { roomsContract } from '../../shared/contract/generated/rooms.operations.ts'
import * as rooms from '../../shared/contract/generated/rooms.schemas.ts'
import { usersContract } from '../../shared/contract/generated/users.operations.ts'
import * as users from '../../shared/contract/generated/users.schemas.ts'
import { validatorCompiler } from '../../shared/contract/validation.ts'
import { contracts, readDocument, sampleOf } from '../support/samples.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
t.comment(`seed ${seed}`)

const schemasOf: Record<string, Record<string, TSchema>> = { users, rooms, bookings, reviews, events }
const contractOf: Record<typeof contracts[number], Contract> = { users: usersContract, rooms: roomsContract, bookings: bookingsContract, reviews: reviewsContract }

/** What the document itself says, read by another draft's validator than the services use. */
function byDocument (document: BundledDocument): (schema: object) => (value: unknown) => boolean {
  const ajv = addContractFormats(new Ajv2020({ strict: false }))
  ajv.addSchema({ components: document.components }, 'contract')
  const absolute = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema), (key, value: unknown) => key === '$ref' && typeof value === 'string' ? `contract${value}` : value)
  return schema => {
    const validate = ajv.compile(absolute(schema) as object)
    return value => validate(structuredClone(value))
  }
}

/** What a service says of the same. */
function byService (schema: TSchema, httpPart: 'body' | 'querystring' | 'params' | 'headers'): (value: unknown) => boolean {
  const validate = validatorCompiler({ schema, httpPart, method: 'POST', url: '/' }) as (value: unknown) => { error?: Error }
  return value => validate(structuredClone(value)).error === undefined
}

const hostileTexts = [
  '', ' ', 'x', 'ab', ' padded ', 'null', 'true', 'false', 'True', '1', '0', '-1', '5', '05', '+5', '1.5', '1e2', '0x10', '--1', 'NaN', 'Infinity', '9007199254740993',
  'ä', 'a\u0308', '😀', '\u0000', 'a\nb', 'a\tb', 'a\r\nb', '\u0085', '\u2028', '\ud800',
  '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '01939C9E-4B7C-7A54-9D0E-5F3C2F1B8A10', 'urn:uuid:01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '{01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10}', '01939c9e4b7c7a549d0e5f3c2f1b8a10',
  '2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123+01:00', '2026-03-02 09:30:00Z', '2026-03-02T09:30:00', '2026-02-30T09:30:00Z', '2026-03-02T23:59:60Z', '2026-03-02T24:00:00Z', '2026-03-02', '2026-02-29',
  'pat@example.com', 'pat@', '"quoted name"@example.com', '/path?query', 'https://example.com', 'http://[', '[]', '{}', '07:00', '24:00', '__proto__'
]

/** Values at which validators of this schema could differ: the hostile ones, and everything around its own limits. */
function materialFor (document: BundledDocument, schema: JsonSchema): unknown[] {
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
interface Mutation { place: number, act: 'replace' | 'remove' | 'add' | 'repeat', material: unknown }

/** Every place within a value. */
function placesIn (value: unknown, path: Path = []): Path[] {
  const inner = value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([name, field]) => placesIn(field, [...path, name])) : []
  return [path, ...inner]
}

function mutate (value: unknown, { place, act, material }: Mutation): unknown {
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

for (const name of [...contracts, 'events']) {
  t.test(`components of ${name}: the generated schemas accept and refuse what the document does`, async t => {
    const document = readDocument(name)
    const compile = byDocument(document)
    const components = document.components.schemas ?? {}
    t.same(Object.keys(schemasOf[name] ?? {}).sort(), Object.keys(components).sort(), 'there is one for each component')
    for (const [component, schema] of Object.entries(components)) {
      const expected = compile(schema)
      const actual = byService(schemasOf[name]?.[component] as TSchema, 'body')
      const sample = sampleOf(document, schema)
      t.ok(expected(sample), `the sample of ${component} is valid`)
      const seen = { accepted: 0, refused: 0 }
      const agree = (value: unknown): boolean => {
        const verdict = expected(value)
        seen[verdict ? 'accepted' : 'refused']++
        return actual(value) === verdict
      }
      const materials = materialFor(document, schema)
      const single = placesIn(sample).flatMap((_, place) => materials.map(material => mutate(sample, { place, act: 'replace', material })))
      t.same(single.filter(value => !agree(value)), [], `${component} with any one value replaced`)
      const mutation = fc.record({ place: fc.nat(200), act: fc.constantFrom('replace', 'remove', 'add', 'repeat'), material: fc.constantFrom(...materials) }) as fc.Arbitrary<Mutation>
      const value = fc.array(mutation, { maxLength: 3 }).map(mutations => mutations.reduce(mutate, sample))
      fc.assert(fc.property(value, agree), { seed, numRuns: 150 })
      t.ok(seen.accepted > 0 && seen.refused > 0, `${component}: ${seen.accepted} accepted, ${seen.refused} refused by both`)
    }
  })
}

/** One parameter as it stands in the request. */
type Pair = readonly [name: string, text: string]

/** What a text means, by its declared type. Texts that mean nothing stay texts. */
function deserialised (type: unknown, text: string): unknown {
  if ((type === 'integer' && /^-?(0|[1-9][0-9]*)$/.test(text)) || (type === 'number' && /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text))) return JSON.parse(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/** Whether the document takes these parameters in this place: style `form`, exploded, for the query, `simple` elsewhere. */
function parametersByDocument (document: BundledDocument, compile: ReturnType<typeof byDocument>, parameters: ParameterObject[], place: string): (pairs: readonly Pair[]) => boolean {
  const declared = parameters.map(parameter => ({ ...parameter, schema: resolve<JsonSchema>(document, parameter.schema as JsonSchema | Reference), isValid: compile(parameter.schema) }))
  return pairs => {
    if (place === 'query' && pairs.some(([name]) => !declared.some(parameter => parameter.name === name))) return false
    return declared.every(({ name, required, schema, isValid }) => {
      const texts = pairs.filter(([each]) => each === name).map(([, text]) => text)
      if (texts.length === 0) return required !== true
      if (schema['type'] !== 'array') return texts.length === 1 && isValid(deserialised(schema['type'], texts[0] as string))
      const items = resolve<JsonSchema>(document, schema['items'] as JsonSchema | Reference)
      // UUIDs that differ only in case are the same.
      return isValid(texts.map(text => deserialised(items['type'], items['format'] === 'uuid' ? text.toLowerCase() : text)))
    })
  }
}

/** The parameters as Fastify hands them to a validator. */
function asDelivered (pairs: readonly Pair[], place: string): Record<string, string | string[]> {
  const delivered: Record<string, string | string[]> = {}
  for (const [name, text] of pairs) {
    const key = place === 'header' ? name.toLowerCase() : name
    const earlier = delivered[key]
    Object.defineProperty(delivered, key, { value: earlier === undefined || !Object.hasOwn(delivered, key) ? text : [earlier, text].flat(), enumerable: true, configurable: true, writable: true })
  }
  return delivered
}

const places = [['path', 'params', 'params'], ['query', 'query', 'querystring'], ['header', 'headers', 'headers']] as const

for (const name of contracts) {
  t.test(`parameters of ${name}: the services accept and refuse what the document does`, async t => {
    const document = readDocument(name)
    const compile = byDocument(document)
    let accepted = 0
    let refused = 0
    for (const { operation: { operationId }, parameters } of operationsOf(document)) {
      for (const [place, part, httpPart] of places) {
        const here = parameters.filter(parameter => parameter.in === place)
        const schema = (contractOf[name][operationId] as Operation).request[part]
        t.equal(schema !== undefined, here.length > 0 || place === 'query', `${operationId} has a schema for the ${place} when it has parameters there`)
        if (schema === undefined) continue
        const expected = parametersByDocument(document, compile, here, place)
        const actual = byService(schema, httpPart)
        const agree = (pairs: readonly Pair[]): boolean => {
          const verdict = expected(pairs)
          if (verdict) accepted++
          else refused++
          return actual(asDelivered(pairs, place)) === verdict
        }
        const samplesOf = ({ schema }: ParameterObject): string[] => [sampleOf(document, schema)].flat().map(String)
        const textsFor = ({ schema }: ParameterObject): string[] => materialFor(document, schema).filter(material => typeof material !== 'object').map(String)
        const good = here.flatMap(parameter => samplesOf(parameter).map((text): Pair => [parameter.name, text]))
        const single = here.flatMap(parameter => textsFor(parameter).map(text => good.map((pair): Pair => pair[0] === parameter.name ? [pair[0], text] : pair)))
        t.same([good, ...single].filter(pairs => !agree(pairs)), [], `${operationId} with any one text replaced`)
        const oneOf = (parameter: ParameterObject): fc.Arbitrary<Pair> => fc.tuple(fc.constant(parameter.name), fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...samplesOf(parameter)) }, { weight: 2, arbitrary: fc.constantFrom(...textsFor(parameter)) }))
        // Node joins repeated headers, and a path has each of its parameters once: only queries can repeat, omit and invent.
        const isQuery = place === 'query'
        const each = here.map(parameter => fc.array(oneOf(parameter), { minLength: parameter.required === true && !isQuery ? 1 : 0, maxLength: isQuery ? 2 : 1 }))
        const unknown = fc.array(fc.tuple(fc.constantFrom('unknown', 'Limit', '__proto__', 'constructor'), fc.constantFrom('1', '')), { maxLength: 1 })
        const pairs = fc.tuple(...each, isQuery ? fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: unknown }) : fc.constant([])).map(lists => lists.flat() as Pair[])
        fc.assert(fc.property(pairs, agree), { seed, numRuns: 150 })
      }
    }
    t.ok(accepted > 0 && refused > 0, `${accepted} accepted, ${refused} refused by both`)
  })
}

t.test('formats take what can be stored and refuse what cannot', async t => {
  for (const text of ['2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123456+14:00', '2024-02-29T00:00:00-00:00', '1000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
    t.ok(isDateTime(text), text)
  }
  for (const text of [
    '2026-02-29T09:30:00Z', '2026-02-30T09:30:00Z', '2026-04-31T09:30:00Z', '2026-13-01T09:30:00Z', '2026-00-01T09:30:00Z', '2026-03-00T09:30:00Z',
    '2026-03-02T23:59:60Z', '2026-03-02T24:00:00Z', '2026-03-02T09:60:00Z', '2026-03-02 09:30:00Z', '2026-03-02t09:30:00z', '2026-03-02T09:30Z', '2026-03-02T09:30:00', '2026-03-02T09:30:00+24:00',
    '2026-03-02', '20260302T093000Z', '+12026-03-02T09:30:00Z', '0000-01-01T00:00:00Z', '1000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', ' 2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z\n'
  ]) t.notOk(isDateTime(text), text)
  const isUuid = byService({ type: 'string', format: 'uuid' } as never, 'body')
  t.ok(isUuid('01939C9E-4b7c-7a54-9d0e-5f3c2f1b8a10'))
  for (const text of ['urn:uuid:01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '{01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10}', '01939c9e4b7c7a549d0e5f3c2f1b8a10', '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a1', '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10\n']) t.notOk(isUuid(text), text)
})
