import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Gauge } from 'prom-client'
import { callerKey } from '../client-address.ts'
import { Refusal } from '../errors.ts'
import { isProbe } from './health.ts'

export interface LoadSheddingOptions {
  /** The most that the event loop may lag, on average over two seconds; 0 for no limit. */
  lagMilliseconds: number
  /** The most requests that may be under way. A request whose body is still arriving is not. */
  requests: number
  /** The most requests of one caller, those whose bodies are still arriving included. */
  requestsPerCaller: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request counts as at this moment. */
    load: { isUnderway: boolean, isOver: boolean, caller?: string }
  }
}

// Long enough that one pause, as of a start or of a collection of garbage, is no overload.
const sampleMilliseconds = 2_000

/**
 * Refuses requests while there is more to do than can be done, so that those under way are served in time, and requests of a caller
 * who has too many at once. Probes are always answered.
 */
export const loadShedding = fp(async (app: FastifyInstance, { lagMilliseconds, requests, requestsPerCaller }: LoadSheddingOptions) => {
  let underway = 0
  const byCaller = new Map<string, number>()
  app.decorateRequest('load', null as never)

  const enter = (request: FastifyRequest): Refusal | undefined => {
    if (request.load.isUnderway || request.load.isOver) return undefined
    request.load.isUnderway = true
    underway++
    return underway > requests && !isProbe(request) ? overloaded() : undefined
  }
  const leave = ({ load }: FastifyRequest): void => {
    if (load.isUnderway) underway--
    load.isUnderway = false
  }
  const countCaller = (request: FastifyRequest): Refusal | undefined => {
    if (request.load.isOver || request.caller?.role === 'service' || isProbe(request)) return undefined
    const caller = callerKey(request)
    const count = (byCaller.get(caller) ?? 0) + 1
    byCaller.set(caller, count)
    request.load.caller = caller
    return count > requestsPerCaller ? tooManyAtOnce(requestsPerCaller) : undefined
  }
  const forgetCaller = ({ load: { caller } }: FastifyRequest): void => {
    if (caller === undefined) return
    const count = (byCaller.get(caller) ?? 1) - 1
    if (count > 0) byCaller.set(caller, count)
    else byCaller.delete(caller)
  }

  app.addHook('onRequest', (request, reply, done) => {
    request.load = { isUnderway: false, isOver: false }
    reply.raw.once('close', () => { // also when the caller has gone
      leave(request)
      forgetCaller(request)
      request.load.isOver = true
    })
    done(enter(request))
  })
  // After the guard, which knows the caller. While a body arrives there is nothing to do.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    if (hasBody(request)) leave(request)
    done(countCaller(request))
  })
  app.addHook('preValidation', (request, _reply, done) => { done(enter(request)) })
  if (lagMilliseconds > 0) {
    await app.register(underPressure, {
      maxEventLoopDelay: lagMilliseconds,
      sampleInterval: sampleMilliseconds,
      pressureHandler: request => { if (!isProbe(request)) throw overloaded() }
    })
  }
  app.registry.registerMetric(new Gauge({ name: 'http_requests_in_flight', help: 'Requests under way, without those whose body is still arriving.', registers: [], collect () { this.set(underway) } }))
}, { name: 'load-shedding', dependencies: ['metrics'] })

function hasBody ({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function overloaded (): Refusal {
  return new Refusal('overloaded', 'The service has more to do than it can. Try again in 2 seconds.', { headers: { 'retry-after': '2' } })
}

function tooManyAtOnce (most: number): Refusal {
  return new Refusal('request.rate_limited', `More than ${most} of your requests are under way at once. Wait until some are answered, and try again in a second.`, { headers: { 'retry-after': '1' } })
}
