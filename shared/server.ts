import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import Fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { CommonConfig } from './config.ts'
import type { Contract } from './contract/contract.ts'
import { formMediaTypes, readForm } from './contract/form.ts'
import { catalogue, errorBody, mediaTypeRefusal, Refusal, type ErrorCode } from './errors.ts'
import { errors } from './plugins/errors.ts'
import { loadShedding } from './plugins/load-shedding.ts'
import { metrics } from './plugins/metrics.ts'
import { tracing } from './plugins/tracing.ts'

const saneCorrelationId = /^[A-Za-z0-9_.-]{8,64}$/
const bodyLimitBytes = 131_072
const charsetParameter = /;\s*charset\s*=\s*"?([^\s";]+)/i

/**
 * A Fastify server with what every service starts from: strict reading of requests, correlation ids, one error format, one log line
 * for each request, security headers.
 *
 * @param service its name, for metrics
 * @param config the common part of the service's configuration
 * @param contract tells which methods a path has
 */
export async function createServer (service: string, config: CommonConfig, contract: Contract): Promise<FastifyInstance> {
  const deadlineMilliseconds = config.REQUEST_DEADLINE_SECONDS * 1000
  const app = Fastify({
    logger: {
      level: config.LOG_LEVEL,
      ...(config.LOG_DESTINATION !== '' && { file: config.LOG_DESTINATION }),
      redact: { paths: ['req.headers.authorization', '*.password', '*.refreshToken', '*.accessToken', '*.token'], censor: '[redacted]' }
    },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: ({ headers }) => {
      const given = headers['x-correlation-id']
      return typeof given === 'string' && saneCorrelationId.test(given) ? given : randomUUID()
    },
    bodyLimit: bodyLimitBytes,
    requestTimeout: 10_000,
    // With Node's defaults, 60 s for headers and a look every 30 s, connections would time out before requests, without an answer.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, requireHostHeader: false }, // which is checked below, and answered in our format
    connectionTimeout: deadlineMilliseconds + 5_000, // a request that takes as long as it may is still answered
    keepAliveTimeout: 65_000,
    trustProxy: config.TRUST_PROXY > 0 && ((_address: string, hop: number) => hop < config.TRUST_PROXY),
    return503OnClosing: false, // what still arrives while closing is served; the listening socket is closed at once
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    // These two are answered before there is a route, and so before the error handler.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const code = error.code === 'FST_ERR_BAD_URL' ? 'request.malformed' : 'request.not_found'
      answerPlainly(request, reply, code, error.code === 'FST_ERR_BAD_URL' ? 'The URL is malformed. Check its percent-encoding.' : 'There is nothing at this address.')
    },
    clientErrorHandler: answerUnreadable
  })

  app.decorate('deadlineMilliseconds', deadlineMilliseconds)
  await app.register(metrics, { service, listen: config.METRICS_PORT === 0 ? undefined : { host: config.HOST, port: config.METRICS_PORT } }) // first, so that it counts what the others refuse
  // A connection whose last request is answered while closing would be kept alive, and closing would wait for it.
  app.addHook('preClose', async () => {
    const reaper = setInterval(() => { app.server.closeIdleConnections() }, 100)
    app.server.once('close', () => { clearInterval(reaper) })
  })
  if (config.CORS_ORIGINS !== '') {
    await app.register(cors, {
      origin: config.CORS_ORIGINS.split(',').map(origin => origin.trim()),
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      strictPreflight: false,
      maxAge: 600,
      exposedHeaders: ['ETag', 'Link', 'Location', 'Idempotency-Replayed', 'Retry-After', 'X-Correlation-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']
    })
  }
  // Only `preParsing` below asks for the body: a caller whom the guard refuses need not send it (RFC 9110, section 10.1.1).
  app.server.on('checkContinue', (request, response) => { app.server.emit('request', request, response) })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-correlation-id', request.id)
    assertOneHost(request)
    if (request.is404) throw notServed(contract, request, reply)
  })
  // What a service knows is for whoever asked: nothing in between keeps it, unless a handler says so.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { operation } = request.routeOptions.config
    request.log[operation?.operationId === 'getHealth' || operation?.operationId === 'getReadiness' ? 'debug' : 'info']({
      operationId: operation?.operationId ?? 'none',
      method: request.method,
      path: loggedPath(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      userId: request.caller?.id,
      traceId: request.traceparent?.slice(3, 35)
    }, 'request')
  })
  await app.register(tracing, { service, endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT })
  await app.register(errors)
  await app.register(loadShedding, { lagMilliseconds: config.OVERLOAD_LAG_MILLISECONDS, requests: config.OVERLOAD_REQUESTS, requestsPerCaller: config.OVERLOAD_REQUESTS_PER_CALLER })
  // What is served is data: nothing of it is to be run, framed or loaded by a page. `/docs` brings a policy of its own.
  const isBehindTls = config.PUBLIC_URL.startsWith('https://')
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // On plain HTTP browsers ignore these, and complain.
    strictTransportSecurity: isBehindTls,
    crossOriginOpenerPolicy: isBehindTls,
    originAgentCluster: isBehindTls
  })
  // `/docs` has files of its own that may be missing; every other unknown path has met the hook above.
  app.setNotFoundHandler(async (request, reply) => { throw notServed(contract, request, reply) })
  readJsonBodies(app)
  readFormBodies(app)
  return app
}

