import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const seen = new Set<string>()

/**
 * Notes every status that an operation answers, and every error code, each once, in a file of this process in `CONTRACT_COVERAGE`;
 * `npm test` reads them all and says what was never answered. Without that directory nothing is noted.
 */
export function recordCoverage (app: FastifyInstance, service: string): void {
  const directory = process.env['CONTRACT_COVERAGE']
  if (directory === undefined) return
  const note = (line: string): void => {
    if (seen.has(line)) return
    seen.add(line)
    appendFileSync(join(directory, String(process.pid)), `${line}\n`)
  }
  app.addHook('onSend', async (request, reply, payload) => {
    const operationId = request.routeOptions.config.operation?.operationId
    if (operationId === undefined || reply.statusCode < 400 || typeof payload !== 'string' || payload === '') return payload
    note(`${service} ${operationId} ${(JSON.parse(payload) as { code: string }).code}`)
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    const operationId = request.routeOptions.config.operation?.operationId
    if (operationId !== undefined) note(`${service} ${operationId} ${reply.statusCode}`)
  })
}
