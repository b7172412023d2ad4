import { join, relative } from 'node:path'
import { readVariable } from '../../shared/config.ts'
import { startComposeService, stopComposeService } from './compose.ts'
import { reachMysql, reachRabbitmq, reachRedis } from './connections.ts'
import { claimDirectory } from './directory.ts'
import type { Claim } from './directory.ts'
import { startPrivateMysql } from './mysql.ts'
import { isListening } from './ports.ts'
import type { PrivateServer } from './processes.ts'
import { adviceOn, adviceOnMissingServers, canUnpack, composeIsAvailable, isInstalled, serverKinds, type ServerKind } from './programs.mjs'
import { consoleProgress, plainProgress } from './progress.ts'
import { startPrivateRabbitmq } from './rabbitmq.ts'
import { startPrivateRedis } from './redis.ts'
import { unpackPackages } from './unpack.ts'

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
  /** Gets lines about what is done; unless told, the console does, with a line that moves on a terminal. */
  log?: (line: string) => void
  /** Where private instances live, `.local/servers` of this checkout unless told. */
  directory?: string
  /** `'private'` passes over environment, running servers and Docker: for tests that may break what they use. */
  only?: 'private'
}

interface Kind extends ServerKind {
  developmentUrls: string[]
  composeUrl: string
  reach: (url: string) => Promise<void>
  startPrivate: (options: { directory: string }) => Promise<PrivateServer>
}

interface Provided {
  url: string
  from: string
  stop?: () => Promise<void>
}

const kinds = {
  mysql: {
    ...serverKinds.mysql,
    developmentUrls: ['mysql://root@127.0.0.1:3306', 'mysql://root:root@127.0.0.1:3306'],
    composeUrl: 'mysql://root:root@127.0.0.1:3306',
    reach: reachMysql,
    startPrivate: startPrivateMysql
  },
  redis: {
    ...serverKinds.redis,
    developmentUrls: ['redis://127.0.0.1:6379'],
    composeUrl: 'redis://127.0.0.1:6379',
    reach: reachRedis,
    startPrivate: startPrivateRedis
  },
  rabbitmq: {
    ...serverKinds.rabbitmq,
    developmentUrls: ['amqp://guest:guest@127.0.0.1:5672'],
    composeUrl: 'amqp://guest:guest@127.0.0.1:5672',
    reach: reachRabbitmq,
    startPrivate: startPrivateRabbitmq
  }
} satisfies Record<string, Kind>

/**
 * Finds or starts MySQL, Redis and RabbitMQ. Each for itself comes from the first that has it: the environment
 * (`MYSQL_ADMIN_URL`, `REDIS_URL`, `RABBITMQ_URL`), a server on the default port of 127.0.0.1 with the usual development
 * credentials, Docker Compose, a private instance of the installed program, on Debian and Ubuntu of the unpacked package.
 *
 * @throws Error saying what to do, when a URL of the environment does not work or when nothing has a server.
 */
export async function provideServers (
  { log, directory = join(import.meta.dirname, '../../.local/servers'), only }: Options = {}
): Promise<Servers> {
  const advice = only === 'private' ? undefined : await adviceOnMissingServers()
  if (advice !== undefined) throw new Error(advice)
  const progress = log ? plainProgress(log) : consoleProgress()
  let compose: Promise<boolean> | undefined
  let claim: Promise<Claim> | undefined

  async function provide (kind: Kind): Promise<Provided> {
    const found = only === 'private' ? undefined : await find(kind) ?? await startInCompose(kind)
    const provided = found ?? await startPrivate(kind)
    progress.done(kind.name, provided.from)
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
      progress.log(`${name}: passing over the server on 127.0.0.1:${port}, which refuses us (${messageOf(refusal)})`)
    }
    return undefined
  }

  async function startInCompose ({ name, port, composeUrl, reach }: Kind): Promise<Provided | undefined> {
    if (await isListening(port) || !await (compose ??= composeIsAvailable())) return undefined
    progress.doing(name, 'starting with Docker Compose')
    const stop = () => stopComposeService(name)
    try {
      await startComposeService(name)
      await reach(composeUrl)
      return { url: composeUrl, from: `Docker Compose, on 127.0.0.1:${port}`, stop }
    } catch (error) {
      progress.log(`${name}: Docker Compose failed (${messageOf(error).trim().replaceAll('\n', ' ')})`)
      await stop().catch(() => {})
      return undefined
    }
  }

  async function startPrivate (kind: Kind): Promise<Provided> {
    const { name } = kind
    try {
      if (!isInstalled(kind)) {
        if (!canUnpack()) throw new Error(`${kind.package} is neither installed nor unpacked.`)
        await unpackPackages(name, kind.packages, text => { progress.doing(name, text) })
      }
      progress.doing(name, 'starting')
      const { path } = await (claim ??= claimDirectory(directory))
      const place = join(path, name)
      const { url, port, stop } = await kind.startPrivate({ directory: place })
      return { url, from: `private, on 127.0.0.1:${port}, data in ${relative(process.cwd(), place)}`, stop }
    } catch (error) {
      throw new Error(`A private ${name} server cannot be started: ${messageOf(error)}\n${adviceOn([kind])}`, { cause: error })
    }
  }

  const attempts = await Promise.allSettled(
    [provide(kinds.mysql), provide(kinds.redis), provide(kinds.rabbitmq)])
  progress.end()
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

/** The URLs of servers that are there; a server that is missing is `undefined`. */
export type FoundServers = { [Name in 'mysqlUrl' | 'redisUrl' | 'rabbitmqUrl']: string | undefined }

/**
 * Finds the servers that are there already, where `provideServers` would find them. It starts none.
 *
 * @param log gets one line about each server
 * @throws Error when a URL of the environment does not work
 */
export async function findServers (log: (line: string) => void): Promise<FoundServers> {
  const find = async ({ name, variable, port, developmentUrls, reach }: Kind): Promise<string | undefined> => {
    const configured = readVariable(variable)
    const urls = configured ? [configured] : developmentUrls
    const refusals: unknown[] = []
    for (const url of urls) {
      try {
        await reach(url)
        log(`${name}: ${configured ? `as ${variable} says` : `running on 127.0.0.1:${port}`}`)
        return url
      } catch (error) {
        refusals.push(error)
      }
    }
    if (configured) throw new Error(`${variable} is set, but that server cannot be used: ${messageOf(refusals[0])}`)
    log(`${name}: none on 127.0.0.1:${port}; ${variable} names another one`)
    return undefined
  }
  const [mysqlUrl, redisUrl, rabbitmqUrl] = await Promise.all([find(kinds.mysql), find(kinds.redis), find(kinds.rabbitmq)])
  return { mysqlUrl, redisUrl, rabbitmqUrl }
}

function messageOf (error: unknown): string {
  // When several addresses of one name fail, the message is empty.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
