/** Those who may approve are told of what waits for it. */
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Notification } from '../../shared/contract/generated/users.schemas.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { startMailServer, type ReceivedMail } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let server: Awaited<ReturnType<typeof startMailServer>>
let manager: Person
let roomId: string
let hours = 24

t.before(async () => {
  server = await startMailServer(await freePort())
  t.teardown(server.stop)
  system = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAILS_PER_HOUR: '1000' })
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager, { name: 'Aurora', building: 'East', policy: { requiresApproval: true } })
})

const book = async (person: Person, title: string, more: object = {}) => {
  hours += 2
  return await system.bookings.createBooking({ body: { roomId, title, startsAt: at(hours), endsAt: at(hours + 1), ...more } }, person)
}
const series = async (person: Person, title: string, count: number) => {
  hours += 2
  return await system.bookings.createBookingSeries({ body: { roomId, title, startsAt: at(hours), endsAt: at(hours + 1), recurrence: `FREQ=DAILY;INTERVAL=30;COUNT=${count}` } }, person)
}
const requests = async (person: Person, title: string): Promise<Notification[]> =>
  (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(({ kind, subject }) => kind === 'approval_requested' && subject.endsWith(title))
const mailsTo = ({ user: { email } }: Person, title: string): ReceivedMail[] =>
  server.mails.filter(({ headers }) => headers['to']?.includes(email) && headers['subject'] === `Waits for your approval: ${title}`)
/** Waits until mails about what has this title are as they should be. */
const become = async (person: Person, title: string, ...statuses: Array<Notification['status']>): Promise<boolean> =>
  await until(async () => {
    await system.sql.users.execute("UPDATE notification SET due_at = created_at WHERE user_id = ? AND status = 'queued' AND last_error IS NOT NULL", [person.user.id])
      .catch((error: unknown) => { if ((error as { code?: string }).code !== 'ER_LOCK_DEADLOCK') throw error })
    return JSON.stringify((await requests(person, title)).map(({ status }) => status)) === JSON.stringify(statuses)
  }, 30_000)

t.test('createBooking that waits for approval: every active facility manager and admin is told once who asks for what, and how to decide', async t => {
  const [holder, admin, gone, tired, moderator] = await Promise.all([system.person(), system.person('admin'), system.person('facility_manager'), system.person('facility_manager'), system.person('moderator')])
  await system.users.updateProfile({ body: { fullName: 'Casey <Case>', timeZone: 'Europe/Berlin' } }, holder)
  await system.users.updateProfile({ body: { locale: 'en-GB', timeZone: 'UTC' } }, manager)
  await system.users.updateUser({ params: { userId: gone.user.id }, body: { status: 'disabled' } }, admin)
  t.equal(tired.user.notifications.approvalRequested, true, 'wanted unless it is said otherwise')
  await system.users.updateProfile({ body: { notifications: { approvalRequested: false } } }, tired)
  const { id } = await book(holder, 'Board', { description: 'Agenda', attendees: ['guest@example.com'] })
  for (const person of [manager, admin]) t.ok(await become(person, 'Board', 'sent'))
  const [mail, ...others] = mailsTo(manager, 'Board')
  t.same(others, [])
  t.match(mail?.parts['text/plain'], /Casey <Case> asks for this room\./)
  t.match(mail?.parts['text/plain']?.replaceAll(/\s+/g, ' '), `approveBooking (POST /api/v1/bookings/${id}/approve), or turn it down with rejectBooking (POST /api/v1/bookings/${id}/reject)`)
  t.match(mail?.parts['text/plain'], new RegExp(`Who: +Casey <Case> \\(${holder.user.username}\\)\nTitle: +Board\nRoom: +Aurora \\(East, floor 1\\)\nWhen: .*${at(hours).slice(11, 16)}.*\\(UTC\\)\nDescription: +Agenda\n`))
  t.match(mail?.parts['text/html'], 'Casey &lt;Case&gt;')
  t.notMatch(mail?.parts['text/plain'], 'guest@example.com')
  t.same(mail?.calendars, [])
  t.match(await requests(tired, 'Board'), [{ status: 'suppressed' }])
  for (const person of [holder, moderator]) t.same(await requests(person, 'Board'), [], 'nobody else')
  const [rows] = await system.sql.users.query('SELECT id FROM notification WHERE user_id = ? AND kind = \'approval_requested\'', [gone.user.id])
  t.same(rows, [])
})

t.test('createBookingSeries that waits for approval: one mail, with the calls that decide on the series', async t => {
  const holder = await system.person()
  const { series: { id }, bookings } = await series(holder, 'Course', 3)
  t.ok(await become(manager, 'Course', 'sent'))
  const [mail] = mailsTo(manager, 'Course')
  t.match(mail?.parts['text/plain'], /3 bookings wait for your approval/)
  t.match(mail?.parts['text/plain']?.replaceAll(/\s+/g, ' '), `approveBookingSeries (POST /api/v1/booking-series/${id}/approve), or turn it down with rejectBookingSeries (POST /api/v1/booking-series/${id}/reject)`)
  t.equal(mail?.parts['text/plain']?.match(/\(UTC\)/g)?.length, 3)
  await system.bookings.updateBooking({ params: { bookingId: bookings[0]!.id }, body: { title: 'Course moved', startsAt: at(hours + 1), endsAt: at(hours + 2) } }, holder)
  t.ok(await become(manager, 'Course moved', 'sent'), 'one of it asks for another time')
  t.match(mailsTo(manager, 'Course moved')[0]?.parts['text/plain']?.replaceAll(/\s+/g, ' '), `approveBooking (POST /api/v1/bookings/${bookings[0]!.id}/approve)`)
})

t.test('updateBookingSeries that splits a series that waits: the new half is asked for, the old one not again', async t => {
  const holder = await system.person()
  const { series: { id: seriesId }, bookings } = await series(holder, 'Whole course', 4)
  t.ok(await become(manager, 'Whole course', 'sent'))
  const split = await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'following', from: bookings[2]!.originalStartsAt!, title: 'Second half' } }, holder)
  t.ok(await become(manager, 'Second half', 'sent'))
  t.match(mailsTo(manager, 'Second half')[0]?.parts['text/plain'], /2 bookings wait for your approval/)
  t.match(mailsTo(manager, 'Second half')[0]?.parts['text/plain']?.replaceAll(/\s+/g, ' '), `/api/v1/booking-series/${split.series.id}/approve`)
  t.equal(mailsTo(manager, 'Whole course').length, 1)
})

