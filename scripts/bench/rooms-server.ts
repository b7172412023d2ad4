/** The compiled rooms service with two routes more: the floor that its own are measured against. Tells its CPU time when asked. */
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'

const { buildRooms } = await import(new URL('../../dist/services/rooms/app.js', import.meta.url).href) as { buildRooms: (config: unknown) => Promise<FastifyInstance> }
const { RoomsConfig } = await import(new URL('../../dist/services/rooms/config.js', import.meta.url).href) as { RoomsConfig: unknown }
const { readConfig } = await import(new URL('../../dist/shared/config.js', import.meta.url).href) as { readConfig: (schema: unknown) => { PORT: number } }

const config = readConfig(RoomsConfig)
const app = await buildRooms(config)
app.get('/bench/empty', async () => ({ ok: true }))
app.get('/bench/validated/:id', {
  schema: {
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    response: { 200: Type.Object({ id: Type.String(), ok: Type.Boolean() }) }
  }
}, async request => ({ id: (request.params as { id: string }).id, ok: true }))
await app.listen({ host: '127.0.0.1', port: config.PORT })

process.on('message', message => {
  if (message === 'cpu') process.send?.(process.cpuUsage())
  else app.close().then(() => process.exit(0), () => process.exit(1))
})
process.send?.('ready')
