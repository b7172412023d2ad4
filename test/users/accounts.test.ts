import { createHash, randomBytes } from 'node:crypto'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import type { User } from '../../shared/contract/generated/users.schemas.ts'
import { inLockStep } from '../support/lock-step.ts'
import { confirmationToken } from '../support/mail.ts'
import { refusal } from '../support/refusal.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let admin: Person
t.before(async () => {
  system = await testSystem(t)
  admin = await system.person('admin')
})

const name = (): string => `n-${randomBytes(6).toString('hex')}`
const registration = (username = name()): { username: string, email: string, fullName: string, password: string } =>
  ({ username, email: `${username}@example.com`, fullName: 'Nora New', password: randomBytes(12).toString('base64url') })
const userPath = (userId: string): { params: { userId: string } } => ({ params: { userId } })

/** The events about a user, in order. */
async function eventsOf (userId: string): Promise<Array<{ type: string, data: Record<string, unknown> }>> {
  const [rows] = await system.sql.users.execute<RowDataPacket[]>('SELECT event FROM outbox WHERE subject = ? ORDER BY sequence', [userId])
  return rows.map(row => JSON.parse(String(row['event'])) as { type: string, data: Record<string, unknown> })
}

t.test('registerUser makes an account with the role user, opens a session and publishes user.registered', async t => {
  const body = registration()
  const { user, accessToken } = await system.users.registerUser({ body: { ...body, fullName: '  Nora\u0301 New ' } })
  t.match(user, { username: body.username, email: body.email, fullName: 'Norá New', role: 'user', status: 'active', timeZone: 'UTC', locale: 'en', version: 1 })
  t.same(await system.users.getProfile({}, { token: accessToken }), user)
  t.match(await eventsOf(user.id), [{ type: 'user.registered', data: { userId: user.id, role: 'user', status: 'active', version: 1 } }])
})

t.test('registerUser refuses a role, any other unknown field, and what is malformed', async t => {
  for (const extra of [{ role: 'admin' }, { role: 'user' }, { isAdmin: true }, { status: 'active' }, { id: 'x' }]) {
    const answer = await system.send('users', '/api/v1/auth/register', { method: 'POST', body: { ...registration(), ...extra } })
    t.equal(answer.status, 400)
    t.equal(answer.json.details[0].path, `body.${Object.keys(extra)[0]}`)
  }
  for (const wrong of [{ username: 'ab' }, { username: 'a'.repeat(51) }, { username: 'a b c' }, { username: 'näme' }, { username: 'a@b.de' }, { email: 'nobody' }, { fullName: ' ' }, { fullName: 'a\nb' }, { password: 'short12' }, { password: 'x'.repeat(129) }, { password: null }]) {
    t.equal((await system.send('users', '/api/v1/auth/register', { method: 'POST', body: { ...registration(), ...wrong } })).status, 400, JSON.stringify(wrong).slice(0, 60))
  }
  t.same(await refusal(system.users.registerUser({ body: { ...registration(), password: 'PassWord' } })), [422, 'user.password_common'])
})

t.test('registerUser gives one of 50 parallel registrations of a name 201 and the others 409, confirmEmail an address to one account, whatever the case', async t => {
  const username = name()
  const statuses = await Promise.all(Array.from({ length: 50 }, async (_, index) =>
    (await system.send('users', '/api/v1/auth/register', { method: 'POST', body: { ...registration(), username: index % 2 ? username.toUpperCase() : username } })).status))
  t.same(statuses.sort(), [201, ...Array<number>(49).fill(409)])
  const email = `${name()}@example.com`
  const sessions = await Promise.all(Array.from({ length: 8 }, async (_, index) => await system.users.registerUser({ body: { ...registration(), email: index % 2 ? email.toUpperCase() : email } })))
  const tokens = await Promise.all(sessions.map(async ({ user }) => await confirmationToken(system, user.id)))
  const confirmed = await Promise.all(tokens.map(async token => await system.users.confirmEmail({ body: { token } }).then(() => 'confirmed', (error: { code?: string }) => error.code)))
  t.same(confirmed.sort(), ['confirmed', ...Array<string>(7).fill('user.email_taken')])
})

