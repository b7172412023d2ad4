/** A password checked by argon2id behind Fastify, and nothing else: no account, no session, no limits. */
import argon2 from 'argon2'
import Fastify from 'fastify'
import { freePort } from '../infrastructure/ports.ts'

const app = Fastify()
app.post('/login', async ({ body }) => {
  const { hash, password } = body as { hash: string, password: string }
  return { correct: await argon2.verify(hash, password) }
})
const url = await app.listen({ host: '127.0.0.1', port: await freePort() })
process.once('disconnect', () => process.exit(0))
process.send?.(url)
