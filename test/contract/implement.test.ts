import { Agent, createServer as createHttpServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { operationsOf, type ParameterObject } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { commonEnvironment, readConfig } from '../../shared/config.ts'
import { createClient, RemoteError, UnreachableError, type Client } from '../../shared/contract/client.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract } from '../../shared/contract/generated/users.operations.ts'
import { implement, type Handlers } from '../../shared/contract/implement.ts'
import { createServer } from '../../shared/server.ts'
import { conformance, watchConformance, type Answer } from '../support/conformance.ts'
import { contracts, readDocument, sampleOf } from '../support/samples.ts'

const contractOf: Record<typeof contracts[number], Contract> = { users: usersContract, rooms: roomsContract, bookings: bookingsContract, reviews: reviewsContract }
const caller = { id: '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', role: 'user', sessionId: 's', emailConfirmed: true, token: 'token' } as const
const config = readConfig(Type.Object(commonEnvironment), { DATABASE_URL: 'mysql://nowhere', REDIS_URL: 'redis://nowhere', RABBITMQ_URL: 'amqp://nowhere', LOG_LEVEL: 'silent', OVERLOAD_LAG_MILLISECONDS: '0' })

/** A server without anything behind it: whoever calls is let in. */
async function bareServer (t: Test, contract: Contract): Promise<FastifyInstance> {
  const app = await createServer('bare', config, contract)
  app.decorateRequest('caller', null)
  app.decorate('guard', () => async request => { request.caller = caller })
  app.decorate('countRequest', async () => {})
  app.decorate('idempotency', { find: async () => undefined, remember: async () => {}, rememberRefusal: async () => {} })
  t.teardown(async () => await app.close())
  return app
}

/** What the compiler must refuse. Nobody calls this: `tsc` reads it. */
export function refusedByTheCompiler (app: FastifyInstance, handlers: Handlers<typeof reviewsContract>, reviews: Client<ReviewsOperations>): void {
  const { listReviews, createReview, ...rest } = handlers
  implement(app, reviewsContract, { ...rest, listReviews, createReview })
  // @ts-expect-error a handler is missing
  implement(app, reviewsContract, { ...rest, listReviews })
  // @ts-expect-error a handler is misspelt
  implement(app, reviewsContract, { ...rest, listReviews, makeReview: createReview })
  // @ts-expect-error a handler belongs to no operation
  implement(app, reviewsContract, { ...rest, listReviews, createReview, burnReview: createReview })
  // @ts-expect-error a handler answers the wrong thing
  implement(app, reviewsContract, { ...rest, createReview, listReviews: async () => ({ items: [{ rating: 'five' }], nextCursor: null }) })
  // @ts-expect-error a handler answers too little
  implement(app, reviewsContract, { ...rest, createReview, listReviews: async () => ({ items: [] }) })
  // @ts-expect-error a handler reads a parameter that there is not
  implement(app, reviewsContract, { ...rest, createReview, listReviews: async ({ query: { color } }) => ({ items: [], nextCursor: color }) })
  // @ts-expect-error a public operation has no caller
  implement(app, reviewsContract, { ...rest, listReviews, createReview, getHealth: async (_input, { caller: { id } }) => ({ status: 'ok', service: id, version: '', uptimeSeconds: 0 }) })

  // @ts-expect-error a call without its body
  reviews.createReview()
  // @ts-expect-error a call with a field of the wrong type
  reviews.createReview({ body: { roomId: '', rating: '5' } })
  // @ts-expect-error a call of an operation that there is not
  reviews.burnReview()
}

t.test('implement refuses at boot what the compiler did not see', async t => {
  const app = await bareServer(t, reviewsContract)
  const complete = Object.fromEntries(Object.keys(reviewsContract).map(id => [id, async () => undefined]))
  const { listReviews: _, ...incomplete } = complete
  t.throws(() => { implement(app, reviewsContract, incomplete as never) }, { message: 'No handler for listReviews' })
  t.throws(() => { implement(app, reviewsContract, { ...complete, listReviews: 'no function' } as never) }, { message: 'No handler for listReviews' })
  t.throws(() => { implement(app, reviewsContract, { ...complete, burnReview: async () => undefined } as never) }, { message: 'No operation for the handlers burnReview' })
  t.notOk(app.hasRoute({ method: 'GET', url: '/api/v1/reviews' }), 'nothing is bound')
})

for (const service of contracts) {
  t.test(`${service}: what a handler returns arrives at the client, and what the client sends at the handler`, async t => {
    const document = readDocument(service)
    const contract = contractOf[service]
    const app = await bareServer(t, contract)
    let answer: unknown
    let received: any
    const handlers = Object.fromEntries(Object.values(contract).map(({ operationId, status, responses }) => [operationId, async (input: object, { caller, reply }: any) => {
      const mediaTypes = responses[status]?.mediaTypes ?? []
      if (mediaTypes.length > 1) reply.type(mediaTypes[0])
      received = { ...input, caller }
      return answer
    }]))
    implement(app, contract, handlers as never)
    const faults = watchConformance(app, service)
    const port = await freePort()
    await app.listen({ host: '127.0.0.1', port })
    const client = createClient<Record<string, any>>(contract, { service, baseUrl: `http://127.0.0.1:${port}` }) as Record<string, any>
    t.teardown(async () => await client['close']())

    for (const { operation, parameters } of operationsOf(document)) {
      const { operationId, status, access, responses } = contract[operation.operationId] as Contract[string]
      const success = document.paths && operation.responses[status]
      const schema = success && 'content' in success ? success.content?.['application/json']?.schema : undefined
      const values = (place: string, isWanted: (parameter: ParameterObject) => boolean): Record<string, unknown> =>
        Object.fromEntries(parameters.filter(parameter => parameter.in === place && isWanted(parameter)).map(({ name, schema }) => [name, sampleOf(document, schema)]))
      const bodySchema = operation.requestBody?.content['application/json']?.schema
      const least = { params: values('path', () => true), query: values('query', ({ required }) => required === true), headers: values('header', ({ required }) => required === true), ...(operation.requestBody?.required === true && { body: sampleOf(document, bodySchema as JsonSchema) }) }
      const most = { ...least, query: values('query', () => true), headers: values('header', () => true), ...(bodySchema && { body: sampleOf(document, bodySchema) }) }

      for (const [input, prefer] of [[least, 'example'], [most, 'example'], [least, 'fields'], [least, 'nulls']] as const) {
        const isText = responses[status]?.schema === null && responses[status].mediaTypes.length > 0
        answer = isText ? 'some text' : schema && sampleOf(document, schema, prefer)
        const arrived = await client[operationId](input, { token: 'token' })
        t.same(isText ? await arrived.text() : arrived, answer, `${operationId} answers with ${prefer}`)
        t.match(received, { ...input, headers: Object.fromEntries(Object.entries(input.headers).map(([name, value]) => [name.toLowerCase(), value])) }, `${operationId} receives what was sent`)
        t.same(received.caller?.id, access === 'public' ? undefined : caller.id)
      }
    }
    t.same(faults, [])
  })
}

/** One operation that answers with text, and one that answers in either of two forms. */
const textContract = {
  getNotes: { operationId: 'getNotes', method: 'GET', path: '/notes', access: 'public', status: 200, request: { query: Type.Object({}) }, responses: { 200: { mediaTypes: ['text/markdown'], schema: null, headers: { ETag: Type.String() } } } },
  downloadNotes: { operationId: 'downloadNotes', method: 'GET', path: '/notes/download', access: 'public', status: 200, request: { query: Type.Object({}) }, responses: { 200: { mediaTypes: ['text/csv', 'application/json'], schema: null, headers: {} } } }
} as const satisfies Contract
interface TextOperations {
  getNotes: { parameters: object, responses: { 200: { content: { 'text/markdown': string } } } }
  downloadNotes: { parameters: object, responses: { 200: { content: { 'text/csv': string, 'application/json': { notes: string[] } } } } }
}

t.test('answers other than JSON: a handler returns text or a stream, and the client has a stream', async t => {
  const app = await bareServer(t, textContract)
  let pieces = 0
  let isBroken = false
  async function * notes (): AsyncGenerator<string> {
    for (const piece of ['["ä",', ' "b"]']) {
      if (isBroken && pieces > 0) throw new Error('no more notes')
      pieces++
      yield piece
    }
  }
  implement(app, textContract, {
    getNotes: async (_, { reply }) => {
      reply.header('etag', '"v7"')
      return '# Notes'
    },
    downloadNotes: async (_, { reply }) => {
      reply.type('application/json').header('content-length', '11')
      return Readable.from(notes())
    }
  })
  const port = await freePort()
  await app.listen({ host: '127.0.0.1', port })
  const client = createClient<TextOperations>(textContract, { service: 'notes', baseUrl: `http://127.0.0.1:${port}` })
  t.teardown(async () => { await client.close() })

  t.equal(await (await client.getNotes()).text(), '# Notes')
  const got = await app.inject('/notes')
  t.match(got.headers, { 'content-type': 'text/markdown; charset=utf-8', etag: '"v7"' })
  const unchanged = await app.inject({ url: '/notes', headers: { 'if-none-match': 'W/"v7"' } })
  t.match([unchanged.statusCode, unchanged.body, unchanged.headers['content-type']], [304, '', undefined])

  t.same(await (await client.downloadNotes()).json(), ['ä', 'b'])
  t.equal(pieces, 2)
  const head = await app.inject({ method: 'HEAD', url: '/notes/download' })
  t.match([head.statusCode, head.body, head.headers], [200, '', { 'content-type': 'application/json', 'content-length': '11' }])
  t.equal(pieces, 2, 'nothing is read for HEAD')
  isBroken = true
  pieces = 0
  await t.rejects((await client.downloadNotes()).text(), 'a stream that breaks off does not look complete')
})

const noteContract = {
  getNote: { operationId: 'getNote', method: 'GET', path: '/note', access: 'public', status: 200, request: { query: Type.Object({}) }, responses: { 200: { mediaTypes: ['application/json'], schema: Type.Object({ title: Type.String(), version: Type.Integer() }), headers: { ETag: Type.String() } } } }
} as const satisfies Contract

t.test('no body is made for a HEAD, nor for a conditional GET of what has not changed', async t => {
  const app = await bareServer(t, noteContract)
  let made = 0
  implement(app, noteContract, {
    getNote: async () => ({
      version: 7,
      get title () {
        made++
        return 'Notes'
      }
    })
  } as Handlers<typeof noteContract>)
  t.match(await app.inject('/note'), { statusCode: 200, body: '{"title":"Notes","version":7}' })
  t.equal(made, 1)
  t.match(await app.inject({ url: '/note', headers: { 'if-none-match': '"7"' } }), { statusCode: 304, body: '', headers: { etag: '"7"', 'content-type': undefined } })
  t.match(await app.inject({ url: '/note', method: 'HEAD' }), { statusCode: 200, body: '', headers: { etag: '"7"', 'content-type': 'application/json; charset=utf-8', 'content-length': undefined } })
  t.match(await app.inject({ url: '/note', method: 'HEAD', headers: { 'if-none-match': '"7"' } }), { statusCode: 304, body: '', headers: { 'content-type': undefined, 'transfer-encoding': undefined } })
  t.equal(made, 1, 'the GET alone had a body')
})

t.test('HEAD leaves the connection open', async t => {
  const app = await bareServer(t, noteContract)
  implement(app, noteContract, { getNote: async () => ({ version: 7, title: 'Notes' }) } as Handlers<typeof noteContract>)
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/note`
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => { agent.destroy() })
  const head = async (): Promise<boolean> => await new Promise((resolve, reject) => {
    const request = sendRequest(url, { method: 'HEAD', agent }, response => { response.resume().once('end', () => { resolve(request.reusedSocket) }) })
    request.once('error', reject).end()
  })
  t.same([await head(), await head()], [false, true])
})

t.test('conformance names what a contract does not declare', async t => {
  const check = conformance('reviews')
  const document = readDocument('reviews')
  const page = sampleOf(document, { $ref: '#/components/schemas/ReviewPage' }) as { items: object[] }
  const failure = sampleOf(document, { $ref: '#/components/schemas/ErrorBody' }) as object
  const good: Answer = { method: 'GET', url: '/api/v1/reviews?limit=1', status: 200, headers: { 'content-type': 'application/json; charset=utf-8', 'x-correlation-id': '12345678', 'ratelimit-limit': '100' }, body: JSON.stringify(page) }
  const answers: Array<[title: string, change: Partial<Answer>, says?: RegExp]> = [
    ['what fits', {}],
    ['a declared failure', { status: 400, body: JSON.stringify({ ...failure, code: 'request.invalid' }) }],
    ['a code', { status: 400, body: JSON.stringify({ ...failure, code: 'booking.conflict' }) }, /with the code booking\.conflict, which the contract does not list/],
    ['a code of another status', { status: 400, body: JSON.stringify({ ...failure, code: 'auth.token_missing' }) }, /with the code auth\.token_missing/],
    ['HEAD, which has no body', { method: 'HEAD', body: '' }],
    ['a status', { status: 202 }, /answered 202, which the contract does not declare/],
    ['a status of failure', { status: 418, body: JSON.stringify(failure) }, /answered 418, which the contract does not declare/],
    ['a header', { headers: { ...good.headers, 'x-secret': '1' } }, /with the header x-secret/],
    ['a header of the wrong form', { headers: { ...good.headers, 'x-correlation-id': 'short' } }, /with x-correlation-id: short, which .*pattern/],
    ['a number in a header', { headers: { ...good.headers, 'ratelimit-limit': 'many' } }, /with ratelimit-limit: many, which .*integer/],
    ['a field', { body: JSON.stringify({ ...page, total: 5 }) }, /does not fit: .*must NOT have additional properties/],
    ['a field further in', { body: JSON.stringify({ ...page, items: [{ ...page.items[0], secret: 5 }] }) }, /does not fit: .*items\/0.*additional properties/],
    ['the lack of a field', { body: JSON.stringify({ items: [] }) }, /does not fit: .*nextCursor/],
    ['a format', { body: JSON.stringify({ ...page, items: [{ ...page.items[0], id: '7' }] }) }, /does not fit: .*uuid/],
    ['a media type', { headers: { ...good.headers, 'content-type': 'text/html' }, body: '<p>' }, /as text\/html instead of application\/json/],
    ['no media type', { headers: {}, body: '' }, /as nothing instead of application\/json/],
    ['another form of failure', { status: 400, body: '{"statusCode":400}' }, /does not fit/],
    ['success at an unknown path', { url: '/nowhere' }, /answered 200, which the contract does not declare/],
    ['another form of failure at an unknown path', { url: '/nowhere', status: 404, body: '{}' }, /does not fit/],
    ['success of a method that there is not', { method: 'DELETE' }, /answered 200, which the contract does not declare/]
  ]
  for (const [title, change, says] of answers) {
    const faults = check({ ...good, ...change })
    if (says) t.match(faults.join('\n'), says, title)
    else t.same(faults, [], title)
  }
})

t.test('an answer that the contract does not declare becomes a 500 and is remembered', async t => {
  const app = await bareServer(t, reviewsContract)
  const handlers = Object.fromEntries(Object.keys(reviewsContract).map(id => [id, async () => undefined]))
  implement(app, reviewsContract, { ...handlers, listReviews: async (_: unknown, { reply }: any) => { reply.code(418).header('x-secret', '1').send({ tea: true }) } } as never)
  const faults = watchConformance(app, 'reviews')
  t.equal((await app.inject('/api/v1/reviews')).statusCode, 500)
  t.match(faults, [/answered 418, which the contract does not declare/])
})

type Responder = (request: IncomingMessage, response: ServerResponse) => void

/** A bookings service that does as told. */
async function puppet (t: Test, { deadlineMilliseconds = 5_000 } = {}): Promise<{ client: Client<BookingsOperations>, requests: IncomingMessage[], answer: (responder: Responder) => void, stop: () => Promise<void> }> {
  const requests: IncomingMessage[] = []
  let respond: Responder = () => {}
  const server = createHttpServer((request, response) => {
    requests.push(request)
    request.resume()
    respond(request, response)
  })
  const port = await freePort()
  await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
  const client = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: `http://127.0.0.1:${port}`, deadlineMilliseconds })
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise(resolve => { server.close(resolve) })
  }
  t.teardown(async () => {
    await client.close()
    await stop()
  })
  return { client, requests, answer: responder => { respond = responder }, stop }
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Responder => (_request, response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
const failure = (code: string): object => ({ error: 'Failure', message: 'It failed.', code, correlationId: '12345678' })
const rejection = async (call: Promise<unknown>): Promise<any> => await call.then(() => { throw new Error('was not rejected') }, (reason: unknown) => reason)
const booking = sampleOf(readDocument('bookings'), { $ref: '#/components/schemas/Booking' })
const bookingId = '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10'
const newBooking = { roomId: bookingId, title: 'Planning', startsAt: '2026-03-02T09:00:00Z', endsAt: '2026-03-02T10:00:00Z' }

t.test('the client passes token and correlation id on and leaves out what it does not have', async t => {
  const { client, requests, answer } = await puppet(t)
  answer(json(200, booking))
  t.same(await client.getBooking({ params: { bookingId } }, { token: 'abc', correlationId: 'trace-1234' }), booking)
  await client.getBooking({ params: { bookingId } })
  t.match(requests.map(({ headers }) => headers), [
    { authorization: 'Bearer abc', 'x-correlation-id': 'trace-1234', 'content-type': undefined },
    { authorization: undefined, 'x-correlation-id': undefined }
  ])
  answer(json(200, { items: [], nextCursor: null }))
  await client.listBookings({ query: { from: '2026-03-02T09:00:00+01:00', limit: 5, cursor: 'a b&c' } })
  t.equal(requests[2]?.url, '/api/v1/bookings?from=2026-03-02T09%3A00%3A00%2B01%3A00&limit=5&cursor=a+b%26c')
  t.equal(requests[0]?.socket, requests[2]?.socket, 'the connection is kept')
})

t.test('the client rejects with the service\'s own error', async t => {
  const { client, requests, answer } = await puppet(t)
  answer(json(409, failure('booking.conflict'), { 'retry-after': '7' }))
  const error = await rejection(client.getBooking({ params: { bookingId } }))
  t.type(error, RemoteError)
  t.match(error, { service: 'bookings', operationId: 'getBooking', status: 409, code: 'booking.conflict', body: { message: 'It failed.' }, retryAfterSeconds: 7 })
  answer((_request, response) => { response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>') })
  t.match(await rejection(client.getBooking({ params: { bookingId } })), { name: 'RemoteError', status: 502, code: 'unknown', body: { message: '<h1>Bad gateway</h1>' } })
  answer((_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in to this network</h1>') })
  t.match(await rejection(client.getBooking({ params: { bookingId } })), { name: 'RemoteError', status: 200, code: 'unknown' })
  t.equal(requests.length, 3, 'nothing of this is tried again')
})

t.test('the client gives up at its deadline, be it the head or the body that does not come', async t => {
  const { client, requests, answer } = await puppet(t, { deadlineMilliseconds: 100 })
  answer(() => {})
  const error = await rejection(client.createBooking({ body: newBooking }))
  t.type(error, UnreachableError)
  t.match(error, { service: 'bookings', operationId: 'createBooking', message: /^bookings.createBooking got no answer: .*timeout/ })
  answer((_request, response) => { response.writeHead(201, { 'content-type': 'application/json' }).write('{') })
  t.type(await rejection(client.createBooking({ body: newBooking })), UnreachableError)
  t.equal(requests.length, 2)
})

t.test('the client repeats what is safe to repeat, and nothing else', async t => {
  for (const [title, responder] of [['503', json(503, failure('overloaded'))], ['a broken connection', request => { request.socket.destroy() }]] as Array<[string, Responder]>) {
    const attempts = async (call: (client: Client<BookingsOperations>) => Promise<unknown>): Promise<number> => {
      const { client, requests, answer } = await puppet(t)
      answer(responder)
      await rejection(call(client))
      return requests.length
    }
    t.equal(await attempts(async client => await client.getBooking({ params: { bookingId } })), 3, `GET, ${title}`)
    t.equal(await attempts(async client => await client.createBooking({ body: newBooking, headers: { 'Idempotency-Key': 'key-12345' } })), 3, `POST with a key, ${title}`)
    t.equal(await attempts(async client => await client.createBooking({ body: newBooking })), 1, `POST without, ${title}`)
  }
  const { client, requests, answer } = await puppet(t)
  answer((request, response) => { (requests.length < 3 ? json(503, failure('overloaded')) : json(200, booking))(request, response) })
  t.same(await client.getBooking({ params: { bookingId } }), booking, 'and succeeds when the service recovers')
})

t.test('the client stops asking a service that is down, and asks again later', async t => {
  const { client, requests, answer } = await puppet(t)
  answer(json(503, failure('overloaded')))
  for (let call = 0; call < 5; call++) t.match(await rejection(client.createBooking({ body: newBooking })), { name: 'RemoteError', status: 503 })
  t.match(await rejection(client.createBooking({ body: newBooking })), { name: 'UnreachableError' })
  t.match(await rejection(client.getBooking({ params: { bookingId } })), { name: 'UnreachableError' })
  t.equal(requests.length, 5, 'the open breaker lets nothing through')
  answer(json(200, booking))
  t.ok(await until(async () => await client.getBooking({ params: { bookingId } }).then(() => true, () => false), 10_000), 'it closes again')
  answer(json(404, failure('booking.not_found')))
  for (let call = 0; call < 8; call++) t.match(await rejection(client.getBooking({ params: { bookingId } })), { status: 404 }, 'refusals do not open it')
})
