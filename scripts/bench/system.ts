import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { freePort } from '../infrastructure/ports.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { endOnSignal } from '../infrastructure/signals.ts'
import { createDatabases, dropDatabases, services, type Service } from '../system/databases.ts'
import { forget } from '../system/forget.ts'
import { startService, type SystemOptions } from '../system/services.ts'
import { takeTemporaryName, temporaryExchanges } from '../system/temporary.ts'

const root = join(import.meta.dirname, '../..')

/** The compiled services, on databases, keys and an exchange of their own. */
export interface BenchSystem {
  /** How the services were configured. */
  options: SystemOptions
  urls: Record<Service, string>
  /** CPU seconds that a service has used. */
  cpuSeconds: (service: Service) => Promise<number>
  /** Ends the services, and removes what they made. */
  stop: () => Promise<void>
}

/**
 * Compiles the services and starts them for a benchmark.
 *
 * @param only which services; all, unless told
 * @param environment more configuration, for all of them
 * @param aside services whose events go to another exchange: what they do about those of the others would run beside what is measured
 */
export async function startBenchSystem ({ only = services, environment = {}, aside = [] }: { only?: readonly Service[], environment?: Record<string, string>, aside?: readonly Service[] } = {}): Promise<BenchSystem> {
  if (spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], { stdio: 'inherit' }).status !== 0) process.exit(1)
  const servers = await provideServers({ log: line => { console.log(line) } })
  const { name, release } = await takeTemporaryName(servers.mysqlUrl)
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  const databaseUrls = await createDatabases(servers.mysqlUrl, name, name)
  const freePorts = async (): Promise<Record<Service, number>> => Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
  const [ports, metricsPorts] = [await freePorts(), await freePorts()]
  const options: SystemOptions = {
    root,
    databaseUrls,
    redisUrl: servers.redisUrl,
    rabbitmqUrl: servers.rabbitmqUrl,
    ports,
    metricsPorts,
    serviceSecret: name,
    logs: directory,
    built: join(root, 'dist'),
    environment: {
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '100000000',
      REDIS_PREFIX: `${name}:`,
      EVENT_EXCHANGE: name,
      SIGNING_KEYS_DIRECTORY: join(directory, 'keys'),
      MAIL_DIRECTORY: join(directory, 'mail'),
      ...environment
    }
  }
  const [, exchangeAside = ''] = temporaryExchanges(name)
  const running = await Promise.allSettled(only.map(async service => await startService(service, { ...options, environment: { ...options.environment, ...(aside.includes(service) && { EVENT_EXCHANGE: exchangeAside }) } })))
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(async result => { if (result.status === 'fulfilled') await result.value.stop() }))
    await forget(servers, `${name}:`, [name, exchangeAside])
    await dropDatabases(servers.mysqlUrl, name)
    await release()
    await servers.stop()
    await rm(directory, { recursive: true, force: true })
  }
  endOnSignal(stop)
  const failed = running.find(result => result.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  const urls = Object.fromEntries(services.map(service => [service, `http://127.0.0.1:${ports[service]}`])) as Record<Service, string>
  return {
    options,
    urls,
    cpuSeconds: async service => {
      const { body } = await request(`http://127.0.0.1:${metricsPorts[service]}/metrics`)
      return Number(/^process_cpu_seconds_total\S* (\S+)/m.exec(await body.text())?.[1])
    },
    stop
  }
}
