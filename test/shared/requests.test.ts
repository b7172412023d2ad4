import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { STATUS_CODES } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createSigner } from 'fast-jwt'
import type { RowDataPacket } from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { catalogue, type ErrorCode } from '../../shared/errors.ts'
import { isRefusal } from '../support/refusal.ts'
import { sharedSystem, type Person, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const day = 24 * hour
const noon = Math.ceil(Date.now() / day) * day + 12 * hour
const at = (hours: number): string => new Date(noon + hours * hour).toISOString()

let system: TestSystem
let user: Person
let manager: Person
let roomId: string
t.before(async () => {
  system = await sharedSystem(t)
  user = await system.person()
  manager = await system.person('facility_manager')
  roomId = (await system.rooms.createRoom({ body: newRoom('Aurora') }, manager)).id
})

function newRoom (name: string): { name: string, capacity: number, floor: number, building: string, timeZone: string } {
  return { name, capacity: 8, floor: 1, building: 'Requests', timeZone: 'UTC' }
}
function newBooking (change: object = {}): object {
  return { roomId, title: 'Planning', startsAt: at(0), endsAt: at(1), ...change }
}
const postBooking = async (body: unknown, options: RawRequest = {}): Promise<RawAnswer> =>
  await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: user.token, body, ...options })

/** How many rows there are that somebody could have made. */
async function stored (): Promise<unknown> {
  const tables = { users: ['user', 'outbox'], rooms: ['room', 'outbox', 'idempotency_key'], bookings: ['booking', 'room_calendar', 'outbox', 'idempotency_key'], reviews: ['review', 'outbox'] } as const
  return await Promise.all(Object.entries(tables).flatMap(([service, names]) => names.map(async name => {
    const [rows] = await system.sql[service as keyof typeof tables].query<RowDataPacket[]>('SELECT COUNT(*) AS count FROM ??', [name])
    return [service, name, rows[0]?.['count']]
  })))
}

/** Runs a test after which everything must be as it was. */
function changesNothing (title: string, run: (t: Test) => Promise<void>): void {
  t.test(title, async t => {
    const before = await stored()
    await run(t)
    t.same(await stored(), before, 'nothing has changed')
  })
}

changesNothing('a body that the contract does not take is refused, and the fault named', async t => {
  const bad: Array<[title: string, change: object, path: string, message: RegExp]> = [
    ['a number for a text', { title: 5 }, 'body.title', /must be string/],
    ['null for a text', { description: null }, 'body.description', /must be string/],
    ['a text for a number', { attendeeCount: '5' }, 'body.attendeeCount', /must be integer/],
    ['a fraction', { attendeeCount: 1.5 }, 'body.attendeeCount', /must be integer/],
    ['too small a number', { attendeeCount: 0 }, 'body.attendeeCount', />= 1/],
    ['an unknown field', { colour: 'red' }, 'body.colour', /not a known field/],
    ['a missing field', { title: undefined }, 'body.title', /is required/],
    ['a text of blanks', { title: '     ' }, 'body.title', /fewer than 3/],
    ['too long a text', { title: 'x'.repeat(201) }, 'body.title', /more than 200/],
    ['NUL', { title: 'Plan\u0000ning' }, 'body.title', /control characters/],
    ['a line break', { title: 'Plan\nning' }, 'body.title', /control characters/],
    ['an escape sequence', { description: '\u001b[31mred' }, 'body.description', /control characters/],
    ['half a surrogate pair', { title: 'Plan\ud800ning' }, 'body.title', /control characters/],
    ['no UUID', { roomId: '7' }, 'body.roomId', /must be a UUID/],
    ['a UUID as URN', { roomId: `urn:uuid:${roomId}` }, 'body.roomId', /must be a UUID/],
    ['an injection', { roomId: "' OR 1=1 --" }, 'body.roomId', /must be a UUID/],
    ['a day that does not exist', { startsAt: '2027-02-30T10:00:00Z' }, 'body.startsAt', /RFC 3339/],
    ['a leap second within a month', { startsAt: '2026-12-30T23:59:60Z' }, 'body.startsAt', /RFC 3339/],
    ['a blank for the T', { startsAt: '2027-03-02 10:00:00Z' }, 'body.startsAt', /RFC 3339/],
    ['no offset', { startsAt: '2027-03-02T10:00:00' }, 'body.startsAt', /RFC 3339/],
    ['a date', { startsAt: '2027-03-02' }, 'body.startsAt', /RFC 3339/],
    ['a time stamp', { startsAt: noon }, 'body.startsAt', /must be string/],
    ['a year that cannot be stored', { endsAt: '9999-12-31T23:59:59-01:00' }, 'body.endsAt', /RFC 3339/],
    ['a list for a text', { title: ['Planning'] }, 'body.title', /must be string/]
  ]
  for (const [title, change, path, message] of bad) {
    const answer = await postBooking(newBooking(change))
    isRefusal(t, answer, 'request.invalid', title)
    t.match(answer.json.details, [{ path, message }], `${title}: the details name it`)
    t.ok(answer.json.message.includes(path), `${title}: the message names it`)
  }
  const several = await postBooking({ title: 1, colour: 2 })
  t.same(several.json.details.map((detail: { path: string }) => detail.path).sort(), ['body.colour', 'body.endsAt', 'body.roomId', 'body.startsAt', 'body.title'], 'every fault is named')
})

