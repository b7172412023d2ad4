import { createHash } from 'node:crypto'
import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { harmlessTitle } from '../../services/users/domain/harmless-title.ts'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { readCalendar } from '../support/calendar.ts'
import { calendarProgram, type CalendarProgram } from '../support/calendar-program.ts'
import { confirmationToken, mailToPerson, startMailServer, type ReceivedMail } from '../support/mail.ts'
import { isRefusal } from '../support/refusal.ts'
import { sharedSystem, testSystem, type Person, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

const publicUrl = 'https://rooms.example.com/users'
const perHour = 6
const perDay = 3
const mails: ReceivedMail[] = []
let system: TestSystem
let manager: Person
let roomId: string
let hours = 24
let guests = 0

t.before(async () => {
  const server = await startMailServer(await freePort(), mails)
  t.teardown(server.stop)
  system = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, PUBLIC_URL: `${publicUrl}/`, GUEST_MAILS_PER_HOUR: String(perHour), GUEST_MAILS_PER_DAY: String(perDay) })
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager, { name: 'Aurora', building: 'West', timeZone: 'Asia/Kolkata' })
})

type BookingCreate = Parameters<TestSystem['bookings']['createBooking']>[0]['body']
const newGuest = (): string => `guest-${process.pid}-${++guests}@example.net`
const book = async (person: Person, attendees: string[], more: Partial<BookingCreate> = {}, correlationId = 'correlation-1'): Promise<Booking> => {
  hours += 1
  return await system.bookings.createBooking({ body: { roomId, title: 'Planning', startsAt: at(hours), endsAt: at(hours + 1), attendees, ...more } }, { ...person, correlationId })
}
const mailsTo = (email: string): ReceivedMail[] => mails.filter(({ headers }) => headers['to']?.toLowerCase().includes(email.toLowerCase()))
const subjectsTo = (email: string): string[] => mailsTo(email).map(({ headers }) => headers['subject'] ?? '')
const programOf = (email: string): CalendarProgram => {
  const program = calendarProgram()
  program.take(...mailsTo(email))
  return program
}
const rows = async (sql: string, values: unknown[] = []): Promise<RowDataPacket[]> => (await system.sql.users.query<RowDataPacket[]>(sql, values))[0]
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Waits until users knows of so many events of a holder's bookings, and all that may be told of them is told. */
async function told (holder: Person, events: number): Promise<void> {
  const isTold = await until(async () => {
    const [known] = await rows("SELECT COUNT(*) AS count FROM notification WHERE user_id = ? AND status <> 'queued' AND kind LIKE 'booking\\_%' AND kind <> 'booking_reminder'", [holder.user.id])
    const due = await rows('SELECT id FROM attendee_mail WHERE waiting = 1 AND due_at <= UTC_TIMESTAMP(3)')
    return Number(known?.['count']) >= events && due.length === 0
  }, 30_000)
  if (!isTold) throw new Error('mails wait')
}

