import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { environmentOf, startService } from '../../scripts/system/services.ts'
import { readServiceClients } from '../../services/users/domain/service-clients.ts'
import { createPasswords } from '../../services/users/passwords.ts'
import { readSigningKeys } from '../../services/users/signing-keys.ts'
import { createClient, RemoteError } from '../../shared/contract/client.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { createServiceToken, type ServiceToken } from '../../shared/service-token.ts'
import { refusal } from '../support/refusal.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'

const addressLimit = 200
let system: TestSystem
let admin: Person
t.before(async () => {
  system = await testSystem(t, { LOCKOUT_ADDRESS_FAILURES: String(addressLimit), PASSWORD_MEMORY_KIB: '8192', TRUST_PROXY: '1' })
  admin = await system.person('admin')
})

let addresses = 0
/** An address that nobody else in this file uses. */
const newAddress = (): string => `198.51.100.${++addresses}`
const tryLogin = async (login: string, password: string, address = newAddress()): Promise<RawAnswer> =>
  await system.send('users', '/api/v1/auth/login', { method: 'POST', body: { login, password }, headers: { 'x-forwarded-for': address } })
const failuresStored = async (): Promise<number[]> => {
  const [rows] = await system.sql.users.query<RowDataPacket[]>('SELECT failures FROM login_failure ORDER BY failures')
  return rows.map(row => Number(row['failures']))
}
const forgetFailures = async (): Promise<void> => { await system.sql.users.query('DELETE FROM login_failure') }
/** What an answer says, apart from what differs by nature. */
const said = ({ status, json }: RawAnswer): unknown => ({ status, ...json, correlationId: undefined })

/** A service token of a users service and a clock that the test holds. */
function ownToken (): { token: ServiceToken, clock: { now: number }, users: { isDown: boolean } } {
  const [clock, users] = [{ now: 0 }, { isDown: false }]
  let issued = 0
  const issueServiceToken = async (): Promise<{ accessToken: string, tokenType: 'Bearer', expiresIn: number }> => {
    if (users.isDown) throw new Error('users is down')
    return { accessToken: `token-${++issued}`, tokenType: 'Bearer', expiresIn: 3600 }
  }
  return { token: createServiceToken({ users: { issueServiceToken }, clientId: 'rooms', clientSecret: 'secret', now: () => clock.now }), clock, users }
}

t.test('login locks an account after 5 failures, the right password included, and tells for how long', async t => {
  const { user, password } = await system.person()
  for (let attempt = 1; attempt <= 5; attempt++) t.equal((await tryLogin(attempt % 2 ? user.username : user.username.toUpperCase(), 'wrong')).json.code, 'auth.credentials_wrong')
  const locked = await tryLogin(user.username, password)
  t.equal(locked.status, 429)
  t.equal(locked.json.code, 'auth.locked')
  t.ok(Number(locked.headers['retry-after']) > 14 * 60 && Number(locked.headers['retry-after']) <= 15 * 60)
  const [before] = await system.sql.users.query<RowDataPacket[]>('SELECT MAX(expires_at) AS end FROM login_failure WHERE failures >= 5')
  await tryLogin(user.username, 'wrong')
  t.same((await system.sql.users.query<RowDataPacket[]>('SELECT MAX(expires_at) AS end FROM login_failure WHERE failures > 5'))[0], before, 'what is tried while it is locked does not make the lock longer')

  await system.sql.users.query('UPDATE login_failure SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND')
  t.equal((await tryLogin(user.username, 'wrong')).status, 401, 'the count begins anew when the lock has ended')
  t.equal((await tryLogin(user.username, password)).status, 200)
})

t.test('login does not lock an account by its id, which others know', async t => {
  const { user, password } = await system.person()
  for (let attempt = 1; attempt <= 5; attempt++) t.equal((await tryLogin(user.id, 'wrong')).json.code, 'auth.credentials_wrong')
  t.equal((await tryLogin(user.id, password)).json.code, 'auth.locked', 'it is a login like any other that nobody has')
  t.equal((await tryLogin(user.username, password)).status, 200)
  t.same((await system.users.listMyNotifications({}, { token: (await tryLogin(user.username, password)).json.accessToken })).items.filter(({ kind }) => kind === 'account_locked'), [])
})

