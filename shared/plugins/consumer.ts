import type { Static } from '@sinclair/typebox'
import type { ChannelModel, ConfirmChannel, ConsumeMessage, Options } from 'amqplib'
import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, Gauge } from 'prom-client'
import { addContractFormats } from '../contract/formats.ts'
import { events } from '../contract/generated/events.operations.ts'
import { isDuplicate } from '../database-errors.ts'
import type { Transaction } from './database.ts'
import type { EventType } from './outbox.ts'
import { within } from '../within.ts'
import { openChannel, publishConfirmed } from './queue.ts'

/** An event as it arrives: a CloudEvent that fits its schema. */
export type ArrivedEvent<Type extends EventType> = Static<(typeof events)[Type]>

export interface Delivery {
  /**
   * Notes, in the transaction that has the effect, that the event is done.
   * @returns false when it was done before: then there is nothing to do
   */
  claim: (transaction: Transaction) => Promise<boolean>
}

/** What a service does about events: one method for each type that it listens to. */
export type Consumers = { [Type in EventType]?: (event: ArrivedEvent<Type>, delivery: Delivery) => Promise<void> }

export interface ConsumerOptions {
  service: string
  on: Consumers
  /** How long to wait before each new try, in seconds; after the last, the message goes to the dead letters. */
  retrySeconds?: readonly number[]
}

/** How long a failing message waits before each new try, in seconds. */
export const retrySteps: readonly number[] = [1, 5, 30, 120, 600]
/** How often a message has failed. */
export const attemptHeader = 'x-attempt'
/** Why it failed the last time. */
export const errorHeader = 'x-error'
const prefetch = 50
const closeMilliseconds = 5_000

/**
 * Consumes the events that a service listens to, one after the other. The queue `<exchange>.<service>` is durable and replicated; of
 * several instances one consumes, so that the order stays. A failing message waits in `<queue>.retry.<seconds>`, longer each time, while
 * others flow, and ends in `<queue>.dead`. What cannot even be read goes there at once.
 */
export const consumer = fp(async (app: FastifyInstance, { service, on, retrySeconds = retrySteps }: ConsumerOptions) => {
  const queue = `${app.queue.exchange}.${service}`
  const types = Object.keys(on) as EventType[]
  // A publisher may be newer than we are: fields that we do not know are dropped, not refused.
  const ajv = addContractFormats(new Ajv({ allowUnionTypes: true, discriminator: true, removeAdditional: true }))
  const validators = new Map(types.map(type => [type, ajv.compile(events[type])]))
  const consumed = new Counter({ name: 'events_consumed_total', help: 'Events that arrived, by type and what became of them.', labelNames: ['type', 'outcome'], registers: [app.registry] })
  const lag = new Gauge({ name: 'events_lag_seconds', help: 'How old the event was that was done last.', registers: [app.registry] })
  let last: Promise<void> = Promise.resolve()
  let stop: (() => Promise<void>) | undefined
  let closing = false

  async function declare (channel: ConfirmChannel): Promise<void> {
    await channel.assertQueue(queue, {
      durable: true,
      // RabbitMQ 4 gives up on what was delivered too often: then, too, it belongs to the dead letters.
      arguments: { 'x-queue-type': 'quorum', 'x-single-active-consumer': true, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': `${queue}.dead` }
    })
    // Looking at dead letters is a delivery too, and must not wear them out.
    await channel.assertQueue(`${queue}.dead`, { durable: true, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000 } })
    for (const seconds of new Set(retrySeconds)) {
      await channel.assertQueue(`${queue}.retry.${seconds}`, {
        durable: true,
        arguments: { 'x-queue-type': 'quorum', 'x-message-ttl': seconds * 1000, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': queue, 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' }
      })
    }
    for (const type of types) await channel.bindQueue(queue, app.queue.exchange, type)
  }

  async function consume (connection: ChannelModel): Promise<void> {
    const channel = await openChannel(app, connection)
    await declare(channel)
    await channel.prefetch(prefetch)
    const { consumerTag } = await channel.consume(queue, message => {
      if (message === null) {
        app.log.warn({ queue }, 'the broker has ended our consumption; connecting anew')
        connection.close().catch(() => {})
        return
      }
      last = last.then(async () => { await handle(channel, message) }).catch((error: unknown) => {
        // Neither done nor handed over: only with a new connection will the broker deliver it again.
        app.log.warn({ err: error }, 'a message will be delivered again')
        connection.close().catch(() => {})
      })
    })
    stop = async () => { await channel.cancel(consumerTag) }
  }

  async function handle (channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    if (closing) return // not acknowledged: another instance gets it
    const type = String(message.properties.type) as EventType
    const correlationId = String(message.properties.correlationId)
    try {
      const event = read(type, message.content)
      const effect = on[type] as (event: unknown, delivery: Delivery) => Promise<void>
      await effect(event, { claim: async transaction => await claim(transaction, event.id) })
      consumed.inc({ type, outcome: 'done' })
      lag.set(Math.max(0, Date.now() - Date.parse(event.time)) / 1000)
    } catch (error) {
      const attempt = Number(message.properties.headers?.[attemptHeader] ?? 0)
      const seconds = error instanceof UnreadableError ? undefined : retrySeconds[attempt]
      consumed.inc({ type: validators.has(type) ? type : 'unknown', outcome: seconds === undefined ? 'dead' : 'retried' })
      app.log[seconds === undefined ? 'error' : 'warn']({ err: error, type, messageId: message.properties.messageId as string, correlationId, attempt }, seconds === undefined ? 'event goes to the dead letters' : `event will be tried again in ${seconds} s`)
      await handOver(channel, seconds === undefined ? `${queue}.dead` : `${queue}.retry.${seconds}`, message.content, {
        ...message.properties,
        persistent: true,
        headers: { ...message.properties.headers, [attemptHeader]: attempt + 1, [errorHeader]: String(error).slice(0, 500) }
      })
    }
    channel.ack(message)
  }

  /** To a queue that waits or that keeps the dead; the message is ours until the broker has it there. */
  async function handOver (channel: ConfirmChannel, target: string, content: Buffer, options: Options.Publish): Promise<void> {
    await channel.checkQueue(target) // a message to a queue that is gone would be confirmed and dropped
    await publishConfirmed(channel, '', target, content, options)
  }

  function read (type: EventType, content: Buffer): { id: string, time: string } {
    const validate = validators.get(type)
    if (!validate) throw new UnreadableError(`nobody here listens to ${type}`)
    let event: unknown
    try {
      event = JSON.parse(content.toString('utf8'))
    } catch {
      throw new UnreadableError('it is not JSON')
    }
    if (!validate(event)) throw new UnreadableError(`it does not fit its schema: ${ajv.errorsText(validate.errors)}`)
    return event as { id: string, time: string }
  }

  app.queue.onConnected(consume)
  app.addHook('preClose', async () => {
    closing = true
    await within(closeMilliseconds, (async () => {
      await stop?.()
      await last
    })()).catch(() => {})
  })
}, { name: 'consumer', dependencies: ['queue', 'database', 'metrics'] })

class UnreadableError extends Error {}

async function claim (transaction: Transaction, id: string): Promise<boolean> {
  try {
    await transaction.write('INSERT INTO processed_event (id, processed_at) VALUES (?, UTC_TIMESTAMP(3))', [id])
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
