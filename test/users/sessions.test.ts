import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigner } from 'fast-jwt'
import { Redis } from 'ioredis'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import type { PrivateServer } from '../../scripts/infrastructure/processes.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Session } from '../../shared/contract/generated/users.schemas.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { startProxy } from '../support/proxy.ts'
import { isRefusal, refusal } from '../support/refusal.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'

let system: TestSystem
let redis: Redis
t.before(async () => {
  system = await testSystem(t)
  redis = new Redis(system.servers.redisUrl)
  t.teardown(async () => { redis.disconnect() })
})

const claimsOf = (token: string): Record<string, string> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, string>
const headOf = (token: string): Record<string, string> => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Record<string, string>
const stateKey = (token: string): string => `${system.options.environment?.['REDIS_PREFIX']}session:${claimsOf(token)['sid']}`
const login = async ({ user, password }: Person): Promise<Session> => await system.users.login({ body: { login: user.username, password } })

/** What each service answers to a token: a status for each. */
async function statuses (token: string): Promise<number[]> {
  const paths = { users: '/api/v1/profile', rooms: '/api/v1/rooms', bookings: '/api/v1/bookings', reviews: '/api/v1/reviews' } as const
  const answers = await Promise.all(Object.entries(paths).map(async ([service, path]) => await system.send(service, path, { token })))
  for (const answer of answers) if (answer.status === 401) t.equal(answer.json.code, 'auth.session_ended')
  return answers.map(({ status }) => status)
}
const everywhere = (status: number): number[] => [status, status, status, status]

t.test('login takes username and e-mail address in any case; refreshSession goes on with the same session', async t => {
  const person = await system.person()
  const byEmail = await system.users.login({ body: { login: person.user.email.toUpperCase(), password: person.password } })
  t.same(byEmail.user, person.user)
  t.same({ ...byEmail, accessToken: '', refreshToken: '', user: {} }, { accessToken: '', refreshToken: '', tokenType: 'Bearer', expiresIn: 3600, user: {} })
  const renewed = await system.users.refreshSession({ body: { refreshToken: byEmail.refreshToken } })
  t.equal(claimsOf(renewed.accessToken)['sid'], claimsOf(byEmail.accessToken)['sid'])
  t.not(renewed.refreshToken, byEmail.refreshToken)
  t.same(await statuses(renewed.accessToken), everywhere(200))
})

t.test('a session ends at once in all services on logout, whatever they have cached', async t => {
  const person = await system.person()
  const other = await login(person)
  t.same(await statuses(person.token), everywhere(200))
  t.same(await statuses(other.accessToken), everywhere(200))
  t.equal(await redis.get(stateKey(person.token)), 'active')

  await system.users.logout({}, person)
  t.same(await statuses(person.token), everywhere(401))
  t.same(await refusal(system.users.refreshSession({ body: { refreshToken: person.session.refreshToken } })), [401, 'auth.refresh_invalid'])
  t.same(await statuses(other.accessToken), everywhere(200), 'the other session goes on')

  const third = await login(person)
  await system.users.logout({ body: { everywhere: true } }, { token: third.accessToken })
  t.same(await statuses(other.accessToken), everywhere(401))
  t.same(await statuses(third.accessToken), everywhere(401))
})

t.test('the end of a session that a single command to Redis failed to pass on is passed on soon', async t => {
  const person = await system.person()
  t.same(await statuses(person.token), everywhere(200))
  const client = system.apps.users.redis
  const { set } = client
  client.set = (async () => { throw new Error('Command timed out') }) as never
  await system.users.logout({}, person).finally(() => { client.set = set })
  t.equal((await system.send('users', '/api/v1/profile', { token: person.token })).status, 401, 'users knows at once')
  t.ok(await until(async () => JSON.stringify(await statuses(person.token)) === JSON.stringify(everywhere(401)), 5_000))
})

