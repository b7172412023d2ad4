import type { FastifyInstance } from 'fastify'
import metricsModule from 'fastify-metrics'
import fp from 'fastify-plugin'
import { Registry } from 'prom-client'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the service's own metrics are registered. */
    registry: Registry
  }
}

/** Counts and times every operation, and serves `/metrics` for Prometheus. */
export const metrics = fp(async (app: FastifyInstance, { service }: { service: string }) => {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  app.decorate('registry', registry)
  await app.register(metricsModule.default, {
    endpoint: null as never, // its own route would share a registry between the services of one process
    defaultMetrics: { enabled: true, register: registry },
    routeMetrics: {
      enabled: { histogram: true, summary: false },
      customLabels: { operation: request => request.routeOptions.config.operation?.operationId ?? 'none' },
      overrides: { histogram: { registers: [registry] }, summary: { registers: [] } }
    }
  })
  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => await reply.type(registry.contentType).send(await registry.metrics()))
}, { name: 'metrics' })
