import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import redisPlugin from '@fastify/redis'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Redis } from 'ioredis'
import { LRUCache } from 'lru-cache'
import { Counter, Gauge } from 'prom-client'
import { isTracing } from '../tracing/trace.ts'

export interface CacheOptions {
  url: string
  /** Goes before every key, so that systems can share a server. */
  prefix: string
  /** How much the process keeps of what it read, in characters of JSON. */
  memoryCharacters: number
  /** How long an answer may take; a connection may take twice as long. */
  deadlineMilliseconds: number
}

export interface Cache {
  /**
   * The value as it is cached, or loaded and cached. It is shared with other readers: never change it.
   *
   * @param subject what the value is about, as `room:<id>`; changing the subject makes all its values stale
   * @param part which value of the subject
   * @param lifetimeSeconds how long it is kept, in Redis and then once more in the process: bounds what a lost invalidation leaves
   * @param load gets the value, plain JSON, from where it belongs; simultaneous misses share one call
   */
  read: <Value>(subject: string, part: string, lifetimeSeconds: number, load: () => Promise<Value>) => Promise<Value>
  /**
   * A reader of a value that every process keeps for itself, and brings up to date once its subject has changed: for what is large and
   * changes a little at a time. Only the version of the subject is asked of Redis.
   *
   * @param part which value of the subject
   * @param lifetimeSeconds how long it is trusted: bounds what a lost invalidation leaves
   * @param refresh makes the value of what it was before, `undefined` at first, without changing that; simultaneous reads share one call
   */
  follow: <Value>(subject: string, part: string, lifetimeSeconds: number, refresh: (known: Value | undefined) => Promise<Value>) => () => Promise<Value>
  /** Makes every value of the subjects stale, for every instance. Call it after the change is committed. */
  invalidate: (...subjects: string[]) => Promise<void>
}

/** Whether a value was cached; `error` when Redis could not tell. */
export type CacheOutcome = 'hit' | 'miss' | 'error'

declare module 'fastify' {
  interface FastifyInstance {
    cache: Cache
    /** Counts a read of what is cached in another way. */
    countCacheRead: (kind: string, outcome: CacheOutcome) => void
  }
}

/** Any time will do: a version that is gone only costs a miss. */
const versionLifetimeSeconds = 3_600

/**
 * Cache-aside in Redis. Every subject has a version, under which its values are filed. A reader takes the version before it queries, so
 * whatever a slow reader stores after a change is filed under a version that nobody asks for any more. Versions are random: one that
 * Redis lost or evicted never comes back and brings old values with it. Of each value one version is kept, the newest: what
 * changes often would otherwise fill Redis with what nobody can ask for. A process keeps what it read in the same way, so that only
 * the version is asked of Redis. Without Redis everything is loaded.
 */