t.test('login ends the oldest sessions of an account that has 200 open already', async t => {
  const person = await system.person()
  await system.sql.users.query("INSERT INTO session (id, user_id, device, address, created_at, last_seen_at, expires_at) SELECT CONCAT('00000000-0000-7000-8000-', LPAD(seq.n, 12, '0')), ?, NULL, '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 DAY FROM (SELECT a.d + 6 * b.d + 36 * c.d AS n FROM (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) a, (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) b, (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) c) seq", [person.user.id])
  const { accessToken } = await login(person)
  const [rows] = await system.sql.users.query<RowDataPacket[]>('SELECT COUNT(*) AS open, MIN(id) AS oldest FROM session WHERE user_id = ? AND ended_at IS NULL', [person.user.id])
  t.match(rows, [{ open: 200, oldest: '00000000-0000-7000-8000-000000000019' }])
  t.same([await statuses(person.token), await statuses(accessToken)], [everywhere(200), everywhere(200)], 'the newest are open')
})

t.test('changePassword ends all sessions but its own, and needs the current password', async t => {
  const person = await system.person()
  const other = await login(person)
  const newPassword = randomBytes(12).toString('base64url')
  t.same(await refusal(system.users.changePassword({ body: { currentPassword: 'wrong', newPassword } }, person)), [403, 'user.password_wrong'])
  t.same(await refusal(system.users.changePassword({ body: { currentPassword: person.password, newPassword: 'Password123' } }, person)), [422, 'user.password_common'])
  t.same(await statuses(other.accessToken), everywhere(200))
  await system.users.changePassword({ body: { currentPassword: person.password, newPassword } }, person)
  t.same(await statuses(other.accessToken), everywhere(401))
  t.same(await statuses(person.token), everywhere(200))
  t.same(await refusal(login(person)), [401, 'auth.credentials_wrong'])
  await login({ ...person, password: newPassword })
})

t.test('updateUser and deleteUser end all sessions of the account', async t => {
  const admin = await system.person('admin')
  for (const change of [{ role: 'moderator' }, { status: 'disabled' }] as const) {
    const person = await system.person()
    t.same(await statuses(person.token), everywhere(200))
    await system.users.updateUser({ params: { userId: person.user.id }, body: change }, admin)
    t.same(await statuses(person.token), everywhere(401))
    t.same(await refusal(system.users.refreshSession({ body: { refreshToken: person.session.refreshToken } })), [401, 'auth.refresh_invalid'])
  }
  const person = await system.person()
  await system.users.deleteUser({ params: { userId: person.user.id } }, admin)
  t.same(await statuses(person.token), everywhere(401))
  t.same(await refusal(login(person)), [401, 'auth.credentials_wrong'])
})

t.test('an access token of before a change of role has no more power, however many logins race with the change', async t => {
  const admin = await system.person('admin')
  const person = await system.person('admin')
  const logins = Array.from({ length: 8 }, async () => await login(person).catch(() => undefined))
  await system.users.updateUser({ params: { userId: person.user.id }, body: { role: 'user' } }, admin)
  for (const session of await Promise.all(logins)) {
    if (!session) continue
    const { status } = await system.send('users', '/api/v1/users', { token: session.accessToken })
    t.ok(status === 401 || status === 403, `a login during the change is answered ${status} as admin`)
    if (claimsOf(session.accessToken)['role'] === 'admin') t.equal(status, 401)
  }
})

t.test('no login that races with disabling or a change of password leaves a session open', async t => {
  const admin = await system.person('admin')
  for (const round of [0, 1, 2]) {
    const person = await system.person()
    const logins = Array.from({ length: 12 }, async () => await login(person).catch(() => undefined))
    await system.users.updateUser({ params: { userId: person.user.id }, body: { status: 'disabled' } }, admin)
    const disabled = await Promise.all(logins)

    const other = await system.person()
    const more = Array.from({ length: 12 }, async () => await login(other).catch(() => undefined))
    await system.users.changePassword({ body: { currentPassword: other.password, newPassword: randomBytes(12).toString('base64url') } }, other)
    for (const session of [...disabled, ...await Promise.all(more)]) {
      if (session) t.equal((await system.send('users', '/api/v1/profile', { token: session.accessToken })).status, 401, `round ${round}`)
    }
  }
})

t.test('refreshSession ends the whole session when a token is used twice', async t => {
  const person = await system.person()
  t.same(await statuses(person.token), everywhere(200))
  const stolen = person.session.refreshToken
  const renewed = await system.users.refreshSession({ body: { refreshToken: stolen } })
  t.same(await refusal(system.users.refreshSession({ body: { refreshToken: stolen } })), [401, 'auth.refresh_invalid'])
  t.same(await statuses(renewed.accessToken), everywhere(401))
  t.same(await refusal(system.users.refreshSession({ body: { refreshToken: renewed.refreshToken } })), [401, 'auth.refresh_invalid'])
  const { items } = await system.users.listUserAudit({ params: { userId: person.user.id } }, await system.person('admin'))
  t.equal(items[0]?.action, 'refresh_token_reused')
})

