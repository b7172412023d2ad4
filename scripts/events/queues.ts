import { createHash } from 'node:crypto'
import type { ChannelModel, ConfirmChannel, GetMessage } from 'amqplib'
import { attemptHeader, errorHeader, retrySteps } from '../../shared/plugins/consumer.ts'
import { publishConfirmed } from '../../shared/plugins/queue.ts'

/** A queue that is there. */
export interface QueueState { name: string, messages: number, consumers: number }

/** A message that waits. */
export interface Letter { id: string, type: string, correlationId: string, failures: number, error: string | undefined, sentAt: string | undefined, body: unknown }

const suffixes = ['', ...retrySteps.map(seconds => `.retry.${seconds}`), '.dead']

/** The queues that services have on an exchange. */
export async function listQueues (connection: ChannelModel, exchange: string, services: readonly string[]): Promise<QueueState[]> {
  const states: QueueState[] = []
  for (const name of services.flatMap(service => suffixes.map(suffix => `${exchange}.${service}${suffix}`))) {
    const state = await withChannel(connection, async channel => await channel.checkQueue(name)).catch(isMissing)
    if (state) states.push({ name, messages: state.messageCount, consumers: state.consumerCount })
  }
  return states
}

/** The first messages of a queue; they stay there. */
export async function showLetters (connection: ChannelModel, queue: string, count: number): Promise<Letter[]> {
  return await withChannel(connection, async channel => {
    const letters: Letter[] = []
    for (let message = await next(channel, queue); message && letters.length < count; message = await next(channel, queue)) letters.push(read(message))
    return letters // closing the channel puts them back
  })
}

/**
 * Hands dead letters to their service once more, as if they had never failed.
 *
 * @param id the one to hand over; all that are there now, without it
 * @returns the ids of those that were
 */
export async function replayLetters (connection: ChannelModel, deadQueue: string, id?: string): Promise<string[]> {
  const queue = deadQueue.replace(/\.dead$/, '')
  return await takeLetters(connection, deadQueue, id, async (channel, message) => {
    const { [attemptHeader]: _attempt, [errorHeader]: _error, ...headers } = message.properties.headers ?? {}
    await channel.checkQueue(queue) // a message to a queue that is gone would be confirmed and dropped
    await publishConfirmed(channel, '', queue, message.content, { ...message.properties, persistent: true, headers })
  })
}

/** Deletes a dead letter for good. Returns its id, if it was there. */
export async function dropLetter (connection: ChannelModel, deadQueue: string, id: string): Promise<string[]> {
  return await takeLetters(connection, deadQueue, id, async () => {})
}

async function takeLetters (connection: ChannelModel, queue: string, id: string | undefined, act: (channel: ConfirmChannel, message: GetMessage) => Promise<void>): Promise<string[]> {
  return await withChannel(connection, async channel => {
    const taken: string[] = []
    const { messageCount } = await channel.checkQueue(queue)
    for (let seen = 0; seen < messageCount; seen++) {
      const message = await next(channel, queue)
      if (!message) break
      if (id !== undefined && idOf(message) !== id) continue // stays unacknowledged, and so in the queue
      await act(channel, message)
      channel.ack(message)
      taken.push(idOf(message))
    }
    return taken
  })
}

async function next (channel: ConfirmChannel, queue: string): Promise<GetMessage | undefined> {
  return await channel.get(queue) || undefined
}

/** What nobody gave an id is known by its content. */
function idOf ({ properties, content }: GetMessage): string {
  return properties.messageId as string | undefined ?? createHash('sha256').update(content).digest('hex').slice(0, 16)
}

function read (message: GetMessage): Letter {
  const { type, correlationId, timestamp, headers } = message.properties as { type?: string, correlationId?: string, timestamp?: number, headers?: Record<string, unknown> }
  return {
    id: idOf(message),
    type: type ?? message.fields.routingKey,
    correlationId: correlationId ?? '',
    failures: Number(headers?.[attemptHeader] ?? 0),
    error: headers?.[errorHeader] as string | undefined,
    sentAt: timestamp === undefined ? undefined : new Date(timestamp * 1000).toISOString(),
    body: bodyOf(message.content.toString('utf8'))
  }
}

function bodyOf (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A channel for some work; asking for a queue that is not there costs the channel. */
async function withChannel<Result> (connection: ChannelModel, work: (channel: ConfirmChannel) => Promise<Result>): Promise<Result> {
  const channel = await connection.createConfirmChannel()
  channel.on('error', () => {})
  try {
    return await work(channel)
  } finally {
    await channel.close().catch(() => {})
  }
}

function isMissing (error: unknown): undefined {
  if ((error as { code?: number }).code !== 404) throw error
}
