/** `npm run user`: what an admin does, for when there is none to ask. */
import { join } from 'node:path'
import Fastify from 'fastify'
import { v7 as uuid } from 'uuid'
import { createRepository } from '../services/users/repository/index.ts'
import { readVariable } from '../shared/config.ts'
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
import { commands } from './commands.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { reachMysql, reachRedis } from './infrastructure/connections.ts'
import { messageOf } from './infrastructure/messages.ts'
import { needRunningSystem } from './system/running-system.ts'

const roles = (UserRole as unknown as { enum: string[] }).enum

/** What the users service works with. */
interface Environment { databaseUrl: string, redisUrl: string, redisPrefix: string, rabbitmqUrl: string, exchange: string }

/** What is to be changed, or nothing when the arguments make no sense. */
function updateOf ([command, login, role, ...rest]: string[]): { login: string, update: UserUpdate } | undefined {
  if (rest.length > 0 || login === undefined) return undefined
  if (command === 'unlock' && role === undefined) return { login, update: { unlock: true } }
  if (command === 'promote' && role !== undefined && roles.includes(role)) return { login, update: { role: role as UserRole } }
  return undefined
}

/**
 * The environment that DATABASE_URL and others name, or that of the system which runs in this checkout.
 *
 * @throws Error with what to do, when there is none or a server of it cannot be used
 */
async function findEnvironment (): Promise<Environment> {
  const found = environmentIn(process.env) ?? await ofRunningSystem()
  await reachMysql(found.databaseUrl).catch((error: unknown) => { throw new Error(`The database at ${new URL(found.databaseUrl).host} cannot be used: ${messageOf(error)}. Start it, or set DATABASE_URL to another one.`) })
  await reachRedis(found.redisUrl).catch((error: unknown) => { throw new Error(`Redis at ${new URL(found.redisUrl).host} cannot be used, and the services learn from it that sessions have ended: ${messageOf(error)}. Start it, or set REDIS_URL to another one.`) })
  return found
}

function environmentIn (variables: Record<string, string | undefined>): Environment | undefined {
  const named = (name: string): string | undefined => readVariable(name, variables)
  const databaseUrl = named('DATABASE_URL')
  if (databaseUrl === undefined) return undefined
  const redisUrl = named('REDIS_URL')
  const rabbitmqUrl = named('RABBITMQ_URL')
  if (redisUrl === undefined || rabbitmqUrl === undefined) throw new Error('Set REDIS_URL and RABBITMQ_URL with DATABASE_URL, as the users service has them.')
  return { databaseUrl, redisUrl, redisPrefix: named('REDIS_PREFIX') ?? 'smart-meeting-room:', rabbitmqUrl, exchange: named('EVENT_EXCHANGE') ?? 'smart-meeting-room' }
}

async function ofRunningSystem (): Promise<Environment> {
  const { databaseUrls, ...running } = await needRunningSystem(join(import.meta.dirname, '..'))
  return { ...running, databaseUrl: databaseUrls.users }
}

const request = updateOf(readCommandLine(commands.user).positionals) ?? misuse(commands.user)
const { databaseUrl, redisUrl, redisPrefix, rabbitmqUrl, exchange } = await findEnvironment().catch((error: unknown) => {
  console.error(messageOf(error))
  process.exit(1)
})
const app = Fastify({ logger: { level: 'fatal' } })
try {
  await app.register(health)
  await app.register(metrics, { service: 'users' })
  await app.register(database, { url: databaseUrl, poolSize: 2, lockWaitSeconds: 2 })
  await app.register(jobs)
  await app.register(cache, { url: redisUrl, prefix: `${redisPrefix}users:`, memoryCharacters: 1, deadlineMilliseconds: 500 }) // it only says what is stale
  await app.register(queue, { url: rabbitmqUrl, exchange })
  await app.register(outbox, { service: 'users' })
  await app.register(idempotency)
  await app.register(sessions, { prefix: redisPrefix, identity: { isSessionOpen: async () => true, holdsSessions: true } })
  await app.ready()
  const repository = createRepository(app, 0)
  const found = await repository.accounts.findByLogin(request.login)
  if (!found) throw new Error(`There is no account ${request.login}.`)
  const user = await repository.administration.change(found.user.id, request.update, undefined, { id: null, correlationId: uuid() })
  console.log(request.update.unlock ? `${user.username} is not locked (any more).` : `${user.username} has the role ${user.role} now. Its sessions have ended.`)
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
} finally {
  await app.close()
}
