import { Readable } from 'node:stream'
import type { TSchema } from '@sinclair/typebox'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, FastifySchemaCompiler } from 'fastify'
import { mediaTypeRefusal, Refusal } from '../errors.ts'
import { within } from '../within.ts'
import { fingerprintOf, isRefusalByRule, type Attempt } from './attempt.ts'
import type { Caller, Contract, Input, Operation, Output } from './contract.ts'
import { serializerCompiler } from './serialization.ts'
import { textReader } from './text.ts'
import { validatorCompiler } from './validation.ts'

/** What a handler is told beside the request's own data. */
export interface Context<O extends Operation = Operation> {
  /** Who calls; nobody where the operation is public. */
  caller: O['access'] extends 'public' ? undefined : Caller
  correlationId: string
  /** There when the request has an `Idempotency-Key`: pass it into the transaction that has the effect. */
  attempt: Attempt | undefined
  log: FastifyBaseLogger
  request: FastifyRequest
  reply: FastifyReply
}

/** Does what one operation promises, and returns the body of its success. Refusals are thrown. */
export type Handler<O extends Operation> = (input: Input<O>, context: Context<O>) => Promise<Output<O>>

/** One handler for every operation of a contract: a missing, unknown or wrongly typed one does not compile. */
export type Handlers<C extends Contract> = { [Id in keyof C]: Handler<C[Id]> }

declare module 'fastify' {
  interface FastifyInstance {
    /** How long a request may take, from its arrival. */
    deadlineMilliseconds: number
  }
  interface FastifyContextConfig {
    /** The operation that the route serves; routes outside the contract have none. */
    operation?: Operation
  }
}

/**
 * Binds the handlers to the routes of a contract. Method, path, status, validation, authorisation and the headers `ETag`,
 * `Location` and `Link` come from the contract. Where an answer may have several media types, the handler sets `Content-Type`; where
 * it is no JSON with a `version`, the `ETag`.
 *
 * @throws Error when a handler is missing or belongs to no operation
 */
export function implement<C extends Contract> (app: FastifyInstance, contract: C, handlers: Handlers<C>): void {
  const missing = Object.keys(contract).filter(operationId => typeof handlers[operationId] !== 'function')
  const unknown = Object.keys(handlers).filter(operationId => !(operationId in contract))
  if (missing.length > 0) throw new Error(`No handler for ${missing.join(', ')}`)
  if (unknown.length > 0) throw new Error(`No operation for the handlers ${unknown.join(', ')}`)
  for (const operation of Object.values(contract)) {
    route(app, operation, handlers[operation.operationId] as unknown as Handler<Operation>)
  }
}

function route (app: FastifyInstance, operation: Operation, handle: Handler<Operation>): void {
  const { request: { params, query, headers, body, bodyRequired = true, form }, responses, status } = operation
  const successes = [200, status].flatMap(each => responses[each]?.schema ? [[each, responses[each].schema]] : [])
  const readTexts = body && textReader(body)
  app.route({
    method: operation.method === 'GET' ? ['GET', 'HEAD'] : operation.method, // Fastify's own HEAD makes the body to count it
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operation },
    schema: { querystring: query, ...(params && { params }), ...(headers && { headers }), ...(body && { body }), ...(form && { body: form }), response: Object.fromEntries(successes) },
    validatorCompiler: validatorCompiler as FastifySchemaCompiler<FastifySchema>,
    serializerCompiler,
    onRequest: operation.access === 'public' ? [] : app.guard(operation.access),
    preValidation: async (request: FastifyRequest) => {
      if (form) request.body = formOf(request)
      else if (readTexts) request.body = readTexts(request.body === undefined && !bodyRequired ? {} : request.body)
      else refuseBody(request.body)
    },
    handler: async (request, reply) => await answer(app, operation, handle, request, reply)
  })
}

/** What a form says; without one nothing. */
function formOf ({ body, headers }: FastifyRequest): unknown {
  if (body !== undefined && isJson(headers['content-type'])) throw mediaTypeRefusal(true)
  return body ?? {}
}

function isJson (contentType = ''): boolean {
  return contentType.startsWith('application/json')
}

/** Where the contract has no body, one that says something is a mistake. Some generated clients send `{}`, which says nothing. */
function refuseBody (body: unknown): void {
  if (body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0)) return
  throw new Refusal('request.invalid', 'The request is invalid: body is not taken by this operation. Send none.', { details: [{ path: 'body', message: 'is not taken by this operation' }] })
}

async function answer (app: FastifyInstance, operation: Operation, handle: Handler<Operation>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { params, query, headers, body } = request
  const context: Context = { caller: request.caller as never, correlationId: request.id, attempt: attemptOf(operation, request), log: request.log, request, reply }
  reply.code(operation.status) // a dry run sets 200 instead
  // Not Fastify's `handlerTimeout`: that of 5.12 forgets requests that have a body.
  const left = Math.max(1, Math.round(app.deadlineMilliseconds - reply.elapsedTime))
  const result = await within(left, once(app, context, async () => await handle({ params, query, headers, body } as Input<Operation>, context)))
  if (reply.sent) return reply
  setHeaders(operation, request, reply, result)
  const isText = typeof result === 'string' // its length costs nothing
  return reply.statusCode === 304 || (request.method === 'HEAD' && !isText) ? sendHead(request, reply, result) : reply.send(result)
}

