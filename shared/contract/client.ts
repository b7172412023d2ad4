import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, ExponentialBackoff, handleWhen, retry, TaskCancelledError, wrap } from 'cockatiel'
import { Pool, type Dispatcher } from 'undici'
import type { ErrorBody } from '../errors.ts'
import { isTracing, traced, traceparent } from '../tracing/trace.ts'
import type { Contract, Operation, OperationResponse } from './contract.ts'

/** An answer that is not a success. */
export class RemoteError extends Error {
  readonly service: string
  readonly operationId: string
  readonly status: number
  readonly body: ErrorBody
  readonly retryAfterSeconds: number | undefined

  constructor (service: string, operationId: string, status: number, body: ErrorBody, retryAfterSeconds?: number) {
    super(`${service}.${operationId} answered ${status} ${body.code}: ${body.message}`)
    this.name = 'RemoteError'
    this.service = service
    this.operationId = operationId
    this.status = status
    this.body = body
    this.retryAfterSeconds = retryAfterSeconds
  }

  get code (): string { return this.body.code }
}

/** No answer: the service is down, too slow, or was so often enough that it is not even asked. */
export class UnreachableError extends Error {
  readonly service: string
  readonly operationId: string

  constructor (service: string, operationId: string, cause: unknown) {
    super(`${service}.${operationId} got no answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'UnreachableError'
    this.service = service
    this.operationId = operationId
  }
}

/** An access token that can be replaced when a service refuses it. */
export interface RenewableToken {
  current: () => Promise<string>
  /** Another token than the refused one; `undefined` when another would be refused as well. */
  replace: (refused: string) => Promise<string | undefined>
}

/** On whose behalf a call is made. */
export interface CallContext {
  /** The access token to send; none on public operations. One that can be replaced is, once, when the answer is 401. */
  token?: string | RenewableToken | undefined
  correlationId?: string | undefined
}

/** The same for the caller of a request, whose token is given. */
export interface CallerContext extends CallContext { token?: string | undefined }

export interface ClientOptions {
  /** The name of the service, for messages. */
  service: string
  baseUrl: string
  /** How long one call may take, retries included; of a stream, how long its head and then each next piece. */
  deadlineMilliseconds?: number
  /** How many connections are kept at most. */
  connections?: number
}

interface OperationTypes {
  parameters: { path?: unknown, query?: unknown, header?: unknown }
  requestBody?: unknown
  responses: unknown
}
type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : undefined

/** The body of an answer that is not just JSON: a stream, which also has `text()`. Read it or destroy it, for it holds a connection. */
export type AnswerStream = Dispatcher.ResponseData['body']
type Answer<Response> = Response extends { content: infer Content } ? [keyof Content] extends ['application/json'] ? Json<Response> : AnswerStream : undefined
type SuccessStatus = 200 | 201 | 202 | 204
type Success<Responses> = { [Status in keyof Responses]: Status extends SuccessStatus ? Answer<Responses[Status]> : never }[keyof Responses]
/** A part of a request: absent when the operation has none, optional when nothing of it is required. */
type Part<Name extends string, Value> = [Value] extends [undefined] ? unknown : Record<never, never> extends Value ? { [N in Name]?: Value } : { [N in Name]: Value }
type Body<O> = O extends { requestBody: infer Content } ? { body: Json<Content> } : O extends { requestBody?: infer Content } ? [NonNullable<Content>] extends [never] ? unknown : { body?: Json<NonNullable<Content>> } : unknown
type CallInput<O extends OperationTypes> = Part<'params', O['parameters']['path']> & Part<'query', O['parameters']['query']> & Part<'headers', O['parameters']['header']> & Body<O>
type Call<O extends OperationTypes> = Record<never, never> extends CallInput<O>
  ? (input?: CallInput<O>, context?: CallContext) => Promise<Success<O['responses']>>
  : (input: CallInput<O>, context?: CallContext) => Promise<Success<O['responses']>>

/**
 * One method for every operation of a contract; each resolves to the body of success, as a stream where it is not just JSON, and rejects
 * with `RemoteError` or `UnreachableError`.
 */
export type Client<Operations> = { [Id in keyof Operations]: Operations[Id] extends OperationTypes ? Call<Operations[Id]> : never } & {
  /** Closes the connections once the calls under way are done. */
  close: () => Promise<void>
  /** Whether the service is called (closed), tried once in a while (half-open), or not called because it failed too often (open). */
  circuit: () => 'closed' | 'half-open' | 'open'
}

export interface AnyInput { params?: Record<string, unknown>, query?: Record<string, unknown>, headers?: Record<string, unknown>, body?: unknown }

const halfOpenAfterMilliseconds = 2_000
const failuresToOpen = 5
const retryAttempts = 2

/**
 * A client made of a contract: kept-alive connections, a deadline for every call, a circuit breaker, and retries of those calls that
 * are safe to repeat (reads, and writes with an `Idempotency-Key`).
 */
export function createClient<Operations> (contract: Contract, { service, baseUrl, deadlineMilliseconds = 2_000, connections = 32 }: ClientOptions): Client<Operations> {
  const pool = new Pool(originOf(baseUrl), { connections, connect: { timeout: Math.max(1_000, deadlineMilliseconds / 2) }, keepAliveTimeout: 30_000, bodyTimeout: deadlineMilliseconds })
  const isOutage = handleWhen(error => error instanceof UnreachableError || (error instanceof RemoteError && error.status === 503))
  const breaker = circuitBreaker(isOutage, { halfOpenAfter: halfOpenAfterMilliseconds, breaker: new ConsecutiveBreaker(failuresToOpen) })
  const retrying = wrap(retry(isOutage, { maxAttempts: retryAttempts, backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 200 }) }), breaker)

  const call = async (operation: Operation, input: AnyInput = {}, context: CallContext = {}): Promise<unknown> => {
    const policy = operation.method === 'GET' || input.headers?.['Idempotency-Key'] !== undefined ? retrying : breaker
    const deadline = new AbortController()
    const timer = setTimeout(() => { deadline.abort(new DOMException(`timeout after ${deadlineMilliseconds} ms`, 'TimeoutError')) }, deadlineMilliseconds)
    const callWith = async (token: string | undefined): Promise<unknown> => {
      const attempt = async (): Promise<unknown> => await send(pool, service, operation, input, { ...context, token }, deadline.signal)
      const tried = isTracing() ? async () => await traced({ name: `${service}.${operation.operationId}`, kind: 'client', attributes: { 'http.request.method': operation.method, 'server.address': baseUrl } }, attempt) : attempt
      return await policy.execute(tried, deadline.signal)
    }
    try {
      return await (typeof context.token === 'object' ? withRenewal(context.token, callWith) : callWith(context.token))
    } catch (error) {
      throw error instanceof BrokenCircuitError || error instanceof TaskCancelledError ? new UnreachableError(service, operation.operationId, error) : error
    } finally {
      clearTimeout(timer)
    }
  }

  const methods = Object.fromEntries(Object.values(contract).map(operation =>
    [operation.operationId, async (input?: AnyInput, context?: CallContext) => await call(operation, input, context)]))
  const circuit = (): string => breaker.state === CircuitState.Closed ? 'closed' : breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open'
  return { ...methods, close: async () => { await pool.close() }, circuit } as Client<Operations>
}

/**
 * Makes a call, and once more with another token when the first is refused.
 * @throws UnreachableError when the token of our own is refused again: that is not the fault of whoever called us
 */
async function withRenewal<Result> (source: RenewableToken, call: (token: string) => Promise<Result>): Promise<Result> {
  const token = await source.current()
  try {
    return await call(token)
  } catch (error) {
    if (!isUnauthorized(error)) throw error
    const next = await source.replace(token)
    if (next === undefined) throw new UnreachableError(error.service, error.operationId, error)
    return await call(next).catch((again: unknown) => { throw isUnauthorized(again) ? new UnreachableError(again.service, again.operationId, again) : again })
  }
}

function isUnauthorized (error: unknown): error is RemoteError {
  return error instanceof RemoteError && error.status === 401
}

function originOf (baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  if (pathname !== '/') throw new Error(`${baseUrl}: the address of a service has no path; its paths are in the contract`)
  return origin
}

async function send (pool: Pool, service: string, operation: Operation, input: AnyInput, { token, correlationId }: CallerContext, deadline: AbortSignal): Promise<unknown> {
  const { mediaTypes = [] } = operation.responses[operation.status] ?? {}
  const headers: Record<string, string> = { accept: mediaTypes.join(', ') || 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (correlationId !== undefined) headers['x-correlation-id'] = correlationId
  const trace = traceparent()
  if (trace !== undefined) headers['traceparent'] = trace
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  for (const [name, value] of Object.entries(input.headers ?? {})) if (value !== undefined) headers[name] = String(value)

  let status: number
  let retryAfter: string | string[] | undefined
  let text: string
  try {
    const answer = await pool.request({
      method: operation.method,
      path: urlOf(operation, input),
      headers,
      body: input.body === undefined ? null : JSON.stringify(input.body),
      signal: deadline
    })
    status = answer.statusCode
    if (status < 300 && isStreamed(operation.responses[status], answer.headers['content-type'])) return answer.body
    retryAfter = answer.headers['retry-after']
    text = await answer.body.text()
  } catch (error) {
    throw new UnreachableError(service, operation.operationId, error)
  }
  const declared = operation.responses[status]
  if (status < 300 && declared) {
    const { schema } = declared
    if (!schema && text === '') return undefined
    const body = schema ? readJson(text) : undefined
    if (body !== undefined) return body
  }
  throw new RemoteError(service, operation.operationId, status, errorOf(text), secondsOf(retryAfter))
}

/** Whether an answer is not just JSON, and is what the contract says: something in between may have answered. */
function isStreamed (declared: OperationResponse | undefined, contentType: string | string[] | undefined): boolean {
  return declared?.schema === null && declared.mediaTypes.includes(String(contentType).split(';')[0] as string)
}

/** `Retry-After` may also be a date: then nobody is told how long to wait. */
function secondsOf (retryAfter: string | string[] | undefined): number | undefined {
  const seconds = Number(retryAfter)
  return retryAfter !== undefined && Number.isFinite(seconds) ? seconds : undefined
}

/** Path and query of a request. */
export function urlOf ({ path }: Operation, { params = {}, query = {} }: AnyInput): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) search.append(name, String(each))
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled
}

/** What a text says; `undefined` when it is not JSON: something in between has answered. */
function readJson (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a refusal says; something like it when what answered was none of our services. */
export function errorOf (text: string): ErrorBody {
  const body = readJson(text) as Partial<ErrorBody> | null | undefined
  if (typeof body?.code === 'string' && typeof body.message === 'string') return body as ErrorBody
  return { error: 'Unexpected answer', message: text.slice(0, 200), code: 'unknown', correlationId: '' }
}