t.test('login begins to count anew after a success', async t => {
  const { user, password } = await system.person()
  for (let round = 0; round < 3; round++) {
    for (let attempt = 0; attempt < 4; attempt++) t.equal((await tryLogin(user.username, 'wrong')).status, 401)
    t.equal((await tryLogin(user.username, password)).status, 200)
  }
})

t.test('login counts each of 50 parallel wrong passwords and answers no more than 5 of them', async t => {
  await forgetFailures()
  const { user, password } = await system.person()
  const address = newAddress()
  const answers = await Promise.all(Array.from({ length: 50 }, async () => await tryLogin(user.username, 'wrong', address)))
  t.same(await failuresStored(), [50, 50], 'for the account and for the address')
  t.same(answers.map(({ status }) => status).sort(), [...Array<number>(5).fill(401), ...Array<number>(45).fill(429)])
  t.equal((await tryLogin(user.username, password)).status, 429)
})

t.test('a right password among many parallel wrong ones is not told once the account is locked', async t => {
  const { user, password } = await system.person()
  const passwords = Array.from({ length: 24 }, (_, index) => index === 12 ? password : 'wrong')
  const answers = await Promise.all(passwords.map(async each => await tryLogin(user.username, each)))
  t.equal(answers[12]?.status, 429)
})

t.test('a right password is not told while the failure that locks the account is being counted', async t => {
  await forgetFailures()
  const { user, password } = await system.person()
  for (let attempt = 0; attempt < 4; attempt++) t.equal((await tryLogin(user.username, 'wrong')).status, 401)
  const counting = await system.sql.users.getConnection()
  t.teardown(() => { counting.destroy() })
  await counting.query('START TRANSACTION')
  await counting.query('UPDATE login_failure SET failures = failures + 1')
  const answer = tryLogin(user.username, password)
  const isWaiting = async (): Promise<boolean> => (await system.sql.users.query<RowDataPacket[]>("SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'SELECT%login_failure%LOCK IN SHARE MODE'"))[0].length > 0
  t.ok(await until(isWaiting, 5_000), 'it waits')
  await counting.query('COMMIT')
  t.equal((await answer).status, 429)
})

t.test('a right password does not wait for the failures of others', async t => {
  await forgetFailures()
  const [{ user, password }, other] = [await system.person(), await system.person()]
  t.equal((await tryLogin(other.user.username, 'wrong')).status, 401)
  const counting = await system.sql.users.getConnection()
  t.teardown(() => { counting.destroy() })
  await counting.query('START TRANSACTION')
  await counting.query('UPDATE login_failure SET failures = failures + 1')
  t.equal((await tryLogin(user.username, password)).status, 200)
})

t.test('login locks an address after many failures for whatever accounts, and no other address', async t => {
  await forgetFailures()
  const address = newAddress()
  await Promise.all(Array.from({ length: 10 }, async (_, index) => await tryLogin(`nobody-${index}`, 'wrong', address)))
  await system.sql.users.query(`UPDATE login_failure SET failures = ${addressLimit} WHERE failures = 10`)
  const { user, password } = await system.person()
  t.equal((await tryLogin(user.username, password, address)).json.code, 'auth.locked')
  t.equal((await tryLogin(user.username, password)).status, 200)
})

t.test('login takes an address with a port as the address, and what is none as that of the proxy', async t => {
  await forgetFailures()
  const { user, password } = await system.person()
  for (const [index, address] of ['203.0.113.9:1001', '203.0.113.9:1002', '[2001:db8:7:7::1]:443', 'x'.repeat(60), 'é'].entries()) {
    t.equal((await tryLogin(`nobody-${index}`, 'wrong', address)).status, 401, address)
    t.equal((await tryLogin(user.username, password, address)).status, 200, address)
  }
  t.same((await failuresStored()).filter(count => count > 1), [2, 2], 'two of the first address, and two of the proxy')
})

t.test('login answers unknown and known users alike, locked or not', async t => {
  const { user } = await system.person()
  const unknown = randomBytes(6).toString('hex')
  for (let attempt = 1; attempt <= 7; attempt++) {
    const [known, nobody] = [await tryLogin(user.username, 'wrong'), await tryLogin(unknown, 'wrong')]
    t.same(said(nobody), said(known))
    t.equal(known.status, attempt <= 5 ? 401 : 429)
    t.same(Object.keys(nobody.headers).sort(), Object.keys(known.headers).sort())
  }
  for (const login of ['näme', `${'x'.repeat(250)}@y.z`, '\u0000', '😀', '%']) t.equal((await tryLogin(login, 'wrong')).status, 401, JSON.stringify(login))
})

