import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { startService } from '../../scripts/system/services.ts'
import { newRoom, visit } from '../reviews/visits.ts'
import { startCollector, type CollectedSpan } from '../support/collector.ts'
import { mailsIn, type ReceivedMail } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let spans: CollectedSpan[]
let person: Person
let manager: Person

// Four processes, as in operation: what is known of a trace within one is of no help to the others.
t.before(async () => {
  system = await testSystem(t)
  await Promise.all(services.map(async service => { await system.apps[service].close() }))
  const collector = await startCollector(await freePort())
  spans = collector.spans
  const environment = { ...system.options.environment, LOG_LEVEL: 'info', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200' }
  t.teardown(collector.stop)
  for (const service of services) t.teardown((await startService(service, { ...system.options, environment })).stop)
  person = await system.person()
  manager = await system.person('facility_manager')
})

const day = Math.ceil(Date.now() / 86_400_000) * 86_400_000
const booking = (roomId: string, hour: number): object => ({ roomId, title: 'Traced', startsAt: new Date(day + hour * 3_600_000).toISOString(), endsAt: new Date(day + (hour + 1) * 3_600_000).toISOString() })

t.test('one trace goes through HTTP, MySQL, Redis and RabbitMQ, from the caller to the consumer', async t => {
  const roomId = await newRoom(system, manager)
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const answer = await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: person.token, body: booking(roomId, 36), headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } })
  t.equal(answer.status, 201)
  const find = (service: Service, name: string | RegExp): CollectedSpan | undefined => spans.find(span => span.traceId === traceId && span.service === service && (typeof name === 'string' ? span.name === name : name.test(span.name)))
  t.ok(await until(() => find('users', 'process booking.created') !== undefined && find('bookings', 'createBooking') !== undefined && find('rooms', 'listRoomTerms') !== undefined, 20_000), 'the spans arrive')

  const chain = (span: CollectedSpan | undefined): string[] => span === undefined ? [] : [`${span.service}: ${span.name}`, ...chain(spans.find(({ spanId }) => spanId === span.parentSpanId))]
  t.same(chain(find('users', 'process booking.created')), ['users: process booking.created', 'bookings: publish booking.created', 'bookings: createBooking'])
  t.same(chain(find('rooms', 'listRoomTerms')), ['rooms: listRoomTerms', 'bookings: rooms.listRoomTerms', 'bookings: createBooking'])
  t.match(find('bookings', 'createBooking'), { kind: 2, parentSpanId: '00f067aa0ba902b7', attributes: { 'http.route': '/api/v1/bookings', 'correlation.id': answer.headers['x-correlation-id'] } })
  const statement = spans.find(span => span.traceId === traceId && String(span.attributes['db.query.text']).startsWith('INSERT INTO booking ('))
  t.same(chain(statement), ['bookings: INSERT', 'bookings: createBooking'], 'also after the body was read')
  t.ok(find('users', 'INSERT'), 'what the consumer stores')
  t.ok(find('bookings', /^(GET|SET|EVALSHA|EVAL)$/), 'commands to Redis')
  t.notOk(spans.some(span => JSON.stringify(span.attributes).includes(person.token)), 'no secrets')
  t.same(spans.filter(({ attributes }) => /outbox_relay/.test(String(attributes['db.query.text']))), [], 'what belongs to no request makes no spans')

  const refused = await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: person.token, body: booking(roomId, 36), headers: { traceparent: 'nonsense' } })
  t.equal(refused.status, 409, 'a traceparent that is none is passed over')
})

interface Line { msg: string, correlationId?: string, operationId?: string, type?: string, status?: number, userId?: string, milliseconds?: number, kind?: string }

async function linesOf (service: Service): Promise<Line[]> {
  const text = await readFile(join(system.options.logs, `${service}.log`), 'utf8')
  return text.split('\n').filter(line => line.startsWith('{') && line.endsWith('}')).map(line => JSON.parse(line) as Line)
}

t.test('one correlation id goes through the logs of all services and into the mail', async t => {
  const moderator = await system.person('moderator')
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, person)
  const headers = { 'x-correlation-id': 'follow-me-through' }
  const { status, json: review } = await system.send('reviews', '/api/v1/reviews', { method: 'POST', token: person.token, headers, body: { roomId, rating: 2, comment: 'It was too loud.' } })
  t.equal(status, 201)
  t.equal((await system.send('reviews', `/api/v1/reviews/${review.id}/flags`, { method: 'POST', token: manager.token, headers, body: { reason: 'spam' } })).status, 201)

  let mail: ReceivedMail | undefined
  t.ok(await until(async () => {
    mail = (await mailsIn(join(system.options.logs, 'mail'))).find(({ headers }) => headers['to']?.includes(moderator.user.email) && /flagged/.test(headers['subject'] ?? ''))
    return mail !== undefined
  }, 30_000), 'the mail is there')
  t.equal(mail?.headers['x-correlation-id'], 'follow-me-through')

  const followed = async (service: Service): Promise<Line[]> => (await linesOf(service)).filter(({ correlationId }) => correlationId === 'follow-me-through')
  t.ok(await until(async () => (await followed('rooms')).some(({ type }) => type === 'review.published') && (await followed('users')).some(({ msg }) => msg === 'mail sent'), 15_000), 'the events are consumed')
  t.match((await followed('reviews')).find(({ operationId }) => operationId === 'createReview'), { msg: 'request', status: 201, userId: person.user.id, milliseconds: Number })
  t.ok((await followed('bookings')).some(({ msg, operationId }) => msg === 'request' && operationId !== undefined), 'the call to bookings')
  t.ok((await followed('users')).some(({ msg, type }) => msg === 'event' && type === 'review.flagged'))
  t.match((await followed('users')).find(({ msg }) => msg === 'mail sent'), { kind: 'review_flagged' })
})

t.test('the call to rooms, which may serve several bookings, has the correlation id of one that is alone', async t => {
  const roomId = await newRoom(system, manager)
  const { status } = await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: person.token, headers: { 'x-correlation-id': 'book-alone' }, body: booking(roomId, 36) })
  t.equal(status, 201)
  const calls = async (): Promise<Line[]> => (await linesOf('rooms')).filter(({ correlationId }) => correlationId === 'book-alone')
  t.ok(await until(async () => (await calls()).some(({ msg, operationId }) => msg === 'request' && operationId === 'listRoomTerms'), 15_000))
})
