import type { FastifyInstance } from 'fastify'
import type { CommonConfig } from '../config.ts'
import type { Identity } from '../identity.ts'
import { auth } from './auth.ts'
import { cache } from './cache.ts'
import { database } from './database.ts'
import { docs } from './docs.ts'
import { drain } from './drain.ts'
import { health } from './health.ts'
import { idempotency } from './idempotency.ts'
import { jobs } from './jobs.ts'
import { outbox } from './outbox.ts'
import { queue } from './queue.ts'
import { rateLimit } from './rate-limit.ts'
import { sessions } from './sessions.ts'

/** Registers the plugins that every service has, in the order in which they need each other. */
export async function registerFoundation (app: FastifyInstance, service: string, config: CommonConfig, identity: Identity): Promise<void> {
  await app.register(drain)
  await app.register(health)
  await app.register(database, { url: config.DATABASE_URL, poolSize: config.DATABASE_POOL_SIZE, lockWaitSeconds: config.DATABASE_LOCK_WAIT_SECONDS })
  await app.register(jobs)
  await app.register(cache, { url: config.REDIS_URL, prefix: `${config.REDIS_PREFIX}${service}:`, memoryCharacters: config.CACHE_MEMORY_CHARACTERS, deadlineMilliseconds: config.REDIS_DEADLINE_MILLISECONDS })
  await app.register(queue, { url: config.RABBITMQ_URL, exchange: config.EVENT_EXCHANGE })
  await app.register(outbox, { service })
  await app.register(idempotency)
  await app.register(sessions, { prefix: config.REDIS_PREFIX, identity })
  await app.register(auth, { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE, publicKey: identity.publicKey })
  await app.register(rateLimit, { perMinute: config.RATE_LIMIT_PER_MINUTE, prefix: config.REDIS_PREFIX })
  await app.register(docs, { service })
}
