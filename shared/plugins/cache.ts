import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import redisPlugin from '@fastify/redis'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Redis } from 'ioredis'
import { Counter } from 'prom-client'
import { isTracing } from '../tracing/trace.ts'

export interface CacheOptions {
  url: string
  /** Goes before every key, so that systems can share a server. */
  prefix: string
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
const memoryCharacters = 64_000_000

/**
 * Cache-aside in Redis. Every subject has a version, which is part of the key of its values. A reader takes the version before it
 * queries, so what a slow reader stores after a change is filed under a version that nobody asks for any more. Versions are random:
 * one that Redis lost or evicted never comes back and brings old values with it. A process keeps what it read, by the same key, so
 * that only the version is asked of Redis. Without Redis everything is loaded.
 */
export const cache = fp(async (app: FastifyInstance, { url, prefix }: CacheOptions) => {
  const client = new Redis(url, {
    autoResendUnfulfilledCommands: false,
    commandTimeout: 500,
    connectTimeout: 1_000,
    enableAutoPipelining: !isTracing(), // commands of several requests together would all belong to the trace of the first
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: attempt => Math.min(attempt * 50, 1_000),
    socketTimeout: 1_000 // one that hangs is left, and until it answers again nobody waits for it
  })
  const loading = new Map<string, Promise<unknown>>()
  const memory = createMemory(memoryCharacters)
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
  await once(client, 'ready', { signal: AbortSignal.timeout(1_000) }).catch(() => {})
  if (client.status === 'ready') await app.register(redisPlugin, { client })
  else app.decorate('redis', client as FastifyInstance['redis'])
  app.addHook('onClose', async () => { client.disconnect() })

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
      const key = `${prefix}${subject}:${version}:${part}`
      const held = memory.get(key)
      if (held) {
        count(kind, 'hit')
        return held.value as Value
      }
      return await shared(key, async () => {
        const cached = readJson<Value>(await client.get(key).catch(() => null))
        count(kind, cached ? 'hit' : 'miss')
        if (cached) {
          memory.set(key, cached.value, cached.text.length, lifetimeSeconds)
          return cached.value
        }
        const value = await load()
        const text = JSON.stringify(value)
        await client.set(key, text, 'EX', lifetimeSeconds).catch(() => {})
        memory.set(key, value, text.length, lifetimeSeconds)
        return value
      })
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

interface Memory {
  get: (key: string) => { value: unknown } | undefined
  set: (key: string, value: unknown, size: number, lifetimeSeconds: number) => void
}

/** Keeps what was used last, up to a size. */
function createMemory (largestSize: number): Memory {
  const entries = new Map<string, { value: unknown, size: number, until: number }>()
  let total = 0
  const remove = (key: string, size: number): void => {
    entries.delete(key)
    total -= size
  }
  return {
    get (key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      remove(key, entry.size)
      if (entry.until <= performance.now()) return undefined
      entries.set(key, entry) // the last used is the last to go
      total += entry.size
      return entry
    },
    set (key, value, size, lifetimeSeconds) {
      const known = entries.get(key)
      if (known) remove(key, known.size)
      entries.set(key, { value, size: size + key.length, until: performance.now() + lifetimeSeconds * 1000 })
      total += size + key.length
      for (const [oldest, entry] of entries) {
        if (total <= largestSize) break
        remove(oldest, entry.size)
      }
    }
  }
}
