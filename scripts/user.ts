/**
 * `npm run user -- promote <login> <role>` and `npm run user -- unlock <login>`: what an admin does, for when there is none to ask.
 * Works on the database that DATABASE_URL names, with REDIS_URL, REDIS_PREFIX and RABBITMQ_URL as the users service has them; without
 * DATABASE_URL on the system of this checkout.
 */
import { join } from 'node:path'
import Fastify from 'fastify'
import { v7 as uuid } from 'uuid'
import { createRepository } from '../services/users/repository/index.ts'
import { UserRole, type UserUpdate } from '../shared/contract/generated/users.schemas.ts'
import { cache } from '../shared/plugins/cache.ts'
import { database } from '../shared/plugins/database.ts'
import { health } from '../shared/plugins/health.ts'
import { idempotency } from '../shared/plugins/idempotency.ts'
import { jobs } from '../shared/plugins/jobs.ts'
import { metrics } from '../shared/plugins/metrics.ts'
import { outbox } from '../shared/plugins/outbox.ts'
import { queue } from '../shared/plugins/queue.ts'
import { sessions } from '../shared/plugins/sessions.ts'
import { provideServers } from './infrastructure/servers.ts'
import { createDatabases, installation, namesOf } from './system/databases.ts'
import { runningSystem } from './system/running-system.ts'

const roles = (UserRole as unknown as { enum: string[] }).enum
const usage = `Usage:
  npm run user -- promote <username or e-mail address> <${roles.join(' | ')}>
  npm run user -- unlock <username or e-mail address>`

interface Environment { databaseUrl: string, redisUrl: string, redisPrefix: string, rabbitmqUrl: string, exchange: string, close: () => Promise<void> }

/** What is to be changed, or nothing when the arguments make no sense. */
function updateOf ([command, login, role, ...rest]: string[]): { login: string, update: UserUpdate } | undefined {
  if (rest.length > 0 || login === undefined) return undefined
  if (command === 'unlock' && role === undefined) return { login, update: { unlock: true } }
  if (command === 'promote' && role !== undefined && roles.includes(role)) return { login, update: { role: role as UserRole } }
  return undefined
}

async function environment (): Promise<Environment> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, RABBITMQ_URL: rabbitmqUrl, REDIS_PREFIX: redisPrefix = 'smart-meeting-room:', EVENT_EXCHANGE: exchange = 'smart-meeting-room' } = process.env
  if (databaseUrl !== undefined) {
    if (redisUrl === undefined || rabbitmqUrl === undefined) throw new Error('Set REDIS_URL and RABBITMQ_URL with DATABASE_URL, as the users service has them.')
    return { databaseUrl, redisUrl, redisPrefix, rabbitmqUrl, exchange, close: async () => {} }
  }
  const root = join(import.meta.dirname, '..')
  const running = await runningSystem(root)
  if (running) return { ...running, databaseUrl: running.databaseUrls.users, close: async () => {} }
  const servers = await provideServers({ log: () => {} })
  const own = await installation(root)
  const { databasePrefix, redisPrefix: ownPrefix, exchange: ownExchange } = namesOf(own)
  const databases = await createDatabases(servers.mysqlUrl, databasePrefix, own.databasePassword)
  return { databaseUrl: databases.users, redisUrl: servers.redisUrl, redisPrefix: ownPrefix, rabbitmqUrl: servers.rabbitmqUrl, exchange: process.env['EVENT_EXCHANGE'] ?? ownExchange, close: servers.stop }
}

const request = updateOf(process.argv.slice(2))
if (!request) {
  console.error(usage)
  process.exit(2)
}
const { databaseUrl, redisUrl, redisPrefix, rabbitmqUrl, exchange, close } = await environment()
const app = Fastify({ logger: { level: 'fatal' } })
try {
  await app.register(health)
  await app.register(metrics, { service: 'users' })
  await app.register(database, { url: databaseUrl, poolSize: 2 })
  await app.register(jobs)
  await app.register(cache, { url: redisUrl, prefix: `${redisPrefix}users:`, memoryCharacters: 1 }) // it only says what is stale
  await app.register(queue, { url: rabbitmqUrl, exchange })
  await app.register(outbox, { service: 'users' })
  await app.register(idempotency)
  await app.register(sessions, { prefix: redisPrefix, identity: { isSessionOpen: async () => true, holdsSessions: true } })
  await app.ready()
  const repository = createRepository(app)
  const found = await repository.accounts.findByLogin(request.login)
  if (!found) throw new Error(`There is no account ${request.login}.`)
  const user = await repository.administration.change(found.user.id, request.update, undefined, { id: null, correlationId: uuid() })
  console.log(request.update.unlock ? `${user.username} is not locked (any more).` : `${user.username} has the role ${user.role} now. Its sessions have ended.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await app.close()
  await close()
}