changesNothing('a body that cannot be read is refused', async t => {
  const json = JSON.stringify(newBooking())
  for (const [title, body, code] of [
    ['broken JSON', '{"title": ', 'request.malformed'],
    ['JSON with a comment', `${json} // comment`, 'request.malformed'],
    ['JSON with NaN', '{"attendeeCount": NaN}', 'request.malformed'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'request.malformed'],
    ['a list', '[]', 'request.invalid'],
    ['a text', '"x"', 'request.invalid'],
    ['null', 'null', 'request.invalid'],
    ['nothing', '', 'request.invalid'],
    ['a field called __proto__', `${json.slice(0, -1)},"__proto__":{"admin":true}}`, 'request.malformed'],
    ['a field called constructor with a prototype', `${json.slice(0, -1)},"constructor":{"prototype":{"admin":true}}}`, 'request.malformed'],
    ['a field called constructor', `${json.slice(0, -1)},"constructor":1}`, 'request.invalid'],
    ['1 MB of title', JSON.stringify(newBooking({ title: 'x'.repeat(1_048_576) })), 'request.too_large'],
    ['ten thousand levels', '['.repeat(10_000) + ']'.repeat(10_000), 'request.invalid']
  ] as Array<[string, string | Buffer, ErrorCode]>) {
    isRefusal(t, await postBooking(body), code, title)
  }
  t.equal(({} as Record<string, unknown>)['admin'], undefined)
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense']) {
    isRefusal(t, await postBooking(json, { headers: { 'content-type': type } }), 'request.media_type_unsupported', type)
  }
})

changesNothing('what makes no sense is refused', async t => {
  isRefusal(t, await postBooking(newBooking({ endsAt: at(-1) })), 'booking.interval_invalid', 'the end before the start')
  isRefusal(t, await postBooking(newBooking({ endsAt: at(0) })), 'booking.interval_invalid', 'the end at the start')
  isRefusal(t, await postBooking(newBooking({ startsAt: at(-96), endsAt: at(-95) })), 'booking.policy_violated', 'the past')
  isRefusal(t, await postBooking(newBooking({ roomId: randomUUID() })), 'room.not_found', 'an unknown room')
  isRefusal(t, await system.send('rooms', `/api/v1/rooms/${randomUUID()}`, { token: user.token }), 'room.not_found', 'an unknown room')
  isRefusal(t, await system.send('bookings', `/api/v1/bookings/${randomUUID()}`, { token: user.token }), 'booking.not_found', 'an unknown booking')
  isRefusal(t, await system.send('bookings', `/api/v1/bookings/${randomUUID()}/cancel`, { method: 'POST', token: user.token }), 'booking.not_found', 'cancelling an unknown booking')
})

