import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Serves the contract: `/openapi.json` for programs, to the letter, and `/docs` for people. */
export const docs = fp(async (app: FastifyInstance, { service }: { service: string }) => {
  const path = new URL(`../contract/generated/${service}.json`, import.meta.url)
  const document = JSON.parse(await readFile(path, 'utf8')) as never
  await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  app.get('/openapi.json', async () => app.swagger())
}, { name: 'docs' })
