import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { parse, stringify } from 'yaml'
import { operationsOf, type BundledDocument } from '../../scripts/contract/document.ts'
import { codesOf } from '../../scripts/contract/error-codes.ts'
import { operationsSource, refuseSharedPaths, schemasSource } from '../../scripts/contract/emit.ts'
import { differing, generate } from '../../scripts/contract/generate.ts'
import { mergeDocuments } from '../../scripts/contract/merge.ts'
import { redocly } from '../../scripts/contract/redocly.ts'
import { readDocument } from '../support/samples.ts'

const root = join(import.meta.dirname, '../..')
const directory = await mkdtemp(join(tmpdir(), 'pipeline-'))
t.teardown(async () => await rm(directory, { recursive: true }))

/** The operation of a document, wherever it is. */
function operation (document: any, operationId: string): any {
  const found = Object.values(document.paths).flatMap(item => Object.values(item as object)).find(each => each?.operationId === operationId)
  if (found === undefined) throw new Error(`no operation ${operationId}`)
  return found
}

interface Fault { title: string, file: string, plant: (document: any) => void, says: RegExp }

/** What the lint finds. All of it is planted at once, no rule twice in one document. */
const lintFaults: Fault[] = [
  { title: 'an undeclared status', file: 'bookings', plant: document => { delete operation(document, 'createBooking').responses['409'] }, says: /Declare the status 409/ },
  { title: 'two statuses of success', file: 'rooms', plant: document => { operation(document, 'getRoom').responses['202'] = operation(document, 'getRoom').responses['200'] }, says: /Declare exactly one 2xx status/ },
  { title: 'an inline body', file: 'rooms', plant: document => { operation(document, 'createRoom').requestBody.content['application/json'].schema = document.components.schemas.RoomCreate }, says: /Make this schema a named component/ },
  { title: 'a component that nothing uses', file: 'bookings', plant: document => { document.components.schemas.Forgotten = { type: 'string', description: 'Nothing.' } }, says: /"Forgotten" is never used/ },
  { title: 'an example of the wrong type', file: 'users', plant: document => { document.components.schemas.User.example.email = 5 }, says: /Example value must conform to the schema/ },
  { title: 'an example with an unknown field', file: 'bookings', plant: document => { document.components.schemas.Booking.example = { ...document.components.schemas.Booking.example, colour: 'red' } }, says: /Example value must conform to the schema/ },
  { title: 'a body without an example', file: 'reviews', plant: document => { delete document.components.schemas.ReviewCreate.example }, says: /Give ReviewCreate an example/ },
  { title: 'two operations of one name', file: 'bookings', plant: document => { operation(document, 'getBooking').operationId = 'listBookings' }, says: /unique `operationId`/ },
  { title: 'an operation without a verb', file: 'reviews', plant: document => { operation(document, 'listReviews').operationId = 'reviews' }, says: /Name the operation with a verb and a noun/ },
  { title: 'an operation with two tags', file: 'users', plant: document => { operation(document, 'login').tags.push('Other') }, says: /only one tag/ },
  { title: 'allOf', file: 'rooms', plant: document => { document.components.schemas.RoomPage.allOf = [{ $ref: '#/components/schemas/Room' }] }, says: /instead of `allOf`/ },
  { title: 'an enum of numbers', file: 'reviews', plant: document => { document.components.schemas.Review.properties.rating = { type: 'integer', enum: [1, 2, 3, 4, 5] } }, says: /An enum has `type: string`/ },
  { title: 'a role that nobody has', file: 'rooms', plant: document => { operation(document, 'createRoom').security[0].bearerAuth.push('king') }, says: /Say who may call this/ },
  { title: 'nothing about who may call', file: 'users', plant: document => { delete operation(document, 'getProfile').security }, says: /Say who may call this/ },
  { title: 'an open object', file: 'users', plant: document => { delete document.components.schemas.User.additionalProperties }, says: /Say `additionalProperties` and `required`/ },
  { title: 'an object that does not say what it needs', file: 'reviews', plant: document => { delete document.components.schemas.ReviewPage.required }, says: /Say `additionalProperties` and `required`/ },
  { title: 'a path that a gateway could not route', file: 'users', plant: document => { document.paths['/profile'] = document.paths['/api/v1/profile']; delete document.paths['/api/v1/profile'] }, says: /Begin the path with \/api\/v1\// },
  { title: 'a property in snake case', file: 'rooms', plant: document => { document.components.schemas.Room.properties.room_size = { type: 'integer' } }, says: /Write room_size in camelCase/ },
  { title: 'a parameter in snake case', file: 'bookings', plant: document => { operation(document, 'listBusyIntervals').parameters.push({ name: 'room_id', in: 'query', description: 'Wrong.', schema: { type: 'string' } }) }, says: /Write room_id in camelCase/ },
  { title: 'an enum that is written twice', file: 'rooms', plant: document => { document.components.schemas.Room.properties.status = { type: 'string', enum: ['active', 'cancelled'] } }, says: /Make this enum a named component/ },
  { title: 'a parameter that is named like a schema', file: 'reviews', plant: document => { document.components.parameters.Review = document.components.parameters.ReviewId }, says: /Name the parameter unlike the schema Review/ },
  { title: 'a reference to nothing', file: 'reviews', plant: document => { operation(document, 'createReview').responses['404'] = { $ref: '#/components/responses/Nowhere' } }, says: /Can't resolve \$ref/ }
]

/** The faults that the lint names, by document. */
async function lintBroken (): Promise<Record<string, string>> {
  const documents = join(directory, 'openapi')
  await cp(join(root, 'openapi'), documents, { recursive: true })
  for (const file of new Set(lintFaults.map(fault => fault.file))) {
    const path = join(documents, `${file}.yaml`)
    const document: unknown = parse(await readFile(path, 'utf8'))
    for (const fault of lintFaults) if (fault.file === file) fault.plant(document)
    await writeFile(path, stringify(document, { aliasDuplicateObjects: false }))
  }
  const error = await generate(documents).then(() => { throw new Error('the broken documents were taken') }, (reason: Error) => reason)
  const sections = error.message.split(/^(?=\S*\.yaml:)/m)
  return Object.fromEntries(sections.map(section => [/(\w+)\.yaml:/.exec(section)?.[1] ?? '', section]))
}

const [intact, found] = await Promise.all([generate(), lintBroken()])

t.test('served documents have no component that nothing refers to', async t => {
  for (const name of ['users', 'rooms', 'bookings', 'reviews', 'events']) {
    const text = await readFile(new URL(`../../shared/contract/generated/${name}.json`, import.meta.url), 'utf8')
    const { components } = JSON.parse(text) as { components: Record<string, Record<string, unknown>> }
    const unused = Object.entries(components).filter(([kind]) => kind !== 'securitySchemes').flatMap(([kind, entries]) => Object.keys(entries).filter(key => !text.includes(`"#/components/${kind}/${key}"`)))
    t.same(unused, [], name)
  }
})

t.test('the documents as they are lint and give what is checked in', async t => {
  t.same(await differing(intact), [])
})

for (const { title, file, says } of lintFaults) {
  t.test(`the lint refuses ${title}`, async t => { t.match(found[file], says) })
}

t.test('a generated file that was edited, left over or lost is found', async t => {
  const checkout = join(directory, 'checkout')
  for (const path of ['shared/contract/generated', 'docs', 'ops/grafana/dashboards']) await cp(join(root, path), join(checkout, path), { recursive: true })
  t.same(await differing(intact, checkout), [])
  const generated = join(checkout, 'shared/contract/generated')
  await writeFile(join(generated, 'rooms.schemas.ts'), `${await readFile(join(generated, 'rooms.schemas.ts'), 'utf8')}\n`)
  await writeFile(join(generated, 'kitchens.schemas.ts'), '')
  await rm(join(generated, 'users.json'))
  await writeFile(join(checkout, 'docs/errors.md'), '# Errors\n')
  t.same((await differing(intact, checkout)).sort(), ['docs/errors.md', ...['kitchens.schemas.ts', 'rooms.schemas.ts', 'users.json'].map(name => `shared/contract/generated/${name}`)])
})

const get = (document: any): any => operation(document, 'listBookings')
const post = (document: any): any => operation(document, 'createBooking')
const booking = (document: any): any => document.components.schemas.Booking
const query = (schema: object, more: object = {}) => (document: any) => { get(document).parameters.push({ name: 'added', in: 'query', schema, ...more }) }

/** What lint lets pass and the generated code could not carry. */
const uncarried: Array<{ title: string, plant: (document: any) => void, says: RegExp }> = [
  { title: 'recursion', plant: document => { booking(document).properties.parent = { $ref: '#/components/schemas/BookingPage' } }, says: /recursion is not carried: .*Booking.*→/ },
  { title: 'an unknown format', plant: document => { booking(document).properties.title.format = 'hostname' }, says: /Booking\/title: format hostname is not checked; use one of/ },
  { title: 'a keyword without a counterpart', plant: document => { booking(document).properties.title.const = 'x' }, says: /Booking\/title: the keyword const is not carried/ },
  { title: 'a keyword of another type', plant: document => { booking(document).properties.title.minimum = 1 }, says: /Booking\/title: the keyword minimum is not carried/ },
  { title: 'a condition', plant: document => { booking(document).if = {} }, says: /Booking: the keyword if is not carried/ },
  { title: 'several types', plant: document => { booking(document).properties.title.type = ['string', 'integer'] }, says: /Booking\/title: type .* is not carried; write \[scalar, 'null'\]/ },
  { title: 'no type', plant: document => { delete booking(document).properties.title.type }, says: /Booking\/title: type undefined is not carried; name one type/ },
  { title: 'a schema beside a reference', plant: document => { booking(document).properties.status.minLength = 1 }, says: /Booking\/status: the keyword minLength is not carried/ },
  { title: 'an open object with properties', plant: document => { booking(document).additionalProperties = true }, says: /Booking: an object has either properties or additionalProperties/ },
  { title: 'a needed property that is none', plant: document => { booking(document).required.push('colour') }, says: /Booking: colour is required, but not a property/ },
  { title: 'an array of anything', plant: document => { booking(document).properties.title = { type: 'array' } }, says: /Booking\/title: an array says what its items are/ },
  { title: 'alternatives without a name', plant: document => { booking(document).properties.title = { oneOf: [{ type: 'string' }, { type: 'integer' }] } }, says: /Booking\/title: the branches of oneOf are named components/ },
  { title: 'a reference into another component', plant: document => { booking(document).properties.title = { $ref: '#/components/schemas/User/properties/id' } }, says: /only references to #\/components\/schemas\/… are carried/ },
  { title: 'a cookie', plant: query({ type: 'string' }, { in: 'cookie' }), says: /GET \/api\/v1\/bookings: cookie parameters are not carried/ },
  { title: 'a style of parameters', plant: query({ type: 'array', items: { type: 'string' } }, { explode: false }), says: /bookings added: only the default style/ },
  { title: 'an object in the query', plant: query({ type: 'object', additionalProperties: false, required: [], properties: {} }), says: /bookings added: a parameter is a scalar/ },
  { title: 'a parameter that may be null', plant: query({ type: ['string', 'null'] }), says: /bookings added: a parameter is a scalar/ },
  { title: 'a list in a header', plant: query({ type: 'array', items: { type: 'string' } }, { in: 'header' }), says: /bookings added: a parameter is a scalar/ },
  { title: 'a body that is not JSON', plant: document => { post(document).requestBody.content = { 'text/xml': post(document).requestBody.content['application/json'] } }, says: /POST \/api\/v1\/bookings: a request body is application\/json/ },
  { title: 'a form in one of its media types alone', plant: document => { post(document).requestBody.content = { 'multipart/form-data': post(document).requestBody.content['application/json'] } }, says: /POST \/api\/v1\/bookings: a request body is application\/json, or a form of one schema in application\/x-www-form-urlencoded and multipart\/form-data/ },
  { title: 'a form that is required', plant: document => { post(document).requestBody.content = { 'application/x-www-form-urlencoded': post(document).requestBody.content['application/json'], 'multipart/form-data': post(document).requestBody.content['application/json'] } }, says: /POST \/api\/v1\/bookings: a form is optional/ },
  { title: 'an optional body that needs something', plant: document => { post(document).requestBody.required = false }, says: /POST \/api\/v1\/bookings: an optional body has no required properties/ },
  { title: 'a text that is not said to be one', plant: document => { get(document).responses['200'].content['text/csv'] = { schema: { type: 'object' } } }, says: /GET \/api\/v1\/bookings 200: text\/csv is text: its schema has the type string/ },
  { title: 'a failure that is not JSON', plant: document => { get(document).responses['418'] = { description: 'No.', content: { 'text/plain': { schema: { type: 'string' } } } } }, says: /GET \/api\/v1\/bookings 418: a failure is application\/json/ },
  { title: 'two ways to authenticate', plant: document => { get(document).security.push({ apiKey: [] }) }, says: /GET \/api\/v1\/bookings: security is \[\] or one bearerAuth with roles/ },
  { title: 'half a request a minute', plant: document => { get(document)['x-rate-limit'] = 0.5 }, says: /GET \/api\/v1\/bookings: x-rate-limit is a whole number/ },
  { title: 'no word about security', plant: document => { delete get(document).security }, says: /GET \/api\/v1\/bookings: say who may call it/ },
  { title: 'two statuses of success', plant: document => { get(document).responses['206'] = get(document).responses['200'] }, says: /GET \/api\/v1\/bookings: an operation has exactly one 2xx status/ }
]

for (const { title, plant, says } of uncarried) {
  t.test(`the generator refuses ${title}`, async t => {
    const document = readDocument('bookings')
    plant(document)
    t.throws(() => `${schemasSource(document)}${operationsSource('bookings', document)}`, { message: says })
  })
}

const uncoded: Array<{ title: string, plant: (operation: any) => void, says: RegExp }> = [
  { title: 'an unknown error code', plant: operation => { operation['x-error-codes'] = ['booking.lost'] }, says: /createBooking x-error-codes: booking\.lost is not in the catalogue; correct it, or add it/ },
  { title: 'an error code whose status is not declared', plant: operation => { delete operation.responses['404'] }, says: /room\.not_found is answered with 404; declare this status/ },
  { title: 'an error code that needs no listing', plant: operation => { operation['x-error-codes'].push('internal') }, says: /internal follows from how the operation is called; leave it out/ },
  { title: 'a status of failure without a code', plant: operation => { operation.responses['418'] = operation.responses['404'] }, says: /no code is answered with 418; list one/ }
]

for (const { title, plant, says } of uncoded) {
  t.test(`the generator refuses ${title}`, async t => {
    const declared = post(readDocument('bookings'))
    t.doesNotThrow(() => codesOf(declared, []))
    plant(declared)
    t.throws(() => codesOf(declared, []), { message: says })
  })
}

t.test('the generator refuses a path that two services have', async t => {
  const [users, rooms] = [readDocument('users'), readDocument('rooms')]
  const both: Array<[string, BundledDocument]> = [['users', users], ['rooms', rooms]]
  t.doesNotThrow(() => { refuseSharedPaths(both) })
  users.paths = { ...users.paths, '/api/v1/rooms/{id}': {} }
  t.throws(() => { refuseSharedPaths(both) }, { message: /rooms \/api\/v1\/rooms\/\{roomId\}: users has this path already/ })
})

t.test('the document of all services holds every operation once, but for the probes, says where it is, and lints', async t => {
  const documents = ['users', 'rooms', 'bookings', 'reviews'].map(name => [name, readDocument(name)] as const)
  const merged = JSON.parse(intact.get('docs/openapi.json') ?? '') as BundledDocument
  const idsOf = (document: BundledDocument): string[] => operationsOf(document).map(({ operation }) => operation.operationId)
  t.same(idsOf(merged), documents.flatMap(([, document]) => idsOf(document)).filter(id => id !== 'getHealth' && id !== 'getReadiness'))
  t.match(merged.paths?.['/api/v1/reviews']?.servers, [{ url: 'http://127.0.0.1:5004' }])
  // Every path names its servers, so there is none for all.
  const { succeeded, output, messages } = await redocly(['lint', 'docs/openapi.json', '--config', 'openapi/redocly.yaml', '--skip-rule', 'no-empty-servers'])
  t.ok(succeeded, 'the lint is content', { output, messages })
})

t.test('two services that mean different things by one name are not merged', async t => {
  const [users, rooms] = [readDocument('users'), readDocument('rooms')]
  users.components.schemas = { ...users.components.schemas, Room: { type: 'string' } }
  t.throws(() => { mergeDocuments([['users', users], ['rooms', rooms]], () => '/') }, { message: /rooms #\/components\/schemas\/Room: another service has another thing of this name/ })
})
