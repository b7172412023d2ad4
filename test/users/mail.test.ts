import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Notification, NotificationKind } from '../../shared/contract/generated/users.schemas.ts'
import { alwaysOpen } from '../bookings/support.ts'
import { visit } from '../reviews/visits.ts'
import { readCalendar } from '../support/calendar.ts'
import { confirmationToken, mailToPerson, newcomer, startMailServer, type ReceivedMail } from '../support/mail.ts'
import { sharedSystem, testSystem, type Person, type TestSystem } from '../support/system.ts'

const hostile = '<script>alert("x")</script> & Söhne; plan, B'
let system: TestSystem
let manager: Person
let roomId: string
let day = 1

t.before(async () => {
  system = await sharedSystem(t)
  manager = await system.person('facility_manager')
  roomId = (await system.rooms.createRoom({ body: { name: 'Aurora <b>', building: 'North', floor: 3, capacity: 8, timeZone: 'Europe/Berlin', openingHours: alwaysOpen, description: '', amenities: [] } }, manager)).id
})

async function book (person: Person, title = 'Planning'): Promise<{ id: string, startsAt: string, endsAt: string }> {
  const from = new Date(Math.floor(Date.now() / 86_400_000 + ++day) * 86_400_000 + 10 * 3_600_000)
  return await system.bookings.createBooking({ body: { roomId, title, startsAt: from.toISOString(), endsAt: new Date(from.getTime() + 3_600_000).toISOString() } }, person)
}

async function notifications (person: Person, kind: NotificationKind, of = system): Promise<Notification[]> {
  return (await of.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(notification => notification.kind === kind)
}

async function mailTo (person: Person, subject: RegExp): Promise<ReceivedMail> {
  return await mailToPerson(system, person, subject)
}

t.test('confirmEmail: a welcome goes out once', async t => {
  const person = await newcomer(system)
  const mail = await mailTo(person, /Welcome/)
  t.match(mail.parts['text/plain'], person.user.username)
  t.ok(await until(async () => (await notifications(person, 'welcome'))[0]?.status === 'sent', 10_000))
  t.match(await notifications(person, 'welcome'), [{ attempts: 1, recipient: person.user.email }])
  t.same((await system.users.exportMyData({}, person)).notifications, await notifications(person, 'welcome'), 'exported with the other data of the person')
})

t.test('createBooking and cancelBooking: an invitation that calendars take, and its end', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { timeZone: 'America/New_York', locale: 'en-GB', fullName: 'Pat "The <i>" Person' } }, person)
  const booking = await book(person, hostile)
  const mail = await mailTo(person, /^Booking confirmed/)
  const { method, events: [component], shown } = readCalendar(mail.parts['text/calendar'] ?? '')
  t.equal(mail.headers['subject'], `Booking confirmed: ${hostile}`)
  t.match(mail.headers['message-id'], /^<[0-9a-f-]{36}\.1@/)
  t.equal(method, 'REQUEST')
  t.same(shown, [{ uid: booking.id, startsAt: booking.startsAt, endsAt: booking.endsAt, summary: hostile, location: 'Aurora <b> (North, floor 3)', status: 'CONFIRMED' }])
  t.equal(component?.getFirstPropertyValue('sequence'), 1)
  t.equal(component?.getFirstProperty('dtstart')?.getFirstParameter('tzid'), 'Europe/Berlin')
  t.match(component?.getFirstPropertyValue('organizer'), /^mailto:/)
  t.equal(component?.getFirstPropertyValue('attendee'), `mailto:${person.user.email}`)
  t.equal(component?.getFirstProperty('attendee')?.getFirstParameter('cn'), 'Pat "The <i>" Person')

  const { 'text/html': html = '', 'text/plain': text = '' } = mail.parts
  t.notMatch(html, /<script>|<b>|<i>/, 'nothing that people wrote is markup')
  t.match(html, '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Söhne')
  t.match(text, hostile)
  t.match(text, /\d{2}:00.*\(America\/New_York\)/, 'in the time zone of the reader')
  t.match(text, /\(Europe\/Berlin\), where the room is/)

  await system.bookings.cancelBooking({ params: { bookingId: booking.id }, body: { reason: 'ill' } }, person)
  const { method: end, events: [ended], shown: [over] } = readCalendar((await mailTo(person, /^Booking cancelled/)).parts['text/calendar'] ?? '')
  t.match({ end, sequence: ended?.getFirstPropertyValue('sequence'), ...over }, { end: 'CANCEL', sequence: 2, uid: booking.id, status: 'CANCELLED' })
  t.match(await notifications(person, 'booking_reminder'), [{ status: 'suppressed' }], 'nobody is reminded of it')
})

