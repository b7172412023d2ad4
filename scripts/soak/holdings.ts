import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import mysql, { type RowDataPacket } from 'mysql2/promise'
import { request } from 'undici'
import { freePort } from '../infrastructure/ports.ts'
import { services } from '../system/databases.ts'
import type { PrivateSystem } from '../system/private-system.ts'

/** What the services hold at a moment, each by its name: `heap of users`, in bytes, or `MySQL connections`. */
export type Holdings = Map<string, number>

/**
 * Has the private broker of a directory, which does not run yet, count its connections and channels.
 *
 * @param directory of the private system
 * @returns the URL of its metrics
 */
export async function prepareBroker (directory: string): Promise<string> {
  const port = await freePort()
  const broker = join(directory, 'rabbitmq')
  await mkdir(join(broker, 'conf.d'), { recursive: true, mode: 0o700 })
  await writeFile(join(broker, 'enabled_plugins'), '[rabbitmq_prometheus].\n')
  await writeFile(join(broker, 'conf.d/metrics.conf'), `prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = ${port}\n`)
  return `http://127.0.0.1:${port}/metrics`
}

/** Counts what the services hold. Its own connections are not among them. */
export async function countHoldings ({ options }: Pick<PrivateSystem, 'options'>, brokerMetrics: string): Promise<Holdings> {
  const [memory, mysqlConnections, redis, broker] = await Promise.all([
    Promise.all(services.map(async service => ({ service, metric: await metricsOf(`http://127.0.0.1:${options.metricsPorts?.[service]}/metrics`) }))),
    Promise.all(services.map(async service => await countMysql(options.databaseUrls[service]))),
    askRedis(options.redisUrl),
    metricsOf(brokerMetrics)
  ])
  return new Map([
    ...memory.map(({ service, metric }) => [`heap of ${service}`, metric('nodejs_heap_size_used_bytes')] as const),
    ...memory.map(({ service, metric }) => [`resident memory of ${service}`, metric('process_resident_memory_bytes')] as const),
    ['MySQL connections', mysqlConnections.reduce((sum, count) => sum + count, 0)] as const,
    ['memory of Redis', redis('used_memory')] as const,
    ['Redis clients', redis('connected_clients') - 1] as const,
    ['RabbitMQ connections', broker('rabbitmq_connections')] as const,
    ['RabbitMQ channels', broker('rabbitmq_channels')] as const
  ])
}

async function metricsOf (url: string): Promise<(name: string) => number> {
  const { body } = await request(url)
  const text = await body.text()
  return name => {
    const value = new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(text)?.[1]
    if (value === undefined) throw new Error(`${url} has no ${name}.`)
    return Number(value)
  }
}

/** The connections of a database's user, which sees no others. */
async function countMysql (uri: string): Promise<number> {
  const connection = await mysql.createConnection({ uri })
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) - 1 AS count FROM information_schema.processlist WHERE user = SUBSTRING_INDEX(CURRENT_USER(), \'@\', 1)')
  await connection.end()
  return Number(row?.['count'])
}

async function askRedis (url: string): Promise<(name: string) => number> {
  const redis = new Redis(url)
  const info = await redis.info()
  await redis.quit()
  return name => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1])
}
