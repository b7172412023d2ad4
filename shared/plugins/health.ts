import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../errors.ts'
import { within } from '../within.ts'
import type { DependencyState, Health, Readiness } from '../contract/generated/users.schemas.ts'

interface Dependency {
  /** Whether the service is unready without it. */
  needed: boolean
  /** Resolves when the dependency answers. */
  check: () => Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    readiness: {
      add: (name: string, dependency: Dependency) => void
      /** Every dependency's state, asked within the last second: whoever may ask for it as often as he likes. */
      states: () => Promise<DependencyState[]>
    }
  }
}

const deadlineMilliseconds = 1_000
const keptMilliseconds = 1_000

const probePaths = new Set(['/health', '/ready'])

/** Whether somebody only looks how the service is: that is answered at all times. */
export function isProbe ({ routeOptions }: FastifyRequest): boolean {
  return probePaths.has(routeOptions.url ?? '')
}

/** Knows what the service depends on; the plugins that connect to something add it here. */
export const health = fp(async (app: FastifyInstance) => {
  const dependencies = new Map<string, Dependency>()
  let asked: { at: number, states: Promise<DependencyState[]> } | undefined
  const ask = async (): Promise<DependencyState[]> => await Promise.all([...dependencies].map(async ([name, { needed, check }]) => {
    const since = performance.now()
    const status = await within(deadlineMilliseconds, check()).then(() => 'up' as const, () => 'down' as const)
    return { name, needed, status, latencyMilliseconds: Math.round((performance.now() - since) * 10) / 10 }
  }))
  app.decorate('readiness', {
    add: (name, dependency) => { dependencies.set(name, dependency) },
    states: async () => {
      if (!asked || performance.now() - asked.at >= keptMilliseconds) asked = { at: performance.now(), states: ask() }
      return await asked.states
    }
  })
}, { name: 'health' })

/** The handlers of the two probes, the same in every service. */
export function probes (app: FastifyInstance, service: string, version: string): { getHealth: () => Promise<Health>, getReadiness: () => Promise<Readiness> } {
  return {
    getHealth: async () => ({ status: 'ok', service, version, uptimeSeconds: Math.floor(process.uptime()) }),
    getReadiness: async () => {
      if (app.isDraining()) throw new Refusal('closing', 'Not ready: this instance is about to stop. Ask another.', { headers: { 'retry-after': '5' } })
      const states = await app.readiness.states()
      const missing = states.filter(({ needed, status }) => needed && status === 'down')
      if (missing.length > 0) {
        throw new Refusal('dependency.unavailable', `Not ready: ${missing.map(({ name }) => name).join(', ')} cannot be reached.`, {
          details: states.map(({ name, status, latencyMilliseconds }) => ({ path: name, message: `${status} after ${latencyMilliseconds} ms` })),
          headers: { 'retry-after': '5' }
        })
      }
      return { status: 'ready', dependencies: states }
    }
  }
}