changesNothing('parameters that the contract does not take are refused', async t => {
  for (const [query, path, message] of [
    ['unknown=1', 'query.unknown', /not a parameter of this operation/],
    ['Limit=1', 'query.Limit', /not a parameter of this operation/],
    ['__proto__=1', 'query.__proto__', /not a parameter of this operation/],
    ['limit=1&limit=2', 'query.limit', /must be integer/],
    ['limit=0', 'query.limit', />= 1/],
    ['limit=101', 'query.limit', /<= 100/],
    ['limit=', 'query.limit', /must be integer/],
    ['limit=1.5', 'query.limit', /must be integer/],
    ['limit=1e1', 'query.limit', /must be integer/],
    ['limit=0x10', 'query.limit', /must be integer/],
    ['limit=%2B5', 'query.limit', /must be integer/],
    ['limit[gt]=1', 'query.limit[gt]', /not a parameter of this operation/],
    ['building=', 'query.building', /fewer than 1/]
  ] as Array<[string, string, RegExp]>) {
    const answer = await system.send('rooms', `/api/v1/rooms?${query}`, { token: user.token })
    isRefusal(t, answer, 'request.invalid', query)
    t.match(answer.json.details, [{ path, message }], query)
  }
  isRefusal(t, await system.send('bookings', '/api/v1/bookings?from=2026-02-30T00:00:00Z', { token: user.token }), 'request.invalid', 'a bad date')
  isRefusal(t, await system.send('bookings', '/api/v1/bookings?from=2026-03-02T10:00:00+01:00', { token: user.token }), 'request.invalid', 'a plus that is a blank')
  isRefusal(t, await system.send('rooms', '/api/v1/rooms/', { token: user.token }), 'request.invalid', 'no id')
  isRefusal(t, await system.send('rooms', '/api/v1/rooms/7', { token: user.token }), 'request.invalid', 'a bad id')
  isRefusal(t, await system.send('rooms', `/api/v1/rooms/${'7'.repeat(150)}`, { token: user.token }), 'request.invalid', 'a long id')
  isRefusal(t, await system.send('rooms', `/api/v1/rooms/${'7'.repeat(500)}`, { token: user.token }), 'request.not_found', 'a very long id')
  isRefusal(t, await postBooking(newBooking(), { headers: { 'idempotency-key': 'short' } }), 'request.invalid', 'a bad header')
  isRefusal(t, await system.send('rooms', '/health?verbose=1'), 'request.invalid', 'a parameter for a probe')
})

changesNothing('of thousands of faults an answer names the first fifty, each in a line', async t => {
  const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 1]))
  for (const [service, path, token] of [['users', '/api/v1/auth/login', undefined], ['rooms', '/api/v1/rooms', manager.token], ['bookings', '/api/v1/bookings', user.token], ['reviews', '/api/v1/reviews', user.token]] as const) {
    const answer = await system.send(service, path, { method: 'POST', token, body: fields })
    isRefusal(t, answer, 'request.invalid', service)
    t.equal(answer.json.details.length, 50, service)
    t.match(answer.json.message, /and \d{4} more/)
  }
  const inQuery = await system.send('rooms', `/api/v1/rooms?${new URLSearchParams(Object.fromEntries(Object.keys(fields).slice(0, 1_000).map(name => [name, '1']))).toString()}`, { token: user.token })
  t.equal(inQuery.json.details.length, 50, 'in a query')
  const long = await system.send('users', '/api/v1/auth/login', { method: 'POST', body: { ['x'.repeat(100_000)]: 1 } })
  t.ok(long.text.length < 2_000, `a long name makes an answer of ${long.text.length} characters`)
})