t.test('login takes as long for unknown as for known users with wrong passwords', async t => {
  const { user } = await system.person()
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 15; round++) {
    for (const [kind, login] of [['known', user.username], ['unknown', randomBytes(6).toString('hex')]] as const) {
      await forgetFailures()
      const since = performance.now()
      await tryLogin(login, 'wrong')
      times[kind].push(performance.now() - since)
    }
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const ratio = median(times.unknown) / median(times.known)
  t.comment(`median of unknown ${median(times.unknown).toFixed(1)} ms, of known ${median(times.known).toFixed(1)} ms`)
  t.ok(ratio > 0.6 && ratio < 1.6, `the ratio is ${ratio.toFixed(2)}; without hashing it would be far less`)
})

t.test('login by username and login by address fail, lock and succeed apart, as if they were of two accounts', async t => {
  const [{ user, password }, other] = [await system.person(), await system.person()]
  for (let attempt = 1; attempt <= 6; attempt++) t.equal((await tryLogin(user.username, 'wrong')).status, attempt <= 5 ? 401 : 429)
  for (let attempt = 1; attempt <= 6; attempt++) t.same(said(await tryLogin(user.email, 'wrong')), said(await tryLogin(other.user.email, 'wrong')), 'as an address of somebody else')
  for (const login of [user.username, user.email]) t.equal((await tryLogin(login, password)).json.code, 'auth.locked', 'what somebody can guess is bounded for each')

  await system.users.updateUser({ params: { userId: user.id }, body: { unlock: true } }, admin)
  for (let attempt = 1; attempt <= 4; attempt++) for (const login of [user.username, user.email]) t.equal((await tryLogin(login, 'wrong')).status, 401, 'unlocked together')
  t.equal((await tryLogin(user.username, password)).status, 200)
  t.equal((await tryLogin(user.email, 'wrong')).status, 401)
  t.equal((await tryLogin(user.email, 'wrong')).status, 429, 'a success by username does not show in the count of the address')
})

t.test('changePassword and deleteMyAccount are locked together after wrong passwords, and login is not; updateUser unlocks', async t => {
  const person = await system.person()
  for (let attempt = 0; attempt < 3; attempt++) t.same(await refusal(system.users.changePassword({ body: { currentPassword: 'wrong', newPassword: 'correct horse battery' } }, person)), [403, 'user.password_wrong'])
  for (let attempt = 0; attempt < 2; attempt++) t.same(await refusal(system.users.deleteMyAccount({ body: { password: 'wrong' } }, person)), [403, 'user.password_wrong'])
  t.same(await refusal(system.users.changePassword({ body: { currentPassword: person.password, newPassword: 'correct horse battery' } }, person)), [429, 'auth.locked'])
  t.same(await refusal(system.users.deleteMyAccount({ body: { password: person.password } }, person)), [429, 'auth.locked'])
  t.equal((await tryLogin(person.user.username, person.password)).status, 200, 'whoever has stolen a session locks nobody out')
  await system.users.updateUser({ params: { userId: person.user.id }, body: { unlock: true } }, admin)
  await system.users.changePassword({ body: { currentPassword: person.password, newPassword: 'correct horse battery' } }, person)
  t.same((await system.users.listUserAudit({ params: { userId: person.user.id } }, admin)).items.map(({ action }) => action), ['password_changed', 'unlocked', 'registered'])
})

t.test('login takes a password in whatever Unicode form it is typed', async t => {
  const [composed, decomposed] = ['p\u00e4\u00dfw\u00f6rt \u212b\ufb01', 'pa\u0308\u00dfwo\u0308rt A\u030a\ufb01']
  const { user } = await system.person()
  const own = await system.users.createUser({ body: { username: `nfc-${user.username}`, email: `nfc-${user.email}`, fullName: 'Nora', password: decomposed, role: 'user' } }, admin)
  t.equal((await tryLogin(own.username, composed)).status, 200)
  t.equal((await tryLogin(own.username, decomposed)).status, 200)
})