t.test('updateProfile changes what is given, honours If-Match and publishes user.updated', async t => {
  const person = await system.person()
  const after = await system.users.updateProfile({ body: { fullName: 'New Name', timeZone: 'europe/berlin', locale: 'de-DE', notifications: { bookingCreated: false } } }, person)
  t.match(after, { fullName: 'New Name', timeZone: 'Europe/Berlin', locale: 'de-DE', notifications: { bookingCreated: false, bookingCancelled: true, bookingReminder: true, reviewFlagged: true }, version: 2, email: person.user.email })
  t.same(await system.users.getProfile({}, person), after)
  t.same(await refusal(system.users.updateProfile({ body: { fullName: 'Late' }, headers: { 'If-Match': '"1"' } }, person)), [412, 'request.version_stale'])
  t.equal((await system.users.updateProfile({ body: { fullName: 'New Name' }, headers: { 'If-Match': '"2"' } }, person)).version, 2, 'no change, no version')
  t.same(await refusal(system.users.updateProfile({ body: { timeZone: 'Mars/Olympus' } }, person)), [422, 'user.time_zone_unknown'])
  t.same(await refusal(system.users.updateProfile({ body: { email: admin.user.email.toUpperCase(), currentPassword: person.password } }, person)), [409, 'user.email_taken'])
  t.equal((await system.send('users', '/api/v1/profile', { method: 'PATCH', token: person.token, body: { role: 'admin' } })).status, 400)
  t.equal((await system.send('users', '/api/v1/profile', { method: 'PATCH', token: person.token, body: {} })).status, 400)
  t.equal((await system.send('users', '/api/v1/profile', { token: person.token, headers: { 'if-none-match': '"2"' } })).status, 304)
  t.same((await eventsOf(person.user.id)).map(({ type, data }) => [type, data['version']]), [['user.registered', 1], ['user.updated', 2]])
})

t.test('updateProfile lets one of parallel changes of one version through', async t => {
  const person = await system.person()
  const outcomes = await Promise.all(Array.from({ length: 8 }, async (_, index) =>
    await system.users.updateProfile({ body: { fullName: `Name ${index}` }, headers: { 'If-Match': '"1"' } }, person).then(() => 200, () => 412)))
  t.same(outcomes.sort(), [200, ...Array<number>(7).fill(412)])
})

t.test('exportMyData holds the account, its sessions and its history, and no hash of anything', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { fullName: 'Exported' } }, person)
  const data = await system.users.exportMyData({}, person)
  t.equal(data.user.fullName, 'Exported')
  t.ok(Array.isArray(data.notifications))
  t.equal(data.sessions.length, 2)
  t.same(data.audit.map(({ action }) => action), ['updated', 'registered'])
  t.match(data.audit[0], { actorId: person.user.id, changes: [{ field: 'fullName', before: null, after: null }] })
  t.ok(data.lastLoginAt)
  t.notMatch(JSON.stringify(data), /argon2|hash/i)
})

t.test('deleteMyAccount needs the password, erases the person and frees the name', async t => {
  const person = await system.person()
  t.same(await refusal(system.users.deleteMyAccount({ body: { password: 'wrong' } }, person)), [403, 'user.password_wrong'])
  await system.users.deleteMyAccount({ body: { password: person.password } }, person)
  t.same(await refusal(system.users.getProfile({}, person)), [401, 'auth.session_ended'])
  t.same(await refusal(system.users.login({ body: { login: person.user.username, password: person.password } })), [401, 'auth.credentials_wrong'])
  t.same((await eventsOf(person.user.id)).at(-1), { ...(await eventsOf(person.user.id)).at(-1), type: 'user.deleted', data: { userId: person.user.id, role: 'user', status: 'deleted', emailHashes: [createHash('sha256').update(person.user.email).digest('hex')], version: 2 } })

  t.match(await system.users.getUser(userPath(person.user.id), admin), { status: 'deleted', fullName: 'Deleted user', username: 'deleted' })
  const [rows] = await system.sql.users.execute<RowDataPacket[]>('SELECT * FROM user LEFT JOIN session ON session.user_id = user.id WHERE user.id = ?', [person.user.id])
  t.notMatch(JSON.stringify(rows), new RegExp(`${person.user.username}|Pat Person|argon2|127\\.0\\.0\\.1`))
  const again = await system.users.registerUser({ body: { ...registration(person.user.username), email: person.user.email } })
  t.not(again.user.id, person.user.id)
})

t.test('createUser makes an account with a role, once for an Idempotency-Key', async t => {
  const body = { ...registration(), role: 'moderator' } as const
  const headers = { 'Idempotency-Key': randomBytes(8).toString('hex') }
  const user = await system.users.createUser({ body, headers }, admin)
  t.match(user, { username: body.username, role: 'moderator', status: 'active', version: 1 })
  t.same(await system.users.createUser({ body, headers }, admin), user)
  t.same(await refusal(system.users.createUser({ body: { ...body, fullName: 'Other' }, headers }, admin)), [422, 'idempotency.key_reused'])
  t.same(await refusal(system.users.createUser({ body }, admin)), [409, 'user.username_taken'])
  t.same(await refusal(system.users.createUser({ body: { ...body, password: 'Password123' } }, admin)), [422, 'user.password_common'])
  t.equal((await system.users.login({ body: { login: body.username, password: body.password } })).user.role, 'moderator')
  const answer = await system.send('users', '/api/v1/users', { method: 'POST', token: admin.token, body: { ...registration(), role: 'service' } })
  t.equal(answer.status, 400, 'nobody is given the role of services')
  t.match((await system.users.listUserAudit(userPath(user.id), admin)).items, [{ action: 'created', actorId: admin.user.id }])
  const [rows] = await system.sql.users.execute<RowDataPacket[]>('SELECT * FROM idempotency_key')
  t.notMatch(JSON.stringify(rows), body.password)
})