t.test('updateProfile: who does not want a mail gets none, and the log says so', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { notifications: { bookingCreated: false } } }, person)
  const { id } = await book(person)
  await system.bookings.cancelBooking({ params: { bookingId: id }, body: {} }, person)
  await mailTo(person, /^Booking cancelled/)
  t.match(await notifications(person, 'booking_confirmed'), [{ status: 'suppressed', attempts: 0, sentAt: null }])
})

t.test('an event that comes again makes no second mail', async t => {
  const person = await system.person()
  await book(person)
  await mailTo(person, /^Booking confirmed/)
  await system.sql.bookings.execute('UPDATE outbox SET published_at = NULL')
  t.ok(await until(async () => {
    const [rows] = await system.sql.bookings.query('SELECT COUNT(*) AS count FROM outbox WHERE published_at IS NULL')
    return (rows as Array<{ count: number }>)[0]?.count === 0
  }, 10_000), 'published again')
  await book(person, 'Another')
  await mailTo(person, /Another/)
  t.equal((await notifications(person, 'booking_confirmed')).length, 2)
})

t.test('a reminder comes before the start, and is dropped once it is too late', async t => {
  const person = await system.person()
  const [soon, late] = [await book(person, 'Soon'), await book(person, 'Late')]
  t.ok(await until(async () => (await notifications(person, 'booking_reminder')).length === 2, 10_000))
  await system.sql.users.execute('UPDATE notification_event JOIN notification ON notification.id = notification_id SET data = REPLACE(data, ?, ?) WHERE cause = ?', [late.startsAt, new Date(Date.now() - 1000).toISOString(), late.id])
  await system.sql.users.execute('UPDATE notification SET due_at = created_at WHERE cause IN (?, ?)', [soon.id, late.id])
  await mailTo(person, /begins soon: Soon/)
  t.ok(await until(async () => (await notifications(person, 'booking_reminder')).some(({ status, subject }) => status === 'suppressed' && subject.endsWith('Late')), 10_000))
})

t.test('updateBooking: a reminder that waits tells of the new time, even when that is too soon for another', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { locale: 'en-GB', timeZone: 'Europe/Berlin' } }, person)
  const { id: bookingId } = await book(person, 'Moved')
  t.ok(await until(async () => (await notifications(person, 'booking_reminder')).length === 1, 10_000))
  const startsAt = new Date(Math.ceil(Date.now() / 60_000 + 7) * 60_000)
  await system.bookings.updateBooking({ params: { bookingId }, body: { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 1_800_000).toISOString() } }, person)
  await mailTo(person, /changed: Moved/)
  await system.sql.users.execute("UPDATE notification SET due_at = created_at WHERE cause = ? AND status = 'queued'", [bookingId])
  const { parts } = await mailTo(person, /begins soon: Moved/)
  t.match(parts['text/plain'], new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(startsAt))
  t.equal((await notifications(person, 'booking_reminder')).length, 1)
})

t.test('confirmEmail: mails that wait go to the new address, but that which tells the old one of it', async t => {
  const person = await system.person()
  await book(person, 'Far ahead')
  t.ok(await until(async () => (await notifications(person, 'booking_reminder')).length === 1, 10_000))
  const email = `moved-${person.user.email}`
  await system.users.updateProfile({ body: { email, currentPassword: person.password } }, person)
  t.match(await notifications(person, 'booking_reminder'), [{ status: 'queued', recipient: person.user.email }], 'the old one stays in force')
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, person.user.id) } })
  t.match(await notifications(person, 'booking_reminder'), [{ status: 'queued', recipient: email }])
  t.match(await notifications(person, 'email_change'), [{ recipient: person.user.email }])
})

t.test('updateBooking: a reminder that is sent again goes to the address of now', async t => {
  const person = await system.person()
  const booking = await book(person, 'Twice')
  t.ok(await until(async () => (await notifications(person, 'booking_reminder')).length === 1, 10_000))
  await system.sql.users.execute('UPDATE notification SET due_at = created_at WHERE cause = ?', [booking.id])
  await mailTo(person, /begins soon: Twice/)
  t.ok(await until(async () => (await notifications(person, 'booking_reminder'))[0]?.status === 'sent', 10_000))
  const email = `moved-${person.user.email}`
  await system.users.updateProfile({ body: { email, currentPassword: person.password } }, person)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, person.user.id) } })
  const later = (time: string): string => new Date(Date.parse(time) + 3_600_000).toISOString()
  await system.bookings.updateBooking({ params: { bookingId: booking.id }, body: { startsAt: later(booking.startsAt), endsAt: later(booking.endsAt) } }, person)
  t.ok(await until(async () => (await notifications(person, 'booking_reminder'))[0]?.status === 'queued', 10_000))
  t.match(await notifications(person, 'booking_reminder'), [{ recipient: email }])
})

