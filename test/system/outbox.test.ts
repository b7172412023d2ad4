import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import amqplib, { type ConsumeMessage } from 'amqplib'
import type { RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from '../../scripts/infrastructure/rabbitmq.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { addContractFormats } from '../../shared/contract/formats.ts'
import { events } from '../../shared/contract/generated/events.operations.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

const skip = !rabbitmqIsInstalled() && 'RabbitMQ is not installed'
const queueName = 'witness'
const day = 24 * 3_600_000
const noon = Math.ceil(Date.now() / day) * day + 12 * 3_600_000
const slot = { startsAt: new Date(noon).toISOString(), endsAt: new Date(noon + 3_600_000).toISOString() }

async function unpublished (system: TestSystem): Promise<number> {
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>('SELECT COUNT(*) AS count FROM outbox WHERE published_at IS NULL')
  return Number(rows[0]?.['count'])
}

/** A durable queue that gets a copy of every event. */
async function bindWitness (url: string, exchange: string): Promise<void> {
  const connection = await amqplib.connect(url)
  const channel = await connection.createChannel()
  await channel.assertQueue(queueName, { durable: true, arguments: { 'x-queue-type': 'classic' } })
  await channel.bindQueue(queueName, exchange, '#')
  await connection.close()
}

async function readWitness (url: string): Promise<ConsumeMessage[]> {
  const connection = await amqplib.connect(url)
  const channel = await connection.createChannel()
  const messages: ConsumeMessage[] = []
  const { messageCount } = await channel.checkQueue(queueName)
  await channel.consume(queueName, message => { if (message) messages.push(message) }, { noAck: true })
  await until(() => messages.length >= messageCount, 20_000)
  await connection.close()
  return messages
}

t.test('no event of a booking is lost or out of order when the broker dies and comes back', { skip }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'outbox-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  const port = await freePort()
  let broker = await startPrivateRabbitmq({ directory, port })
  t.teardown(async () => { await broker.stop() })
  const system = await testSystem(t, {}, { rabbitmqUrl: broker.url })
  await system.anotherInstance('bookings')
  const manager = await system.person('facility_manager')
  const exchange = system.options.environment?.['EVENT_EXCHANGE'] as string
  await bindWitness(broker.url, exchange)

  const expected = new Map<string, string[]>()
  const stop = new AbortController()
  const write = async (worker: number): Promise<void> => {
    const { id: roomId } = await system.rooms.createRoom({ body: { name: `Room ${worker}`, capacity: 8, floor: 1, building: 'B', timeZone: 'UTC' } }, manager)
    while (!stop.signal.aborted) {
      const { id } = await system.bookings.createBooking({ body: { roomId, title: 'Planning', ...slot } }, manager)
      expected.set(id, ['booking.created'])
      await system.bookings.cancelBooking({ params: { bookingId: id }, body: {} }, manager)
      expected.get(id)?.push('booking.cancelled')
    }
  }
  let failure: unknown
  const writers = Promise.all([1, 2, 3, 4].map(write)).catch((error: unknown) => { failure = error })
  const moreBookings = async (count: number): Promise<void> => {
    const goal = expected.size + count
    t.ok(await until(() => expected.size >= goal || failure !== undefined, 60_000) && failure === undefined, `${count} more bookings: ${String(failure)}`)
  }

  await moreBookings(100)
  broker.kill()
  await moreBookings(200)
  t.ok(await unpublished(system) >= 300, 'while the broker is down, the events wait')
  t.match((await system.send('bookings', '/ready')).json, { status: 'ready' })
  broker = await startPrivateRabbitmq({ directory, port })
  await moreBookings(100)
  stop.abort()
  await writers

  t.ok(await until(async () => await unpublished(system) === 0, 60_000), 'in the end none waits')
  const validators = new Map(Object.entries(events).map(([type, schema]) => [type, addContractFormats(new Ajv({ strict: false })).compile(schema)]))
  const messages = await readWitness(broker.url)
  const arrived = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const { content, properties, fields } of messages) {
    const event = JSON.parse(content.toString()) as { id: string, type: string, subject: string, correlationid: string }
    if (seen.has(event.id) || !event.type.startsWith('booking.')) continue
    seen.add(event.id)
    const validate = validators.get(event.type)
    if (!validate?.(event)) t.fail(`${event.type} is not as its contract says`, { event, errors: validate?.errors })
    if (properties.messageId !== event.id || fields.routingKey !== event.type || properties.deliveryMode !== 2 || properties.correlationId !== event.correlationid || properties.contentType !== 'application/cloudevents+json') {
      t.fail('a message has the wrong properties', { properties, fields })
    }
    arrived.set(event.subject, [...arrived.get(event.subject) ?? [], event.type])
  }
  t.same(Object.fromEntries(arrived), Object.fromEntries(expected), `${expected.size} bookings, ${messages.length} messages`)
})
