import type { TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import { t } from '../support/suite.ts'
import { operationsOf, type ParameterObject } from '../../scripts/contract/document.ts'
import type { Operation } from '../../shared/contract/contract.ts'
import { isDateTime } from '../../shared/contract/formats.ts'
import * as bookings from '../../shared/contract/generated/bookings.schemas.ts'
import * as events from '../../shared/contract/generated/events.schemas.ts'
import * as reviews from '../../shared/contract/generated/reviews.schemas.ts'
import * as rooms from '../../shared/contract/generated/rooms.schemas.ts'
import * as users from '../../shared/contract/generated/users.schemas.ts'
import { validatorCompiler } from '../../shared/contract/validation.ts'
import { materialFor, mutate, placesIn, type Mutation } from '../support/mutations.ts'
import { contractOf, type Pair } from '../support/operations.ts'
import { byDocument, parametersByDocument } from '../support/oracle.ts'
import { seedOf } from '../support/random.ts'
import { contracts, readDocument, sampleOf } from '../support/samples.ts'

const seed = seedOf(t)

const schemasOf: Record<string, Record<string, TSchema>> = { users, rooms, bookings, reviews, events }

/** What a service says of the same. */
function byService (schema: TSchema, httpPart: 'body' | 'querystring' | 'params' | 'headers'): (value: unknown) => boolean {
  const validate = validatorCompiler({ schema, httpPart, method: 'POST', url: '/' }) as (value: unknown) => { error?: Error }
  return value => validate(structuredClone(value)).error === undefined
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
      const materials = materialFor(document, schema, seed)
      const single = placesIn(sample).flatMap((_, place) => materials.map(material => mutate(sample, { place, act: 'replace', material })))
      t.same(single.filter(value => !agree(value)), [], `${component} with any one value replaced`)
      const mutation = fc.record({ place: fc.nat(200), act: fc.constantFrom('replace', 'remove', 'add', 'repeat'), material: fc.constantFrom(...materials) }) as fc.Arbitrary<Mutation>
      const value = fc.array(mutation, { maxLength: 3 }).map(mutations => mutations.reduce(mutate, sample))
      fc.assert(fc.property(value, agree), { seed, numRuns: 150 })
      t.ok(seen.accepted > 0 && seen.refused > 0, `${component}: ${seen.accepted} accepted, ${seen.refused} refused by both`)
    }
  })
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
    for (const { operation: { operationId, 'x-open-query': isOpen = false }, parameters } of operationsOf(document)) {
      for (const [place, part, httpPart] of places) {
        const here = parameters.filter(parameter => parameter.in === place)
        const schema = (contractOf[name][operationId] as Operation).request[part]
        t.equal(schema !== undefined, here.length > 0 || place === 'query', `${operationId} has a schema for the ${place} when it has parameters there`)
        if (schema === undefined) continue
        const expected = parametersByDocument(document, compile, here, place, isOpen)
        const actual = byService(schema, httpPart)
        const agree = (pairs: readonly Pair[]): boolean => {
          const verdict = expected(pairs)
          if (verdict) accepted++
          else refused++
          return actual(asDelivered(pairs, place)) === verdict
        }
        const samplesOf = ({ schema }: ParameterObject): string[] => [sampleOf(document, schema)].flat().map(String)
        const textsFor = ({ schema }: ParameterObject): string[] => materialFor(document, schema, seed).filter(material => typeof material !== 'object').map(String)
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
  for (const text of ['2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123456+14:00', '2024-02-29T00:00:00-00:00', '1000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-03-02t09:30:00z', '2016-12-31T23:59:60Z', '2017-01-01T00:59:60+01:00']) {
    t.ok(isDateTime(text), text)
  }
  for (const text of [
    '2026-02-29T09:30:00Z', '2026-02-30T09:30:00Z', '2026-04-31T09:30:00Z', '2026-13-01T09:30:00Z', '2026-00-01T09:30:00Z', '2026-03-00T09:30:00Z',
    '2026-03-02T23:59:60Z', '2026-03-02T24:00:00Z', '2026-03-02T09:60:00Z', '2026-03-02 09:30:00Z', '2026-03-02T09:30Z', '2026-03-02T09:30:00', '2026-03-02T09:30:00+24:00',
    '2026-03-02', '20260302T093000Z', '+12026-03-02T09:30:00Z', '0000-01-01T00:00:00Z', '1000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', ' 2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z\n'
  ]) t.notOk(isDateTime(text), text)
  const isUuid = byService({ type: 'string', format: 'uuid' } as never, 'body')
  t.ok(isUuid('01939C9E-4b7c-7a54-9d0e-5f3c2f1b8a10'))
  for (const text of ['urn:uuid:01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', '{01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10}', '01939c9e4b7c7a549d0e5f3c2f1b8a10', '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a1', '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10\n']) t.notOk(isUuid(text), text)
})
