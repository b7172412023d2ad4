import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectRabbitmq } from 'amqplib'
import { Redis } from 'ioredis'
import { createConnection } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import type { Test } from 'tap'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import { isListening } from '../../scripts/infrastructure/ports.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from '../../scripts/infrastructure/rabbitmq.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'

t.jobs = 3
t.setTimeout(400_000)

const parent = await mkdtemp(join(tmpdir(), 'infrastructure-'))
t.teardown(() => rm(parent, { recursive: true, force: true }))

/** Starts a server, writes, kills it, starts it again in the same place, reads, stops it. */
async function outlivesKill (
  t: Test, start: typeof startPrivateRedis, write: (url: string) => Promise<void>, read: (url: string) => Promise<unknown>
) {
  const directory = join(parent, t.name)
  const first = await start({ directory })
  t.teardown(() => first.stop())
  await write(first.url)
  first.kill()

  const second = await start({ directory, port: first.port })
  t.teardown(() => second.stop())
  t.equal(second.url, first.url)
  t.not(second.pid, first.pid)
  t.equal(await read(second.url), 'kept')

  await second.stop()
  t.notOk(await isListening(second.port))
  for (const { pid } of [first, second]) t.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
}

t.test('mysql', { skip: !mysqlIsInstalled() && 'neither MariaDB nor MySQL is installed' }, t => outlivesKill(t,
  startPrivateMysql,
  async url => {
    const connection = await createConnection(url)
    await connection.query('CREATE DATABASE example')
    await connection.query('CREATE TABLE example.word (word VARCHAR(20))')
    await connection.query("INSERT INTO example.word VALUES ('kept')")
    connection.destroy()
  },
  async url => {
    const connection = await createConnection({ uri: url, rowsAsArray: true })
    const [rows] = await connection.query('SELECT word FROM example.word')
    connection.destroy()
    return String(rows)
  }))

t.test('redis', { skip: !redisIsInstalled() && 'Redis is not installed' }, t => outlivesKill(t,
  startPrivateRedis,
  async url => {
    const redis = new Redis(url)
    redis.on('error', () => {})
    await redis.set('word', 'kept')
    redis.disconnect()
  },
  async url => {
    const redis = new Redis(url)
    const word = await redis.get('word')
    redis.disconnect()
    return word
  }))

t.test('rabbitmq', { skip: !rabbitmqIsInstalled() && 'RabbitMQ is not installed' }, t => outlivesKill(t,
  startPrivateRabbitmq,
  async url => {
    const connection = await connectRabbitmq(url)
    const channel = await connection.createConfirmChannel()
    // Not a quorum queue: a broker killed within a second of declaring one never finds its leader again.
    await channel.assertQueue('word', { durable: true })
    channel.sendToQueue('word', Buffer.from('kept'), { persistent: true })
    await channel.waitForConfirms()
    await connection.close()
  },
  async url => {
    const connection = await connectRabbitmq(url)
    const channel = await connection.createChannel()
    const message = await channel.get('word')
    await connection.close()
    return message && message.content.toString()
  }))

t.test('no server outlives a killed run', { skip: !redisIsInstalled() && 'Redis is not installed' }, async t => {
  const module = new URL('../../scripts/infrastructure/redis.ts', import.meta.url)
  const directory = join(parent, 'orphan')
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', `
    import { startPrivateRedis } from ${JSON.stringify(module)}
    console.log((await startPrivateRedis({ directory: ${JSON.stringify(directory)} })).port)
  `], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  const port = Number(line)
  t.ok(await isListening(port))
  child.kill('SIGKILL')
  t.ok(await until(async () => !await isListening(port), 60_000))
})