t.test('listUsers filters by role, status and text and turns pages', async t => {
  const mark = randomBytes(4).toString('hex')
  const people: User[] = []
  for (let index = 0; index < 5; index++) people.push(await system.users.createUser({ body: { ...registration(), fullName: `Zoë ${mark} 100%_${index}`, role: index < 2 ? 'moderator' : 'user' } }, admin))
  await system.users.updateUser({ ...userPath(people[4]?.id ?? ''), body: { status: 'disabled' } }, admin)
  const ids = async (query: object): Promise<string[]> => (await system.users.listUsers({ query }, admin)).items.map(({ id }) => id)
  const expected = (...indexes: number[]): string[] => indexes.map(index => people[index]?.id ?? '')
  t.same(await ids({ text: `zoë ${mark.toUpperCase()}` }), expected(0, 1, 2, 3, 4))
  t.same(await ids({ text: mark, role: 'moderator' }), expected(0, 1))
  t.same(await ids({ text: mark, status: 'disabled' }), expected(4))
  t.same(await ids({ text: `${mark} 100%_3` }), expected(3), '% and _ are nothing special')
  t.same(await ids({ text: `${mark} 1__%` }), [])
  t.same(await ids({ text: people[2]?.email.toUpperCase() }), expected(2))
  const first = await system.users.listUsers({ query: { text: mark, limit: 3 } }, admin)
  const second = await system.users.listUsers({ query: { text: mark, limit: 3, cursor: first.nextCursor ?? '' } }, admin)
  t.same([...first.items, ...second.items].map(({ id }) => id), expected(0, 1, 2, 3, 4))
  t.equal(second.nextCursor, null)
  await system.users.deleteUser(userPath(people[0]?.id ?? ''), admin)
  t.notOk((await ids({ role: 'moderator', limit: 100 })).includes(people[0]?.id ?? ''))
  t.ok((await ids({ status: 'deleted', limit: 100 })).includes(people[0]?.id ?? ''))
})

t.test('getUser shows an account to itself and to admins, and to others not even whether it exists', async t => {
  const person = await system.person()
  const other = await system.person('moderator')
  t.same(await system.users.getUser(userPath(person.user.id), person), person.user)
  t.same(await system.users.getUser(userPath(person.user.id), admin), person.user)
  const nobody = '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10'
  for (const id of [person.user.id, nobody]) t.same(await refusal(system.users.getUser(userPath(id), other)), [403, 'user.not_yours'])
  t.same(await refusal(system.users.getUser(userPath(nobody), admin)), [404, 'user.not_found'])
})

t.test('administration is for admins alone', async t => {
  const { user } = await system.person()
  for (const role of ['user', 'facility_manager', 'moderator'] as const) {
    const person = await system.person(role)
    for (const [method, path, body] of [['GET', '/api/v1/users'], ['POST', '/api/v1/users', {}], ['PATCH', `/api/v1/users/${user.id}`, {}], ['DELETE', `/api/v1/users/${user.id}`], ['GET', `/api/v1/users/${user.id}/audit`], ['GET', `/api/v1/directory?userId=${user.id}`]] as const) {
      t.equal((await system.send('users', path, { method, token: person.token, body })).json.code, 'auth.role_missing', `${role} ${method} ${path}`)
    }
  }
})

t.test('updateUser changes role and status, honours If-Match, publishes and is written down', async t => {
  const { user } = await system.person()
  const changed = await system.users.updateUser({ ...userPath(user.id), body: { role: 'facility_manager', status: 'disabled' }, headers: { 'If-Match': '"1"' } }, admin)
  t.match(changed, { role: 'facility_manager', status: 'disabled', version: 2 })
  t.same(await system.users.getUser(userPath(user.id), admin), changed)
  t.same(await refusal(system.users.updateUser({ ...userPath(user.id), body: { role: 'user' }, headers: { 'If-Match': '"1"' } }, admin)), [412, 'request.version_stale'])
  t.equal((await system.users.updateUser({ ...userPath(user.id), body: { role: 'facility_manager' } }, admin)).version, 2, 'no change, no version')
  t.match((await system.users.listUserAudit(userPath(user.id), admin)).items[0], {
    action: 'updated', actorId: admin.user.id, changes: [{ field: 'role', before: 'user', after: 'facility_manager' }, { field: 'status', before: 'active', after: 'disabled' }]
  })
  t.match((await eventsOf(user.id)).at(-1), { type: 'user.updated', data: { role: 'facility_manager', status: 'disabled', version: 2 } })
})

