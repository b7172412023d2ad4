import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/**
 * Serves the contract of the service and that of the events: `/openapi.json` and `/events.json` for programs, to the letter, `/docs`
 * and `/docs/events` for people.
 */
export const docs = fp(async (app: FastifyInstance, { service }: { service: string }) => {
  await app.register(contractDocs, { name: service, path: '/openapi.json', pages: '/docs' })
  await app.register(contractDocs, { name: 'events', path: '/events.json', pages: '/docs/events' })
}, { name: 'docs' })

/** Not of `fastify-plugin`: each document has a scope of its own, since the plugins decorate it. */
async function contractDocs (app: FastifyInstance, { name, path, pages }: { name: string, path: string, pages: string }): Promise<void> {
  const document = JSON.parse(await readFile(new URL(`../contract/generated/${name}.json`, import.meta.url), 'utf8')) as never
  await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, { routePrefix: pages, staticCSP: true })
  app.get(path, async () => app.swagger())
}
