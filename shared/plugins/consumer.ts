import { setTimeout as delay } from 'node:timers/promises'
import type { Static } from '@sinclair/typebox'
import type { Channel, ChannelModel, ConfirmChannel, ConsumeMessage, Options } from 'amqplib'
import { Ajv } from 'ajv'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, Gauge, Histogram } from 'prom-client'
import { addContractFormats } from '../contract/formats.ts'
import { events, type consumersOf } from '../contract/generated/events.operations.ts'
import { DatabaseUnavailableError, isDuplicate } from '../database-errors.ts'
import type { Transaction } from './database.ts'
import type { EventType } from './outbox.ts'
import { readTraceparent, traced } from '../tracing/trace.ts'
import { within } from '../within.ts'
import { openChannel, publishConfirmed } from './queue.ts'
import { declareQueue } from './topology.ts'

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

/** What a service has to do: one method for each event of which the contract says that the service consumes it. */
export type ConsumersOf<Service extends string> = Required<Pick<Consumers, { [Type in EventType]: Service extends typeof consumersOf[Type][number] ? Type : never }[EventType]>>

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
const databasePollMilliseconds = 250
/** As many outages of the database as this, one after the other, may be the event's own doing. */
const mostOutages = 10
const closeMilliseconds = 5_000
const collectMilliseconds = 1_000

/**
 * Consumes the events that a service listens to, one after the other. The queue `<exchange>.<service>` is durable and replicated; of
 * several instances one consumes, so that the order stays. A failing message waits in `<queue>.retry.<seconds>`, longer each time, while
 * others flow, and ends in `<queue>.dead`. What cannot even be read goes there at once. While our own database is away everything waits:
 * that is no fault of an event.
 */
export const consumer = fp(async (app: FastifyInstance, { service, on, retrySeconds = retrySteps }: ConsumerOptions) => {
  const queue = `${app.queue.exchange}.${service}`
  const types = Object.keys(on) as EventType[]
  // A publisher may be newer than we are: fields that we do not know are dropped, not refused.
  const ajv = addContractFormats(new Ajv({ allowUnionTypes: true, discriminator: true, removeAdditional: true }))
  const validators = new Map(types.map(type => [type, ajv.compile(events[type])]))
  const consumed = new Counter({ name: 'events_consumed_total', help: 'Events that arrived, by type and what became of them.', labelNames: ['type', 'outcome'], registers: [app.registry] })
  const lag = new Histogram({ name: 'events_lag_seconds', help: 'How old events were when they were done.', buckets: [0.1, 0.5, 1, 5, 30, 120, 600, 3600], registers: [app.registry] })
  let last: Promise<void> = Promise.resolve()
  let stop: (() => Promise<void>) | undefined
  let counting: Channel | undefined
  let closing = false

  app.registry.registerMetric(new Gauge({
    name: 'event_queue_messages',
    help: 'Messages in the queues of events, by what they wait for: to be consumed, to be tried again, or for somebody who looks at dead letters.',
    labelNames: ['state'],
    registers: [],
    async collect () {
      this.reset()
      const channel = counting
      if (!channel) return // without the broker there are no figures
      const lengthOf = async (name: string): Promise<number> => (await channel.checkQueue(name)).messageCount
      await within(collectMilliseconds, (async () => {
        this.set({ state: 'waiting' }, await lengthOf(queue))
        this.set({ state: 'dead' }, await lengthOf(`${queue}.dead`))
        this.set({ state: 'retrying' }, sum(await Promise.all([...new Set(retrySeconds)].map(async seconds => await lengthOf(`${queue}.retry.${seconds}`)))))
      })()).catch(() => {})
    }
  }))

  async function declare (channel: ConfirmChannel): Promise<void> {
    await declareQueue(channel, app.queue.exchange, service, types)
    // Looking at dead letters is a delivery too, and must not wear them out.
    await channel.assertQueue(`${queue}.dead`, { durable: true, arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000 } })
    for (const seconds of new Set(retrySeconds)) {
      await channel.assertQueue(`${queue}.retry.${seconds}`, {
        durable: true,
        arguments: { 'x-queue-type': 'quorum', 'x-message-ttl': seconds * 1000, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': queue, 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' }
      })
    }
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
    await count(connection)
  }

  /** Opens the channel on which queues are counted: when one is gone, that ends, and nothing else. */
  async function count (connection: ChannelModel): Promise<void> {
    const channel = await connection.createChannel()
    channel.on('error', error => { app.log.warn({ err: error }, 'queues cannot be counted') })
    channel.on('close', () => { counting = undefined })
    counting = channel
  }

  async function handle (channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    if (closing) return // not acknowledged: another instance gets it
    const type = String(message.properties.type) as EventType
    const correlationId = String(message.properties.correlationId)
    try {
      const event = read(type, message.content)
      const effect = on[type] as (event: unknown, delivery: Delivery) => Promise<void>
      const since = performance.now()
      await traced({ name: `process ${type}`, kind: 'consumer', attributes: { 'messaging.system': 'rabbitmq', 'messaging.destination.name': queue, 'messaging.message.id': event.id } },
        async () => { await outlastingOutages(async () => { await effect(event, { claim: async transaction => await claim(transaction, event.id) }) }) },
        readTraceparent(message.properties.headers?.['traceparent']))
      app.log.info({ type, messageId: event.id, correlationId, milliseconds: Math.round((performance.now() - since) * 10) / 10 }, 'event')
      consumed.inc({ type, outcome: 'done' })
      lag.observe(Math.max(0, Date.now() - Date.parse(event.time)) / 1000)
    } catch (error) {
      if (closing && error instanceof DatabaseUnavailableError) return
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

  /** Does some work, again whenever the database has gone and come back. */
  async function outlastingOutages (work: () => Promise<void>): Promise<void> {
    for (let outages = 1; ; outages++) {
      try {
        await work()
        return
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError) || outages === mostOutages) throw error
        app.log.warn({ err: error }, 'events wait for the database')
        do {
          if (closing) throw error
          await delay(databasePollMilliseconds)
        } while (!await app.database.row('SELECT 1').then(() => true, () => false))
      }
    }
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

function sum (values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

async function claim (transaction: Transaction, id: string): Promise<boolean> {
  try {
    await transaction.write('INSERT INTO processed_event (id, processed_at) VALUES (?, UTC_TIMESTAMP(3))', [id])
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