t.test('refreshSession hands out one new token to parallel users of an old one', async t => {
  const person = await system.person()
  const outcomes = await Promise.all(Array.from({ length: 10 }, async () => await system.users.refreshSession({ body: { refreshToken: person.session.refreshToken } }).then(() => 'renewed', () => 'refused')))
  t.ok(outcomes.filter(outcome => outcome === 'renewed').length <= 1)
  t.same(await statuses(person.token), everywhere(401))
})

t.test('a reader that found the session open before its end cannot bring it back', async t => {
  const person = await system.person()
  await redis.del(stateKey(person.token))
  await system.users.logout({}, person)
  await system.apps.rooms.sessions.opened(claimsOf(person.token)['sid'] ?? '') // the slow reader
  t.equal(await redis.get(stateKey(person.token)), 'ended')
  t.same(await statuses(person.token), everywhere(401))
})

t.test('without cached state every service asks users, once, and finds out that a session is over', async t => {
  const person = await system.person()
  await redis.del(stateKey(person.token))
  t.same(await statuses(person.token), everywhere(200))
  t.ok(await redis.ttl(stateKey(person.token)) <= 60)
  await system.sql.users.execute('UPDATE session SET ended_at = UTC_TIMESTAMP(3) WHERE id = ?', [claimsOf(person.token)['sid'] ?? ''])
  await redis.del(stateKey(person.token))
  t.equal((await system.send('rooms', '/api/v1/rooms', { token: person.token })).json.code, 'auth.session_ended')
  t.equal(await redis.get(stateKey(person.token)), 'ended')
})

t.test('listSessions tells where one is logged in, page by page; revokeSession ends one of one\'s own only', async t => {
  const person = await system.person()
  const answer = await system.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: person.user.username, password: person.password }, headers: { 'user-agent': 'Phone/1.0' } })
  const first = await system.users.listSessions({ query: { limit: 2 } }, person)
  t.equal(first.items.length, 2)
  t.match(first.items[0], { device: 'Phone/1.0', address: '127.0.0.1', current: false })
  t.match(first.items[1], { current: true, id: claimsOf(person.token)['sid'] })
  const second = await system.users.listSessions({ query: { limit: 2, cursor: first.nextCursor ?? '' } }, person)
  t.equal(second.items.length, 1, 'registration opened the third')
  t.equal(second.nextCursor, null)
  t.same(await refusal(system.users.listSessions({ query: { cursor: 'bm90IG9uZQ' } }, person)), [400, 'request.cursor_invalid'])

  const sessionId = first.items[0]?.id ?? ''
  t.same(await refusal(system.users.revokeSession({ params: { sessionId } }, await system.person())), [404, 'user.session_not_found'], 'not that of somebody else')
  t.same(await statuses(answer.json.accessToken), everywhere(200))
  await system.users.revokeSession({ params: { sessionId } }, person)
  t.same(await statuses(answer.json.accessToken), everywhere(401))
  t.same(await refusal(system.users.revokeSession({ params: { sessionId } }, person)), [404, 'user.session_not_found'])
  t.equal((await system.users.listSessions({}, person)).items.length, 2)
  t.match(await system.users.getCurrentSession({}, person), { id: claimsOf(person.token)['sid'], current: true })
})

t.test('issueServiceToken gives the role service to whoever knows a secret, and only what is for services', async t => {
  const token = await system.serviceToken('rooms')
  t.match(claimsOf(token), { sub: 'rooms', role: 'service', sid: 'service' })
  t.equal((await system.send('rooms', '/api/v1/rooms', { token })).status, 200)
  t.equal((await system.send('users', '/api/v1/profile', { token })).status, 403)
  t.equal((await system.send('users', '/api/v1/users', { token })).status, 403)
  for (const [clientId, clientSecret] of [['rooms', 'wrong'], ['nobody', 'wrong'], ['__proto__', 'wrong']] as const) {
    t.same(await refusal(system.users.issueServiceToken({ body: { clientId, clientSecret } })), [401, 'auth.client_wrong'])
  }
})

