/**
 * Requests made of the contracts, valid and broken in one place each, to the running services: none is answered with what is not
 * declared (test/support/conformance.ts sees to that), none with 500, no valid one with "invalid", every broken one with 400.
 */
import fc, { type Arbitrary } from 'fast-check'
import { t } from '../support/suite.ts'
import { resolve, type ParameterObject, type ResponseObject } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'
import { services } from '../../scripts/system/databases.ts'
import type { Role } from '../../shared/contract/contract.ts'
import { arbitraryOf } from '../support/arbitraries.ts'
import { materialFor, mutate, placesIn } from '../support/mutations.ts'
import { asSent, sampleRequest, servedOperations, type Pair, type RequestParts, type ServedOperation } from '../support/operations.ts'
import { byDocument, parametersByDocument } from '../support/oracle.ts'
import { seedOf } from '../support/random.ts'
import { sampleOf } from '../support/samples.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { testSystem, type RawAnswer, type TestSystem } from '../support/system.ts'

const seed = seedOf(t)
const validRuns = 8
const brokenRuns = 2
const places = ['path', 'query', 'header'] as const

let system: TestSystem
let stage: Stage
/** What there is, by the names of parameters and fields. Grows with what the requests make. */
const known: Record<string, string[]> = {}
t.before(async () => {
  system = await testSystem(t, { LOCKOUT_FAILURES: '100000', LOCKOUT_ADDRESS_FAILURES: '100000' })
  stage = await setStage(system)
  for (const name of new Set(servedOperations.flatMap(({ parameters }) => parameters.filter(parameter => parameter.in === 'path').map(parameter => parameter.name)))) {
    known[name] = []
    for (let count = 0; count < 3; count++) known[name].push(await stage.make(name, await system.person()))
  }
  delete known['name'] // rooms have one, too
  known['timeZone'] = ['UTC', 'Asia/Kolkata', 'America/New_York']
  const noon = Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 36 * 3_600_000
  for (const [name, offset] of [['startsAt', 0], ['endsAt', 1], ['from', 0], ['to', 1]] as const) {
    known[name] = Array.from({ length: 3 }, (_, day) => new Date(noon + day * 86_400_000 + offset * 3_600_000).toISOString())
  }
})

/** A request, and what the document says of it. */
interface Trial { parts: RequestParts, role: Role | 'public', isValid: boolean }

/** What becomes of an operation's requests. */
function trialsOf (served: ServedOperation): { valid: Arbitrary<Trial>, broken: Array<[place: string, requests: Arbitrary<Trial>]> } {
  const { document, parameters, body, declared, operation: { access } } = served
  const compile = byDocument(document)
  const inPlace = Object.fromEntries(places.map(place => [place, parameters.filter(parameter => parameter.in === place)])) as Record<typeof places[number], ParameterObject[]>
  const fits = Object.fromEntries(places.map(place => [place, parametersByDocument(document, compile, inPlace[place], place)])) as Record<typeof places[number], (pairs: readonly Pair[]) => boolean>
  const bodyFits = body && compile(body)
  const isValid = (parts: RequestParts): boolean => places.every(place => fits[place](parts[place])) && (!bodyFits || (parts.body === undefined ? declared.requestBody?.required !== true : bodyFits(parts.body)))
  const trial = (parts: Arbitrary<RequestParts>): Arbitrary<Trial> => fc.record({ parts, role: fc.constantFrom(...access === 'public' ? ['public' as const] : access) }).map(made => ({ ...made, isValid: isValid(made.parts) }))

  const pairOf = ({ name, schema }: ParameterObject): Arbitrary<Pair[]> => arbitraryOf(document, schema, known, name).map(value => [value].flat().map((each): Pair => [name, String(each)]))
  const pairsIn = (place: typeof places[number]): Arbitrary<Pair[]> => fc.tuple(...inPlace[place].map(parameter => parameter.required ? pairOf(parameter) : fc.oneof(fc.constant([]), pairOf(parameter)))).map(pairs => pairs.flat())
  const valid = trial(fc.record({ path: pairsIn('path'), query: pairsIn('query'), header: pairsIn('header'), ...(body && { body: arbitraryOf(document, body, known) }) }))
    .filter(({ parts, isValid }) => isValid && parts.path.every(([, text]) => canBePath(text)) && parts.header.every(([, text]) => canBeHeader(text)))

  const base = sampleRequest(served, Object.fromEntries(Object.entries(known).map(([name, [first = '']]) => [name, first])))
  const brokenOnes = (made: Arbitrary<RequestParts>): Arbitrary<Trial> => trial(made).filter(({ isValid }) => !isValid)
  const broken: Array<[string, Arbitrary<Trial>]> = served.declared['x-open-query'] === true ? [] : [['query.unknown', brokenOnes(fc.constant({ ...base, query: [...base.query, ['unknown', '1']] }))]]
  for (const place of places) {
    for (const { name, schema, required } of inPlace[place]) {
      const others = base[place].filter(([each]) => each !== name)
      const texts = materialFor(document, schema, seed).filter(material => typeof material !== 'object').map(String)
        .filter(text => place === 'path' ? canBePath(text) : place === 'header' ? canBeHeader(text) : isWellFormed(text))
      const wrong = texts.filter(text => !isValid({ ...base, [place]: [...others, [name, text]] }))
      if (wrong.length > 0) broken.push([`${place}.${name}`, brokenOnes(fc.constantFrom(...wrong).map(text => ({ ...base, [place]: [...others, [name, text]] })))])
      if (place !== 'query') continue
      if (required) broken.push([`query.${name} left out`, brokenOnes(fc.constant({ ...base, query: others }))])
      const twice: RequestParts = { ...base, query: [...others, ...[sampleOf(document, schema)].flat().flatMap((value): Pair[] => [[name, String(value)], [name, String(value)]])] }
      if (!isValid(twice)) broken.push([`query.${name} twice`, brokenOnes(fc.constant(twice))])
    }
  }
  if (body) {
    const whole = sampleOf(document, body, 'fields')
    // Blanks at the ends, ends of lines and forms of Unicode are mended before validation; that is tested where it is done.
    const materials = materialFor(document, body, seed).filter(material => typeof material !== 'string' || material === material.replaceAll('\r\n', '\n').trim().normalize('NFC'))
    for (const [place, path] of placesIn(whole).entries()) {
      const changes = (['replace', 'remove', 'add', 'repeat'] as const).flatMap(act => materials.map(material => mutate(whole, { place, act, material })))
      const wrong = changes.filter(change => change !== undefined && !bodyFits?.(change))
      if (wrong.length > 0) broken.push([['body', ...path].join('.'), brokenOnes(fc.constantFrom(...wrong).map(body => ({ ...base, body })))])
    }
  }
  return { valid, broken }
}