/** The path as it may be logged: what in it is longer than an id is a secret, whether or not it has a route. */
function loggedPath (url: string): string | undefined {
  return url.split('?')[0]?.replaceAll(/[\w%-]{40,}/g, '[redacted]')
}

/** Refuses requests that do not name their host, or several (RFC 9112, section 3.2). */
function assertOneHost ({ raw }: FastifyRequest): void {
  const hosts = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
  if (hosts > 1 || (hosts === 0 && raw.httpVersion === '1.1')) throw new Refusal('request.malformed', `The request has ${hosts === 0 ? 'no Host header' : `${hosts} Host headers`}. Send one.`)
}

/** JSON in UTF-8, and nothing else (RFC 8259, section 8.1). An empty body, which some generated clients announce as JSON, is none. */
function readJsonBodies (app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  // After the guard, and before anything of the body is read.
  app.addHook('preParsing', async ({ headers }, reply) => {
    const encoding = headers['content-encoding'] ?? 'identity'
    if (encoding.toLowerCase() !== 'identity') {
      throw new Refusal('request.media_type_unsupported', `Bodies with Content-Encoding ${encoding} are not taken. Send the body as it is, without compression.`, { headers: { 'accept-encoding': 'identity' } })
    }
    const charset = charsetParameter.exec(headers['content-type'] ?? '')?.[1]
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Refusal('request.media_type_unsupported', `Bodies in ${charset} are not taken. Send JSON in UTF-8.`)
    if (/^100-continue$/i.test(headers.expect ?? '')) reply.raw.writeContinue()
  })
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else if (!isUtf8(body as Buffer)) done(new Refusal('request.malformed', 'The body is not valid UTF-8. Send JSON in UTF-8.'), undefined)
    else parse(request, body.toString('utf8'), done)
  })
}

/** Forms, where the operation takes one. */
function readFormBodies (app: FastifyInstance): void {
  app.addContentTypeParser(formMediaTypes, { parseAs: 'buffer' }, async ({ headers, routeOptions }: FastifyRequest, body: Buffer) => {
    if (routeOptions.config.operation?.request.form === undefined) throw mediaTypeRefusal(false)
    return body.length === 0 ? undefined : await readForm(body, headers['content-type'] ?? '')
  })
}

/** Why a request has no route: the path is unknown, or the method is. */
function notServed (contract: Contract, request: FastifyRequest, reply: FastifyReply): Refusal {
  const path = request.url.split('?')[0] ?? ''
  const methods = Object.values(contract).filter(operation => matches(operation.path, path)).map(operation => operation.method)
  if (methods.length === 0 && ['/', '/openapi.json', '/events.json', '/docs', '/docs/events'].includes(path)) methods.push('GET')
  if (methods.length === 0) return new Refusal('request.not_found', `There is nothing at ${path}. GET /openapi.json lists what there is.`)
  const allowed = methods.flatMap(method => method === 'GET' ? ['GET', 'HEAD'] : [method]).join(', ')
  reply.header('allow', allowed)
  return new Refusal('request.method_not_allowed', `${request.method} is not possible here; ${allowed} ${methods.length > 1 ? 'are' : 'is'}.`)
}

function matches (template: string, path: string): boolean {
  const expected = template.split('/')
  const actual = path.split('/')
  return expected.length === actual.length && expected.every((part, index) => part.startsWith('{') ? actual[index] !== '' : part === actual[index])
}

function answerPlainly (request: FastifyRequest, reply: FastifyReply, code: ErrorCode, message: string): void {
  const [status] = catalogue[code]
  request.server.countFailure(code)
  reply.code(status).header('x-correlation-id', request.id).type('application/json; charset=utf-8').serializer(JSON.stringify)
    .send(errorBody(status, code, message, request.id))
}

/** Answers what is not even HTTP, or too slow, or too long in its head. */
function answerUnreadable (this: FastifyInstance, error: Error & { code?: string }, socket: Socket & { _httpMessage?: ServerResponse }): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [code, message]: [ErrorCode, string] = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
    ? ['request.timed_out', 'The request took too long to arrive. Send it again.']
    : error.code === 'HPE_HEADER_OVERFLOW'
      ? ['request.headers_too_large', 'The header fields are too large. Send fewer or shorter ones.']
      : ['request.malformed', 'This is not a well-formed HTTP/1.1 request.']
  const [status] = catalogue[code]
  const correlationId = randomUUID()
  const body = errorBody(status, code, message, correlationId)
  this.countFailure(code)
  const json = JSON.stringify(body)
  // Not the error itself, which holds the request with all its secrets.
  this.log.debug({ reason: error.code, correlationId }, 'unreadable request')
  // While an answer is under way, ours would end up in its middle.
  if (socket.writable && socket._httpMessage?.headersSent !== true) {
    socket.write([
      `HTTP/1.1 ${status} ${body.error}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(json)}`,
      `X-Correlation-Id: ${correlationId}`,
      `Date: ${new Date().toUTCString()}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      json
    ].join('\r\n'))
  }
  socket.destroySoon()
}
