/**
 * The statuses that every operation answers alike, each provoked for each operation that declares it. What depends on the rules of
 * a service is in the tests of that service; `npm test` fails when a declared status is provoked nowhere.
 */
import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { storedKeyOf } from '../../shared/plugins/idempotency.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import type { BookingSeriesCreate, BookingSeriesUpdate, BookingUpdate } from '../../shared/contract/generated/bookings.schemas.ts'
import type { RoomUpdate } from '../../shared/contract/generated/rooms.schemas.ts'
import { DatabaseUnavailableError } from '../../shared/database-errors.ts'
import { asSent, sampleRequest, servedOperations, type Pair, type RequestParts, type ServedOperation } from '../support/operations.ts'
import { refusal } from '../support/refusal.ts'
import { setStage, type Stage } from '../support/stage.ts'
import type { Difference } from '../support/instances.ts'
import { testSystem, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

let system: TestSystem
let stage: Stage
t.before(async () => {
  system = await testSystem(t)
  stage = await setStage(system)
})

/** What decides on pending bookings alone. */
const decisions: ReadonlySet<string> = new Set(['bookings.approveBooking', 'bookings.approveBookingSeries', 'bookings.rejectBookingSeries'])

const declaring = (status: number): ServedOperation[] => servedOperations.filter(({ operation }) => operation.responses[status])
const send = async (served: ServedOperation, parts: RequestParts, token: string | undefined, change: RawRequest = {}, to: string = served.service): Promise<RawAnswer> => {
  const [path, request] = asSent(served, parts, token)
  return await system.send(to, path, { ...request, ...change, headers: { ...request.headers, ...change.headers } })
}

/** Another instance of each service, all different in the same way. */
async function instances (difference: Difference): Promise<Record<Service, string>> {
  return Object.fromEntries(await Promise.all(services.map(async service => [service, await system.anotherInstance(service, difference)]))) as Record<Service, string>
}

/** Checks that each operation answers as it should; all that do not are named together. */
async function each (t: Test, operations: ServedOperation[], expected: number, ask: (served: ServedOperation) => Promise<RawAnswer>): Promise<void> {
  t.ok(operations.length > 0, `${operations.length} operations`)
  const others: string[] = []
  for (const served of operations) {
    const { status, text } = await ask(served)
    if (status !== expected) others.push(`${served.name} answered ${status}: ${text.slice(0, 200)}`)
  }
  t.same(others, [])
}

t.test('400 for a parameter that there is not, on every operation that does not ignore them', async t => {
  await each(t, declaring(400).filter(({ declared }) => declared['x-open-query'] !== true), 400, async served => {
    const parts = sampleRequest(served)
    return await send(served, { ...parts, query: [...parts.query, ['unknown', '1']] }, stage.strongest(served))
  })
})

t.test('401 without a token, on every operation that is not public', async t => {
  const closed = servedOperations.filter(({ operation }) => operation.access !== 'public')
  await each(t, closed, 401, async served => await send(served, sampleRequest(served), undefined))
})

t.test('403 for a role that an operation is not for', async t => {
  const others = servedOperations.flatMap(served => {
    const { access } = served.operation
    return access === 'public' ? [] : Object.entries(stage.tokens).filter(([role]) => !(access as readonly string[]).includes(role)).map(([, token]) => ({ ...served, token }))
  })
  await each(t, others, 403, async served => await send(served, sampleRequest(served), (served as typeof others[number]).token))
})

t.test('404 for something that there is not', async t => {
  const withPath = declaring(404).filter(({ parameters }) => parameters.some(parameter => parameter.in === 'path'))
  await each(t, withPath, 404, async served => {
    const parts = sampleRequest(served)
    return await send(served, { ...parts, path: parts.path.map(([name, sample]) => [name, /^[0-9a-f-]{36}$/.test(sample) ? randomUUID() : 'nothing_like_it'] as const) }, stage.strongest(served))
  })
})

t.test('413 for a body of a megabyte, 415 for one that is not JSON', async t => {
  await each(t, declaring(413), 413, async served => await send(served, sampleRequest(served), stage.strongest(served), { headers: { 'content-type': 'application/json' }, body: `{"text":"${'x'.repeat(1_048_576)}"}` }))
  await each(t, declaring(415), 415, async served => await send(served, sampleRequest(served), stage.strongest(served), { headers: { 'content-type': 'text/plain' }, body: 'text' }))
})

t.test('412 for an If-Match that is not the current version', async t => {
  const owner = stage.people.admin
  await each(t, declaring(412), 412, async served => {
    const given = await stage.makeFor(served, owner)
    // Approving what is confirmed again is a success, whatever version is known.
    if (decisions.has(served.name)) await system.sql.bookings.execute("UPDATE booking SET status = 'pending' WHERE ? IN (id, series_id)", [given['bookingId'] ?? given['seriesId'] ?? ''])
    return await send(served, sampleRequest(served, given), owner.token, { headers: { 'if-match': '"of-yesterday"' } })
  })
})

t.test('304 for an If-None-Match that is the current version', async t => {
  const owner = stage.people.admin
  await each(t, declaring(304), 304, async served => {
    const given = await stage.makeFor(served, owner)
    // A report has a file, and a version that stays, when it is made.
    const { reportId } = given
    if (reportId !== undefined) t.ok(await until(async () => (await system.bookings.getReport({ params: { reportId } }, owner)).status === 'done', 120_000), 'the report is made')
    const parts = sampleRequest(served, given)
    const { headers: { etag = '' } } = await send(served, parts, owner.token)
    return await send(served, parts, owner.token, { headers: { 'if-none-match': etag } })
  })
})

t.test('422 for an Idempotency-Key that came with another request', async t => {
  const keyed = servedOperations.filter(({ operation }) => operation.request.headers?.['properties']?.['idempotency-key'] !== undefined)
  await each(t, keyed, 422, async served => {
    const key = randomUUID()
    await system.sql[served.service].execute('INSERT INTO idempotency_key (user_id, idempotency_key, fingerprint, body, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))', [stage.people.admin.user.id, storedKeyOf({ userId: stage.people.admin.user.id, key }), 'f'.repeat(64), '{}'])
    return await send(served, sampleRequest(served, await stage.makeFor(served, stage.people.user)), stage.people.admin.token, { headers: { 'idempotency-key': key } })
  })
})

t.test('what only some operations answer', async t => {
  const { people: { admin, user }, make } = stage
  const [roomId, retiredId, seriesId] = await Promise.all([make('roomId', admin), make('roomId', admin), make('seriesId', user)])
  await system.rooms.retireRoom({ params: { roomId: retiredId }, body: {} }, admin)
  const [now, later] = [new Date().toISOString(), new Date(Date.now() + 3_600_000).toISOString()]
  const nowhere = randomUUID()
  const answers: Array<[status: number, operation: string, given: Record<string, string>, body?: object | undefined, query?: Pair[]]> = [
    [422, 'rooms.updateRoom', { roomId }, { timeZone: 'Nowhere/Land' }],
    [409, 'rooms.setRoomStatus', { roomId: retiredId }, { status: 'maintenance', reason: 'Late' }],
    [422, 'rooms.listRoomClosures', { roomId, from: later, to: now }],
    [422, 'rooms.suggestTimes', { from: later, to: now }],
    [404, 'bookings.checkAvailability', { roomId: nowhere }],
    [422, 'bookings.checkAvailability', { roomId, startsAt: later, endsAt: now }],
    [422, 'bookings.listBusyIntervals', { roomId, from: later, to: now }],
    [404, 'bookings.createBookingSeries', { roomId: nowhere }],
    [422, 'bookings.cancelBookingSeries', { seriesId }, { scope: 'following' }],
    [404, 'bookings.getBookingStatistics', {}, undefined, [['roomId', nowhere]]]
  ]
  for (const [status, name, given, body, query = []] of answers) {
    const served = servedOperations.find(each => each.name === name) as ServedOperation
    const parts = sampleRequest(served, given)
    const answer = await send(served, { ...parts, query: [...parts.query, ...query], ...(body && { body }) }, admin.token)
    t.equal(answer.status, status, `${name}: ${answer.text.slice(0, 300)}`)
  }
})

t.test('error codes of rules that several operations share', async t => {
  const { people: { admin, user }, make } = stage
  const [roomId, ofMaintenance, bookingId, seriesId, cancelledId] = await Promise.all([make('roomId', admin), make('roomId', admin), make('bookingId', user), make('seriesId', user), make('seriesId', user)])
  await system.rooms.setRoomStatus({ params: { roomId: ofMaintenance }, body: { status: 'maintenance', reason: 'New carpet' } }, admin)
  await system.bookings.cancelBookingSeries({ params: { seriesId: cancelledId }, body: { scope: 'all' } }, user)
  const [startsAt, endsAt] = [new Date(Date.now() + 3_600_000).toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
  const room = async (body: RoomUpdate): Promise<unknown> => await system.rooms.updateRoom({ params: { roomId }, body }, admin)
  const booking = async (body: BookingUpdate): Promise<unknown> => await system.bookings.updateBooking({ params: { bookingId }, body }, user)
  const series = async (body: BookingSeriesUpdate, id = seriesId): Promise<unknown> => await system.bookings.updateBookingSeries({ params: { seriesId: id }, body }, user)
  const newSeries = async (body: Partial<BookingSeriesCreate>): Promise<unknown> =>
    await system.bookings.createBookingSeries({ body: { roomId, title: 'Rules', startsAt, endsAt, recurrence: 'FREQ=DAILY;COUNT=2', ...body } }, user)
  const actions: Array<[code: string, action: Promise<unknown>]> = [
    ['user.email_taken', system.users.createUser({ body: { username: 'somebody-else', email: user.user.email, fullName: 'Sam Same', password: 'correct horse battery', role: 'user' } }, admin)],
    ['room.opening_hours_invalid', room({ openingHours: { monday: { opens: '10:00', closes: '09:00' }, tuesday: null, wednesday: null, thursday: null, friday: null, saturday: null, sunday: null } })],
    ['room.policy_invalid', room({ policy: { minimumMinutes: 600, maximumMinutes: 60 } })],
    ['room.amenity_unknown', room({ amenities: ['fountain'] })],
    ['booking.override_forbidden', booking({ title: 'Mine', override: true })],
    ['booking.room_unavailable', booking({ roomId: ofMaintenance })],
    ['booking.interval_invalid', booking({ startsAt: endsAt, endsAt: startsAt })],
    ['booking.override_forbidden', newSeries({ override: true })],
    ['booking.room_unavailable', newSeries({ roomId: ofMaintenance })],
    ['booking.interval_invalid', newSeries({ startsAt: endsAt, endsAt: startsAt })],
    ['booking.override_forbidden', series({ scope: 'all', title: 'Mine', override: true })],
    ['room.not_found', series({ scope: 'all', roomId: randomUUID() })],
    ['booking.room_unavailable', series({ scope: 'all', roomId: ofMaintenance })],
    ['booking.state_conflict', series({ scope: 'all', title: 'Mine' }, cancelledId)]
  ]
  const outcomes = await Promise.all(actions.map(async ([, action]) => (await refusal(action))[1]))
  t.same(outcomes, actions.map(([code]) => code))
})

t.test('409 for a request whose twin with the same Idempotency-Key still runs', async t => {
  const { people: { admin }, make } = stage
  const [soon, later] = [new Date(Date.now() + 3_600_000).toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
  for (const [name, body] of [
    ['rooms.createClosure', { roomId: await make('roomId', admin), reason: 'Twins', startsAt: soon, endsAt: later }],
    ['bookings.createReport', { kind: 'bookings', format: 'csv', from: soon, to: later }]
  ] as const) {
    const served = servedOperations.find(each => each.name === name) as ServedOperation
    // The twin stores its answer after this request has looked for it: as the database has it then.
    await system.sql[served.service].query("CREATE TRIGGER twin BEFORE INSERT ON idempotency_key FOR EACH ROW SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'Duplicate entry'")
    const answer = await send(served, { ...sampleRequest(served), body }, admin.token, { headers: { 'idempotency-key': randomUUID() } })
    await system.sql[served.service].query('DROP TRIGGER twin')
    t.same([answer.status, answer.json.code], [409, 'idempotency.in_progress'], name)
  }
})

t.test('409 for a change of password that another one has overtaken', async t => {
  // Both have verified the password before either has stored a new one, sooner or later.
  for (let round = 0; round < 20; round++) {
    const person = await system.person()
    const answers = await Promise.all(Array.from({ length: 8 }, async (_, index) => await system.send('users', '/api/v1/profile/password', { method: 'POST', token: person.token, body: { currentPassword: person.password, newPassword: `correct horse battery ${index}` } })))
    t.equal(answers.filter(({ status }) => status === 204).length, 1, 'one has changed it')
    if (answers.some(({ json }) => json?.code === 'user.password_changed')) return
  }
  t.fail('none was overtaken')
})

t.test('429 for whoever asks too often, on every operation but the probes', async t => {
  const limited = await instances({ environment: { RATE_LIMIT_PER_MINUTE: '1' } })
  await each(t, declaring(429), 429, async served => {
    // Services are not counted; those who have no token are.
    const isForServices = served.operation.access !== 'public' && served.operation.access.every(role => role === 'service')
    const ask = async (): Promise<RawAnswer> => await send(served, sampleRequest(served), isForServices ? undefined : stage.strongest(served), {}, limited[served.service])
    const first = await ask()
    return first.status === 429 ? first : await ask()
  })
  const unlimited = servedOperations.filter(({ operation }) => !operation.responses[429]).map(({ operation }) => operation.operationId)
  t.same(new Set(unlimited), new Set(['getHealth', 'getReadiness']), 'no other is exempt')
})

for (const [status, code, failure] of [
  [500, 'internal', new Error('the secret cause')],
  [503, 'dependency.unavailable', new DatabaseUnavailableError(new Error('the secret cause'))]
] as const) {
  t.test(`${status} ${code}, with nothing of the cause, wherever an operation fails inside`, async t => {
    const broken = await instances({ sabotage: app => app.addHook('preHandler', async () => { throw failure }) })
    await each(t, declaring(status), status, async served => {
      const answer = await send(served, sampleRequest(served), stage.strongest(served), {}, broken[served.service])
      t.equal(answer.json?.code, code, served.name)
      t.notMatch(answer.text, /secret/, served.name)
      t.equal(answer.headers['retry-after'] !== undefined, status === 503, served.name)
      return answer
    })
  })
}