t.test('tokens are refused when altered, unsigned, expired, of another issuer or of another key', async t => {
  const { token } = await system.person()
  const [head = '', body = '', signature = ''] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claimsOf(token), role: 'admin' })).toString('base64url')
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: headOf(token)['kid'] })).toString('base64url')
  const unknown = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'JWT', kid: 'unknown' })).toString('base64url')
  for (const bad of [`${head}.${forged}.${signature}`, `${none}.${forged}.`, `${unknown}.${body}.${signature}`, `${head}.${body}`, 'x']) {
    for (const service of ['users', 'rooms'] as const) {
      t.same((await system.send(service, service === 'users' ? '/api/v1/profile' : '/api/v1/rooms', { token: bad })).json.code, 'auth.token_invalid')
    }
  }
  t.equal((await system.send('users', '/api/v1/profile')).json.code, 'auth.token_missing')
})

t.test('a token that expires between the check of a service and the answer of users ends no session', async t => {
  const person = await system.person()
  const key = await readFile(join(system.options.environment?.['SIGNING_KEYS_DIRECTORY'] ?? '', 'key-1.pem'), 'utf8')
  const expired = createSigner({ algorithm: 'EdDSA', key, kid: 'key-1' })({ ...claimsOf(person.token), iat: 1, exp: 2 })
  let questions = 0
  // Users sees the token as it will be a moment later, the first time.
  const late = await startProxy(system.urls.users, headers => headers.authorization === `Bearer ${person.token}` && ++questions === 1 ? { ...headers, authorization: `Bearer ${expired}` } : headers)
  t.teardown(late.stop)
  const rooms = await system.anotherInstance('rooms', { environment: { USERS_URL: late.url } })
  let answer: RawAnswer | undefined
  // A busy machine may miss the deadline of a question: then nothing was learned, and it is asked again.
  await until(async () => {
    questions = 0
    await redis.del(stateKey(person.token))
    answer = await system.send(rooms, '/api/v1/rooms', { token: person.token })
    return answer.status === 401
  }, 60_000)
  isRefusal(t, answer as RawAnswer, 'auth.token_expired', 'the token is no longer good')
  t.equal(await redis.get(stateKey(person.token)), null, 'nothing is known of the session')
  t.equal((await system.send(rooms, '/api/v1/rooms', { token: person.token })).status, 200)
  const { accessToken } = await system.users.refreshSession({ body: { refreshToken: person.session.refreshToken } })
  t.same(await statuses(accessToken), everywhere(200), 'the session goes on')
})

t.test('adding a key rotates to it without downtime, and removing one withdraws it', async t => {
  const directory = system.options.environment?.['SIGNING_KEYS_DIRECTORY'] ?? ''
  const first = join(directory, 'key-1.pem')
  t.equal((await stat(first)).mode & 0o777, 0o600, 'the key that was made is its owner\'s')
  const person = await system.person()
  t.equal(headOf(person.token)['kid'], 'key-1')

  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(join(directory, 'key-2.pem'), pem, { mode: 0o600 })
  await system.apps.users.jobs.run('reload signing keys')
  t.same((await system.users.getJsonWebKeySet()).keys.map(({ kid }) => kid), ['key-1', 'key-2'], 'the new one is published at once')
  t.equal(headOf((await login(person)).accessToken)['kid'], 'key-1', 'but does not sign before everybody has it')

  const old = new Date(Date.now() - 120_000)
  await utimes(join(directory, 'key-2.pem'), old, old)
  await system.apps.users.jobs.run('reload signing keys')
  const renewed = (await login(person)).accessToken
  t.equal(headOf(renewed)['kid'], 'key-2')
  // Those that have just fetched the keys would not do so again for some seconds; in earnest a key is a minute old when it signs.
  const rooms = await system.anotherInstance('rooms')
  for (const token of [renewed, person.token]) {
    t.equal((await system.send(rooms, '/api/v1/rooms', { token })).status, 200)
    t.equal((await system.send('users', '/api/v1/profile', { token })).status, 200)
  }

  // The service token of this instance is signed with the key that is withdrawn next.
  const proxy = await startProxy(rooms)
  t.teardown(proxy.stop)
  const { token: managerToken } = await system.person('facility_manager')
  const { json: { id: roomId } } = await system.send(rooms, '/api/v1/rooms', { method: 'POST', token: managerToken, body: { name: 'Rotation', capacity: 8, floor: 1, building: 'Keys', timeZone: 'UTC', openingHours: alwaysOpen } })
  await rename(join(directory, 'key-2.pem'), join(directory, 'key-2'))
  await system.apps.users.jobs.run('reload signing keys')
  const bookings = await system.anotherInstance('bookings', { environment: { ROOMS_URL: proxy.url } })
  await rename(join(directory, 'key-2'), join(directory, 'key-2.pem'))

  await rm(first)
  await system.apps.users.jobs.run('reload signing keys')
  t.same((await system.users.getJsonWebKeySet()).keys.map(({ kid }) => kid), ['key-2'])
  t.equal((await system.send('users', '/api/v1/profile', { token: renewed })).status, 200)

  proxy.to(await system.anotherInstance('rooms'))
  const book = async (hour: number): Promise<number> => (await system.send(bookings, '/api/v1/bookings', { method: 'POST', token: renewed, body: { roomId, title: 'Rotated', startsAt: at(hour), endsAt: at(hour + 1) } })).status
  t.ok(await until(async () => await book(9) === 201, 60_000), 'a service token that is refused is replaced, not used up')
  t.same(await Promise.all([10, 11].map(book)), [201, 201])
})