t.test('a facility manager who asks gets no mail about the own request, the others do', async t => {
  const [asking, other] = [await system.person('facility_manager'), await system.person('facility_manager')]
  await book(asking, 'Mine')
  t.ok(await become(other, 'Mine', 'sent'))
  t.same(await requests(asking, 'Mine'), [])
  t.ok((await system.users.listMyNotifications({ query: {} }, asking)).items.some(({ kind }) => kind === 'booking_pending'), 'but that the own booking waits')
})

t.test('updateBooking of one that waits: another time is asked for by another mail, another title is not', async t => {
  const holder = await system.person()
  const { id: bookingId } = await book(holder, 'Early')
  t.ok(await become(manager, 'Early', 'sent'))
  await system.bookings.updateBooking({ params: { bookingId }, body: { description: 'With coffee' } }, holder)
  await system.bookings.updateBooking({ params: { bookingId }, body: { title: 'Late', startsAt: at(hours + 0.5), endsAt: at(hours + 1) } }, holder)
  t.ok(await become(manager, 'Late', 'sent'))
  t.match(mailsTo(manager, 'Late'), [{ parts: { 'text/plain': /:30/ } }])
  t.equal(mailsTo(manager, 'Early').length, 1)
})

t.test('what is decided or cancelled before the mail has left is not asked for', async t => {
  const holder = await system.person()
  server.defer(true)
  const [approved, rejected, cancelled, closed, standing] = [await book(holder, 'Approved'), await book(holder, 'Rejected'), await book(holder, 'Cancelled'), await book(holder, 'Closed'), await book(holder, 'Standing')]
  const [whole, parts, rest] = [await series(holder, 'Whole', 2), await series(holder, 'Parts', 2), await series(holder, 'Rest', 2)]
  for (const title of ['Approved', 'Rejected', 'Cancelled', 'Closed', 'Standing', 'Whole', 'Parts', 'Rest']) t.ok(await become(manager, title, 'queued'), title)
  await system.bookings.approveBooking({ params: { bookingId: approved.id } }, manager)
  await system.bookings.rejectBooking({ params: { bookingId: rejected.id } }, manager)
  await system.bookings.cancelBooking({ params: { bookingId: cancelled.id } }, holder)
  await system.rooms.createClosure({ body: { roomId, startsAt: closed.startsAt, endsAt: closed.endsAt, reason: 'Paint', bookings: 'cancel' } }, manager)
  await system.bookings.rejectBookingSeries({ params: { seriesId: whole.series.id } }, manager)
  for (const { id: bookingId } of parts.bookings) await system.bookings.approveBooking({ params: { bookingId } }, manager)
  await system.bookings.approveBooking({ params: { bookingId: rest.bookings[0]!.id } }, manager)
  const told = ['booking_confirmed', 'booking_rejected', 'booking_cancelled']
  t.ok(await until(async () => (await system.users.listMyNotifications({ query: { limit: 100 } }, holder)).items.filter(({ kind }) => told.includes(kind)).length === 8, 20_000))
  server.defer(false)
  for (const title of ['Approved', 'Rejected', 'Cancelled', 'Closed', 'Whole', 'Parts']) {
    t.ok(await become(manager, title, 'suppressed'), title)
    t.same(mailsTo(manager, title), [])
  }
  t.ok(await become(manager, 'Standing', 'sent'))
  t.ok(await become(manager, 'Rest', 'sent'))
  t.match(mailsTo(manager, 'Rest')[0]?.parts['text/plain'], /A booking waits for your approval/, 'only what is left of it')
  t.ok(standing)
})

