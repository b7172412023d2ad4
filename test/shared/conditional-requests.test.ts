import { randomUUID } from 'node:crypto'
import type { Service } from '../../scripts/system/databases.ts'
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
  const headers = { 'x-correlation-id': 'head-and-get' }
  /** The client asks HEAD on connections of their own; a body that is not made has no length; the others change with every request. */
  const others = /^(connection|keep-alive|content-length|transfer-encoding|date|ratelimit-(remaining|reset))$/
  const told = ({ status, headers }: RawAnswer): unknown => [status, Object.entries(headers).filter(([name]) => !others.test(name)).sort()]
  const paths: Array<[Service, string]> = [
    ['users', '/api/v1/profile'],
    ['rooms', `/api/v1/rooms/${roomId}`],
    ['rooms', '/api/v1/rooms?limit=1'],
    ['rooms', `/api/v1/rooms/${randomUUID()}`],
    ['rooms', '/api/v1/rooms?limit=nonsense'],
    ['rooms', '/openapi.json'],
    ['bookings', '/api/v1/bookings'],
    ['bookings', '/nowhere'],
    ['reviews', `/api/v1/room-ratings/${roomId}`]
  ]
  await makeRoom(system, await system.person('facility_manager')) // so that the list of rooms has a next page
  for (const [service, path] of paths) {
    const get = await system.send(service, path, { token: user.token, headers })
    const head = await system.send(service, path, { method: 'HEAD', token: user.token, headers })
    t.same(told(head), told(get), path)
    t.equal(head.text, '')
    t.ok([undefined, get.headers['content-length']].includes(head.headers['content-length']), `${path} tells no wrong length`)
  }
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
