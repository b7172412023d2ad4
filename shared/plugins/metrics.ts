import { createServer, type Server } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import metricsModule from 'fastify-metrics'
import fp from 'fastify-plugin'
import { Counter, Gauge, Registry } from 'prom-client'
import type { Client } from '../contract/client.ts'
import { errorBody, type ErrorCode } from '../errors.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the service's own metrics are registered. */
    registry: Registry
    /** Counts a failure that is answered. */
    countFailure: (code: ErrorCode) => void
  }
}

export interface MetricsOptions {
  service: string
  /** Where `/metrics` is served; nowhere unless told. Its port is never that of the service, which is for everybody. */
  listen?: { host: string, port: number } | undefined
}

/** Counts and times every operation, counts failures by their code, and serves `/metrics` for Prometheus. Every label has a bounded set of values. */
export const metrics = fp(async (app: FastifyInstance, { service, listen }: MetricsOptions) => {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  app.decorate('registry', registry)
  await app.register(metricsModule.default, {
    endpoint: null as never, // its own route would share a registry between the services of one process
    defaultMetrics: { enabled: true, register: registry },
    routeMetrics: {
      enabled: { histogram: true, summary: false },
      registeredRoutesOnly: false,
      methodBlacklist: [],
      overrides: {
        // Never the path: anybody can make up paths. What is no operation of the contract is `none`.
        labels: { route: 'operation', status: 'status', getRouteLabel: request => request.routeOptions.config.operation?.operationId ?? 'none' },
        histogram: { registers: [registry], help: 'How long requests took, by operation, method and status.' },
        summary: { registers: [] }
      }
    }
  })
  const failures = new Counter({ name: 'http_failures_total', help: 'Failures that were answered, by their code.', labelNames: ['code'], registers: [registry] })
  app.decorate('countFailure', code => { failures.inc({ code }) })
  if (!listen) return
  const server = metricsServer(registry)
  app.addHook('onReady', async () => {
    await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(listen, resolve) })
  })
  app.addHook('onClose', async () => {
    server.closeAllConnections()
    server.close()
  })
}, { name: 'metrics' })

/** A server of `/metrics` and nothing else. */
function metricsServer (registry: Registry): Server {
  return createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(errorBody(404, 'request.not_found', 'There is nothing here but /metrics.', randomUUID())))
      return
    }
    registry.metrics().then(text => { response.writeHead(200, { 'content-type': registry.contentType }).end(text) }, (error: unknown) => { response.destroy(error as Error) })
  })
}

const circuitStates = { closed: 0, 'half-open': 1, open: 2 } as const

/** Shows the state of the circuit breaker before every service that is called. */
export function showCircuits ({ registry }: Pick<FastifyInstance, 'registry'>, clients: Record<string, Pick<Client<unknown>, 'circuit'>>): void {
  registry.registerMetric(new Gauge({
    name: 'circuit_breaker_state',
    help: 'Whether a service is called: 0 it is (closed), 1 it is tried (half-open), 2 it is not (open).',
    labelNames: ['target'],
    registers: [],
    collect () { for (const [target, client] of Object.entries(clients)) this.set({ target }, circuitStates[client.circuit()]) }
  }))
}
