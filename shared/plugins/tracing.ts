import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { beginSpan, inTrace, isTracing, readTraceparent, type Span } from '../tracing/trace.ts'
import { isProbe } from './health.ts'

export interface TracingOptions {
  service: string
  /** The collector that spans are sent to; empty for none. */
  endpoint: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that the request belongs to, if it belongs to one. */
    traceparent: string | null
    span: Span | null
  }
}

/** Takes the W3C `traceparent` of requests, so that it goes on to whatever is done for them, and makes spans of them where there is a collector. */
export const tracing = fp(async (app: FastifyInstance, { service, endpoint }: TracingOptions) => {
  app.decorateRequest('traceparent', null)
  app.decorateRequest('span', null)
  if (endpoint !== '') {
    const { startOpenTelemetry } = await import('../tracing/open-telemetry.ts')
    const stop = startOpenTelemetry(service, endpoint)
    app.addHook('onClose', async () => { await stop().catch((error: unknown) => { app.log.warn({ err: error }, 'the last spans were not sent') }) })
    app.addHook('onResponse', async (request, reply) => {
      request.span?.end({ attributes: { 'http.response.status_code': reply.statusCode }, ...(reply.statusCode >= 500 && { error: `answered ${reply.statusCode}` }) })
    })
  }

  app.addHook('onRequest', (request, _reply, done) => {
    const given = readTraceparent(request.headers['traceparent'])
    if (isTracing() && !isProbe(request)) {
      const { config: { operation }, url = '' } = request.routeOptions
      request.span = beginSpan({ name: operation?.operationId ?? request.method, kind: 'server', attributes: { 'http.request.method': request.method, 'http.route': operation?.path ?? url, 'correlation.id': request.id } }, given) ?? null
    }
    request.traceparent = request.span?.traceparent ?? given ?? null
    if (request.traceparent === null) done()
    else inTrace(request.traceparent, done)
  })
  // The body arrives outside of what the hook above has begun.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.traceparent === null) done()
    else inTrace(request.traceparent, done)
  })
}, { name: 'tracing' })
