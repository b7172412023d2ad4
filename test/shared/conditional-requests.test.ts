import { randomUUID } from 'node:crypto'
import { t } from '../support/suite.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { isRefusal } from '../support/refusal.ts'
import { sharedSystem, type Person, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

let system: TestSystem
let user: Person
let roomId: string
t.before(async () => {
  system = await sharedSystem(t)
  user = await system.person()
  roomId = await makeRoom(system, await system.person('facility_manager'))
})

t.test('HEAD answers as GET does, without the body', async t => {
  const get = await system.send('rooms', `/api/v1/rooms/${roomId}`, { token: user.token })
  const head = await system.send('rooms', `/api/v1/rooms/${roomId}`, { method: 'HEAD', token: user.token })
  t.match(head, { status: 200, text: '', headers: { etag: get.headers['etag'], 'content-length': get.headers['content-length'], 'content-type': get.headers['content-type'] } })
  t.match(await system.send('rooms', `/api/v1/rooms/${randomUUID()}`, { method: 'HEAD', token: user.token }), { status: 404, text: '' })
  t.match(await system.send('rooms', '/nowhere', { method: 'HEAD' }), { status: 404, text: '' })
})

t.test('a conditional GET is answered 304 while nothing has changed', async t => {
  const path = `/api/v1/rooms/${roomId}`
  const { headers: { etag = '' } } = await system.send('rooms', path, { token: user.token })
  t.match(etag, /^"[^"]+"$/)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    t.match(await system.send('rooms', path, { token: user.token, headers: { 'if-none-match': known } }), { status: 304, text: '', headers: { etag } }, known)
  }
  for (const known of ['"other"', '1', `"x${etag.slice(1)}`]) {
    t.match(await system.send('rooms', path, { token: user.token, headers: { 'if-none-match': known } }), { status: 200, json: { id: roomId } }, known)
  }
})

t.test('an answer is kept by nobody, by the caller where it has an ETag, and by everybody where it is public', async t => {
  const kept = async (service: string, path: string, options?: RawRequest): Promise<string | undefined> => (await system.send(service, path, options)).headers['cache-control']
  const { user: { username }, password } = user
  const room = await system.send('rooms', `/api/v1/rooms/${roomId}`, user)
  t.equal(await kept('users', '/api/v1/auth/login', { method: 'POST', body: { login: username, password } }), 'no-store', 'tokens, as of RFC 6749, section 5.1')
  t.equal(await kept('bookings', '/api/v1/bookings', user), 'no-store', 'a page')
  t.equal(await kept('bookings', '/api/v1/bookings'), 'no-store', 'a refusal')
  t.equal(await kept('rooms', '/nowhere'), 'no-store', 'what is not there')
  t.equal(room.headers['cache-control'], 'private, no-cache', 'a resource')
  t.match(await system.send('rooms', `/api/v1/rooms/${roomId}`, { token: user.token, headers: { 'if-none-match': String(room.headers['etag']) } }), { status: 304, headers: { 'cache-control': 'private, no-cache' } }, 'and that it has not changed')
  t.match(await kept('users', '/.well-known/jwks.json'), /^public, max-age=/, 'keys')
})

t.test('If-Match guards a change against an old version', async t => {
  const { id, version } = await system.bookings.createBooking({ body: { roomId, title: 'Planning', startsAt: at(1), endsAt: at(2) } }, user)
  const cancel = async (ifMatch: string): Promise<RawAnswer> => await system.send('bookings', `/api/v1/bookings/${id}/cancel`, { method: 'POST', token: user.token, headers: { 'if-match': ifMatch }, body: {} })
  for (const stale of [`"${version + 1}"`, '"nonsense"', String(version), `W/"${version}"`]) isRefusal(t, await cancel(stale), 'request.version_stale', stale)
  t.match(await system.bookings.getBooking({ params: { bookingId: id } }, user), { status: 'confirmed', version })
  const done = await cancel(`"77", "${version}"`)
  t.match([done.status, done.json, done.headers['etag']], [200, { status: 'cancelled', version: version + 1 }, `"${version + 1}"`])
})