/** Sends the status and the headers. No body is made: not even to count it, which RFC 9110, section 9.3.2, leaves to the server. */
function sendHead (request: FastifyRequest, reply: FastifyReply, result: unknown): FastifyReply {
  if (result instanceof Readable) result.destroy() // nobody reads it
  const needsFraming = reply.statusCode !== 304 && !reply.hasHeader('content-length') && request.raw.httpVersion === '1.1'
  // Clients of Node.js close a connection on which HEAD tells neither a length nor this (RFC 9112, section 6.1).
  if (needsFraming) reply.header('transfer-encoding', 'chunked')
  return reply.send()
}

/** A dry run has no effect that a repetition could have twice: its key is ignored, and is there for the real request. */
function attemptOf (operation: Operation, request: FastifyRequest): Attempt | undefined {
  const key = request.headers['idempotency-key']
  const { dryRun } = request.body as { dryRun?: boolean } | undefined ?? {}
  if (typeof key !== 'string' || !request.caller || dryRun === true || operation.request.headers?.['properties']?.['idempotency-key'] === undefined) return undefined
  return { userId: request.caller.id, key, fingerprint: fingerprintOf(operation.operationId, request.params, withoutPasswords(operation, request.body)) }
}

/** Fingerprints are stored, and made by a fast hash: passwords must not be guessable from them. */
function withoutPasswords ({ request: { body: schema } }: Operation, body: unknown): unknown {
  const properties = (schema as { properties?: Record<string, TSchema> } | undefined)?.properties ?? {}
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => properties[name]?.['format'] !== 'password'))
}

/** Runs the effect, unless a request with the same `Idempotency-Key` was answered already: then it gets that answer again. */
async function once (app: FastifyInstance, { attempt, reply }: Context, effect: () => Promise<unknown>): Promise<unknown> {
  if (!attempt) return await effect()
  const replay = async (): Promise<{ body: unknown } | undefined> => {
    const answer = await app.idempotency.find(attempt)
    if (answer) reply.header('idempotency-replayed', 'true')
    if (answer && 'refusal' in answer) {
      const { code, message, details } = answer.refusal
      throw new Refusal(code, message, { ...(details && { details }) })
    }
    return answer
  }
  const earlier = await replay()
  if (earlier) return earlier.body
  try {
    return await effect()
  } catch (error) {
    // A twin that ran at the same time may have won: what looks like a conflict is its success.
    const twin = await replay()
    if (twin) return twin.body
    if (isRefusalByRule(error)) await app.idempotency.rememberRefusal(attempt, error)
    throw error
  }
}

/** The headers that follow from the body, where the contract declares them. */
function setHeaders (operation: Operation, request: FastifyRequest, reply: FastifyReply, result: unknown): void {
  const { headers: declared = {}, mediaTypes: [mediaType, ...others] = [], schema = null } = operation.responses[reply.statusCode] ?? {}
  const body = (schema === null ? {} : result ?? {}) as { id?: string, name?: string, series?: { id: string, version: number }, version?: number, nextCursor?: string | null }
  const madeId = body.id ?? body.series?.id ?? body.name // which is what identifies an amenity
  const version = body.version ?? body.series?.version
  if (mediaType !== undefined && others.length === 0) reply.type(/^(text\/|application\/json$)/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType)
  if (declared['Location'] && madeId !== undefined && !reply.hasHeader('location')) reply.header('location', `${request.url.split('?')[0]}/${madeId}`)
  if (declared['Link'] && body.nextCursor) reply.header('link', `<${nextPage(request.url, body.nextCursor)}>; rel="next"`)
  if (declared['ETag'] && version !== undefined) reply.header('etag', entityTag(version))
  if (operation.method === 'GET' && isKnown(reply.getHeader('etag'), request.headers['if-none-match'])) {
    reply.code(304)
    for (const name of ['content-type', 'content-length', 'content-disposition']) reply.removeHeader(name)
  }
}

function isKnown (tag: unknown, ifNoneMatch: string | undefined): boolean {
  if (tag === undefined || ifNoneMatch === undefined) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(each => each.trim().replace(/^W\//, '') === tag)
}

/** The `ETag` of a version of a resource. */
export function entityTag (version: number): string {
  return `"${version}"`
}

/**
 * Refuses a change that is based on an old version.
 *
 * @param ifMatch the request's `If-Match`; absent or `*` matches every version
 * @param version the current version
 * @throws Refusal `request.version_stale`
 */
export function assertCurrent (ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  if (!ifMatch.split(',').some(tag => tag.trim() === entityTag(version))) {
    throw new Refusal('request.version_stale', `This is no longer the current version, which is ${version}. Get it again and repeat the change.`)
  }
}

function nextPage (url: string, cursor: string): string {
  const [path = '', query] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', cursor)
  return `${path}?${parameters.toString()}`
}