t.test('without Redis one can log in and tokens are verified; what could not be looked up is counted', { skip: redisIsInstalled() ? false : 'redis-server is not installed' }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'sessions-'))
  let own: PrivateServer = await startPrivateRedis({ directory })
  t.teardown(async () => {
    await own.stop()
    await rm(directory, { recursive: true, force: true })
  })
  const lonely = await testSystem(t, {}, { redisUrl: own.url })
  const person = await lonely.person()
  own.kill()
  t.ok(await until(async () => lonely.apps.rooms.redis.status !== 'ready' && lonely.apps.users.redis.status !== 'ready', 10_000))

  const session = await lonely.users.login({ body: { login: person.user.username, password: person.password } })
  t.equal((await lonely.send('rooms', '/api/v1/rooms', { token: session.accessToken })).status, 200)
  t.match(await lonely.metrics('rooms'), /unchecked_sessions_total\{missing="cache",service="rooms"\} [1-9]/)
  await lonely.users.logout({}, { token: session.accessToken })
  t.equal((await lonely.send('users', '/api/v1/profile', { token: session.accessToken })).json.code, 'auth.session_ended', 'users itself looks into its database')

  own = await startPrivateRedis({ directory, port: own.port })
  t.ok(await until(async () => (await lonely.send('rooms', '/api/v1/rooms', { token: session.accessToken })).status === 401, 10_000), 'and so do the others once Redis is back')
})

t.test('while users is down, tokens whose session is not cached are accepted and counted', async t => {
  const alone = await testSystem(t)
  const person = await alone.person()
  t.equal((await alone.send('rooms', '/api/v1/rooms', { token: person.token })).status, 200)
  await alone.apps.users.close()
  await redis.del(`${alone.options.environment?.['REDIS_PREFIX']}session:${claimsOf(person.token)['sid']}`)
  t.equal((await alone.send('rooms', '/api/v1/rooms', { token: person.token })).status, 200)
  t.match(await alone.metrics('rooms'), /unchecked_sessions_total\{missing="users",service="rooms"\} 1/)
})

t.test('the job forgets sessions and failures that have expired, and nothing else', async t => {
  const person = await system.person()
  const kept = await login(person)
  await system.sql.users.execute('UPDATE refresh_token SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE session_id = ?', [claimsOf(person.token)['sid'] ?? ''])
  await system.sql.users.execute('UPDATE session SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY WHERE id = ?', [claimsOf(person.token)['sid'] ?? ''])
  await system.apps.users.jobs.run('forget what has expired')
  const [rows] = await system.sql.users.execute<RowDataPacket[]>('SELECT id FROM session WHERE user_id = ?', [person.user.id])
  t.equal(rows.length, 2)
  await system.users.refreshSession({ body: { refreshToken: kept.refreshToken } })
})