function isWellFormed (text: string): boolean {
  return !/\p{Cs}/u.test(text)
}
function canBePath (text: string): boolean {
  return text !== '' && text.length <= 100 && isWellFormed(text) && !/^\.{1,2}$/.test(text)
}
function canBeHeader (text: string): boolean {
  return /^([\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?)?$/.test(text)
}

/** Sends a request; whose session ended by an earlier one logs in again. */
async function send (served: ServedOperation, { parts, role }: Trial): Promise<RawAnswer> {
  const ask = async (): Promise<RawAnswer> => {
    const [path, request] = asSent(served, parts, role === 'public' ? undefined : stage.tokens[role])
    return await system.send(served.service, path, request)
  }
  const answer = await ask()
  if (answer.json?.code !== 'auth.session_ended' || role === 'public' || role === 'service') return answer
  stage.tokens[role] = (await system.person(role)).token
  return await ask()
}

/** Creates come first, so that the others find something; what takes away comes last. */
const inOrder = [...servedOperations].sort((a, b) => rank(a) - rank(b))
function rank ({ operation: { method, responses } }: ServedOperation): number {
  return responses[201] ? 0 : ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'].indexOf(method) + 1
}

/** What was made can be read at its `Location`, and what was changed at its own address, as it was answered. */
async function readBack (served: ServedOperation, { parts, role }: Trial, { status, headers, json }: RawAnswer): Promise<void> {
  if (role === 'public' || (status !== 201 && !(status === 200 && served.operation.method === 'PATCH'))) return
  const path = status === 201 ? headers['location'] : asSent(served, { ...parts, query: [] })[0]
  if (path === undefined) return // it has no address of its own
  const reader = servedOperations.find(({ service, operation }) => service === served.service && operation.method === 'GET' && new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
  if (!reader) return
  const parameter = /\{(\w+)\}$/.exec(reader.operation.path)?.[1]
  if (parameter !== undefined && status === 201) known[parameter]?.push(json.id)
  const read = await system.send(served.service, path, { token: stage.tokens[role] })
  if (read.status !== 200 || read.json.id !== json.id) throw new Error(`${served.name} answered ${status}, but ${path} then ${read.status}: ${read.text.slice(0, 300)}`)
  const schema = resolve(reader.document, resolve(reader.document, reader.declared.responses[200] as ResponseObject).content?.['application/json']?.schema as JsonSchema)
  // An answer may say more than can be read: what a closure overlaps.
  const isSame = Object.keys(schema['properties'] ?? read.json).every(name => JSON.stringify(read.json[name]) === JSON.stringify(json[name]))
  if (read.json.version === json.version && !isSame) throw new Error(`${path} reads otherwise than ${served.name} answered, in the same version:\n${read.text}\n${JSON.stringify(json)}`)
}

for (const service of services) {
  t.test(`${service}: valid requests are not refused as invalid, and what they make can be read`, async t => {
    for (const served of inOrder.filter(each => each.service === service)) {
      const seen = new Map<string, number>()
      await fc.assert(fc.asyncProperty(trialsOf(served).valid, async trial => {
        const answer = await send(served, trial)
        const outcome = String(answer.json?.code ?? answer.status)
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
        if (answer.status === 500 || (answer.status === 401 && trial.role !== 'public') || (answer.status === 400 && answer.json.code !== 'request.cursor_invalid')) throw new Error(`answered ${answer.status}: ${answer.text.slice(0, 600)}`)
        await readBack(served, trial, answer)
      }), { seed, numRuns: validRuns, endOnFailure: true, includeErrorInReport: true }).then(() => t.pass(served.name), (error: unknown) => t.fail(`${served.name}: ${String(error)}`))
      t.comment(`${served.name}: ${[...seen].sort().map(([outcome, count]) => `${count} × ${outcome}`).join(', ')}`)
    }
  })

  t.test(`${service}: a request that is broken in one place is refused, whatever the place`, async t => {
    for (const served of inOrder.filter(each => each.service === service)) {
      const { broken } = trialsOf(served)
      const failures: string[] = []
      for (const [place, requests] of broken) {
        await fc.assert(fc.asyncProperty(requests, async trial => {
          const answer = await send(served, trial)
          if (answer.status !== 400) throw new Error(`answered ${answer.status}: ${answer.text.slice(0, 300)}`)
        }), { seed, numRuns: brokenRuns, endOnFailure: true, includeErrorInReport: true }).catch((error: unknown) => { failures.push(`${place}: ${String(error)}`) })
      }
      t.same(failures, [], `${served.name}: ${broken.length} places`)
    }
  })
}
