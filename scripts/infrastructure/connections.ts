import { connect as connectRabbitmq } from 'amqplib'
import { Redis } from 'ioredis'
import { createConnection } from 'mysql2/promise'

const connectTimeout = 3_000

/** Resolves when the MySQL or MariaDB server at `url` lets us in and answers; throws why not, after 6 s at most. */
export async function reachMysql (url: string): Promise<void> {
  const connection = await createConnection({ uri: url, connectTimeout })
  try {
    await connection.query({ sql: 'SELECT 1', timeout: connectTimeout })
  } finally {
    connection.destroy()
  }
}

/** Resolves when the Redis server at `url` lets us in and answers; throws why not, after 6 s at most. */
export async function reachRedis (url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout,
    commandTimeout: connectTimeout,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null
  })
  // The reason comes as an event; the rejected promise only says that the connection is closed.
  let reason: Error | undefined
  redis.on('error', error => { reason = error })
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}

/** Resolves when the RabbitMQ broker at `url` lets us in; throws why not, after 6 s at most. */
export async function reachRabbitmq (url: string): Promise<void> {
  const connection = await connectRabbitmq(url, { timeout: connectTimeout, noDelay: true })
  connection.on('error', () => {})
  await connection.close()
}