changesNothing('an address or method that there is not is refused', async t => {
  for (const path of ['/metrics', '/nowhere', '/api/v1', `/api/v1/rooms/${roomId}/`, '//api/v1/rooms', '/api/v1/Rooms', '/api/v2/rooms', '/api/v1/rooms;x=1', '/%2e%2e/etc/passwd', '/.env']) {
    isRefusal(t, await system.send('rooms', path, { token: user.token }), 'request.not_found', path)
  }
  for (const path of ['/%', '/%zz', '/api/v1/rooms/%ff', '/api/v1/rooms/%c0%af']) {
    const answer = await system.send('rooms', path, { token: user.token })
    isRefusal(t, answer, 'request.malformed', path)
  }
  for (const [path, methods, allow] of [
    ['/api/v1/rooms', ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'LOCK'], 'GET, HEAD, POST'],
    [`/api/v1/rooms/${roomId}/availability`, ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'], 'GET, HEAD'],
    ['/health', ['POST', 'OPTIONS'], 'GET, HEAD'],
    ['/', ['POST'], 'GET, HEAD'],
    ['/openapi.json', ['DELETE'], 'GET, HEAD']
  ] as Array<[string, string[], string]>) {
    for (const method of methods) {
      const answer = await system.send('rooms', path, { method, token: user.token, ...(method === 'PUT' && { body: newRoom('Borealis') }) })
      isRefusal(t, answer, 'request.method_not_allowed', `${method} ${path}`)
      t.equal(answer.headers['allow'], allow, `${method} ${path} says what is possible`)
    }
  }
})

changesNothing('a request that is not HTTP is answered in the one format, and the next is served', async t => {
  const { hostname, port } = new URL(system.urls.rooms)
  const raw = async (bytes: string | Buffer): Promise<{ status: number, body: any }> => await new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setTimeout(10_000, () => { socket.destroy(new Error('no answer')) })
    socket.on('data', data => { text += data.toString('utf8') })
    socket.on('error', error => { if (text === '') reject(error) })
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), body: body === '' ? undefined : JSON.parse(body) as unknown })
    })
    socket.write(bytes)
  })
  for (const [title, bytes, code] of [
    ['noise', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]), 'request.malformed'],
    ['words', 'hello there\r\n\r\n', 'request.malformed'],
    ['an unknown method', 'BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n', 'request.malformed'],
    ['two lengths', 'POST /api/v1/rooms HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello', 'request.malformed'],
    ['a length and chunks', 'POST /api/v1/rooms HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'request.malformed'],
    ['20 KB of header', `GET /health HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`, 'request.headers_too_large']
  ] as Array<[string, string | Buffer, ErrorCode]>) {
    const { status, body } = await raw(bytes)
    t.equal(status, catalogue[code][0], title)
    t.match(body, { error: STATUS_CODES[status], code, message: /./, correlationId: /./ }, title)
  }
  t.equal((await system.send('rooms', '/health')).status, 200)
})

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