/** The link that stops mails, of the last mail to somebody. */
function stopLinkOf (email: string): string {
  const link = /^<(.*)>$/.exec(mailsTo(email).at(-1)?.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  system.secrets.add(link.split('/').at(-1) ?? '')
  return link
}
const open = async (link: string, request: RawRequest = {}): Promise<RawAnswer> => await system.send('users', link.replace(publicUrl, ''), request)

t.test('a guest is mailed title, room and time, and no other text of the sender', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  await system.users.updateProfile({ body: { fullName: 'Win at name.evil.example' } }, holder)
  const { id } = await book(holder, [guest], { title: 'Free <b>coins</b> at\u202e http://evil.example/x', description: 'Click evil-description.example' }, 'click.evil.example')
  await told(holder, 1)
  const [mail] = mailsTo(guest)
  t.equal(mail?.headers['subject'], 'Invitation: Free <b>coins</b> at http: //evil. example/x')
  t.notMatch(JSON.stringify(mail), /\w\.example\/x|evil-description|name\.evil|click\.evil|x-correlation-id|Hello ./, 'nothing else of the sender')
  t.match(mail?.parts['text/plain'], /^Hello,\n\nYou are invited\n/)
  t.match(mail?.parts['text/plain'], /Title: +Free.*\nRoom: +Aurora \(West, floor 1\)\nWhen: +.*\(Asia\/Kolkata\)\n/)
  t.match(mail?.parts['text/html'], 'Free &lt;b&gt;coins&lt;/b&gt; at http: //evil. example/x')
  const { shown, events: [event] } = readCalendar(mail?.calendars[0] ?? '')
  t.match(shown, [{ uid: id, summary: 'Free <b>coins</b> at http: //evil. example/x', location: 'Aurora (West, floor 1)' }])
  t.equal(event?.getFirstProperty('description'), null)
  await system.bookings.cancelBooking({ params: { bookingId: id }, body: { reason: 'Click evil-reason.example' } }, holder)
  await told(holder, 2)
  t.equal(mailsTo(guest).length, 2)
  t.notMatch(JSON.stringify(mailsTo(guest)[1]), /evil-reason/)
  t.same(await rows('SELECT id FROM attendee_mail WHERE recipient = ?', [guest]), [], 'the address is not kept')
})

t.test('titles for strangers are short, of one line, and without what mail programs make links of', async t => {
  for (const [title, harmless] of [
    ['Sprint planning', 'Sprint planning'],
    ['Budget 2.0, part 1: v1.2.3 at 10:30', 'Budget 2.0, part 1: v1.2.3 at 10:30'],
    ['www.evil.example', 'www. evil. example'],
    ['https://evil.example?a=b', 'https: //evil. example?a=b'],
    ['mail me@evil.example', 'mail me @ evil. example'],
    ['javascript:alert(1)', 'javascript: alert(1)'],
    ['evil。example and evil．example', 'evil。 example and evil． example'],
    ['a\u200bb\u202ec\r\nd\u2028e\u0000f', 'a b c d e f'],
    ['\u200b\u200b\u200b', 'Meeting'],
    ['😀'.repeat(100), `${'😀'.repeat(79)}…`]
  ] as const) t.equal(harmlessTitle(title), harmless)
})

t.test('stopMails: one click as a form of either kind, or nothing; getting the page changes nothing', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  const { id } = await book(holder, [guest])
  await told(holder, 1)
  const link = stopLinkOf(guest)
  const token = link.split('/').at(-1) ?? ''
  t.match(link, /^https:\/\/rooms\.example\.com\/users\/api\/v1\/mail-stops\/[\w-]{43}$/)
  t.equal(mailsTo(guest)[0]?.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
  t.match(mailsTo(guest)[0]?.parts['text/plain'], `open this page:\n${link}\n`)
  t.match(mailsTo(guest)[0]?.parts['text/html'], `<a href="${link}">`)
  t.match(await rows('SELECT token_hash FROM mail_stop_token WHERE email_hash = ?', [hashOf(guest)]), [{ token_hash: hashOf(token) }], 'only its hash is stored')

  const isStopped = async (): Promise<boolean> => (await rows('SELECT email_hash FROM mail_stop WHERE email_hash = ?', [hashOf(guest)])).length === 1
  const page = await open(link)
  t.match(page, { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, text: /<form method="post">/ })
  t.match(page.headers['content-security-policy'], /^(?!.*form-action)/, 'the form may be sent')
  t.equal((await open(link, { method: 'HEAD' })).status, 200)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  isRefusal(t, await open(link, { method: 'POST', headers: form, body: 'List-Unsubscribe=Never' }), 'request.invalid', 'another form')
  isRefusal(t, await open(link, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'no parts' }), 'request.malformed', 'no form')
  isRefusal(t, await open(link, { method: 'POST', body: { 'List-Unsubscribe': 'One-Click' } }), 'request.media_type_unsupported', 'JSON')
  t.notOk(await isStopped())

  t.match(await open(link, { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' }), { status: 200, text: /Mails are stopped/ })
  t.ok(await isStopped())
  await system.sql.users.query('DELETE FROM mail_stop WHERE email_hash = ?', [hashOf(guest)])
  const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  t.equal((await open(link, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: multipart })).status, 200)
  t.ok(await isStopped())
  await system.sql.users.query('DELETE FROM mail_stop WHERE email_hash = ?', [hashOf(guest)])
  for (let click = 0; click < 2; click++) t.equal((await open(link, { method: 'POST' })).status, 200, 'nothing, and again')
  t.equal((await open(link, { method: 'POST', headers: form, body: '' })).status, 200)
  t.ok(await isStopped())

  await book(holder, [guest])
  await system.bookings.cancelBooking({ params: { bookingId: id } }, holder)
  await told(holder, 3)
  t.equal(mailsTo(guest).length, 1, 'no more mails')
})

t.test('stopMails and getMailStopPage refuse a token that is made up or has expired, and a form goes to no other operation', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  await book(holder, [guest])
  await told(holder, 1)
  const link = stopLinkOf(guest)
  const unknown = link.replace(/[\w-]{43}$/, 'x'.repeat(43))
  isRefusal(t, await open(unknown), 'mail_stop.not_found', 'the page')
  isRefusal(t, await open(unknown, { method: 'POST' }), 'mail_stop.not_found', 'the click')
  await system.sql.users.query('UPDATE mail_stop_token SET expires_at = UTC_TIMESTAMP(3) WHERE email_hash = ?', [hashOf(guest)])
  isRefusal(t, await open(link, { method: 'POST' }), 'mail_stop.not_found', 'expired')
  await system.apps.users.jobs.run('forget what has expired')
  t.same(await rows('SELECT token_hash FROM mail_stop_token WHERE email_hash = ?', [hashOf(guest)]), [])
  isRefusal(t, await system.send('users', '/api/v1/auth/login', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'login=a&password=b' }), 'request.media_type_unsupported', 'login')
})

