import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import amqplib, { type ChannelModel, type ConfirmChannel } from 'amqplib'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { brokerOf } from '../../scripts/events/broker.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { claimCheckout } from '../../scripts/system/running-system.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let connection: ChannelModel
let channel: ConfirmChannel
let exchange: string

t.before(async () => {
  system = await testSystem(t)
  exchange = system.apps.users.queue.exchange
  connection = await amqplib.connect(system.servers.rabbitmqUrl)
  channel = await connection.createConfirmChannel()
  t.teardown(async () => { await connection.close() })
})

async function command (...parameters: string[]): Promise<{ code: number, out: string, error: string }> {
  const environment = { ...process.env, RABBITMQ_URL: system.servers.rabbitmqUrl, EVENT_EXCHANGE: exchange }
  return await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/events.ts', ...parameters], { cwd: join(import.meta.dirname, '../..'), env: environment })
    .then(({ stdout, stderr }) => ({ code: 0, out: stdout, error: stderr }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, out: stdout, error: stderr }))
}

function registrationOf ({ user }: Person, isBroken = false): { id: string, message: Buffer } {
  const id = uuid()
  const data = { userId: user.id, role: 'user', status: 'active', version: 1 }
  const event = { specversion: '1.0', id, source: '/users', type: 'user.registered', subject: user.id, time: new Date().toISOString(), datacontenttype: 'application/json', correlationid: 'correlation-1', data: isBroken ? {} : data }
  return { id, message: Buffer.from(JSON.stringify(event)) }
}

/** Publishes the event that somebody has registered, so that nobody can read it. */
async function brokenRegistration (person: Person): Promise<string> {
  const { id, message } = registrationOf(person, true)
  channel.publish(exchange, 'user.registered', message, { persistent: true, messageId: id, type: 'user.registered', correlationId: 'correlation-1' })
  await channel.waitForConfirms()
  return id
}
const dead = async (): Promise<number> => (await channel.checkQueue(`${exchange}.users.dead`)).messageCount

t.test('events: lists queues, shows a dead letter, replays it and drops it', async t => {
  const person = await system.person()
  const [first, second] = [await brokenRegistration(person), await brokenRegistration(person)]
  t.ok(await until(async () => await dead() === 2, 10_000), 'both are dead at once')

  const list = await command()
  t.match(list.out, new RegExp(`${exchange}\\.users +0 +1\\n`))
  t.match(list.out, new RegExp(`${exchange}\\.users\\.dead +2 +0\\n`))

  const shown = JSON.parse((await command('show', 'users')).out) as Array<{ id: string, error: string }>
  t.match(shown, [{ id: first, type: 'user.registered', correlationId: 'correlation-1', failures: 1, error: /does not fit/, body: { id: first } }, { id: second }])
  t.equal((JSON.parse((await command('show', `${exchange}.users.dead`, '1')).out) as unknown[]).length, 1)

  t.match(await command('replay', 'users', '--id', second), { code: 0, out: `Replayed 1:\n${second}` })
  t.ok(await until(async () => await dead() === 2, 10_000), 'it is as broken as before')
  t.match(await command('drop', 'users', '--id', first), { code: 0, out: `Dropped 1:\n${first}` })
  t.equal(await dead(), 1)
  t.match(await command('drop', 'users', '--id', first), { code: 1, error: /There is no such message/ })
  await command('drop', 'users', '--id', second)
  t.equal(await dead(), 0)
})

t.test('events: a letter whose reason is mended has its effect when it is replayed, once', async t => {
  const person = await system.person()
  await system.sql.users.execute('UPDATE user SET email_key = NULL, email_confirmed_at = NULL, pending_email = email, pending_email_key = LOWER(email) WHERE id = ?', [person.user.id])
  const counts = async (): Promise<number> => (await system.sql.users.execute<RowDataPacket[]>("SELECT id FROM notification WHERE user_id = ? AND kind = 'email_confirmation'", [person.user.id]))[0].length
  const isConsumed = async (): Promise<boolean> => (await system.sql.users.execute<RowDataPacket[]>("SELECT processed_event.id FROM processed_event JOIN outbox ON outbox.id = processed_event.id WHERE subject = ? AND type = 'user.registered'", [person.user.id]))[0].length === 1
  t.ok(await until(isConsumed, 10_000))
  const before = await counts()
  const { id, message } = registrationOf(person)
  channel.sendToQueue(`${exchange}.users.dead`, message, { persistent: true, messageId: id, type: 'user.registered', headers: { 'x-attempt': 6, 'x-error': 'a table was missing' } })
  await channel.waitForConfirms()

  t.match(await command('replay', 'users'), { code: 0, out: `Replayed 1:\n${id}` })
  t.ok(await until(async () => await counts() === before + 1, 10_000), 'the effect is there')
  const metrics = await system.metrics('users')
  t.match(metrics, /events_consumed_total\{[^}]*type="user\.registered",outcome="dead"[^}]*\} 3/)
  t.match(metrics, /outbox_events\{service="users"\} 0/)
  t.match(metrics, /events_lag_seconds/)
})

t.test('events: without variables, it works on the system that runs in the checkout', async t => {
  const root = await mkdtemp(join(tmpdir(), 'events-'))
  t.teardown(async () => { await rm(root, { recursive: true, force: true }) })
  const where = async (environment: Record<string, string> = {}): Promise<{ url: string, exchange: string }> => await brokerOf(root, environment)
  const running = { urls: system.urls, databaseUrls: system.options.databaseUrls, redisUrl: system.servers.redisUrl, redisPrefix: `${exchange}:`, rabbitmqUrl: 'amqp://running', exchange }
  const checkout = await claimCheckout(root)
  await checkout.note(running)
  t.same(await where(), { url: 'amqp://running', exchange })
  t.same(await where({ RABBITMQ_URL: 'amqp://running' }), { url: 'amqp://running', exchange }, 'whoever names its broker means its exchange')
  t.same(await where({ EVENT_EXCHANGE: 'another' }), { url: 'amqp://running', exchange: 'another' })
  t.same(await where({ RABBITMQ_URL: 'amqp://elsewhere' }), { url: 'amqp://elsewhere', exchange: 'smart-meeting-room' }, 'as services have it unless told')
  t.same(await where({ RABBITMQ_URL: 'amqp://elsewhere', EVENT_EXCHANGE: 'another' }), { url: 'amqp://elsewhere', exchange: 'another' })

  await checkout.release()
  await t.rejects(where(), { message: /^No system runs in this checkout\. Start it with `npm start`/ })
  t.same(await where({ RABBITMQ_URL: 'amqp://elsewhere' }), { url: 'amqp://elsewhere', exchange: 'smart-meeting-room' })
})

t.test('events: what cannot be understood says how to use it', async t => {
  t.match(await command('shrug', 'users'), { code: 2, error: /^npm run events: .*\n\nShows .*\n\nUsage:/ })
  for (const nonsense of [['replay', 'users', '--force'], ['list', 'users'], ['replay', 'users', '5'], ['drop', 'users'], ['show', 'users', '1', '2']]) {
    t.match(await command(...nonsense), { code: 2, error: /^npm run events: .*\n\nShows .*\n\nUsage:/ }, nonsense.join(' '))
  }
  t.match(await command('show', 'nothing'), { code: 1, error: /There is no such queue/ })
  t.match(await command('replay', `${exchange}.users`), { code: 1, error: /Only dead letters/ })
})
