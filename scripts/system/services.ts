import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { privateDirectory, run, type Running } from '../infrastructure/processes.ts'
import { until } from '../infrastructure/until.ts'
import { services, type Service } from './databases.ts'

/** A service that runs in a process of its own. */
export interface RunningService extends Running { service: Service, url: string }

export interface SystemOptions {
  root: string
  databaseUrls: Record<Service, string>
  redisUrl: string
  rabbitmqUrl: string
  ports: Record<Service, number>
  /** Where they serve their metrics; nowhere unless told. */
  metricsPorts?: Record<Service, number>
  /** What the secrets are made of by which services identify themselves. */
  serviceSecret: string
  /** Where `<service>.log` goes. */
  logs: string
  /** More environment, for every service. */
  environment?: Record<string, string>
  /** And more for one service, which goes before all else. */
  settings?: Record<Service, Record<string, string>>
  /** Where the compiled services are that run instead of the sources. */
  built?: string
  /** Ends what is being started when it is aborted. */
  signal?: AbortSignal
}

/** A machine with much else to do is slow, not broken: one that fails ends by itself. */
const readyMilliseconds = 120_000

/** The environment that a service is started with. */
export function environmentOf (service: Service, { root, databaseUrls, redisUrl, rabbitmqUrl, ports, metricsPorts, serviceSecret, environment, settings }: SystemOptions): Record<string, string> {
  const urls = Object.fromEntries(services.map(each => [`${each.toUpperCase()}_URL`, `http://127.0.0.1:${ports[each]}`]))
  const secretOf = (each: Service): string => createHmac('sha256', serviceSecret).update(each).digest('base64url')
  return {
    ...urls,
    ...(service === 'users' && {
      SERVICE_CLIENTS: services.map(each => `${each}:${secretOf(each)}`).join(','),
      UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) // a thread for each password that is hashed
    }),
    SERVICE_CLIENT_ID: service,
    SERVICE_CLIENT_SECRET: secretOf(service),
    PORT: String(ports[service]),
    METRICS_PORT: String(metricsPorts?.[service] ?? 0),
    PUBLIC_URL: `http://127.0.0.1:${ports[service]}`,
    DATABASE_URL: databaseUrls[service],
    REDIS_URL: redisUrl,
    RABBITMQ_URL: rabbitmqUrl,
    SIGNING_KEYS_DIRECTORY: join(root, '.local/keys'),
    MAIL_DIRECTORY: join(root, '.local/mail'),
    ...environment,
    ...settings?.[service]
  }
}

/**
 * Starts one service and waits until it is ready.
 *
 * @param name tells instances of one service apart in their logs
 * @throws Error with what it said when it ends or is not ready within two minutes; the reason of `options.signal` when that is aborted before
 */
export async function startService (service: Service, options: SystemOptions, name: string = service): Promise<RunningService> {
  const { root, built, ports, signal } = options
  const main = built !== undefined ? [join(built, 'services', service, 'main.js')] : ['--import', import.meta.resolve('tsx'), join(root, 'services', service, 'main.ts')]
  const logs = await privateDirectory(options.logs)
  const running = run({ command: process.execPath, args: ['--enable-source-maps', ...main], environment: environmentOf(service, options), directory: logs, name })
  const url = `http://127.0.0.1:${ports[service]}`
  const isReady = async (): Promise<boolean> => await request(`${url}/ready`).then(async ({ statusCode, body }) => {
    await body.dump()
    return statusCode === 200
  }, () => false)
  await until(async () => signal?.aborted === true || running.hasEnded() || await isReady(), readyMilliseconds)
  if (signal?.aborted !== true && !running.hasEnded() && await isReady()) return { ...running, service, url }
  await running.stop()
  signal?.throwIfAborted()
  throw new Error(`The ${service} service did not start. It said:\n${await lastWords(join(logs, `${name}.log`))}`)
}

/** Starts all four. When one does not start, the others are stopped again. */
export async function startSystem (options: SystemOptions): Promise<RunningService[]> {
  const results = await Promise.allSettled(services.map(async service => await startService(service, options)))
  const started = results.flatMap(result => result.status === 'fulfilled' ? [result.value] : [])
  const failed = results.find(result => result.status === 'rejected')
  if (failed) {
    await Promise.all(started.map(async service => { await service.stop() }))
    throw new Error((failed.reason as Error).message)
  }
  return started
}

async function lastWords (path: string): Promise<string> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n').slice(-5).join('\n')
}