t.test('confirmEmail allows mails to a stopped address again', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  await book(holder, [guest])
  await told(holder, 1)
  await open(stopLinkOf(guest), { method: 'POST' })
  const { user } = await system.users.registerUser({ body: { username: `g-${process.pid}-${guests}`, email: guest, fullName: 'Gus Guest', password: 'staple battery horse correct' } })
  t.ok(await until(() => subjectsTo(guest).includes('Confirm your e-mail address'), 20_000), 'the confirmation mail comes')
  await book(holder, [guest], { title: 'Still stopped' })
  await told(holder, 2)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, user.id) } })
  await book(holder, [guest], { title: 'Allowed again' })
  await told(holder, 3)
  t.match(subjectsTo(guest).filter(subject => subject.startsWith('Invitation')), ['Invitation: Planning', 'Invitation: Allowed again'])
  t.match(mailsTo(guest).at(-1), { headers: { 'list-unsubscribe': undefined }, parts: { 'text/plain': /^Hello Gus Guest,/ } }, 'as of a user')
})

t.test('one sender brings few mails to guests an hour; more wait, and cancellations do not', async t => {
  const [holder, all] = [await system.person(), Array.from({ length: perHour + 2 }, newGuest)]
  const { id: bookingId } = await book(holder, all)
  await told(holder, 1)
  const mailed = all.filter(guest => mailsTo(guest).length > 0)
  t.equal(mailed.length, perHour)
  t.equal(all.flatMap(mailsTo).length, perHour)
  const waiting = await rows('SELECT due_at FROM attendee_mail WHERE waiting = 1 AND thread = ?', [bookingId])
  t.equal(waiting.length, 2)
  t.ok(waiting.every(({ due_at: dueAt }) => dueAt > Date.now() + 3_000_000 && dueAt <= Date.now() + 3_600_000), 'for an hour')
  await system.bookings.updateBooking({ params: { bookingId }, body: { title: 'Renamed' } }, holder)
  await told(holder, 2)
  t.equal(all.flatMap(mailsTo).length, perHour)

  await system.sql.users.query('UPDATE mail_count SET expires_at = UTC_TIMESTAMP(3) WHERE subject = ?', [hashOf(`guests-of:${holder.user.id}`)])
  await system.sql.users.query('UPDATE attendee_mail SET due_at = UTC_TIMESTAMP(3) WHERE waiting = 1 AND thread = ?', [bookingId])
  await told(holder, 2)
  t.equal(all.flatMap(mailsTo).length, 2 * perHour, 'an hour later')
  for (const guest of all) {
    if (mailsTo(guest).length === 0) continue
    t.same(programOf(guest).strays, [])
    t.ok(programOf(guest).shown().every(({ uid }) => uid === bookingId))
  }
  await system.bookings.cancelBooking({ params: { bookingId } }, holder)
  await told(holder, 3)
  for (const guest of all) t.same([programOf(guest).shown(), programOf(guest).strays], [[], []])
  t.same(await rows('SELECT id FROM attendee_mail WHERE waiting = 1 AND thread = ?', [bookingId]), [], 'what waited is obsolete')
})