changesNothing('a token that is missing, forged, expired or of the wrong role is refused', async t => {
  const pem = await readFile(join(system.options.environment?.['SIGNING_KEYS_DIRECTORY'] ?? '', 'key-1.pem'), 'utf8')
  const [head = '', payload = '', signature = ''] = user.token.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string, kid: string }
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  const publicKey = createPublicKey(createPrivateKey(pem))
  const hmac = (secret: string | Buffer, alg: string): string => {
    const signed = `${base64({ ...header, alg })}.${base64({ ...claims, role: 'admin' })}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
  const stranger = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  const signed = (change: object, key = pem, kid = header.kid): string => createSigner({ algorithm: 'EdDSA', key, kid })({ ...claims, ...change })
  const now = Math.floor(Date.now() / 1000)

  const refused: Array<[title: string, authorization: string | undefined, code: ErrorCode]> = [
    ['no token', undefined, 'auth.token_missing'],
    ['no scheme', user.token, 'auth.token_missing'],
    ['another scheme', 'Basic dXNlcjpwYXNz', 'auth.token_missing'],
    ['an empty token', 'Bearer ', 'auth.token_missing'],
    ['no JWT', 'Bearer abc', 'auth.token_invalid'],
    ['three dots', 'Bearer ...', 'auth.token_invalid'],
    ['an altered payload', `Bearer ${head}.${base64({ ...claims, role: 'admin' })}.${signature}`, 'auth.token_invalid'],
    ['no signature', `Bearer ${head}.${payload}.`, 'auth.token_invalid'],
    ['an altered signature', `Bearer ${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`, 'auth.token_invalid'],
    ['alg none', `Bearer ${base64({ ...header, alg: 'none' })}.${base64({ ...claims, role: 'admin' })}.`, 'auth.token_invalid'],
    ['HS256 with the public key as PEM', `Bearer ${hmac(publicKey.export({ type: 'spki', format: 'pem' }), 'HS256')}`, 'auth.token_invalid'],
    ['HS256 with the raw public key', `Bearer ${hmac(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'), 'HS256')}`, 'auth.token_invalid'],
    ['HS256 that says EdDSA', `Bearer ${hmac(publicKey.export({ type: 'spki', format: 'pem' }), 'EdDSA')}`, 'auth.token_invalid'],
    ['a stranger\'s key', `Bearer ${signed({}, stranger)}`, 'auth.token_invalid'],
    ['an unknown key', `Bearer ${signed({}, stranger, 'key-9')}`, 'auth.token_invalid'],
    ['a key id that is a path', `Bearer ${signed({}, stranger, '../../key-1')}`, 'auth.token_invalid'],
    ['an expired token', `Bearer ${signed({ iat: now - 7200, exp: now - 1 })}`, 'auth.token_expired'],
    ['a token without an end', `Bearer ${signed({ exp: undefined })}`, 'auth.token_invalid'],
    ['another issuer', `Bearer ${signed({ iss: 'somebody' })}`, 'auth.token_invalid'],
    ['another audience', `Bearer ${signed({ aud: 'somebody' })}`, 'auth.token_invalid'],
    ['no session', `Bearer ${signed({ sid: undefined })}`, 'auth.token_invalid'],
    ['a role that there is not', `Bearer ${signed({ role: 'king' })}`, 'auth.role_missing'],
    ['the wrong role', `Bearer ${user.token}`, 'auth.role_missing']
  ]
  for (const [title, authorization, code] of refused) {
    const answer = await system.send('rooms', '/api/v1/rooms', { method: 'POST', headers: authorization === undefined ? {} : { authorization }, body: newRoom('Borealis') })
    isRefusal(t, answer, code, title)
    t.equal(answer.headers['www-authenticate'] !== undefined, answer.status === 401, `${title}: WWW-Authenticate belongs to 401`)
  }
  t.equal((await system.send('rooms', '/api/v1/rooms', { token: signed({}) })).status, 200, 'the signer of this test is right')

  isRefusal(t, await system.send('rooms', '/api/v1/rooms?nonsense=1', { method: 'POST', body: '{"broken": ' }), 'auth.token_missing', 'who may not is not told what else is wrong')
  isRefusal(t, await system.send('rooms', '/api/v1/rooms', { method: 'POST', token: user.token, body: 'x'.repeat(1_000_000) }), 'auth.role_missing', 'nor is the body read')
})

t.test('a request without a body may announce JSON where no body is required', async t => {
  const booking = await system.bookings.createBooking({ body: newBooking({ startsAt: at(24), endsAt: at(25) }) as never }, user)
  const cancelled = await system.send('bookings', `/api/v1/bookings/${booking.id}/cancel`, { method: 'POST', token: user.token, headers: { 'content-type': 'application/json' } })
  t.match([cancelled.status, cancelled.json], [200, { status: 'cancelled', cancellationReason: null }])
  const read = await system.send('bookings', `/api/v1/bookings/${booking.id}`, { token: user.token, headers: { 'content-type': 'application/json' } })
  t.match([read.status, read.json], [200, { status: 'cancelled' }])
  const second = await system.bookings.createBooking({ body: newBooking({ startsAt: at(24), endsAt: at(25) }) as never }, user)
  const empty = await system.send('bookings', `/api/v1/bookings/${second.id}/cancel`, { method: 'POST', token: user.token, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{}' })
  t.equal(empty.status, 200)
})

t.test('texts are stored trimmed and in one form, whatever they hold', async t => {
  const title = '<script>alert(1)</script> \'; DROP TABLE booking; -- {{7*7}} 😀 e\u0301'
  const booking = await system.bookings.createBooking({ body: newBooking({ title: `\t ${title} `, description: ' line\r\nline ', startsAt: at(48), endsAt: at(49) }) as never }, user)
  t.match(await system.bookings.getBooking({ params: { bookingId: booking.id } }, user), { title: title.normalize('NFC'), description: 'line\nline' })
  const upper = await system.send('bookings', `/api/v1/bookings/${booking.id.toUpperCase()}`, { token: user.token })
  t.same(upper.json, booking, 'a UUID may come in upper case')
})

t.test('a POST with an Idempotency-Key has its effect once', async t => {
  const key = randomUUID()
  const body = newBooking({ startsAt: at(96), endsAt: at(97) }) as Record<string, unknown>
  const post = async (sent: unknown, token = user.token): Promise<RawAnswer> => await postBooking(sent, { token, headers: { 'idempotency-key': key } })
  const first = await post(body)
  t.match([first.status, first.headers['idempotency-replayed'], first.headers['location']], [201, undefined, `/api/v1/bookings/${first.json.id}`])
  const again = await post(Object.fromEntries(Object.entries(body).reverse()))
  t.same([again.status, again.json, again.headers['location'], again.headers['etag']], [201, first.json, first.headers['location'], first.headers['etag']])
  t.equal(again.headers['idempotency-replayed'], 'true')
  isRefusal(t, await post({ ...body, title: 'Another' }), 'idempotency.key_reused', 'another body')
  t.equal((await post({ ...body, startsAt: at(97), endsAt: at(98) }, manager.token)).status, 201, 'the key of somebody else is another')

  const refused = randomUUID()
  const conflict = async (change: object): Promise<RawAnswer> => await postBooking({ ...body, ...change }, { headers: { 'idempotency-key': refused } })
  const refusal = await conflict({})
  isRefusal(t, refusal, 'booking.conflict', 'a refusal')
  t.equal((await system.send('bookings', `/api/v1/bookings/${first.json.id}/cancel`, { method: 'POST', token: user.token })).status, 200)
  const repeated = await conflict({})
  isRefusal(t, repeated, 'booking.conflict', 'a refusal is repeated, though nothing is in the way any more')
  t.same([repeated.json.details, repeated.headers['idempotency-replayed']], [refusal.json.details, 'true'])
  isRefusal(t, await conflict({ startsAt: at(98), endsAt: at(99) }), 'idempotency.key_reused', 'a refusal uses the key up')
})

t.test('20 identical POSTs at once make one thing, and all hear of it', async t => {
  for (const [title, post] of [
    ['a booking', async (key: string) => await postBooking(newBooking({ startsAt: at(120), endsAt: at(121) }), { headers: { 'idempotency-key': key } })],
    ['a room', async (key: string) => await system.send('rooms', '/api/v1/rooms', { method: 'POST', token: manager.token, headers: { 'idempotency-key': key }, body: newRoom('Twin') })]
  ] as Array<[string, (key: string) => Promise<RawAnswer>]>) {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await post(key)))
    t.same([...new Set(answers.map(({ status, json }) => `${status} ${json.id}`))], [`201 ${answers[0]?.json.id}`], title)
    t.equal(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined).length, 1, `${title}: 19 are replays`)
  }
})

t.test('of 10 different POSTs at once with one key one succeeds', async t => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, async (_, day) =>
    await postBooking(newBooking({ startsAt: at(240 + 24 * day), endsAt: at(241 + 24 * day) }), { headers: { 'idempotency-key': key } })))
  const [made, ...others] = answers.filter(({ status }) => status === 201)
  t.ok(made !== undefined && others.length === 0, `${others.length} more were made`)
  for (const answer of answers.filter(answer => answer !== made)) isRefusal(t, answer, 'idempotency.key_reused', 'another')
  const { items } = await system.bookings.listBookings({ query: { userId: user.user.id, from: at(239), to: at(500) } }, user)
  t.same(items.map(({ id }) => id), [made?.json.id])
})

