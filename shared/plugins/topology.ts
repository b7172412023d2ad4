import type { ConfirmChannel } from 'amqplib'
import { consumersOf } from '../contract/generated/events.operations.ts'

/** Declares the queue of a service, and that events of these types go to it. What fails for good goes to `<queue>.dead`. */
export async function declareQueue (channel: ConfirmChannel, exchange: string, service: string, types: readonly string[]): Promise<void> {
  const queue = `${exchange}.${service}`
  await channel.assertQueue(queue, {
    durable: true,
    // RabbitMQ 4 gives up on what was delivered too often: then, too, it belongs to the dead letters.
    arguments: { 'x-queue-type': 'quorum', 'x-single-active-consumer': true, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': `${queue}.dead` }
  })
  await Promise.all(types.map(async type => { await channel.bindQueue(queue, exchange, type) }))
}

/**
 * Declares the exchange and the queues of all who consume from it, as the contract of the events has them. Whoever publishes does so
 * first: the broker confirms an event that no queue waits for, and drops it.
 */
export async function declareTopology (channel: ConfirmChannel, exchange: string): Promise<void> {
  await channel.assertExchange(exchange, 'topic', { durable: true })
  const services = new Set(Object.values(consumersOf).flat())
  for (const service of services) await declareQueue(channel, exchange, service, typesFor(service))
}

function typesFor (service: string): string[] {
  return Object.entries(consumersOf).flatMap(([type, services]) => (services as readonly string[]).includes(service) ? [type] : [])
}
