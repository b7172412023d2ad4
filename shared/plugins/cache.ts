import { once } from 'node:events'
import redisPlugin from '@fastify/redis'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Redis } from 'ioredis'

export interface CacheOptions {
  url: string
  /** Goes before every key, so that systems can share a server. */
  prefix: string
}

export interface Cache {
  /**
   * The value as it is cached, or loaded and cached.
   *
   * @param subject what the value is about, as `room:<id>`; changing the subject makes all its values stale
   * @param part which value of the subject
   * @param lifetimeSeconds bounds how long a lost invalidation can show old data
   * @param load gets the value from where it belongs; simultaneous misses share one call
   */
  read: <Value>(subject: string, part: string, lifetimeSeconds: number, load: () => Promise<Value>) => Promise<Value>
  /** Makes every value of the subjects stale. Call it after the change is committed. */
  invalidate: (...subjects: string[]) => Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance { cache: Cache }
}

const versionLifetimeSeconds = 86_400

/**
 * Cache-aside in Redis. Every subject has a version, which is part of the key of its values. A reader takes the version before it
 * queries, so what a slow reader stores after a change is filed under a version that nobody asks for any more.
 * Without Redis everything is loaded.
 */
export const cache = fp(async (app: FastifyInstance, { url, prefix }: CacheOptions) => {
  const client = new Redis(url, {
    autoResendUnfulfilledCommands: false,
    commandTimeout: 500,
    connectTimeout: 1_000,
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: attempt => Math.min(attempt * 50, 1_000)
  })
  client.on('error', error => { app.log.debug({ err: error }, 'cache connection failed') })
  client.on('ready', () => { app.log.info('cache connected') })
  client.on('close', () => { app.log.warn('cache connection closed; going on without it') })
  // @fastify/redis waits for ever when the server is down, and a service must start without it.
  await once(client, 'ready', { signal: AbortSignal.timeout(1_000) }).catch(() => {})
  if (client.status === 'ready') await app.register(redisPlugin, { client })
  else app.decorate('redis', client as FastifyInstance['redis'])
  app.addHook('onClose', async () => { client.disconnect() })

  const loading = new Map<string, Promise<unknown>>()
  const versionKey = (subject: string): string => `${prefix}version:${subject}`

  async function load<Value> (key: string, lifetimeSeconds: number | undefined, loader: () => Promise<Value>): Promise<Value> {
    const underway = loading.get(key) as Promise<Value> | undefined
    if (underway) return await underway
    const promise = loader()
    loading.set(key, promise)
    try {
      const value = await promise
      if (lifetimeSeconds !== undefined && value !== undefined) await client.set(key, JSON.stringify(value), 'EX', lifetimeSeconds).catch(() => {})
      return value
    } finally {
      loading.delete(key)
    }
  }

  app.decorate('cache', {
    async read<Value> (subject: string, part: string, lifetimeSeconds: number, loader: () => Promise<Value>): Promise<Value> {
      let key: string
      try {
        const version = await client.get(versionKey(subject))
        key = `${prefix}${subject}:${version ?? '0'}:${part}`
        const cached = await client.get(key)
        if (cached !== null) return JSON.parse(cached) as Value
      } catch {
        // No sharing between misses here: without a version, a load that began before a change could answer a read that came after it.
        return await loader()
      }
      return await load(key, lifetimeSeconds, loader)
    },
    async invalidate (...subjects: string[]) {
      await Promise.all(subjects.map(async subject => {
        await client.multi().incr(versionKey(subject)).expire(versionKey(subject), versionLifetimeSeconds).exec()
      })).catch((error: unknown) => { app.log.warn({ err: error, subjects }, 'cache not invalidated') })
    }
  })
  app.readiness.add('cache', { needed: false, check: async () => { await client.ping() } })
}, { name: 'cache', dependencies: ['health'] })
