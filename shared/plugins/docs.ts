import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** The pages load nothing from elsewhere and call only the service that serves them. Swagger UI sets styles inline. */
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Serves the contract of the service and that of the events: `/openapi.json` and `/events.json` for programs, to the letter, `/docs`
 * and `/docs/events` for people. `/` leads to `/docs`.
 */
export const docs = fp(async (app: FastifyInstance, { service }: { service: string }) => {
  app.get('/', async (_request, reply) => await reply.redirect('/docs'))
  await app.register(contractDocs, { name: service, path: '/openapi.json', pages: '/docs' })
  await app.register(contractDocs, { name: 'events', path: '/events.json', pages: '/docs/events' })
}, { name: 'docs' })

/** Not of `fastify-plugin`: each document has a scope of its own, since the plugins decorate it. */
async function contractDocs (app: FastifyInstance, { name, path, pages }: { name: string, path: string, pages: string }): Promise<void> {
  const document = JSON.parse(await readFile(new URL(`../contract/generated/${name}.json`, import.meta.url), 'utf8')) as { info: { title: string } }
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, {
    routePrefix: pages,
    staticCSP: pagePolicy,
    theme: { title: `${document.info.title} – Smart Meeting Room` },
    uiConfig: { persistAuthorization: true } // a reload of the page keeps the token
  })
  const text = JSON.stringify(document)
  app.get(path, async (_request, reply) => reply.type('application/json; charset=utf-8').send(text))
}
