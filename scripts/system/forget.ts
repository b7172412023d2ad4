import amqplib from 'amqplib'
import { Redis } from 'ioredis'
import { retrySteps } from '../../shared/plugins/consumer.ts'
import type { Servers } from '../infrastructure/servers.ts'
import { services } from './databases.ts'

/**
 * Removes what services that have ended left in Redis and in the broker.
 *
 * @param redisPrefix their `REDIS_PREFIX`
 * @param exchanges what `EVENT_EXCHANGE` they had
 */
export async function forget ({ redisUrl, rabbitmqUrl }: Pick<Servers, 'redisUrl' | 'rabbitmqUrl'>, redisPrefix: string, exchanges: readonly string[]): Promise<void> {
  await deleteKeys(redisUrl, redisPrefix)
  await deleteQueues(rabbitmqUrl, exchanges)
}

/** Deletes all keys that begin with a prefix. */
export async function deleteKeys (redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl)
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }) as AsyncIterable<string[]>) {
    if (keys.length > 0) await redis.del(keys)
  }
  redis.disconnect()
}

/** Deletes exchanges, and the queues that services have on them. */
export async function deleteQueues (rabbitmqUrl: string, exchanges: readonly string[]): Promise<void> {
  const connection = await amqplib.connect(rabbitmqUrl)
  const channel = await connection.createChannel()
  for (const exchange of exchanges) {
    await channel.deleteExchange(exchange)
    for (const queue of queuesOf(exchange)) await channel.deleteQueue(queue)
  }
  await connection.close()
}

/** The names of all queues that services may have on an exchange. */
export function queuesOf (exchange: string): string[] {
  const suffixes = ['', ...retrySteps.map(seconds => `.retry.${seconds}`), '.dead']
  return services.flatMap(service => suffixes.map(suffix => `${exchange}.${service}${suffix}`))
}
