/** `npm run events`: shows and mends the queues of events. */
import { join } from 'node:path'
import amqplib, { type ChannelModel } from 'amqplib'
import { commands } from './commands.ts'
import { brokerOf } from './events/broker.ts'
import { dropLetter, listQueues, replayLetters, showLetters } from './events/queues.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { messageOf } from './infrastructure/messages.ts'
import { services } from './system/databases.ts'

type Request = { command: 'list' } | { command: 'show', name: string, count: number } | { command: 'replay', name: string, id: string | undefined } | { command: 'drop', name: string, id: string }

/** What the arguments ask for; nothing when they make no sense. */
function requestOf ([command = 'list', name, count, ...rest]: string[], id: string | undefined): Request | undefined {
  if (rest.length > 0) return undefined
  if (command === 'list') return name === undefined && id === undefined ? { command } : undefined
  if (name === undefined) return undefined
  if (command === 'show') return id === undefined && /^[1-9]\d{0,5}$/.test(count ?? '10') ? { command, name, count: Number(count ?? '10') } : undefined
  if (count !== undefined) return undefined
  if (command === 'replay') return { command, name, id }
  return command === 'drop' && id !== undefined ? { command, name, id } : undefined
}

/** Does what is asked for; returns what there is to say. */
async function run (connection: ChannelModel, exchange: string, request: Request): Promise<string> {
  if (request.command === 'list') {
    const queues = await listQueues(connection, exchange, services)
    if (queues.length === 0) return `No service has a queue on the exchange ${exchange} yet.`
    const width = Math.max(...queues.map(queue => queue.name.length))
    return [`${'queue'.padEnd(width)}  messages  consumers`, ...queues.map(queue => `${queue.name.padEnd(width)}  ${String(queue.messages).padStart(8)}  ${String(queue.consumers).padStart(9)}`)].join('\n')
  }
  const queue = services.some(service => service === request.name) ? `${exchange}.${request.name}.dead` : request.name
  if (request.command === 'show') return JSON.stringify(await showLetters(connection, queue, request.count), null, 2)
  if (!queue.endsWith('.dead')) throw new Error(`Only dead letters can be replayed or dropped; ${queue} holds none.`)
  return request.command === 'replay'
    ? report('Replayed', await replayLetters(connection, queue, request.id), queue)
    : report('Dropped', await dropLetter(connection, queue, request.id), queue)
}

function report (done: string, ids: string[], queue: string): string {
  if (ids.length === 0) throw new Error(`There is no such message in ${queue}.`)
  return [`${done} ${ids.length}:`, ...ids].join('\n')
}

const { positionals, values } = readCommandLine(commands.events)
const request = requestOf(positionals, values.id) ?? misuse(commands.events)
try {
  const { url, exchange } = await brokerOf(join(import.meta.dirname, '..'), process.env)
  const connection = await amqplib.connect(url, { timeout: 5_000, noDelay: true }).catch((error: unknown) => {
    throw new Error(`The broker at ${new URL(url).host} cannot be used: ${messageOf(error)}. Start it, or set RABBITMQ_URL to another one.`)
  })
  connection.on('error', () => {})
  try {
    console.log(await run(connection, exchange, request))
  } finally {
    await connection.close()
  }
} catch (error) {
  const message = messageOf(error)
  console.error((error as { code?: unknown }).code === 404 ? `There is no such queue. ${message}` : message)
  process.exitCode = 1
}
