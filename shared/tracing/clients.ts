import { tracingChannel } from 'node:diagnostics_channel'
import { beginSpan, traceparent, type Span, type Work } from './trace.ts'

/** What mysql2 and ioredis tell of a command. */
interface Command { query?: string, command?: string, database?: string | number, serverAddress?: string, serverPort?: number, error?: unknown, result?: unknown }

/**
 * Makes spans of the commands to MySQL and Redis, of which both clients tell through Node's diagnostics channels. What belongs to no
 * trace, such as looking for work once a second, makes none.
 *
 * @returns undoes it
 */
export function traceClients (): () => void {
  const undo = [
    ...['mysql2:query', 'mysql2:execute'].map(name => follow(name, ({ query = '', database }) =>
      workOf(query.trimStart().split(/\s/, 1)[0]?.toUpperCase() ?? 'QUERY', { 'db.system.name': 'mysql', 'db.namespace': String(database), 'db.query.text': query }))),
    follow('ioredis:command', ({ command = '' }) => workOf(command.toUpperCase(), { 'db.system.name': 'redis' }))
  ]
  return () => { for (const each of undo) each() }
}

function workOf (name: string, attributes: Record<string, string>): Work {
  return { name, kind: 'client', attributes: { ...attributes, 'db.operation.name': name } }
}

function follow (name: string, describe: (command: Command) => Work): () => void {
  const spans = new WeakMap<object, Span>()
  const end = (message: unknown): void => {
    const command = message as Command
    spans.get(command)?.end(command.error === undefined ? {} : { error: command.error })
    spans.delete(command)
  }
  const subscribers = {
    start: (message: unknown) => {
      if (traceparent() === undefined) return
      const command = message as Command
      const { serverAddress = '', serverPort = 0 } = command
      const { attributes, ...work } = describe(command)
      const span = beginSpan({ ...work, attributes: { ...attributes, 'server.address': serverAddress, 'server.port': serverPort } })
      if (span) spans.set(command, span)
    },
    end: (message: unknown) => { if ((message as Command).error !== undefined) end(message) }, // it could not even be sent
    asyncStart: () => {},
    asyncEnd: end,
    error: () => {}
  }
  const channel = tracingChannel(name)
  channel.subscribe(subscribers)
  return () => { channel.unsubscribe(subscribers) }
}
