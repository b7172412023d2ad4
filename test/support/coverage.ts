import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const seen = new Set<string>()
/** How many tests are running whose answers do not count. */
let leftOut = 0

/** What the services of this process answer until the test ends does not count as covered. */
export function leaveOutOfCoverage (t: { teardown: (action: () => void) => void }): void {
  leftOut++
  t.teardown(() => { leftOut-- })
}

/**
 * Notes every status that an operation answers, and every error code, each once, in a file of this process in `CONTRACT_COVERAGE`;
 * `npm test` reads them all and says what was never answered. Without that directory nothing is noted.
 */
export function recordCoverage (app: FastifyInstance, service: string, directory = process.env['CONTRACT_COVERAGE']): void {
  if (directory === undefined) return
  const note = (line: string): void => {
    if (seen.has(line)) return
    seen.add(line)
    appendFileSync(join(directory, String(process.pid)), `${line}\n`)
  }
  const uncounted = new WeakSet<FastifyRequest>()
  app.addHook('onSend', async (request, reply, payload) => {
    // Decided before the answer leaves: `onResponse` may run when the test has ended.
    if (leftOut > 0) uncounted.add(request)
    const operationId = request.routeOptions.config.operation?.operationId
    if (uncounted.has(request) || operationId === undefined || reply.statusCode < 400 || typeof payload !== 'string' || payload === '') return payload
    note(`${service} ${operationId} ${(JSON.parse(payload) as { code: string }).code}`)
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    const operationId = request.routeOptions.config.operation?.operationId
    if (operationId !== undefined && !uncounted.has(request)) note(`${service} ${operationId} ${reply.statusCode}`)
  })
}
