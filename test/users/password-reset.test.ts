import { createHash, randomBytes } from 'node:crypto'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { readMailPage } from '../../services/users/domain/mail-page.ts'
import { confirmationToken, mailToPerson, newcomer, startMailServer, type ReceivedMail } from '../support/mail.ts'
import { isRefusal, refusal } from '../support/refusal.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'

const page = 'https://rooms.example.com/reset?from="mail"#token='
const mails: ReceivedMail[] = []
let system: TestSystem
let admin: Person
t.before(async () => {
  const port = await freePort()
  const server = await startMailServer(port, mails)
  t.teardown(server.stop)
  system = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${port}`, RESET_PAGE_URL: `${page}{token}` })
  admin = await system.person('admin')
})

const newPassword = (): string => randomBytes(12).toString('base64url')
const madeUp = (): string => randomBytes(32).toString('base64url')
const invalid = [422, 'auth.reset_invalid']

async function rows (sql: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  return (await system.sql.users.query<RowDataPacket[]>(sql, values))[0]
}
const mailsTo = (email: string): ReceivedMail[] => mails.filter(({ headers }) => headers['to']?.includes(`<${email}>`) && headers['subject'] === 'Choose a new password')
/** The mails for a new password, as they are stored. */
const stored = async ({ user }: Person): Promise<RowDataPacket[]> => await rows("SELECT status, attempts, events FROM notification WHERE user_id = ? AND kind = 'password_reset' ORDER BY id", [user.id])

function tokenIn ({ parts }: ReceivedMail): string {
  const token = /#token=([\w-]{43})\n/.exec(parts['text/plain'] ?? '')?.[1] ?? ''
  system.secrets.add(token)
  return token
}

/** Asks for a new password, and waits until all that was asked for is queued. */
async function ask (email: string, from = system): Promise<void> {
  await from.users.requestPasswordReset({ body: { email } })
  await from.apps.users.jobs.run('queue mails that were asked for')
  if (!await until(async () => (await from.sql.users.query<RowDataPacket[]>('SELECT id FROM mail_request'))[0].length === 0, 10_000)) throw new Error('nobody looks at what was asked for')
}

/** Asks for a new password, and takes the token out of the mail that comes. */
async function askForToken ({ user: { email } }: Person, at = email): Promise<string> {
  const before = mailsTo(email).length
  await ask(at)
  await system.apps.users.jobs.run('send mail')
  if (!await until(() => mailsTo(email).length > before, 10_000)) throw new Error(`no mail to ${email}`)
  return tokenIn(mailsTo(email).at(-1) as ReceivedMail)
}

async function reset (token: string, password = newPassword()): Promise<string> {
  await system.users.resetPassword({ body: { token, newPassword: password } })
  return password
}
const tryToReset = async (token: unknown, password: unknown = newPassword()): Promise<RawAnswer> =>
  await system.send('users', '/api/v1/auth/password-reset/confirm', { method: 'POST', body: { token, newPassword: password } })
const login = async ({ user }: Person, password: string): Promise<RawAnswer> => await system.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: user.username, password } })

/** What each service answers to a token: a status for each. */
async function statuses (token: string): Promise<number[]> {
  const paths = { users: '/api/v1/profile', rooms: '/api/v1/rooms', bookings: '/api/v1/bookings', reviews: '/api/v1/reviews' } as const
  return await Promise.all(Object.entries(paths).map(async ([service, path]) => (await system.send(service, path, { token })).status))
}

t.test('resetPassword takes the token of the mail, stores the password and ends all sessions in every service', async t => {
  const person = await system.person()
  const other = await system.users.login({ body: { login: person.user.username, password: person.password } })
  for (const token of [person.token, other.accessToken]) t.same(await statuses(token), [200, 200, 200, 200])
  const token = await askForToken(person, person.user.email.toUpperCase())
  t.same(await statuses(person.token), [200, 200, 200, 200], 'to ask ends nothing')
  t.equal((await login(person, person.password)).status, 200)

  const password = await reset(token)
  for (const token of [person.token, other.accessToken]) t.same(await statuses(token), [401, 401, 401, 401])
  t.same(await refusal(system.users.refreshSession({ body: { refreshToken: person.session.refreshToken } })), [401, 'auth.refresh_invalid'])
  t.equal((await login(person, person.password)).json.code, 'auth.credentials_wrong')
  t.equal((await login(person, password)).status, 200)
  t.match((await system.users.listUserAudit({ params: { userId: person.user.id } }, admin)).items, [{ action: 'password_changed', actorId: person.user.id, changes: [] }, { action: 'registered' }])
  t.same(await refusal(reset(token)), invalid, 'it works once')
})

t.test('requestPasswordReset sends a link to whom has chosen to get no mails; nothing but the hash of its token is stored', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { fullName: 'Pat <i>', locale: 'en-GB', timeZone: 'Europe/Berlin', notifications: { bookingCreated: false, bookingCancelled: false, bookingReminder: false, reviewFlagged: false } } }, person)
  const token = await askForToken(person)
  const { 'text/plain': text = '', 'text/html': html = '' } = mailsTo(person.user.email)[0]?.parts ?? {}
  t.match(text, `\n${page}${token}\n`)
  t.match(html, `<a href="https://rooms.example.com/reset?from=&quot;mail&quot;#token=${token}">`)
  t.notMatch(html, /<i>/)
  t.match(text, person.user.username)
  t.match(text, /Until: +.*\(Europe\/Berlin\)/)
  const [kept] = await rows('SELECT token_hash, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), expires_at) AS seconds FROM password_reset WHERE user_id = ?', [person.user.id])
  t.equal(kept?.['token_hash'], createHash('sha256').update(token).digest('hex'))
  t.ok(kept?.['seconds'] > 3_500 && kept?.['seconds'] <= 3_600, 'good for an hour')
})

t.test('requestPasswordReset answers alike, and sends no mail, for an address that is unknown, of a disabled account or of a deleted one', async t => {
  const [known, disabled, deleted] = [await system.person(), await system.person(), await system.person()]
  await system.users.updateUser({ params: { userId: disabled.user.id }, body: { status: 'disabled' } }, admin)
  await system.users.deleteMyAccount({ body: { password: deleted.password } }, deleted)
  const request = async (email: string): Promise<RawAnswer> => await system.send('users', '/api/v1/auth/password-reset', { method: 'POST', body: { email } })
  const expected = await request(known.user.email)
  t.same([expected.status, expected.text], [202, ''])
  for (const email of [disabled.user.email, deleted.user.email, 'deleted@users.invalid', 'nobody@example.com']) {
    const answer = await request(email)
    t.same([answer.status, answer.text, Object.keys(answer.headers).sort()], [202, '', Object.keys(expected.headers).sort()], email)
    await ask(email)
    t.same(mailsTo(email), [], email)
  }
  t.same([await stored(disabled), await stored(deleted)], [[], []])
  t.ok(await until(() => mailsTo(known.user.email).length === 1, 10_000))
})

t.test('requestPasswordReset does not look at the account before it answers', async t => {
  const person = await system.person()
  const holding = await system.sql.users.getConnection()
  t.teardown(() => { holding.destroy() })
  await holding.query('START TRANSACTION')
  await holding.query('SELECT id FROM user WHERE id = ? FOR UPDATE', [person.user.id])
  await system.users.requestPasswordReset({ body: { email: person.user.email } })
  t.same(await rows('SELECT email_key FROM mail_request'), [{ email_key: person.user.email }], 'it waits for the account')
  await holding.query('COMMIT')
  t.ok(await until(() => mailsTo(person.user.email).length === 1, 10_000))
  t.same(await rows('SELECT email_key FROM mail_request'), [], 'whom it was about is forgotten')
})

t.test('requestPasswordReset and resetPassword refuse what is malformed', async t => {
  for (const body of [{}, { email: 'nobody' }, { email: null }, { email: 'a@example.com', login: 'a' }]) {
    isRefusal(t, await system.send('users', '/api/v1/auth/password-reset', { method: 'POST', body }), 'request.invalid', JSON.stringify(body))
  }
  isRefusal(t, await tryToReset('short'), 'request.invalid', 'no token')
  isRefusal(t, await tryToReset(madeUp(), 'short'), 'request.invalid', 'no password')
})

t.test('resetPassword refuses a token that is made up, expired or used alike, and forgets those that have expired', async t => {
  const person = await system.person()
  const said = ({ status, json }: RawAnswer): unknown => ({ status, ...json, correlationId: undefined })
  const unknown = await tryToReset(madeUp())
  isRefusal(t, unknown, 'auth.reset_invalid', 'made up')
  const [used, expired] = [await askForToken(person), await askForToken(await system.person())]
  await reset(used)
  t.same(said(await tryToReset(used)), said(unknown), 'used')
  await system.sql.users.query('UPDATE password_reset SET expires_at = UTC_TIMESTAMP(3) WHERE token_hash = SHA2(?, 256)', [expired])
  t.same(said(await tryToReset(expired)), said(unknown), 'expired')
  await system.apps.users.jobs.run('forget what has expired')
  t.same(await rows('SELECT user_id FROM password_reset WHERE token_hash = SHA2(?, 256)', [expired]), [])
})

t.test('resetPassword refuses a common password and one that is the username, and takes another with the same token', async t => {
  const person = await system.person()
  const token = await askForToken(person)
  isRefusal(t, await tryToReset(token, 'PassWord123'), 'user.password_common', 'common')
  isRefusal(t, await tryToReset(token, person.user.username.toUpperCase()), 'user.password_weak', 'username')
  t.equal((await login(person, person.password)).status, 200)
  t.equal((await login(person, await reset(token))).status, 200)
})

t.test('resetPassword succeeds once of many times at once, with one token as with two of one account', async t => {
  const person = await system.person()
  const tokens = [await askForToken(person), await askForToken(person)]
  t.equal(new Set(tokens).size, 2)
  const attempts = await Promise.all(Array.from({ length: 12 }, async (_, index) => {
    const password = newPassword()
    return { password, answer: await tryToReset(tokens[index < 8 ? 0 : 1], password) }
  }))
  const [winner, ...others] = attempts.filter(({ answer }) => answer.status === 204)
  t.same(others, [])
  t.same(attempts.filter(({ answer }) => answer.json?.code === 'auth.reset_invalid').length, 11)
  t.equal((await login(person, winner?.password ?? '')).status, 200)
  t.same(await rows('SELECT token_hash FROM password_reset WHERE user_id = ?', [person.user.id]), [])
  t.equal((await system.users.listUserAudit({ params: { userId: person.user.id } }, admin)).items.filter(({ action }) => action === 'password_changed').length, 1)
})

t.test('resetPassword ends the lock of an account, and no login that races with it leaves a session open', async t => {
  const person = await system.person()
  for (let attempt = 0; attempt < 5; attempt++) await login(person, 'wrong')
  t.equal((await login(person, person.password)).json.code, 'auth.locked')
  const password = await reset(await askForToken(person))
  t.equal((await login(person, password)).status, 200)

  const token = await askForToken(person)
  const logins = Array.from({ length: 12 }, async () => await login(person, password))
  await reset(token)
  for (const { status, json } of await Promise.all(logins)) if (status === 200) t.equal((await system.send('users', '/api/v1/profile', { token: json.accessToken })).status, 401)
})

t.test('changePassword, a new address, disabling and deleteMyAccount end the tokens of the account', async t => {
  const [changed, moved, disabled, deleted] = [await system.person(), await system.person(), await system.person(), await system.person()]
  const tokens = await Promise.all([changed, moved, disabled, deleted].map(async person => await askForToken(person)))
  await system.users.changePassword({ body: { currentPassword: changed.password, newPassword: newPassword() } }, changed)
  await system.users.updateProfile({ body: { email: `moved-${moved.user.email}`, currentPassword: moved.password } }, moved)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, moved.user.id) } })
  await system.users.updateUser({ params: { userId: disabled.user.id }, body: { status: 'disabled' } }, admin)
  await system.users.deleteMyAccount({ body: { password: deleted.password } }, deleted)
  for (const token of tokens) t.same(await refusal(reset(token)), invalid)
  t.same(await rows('SELECT token_hash FROM password_reset WHERE user_id IN (?)', [[changed, moved, deleted].map(({ user }) => user.id)]), [])

  await ask(`moved-${moved.user.email}`)
  t.ok(await until(() => mailsTo(`moved-${moved.user.email}`).length === 1, 10_000), 'the next mail goes to the new address')
  t.equal(mailsTo(moved.user.email).length, 1, 'and to no other')
})

t.test('changePassword takes back a mail that waits, and resetPassword does', async t => {
  const person = await system.person()
  const token = await askForToken(person)
  const wait = async (): Promise<void> => { await system.sql.users.query("UPDATE notification SET status = 'queued', due_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY WHERE user_id = ? AND kind = 'password_reset'", [person.user.id]) }
  t.ok(await until(async () => (await stored(person))[0]?.['status'] === 'sent', 10_000))
  await wait()
  const password = await reset(token)
  t.match(await stored(person), [{ status: 'suppressed' }])
  await wait()
  const { accessToken } = (await login(person, password)).json as { accessToken: string }
  await system.users.changePassword({ body: { currentPassword: password, newPassword: newPassword() } }, { token: accessToken })
  t.match(await stored(person), [{ status: 'suppressed' }])
})

t.test('requestPasswordReset sends no token once the password has changed, not even with a mail that is being made', async t => {
  const person = await system.person()
  await reset(await askForToken(person))
  const holding = await system.sql.users.getConnection()
  t.teardown(() => { holding.destroy() })
  await holding.query('START TRANSACTION')
  await holding.query('SELECT id FROM user WHERE id = ? FOR UPDATE', [person.user.id])
  await system.sql.users.query("UPDATE notification SET status = 'queued', attempts = 0, due_at = created_at WHERE user_id = ? AND kind = 'password_reset'", [person.user.id])
  const sending = system.apps.users.jobs.run('send mail')
  t.ok(await until(async () => (await stored(person))[0]?.['attempts'] === 1, 10_000), 'it is being made')
  await holding.query("UPDATE notification SET status = 'suppressed' WHERE user_id = ? AND kind = 'password_reset'", [person.user.id])
  await holding.query('COMMIT')
  await sending
  t.match(await stored(person), [{ status: 'suppressed', attempts: 1 }])
  t.same(await rows('SELECT token_hash FROM password_reset WHERE user_id = ?', [person.user.id]), [])
  t.equal(mailsTo(person.user.email).length, 1)
})

t.test('requestPasswordReset sends no more than three mails in an hour, all of them good, and again in the next', async t => {
  const person = await system.person()
  const tokens: string[] = []
  for (let request = 0; request < 3; request++) tokens.push(await askForToken(person))
  t.equal(new Set(mailsTo(person.user.email).map(({ headers }) => headers['message-id'])).size, 3, 'mail programs take them for three')
  for (let request = 0; request < 3; request++) await ask(person.user.email)
  const hours = await stored(person)
  t.ok(hours.every(({ events }) => Number(events) <= 3) && (hours.length === 2 || hours[0]?.['events'] === 3), 'unless the next begins meanwhile')

  await system.sql.users.query("UPDATE notification SET cause = CONCAT('past ', id) WHERE user_id = ? AND kind = 'password_reset'", [person.user.id])
  tokens.push(await askForToken(person))
  t.equal(new Set(tokens).size, 4)
  await reset(tokens[1] as string)
  for (const token of tokens) t.same(await refusal(reset(token)), invalid, 'with one, all are used up')
})

t.test('listMyNotifications and exportMyData leave out the mails of requestPasswordReset', async t => {
  const person = await newcomer(system)
  await askForToken(person)
  t.equal((await stored(person)).length, 1)
  const listed = async () => (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items
  t.ok(await until(async () => (await listed()).some(({ kind, status }) => kind === 'welcome' && status === 'sent'), 60_000), 'the welcome is out')
  const items = await listed()
  t.notMatch(JSON.stringify(items), /new password/)
  t.same((await system.users.exportMyData({}, person)).notifications, items)
})

t.test('requestPasswordReset without a page sends the token itself; both operations are limited by address', async t => {
  const own = await testSystem(t, { RATE_LIMIT_PER_MINUTE: '60' })
  const person = await own.person()
  await ask(person.user.email, own)
  const { 'text/plain': text = '', 'text/html': html = '' } = (await mailToPerson(own, person, /^Choose a new password/)).parts
  const token = /Token: +([\w-]{43})\n/.exec(text)?.[1] ?? ''
  own.secrets.add(token)
  t.match(text, 'resetPassword (POST /api/v1/auth/password-reset/confirm)')
  t.notMatch(html, /href/)
  await own.users.resetPassword({ body: { token, newPassword: newPassword() } })

  for (const [path, body] of [['', { email: 'nobody@example.com' }], ['/confirm', { token: madeUp(), newPassword: newPassword() }]] as const) {
    const answers: RawAnswer[] = []
    for (let request = 0; request < 3; request++) answers.push(await own.send('users', `/api/v1/auth/password-reset${path}`, { method: 'POST', body }))
    t.equal(answers[0]?.headers['ratelimit-limit'], '3', 'the contract has a limit of its own, which is scaled')
    isRefusal(t, answers[2] as RawAnswer, 'request.rate_limited', 'the fourth, with that of before')
  }
  t.equal((await own.send('users', '/.well-known/jwks.json')).status, 200)
})

t.test('RESET_PAGE_URL has to be the URL of a page, with a place for the token', async t => {
  t.equal(readMailPage('RESET_PAGE_URL', ''), undefined)
  t.equal(readMailPage('RESET_PAGE_URL', 'https://rooms.example.com/#/reset?token={token}')?.('abc'), 'https://rooms.example.com/#/reset?token=abc')
  for (const template of ['https://rooms.example.com/reset', 'rooms.example.com/{token}', 'javascript:alert("{token}")']) t.throws(() => readMailPage('RESET_PAGE_URL', template), /RESET_PAGE_URL must be/, template)
})