t.test('deleteMyAccount and a change of role before the mail has left: nobody is asked', async t => {
  const [holder, demoted, admin] = [await system.person(), await system.person('facility_manager'), await system.person('admin')]
  server.defer(true)
  await book(holder, 'Orphan')
  for (const person of [demoted, admin]) t.ok(await become(person, 'Orphan', 'queued'))
  await system.users.updateUser({ params: { userId: demoted.user.id }, body: { role: 'user' } }, admin)
  await system.users.deleteMyAccount({ body: { password: holder.password } }, holder)
  server.defer(false)
  t.ok(await become(admin, 'Orphan', 'suppressed'))
  const session = await system.users.login({ body: { login: demoted.user.username, password: demoted.password } })
  t.ok(await become({ ...demoted, token: session.accessToken }, 'Orphan', 'suppressed'))
  t.same([...mailsTo(admin, 'Orphan'), ...mailsTo(demoted, 'Orphan')], [])
})

t.test('createBooking with a hundred facility managers: all are told in one transaction of few statements', async t => {
  const holder = await system.person()
  await system.sql.users.execute(`INSERT INTO user (id, username, username_key, email, email_key, email_confirmed_at, full_name, password_hash, role, version, created_at, updated_at)
    WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 100)
    SELECT CONCAT('01939c9e-4b7c-7a54-9d0e-', LPAD(n, 12, '0')), CONCAT('crowd', n), CONCAT('crowd', n), CONCAT('crowd', n, '@example.com'), CONCAT('crowd', n, '@example.com'), UTC_TIMESTAMP(3), 'Crowd', '', 'facility_manager', 1, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM numbers`)
  const statements = await countingStatements()
  await book(holder, 'Crowded')
  const count = async (): Promise<number> => ((await system.sql.users.query("SELECT COUNT(*) AS count FROM notification WHERE subject = 'Waits for your approval: Crowded'"))[0] as Array<{ count: number }>)[0]?.count ?? 0
  t.ok(await until(async () => await count() >= 100, 20_000))
  t.ok(statements.ofLargest() < 30, `${statements.ofLargest()} statements`)
})

/** Counts the statements of transactions of users. */
async function countingStatements (): Promise<{ ofLargest: () => number }> {
  const { database } = system.apps.users
  const transaction = database.transaction
  let largest = 0
  database.transaction = async work => await transaction(async inner => {
    let statements = 0
    const counted = <Arguments extends unknown[], Result>(run: (...args: Arguments) => Result) => (...args: Arguments): Result => {
      statements += 1
      largest = Math.max(largest, statements)
      return run(...args)
    }
    return await work({ ...inner, rows: counted(inner.rows) as typeof inner.rows, row: counted(inner.row) as typeof inner.row, write: counted(inner.write) })
  })
  t.teardown(() => { database.transaction = transaction })
  return { ofLargest: () => largest }
}
