import { createHash, randomBytes } from 'node:crypto'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Session } from '../../shared/contract/generated/users.schemas.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { confirmationToken, startMailServer, type ReceivedMail } from '../support/mail.ts'
import { isRefusal, refusal } from '../support/refusal.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'

const page = 'https://rooms.example.com/confirm#token='
const mails: ReceivedMail[] = []
let system: TestSystem
let admin: Person
let roomId: string
t.before(async () => {
  const port = await freePort()
  const server = await startMailServer(port, mails)
  t.teardown(server.stop)
  system = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${port}`, CONFIRM_PAGE_URL: `${page}{token}`, CONFIRMATION_MAILS_PER_DAY: '3', MAILS_PER_HOUR: '4' })
  admin = await system.person('admin')
  roomId = (await system.rooms.createRoom({ body: { name: 'Confirmed', building: 'North', floor: 3, capacity: 8, timeZone: 'UTC', openingHours: alwaysOpen } }, admin)).id
})

const unique = (): string => `e-${randomBytes(6).toString('hex')}`
const password = (): string => randomBytes(12).toString('base64url')
const madeUp = (): string => randomBytes(32).toString('base64url')
const mailsTo = (email: string): ReceivedMail[] => mails.filter(({ headers }) => headers['to']?.toLowerCase().includes(email.toLowerCase()))
const subjectsTo = (email: string): string[] => mailsTo(email).map(({ headers }) => headers['subject'] ?? '')

async function register (email: string, fullName = 'Eve', secret = password()): Promise<Session & { password: string }> {
  return { ...await system.users.registerUser({ body: { username: unique(), email, fullName, password: secret } }), password: secret }
}

/** The tokens of the mails to an address, once there are so many. */
async function tokensTo (email: string, count = 1): Promise<string[]> {
  const found = (): string[] => mailsTo(email).flatMap(({ parts }) => /#token=([\w-]{43})\n/.exec(parts['text/plain'] ?? '')?.[1] ?? [])
  if (!await until(() => found().length >= count, 20_000)) throw new Error(`${found().length} tokens to ${email}`)
  system.secrets.add(...found())
  return found()
}
const tryToConfirm = async (token: string): Promise<RawAnswer> => await system.send('users', '/api/v1/auth/email-confirmation/confirm', { method: 'POST', body: { token } })

/** Waits until nothing is left to be queued or sent to an account. */
async function settle (userId: string): Promise<void> {
  const isIdle = async (): Promise<boolean> => {
    const [waiting] = await system.sql.users.query<RowDataPacket[]>("SELECT id FROM notification WHERE user_id = ? AND status = 'queued' AND due_at <= UTC_TIMESTAMP(3) + INTERVAL 1 HOUR UNION SELECT id FROM mail_request UNION SELECT id FROM outbox WHERE published_at IS NULL", [userId])
    return waiting.length === 0
  }
  if (!await until(isIdle, 20_000)) throw new Error('mails wait')
}

t.test('registerUser sends a link that confirms the address, and no text of whoever registered; nothing but the hash of its token is stored', async t => {
  const email = `${unique()}@example.com`
  const session = await system.users.registerUser({ body: { username: 'win-at.evil.example', email, fullName: 'http://evil.example wins', password: password() } }, { correlationId: 'click.evil.example' })
  t.match(session.user, { email, emailConfirmed: false, emailConfirmedAt: null, pendingEmail: null })
  const [token = ''] = await tokensTo(email)
  const [mail] = mailsTo(email)
  t.equal(mail?.headers['subject'], 'Confirm your e-mail address')
  t.notMatch(JSON.stringify(mail), /evil/)
  const [[stored]] = await system.sql.users.query<RowDataPacket[]>('SELECT token_hash, TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(3), expires_at) AS minutes FROM email_confirmation WHERE user_id = ?', [session.user.id])
  t.equal(stored?.['token_hash'], createHash('sha256').update(token).digest('hex'))
  t.ok(stored?.['minutes'] > 1_400 && stored?.['minutes'] <= 1_440, 'good for a day')

  await system.users.confirmEmail({ body: { token } })
  const user = await system.users.getProfile({}, { token: session.accessToken })
  t.match(user, { email, emailConfirmed: true, pendingEmail: null, version: 2 })
  t.ok(user.emailConfirmedAt)
  isRefusal(t, await tryToConfirm(token), 'auth.confirmation_invalid', 'it works once')
  t.match((await system.users.listUserAudit({ params: { userId: user.id } }, admin)).items[0], { action: 'email_confirmed', changes: [{ field: 'email', before: null, after: email }] })
  t.ok(await until(() => subjectsTo(email).some(subject => subject.startsWith('Welcome')), 20_000))
})

t.test('an address that is not confirmed gets one mail, whatever its account does', async t => {
  const email = `${unique()}@example.com`
  const session = await register(email)
  const booking = await system.bookings.createBooking({ body: { roomId, title: 'Buy at evil.example', startsAt: at(30), endsAt: at(31) } }, { token: session.accessToken })
  await system.bookings.cancelBooking({ params: { bookingId: booking.id }, body: {} }, { token: session.accessToken })
  for (let attempt = 0; attempt < 5; attempt++) await refusal(system.users.login({ body: { login: email, password: 'wrong' } }))
  await system.users.requestPasswordReset({ body: { email } })
  t.ok(await until(async () => (await system.users.listMyNotifications({}, { token: session.accessToken })).items.filter(({ status }) => status === 'suppressed').length >= 3, 20_000), 'both mails about the booking, and the one about the lock')
  await settle(session.user.id)
  t.same(subjectsTo(email), ['Confirm your e-mail address'])
})

t.test('an address, and an account, gets few confirmation mails a day, whatever the case and however it is asked for', async t => {
  const email = `${unique()}@example.com`
  const sessions = [await register(email), await register(email.toUpperCase()), await register(email), await register(email), await register(email)]
  await system.users.requestEmailConfirmation({ body: { email } })
  for (const { user } of sessions) await settle(user.id)
  t.equal(mailsTo(email).length, 3)

  const person = await system.person()
  const others = Array.from({ length: 5 }, () => `${unique()}@example.com`)
  for (const other of others) await system.users.updateProfile({ body: { email: other, currentPassword: person.password } }, person)
  await settle(person.user.id)
  t.ok(others.flatMap(mailsTo).length <= 3, 'strangers')
  t.ok(mailsTo(person.user.email).length <= 4, 'the account itself')
})

t.test('requestEmailConfirmation sends another link to an address that waits, and answers alike where none does', async t => {
  const email = `${unique()}@example.com`
  const { user } = await register(email)
  await tokensTo(email)
  const ask = async (email: string): Promise<RawAnswer> => await system.send('users', '/api/v1/auth/email-confirmation', { method: 'POST', body: { email } })
  const [known, confirmed, unknown] = [await ask(email.toUpperCase()), await ask(admin.user.email), await ask('nobody@example.com')]
  for (const { status, text } of [known, confirmed, unknown]) t.same([status, text], [202, ''])
  const tokens = await tokensTo(email, 2)
  await settle(user.id)
  t.same(subjectsTo(admin.user.email), [])
  t.equal((await tryToConfirm(tokens[0] ?? '')).status, 204, 'the earlier one is good, too')
  isRefusal(t, await tryToConfirm(tokens[1] ?? ''), 'auth.confirmation_invalid', 'and ends the other')
})

t.test('confirmEmail refuses a token that is made up, expired or for an address that was replaced, and forgets what has expired', async t => {
  const session = await register(`${unique()}@example.com`)
  isRefusal(t, await tryToConfirm(madeUp()), 'auth.confirmation_invalid', 'made up')
  isRefusal(t, await tryToConfirm('short'), 'request.invalid', 'no token')
  const [replaced, expired] = [await confirmationToken(system, session.user.id), await confirmationToken(system, session.user.id)]
  await system.sql.users.query('UPDATE email_confirmation SET expires_at = UTC_TIMESTAMP(3) WHERE token_hash = SHA2(?, 256)', [expired])
  isRefusal(t, await tryToConfirm(expired), 'auth.confirmation_invalid', 'expired')
  await system.users.updateProfile({ body: { email: `${unique()}@example.com`, currentPassword: session.password } }, { token: session.accessToken })
  isRefusal(t, await tryToConfirm(replaced), 'auth.confirmation_invalid', 'replaced')
  await system.apps.users.jobs.run('forget what has expired')
  const [rows] = await system.sql.users.query<RowDataPacket[]>('SELECT user_id FROM email_confirmation WHERE token_hash = SHA2(?, 256)', [expired])
  t.same(rows, [])
})

t.test('an address is of the first account that confirms it; whoever only gave it keeps nobody out', async t => {
  const email = `${unique()}@example.com`
  const [squatter, owner] = [await register(email), await register(email)]
  t.equal((await system.users.login({ body: { login: email, password: squatter.password } })).user.id, squatter.user.id, 'while nobody has')
  const late = await confirmationToken(system, squatter.user.id)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, owner.user.id) } })
  t.equal((await system.users.login({ body: { login: email, password: owner.password } })).user.id, owner.user.id)
  t.same(await refusal(system.users.login({ body: { login: email, password: squatter.password } })), [401, 'auth.credentials_wrong'])
  isRefusal(t, await tryToConfirm(late), 'user.email_taken', 'too late')
  t.same(await refusal(register(email.toUpperCase())), [409, 'user.email_taken'])
  const body = { username: unique(), email, fullName: 'Eve', password: password(), role: 'user' } as const
  t.same(await refusal(system.users.createUser({ body }, admin)), [409, 'user.email_taken'])
})

t.test('updateProfile needs the password for a new address, which stays pending; a stolen access token does not take an account over', async t => {
  const person = await system.person()
  const thief = `${unique()}@evil.example`
  const change = async (body: object): Promise<RawAnswer> => await system.send('users', '/api/v1/profile', { method: 'PATCH', token: person.token, body })
  isRefusal(t, await change({ email: thief }), 'user.password_required', 'no password')
  isRefusal(t, await change({ email: thief, currentPassword: 'wrong' }), 'user.password_wrong', 'a wrong one')
  await system.users.requestPasswordReset({ body: { email: thief } })
  t.same(await system.users.getProfile({}, person), person.user, 'nothing has changed')
  t.equal((await change({ email: person.user.email, fullName: 'Pat' })).status, 200, 'the address in force needs none')

  const moved = `${unique()}@example.com`
  t.match((await change({ email: moved, currentPassword: person.password })).json, { email: person.user.email, emailConfirmed: true, pendingEmail: moved })
  t.ok(await until(() => subjectsTo(person.user.email).includes('A new e-mail address for your account'), 20_000), 'the old address is told')
  t.equal((await system.users.login({ body: { login: person.user.email, password: person.password } })).user.id, person.user.id, 'and in force')
  t.same(await refusal(system.users.login({ body: { login: moved, password: person.password } })), [401, 'auth.credentials_wrong'])
  const [token = ''] = await tokensTo(moved)
  await system.users.confirmEmail({ body: { token } })
  t.match((await system.users.login({ body: { login: moved, password: person.password } })).user, { email: moved, pendingEmail: null })
  const { items } = await system.users.listUserAudit({ params: { userId: person.user.id } }, admin)
  const changes = [{ field: 'email', before: person.user.email, after: moved }]
  t.match(items.slice(0, 2), [{ action: 'email_confirmed', changes }, { action: 'email_change_requested', changes }])

  t.equal((await change({ email: thief, currentPassword: person.password })).json.pendingEmail, thief)
  t.equal((await change({ email: moved })).json.pendingEmail, null, 'the address in force takes back a pending one')
  for (let attempt = 0; attempt < 5; attempt++) await change({ email: thief, currentPassword: 'wrong' })
  isRefusal(t, await change({ email: thief, currentPassword: person.password }), 'auth.locked', 'who guesses is locked out')
  await settle(person.user.id)
  t.ok(!subjectsTo(thief).includes('Choose a new password'))
})

t.test('an account gets no more mails in an hour than MAILS_PER_HOUR', async t => {
  const person = await system.person()
  for (let hour = 40; hour < 46; hour++) await system.bookings.createBooking({ body: { roomId, title: 'One of many', startsAt: at(hour), endsAt: at(hour + 1) } }, person)
  const confirmations = async (): Promise<string[]> => (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(({ kind }) => kind === 'booking_confirmed').map(({ status }) => status)
  t.ok(await until(async () => (await confirmations()).filter(status => status !== 'queued').length === 6, 20_000))
  t.equal((await confirmations()).filter(status => status === 'sent').length, 4)
})

t.test('REQUIRE_CONFIRMED_EMAIL lets nobody log in or book before the address is confirmed', async t => {
  const strict = { environment: { REQUIRE_CONFIRMED_EMAIL: 'true' } }
  const [users, bookings] = [await system.anotherInstance('users', strict), await system.anotherInstance('bookings', strict)]
  const session = await register(`${unique()}@example.com`)
  const login = async (): Promise<RawAnswer> => await system.send(users, '/api/v1/auth/login', { method: 'POST', body: { login: session.user.username, password: session.password } })
  const book = async (token: string): Promise<RawAnswer> => await system.send(bookings, '/api/v1/bookings', { method: 'POST', token, body: { roomId, title: 'Confirmed', startsAt: at(50), endsAt: at(51) } })
  isRefusal(t, await login(), 'auth.email_unconfirmed', 'login')
  isRefusal(t, await book(session.accessToken), 'auth.email_unconfirmed', 'createBooking')
  const series = { roomId, title: 'Confirmed', startsAt: at(50), endsAt: at(51), recurrence: 'FREQ=DAILY;COUNT=2' }
  isRefusal(t, await system.send(bookings, '/api/v1/booking-series', { method: 'POST', token: session.accessToken, body: series }), 'auth.email_unconfirmed', 'createBookingSeries')
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, session.user.id) } })
  t.equal((await login()).status, 200)
  const renewed = await system.users.refreshSession({ body: { refreshToken: session.refreshToken } })
  t.equal((await book(renewed.accessToken)).status, 201)
})
