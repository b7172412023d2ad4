import { join, relative } from 'node:path'
import { readVariable } from '../../shared/config.ts'
import { composeIsAvailable, startComposeService, stopComposeService } from './compose.ts'
import { reachMysql, reachRabbitmq, reachRedis } from './connections.ts'
import { claimDirectory } from './directory.ts'
import type { Claim } from './directory.ts'
import { mysqlIsInstalled, startPrivateMysql } from './mysql.ts'
import { canInstallPackages, installPackage } from './packages.ts'
import { isListening } from './ports.ts'
import type { PrivateServer } from './processes.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from './rabbitmq.ts'
import { redisIsInstalled, startPrivateRedis } from './redis.ts'

/** The three servers that the services need. */
export interface Servers {
  /** Of a user who may create databases and users. */
  mysqlUrl: string
  redisUrl: string
  rabbitmqUrl: string
  /** Ends what this call started, nothing else; data stay. */
  stop: () => Promise<void>
}

/** What `provideServers` can be told. */
export interface Options {
  /** Gets one line about each server. */
  log: (line: string) => void
  /** Where private instances live, `.local/servers` of this checkout unless told. */
  directory?: string
  /** `'private'` passes over environment, running servers and Docker: for tests that may break what they use. */
  only?: 'private'
}

interface Kind {
  name: string
  variable: string
  port: number
  developmentUrls: string[]
  composeUrl: string
  package: string
  reach: (url: string) => Promise<void>
  isInstalled: () => boolean
  startPrivate: (options: { directory: string }) => Promise<PrivateServer>
}

interface Provided {
  url: string
  from: string
  stop?: () => Promise<void>
}

const kinds = {
  mysql: {
    name: 'mysql',
    variable: 'MYSQL_ADMIN_URL',
    port: 3306,
    developmentUrls: ['mysql://root@127.0.0.1:3306', 'mysql://root:root@127.0.0.1:3306'],
    composeUrl: 'mysql://root:root@127.0.0.1:3306',
    package: 'mariadb-server',
    reach: reachMysql,
    isInstalled: mysqlIsInstalled,
    startPrivate: startPrivateMysql
  },
  redis: {
    name: 'redis',
    variable: 'REDIS_URL',
    port: 6379,
    developmentUrls: ['redis://127.0.0.1:6379'],
    composeUrl: 'redis://127.0.0.1:6379',
    package: 'redis-server',
    reach: reachRedis,
    isInstalled: redisIsInstalled,
    startPrivate: startPrivateRedis
  },
  rabbitmq: {
    name: 'rabbitmq',
    variable: 'RABBITMQ_URL',
    port: 5672,
    developmentUrls: ['amqp://guest:guest@127.0.0.1:5672'],
    composeUrl: 'amqp://guest:guest@127.0.0.1:5672',
    package: 'rabbitmq-server',
    reach: reachRabbitmq,
    isInstalled: rabbitmqIsInstalled,
    startPrivate: startPrivateRabbitmq
  }
} satisfies Record<string, Kind>

/**
 * Finds or starts MySQL, Redis and RabbitMQ. Each for itself comes from the first that has it: the environment
 * (`MYSQL_ADMIN_URL`, `REDIS_URL`, `RABBITMQ_URL`), a server on the default port of 127.0.0.1 with the usual development
 * credentials, Docker Compose, a private instance of the installed program, which root on Debian gets installed first.
 *
 * @throws Error saying what to do, when a URL of the environment does not work or when nothing has a server.
 */
export async function provideServers (
  { log, directory = join(import.meta.dirname, '../../.local/servers'), only }: Options
): Promise<Servers> {
  let compose: Promise<boolean> | undefined
  let claim: Promise<Claim> | undefined

  async function provide (kind: Kind): Promise<Provided> {
    const found = only === 'private' ? undefined : await find(kind) ?? await startInCompose(kind)
    const provided = found ?? await startPrivate(kind)
    log(`${kind.name}: ${provided.from}`)
    return provided
  }

  async function find ({ name, variable, port, developmentUrls, reach }: Kind): Promise<Provided | undefined> {
    const configured = readVariable(variable)
    if (configured) {
      await reach(configured).catch(error => {
        throw new Error(`${variable} is set, but that server cannot be used: ${messageOf(error)}`)
      })
      return { url: configured, from: `as ${variable} says` }
    }
    let refusal: unknown
    for (const url of developmentUrls) {
      const isUsable = await reach(url).then(() => true, error => { refusal = error })
      if (isUsable) return { url, from: `running on 127.0.0.1:${port}` }
    }
    if (await isListening(port)) {
      log(`${name}: passing over the server on 127.0.0.1:${port}, which refuses us (${messageOf(refusal)})`)
    }
    return undefined
  }

  async function startInCompose ({ name, port, composeUrl, reach }: Kind): Promise<Provided | undefined> {
    if (await isListening(port) || !await (compose ??= composeIsAvailable())) return undefined
    log(`${name}: starting with Docker Compose`)
    const stop = () => stopComposeService(name)
    try {
      await startComposeService(name)
      await reach(composeUrl)
      return { url: composeUrl, from: `Docker Compose, on 127.0.0.1:${port}`, stop }
    } catch (error) {
      log(`${name}: Docker Compose failed (${messageOf(error).trim().replaceAll('\n', ' ')})`)
      await stop().catch(() => {})
      return undefined
    }
  }

  async function startPrivate ({ name, variable, isInstalled, startPrivate, ...kind }: Kind): Promise<Provided> {
    try {
      if (!isInstalled() && canInstallPackages()) {
        log(`${name}: installing the package ${kind.package}`)
        await installPackage(kind.package)
      }
      const { path } = await (claim ??= claimDirectory(directory))
      const place = join(path, name)
      const { url, port, stop } = await startPrivate({ directory: place })
      return { url, from: `private, on 127.0.0.1:${port}, data in ${relative(process.cwd(), place)}`, stop }
    } catch (error) {
      throw new Error(`There is no ${name} server, and a private one cannot be started: ${messageOf(error)}\n` +
        `Do one of these: start Docker, install ${kind.package}, or set ${variable} ` +
        `(like ${kind.composeUrl}).`, { cause: error })
    }
  }

  const attempts = await Promise.allSettled(
    [provide(kinds.mysql), provide(kinds.redis), provide(kinds.rabbitmq)])
  const provided = attempts.flatMap(attempt => attempt.status === 'fulfilled' ? [attempt.value] : [])
  const stop = async () => {
    await Promise.all(provided.map(server => server.stop?.()))
    await (await claim?.catch(() => undefined))?.release()
  }
  const [mysql, redis, rabbitmq] = provided
  if (mysql && redis && rabbitmq) {
    return { mysqlUrl: mysql.url, redisUrl: redis.url, rabbitmqUrl: rabbitmq.url, stop }
  }
  await stop()
  throw new Error(attempts.flatMap(attempt => attempt.status === 'rejected' ? [messageOf(attempt.reason)] : []).join('\n\n'))
}

function messageOf (error: unknown): string {
  // When several addresses of one name fail, the message is empty.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
