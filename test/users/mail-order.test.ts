import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { calendarProgram, type CalendarProgram } from '../support/calendar-program.ts'
import { startMailServer, type ReceivedMail } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

/** Two instances of users send to one mail server, which can make them try again. */
let system: TestSystem
let server: Awaited<ReturnType<typeof startMailServer>>
let manager: Person
let roomId: string
let approvedRoomId: string
let hours = 24

t.before(async () => {
  server = await startMailServer(await freePort())
  t.teardown(server.stop)
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}` }
  system = await testSystem(t, environment)
  await system.anotherInstance('users', { environment })
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager, { timeZone: 'Europe/Berlin' })
  approvedRoomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
})

const book = async (person: Person, title: string, more: { roomId?: string, description?: string, startsAt?: string, endsAt?: string } = {}) => {
  hours += 1
  return await system.bookings.createBooking({ body: { roomId, title, startsAt: at(hours), endsAt: at(hours + 1), ...more } }, person)
}
const mailsTo = ({ user: { email } }: Person): ReceivedMail[] => server.mails.filter(({ headers }) => headers['to']?.includes(email) && /Booking/.test(headers['subject'] ?? ''))
const programOf = (person: Person): CalendarProgram => {
  const program = calendarProgram()
  program.take(...mailsTo(person))
  return program
}

/** Waits until so many mails about bookings to somebody are settled, reminders aside. */
async function settled (person: Person, count: number): Promise<void> {
  const isSettled = await until(async () => {
    // Mails that wait for another attempt are tried at once, not those that an attempt is under way for. The job may hold their rows: then the next round does it.
    await system.sql.users.execute("UPDATE notification SET due_at = created_at WHERE user_id = ? AND status = 'queued' AND last_error IS NOT NULL AND kind <> 'booking_reminder' AND due_at < UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE", [person.user.id])
      .catch((error: unknown) => { if ((error as { code?: string }).code !== 'ER_LOCK_DEADLOCK') throw error })
    const { items } = await system.users.listMyNotifications({ query: { limit: 100 } }, person)
    const about = items.filter(({ kind }) => kind.startsWith('booking_') && kind !== 'booking_reminder')
    return about.length >= count && about.every(({ status }) => status !== 'queued')
  }, 60_000)
  if (!isSettled) throw new Error(`not ${count} mails to ${person.user.username} are settled`)
}

/**
 * Lets the mail server take mails again once users knows of so many events of somebody's bookings, and waits until their mails are settled.
 * What was composed before the last of them came is refused first: an attempt that is under way holds its mail for two minutes, and one
 * that has failed waits for less than one.
 */
async function release (person: Person, count: number): Promise<void> {
  await queued(person, count)
  const isIdle = await until(async () => {
    const [rows] = await system.sql.users.query("SELECT id FROM notification WHERE user_id = ? AND status = 'queued' AND kind <> 'booking_reminder' AND due_at > UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE", [person.user.id])
    return (rows as unknown[]).length === 0
  }, 60_000)
  if (!isIdle) throw new Error(`mails to ${person.user.username} are still under way`)
  server.defer(false)
  await settled(person, count)
}

/** Waits until users knows of so many events of somebody's bookings. */
async function queued (person: Person, count: number): Promise<void> {
  const areQueued = await until(async () => (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(({ kind }) => kind.startsWith('booking_') && kind !== 'booking_reminder').length === count, 60_000)
  if (!areQueued) throw new Error(`not ${count} mails to ${person.user.username} are queued`)
}

t.test('cancelBooking before the confirmation has left: no invitation, no cancellation for calendars, one mail', async t => {
  const person = await system.person()
  server.defer(true)
  for (let pair = 0; pair < 4; pair++) {
    const { id: bookingId } = await book(person, `Pair ${pair}`)
    await system.bookings.cancelBooking({ params: { bookingId }, body: { reason: 'ill' } }, person)
  }
  await release(person, 8)
  t.same(mailsTo(person).map(({ headers }) => headers['subject']).sort(), [0, 1, 2, 3].map(pair => `Booking cancelled: Pair ${pair}`))
  t.same(mailsTo(person).flatMap(({ calendars }) => calendars), [])
})

t.test('mails about one booking leave in order, also when the first has to be tried again', async t => {
  const person = await system.person()
  const [kept, dropped] = [await book(person, 'Kept'), await book(person, 'Dropped')]
  await settled(person, 2)
  server.defer(true)
  for (const title of ['Kept and renamed', 'Kept and renamed twice']) await system.bookings.updateBooking({ params: { bookingId: kept.id }, body: { title } }, person)
  await system.bookings.updateBooking({ params: { bookingId: dropped.id }, body: { title: 'Dropped soon' } }, person)
  await system.bookings.cancelBooking({ params: { bookingId: dropped.id } }, person)
  await release(person, 6)
  const program = programOf(person)
  t.match(program.shown(), [{ uid: kept.id, startsAt: kept.startsAt, summary: 'Kept and renamed twice' }])
  t.same(program.strays, [])
  t.same(mailsTo(person).map(({ headers }) => headers['subject']).filter(subject => /Kept/.test(subject ?? '')), ['Booking confirmed: Kept', 'Booking changed: Kept and renamed', 'Booking changed: Kept and renamed twice'])
  t.notOk(mailsTo(person).some(({ headers }) => /changed: Dropped soon/.test(headers['subject'] ?? '')), 'what is cancelled meanwhile is not changed first')
})

t.test('two instances that send at once leave calendars as the bookings are', async t => {
  const person = await system.person()
  const made: Array<Awaited<ReturnType<typeof book>>> = []
  for (let index = 0; index < 8; index++) made.push(await book(person, `Many ${index}`))
  for (const [index, { id: bookingId }] of made.entries()) {
    await system.bookings.updateBooking({ params: { bookingId }, body: { title: `Many ${index} changed` } }, person)
    if (index % 2 === 0) await system.bookings.cancelBooking({ params: { bookingId } }, person)
    else await system.bookings.updateBooking({ params: { bookingId }, body: { description: 'Agenda' } }, person)
  }
  await settled(person, 24)
  const program = programOf(person)
  t.match(program.shown().map(({ uid }) => uid).sort(), made.filter((_, index) => index % 2 === 1).map(({ id }) => id).sort())
  t.ok(program.shown().every(({ summary }) => summary.endsWith('changed')))
  t.same(program.strays, [])
})

t.test('cancelBooking of an occurrence before the series has been announced', async t => {
  const person = await system.person()
  server.defer(true)
  const { series, bookings } = await system.bookings.createBookingSeries({ body: { roomId, title: 'Course', startsAt: at(500), endsAt: at(501), recurrence: 'FREQ=DAILY;COUNT=3' } }, person)
  await system.bookings.cancelBooking({ params: { bookingId: bookings[1]!.id } }, person)
  await release(person, 2)
  const program = programOf(person)
  t.match(program.shown(), [0, 2].map(index => ({ uid: series.id, startsAt: bookings[index]!.startsAt })))
  t.equal(mailsTo(person).flatMap(({ calendars }) => calendars).length, 1, 'the series without it')
})

t.test('cancelBookingSeries before it has been announced: nothing for calendars', async t => {
  const person = await system.person()
  server.defer(true)
  const { series } = await system.bookings.createBookingSeries({ body: { roomId, title: 'Never', startsAt: at(600), endsAt: at(601), recurrence: 'FREQ=DAILY;COUNT=3' } }, person)
  await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', reason: 'No teacher' } }, person)
  await release(person, 2)
  t.match(mailsTo(person), [{ headers: { subject: 'Booking cancelled: Never' }, calendars: [], parts: { 'text/plain': /Reason: +No teacher\n/ } }])
})

t.test('cancelBooking while it waits for approval: a mail, and nothing for calendars', async t => {
  const person = await system.person()
  const { id: bookingId } = await book(person, 'Maybe', { roomId: approvedRoomId })
  await settled(person, 1)
  await system.bookings.cancelBooking({ params: { bookingId }, body: { reason: 'No more' } }, manager)
  await settled(person, 2)
  t.match(mailsTo(person), [{ calendars: [] }, { calendars: [], parts: { 'text/plain': /Reason: +No more\n/ } }])
})

t.test('a confirmation that could not be sent until the booking was over is not sent', async t => {
  const person = await system.person()
  server.defer(true)
  const { id } = await book(person, 'Too late')
  await queued(person, 1)
  await system.sql.users.execute("UPDATE notification_event SET data = JSON_SET(data, '$.endsAt', ?) WHERE subject = ?", [new Date(Date.now() - 1000).toISOString(), id])
  await release(person, 1)
  t.same(mailsTo(person), [])
  t.match((await system.users.listMyNotifications({ query: {} }, person)).items.filter(({ kind }) => kind === 'booking_confirmed'), [{ status: 'suppressed' }])
})

t.test('endBooking: calendars are told the new end', async t => {
  const person = await system.person()
  const now = Date.now()
  const own = await makeRoom(system, manager, { timeZone: 'Europe/Berlin' })
  const { id: bookingId } = await book(person, 'Short', { roomId: own, startsAt: new Date(now - 120_000).toISOString(), endsAt: new Date(now + 7_200_000).toISOString() })
  await settled(person, 1)
  const ended = await system.bookings.endBooking({ params: { bookingId } }, person)
  await settled(person, 2)
  const program = programOf(person)
  t.match(program.shown(), [{ uid: bookingId, startsAt: ended.startsAt.replace(/\.\d+/, '.000'), endsAt: ended.endsAt.replace(/\.\d+/, '.000') }])
  t.match(mailsTo(person).at(-1)?.parts['text/plain'], /Changed: +Time, was: /)
})

t.test('updateBooking: the mail says what changed, and the invitation carries the description', async t => {
  const person = await system.person()
  await system.users.updateProfile({ body: { locale: 'en-GB', timeZone: 'Europe/Berlin' } }, person)
  const other = await makeRoom(system, manager, { name: 'Borealis', timeZone: 'Europe/Berlin' })
  const { id: bookingId, startsAt } = await book(person, 'Plan', { description: 'Agenda A' })
  await system.bookings.updateBooking({ params: { bookingId }, body: { description: 'Agenda B;\nand C' } }, person)
  await system.bookings.updateBooking({ params: { bookingId }, body: { title: 'Plan B', roomId: other, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() } }, person)
  await settled(person, 3)
  const [confirmed, described, moved] = mailsTo(person)
  t.match(confirmed?.calendars[0], 'DESCRIPTION:Agenda A')
  t.match(described?.calendars[0], 'DESCRIPTION:Agenda B\\;\\nand C')
  t.match(described?.parts['text/plain'], /Description: +Agenda B;\n +and C\n+Changed: +Description\n/)
  t.match(moved?.parts['text/plain'], /Title, was: Plan\n +Room, was: Room \d+ \(.*\)\n +Time, was: .*:00.*:00/)
  t.match(programOf(person).shown(), [{ summary: 'Plan B', location: /^Borealis/ }])
})