t.test('registerUser, createUser, changePassword and resetPassword refuse a password that is no text or would be guessed at once', async t => {
  const person = await system.person()
  const { username, email } = person.user
  const name = `q-${randomBytes(6).toString('hex')}`
  const account = { username: name, email: `${name}@example.com`, fullName: 'Quinn' }
  const ask = async (path: string, body: object, token?: string): Promise<string> => (await system.send('users', path, { method: 'POST', token, body })).json.code as string
  for (const weak of ['        ', '\u2003\u00a0\u2003\u00a0\u200b\u200b\u200b\u200b', 'e\u0301e\u0301e\u0301e\u0301']) {
    t.equal(await ask('/api/v1/auth/register', { ...account, password: weak }), 'user.password_weak', JSON.stringify(weak))
    t.equal(await ask('/api/v1/users', { ...account, role: 'user', password: weak }, admin.token), 'user.password_weak')
    t.equal(await ask('/api/v1/profile/password', { currentPassword: person.password, newPassword: weak }, person.token), 'user.password_weak')
  }
  for (const own of [name.toUpperCase(), account.email]) t.equal(await ask('/api/v1/auth/register', { ...account, password: own }), 'user.password_weak')
  for (const own of [username.toUpperCase(), email]) t.equal(await ask('/api/v1/profile/password', { currentPassword: person.password, newPassword: own }, person.token), 'user.password_weak')
  for (const [path, body, token] of [['/api/v1/auth/register', account], ['/api/v1/auth/login', { login: username }], ['/api/v1/profile/deletion', {}, person.token]] as const) {
    const { json } = await system.send('users', path, { method: 'POST', token, body: `${JSON.stringify(body).slice(0, -1)}${path.endsWith('deletion') ? '' : ','}"password":"\\ud800\\udc00\\ud800 long enough"}` })
    t.match(json, { code: 'request.invalid', details: [{ path: 'body.password', message: 'must be Unicode text, without lone surrogates' }] }, path)
  }
})

t.test('login hashes anew when the parameters have changed', async t => {
  const { user, password } = await system.person()
  const weak = await createPasswords({ memoryKib: 1024, iterations: 2, concurrency: 1, queueLimit: 1 })
  await system.sql.users.execute('UPDATE user SET password_hash = ? WHERE id = ?', [await weak.hash(password), user.id])
  t.equal((await tryLogin(user.username, password)).status, 200)
  const [rows] = await system.sql.users.execute<RowDataPacket[]>('SELECT password_hash FROM user WHERE id = ?', [user.id])
  t.match(rows[0]?.['password_hash'], /^\$argon2id\$v=19\$m=8192,t=2,p=1\$/)
  t.equal((await tryLogin(user.username, password)).status, 200)
})

t.test('more logins than can wait are refused with 503 and Retry-After, and the rest succeed', async t => {
  const small = await testSystem(t, { PASSWORD_CONCURRENCY: '1', PASSWORD_QUEUE_LIMIT: '2', PASSWORD_MEMORY_KIB: '19456' })
  const { user, password } = await small.person()
  const answers = await Promise.all(Array.from({ length: 30 }, async () => await small.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: user.username, password } })))
  const refused = answers.filter(({ status }) => status === 503)
  t.equal(answers.filter(({ status }) => status === 200).length, 30 - refused.length)
  t.ok(refused.length > 0 && refused.length < 30)
  for (const { json, headers } of refused) t.same([json.code, headers['retry-after']], ['overloaded', '2'])
  t.equal((await small.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: user.username, password } })).status, 200, 'and it goes on')
})

t.test('createServiceToken shares one token, renews it behind the scenes, and uses it up while nobody gives another', async t => {
  const { token: { current }, clock, users } = ownToken()
  t.same(await Promise.all([current(), current(), current()]), ['token-1', 'token-1', 'token-1'])
  clock.now = 1_799_000
  t.equal(await current(), 'token-1')
  clock.now = 1_801_000
  t.equal(await current(), 'token-1', 'nobody waits for the next')
  t.equal(await current(), 'token-2')
  users.isDown = true
  clock.now += 3_539_000
  t.equal(await current(), 'token-2')
  clock.now += 2_000
  await t.rejects(current(), /users is down/)
  users.isDown = false
  t.equal(await current(), 'token-3')
})

t.test('createServiceToken replaces a token that is refused at once, for all who were refused, but not one that was just issued', async t => {
  const { token: { current, replace, check }, clock, users } = ownToken()
  await check()
  clock.now = 60_000
  users.isDown = true
  await t.rejects(replace(await current()), /users is down/)
  await t.rejects(check(), /users is down/, 'readiness tells of a token that is refused and cannot be replaced')
  users.isDown = false
  t.same(await Promise.all(['token-1', 'token-1', 'token-1'].map(async refused => await replace(refused))), ['token-2', 'token-2', 'token-2'])
  t.equal(await replace('token-1'), 'token-2', 'a late refusal of the old token issues no other')
  await check()
  clock.now += 9_000
  t.equal(await replace('token-2'), undefined)
  await t.rejects(check(), /is refused/)
  clock.now += 2_000
  await check()
  t.equal(await current(), 'token-3', 'after a while it is tried again')
})

