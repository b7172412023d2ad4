import amqplib, { type Channel, type ChannelModel } from 'amqplib'
import Fastify, { type FastifyInstance } from 'fastify'
import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { until } from '../../scripts/infrastructure/until.ts'
import { services } from '../../scripts/system/databases.ts'
import { DatabaseUnavailableError } from '../../shared/database-errors.ts'
import { consumer, type Consumers } from '../../shared/plugins/consumer.ts'
import { database } from '../../shared/plugins/database.ts'
import { health } from '../../shared/plugins/health.ts'
import { jobs } from '../../shared/plugins/jobs.ts'
import { metrics } from '../../shared/plugins/metrics.ts'
import { outbox } from '../../shared/plugins/outbox.ts'
import { queue } from '../../shared/plugins/queue.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
let connection: ChannelModel
let channel: Channel
let exchange: string

t.before(async () => {
  system = await testSystem(t)
  t.teardown(forget)
  exchange = `${system.apps.users.queue.exchange}.consumer-test`
  connection = await amqplib.connect(system.servers.rabbitmqUrl)
  channel = await connection.createChannel()
})
async function forget (): Promise<void> {
  for (const suffix of ['', '.dead', '.retry.1', '.retry.2']) await channel.deleteQueue(`${exchange}.probe${suffix}`)
  for (const service of services) await channel.deleteQueue(`${exchange}.${service}`)
  await channel.deleteExchange(exchange)
  await connection.close()
}

/** An app that consumes, on the database of the users service. */
async function consuming (on: Consumers): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(health)
  await app.register(metrics, { service: 'probe' })
  await app.register(database, { url: system.options.databaseUrls.users, poolSize: 3, lockWaitSeconds: 2 })
  await app.register(queue, { url: system.servers.rabbitmqUrl, exchange })
  await app.register(jobs)
  await app.register(outbox, { service: 'users' })
  await app.register(consumer, { service: 'probe', on, retrySeconds: [1, 2] })
  await app.ready()
  t.ok(await until(isConsumed, 10_000), 'the queue is consumed')
  return app
}

/** Asking for a queue that is not there (yet) costs the channel. */
async function isConsumed (): Promise<boolean> {
  const probe = await connection.createChannel()
  probe.on('error', () => {})
  const isThere = await probe.checkQueue(`${exchange}.probe`).then(({ consumerCount }) => consumerCount > 0, () => false)
  await probe.close().catch(() => {})
  return isThere
}

function registration (time = new Date()): { id: string, subject: string, message: Buffer } {
  const [id, subject] = [uuid(), uuid()]
  const event = { specversion: '1.0', id, source: '/users', type: 'user.registered', subject, time: time.toISOString(), datacontenttype: 'application/json', correlationid: 'correlation-1', data: { userId: subject, role: 'user', status: 'active', version: 1 } }
  return { id, subject, message: Buffer.from(JSON.stringify(event)) }
}
const send = (id: string, message: Buffer): boolean => channel.publish(exchange, 'user.registered', message, { persistent: true, messageId: id, type: 'user.registered', correlationId: 'correlation-1' })
const ready = async (name: string): Promise<number> => (await channel.checkQueue(`${exchange}.probe${name}`)).messageCount

t.test('an event that arrives three times has its effect once', async t => {
  let arrivals = 0
  let effects = 0
  const app = await consuming({
    'user.registered': async (_event, { claim }) => {
      arrivals++
      await app.database.transaction(async transaction => { if (await claim(transaction)) effects++ })
    }
  })
  const { id, message } = registration()
  for (let time = 0; time < 3; time++) send(id, message)
  t.ok(await until(() => arrivals === 3, 10_000), 'all arrive')
  t.equal(effects, 1)
  await app.close()
})

t.test('a failing event is tried again while others flow, and has its effect in the end', async t => {
  const done: string[] = []
  let failures = 2
  const bad = registration()
  const app = await consuming({
    'user.registered': async ({ id }) => {
      if (id === bad.id && failures-- > 0) throw new Error('not now')
      done.push(id)
    }
  })
  send(bad.id, bad.message)
  const others = [registration(), registration(), registration()]
  for (const { id, message } of others) send(id, message)
  t.ok(await until(() => done.length === 4, 15_000), 'all are done')
  t.same(done, [...others.map(({ id }) => id), bad.id], 'others did not wait, and kept their order')
  await app.close()
})

t.test('an event that keeps failing, or cannot be read, ends among the dead letters', async t => {
  let tries = 0
  const app = await consuming({
    'user.registered': async () => {
      tries++
      throw new Error('never')
    }
  })
  const { id, message } = registration()
  send(id, message)
  send(uuid(), Buffer.from('{"not":"an event"}'))
  send(uuid(), Buffer.from('not even JSON'))
  t.ok(await until(async () => await ready('.dead') === 3, 15_000), 'three dead letters')
  t.equal(tries, 3, 'tried once and again after each delay')
  const dead = []
  for (let letter = 0; letter < 3; letter++) dead.push(await channel.get(`${exchange}.probe.dead`, { noAck: true }))
  t.match(dead.map(letter => letter !== false && letter !== true ? String(letter.properties.headers?.['x-error']) : '').sort(), [/it does not fit/, /it is not JSON/, /never/])
  await app.close()
})

t.test('while the database is away events wait, in order and without counting that as failures', async t => {
  const done: string[] = []
  let outages = 3
  const sent = Array.from({ length: 5 }, () => registration())
  const app = await consuming({
    'user.registered': async ({ id }) => {
      if (outages-- > 0) throw new DatabaseUnavailableError(new Error('Connection lost'))
      done.push(id)
    }
  })
  for (const { id, message } of sent) send(id, message)
  t.ok(await until(() => done.length === sent.length, 15_000), 'all are done')
  t.same(done, sent.map(({ id }) => id))
  t.notMatch(await app.registry.metrics(), /outcome="retried"/)
  await app.close()
})

t.test('an event at which the database is away every time does not hold up the others for good', async t => {
  const done: string[] = []
  const bad = registration()
  const app = await consuming({
    'user.registered': async ({ id }) => {
      if (id === bad.id) throw new DatabaseUnavailableError(new Error('Lock wait timeout exceeded'))
      done.push(id)
    }
  })
  const good = registration()
  for (const { id, message } of [bad, good]) send(id, message)
  t.ok(await until(() => done.length === 1, 20_000), 'the other is done')
  t.ok(await until(async () => await ready('.dead') === 1, 30_000), 'and it is dead in the end')
  await channel.purgeQueue(`${exchange}.probe.dead`)
  await app.close()
})

t.test('events that come while nobody consumes are consumed in order afterwards, and the lag is told', async t => {
  const anHourAgo = Date.now() - 3_600_000
  const sent = Array.from({ length: 20 }, (_, number) => registration(new Date(anHourAgo + number)))
  for (const { id, message } of sent) send(id, message)
  const done: string[] = []
  const app = await consuming({ 'user.registered': async ({ id }) => { done.push(id) } })
  t.ok(await until(() => done.length === sent.length, 10_000), 'all are done')
  t.same(done, sent.map(({ id }) => id))
  const metrics = await app.registry.metrics()
  const figure = (name: string): number => Number(new RegExp(`^events_lag_seconds_${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(metrics)?.[1])
  t.equal(figure('count'), sent.length)
  t.ok(figure('sum') / sent.length >= 3_600, 'an hour each')
  await app.close()
})
