import amqplib from 'amqplib'
import { Redis } from 'ioredis'
import { retrySteps } from '../../shared/plugins/consumer.ts'
import type { Servers } from '../infrastructure/servers.ts'
import { services } from './databases.ts'

/**
 * Removes what services that have ended left in Redis and in the broker.
 *
 * @param name their `REDIS_PREFIX`, without its colon
 * @param exchanges what `EVENT_EXCHANGE` they had
 */
export async function forget ({ redisUrl, rabbitmqUrl }: Pick<Servers, 'redisUrl' | 'rabbitmqUrl'>, name: string, exchanges: readonly string[]): Promise<void> {
  const redis = new Redis(redisUrl)
  for await (const keys of redis.scanStream({ match: `${name}:*`, count: 1000 }) as AsyncIterable<string[]>) {
    if (keys.length > 0) await redis.del(keys)
  }
  redis.disconnect()
  const connection = await amqplib.connect(rabbitmqUrl)
  const channel = await connection.createChannel()
  const suffixes = ['', '.dead', ...retrySteps.map(seconds => `.retry.${seconds}`)]
  for (const exchange of exchanges) {
    await channel.deleteExchange(exchange)
    for (const queue of services.flatMap(service => suffixes.map(suffix => `${exchange}.${service}${suffix}`))) await channel.deleteQueue(queue)
  }
  await connection.close()
}
