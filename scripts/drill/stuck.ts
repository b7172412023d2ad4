import amqplib from 'amqplib'
import mysql, { type RowDataPacket } from 'mysql2/promise'
import { listQueues } from '../events/queues.ts'
import { services } from '../system/databases.ts'
import type { SystemOptions } from '../system/services.ts'

const exchange = 'smart-meeting-room'

/** The outboxes and queues in which events wait or lie dead, with how many. */
export async function stuckEvents ({ databaseUrls, rabbitmqUrl }: SystemOptions): Promise<string[]> {
  const outboxes = await Promise.all(services.map(async service => {
    const connection = await mysql.createConnection({ uri: databaseUrls[service] })
    const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS count FROM outbox WHERE published_at IS NULL')
    await connection.end()
    return { name: `outbox of ${service}`, messages: Number(rows[0]?.['count']) }
  }))
  const connection = await amqplib.connect(rabbitmqUrl)
  const queues = await listQueues(connection, exchange, services)
  await connection.close()
  return [...outboxes, ...queues].filter(({ messages }) => messages > 0).map(({ name, messages }) => `${name} (${messages})`)
}
