import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { Redis } from 'ioredis'
import t, { type Test } from 'tap'
import type { PrivateServer } from '../../scripts/infrastructure/processes.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { cache } from '../../shared/plugins/cache.ts'
import { health } from '../../shared/plugins/health.ts'
import { metrics } from '../../shared/plugins/metrics.ts'

const skip = !redisIsInstalled() && 'Redis is not installed'

let directory: string
let server: PrivateServer
let redis: Redis
t.before(async () => {
  if (skip) return
  directory = await mkdtemp(join(tmpdir(), 'cache-'))
  server = await startPrivateRedis({ directory })
  redis = new Redis(server.url, { retryStrategy: () => 50 })
  redis.on('error', () => {})
  t.teardown(async () => {
    redis.disconnect()
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })
})

async function instance (t: Test, prefix = `${t.name}:`): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(health)
  await app.register(metrics, { service: 'probe' })
  await app.register(cache, { url: server.url, prefix })
  await app.ready()
  t.teardown(async () => { await app.close() })
  return app
}

/** Something to load that counts how often it is, and that can be held up. */
function source<Value> (value: Value): { value: Value, loads: number, hold: () => () => void, load: () => Promise<Value> } {
  let gate: Promise<void> | undefined
  return {
    value,
    loads: 0,
    hold () {
      let release: () => void = () => {}
      gate = new Promise(resolve => { release = resolve })
      return () => {
        gate = undefined
        release()
      }
    },
    async load () {
      this.loads++
      const seen = this.value
      await gate
      return seen
    }
  }
}

t.test('a value is loaded once, and again when its subject has changed', { skip }, async t => {
  const [app, other] = [await instance(t), await instance(t)]
  const room = source<object | null>({ name: 'Aurora', none: null })
  const read = async (app: FastifyInstance, part = 'record'): Promise<unknown> => await app.cache.read('room:1', part, 60, async () => await room.load())
  t.same([await read(app), await read(app), await read(other)], [room.value, room.value, room.value])
  t.equal(room.loads, 1, 'instances share it')
  t.same(await read(app, 'day'), room.value)
  t.equal(room.loads, 2, 'another part is another value')

  room.value = null
  await other.cache.invalidate('room:1', 'room:2')
  t.same([await read(app), await read(app, 'day'), await read(other)], [null, null, null])
  t.equal(room.loads, 4, 'every part is stale; `null` is a value')

  const keys = await redis.keys('*')
  const lifetimes = await Promise.all(keys.map(async key => await redis.ttl(key)))
  t.ok(keys.length >= 4 && keys.every(key => key.startsWith('a value is loaded once')), 'all keys have the prefix')
  t.ok(lifetimes.every(seconds => seconds > 0), 'none lives for ever')
})

t.test('simultaneous misses share one load, and its failure', { skip }, async t => {
  const app = await instance(t)
  const room = source('Aurora')
  const release = room.hold()
  const reads = Promise.all(Array.from({ length: 20 }, async () => await app.cache.read('room:1', 'record', 60, async () => await room.load())))
  t.ok(await until(() => room.loads > 0, 5_000))
  release()
  t.same(new Set(await reads), new Set(['Aurora']))
  t.equal(room.loads, 1)

  let failures = 0
  const fail = async (): Promise<string> => await app.cache.read('room:2', 'record', 60, async () => {
    failures++
    throw new Error('no database')
  })
  await Promise.all(Array.from({ length: 5 }, async () => { await t.rejects(fail(), { message: 'no database' }) }))
  await t.rejects(fail(), { message: 'no database' }, 'a failure is not kept')
  t.ok(failures >= 2)
})

t.test('a slow reader does not bring back what a writer has replaced', { skip }, async t => {
  for (const elsewhere of [false, true]) {
    const app = await instance(t, `${t.name} ${String(elsewhere)}:`)
    const writer = elsewhere ? await instance(t, `${t.name} ${String(elsewhere)}:`) : app
    const room = source('old')
    const read = async (app: FastifyInstance): Promise<string> => await app.cache.read('room:1', 'record', 60, async () => await room.load())
    const release = room.hold()
    const slow = read(app)
    t.ok(await until(() => room.loads === 1, 5_000), 'the slow reader has the old value in hand')
    room.value = 'new'
    await writer.cache.invalidate('room:1')
    const late = read(app)
    t.ok(await until(() => room.loads === 2, 5_000), 'who reads after the change does not wait for the slow reader')
    release()
    t.equal(await slow, 'old')
    t.equal(await late, 'new')
    t.same([await read(app), await read(writer)], ['new', 'new'], 'and what it filled in is not found')
    t.equal(room.loads, 2)
  }
})

t.test('what is stored and cannot be read is loaded', { skip }, async t => {
  const [app, other] = [await instance(t), await instance(t)]
  const room = source('Aurora')
  const read = async (app: FastifyInstance): Promise<string> => await app.cache.read('room:1', 'record', 60, async () => await room.load())
  await read(app)
  const [key] = await redis.keys(`${t.name}:room:1:*`)
  await redis.set(key as string, '{broken')
  t.equal(await read(other), 'Aurora')
  t.equal(room.loads, 2)
})

t.test('without Redis everything is loaded, and it is used again when it is back', { skip }, async t => {
  const app = await instance(t)
  const room = source('Aurora')
  const read = async (): Promise<string> => await app.cache.read('room:1', 'record', 60, async () => await room.load())
  const state = async (): Promise<string | undefined> => (await app.readiness.states()).find(({ name }) => name === 'cache')?.status
  await read()

  server.kill('SIGSTOP')
  t.equal(await read(), 'Aurora', 'it does not answer')
  await app.cache.invalidate('room:1')
  server.kill('SIGCONT')

  server.kill()
  t.ok(await until(async () => await state() === 'down', 5_000))
  room.value = 'Borealis'
  const before = room.loads
  t.same([await read(), await read()], ['Borealis', 'Borealis'], 'it is gone')
  t.equal(room.loads, before + 2)
  await app.cache.invalidate('room:1')
  const late = await instance(t, 'late:')
  t.equal(await late.cache.read('room:1', 'record', 60, async () => await room.load()), 'Borealis', 'one may start without it')

  server = await startPrivateRedis({ directory, port: server.port })
  for (const each of [app, late]) {
    t.ok(await until(async () => {
      const loads = room.loads
      await each.cache.read('room:9', 'record', 60, async () => await room.load())
      return room.loads === loads
    }, 10_000), 'it is back')
  }
})
