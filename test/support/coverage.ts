import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const seen = new Set<string>()

/**
 * Notes every status that an operation answers, each once, in a file of this process in `CONTRACT_COVERAGE`; `npm test` reads them
 * all and says what was never answered. Without that directory nothing is noted.
 */
export function recordCoverage (app: FastifyInstance, service: string): void {
  const directory = process.env['CONTRACT_COVERAGE']
  if (directory === undefined) return
  app.addHook('onResponse', async (request, reply) => {
    const operationId = request.routeOptions.config.operation?.operationId
    const pair = `${service} ${operationId} ${reply.statusCode}`
    if (operationId === undefined || seen.has(pair)) return
    seen.add(pair)
    appendFileSync(join(directory, String(process.pid)), `${pair}\n`)
  })
}