t.test('updateProfile: reminders are a wish of their own, which counts when their time comes', async t => {
  const [quiet, punctual] = [await system.person(), await system.person()]
  await system.users.updateProfile({ body: { notifications: { bookingCreated: false } } }, punctual)
  const [unwanted, wanted] = [await book(quiet, 'Unwanted'), await book(punctual, 'Wanted')]
  for (const person of [quiet, punctual]) t.ok(await until(async () => (await notifications(person, 'booking_reminder')).length === 1, 10_000))
  await system.users.updateProfile({ body: { notifications: { bookingReminder: false } } }, quiet)
  await system.sql.users.execute('UPDATE notification SET due_at = created_at WHERE cause IN (?, ?)', [unwanted.id, wanted.id])
  await mailTo(punctual, /begins soon: Wanted/)
  t.ok(await until(async () => (await notifications(quiet, 'booking_reminder'))[0]?.status === 'suppressed', 10_000))
})

t.test('flagReview: every active moderator and admin is told once', async t => {
  const [author, reader, moderator, admin, gone, tired] = await Promise.all([system.person(), system.person(), system.person('moderator'), system.person('admin'), system.person('moderator'), system.person('moderator')])
  await system.users.updateUser({ params: { userId: gone.user.id }, body: { status: 'disabled' } }, admin)
  await system.users.updateProfile({ body: { notifications: { reviewFlagged: false } } }, tired)
  await visit(system, roomId, author)
  const review = await system.reviews.createReview({ body: { roomId, rating: 2 } }, author)
  await system.reviews.flagReview({ params: { reviewId: review.id }, body: { reason: 'spam' } }, reader)
  for (const person of [moderator, admin]) {
    t.match((await mailTo(person, /review was flagged/)).parts['text/plain'], review.id)
    t.match(await notifications(person, 'review_flagged'), [{ status: 'sent' }])
  }
  t.match(await notifications(tired, 'review_flagged'), [{ status: 'suppressed' }])
  t.same(await notifications(reader, 'review_flagged'), [], 'nobody else')
  const [rows] = await system.sql.users.query('SELECT id FROM notification WHERE user_id = ? AND kind = \'review_flagged\'', [gone.user.id])
  t.same(rows, [])
})

t.test('login: its account\'s holder is told of a new device and of a lock', async t => {
  const person = await system.person()
  const login = async (password: string, device: string): Promise<number> => (await system.send('users', '/api/v1/auth/login', { method: 'POST', headers: { 'user-agent': device }, body: { login: person.user.username, password } })).status
  t.equal(await login(person.password, 'Firefox <b>'), 200)
  t.equal(await login(person.password, 'Firefox <b>'), 200)
  t.match((await mailTo(person, /new sign-in/)).parts['text/plain'], /Device: +Firefox <b>/)
  for (let failure = 0; failure < 7; failure++) await login('wrong', 'Firefox <b>')
  await mailTo(person, /locked/)
  t.equal((await notifications(person, 'new_sign_in')).length, 1)
  t.equal((await notifications(person, 'account_locked')).length, 1)
})

t.test('deleteMyAccount: the log forgets whom mails went to', async t => {
  const person = await newcomer(system)
  await mailTo(person, /Welcome/)
  await system.users.deleteMyAccount({ body: { password: person.password } }, person)
  const [rows] = await system.sql.users.query('SELECT recipient, subject FROM notification WHERE user_id = ?', [person.user.id])
  t.ok((rows as RowDataPacket[]).length > 0)
  for (const row of rows as RowDataPacket[]) t.same(row, { recipient: 'deleted@users.invalid', subject: '' })
})

t.test('a mail server that is down: mails wait, everything else goes on', async t => {
  const port = await freePort()
  const own = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${port}` })
  const person = await newcomer(own)
  t.ok(await until(async () => (await notifications(person, 'welcome', own))[0]?.attempts === 1, 15_000), 'tried')
  t.match(await notifications(person, 'welcome', own), [{ status: 'queued', sentAt: null }])
  t.equal((await own.send('users', '/ready')).status, 200)

  const server = await startMailServer(port)
  t.teardown(server.stop)
  const unreachable = await newcomer(own)
  server.refuse(new RegExp(unreachable.user.email))
  t.ok(await until(async () => (await notifications(person, 'welcome', own))[0]?.status === 'sent', 20_000), 'sent in the end')
  t.equal(server.mails.filter(({ headers }) => headers['to']?.includes(person.user.email)).length, 1)
  t.ok(await until(async () => (await notifications(unreachable, 'welcome', own))[0]?.status === 'failed', 20_000), 'a mailbox that does not exist is given up')
})
