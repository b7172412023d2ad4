import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Gauge } from 'prom-client'
import { Refusal } from '../errors.ts'
import { isProbe } from './health.ts'

export interface LoadSheddingOptions {
  /** How late the event loop may be, on average of two seconds; 0 for as late as it likes. */
  lagMilliseconds: number
  /** How many requests may be under way. */
  requests: number
}

// Long enough that one pause, as of a start or of a collection of garbage, is no overload.
const sampleMilliseconds = 2_000

/** Refuses requests that come while there is more to do than can be done, so that those under way are served in time. Probes are always answered. */
export const loadShedding = fp(async (app: FastifyInstance, { lagMilliseconds, requests }: LoadSheddingOptions) => {
  let underway = 0
  const leave = (): void => { underway-- }
  app.addHook('onRequest', (request, reply, done) => {
    underway++
    reply.raw.once('close', leave) // also when the caller has gone
    done(underway > requests && !isProbe(request) ? overloaded() : undefined)
  })
  if (lagMilliseconds > 0) {
    await app.register(underPressure, {
      maxEventLoopDelay: lagMilliseconds,
      sampleInterval: sampleMilliseconds,
      pressureHandler: request => { if (!isProbe(request)) throw overloaded() }
    })
  }
  app.registry.registerMetric(new Gauge({ name: 'http_requests_in_flight', help: 'Requests under way.', registers: [], collect () { this.set(underway) } }))
}, { name: 'load-shedding', dependencies: ['metrics'] })

function overloaded (): Refusal {
  return new Refusal('overloaded', 'The service has more to do than it can. Try again in 2 seconds.', { headers: { 'retry-after': '2' } })
}