t.test('X-Correlation-Id is taken when it is sane and made otherwise', async t => {
  const correlationOf = async (given?: string): Promise<string> => (await system.send('rooms', '/health', { headers: given === undefined ? {} : { 'x-correlation-id': given } })).headers['x-correlation-id'] ?? ''
  for (const sane of ['12345678', 'My-trace_01.x', 'x'.repeat(64)]) t.equal(await correlationOf(sane), sane)
  const made = /^[0-9a-f-]{36}$/
  for (const bad of [undefined, 'short', 'x'.repeat(65), 'with blank', 'quote"quote', '<script>', 'ünïcödé-12']) t.match(await correlationOf(bad), made, bad ?? 'none')
  const refusal = await system.send('rooms', '/nowhere', { headers: { 'x-correlation-id': 'trace-12345' } })
  t.equal(refusal.json.correlationId, 'trace-12345')
  const booking = await postBooking(newBooking({ startsAt: at(144), endsAt: at(145) }), { headers: { 'x-correlation-id': 'trace-booking' } })
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>("SELECT correlation_id FROM outbox WHERE subject = ? AND type = 'booking.created'", [booking.json.id])
  t.same(rows, [{ correlation_id: 'trace-booking' }], 'the event has it')
})

t.test('a list visits everything once, while things are added', async t => {
  const names = Array.from({ length: 23 }, (_, index) => `Paged ${String(index).padStart(2, '0')}`)
  for (const name of names) await system.rooms.createRoom({ body: { ...newRoom(name), building: 'Paged' } }, manager)
  const visited: string[] = []
  let path: string | undefined = '/api/v1/rooms?building=Paged&limit=4'
  let page = 0
  for (; path !== undefined; page++) {
    const { json, headers }: RawAnswer = await system.send('rooms', path, { token: user.token })
    visited.push(...json.items.map(({ name }: { name: string }) => name))
    t.equal(headers['link'] === undefined, json.nextCursor === null, 'the Link header and nextCursor agree')
    path = /^<(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1]
    for (const [name, floor] of [[`Paged 00 ${page}`, 1], ['Paged 99', page + 2]] as const) await system.rooms.createRoom({ body: { ...newRoom(name), floor, building: 'Paged' } }, manager)
  }
  t.same(visited.filter(name => names.includes(name)), names)
  t.same(visited.filter(name => name.startsWith('Paged 00 ')), [], 'what is added before the cursor is not visited')
  t.equal((await system.rooms.listRooms({ query: { building: 'PAGED', limit: 100 } }, user)).items.length, names.length + 2 * page)
})

changesNothing('a cursor that a list has not given out is refused', async t => {
  const { nextCursor } = await system.rooms.listRooms({ query: { limit: 1 } }, user)
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const [title, cursor] of [
    ['garbage', 'garbage'], ['the cursor of another list', nextCursor ?? ''], ['no JSON', Buffer.from('[1,').toString('base64url')], ['an object', encode({ a: 1 })],
    ['too few values', encode([at(0)])], ['too many', encode([at(0), roomId, 1])], ['no date', encode(['yesterday', roomId])], ['an injection', encode([at(0), "' OR 1=1 --"])], ['null', encode([null, null])], ['an object for a value', encode([{}, roomId])]
  ] as const) {
    isRefusal(t, await system.send('bookings', `/api/v1/bookings?cursor=${encodeURIComponent(cursor)}`, { token: user.token }), 'request.cursor_invalid', title)
  }
  isRefusal(t, await system.send('bookings', `/api/v1/bookings?cursor=${'x'.repeat(2001)}`, { token: user.token }), 'request.invalid', 'a long one')
})
