/**
 * `npm run events`: looks after the queues of events. Works on the broker that RABBITMQ_URL names, or else on the one of the system that
 * `npm start` runs, and on the exchange EVENT_EXCHANGE.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import amqplib, { type ChannelModel } from 'amqplib'
import { dropLetter, listQueues, replayLetters, showLetters } from './events/queues.ts'
import { provideServers } from './infrastructure/servers.ts'
import { services } from './system/databases.ts'
import { runningSystem } from './system/running-system.ts'

const usage = `Usage:
  npm run events                               lists the queues of the services and what waits in them
  npm run events -- show <queue> [how many]    shows the first messages (10), with why they failed
  npm run events -- replay <queue> [--id <id>] hands dead letters, or one, to their service once more
  npm run events -- drop <queue> --id <id>     deletes a dead letter

<queue> is a name of the list, or a service, which means its dead letters.`

const exchange = process.env['EVENT_EXCHANGE'] ?? 'smart-meeting-room'

class UsageError extends Error {}

/** Does what the arguments ask for; returns what there is to say. */
async function run (connection: ChannelModel, [command = 'list', name, count = '10', ...rest]: string[], id: string | undefined): Promise<string> {
  if (command === 'list' && name === undefined) {
    const queues = await listQueues(connection, exchange, services)
    if (queues.length === 0) return `No service has a queue on the exchange ${exchange} yet.`
    const width = Math.max(...queues.map(queue => queue.name.length))
    return [`${'queue'.padEnd(width)}  messages  consumers`, ...queues.map(queue => `${queue.name.padEnd(width)}  ${String(queue.messages).padStart(8)}  ${String(queue.consumers).padStart(9)}`)].join('\n')
  }
  if (name === undefined || rest.length > 0) throw new UsageError()
  const queue = services.some(service => service === name) ? `${exchange}.${name}.dead` : name
  if (command === 'show' && /^[1-9]\d{0,5}$/.test(count) && id === undefined) return JSON.stringify(await showLetters(connection, queue, Number(count)), null, 2)
  if (!queue.endsWith('.dead')) throw new Error(`Only dead letters can be replayed or dropped; ${queue} holds none.`)
  if (command === 'replay') return report('Replayed', await replayLetters(connection, queue, id), queue)
  if (command === 'drop' && id !== undefined) return report('Dropped', await dropLetter(connection, queue, id), queue)
  throw new UsageError()
}

function report (done: string, ids: string[], queue: string): string {
  if (ids.length === 0) throw new Error(`There is no such message in ${queue}.`)
  return [`${done} ${ids.length}:`, ...ids].join('\n')
}

async function broker (): Promise<{ url: string, stop: () => Promise<void> }> {
  const { RABBITMQ_URL: url } = process.env
  if (url) return { url, stop: async () => {} }
  const running = await runningSystem(join(import.meta.dirname, '..'))
  if (running) return { url: running.rabbitmqUrl, stop: async () => {} }
  const { rabbitmqUrl, stop } = await provideServers({ log: () => {} })
  return { url: rabbitmqUrl, stop }
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { id: { type: 'string' } } })
  const { url, stop } = await broker()
  try {
    const connection = await amqplib.connect(url, { timeout: 5_000, noDelay: true })
    connection.on('error', () => {})
    try {
      console.log(await run(connection, positionals, values.id))
    } finally {
      await connection.close()
    }
  } finally {
    await stop()
  }
} catch (error) {
  const { code, message } = error as { code?: unknown, message: string }
  console.error(error instanceof UsageError || String(code).startsWith('ERR_PARSE_ARGS') ? usage : code === 404 ? `There is no such queue. ${message}` : message)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
