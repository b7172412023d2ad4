/** The SQL of `createBooking` and of `listBookings` behind Fastify, and nothing else: no authentication, no rules, no events. */
import Fastify from 'fastify'
import mysql from 'mysql2/promise'
import { freePort } from '../infrastructure/ports.ts'
import { bookBare, listBare } from './statements.ts'

const pool = mysql.createPool({ uri: process.env['DATABASE_URL'] as string, timezone: 'Z', connectionLimit: 10 })
const app = Fastify()
app.post('/bookings', async ({ body }, reply) => {
  await bookBare(pool, body as Parameters<typeof bookBare>[1])
  return await reply.code(201).send(body)
})
app.get('/bookings', async ({ query }) => ({ items: await listBare(pool, (query as { userId: string }).userId) }))
const url = await app.listen({ host: '127.0.0.1', port: await freePort() })
process.once('disconnect', () => process.exit(0))
process.send?.(url)
