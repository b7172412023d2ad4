import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { Redis } from 'ioredis'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
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

async function instance (t: Test, prefix = `${t.name}:`, memoryCharacters = 1_000_000, deadlineMilliseconds = 10_000): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(health)
  await app.register(metrics, { service: 'probe' })
  await app.register(cache, { url: server.url, prefix, memoryCharacters, deadlineMilliseconds })
  await app.ready()
  t.teardown(async () => { await app.close() })
  return app
}

/** What an instance says that it keeps. */
async function kept (app: FastifyInstance): Promise<{ values: number, characters: number }> {
  const payload = await app.registry.metrics()
  const valueOf = (name: string): number => Number(new RegExp(`^${name}\\{.*\\} (\\d+)$`, 'm').exec(payload)?.[1])
  return { values: valueOf('cache_memory_values'), characters: valueOf('cache_memory_characters') }
}

/** Something to load that counts how often it is, and whose next load can be held up. */
function source<Value> (value: Value): { value: Value, loads: number, hold: () => () => void, load: () => Promise<Value> } {
  let gate: Promise<void> | undefined
  return {
    value,
    loads: 0,
    hold () {
      let release: () => void = () => {}
      gate = new Promise(resolve => { release = resolve })
      return () => { release() }
    },
    async load () {
      this.loads++
      const [seen, held] = [this.value, gate]
      gate = undefined
      await held
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
    t.equal(await read(app), 'new', 'who reads after the change does not wait for the slow reader')
    const stored = await redis.hkeys(`${t.name} ${String(elsewhere)}:room:1:record`)
    release()
    t.equal(await slow, 'old')
    t.same(await redis.hkeys(`${t.name} ${String(elsewhere)}:room:1:record`), stored, 'it does not take the place of what is newer')
    t.same([await read(app), await read(writer)], ['new', 'new'])
    t.equal(room.loads, 2)
  }
})

t.test('what is followed is refreshed from what it was, once for all who ask, when its subject has changed or its time is over', { skip }, async t => {
  const [app, other] = [await instance(t), await instance(t)]
  const truth = source(['Aurora'])
  let fresh: string[][] = []
  const refresh = async (known: readonly string[] | undefined): Promise<readonly string[]> => {
    const now = await truth.load()
    fresh.push(now.filter(name => known?.includes(name) !== true))
    return now
  }
  const [rooms, elsewhere] = [app.cache.follow('rooms', 'all', 60, refresh), other.cache.follow('rooms', 'all', 60, refresh)]
  t.same([await rooms(), await rooms(), await elsewhere()], [['Aurora'], ['Aurora'], ['Aurora']])
  t.same(fresh, [['Aurora'], ['Aurora']], 'each process keeps its own')

  fresh = []
  truth.value = ['Aurora', 'Borealis']
  await other.cache.invalidate('rooms')
  t.same(await Promise.all([rooms(), rooms(), rooms(), elsewhere()]), new Array(4).fill(truth.value))
  t.same(fresh, [['Borealis'], ['Borealis']])

  const release = truth.hold()
  await app.cache.invalidate('rooms')
  const slow = rooms()
  t.ok(await until(() => truth.loads === 5, 5_000))
  truth.value = ['Comet']
  await app.cache.invalidate('rooms')
  t.same(await rooms(), ['Comet'], 'who reads after a change does not wait for those who read before it')
  release()
  t.same([await slow, await rooms()], [['Aurora', 'Borealis'], ['Comet']])

  const shortly = app.cache.follow('rooms', 'shortly', 0, refresh)
  truth.value = ['Dawn']
  t.same([await shortly(), await rooms()], [['Dawn'], ['Comet']])
  truth.value = ['Eclipse']
  t.same(await shortly(), ['Eclipse'], 'nobody told of this change')
})

