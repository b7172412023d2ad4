import { setTimeout as delay } from 'node:timers/promises'
import type { Static } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Gauge } from 'prom-client'
import { v7 as uuid } from 'uuid'
import type { events } from '../contract/generated/events.operations.ts'
import { inTrace, traceparent } from '../tracing/trace.ts'
import { within } from '../within.ts'
import { insertRows, padded, placeholders, removeInBatches, type Transaction, type Value } from './database.ts'

export type EventType = keyof typeof events
/** The payload of an event, as `openapi/events.yaml` has it. */
export type EventData<Type extends EventType> = Static<(typeof events)[Type]>['data']

/** An event and the id of what it is about. */
export type NewEvent = { [Type in EventType]: { type: Type, subject: string, data: EventData<Type> } }[EventType]

declare module 'fastify' {
  interface FastifyInstance {
    outbox: {
      /**
       * Writes an event beside the change that it tells of. It is published once the transaction is committed.
       *
       * @param subject the id of what changed; lock that first, for events of one subject are published in the order of these calls
       */
      add: <Type extends EventType>(transaction: Transaction, type: Type, subject: string, correlationId: string, data: EventData<Type>) => Promise<void>
      /** Writes many events, in this order. */
      addAll: (transaction: Transaction, correlationId: string, events: readonly NewEvent[]) => Promise<void>
    }
  }
}

interface Row { sequence: number, id: string, type: string, correlation_id: string, traceparent: string | null, event: string }

const batchSize = 200
const pollMilliseconds = 1_000
/** How long events gather for the next batch while one follows the other. */
const gatherMilliseconds = 20
const hourMilliseconds = 3_600_000
const closeMilliseconds = 4_000

/** Publishes what the service's transactions wrote to its `outbox` table: at least once, in order. */
export const outbox = fp(async (app: FastifyInstance, { service }: { service: string }) => {
  let running: Promise<void> | undefined
  let again = false
  let closing = false

  /** Publishes one batch. The lock on `outbox_relay` lets one instance relay at a time, which keeps the order. */
  const relayBatch = async (): Promise<number> => await app.database.transaction(async transaction => {
    const turn = await transaction.rows('SELECT id FROM outbox_relay WHERE id = 1 FOR UPDATE SKIP LOCKED')
    if (turn.length === 0) return 0
    const rows = await transaction.rows<Row>(`SELECT sequence, id, type, correlation_id, traceparent, event FROM outbox WHERE published_at IS NULL ORDER BY sequence LIMIT ${batchSize}`)
    if (rows.length === 0) return 0
    await app.queue.publish(rows.map(({ id, type, correlation_id: correlationId, traceparent, event }) => ({ id, type, correlationId, traceparent, body: event })))
      // What goes wrong at the broker must not be taken for the database's doing.
      .catch((error: unknown) => { throw new Error('the broker has not confirmed', { cause: error }) })
    const published = padded(rows.map(row => row.sequence))
    await transaction.write(`UPDATE outbox SET published_at = UTC_TIMESTAMP(3) WHERE published_at IS NULL AND sequence IN (${placeholders(published)})`, published)
    return rows.length
  })

  const relay = async (): Promise<void> => {
    do {
      again = false
      if (!app.queue.isConnected()) return
      while (await relayBatch() === batchSize) { /* there may be more */ }
      if (again) await delay(gatherMilliseconds)
    } while (again)
  }
  const wake = (): void => {
    if (running) {
      again = true
      return
    }
    if (closing) return
    running = inTrace(undefined, relay) // it works for many requests
      .catch((error: unknown) => { app.log.warn({ err: error }, 'events wait in the outbox') })
      .finally(() => { running = undefined })
  }

  // Without the database there are no figures, but those of others are still to be had.
  const depth = new Gauge({
    name: 'outbox_events',
    help: 'Events that wait to be published.',
    registers: [app.registry],
    async collect () {
      const row = await app.database.row<{ count: number }>('SELECT COUNT(*) AS count FROM outbox WHERE published_at IS NULL').catch(() => undefined)
      depth.set(row?.count ?? Number.NaN)
    }
  })
  const age = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'How long the first of the events that wait has waited.',
    registers: [app.registry],
    async collect () {
      const rows = await app.database.rows<{ created_at: Date }>('SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY sequence LIMIT 1').catch(() => undefined)
      age.set(!rows ? Number.NaN : rows[0] ? Math.max(0, Date.now() - rows[0].created_at.getTime()) / 1000 : 0)
    }
  })
  const timer = setInterval(wake, pollMilliseconds)
  app.queue.onConnected(wake)
  app.addHook('preClose', async () => {
    closing = true
    clearInterval(timer)
    await within(closeMilliseconds, Promise.resolve(running)).catch(() => {})
  })
  app.addHook('onClose', async () => {
    // What the last requests wrote while the server was closing.
    await within(closeMilliseconds, (async () => {
      await running
      await relay()
    })()).catch(() => {})
  })

  app.jobs.every('forget published events', hourMilliseconds, async () => {
    await removeInBatches(app.database, 'DELETE FROM outbox WHERE published_at <= UTC_TIMESTAMP(3) - INTERVAL 7 DAY')
    await removeInBatches(app.database, 'DELETE FROM processed_event WHERE processed_at <= UTC_TIMESTAMP(3) - INTERVAL 30 DAY')
  })
  const addAll = async (transaction: Transaction, correlationId: string, events: readonly NewEvent[]): Promise<void> => {
    const time = new Date()
    const rows = events.map(({ type, subject, data }): Value[] => {
      const id = uuid()
      const event = { specversion: '1.0', id, source: `/${service}`, type, subject, time: time.toISOString(), datacontenttype: 'application/json', correlationid: correlationId, data }
      return [id, type, subject, correlationId, traceparent() ?? null, JSON.stringify(event), time]
    })
    await insertRows(transaction, 'outbox', ['id', 'type', 'subject', 'correlation_id', 'traceparent', 'event', 'created_at'], rows)
    const id = rows.at(-1)?.[0]
    if (id === undefined) return
    transaction.trace('SELECT id FROM outbox WHERE id = ?', [id])
    transaction.afterCommit(wake)
  }
  app.decorate('outbox', {
    add: async (transaction, type, subject, correlationId, data) => { await addAll(transaction, correlationId, [{ type, subject, data } as NewEvent]) },
    addAll
  })
}, { name: 'outbox', dependencies: ['database', 'queue', 'jobs', 'metrics'] })