t.test('production refuses to start without keys and secrets, and tells of keys that everybody can read', async t => {
  const directory = await mkdtemp(join(tmpdir(), 'keys-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  await t.rejects(readSigningKeys(join(directory, 'none'), true), /There is no signing key in .*openssl genpkey/)
  await readSigningKeys(join(directory, 'made'), false)
  t.equal((await stat(join(directory, 'made', 'key-1.pem'))).mode & 0o777, 0o600)
  t.equal((await stat(join(directory, 'made'))).mode & 0o777, 0o700)

  const open = join(directory, 'made', 'key-1.pem')
  t.same((await readSigningKeys(join(directory, 'made'), true)).open, [])
  await chmod(open, 0o604)
  t.same((await readSigningKeys(join(directory, 'made'), true)).open, [open], 'in production it is told, for it may be mounted')
  t.equal((await stat(open)).mode & 0o777, 0o604)
  t.same((await readSigningKeys(join(directory, 'made'), false)).open, [open], 'in development it is mended')
  t.equal((await stat(open)).mode & 0o777, 0o600)
  await chmod(open, 0o640)
  t.same((await readSigningKeys(join(directory, 'made'), true)).open, [], 'a group that an orchestrator lets read is none of our business')
  t.same((await readSigningKeys(join(directory, 'made'), false)).open, [open])

  t.throws(() => readServiceClients('', true), /SERVICE_CLIENTS is empty/)
  t.throws(() => readServiceClients('bookings:short', false), /fewer than 20 characters/)
  t.throws(() => readServiceClients('bookings', false), /<client id>:<secret>/)
  t.same([...readServiceClients('bookings:aaaaaaaaaaaaaaaaaaaa:b, rooms:cccccccccccccccccccc', true)], [['bookings', 'aaaaaaaaaaaaaaaaaaaa:b'], ['rooms', 'cccccccccccccccccccc']])
  t.same([...readServiceClients('', false)], [])

  const options = { ...system.options, ports: { ...system.options.ports, users: await freePort() }, environment: { ...system.options.environment, NODE_ENV: 'production', SERVICE_CLIENTS: '' } }
  await t.rejects(startService('users', options, 'production'), /users cannot start: SERVICE_CLIENTS is empty/)
})

t.test('the first admin is made of the environment at start, once', async t => {
  const [FIRST_ADMIN_USERNAME, FIRST_ADMIN_EMAIL, FIRST_ADMIN_PASSWORD] = ['root', 'root@example.com', randomBytes(12).toString('base64url')]
  const fresh = await testSystem(t, { FIRST_ADMIN_USERNAME, FIRST_ADMIN_EMAIL, FIRST_ADMIN_PASSWORD })
  await fresh.anotherInstance('users')
  const { accessToken: token, user } = await fresh.users.login({ body: { login: FIRST_ADMIN_USERNAME, password: FIRST_ADMIN_PASSWORD } })
  t.equal(user.role, 'admin')
  t.equal((await fresh.users.listUsers({ query: { role: 'admin' } }, { token })).items.length, 1)
  await t.rejects(testSystem(t, { FIRST_ADMIN_USERNAME }), /go together/)
})

t.test('npm run user promotes and unlocks from the command line', async t => {
  const { DATABASE_URL, REDIS_URL, RABBITMQ_URL, REDIS_PREFIX, EVENT_EXCHANGE } = environmentOf('users', system.options)
  const run = async (...args: string[]): Promise<{ code: number, said: string }> => await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), join(system.options.root, 'scripts/user.ts'), ...args],
    { env: { ...process.env, DATABASE_URL, REDIS_URL, RABBITMQ_URL, REDIS_PREFIX, EVENT_EXCHANGE } })
    .then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code: number, stderr: string }) => ({ code: error.code, said: error.stderr }))
  const person = await system.person()
  await system.users.getProfile({}, person)
  t.match(await run('promote', person.user.email, 'moderator'), { code: 0, said: /has the role moderator now/ })
  t.same(await refusal(system.users.getProfile({}, person)), [401, 'auth.session_ended'], 'what services had cached is over as well')
  t.equal((await system.users.getUser({ params: { userId: person.user.id } }, admin)).role, 'moderator')
  t.match((await system.users.listUserAudit({ params: { userId: person.user.id } }, admin)).items[0], { actorId: null, action: 'updated' })

  for (let attempt = 0; attempt < 5; attempt++) await tryLogin(person.user.username, 'wrong')
  t.equal((await tryLogin(person.user.username, person.password)).status, 429)
  t.match(await run('unlock', person.user.username), { code: 0, said: /is not locked/ })
  t.equal((await tryLogin(person.user.username, person.password)).status, 200)
  t.match(await run('promote', person.user.username, 'service'), { code: 2, said: /Usage/ })
})