t.test('a disabled account is told so to whoever knows its password, and to nobody else', async t => {
  const person = await system.person()
  await system.users.updateUser({ ...userPath(person.user.id), body: { status: 'disabled' } }, admin)
  t.same(await refusal(system.users.login({ body: { login: person.user.username, password: person.password } })), [403, 'auth.account_disabled'])
  t.same(await refusal(system.users.login({ body: { login: person.user.username, password: 'wrong' } })), [401, 'auth.credentials_wrong'])
  await system.users.updateUser({ ...userPath(person.user.id), body: { status: 'active' } }, admin)
  await system.users.login({ body: { login: person.user.username, password: person.password } })
})

t.test('deleteUser does not work on oneself, twice is as good as once, and a deleted account stays as it is', async t => {
  const { user } = await system.person()
  t.same(await refusal(system.users.deleteUser(userPath(admin.user.id), admin)), [409, 'user.self_deletion'])
  await system.users.deleteUser(userPath(user.id), admin)
  await system.users.deleteUser(userPath(user.id), admin)
  t.equal((await eventsOf(user.id)).filter(({ type }) => type === 'user.deleted').length, 1)
  t.same(await refusal(system.users.updateUser({ ...userPath(user.id), body: { status: 'active' } }, admin)), [409, 'user.deleted'])
  t.same(await refusal(system.users.deleteUser(userPath('01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10'), admin)), [404, 'user.not_found'])
})

t.test('listUsersByIds tells services how to reach people, and nothing more', async t => {
  const token = await system.serviceToken()
  const { user } = await system.person()
  const gone = await system.person()
  await system.users.deleteMyAccount({ body: { password: gone.password } }, gone)
  const { items } = await system.users.listUsersByIds({ query: { userId: [gone.user.id, '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10', user.id, user.id] } }, { token })
  t.same(items, [
    { id: gone.user.id, fullName: 'Deleted user', email: 'deleted@users.invalid', locale: 'en', timeZone: 'UTC', notifications: user.notifications, status: 'deleted' },
    { id: user.id, fullName: user.fullName, email: user.email, locale: 'en', timeZone: 'UTC', notifications: user.notifications, status: 'active' }
  ])
  t.equal((await system.users.listUsersByIds({ query: { userId: [user.id] } }, { token })).items.length, 1)
  t.equal((await system.send('users', '/api/v1/directory', { token })).status, 400)
})

t.test('the last active admin stays, even when all admins go at the same time', async t => {
  const alone = await testSystem(t)
  const admins = await Promise.all([alone.person('admin'), alone.person('admin'), alone.person('admin')])
  const outcomes = await Promise.all([
    ...admins.map(async each => await alone.users.deleteMyAccount({ body: { password: each.password } }, each)),
    ...admins.map(async (each, index) => await alone.users.updateUser({ ...userPath(admins[(index + 1) % 3]?.user.id ?? ''), body: { role: 'user' } }, each)),
    ...admins.map(async (each, index) => await alone.users.updateUser({ ...userPath(admins[(index + 2) % 3]?.user.id ?? ''), body: { status: 'disabled' } }, each))
  ].map(async action => await action.then(() => 'done', (error: { code?: string }) => error.code)))
  const [rows] = await alone.sql.users.query<RowDataPacket[]>('SELECT id FROM user WHERE role = \'admin\' AND status = \'active\'')
  t.equal(rows.length, 1, outcomes.join(', '))
  const last = admins.find(({ user }) => user.id === rows[0]?.['id']) as Person
  const { accessToken: token } = await alone.users.login({ body: { login: last.user.username, password: last.password } })
  t.same(await refusal(alone.users.deleteMyAccount({ body: { password: last.password } }, { token })), [409, 'user.last_admin'])
  t.same(await refusal(alone.users.updateUser({ ...userPath(last.user.id), body: { role: 'moderator' } }, { token })), [409, 'user.last_admin'])
  t.same(await refusal(alone.users.updateUser({ ...userPath(last.user.id), body: { status: 'disabled' } }, { token })), [409, 'user.last_admin'])
})

t.test('deleteUser leaves one admin when the last two delete each other at the same moment', async t => {
  const alone = await testSystem(t)
  const [first, second] = [await alone.person('admin'), await alone.person('admin')]
  const remove = async (whom: Person, who: Person): Promise<unknown> => await alone.users.deleteUser(userPath(whom.user.id), who).then(() => 'deleted', (error: { code?: string }) => error.code)
  const { answers, together } = await inLockStep(alone, 2, 30_000, async () => await Promise.all([remove(first, second), remove(second, first)]), { service: 'users', tables: ['admin_lock'] })
  t.ok(together)
  t.same(answers.sort(), ['deleted', 'user.last_admin'])
})
