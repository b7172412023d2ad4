import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import type { PrivateServer } from '../../scripts/infrastructure/processes.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from '../../scripts/infrastructure/rabbitmq.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { testSystem, type TestSystem } from '../support/system.ts'
import { checkColumn, environment, MailServer, prepare } from './degradation.ts'

// Servers that may be killed can only be started where their programs are.
const skip = mysqlIsInstalled() && redisIsInstalled() && rabbitmqIsInstalled() ? false : 'the programs of MySQL, Redis and RabbitMQ are not installed'

const starters = { MySQL: startPrivateMysql, Redis: startPrivateRedis, RabbitMQ: startPrivateRabbitmq }
type Name = keyof typeof starters
const names = Object.keys(starters) as Name[]
let servers: Record<Name, PrivateServer>
let directory: string
let mail: MailServer
let system: TestSystem

t.before(async () => {
  if (skip) return
  directory = await mkdtemp(join(tmpdir(), 'degradation-'))
  servers = Object.fromEntries(await Promise.all(names.map(async name => [name, await starters[name]({ directory: join(directory, name) })]))) as typeof servers
  mail = new MailServer(await freePort())
  await mail.start()
  t.teardown(async () => {
    await mail.stop()
    await Promise.all(names.map(async name => { await servers[name].stop() }))
    await rm(directory, { recursive: true, force: true })
  })
  system = await testSystem(t, { ...environment, SMTP_URL: `smtp://127.0.0.1:${mail.port}` }, { mysqlUrl: servers.MySQL.url, redisUrl: servers.Redis.url, rabbitmqUrl: servers.RabbitMQ.url })
})

for (const name of names) {
  t.test(`${name} hangs`, { skip }, async t => {
    await checkColumn(t, await prepare(system, mail, name), name, {
      stop: () => { servers[name].kill('SIGSTOP') },
      restore: () => { servers[name].kill('SIGCONT') }
    })
  })
  t.test(`${name} is gone`, { skip }, async t => {
    await checkColumn(t, await prepare(system, mail, name), name, {
      stop: () => { servers[name].kill() },
      restore: async () => { servers[name] = await starters[name]({ directory: join(directory, name), port: servers[name].port }) }
    })
  })
}

t.test('mail hangs', { skip }, async t => {
  let silent: Server
  const sockets = new Set<Socket>()
  await checkColumn(t, await prepare(system, mail, 'mail'), 'mail', {
    stop: async () => {
      await mail.stop()
      silent = createServer(socket => { sockets.add(socket) }).listen(mail.port, '127.0.0.1')
      await once(silent, 'listening')
    },
    restore: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => silent.close(resolve))
      await mail.start()
    }
  })
})

t.test('mail is gone', { skip }, async t => {
  await checkColumn(t, await prepare(system, mail, 'mail'), 'mail', { stop: async () => { await mail.stop() }, restore: async () => { await mail.start() } })
})
