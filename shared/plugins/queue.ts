import amqplib, { type ChannelModel, type ConfirmChannel, type RecoveringChannelModel } from 'amqplib'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { traced, traceparent } from '../tracing/trace.ts'
import { within } from '../within.ts'
import { declareTopology } from './topology.ts'

export interface QueueOptions {
  url: string
  /** The durable topic exchange that events go to. */
  exchange: string
}

/** A message for the exchange. */
export interface OutgoingMessage {
  id: string
  /** The type of the event, which is also the routing key. */
  type: string
  correlationId: string
  /** The trace that it belongs to. */
  traceparent?: string | null
  /** The CloudEvent as JSON. */
  body: string
}

declare module 'fastify' {
  interface FastifyInstance {
    queue: {
      exchange: string
      /** Whether the broker can be reached at this moment. */
      isConnected: () => boolean
      /** Resolves when the broker has taken all messages for good; rejects when that is not sure of any of them. */
      publish: (messages: readonly OutgoingMessage[]) => Promise<void>
      /** Has something done with every connection: at once when there is one, and again whenever it has come back. */
      onConnected: (action: (connection: ChannelModel) => void | Promise<void>) => void
    }
  }
}

const confirmMilliseconds = 5_000
const closeMilliseconds = 3_000
/** A broker that says nothing for twice as long is gone. Its own default is a minute. */
const heartbeatSeconds = 10

/** The connection to the broker. It comes back by itself, and nothing waits for it. */
export const queue = fp(async (app: FastifyInstance, { url, exchange }: QueueOptions) => {
  let current: ChannelModel | undefined
  let channel: ConfirmChannel | undefined
  let blocked = false
  let failing = false
  const actions: Array<(connection: ChannelModel) => void | Promise<void>> = []
  const act = (action: (connection: ChannelModel) => void | Promise<void>, connection: ChannelModel): void => {
    new Promise(resolve => { resolve(action(connection)) }).catch((error: unknown) => {
      app.log.error({ err: error }, 'work with the new queue connection failed; connecting anew')
      connection.close().catch(() => {})
    })
  }

  const connection: RecoveringChannelModel = await amqplib.connect(withHeartbeat(url), {
    noDelay: true, // with Nagle's algorithm a confirm takes 40 ms
    timeout: 5_000,
    recovery: {
      waitForConnect: false,
      initialDelay: 100,
      maxDelay: 2_000,
      setup: async (model: ChannelModel) => {
        // Channels do not survive the connection, and neither does it survive a channel: everything is made anew together.
        const opened = await openChannel(app, model)
        await declareTopology(opened, exchange)
        channel = opened
        current = model
      }
    }
  })
  connection.on('connect', () => {
    blocked = failing = false
    app.log.info('queue connected')
    for (const action of actions) if (current) act(action, current)
  })
  connection.on('disconnect', (error: Error | undefined) => {
    channel = current = undefined
    app.log.warn({ err: error }, 'queue connection lost; events wait in the outbox')
  })
  connection.on('connect-failed', error => {
    app.log[failing ? 'debug' : 'warn']({ err: error }, 'queue cannot be connected; it will be tried again')
    failing = true
  })
  connection.on('blocked', reason => {
    blocked = true
    app.log.warn({ reason }, 'the broker takes no more for now; events wait in the outbox')
  })
  connection.on('unblocked', () => { blocked = false })
  connection.on('error', error => { app.log.debug({ err: error }, 'queue connection error') })

  app.decorate('queue', {
    exchange,
    isConnected: () => channel !== undefined && !blocked,
    onConnected: action => {
      actions.push(action)
      if (current) act(action, current)
    },
    publish: async messages => {
      const open = channel
      if (!open) throw new Error('The broker cannot be reached')
      try {
        await Promise.all(messages.map(async ({ id, type, correlationId, traceparent: trace, body }) => {
          const options = { persistent: true, messageId: id, type, correlationId, contentType: 'application/cloudevents+json', timestamp: Math.floor(Date.now() / 1000) }
          const publish = async (): Promise<void> => { await publishConfirmed(open, exchange, type, Buffer.from(body), trace ? { ...options, headers: { traceparent: traceparent() } } : options) }
          if (!trace) await publish()
          else await traced({ name: `publish ${type}`, kind: 'producer', attributes: { 'messaging.system': 'rabbitmq', 'messaging.destination.name': exchange, 'messaging.message.id': id } }, publish, trace)
        }))
      } catch (error) {
        // What is still buffered must not be sent again on top of the next try.
        if (current) await within(closeMilliseconds, current.close()).catch(() => {})
        throw error
      }
    }
  })
  app.readiness.add('queue', {
    needed: false,
    check: async () => {
      if (!channel) throw new Error('not connected')
      await channel.prefetch(0) // changes nothing here, since nothing is consumed on this channel, and the broker has to answer
    }
  })
  app.addHook('onClose', async () => { await within(closeMilliseconds, connection.close()).catch(() => {}) })
}, { name: 'queue', dependencies: ['health'] })

function withHeartbeat (url: string): string {
  const withParameter = new URL(url)
  if (!withParameter.searchParams.has('heartbeat')) withParameter.searchParams.set('heartbeat', String(heartbeatSeconds))
  return withParameter.href
}

/** A confirm channel. When it fails, the connection is closed and so comes back with everything on it. */
export async function openChannel (app: FastifyInstance, connection: ChannelModel): Promise<ConfirmChannel> {
  const channel = await connection.createConfirmChannel()
  channel.on('error', error => { app.log.warn({ err: error }, 'queue channel failed') })
  channel.on('close', () => { connection.close().catch(() => {}) })
  return channel
}

/** Publishes one message; resolves when the broker has it for good, and rejects when that is not sure after some seconds. */
export async function publishConfirmed (channel: ConfirmChannel, exchange: string, routingKey: string, content: Buffer, options: amqplib.Options.Publish): Promise<void> {
  await within(confirmMilliseconds, new Promise<void>((resolve, reject) => {
    channel.publish(exchange, routingKey, content, options, (error: Error | null) => { if (error) reject(error); else resolve() })
  }))
}