t.test('one address gets few mails a day, from all senders together', async t => {
  const guest = newGuest()
  const made: Booking[] = []
  for (let sender = 0; sender < perDay + 2; sender++) {
    const holder = await system.person()
    made.push(await book(holder, [guest.toUpperCase()]))
    await told(holder, 1)
  }
  t.equal(mailsTo(guest).length, perDay)
  for (const { id } of made) await system.bookings.cancelBooking({ params: { bookingId: id } }, manager)
  t.ok(await until(() => mailsTo(guest).length === 2 * perDay, 30_000))
  t.same([programOf(guest).shown(), programOf(guest).strays], [[], []], 'every invitation is taken back')
})

t.test('deleteMyAccount erases what is kept of its address: what waits, what was announced, and the counts', async t => {
  const [holder, guest, leaver] = [await system.person(), newGuest(), await system.person()]
  await system.users.updateProfile({ body: { email: guest, currentPassword: leaver.password } }, leaver)
  await book(holder, [guest])
  await told(holder, 1)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, leaver.user.id) } })
  await book(holder, [guest])
  await told(holder, 2)
  t.equal(subjectsTo(guest).filter(subject => subject.startsWith('Invitation')).length, 2, 'as a guest, and as a user')
  await system.sql.users.query("INSERT INTO attendee_mail (id, email_hash, recipient, thread, is_series, kind, subject, due_at, correlation_id, created_at) VALUES (UUID(), ?, ?, UUID(), 0, 'invitation', '', UTC_TIMESTAMP(3) + INTERVAL 1 DAY, '', UTC_TIMESTAMP(3))", [hashOf(guest), guest])
  const kept = async (): Promise<number> => (await rows(`SELECT email_hash FROM attendee_mail WHERE email_hash = ? OR recipient = ? UNION ALL SELECT addressee FROM calendar_entry WHERE addressee = ? UNION ALL SELECT email_hash FROM mail_stop_token WHERE email_hash = ?
    UNION ALL SELECT subject FROM mail_count WHERE subject IN (?, ?)`, [hashOf(guest), guest, hashOf(guest), hashOf(guest), hashOf(`guest:${hashOf(guest)}`), hashOf(`confirmation:${guest}`)])).length
  t.ok(await kept() >= 6)
  await system.users.deleteMyAccount({ body: { password: leaver.password } }, leaver)
  t.ok(await until(async () => await kept() === 0, 20_000))
})

t.test('a system without TLS names the link, and promises no click', async t => {
  const own = await sharedSystem(t)
  const [holder, guest] = [await own.person(), newGuest()]
  const room = await makeRoom(own, await own.person('facility_manager'))
  await own.bookings.createBooking({ body: { roomId: room, title: 'Plain', startsAt: at(30), endsAt: at(31), attendees: [guest] } }, holder)
  const { headers } = await mailToPerson(own, { user: { email: guest } } as Person, /^Invitation/)
  t.match(headers['list-unsubscribe'], `<${own.urls.users}/api/v1/mail-stops/`)
  t.equal(headers['list-unsubscribe-post'], undefined)
  own.secrets.add(/([\w-]{43})>$/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '')
})