t.test('what is stored and cannot be read is loaded', { skip }, async t => {
  const [app, other] = [await instance(t), await instance(t)]
  const room = source('Aurora')
  const read = async (app: FastifyInstance): Promise<string> => await app.cache.read('room:1', 'record', 60, async () => await room.load())
  await read(app)
  const key = `${t.name}:room:1:record`
  const [version] = await redis.hkeys(key)
  await redis.hset(key, version as string, '{broken')
  t.equal(await read(other), 'Aurora')
  t.equal(room.loads, 2, 'broken JSON')
  await redis.set(key, 'not a hash')
  const third = await instance(t)
  t.same([await read(third), await read(await instance(t))], ['Aurora', 'Aurora'])
  t.equal(room.loads, 3, 'something else, which is replaced')
})

t.test('what is kept does not grow with changes', { skip }, async t => {
  const [app, other] = [await instance(t), await instance(t)]
  const rooms = source<string[]>([])
  const read = async (app: FastifyInstance): Promise<string[]> => await app.cache.read('catalogue', 'rooms', 300, async () => await rooms.load())
  for (let change = 1; change <= 50; change++) {
    rooms.value = [`room ${String(change).padStart(2, '0')}`]
    await app.cache.invalidate('catalogue')
    t.same([await read(app), await read(other)], [rooms.value, rooms.value])
  }
  t.equal(rooms.loads, 50)
  const size = `${t.name}:catalogue:rooms`.length + JSON.stringify(rooms.value).length
  for (const each of [app, other]) t.same(await kept(each), { values: 1, characters: size }, 'the process keeps what may be asked for')
  t.same((await redis.keys(`${t.name}:*`)).sort(), [`${t.name}:catalogue:rooms`, `${t.name}:version:catalogue`], 'and so does Redis')
  t.equal(await redis.hlen(`${t.name}:catalogue:rooms`), 1)
})

t.test('what has expired is forgotten though nobody asks for it', { skip }, async t => {
  const app = await instance(t)
  await Promise.all([1, 2, 3].map(async number => await app.cache.read(`room:${number}`, 'record', 5, async () => 'Aurora')))
  await app.cache.read('room:4', 'record', 300, async () => 'Borealis')
  t.equal((await kept(app)).values, 4)
  t.ok(await until(async () => (await kept(app)).values === 1, 20_000))
})

t.test('beyond its size a process forgets what was used longest ago', { skip }, async t => {
  const key = (subject: string): string => `${t.name}:${subject}:record`
  const app = await instance(t, undefined, 3 * (key('room:1').length + '"Aurora"'.length))
  const isKept = async (subject: string): Promise<boolean> => {
    await redis.del(key(subject))
    let isLoaded = false
    await app.cache.read(subject, 'record', 60, async () => {
      isLoaded = true
      return 'Aurora'
    })
    return !isLoaded
  }
  for (const subject of ['room:1', 'room:2', 'room:3', 'room:1', 'room:4']) await app.cache.read(subject, 'record', 60, async () => 'Aurora')
  t.equal((await kept(app)).values, 3)
  t.same([await isKept('room:1'), await isKept('room:3'), await isKept('room:4'), await isKept('room:2')], [true, true, true, false])
  const whole = await app.cache.read('room:5', 'record', 60, async () => 'Aurora'.repeat(100))
  t.equal(await app.cache.read('room:5', 'record', 60, async () => ''), whole, 'what is larger than all is taken from Redis')
  t.equal((await kept(app)).values, 3, 'and pushes nothing out')
})

t.test('without Redis everything is loaded, and it is used again when it is back', { skip }, async t => {
  const app = await instance(t, undefined, undefined, 500)
  const room = source('Aurora')
  const read = async (): Promise<string> => await app.cache.read('room:1', 'record', 60, async () => await room.load())
  const followed = app.cache.follow('room:1', 'followed', 60, async () => room.value)
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
  t.equal(await followed(), 'Borealis')
  room.value = 'Comet'
  t.equal(await followed(), 'Comet', 'without a version nothing that is kept is trusted')
  room.value = 'Borealis'
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
