/** A Fastify server that answers with what it is told, and does nothing else: the floor of every read. */
import Fastify from 'fastify'
import { freePort } from '../infrastructure/ports.ts'

const app = Fastify()
let answer: unknown = {}
app.get('/bare', async () => answer)
const url = await app.listen({ host: '127.0.0.1', port: await freePort() })

process.on('message', ({ ask, body }: { ask: 'answer' | 'cpu', body?: unknown }) => {
  if (ask === 'answer') answer = body
  process.send?.(process.cpuUsage())
})
process.once('disconnect', () => process.exit(0))
process.send?.(url)
