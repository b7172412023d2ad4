import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { t } from '../support/suite.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { isRefusal } from '../support/refusal.ts'
import { sharedSystem, type Person, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

let system: TestSystem
let user: Person
let manager: Person
let roomId: string
t.before(async () => {
  system = await sharedSystem(t)
  user = await system.person()
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager)
})

const post = async (path: string, body: unknown, options: RawRequest = {}): Promise<RawAnswer> => await system.send('bookings', path, { method: 'POST', token: user.token, body, ...options })
const booking = (from: number, change: object = {}): object => ({ roomId, title: 'Planning', startsAt: at(from), endsAt: at(from + 1), ...change })

t.test('a body is JSON in UTF-8 without compression', async t => {
  const json = JSON.stringify(booking(1))
  isRefusal(t, await post('/api/v1/bookings', Buffer.from(json.replace('Planning', 'Pl\u00e4ne'), 'latin1')), 'request.malformed', 'bytes that are no UTF-8')
  for (const charset of ['iso-8859-1', '"utf-16"', 'us-ascii']) {
    isRefusal(t, await post('/api/v1/bookings', json, { headers: { 'content-type': `application/json; charset=${charset}` } }), 'request.media_type_unsupported', charset)
  }
  const compressed = await post('/api/v1/bookings', gzipSync(json), { headers: { 'content-encoding': 'gzip' } })
  isRefusal(t, compressed, 'request.media_type_unsupported', 'gzip')
  t.equal(compressed.headers['accept-encoding'], 'identity')
  const made = await post('/api/v1/bookings', json, { headers: { 'content-type': 'application/json; charset="UTF-8"', 'content-encoding': 'identity' } })
  t.equal(made.status, 201)
  for (const path of [`/api/v1/bookings/${made.json.id}/cancel`, '/api/v1/calendar-feeds', `/api/v1/bookings/${made.json.id}/end`]) isRefusal(t, await post(path, 'null'), 'request.invalid', `null for ${path}`)
})

t.test('every date-time of RFC 3339 is taken, and a + in a query is hinted at', async t => {
  const made = await post('/api/v1/bookings', booking(2, { startsAt: at(2).toLowerCase(), endsAt: at(3).toLowerCase() }))
  t.match([made.status, made.json.startsAt, made.json.endsAt], [201, at(2), at(3)])
  const list = async (query: string): Promise<RawAnswer> => await system.send('bookings', `/api/v1/bookings?${query}`, { token: user.token })
  t.equal((await list('from=2016-12-31T23:59:60Z&to=2017-01-01T05:29:60.5%2B05:30')).status, 200, 'leap seconds')
  isRefusal(t, await list('from=2016-12-31T22:59:60Z'), 'request.invalid', 'no leap second')
  const plus = await list('from=2026-03-02T10:00:00+01:00')
  isRefusal(t, plus, 'request.invalid', 'a space')
  t.match(plus.json.message, /%2B/)
})

t.test('a range that is empty or reversed is refused everywhere', async t => {
  const range = `from=${at(2)}&to=${at(1)}`
  for (const [service, path] of [
    ['bookings', '/api/v1/bookings'], ['bookings', '/api/v1/busy-intervals'], ['bookings', '/api/v1/booking-statistics'], ['rooms', '/api/v1/closures'], ['rooms', `/api/v1/rooms/${roomId}/closures`],
    ['rooms', `/api/v1/rooms/${roomId}/availability`], ['rooms', '/api/v1/available-rooms']
  ] as const) isRefusal(t, await system.send(service, `${path}?${range}`, { token: manager.token }), 'request.range_invalid', path)
})

t.test('a range of days takes the hour that they have more when clocks go back, and nothing beyond', async t => {
  for (const [service, path, days, token] of [
    ['bookings', `/api/v1/busy-intervals?roomId=${roomId}`, 31, user.token],
    ['bookings', '/api/v1/busy-intervals?', 3, user.token],
    ['bookings', '/api/v1/booking-statistics?', 366, manager.token],
    ['rooms', `/api/v1/rooms/${roomId}/availability?`, 31, user.token],
    ['rooms', '/api/v1/suggested-times?minutes=30', 31, user.token]
  ] as const) {
    const ask = async (hours: number): Promise<RawAnswer> => await system.send(service, `${path}&from=${at(0)}&to=${at(hours)}`, { token })
    t.equal((await ask(days * 24 + 1)).status, 200, path)
    isRefusal(t, await ask(days * 24 + 1.001), 'request.range_invalid', path)
  }
  isRefusal(t, await system.send('rooms', `/api/v1/available-rooms?from=${at(0)}&to=${at(24.001)}`, { token: user.token }), 'request.range_invalid', 'no booking is longer than 24 hours')
})