export const cache = fp(async (app: FastifyInstance, { url, prefix, memoryCharacters, deadlineMilliseconds }: CacheOptions) => {
  const client = new Redis(url, {
    autoResendUnfulfilledCommands: false,
    commandTimeout: deadlineMilliseconds,
    connectTimeout: 2 * deadlineMilliseconds,
    enableAutoPipelining: !isTracing(), // commands of several requests together would all belong to the trace of the first
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: attempt => Math.min(attempt * 50, 1_000),
    socketTimeout: 2 * deadlineMilliseconds // one that hangs is left, and until it answers again nobody waits for it
  })
  const loading = new Map<string, Promise<unknown>>()
  // Forgets by itself what has expired, asked for or not, and beyond its size what was used longest ago.
  const memory = new LRUCache<string, { version: string, value: unknown }>({ maxSize: memoryCharacters, ttlAutopurge: true })
  /** Subjects that changed while Redis could not be told. */
  const owed = new Set<string>()
  const versionKey = (subject: string): string => `${prefix}version:${subject}`

  async function invalidate (...subjects: string[]): Promise<void> {
    for (const subject of subjects) owed.add(subject)
    await Promise.all(subjects.map(async subject => {
      await client.set(versionKey(subject), randomUUID(), 'EX', versionLifetimeSeconds)
      owed.delete(subject)
    })).catch((error: unknown) => { app.log.warn({ err: error, subjects }, 'cache not invalidated; it will be as soon as it can be reached') })
  }

  const reads = new Counter({ name: 'cache_reads_total', help: 'Reads of cached values, by kind and by whether they were there.', labelNames: ['kind', 'outcome'], registers: [app.registry] })
  const count = (kind: string, outcome: CacheOutcome): void => { reads.inc({ kind, outcome }) }
  app.registry.registerMetric(new Gauge({ name: 'cache_memory_values', help: 'Cached values that the process keeps.', registers: [], collect () { this.set(memory.size) } }))
  app.registry.registerMetric(new Gauge({ name: 'cache_memory_characters', help: 'Their size, in characters of JSON.', registers: [], collect () { this.set(memory.calculatedSize) } }))

  let isAway = false
  client.on('error', error => { app.log.debug({ err: error }, 'cache connection failed') })
  client.on('ready', async () => {
    isAway = false
    app.log.info('cache connected')
    await invalidate(...owed)
  })
  client.on('close', () => {
    app.log[isAway ? 'debug' : 'warn']('cache cannot be reached; going on without it')
    isAway = true
  })
  // @fastify/redis waits for ever when the server is down, and a service must start without it.
  await once(client, 'ready', { signal: AbortSignal.timeout(2 * deadlineMilliseconds) }).catch(() => {})
  if (client.status === 'ready') await app.register(redisPlugin, { client })
  else app.decorate('redis', client as FastifyInstance['redis'])
  app.addHook('onClose', async () => {
    client.disconnect()
    memory.clear()
  })

  /** `undefined` when it cannot be known: then nothing that is cached can be trusted. */
  async function versionOf (subject: string): Promise<string | undefined> {
    if (owed.has(subject)) await invalidate(subject)
    if (owed.has(subject)) return undefined
    try {
      const known = await client.get(versionKey(subject))
      if (known !== null) return known
      await client.set(versionKey(subject), randomUUID(), 'EX', versionLifetimeSeconds, 'NX')
      return await client.get(versionKey(subject)) ?? undefined
    } catch {
      return undefined
    }
  }

  /** One run for all who ask at once. */
  async function shared<Value> (key: string, run: () => Promise<Value>): Promise<Value> {
    const underway = loading.get(key) as Promise<Value> | undefined
    if (underway) return await underway
    const promise = run().finally(() => { loading.delete(key) })
    loading.set(key, promise)
    return await promise
  }

  app.decorate('cache', {
    async read<Value> (subject: string, part: string, lifetimeSeconds: number, load: () => Promise<Value>): Promise<Value> {
      const version = await versionOf(subject)
      const kind = kindOf(subject)
      // No sharing between misses here: without a version, a load that began before a change could answer a read that came after it.
      if (version === undefined) {
        count(kind, 'error')
        return await load()
      }
      const key = `${prefix}${subject}:${part}`
      const held = memory.get(key)
      if (held?.version === version) {
        count(kind, 'hit')
        return held.value as Value
      }
      const keep = (value: Value, text: string): void => { memory.set(key, { version, value }, { size: key.length + text.length, ttl: lifetimeSeconds * 1_000 }) }
      return await shared(`${version} ${key}`, async () => {
        const cached = readJson<Value>(await client.hget(key, version).catch(() => null))
        count(kind, cached ? 'hit' : 'miss')
        if (cached) {
          keep(cached.value, cached.text)
          return cached.value
        }
        const value = await load()
        // After a change nobody asks for what was loaded before it, and it would take the place of what is asked for.
        if (await versionOf(subject) !== version) return value
        const text = JSON.stringify(value)
        // A hash with the version as its only field: who asks for another one is not sent the value.
        await client.multi().del(key).hset(key, version, text).expire(key, lifetimeSeconds).exec().catch(() => {})
        keep(value, text)
        return value
      })
    },
    follow<Value> (subject: string, part: string, lifetimeSeconds: number, refresh: (known: Value | undefined) => Promise<Value>): () => Promise<Value> {
      let held: { version: string | undefined, value: Value, expiresAt: number } | undefined
      const kind = kindOf(subject)
      const update = async (version: string | undefined): Promise<Value> => {
        const value = await refresh(held?.value)
        held = { version, value, expiresAt: performance.now() + lifetimeSeconds * 1_000 }
        return value
      }
      return async () => {
        const version = await versionOf(subject)
        const isCurrent = version !== undefined && held?.version === version && performance.now() < held.expiresAt
        count(kind, version === undefined ? 'error' : isCurrent ? 'hit' : 'miss')
        if (isCurrent) return (held as NonNullable<typeof held>).value
        // Without a version nothing is shared, as above.
        return version === undefined ? await update(version) : await shared(`${version} ${prefix}${subject}:${part}`, async () => await update(version))
      }
    },
    invalidate
  })
  app.decorate('countCacheRead', count)
  app.readiness.add('cache', { needed: false, check: async () => { await client.ping() } })
}, { name: 'cache', dependencies: ['health', 'metrics'] })

/** `room` of `room:<id>`: there are few kinds, and many subjects. */
function kindOf (subject: string): string {
  return subject.split(':', 1)[0] as string
}

function readJson<Value> (text: string | null): { text: string, value: Value } | undefined {
  try {
    return text === null ? undefined : { text, value: JSON.parse(text) as Value }
  } catch {
    return undefined
  }
}