t.test('passwords, tokens and hashes appear in no log line, no error and no event', async t => {
  const directory = await mkdtemp(join(tmpdir(), 'logs-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  const port = await freePort()
  const options = { ...system.options, ports: { ...system.options.ports, users: port }, logs: directory, environment: { ...system.options.environment, LOG_LEVEL: 'trace' } }
  const service = await startService('users', options)
  t.teardown(async () => { await service.stop() })
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: service.url, deadlineMilliseconds: 20_000 })
  t.teardown(async () => { await users.close() })

  const secrets: string[] = []
  const secret = (): string => {
    const made = randomBytes(15).toString('base64url')
    secrets.push(made)
    return made
  }
  const errors: string[] = []
  const refused = async (action: Promise<unknown>): Promise<void> => {
    await action.then(() => { throw new Error('was not refused') }, (error: unknown) => {
      if (!(error instanceof RemoteError)) throw error
      errors.push(JSON.stringify(error.body))
    })
  }
  const [password, newPassword, username] = [secret(), secret(), `s-${randomBytes(4).toString('hex')}`]
  const body = { username, email: `${username}@example.com`, fullName: 'Sam Secret', password }
  const session = await users.registerUser({ body })
  const token = session.accessToken
  await refused(users.registerUser({ body: { ...body, password: secret() } }))
  await refused(users.registerUser({ body: { ...body, role: secret() } as never }))
  await refused(users.registerUser({ body: { ...body, username: 'x', password: { secret: secret() } } as never }))
  await refused(users.login({ body: { login: username, password: secret() } }))
  await refused(users.login({ body: { login: 'nobody', password: secret() } }))
  const second = await users.login({ body: { login: username, password } })
  const third = await users.refreshSession({ body: { refreshToken: second.refreshToken } })
  await refused(users.refreshSession({ body: { refreshToken: second.refreshToken } }))
  await refused(users.refreshSession({ body: { refreshToken: secret() } }))
  await refused(users.changePassword({ body: { currentPassword: secret(), newPassword: secret() } }, { token }))
  await users.changePassword({ body: { currentPassword: password, newPassword } }, { token })
  const { SERVICE_CLIENT_SECRET: clientSecret = '' } = environmentOf('rooms', options)
  const serviceToken = await users.issueServiceToken({ body: { clientId: 'rooms', clientSecret } })
  await refused(users.issueServiceToken({ body: { clientId: 'rooms', clientSecret: secret() } }))
  await refused(users.getProfile({}, { token: `${token.slice(0, -20)}${secret()}` }))
  const broken = await system.send(service.url, '/api/v1/auth/login', { method: 'POST', body: `{"login":"x","password":"${secret()}"`, token })
  errors.push(broken.text)
  await users.logout({ body: { everywhere: true } }, { token })
  await refused(users.getProfile({}, { token }))

  const [hashes] = await system.sql.users.query<RowDataPacket[]>('SELECT password_hash AS hash FROM user UNION SELECT token_hash FROM refresh_token')
  secrets.push(...hashes.map(row => String(row['hash'])), clientSecret, ...[session, second, third].flatMap(each => [each.accessToken, each.refreshToken]), serviceToken.accessToken)
  const [events] = await system.sql.users.query<RowDataPacket[]>('SELECT event FROM outbox')
  await service.stop()
  const log = await readFile(join(directory, 'users.log'), 'utf8')
  t.ok(log.split('\n').length > 20, 'there is a log')
  t.match(log, /refresh token used twice/)
  const written = [log, ...errors, JSON.stringify(events)].join('\n')
  for (const each of secrets) t.notOk(written.includes(each), `${each.slice(0, 4)}… is not written anywhere`)
})