t.test('a dry run neither stores an answer under its Idempotency-Key nor repeats one', async t => {
  for (const [path, from, more] of [['/api/v1/bookings', 5, {}], ['/api/v1/booking-series', 7, { recurrence: 'FREQ=DAILY;COUNT=2' }]] as const) {
    const headers = { 'idempotency-key': randomUUID() }
    const ask = async (dryRun: boolean): Promise<unknown> => {
      const { status, headers: { 'idempotency-replayed': isReplayed = 'false' }, json } = await post(path, booking(from, { ...more, dryRun }), { headers })
      return [dryRun ? 'dry run' : 'real', status, json.code ?? 'done', isReplayed]
    }
    const holder = await post('/api/v1/bookings', booking(from))
    const refused = await ask(true)
    t.equal((await post(`/api/v1/bookings/${holder.json.id}/cancel`, {})).status, 200)
    t.same([refused, await ask(true), await ask(false), await ask(true), await ask(false)], [
      ['dry run', 409, 'booking.conflict', 'false'],
      ['dry run', 200, 'done', 'false'],
      ['real', 201, 'done', 'false'],
      ['dry run', 409, 'booking.conflict', 'false'],
      ['real', 201, 'done', 'true']
    ], path)
  }
})

t.test('createCalendarFeed makes one feed for an Idempotency-Key, and stores no URL that can be read', async t => {
  const headers = { 'idempotency-key': randomUUID() }
  const [first, second] = [await post('/api/v1/calendar-feeds', {}, { headers }), await post('/api/v1/calendar-feeds', {}, { headers })]
  t.same([first.status, second.json, second.headers['idempotency-replayed']], [201, first.json, 'true'])
  const secret = String(first.json.url).split('/').at(-1) as string
  t.notMatch(JSON.stringify((await system.sql.bookings.query('SELECT * FROM idempotency_key'))[0]), secret)
  t.notMatch(JSON.stringify((await system.sql.bookings.query('SELECT * FROM idempotency_key'))[0]), headers['idempotency-key'])
})

t.test('Location names what can be read, and series have an ETag', async t => {
  const feed = await post('/api/v1/calendar-feeds', {})
  const amenity = await system.send('rooms', '/api/v1/amenities', { method: 'POST', token: manager.token, body: { name: 'lava_lamp' } })
  t.match(await system.send('bookings', feed.headers['location'] ?? '', { token: user.token }), { status: 200, json: { id: feed.json.id } })
  t.match(await system.send('rooms', amenity.headers['location'] ?? '', { token: user.token }), { status: 200, json: { name: 'lava_lamp' } })
  const username = `p-${randomUUID().slice(0, 8)}`
  const registered = await system.send('users', '/api/v1/auth/register', { method: 'POST', body: { username, email: `${username}@example.com`, fullName: 'Pat Person', password: randomUUID() } })
  t.match(await system.send('users', registered.headers['location'] ?? '', { token: registered.json.accessToken }), { status: 200, json: { username } })
  const series = await post('/api/v1/booking-series', booking(30, { recurrence: 'FREQ=DAILY;COUNT=2' }))
  t.equal(series.headers['etag'], '"1"')
  const path = `/api/v1/booking-series/${series.json.series.id}`
  t.equal((await system.send('bookings', path, { method: 'PATCH', token: user.token, body: { scope: 'all', title: 'Changed' } })).headers['etag'], '"2"')
  t.equal((await post(`${path}/cancel`, { scope: 'all' })).headers['etag'], '"3"')
})

t.test('what is below the handlers answers as HTTP wants it, in the one format', async t => {
  const { hostname, port } = new URL(system.urls.bookings)
  const raw = async (text: string): Promise<string> => await new Promise((resolve, reject) => {
    let answer = ''
    connect(Number(port), hostname).on('data', data => { answer += data.toString('utf8') }).on('error', reject).on('close', () => { resolve(answer) }).write(text)
  })
  for (const [title, request] of [
    ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', 'GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
    ['no request line', 'hello there\r\n\r\n']
  ] as const) {
    const answer = await raw(request)
    t.match(answer, /^HTTP\/1\.1 400 /, title)
    for (const part of [/\r\ndate: /i, /\r\ncache-control: no-store/i, /\r\nx-correlation-id: /i, /"code":"request.malformed"/]) t.match(answer, part, `${title}: ${String(part)}`)
  }
  const head = 'POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n'
  t.match(await raw(`${head}\r\n`), /^HTTP\/1\.1 401 /, 'nobody is asked for a body that is not read')
  t.match(await raw(`${head}Authorization: Bearer ${user.token}\r\n\r\n{}`), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /)
})
