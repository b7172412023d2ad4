import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import { at, makeRoom } from '../bookings/support.ts'
import { readCalendar, readWithTsIcs } from '../support/calendar.ts'
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
let guests = 0

t.before(async () => {
  server = await startMailServer(await freePort())
  t.teardown(server.stop)
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, GUEST_MAILS_PER_HOUR: '1000', GUEST_MAILS_PER_DAY: '1000' }
  system = await testSystem(t, environment)
  await system.anotherInstance('users', { environment })
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager, { timeZone: 'Europe/Berlin', capacity: 200 })
  approvedRoomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
})

type BookingCreate = Parameters<TestSystem['bookings']['createBooking']>[0]['body']
type SeriesCreate = Parameters<TestSystem['bookings']['createBookingSeries']>[0]['body']
const newGuest = (): string => `guest-${process.pid}-${++guests}@example.net`
const book = async (person: Person, attendees: string[], more: Partial<BookingCreate> = {}): Promise<Booking> => {
  hours += 1
  return await system.bookings.createBooking({ body: { roomId, title: 'Planning', startsAt: at(hours), endsAt: at(hours + 1), attendees, ...more } }, person)
}
const bookSeries = async (person: Person, attendees: string[], recurrence: string, more: Partial<SeriesCreate> = {}) => {
  hours += 24 * 10
  return await system.bookings.createBookingSeries({ body: { roomId, title: 'Course', startsAt: at(hours), endsAt: at(hours + 1), recurrence, attendees, ...more } }, person)
}
const mailsTo = (email: string): ReceivedMail[] => server.mails.filter(({ headers }) => headers['to']?.toLowerCase().includes(email.toLowerCase()))
const subjectsTo = (email: string): string[] => mailsTo(email).map(({ headers }) => headers['subject'] ?? '')
const programOf = (email: string): CalendarProgram => {
  const program = calendarProgram()
  program.take(...mailsTo(email))
  return program
}
const change = async (bookingId: string, body: Parameters<TestSystem['bookings']['updateBooking']>[0]['body'], person: Person): Promise<Booking> => await system.bookings.updateBooking({ params: { bookingId }, body }, person)
const count = async (sql: string, values: unknown[] = []): Promise<number> => Number(((await system.sql.users.query<RowDataPacket[]>(sql, values))[0])[0]?.['count'])

/** Waits until users knows of so many events of a holder's bookings: attendees are seen to before the holder. */
async function known (holder: Person, events: number): Promise<void> {
  const sql = "SELECT COUNT(*) AS count FROM notification WHERE user_id = ? AND kind LIKE 'booking\\_%' AND kind <> 'booking_reminder'"
  if (!await until(async () => await count(sql, [holder.user.id]) >= events, 30_000)) throw new Error(`${await count(sql, [holder.user.id])} mails to the holder instead of ${events}`)
}

/** Waits until users knows of so many events of a holder's bookings, and all that is to be told of them is told. */
async function told (holder: Person, events: number): Promise<void> {
  await known(holder, events)
  const isTold = await until(async () => {
    // Mails that wait for another attempt are tried at once. The job may hold their rows: then the next round does it.
    await system.sql.users.execute('UPDATE attendee_mail SET due_at = created_at WHERE waiting = 1 AND last_error IS NOT NULL')
      .catch((error: unknown) => { if ((error as { code?: string }).code !== 'ER_LOCK_DEADLOCK') throw error })
    return await count('SELECT COUNT(*) AS count FROM attendee_mail WHERE waiting = 1') + await count("SELECT COUNT(*) AS count FROM notification WHERE user_id = ? AND status = 'queued' AND kind <> 'booking_reminder'", [holder.user.id]) === 0
  }, 60_000)
  if (!isTold) throw new Error('mails wait')
}

/** The lines of those who come, as two programs that know nothing of each other read them. */
function attendeesIn (text: string): Array<Record<string, unknown>> {
  const [event] = readCalendar(text).events
  const byIcal = (event?.getAllProperties('attendee') ?? []).map(property => ({
    email: String(property.getFirstValue()).replace('mailto:', ''), name: property.getFirstParameter('cn') ?? undefined, role: property.getFirstParameter('role'), partstat: property.getFirstParameter('partstat'), type: property.getFirstParameter('cutype'), rsvp: property.getFirstParameter('rsvp')
  }))
  const byTsIcs = readWithTsIcs(text).events?.[0]?.attendees ?? []
  t.match(byTsIcs, byIcal.map(({ email, role, partstat }) => ({ email, role, partstat })), 'both programs read the same')
  t.equal(byTsIcs.length, byIcal.length)
  return byIcal
}

t.test('createBooking: every invitation has one line for the holder and one for each attendee', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const booking = await book(holder, [holder.user.email.toUpperCase(), user.user.email, guest, 'o\'hara+a/b@example.net'])
  await told(holder, 1)
  const others = [user.user.email, guest, 'o\'hara+a%2Fb@example.net'].map(email => ({ email, role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', type: 'INDIVIDUAL', rsvp: 'FALSE' }))
  for (const [email, name] of [[holder.user.email, 'Pat Person'], [user.user.email, 'Pat Person'], [guest, undefined]] as const) {
    const [mail, ...more] = mailsTo(email)
    t.equal(more.length, 0, 'one mail')
    const { method, shown, events: [event] } = readCalendar(mail?.calendars[0] ?? '')
    t.equal(method, 'REQUEST')
    t.match(shown, [{ uid: booking.id, startsAt: booking.startsAt, endsAt: booking.endsAt, summary: 'Planning', status: 'CONFIRMED' }])
    t.match(event?.getFirstPropertyValue('organizer'), /^mailto:rooms@/, 'answers and sender are the system')
    t.match(attendeesIn(mail?.calendars[0] ?? ''), [{ email: holder.user.email, name, role: 'CHAIR', partstat: 'ACCEPTED', type: 'INDIVIDUAL', rsvp: 'FALSE' }, ...others])
  }
  t.match(subjectsTo(holder.user.email), [/^Booking confirmed/])
  t.match(subjectsTo(user.user.email), ['Invitation: Planning'])
})

t.test('updateBooking and cancelBooking: attendees and holder have the same in their calendars, by one mail for each act', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  await system.users.updateProfile({ body: { locale: 'de-DE', timeZone: 'America/New_York', fullName: 'Uta' } }, user)
  const all = [holder.user.email, user.user.email, guest]
  const booking = await book(holder, [user.user.email, guest], { description: 'Agenda' })
  await told(holder, 1)
  const [, invited] = all.map(email => mailsTo(email)[0])
  t.match(invited?.parts['text/plain'], /^Hello Uta,\n[^]*Description: +Agenda\n[^]*\(America\/New_York\)|^Hello Uta,\n[^]*\(America\/New_York\)[^]*Description: +Agenda\n/)
  t.match(invited?.parts['text/plain'], /Booked by: +Pat Person/)
  await change(booking.id, { title: 'Moved', startsAt: at(hours + 0.5) }, holder)
  await told(holder, 2)
  for (const email of all) {
    t.match(programOf(email).shown(), [{ uid: booking.id, startsAt: at(hours + 0.5), summary: 'Moved' }])
    t.same(programOf(email).strays, [])
  }
  await system.bookings.cancelBooking({ params: { bookingId: booking.id }, body: { reason: 'Ill' } }, holder)
  await told(holder, 3)
  for (const email of all) {
    t.same(programOf(email).shown(), [])
    t.same(programOf(email).strays, [])
    t.equal(mailsTo(email).length, 3)
    t.match(readCalendar(mailsTo(email)[2]?.calendars[0] ?? ''), { method: 'CANCEL', shown: [{ status: 'CANCELLED' }] })
    t.equal(attendeesIn(mailsTo(email)[2]?.calendars[0] ?? '').length, 3)
  }
  t.match(subjectsTo(user.user.email), ['Invitation: Planning', 'Invitation changed: Moved', 'Invitation cancelled: Moved'])
  t.match(mailsTo(user.user.email)[2]?.parts['text/plain'], /Reason: +Ill\n/)
})

t.test('updateBooking: who is taken off the list is told, who is added is invited, and nobody else hears of it', async t => {
  const holder = await system.person()
  const [stays, goes, comes] = [newGuest(), newGuest(), newGuest()]
  const { id, version } = await book(holder, [stays, goes])
  await told(holder, 1)
  await change(id, { attendees: [stays, comes] }, holder)
  await told(holder, 2)
  t.match(subjectsTo(stays), [/^Invitation: /])
  t.match(subjectsTo(goes), [/^Invitation: /, /^Invitation cancelled: /])
  t.match(programOf(comes).shown(), [{ uid: id }])
  t.same([programOf(goes).shown(), programOf(goes).strays], [[], []])
  const { method, events: [event] } = readCalendar(mailsTo(goes)[1]?.calendars[0] ?? '')
  t.match([method, event?.getFirstProperty('status'), event?.getFirstPropertyValue('sequence')], ['CANCEL', null, version + 1], 'it takes out the attendee, not the event')
  t.match(attendeesIn(mailsTo(goes)[1]?.calendars[0] ?? ''), [{ email: goes }])

  await change(id, { attendees: [stays, goes] }, holder)
  await told(holder, 3)
  t.match(programOf(goes).shown(), [{ uid: id }], 'invited again')
  t.same([programOf(comes).shown(), programOf(comes).strays], [[], []])
  await change(id, { description: 'No business of guests' }, holder)
  await told(holder, 4)
  t.equal(mailsTo(stays).length, 1)
})

t.test('createBooking in a room that requires approval: attendees hear of it when it is approved, and of nothing that never was', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const attendees = [user.user.email, guest]
  const [approved, rejected, cancelled] = [await book(holder, attendees, { roomId: approvedRoomId, title: 'Approved' }), await book(holder, attendees, { roomId: approvedRoomId }), await book(holder, attendees, { roomId: approvedRoomId })]
  await change(approved.id, { description: 'While it waits' }, holder)
  await system.bookings.rejectBooking({ params: { bookingId: rejected.id }, body: { reason: 'No' } }, manager)
  await system.bookings.cancelBooking({ params: { bookingId: cancelled.id } }, holder)
  await told(holder, 6)
  for (const email of attendees) t.same(mailsTo(email), [])
  await system.bookings.approveBooking({ params: { bookingId: approved.id } }, manager)
  await told(holder, 7)
  for (const email of attendees) {
    t.match(subjectsTo(email), ['Invitation: Approved'])
    t.match(programOf(email).shown(), [{ uid: approved.id, summary: 'Approved' }])
  }
})

t.test('what could not leave is told as it stands: one mail, and none of what is cancelled by then', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const attendees = [user.user.email, guest]
  server.defer(true)
  const [kept, dropped] = [await book(holder, attendees, { title: 'Kept' }), await book(holder, attendees, { title: 'Dropped' })]
  for (const title of ['Kept and renamed', 'Kept and renamed twice']) await change(kept.id, { title }, holder)
  await system.bookings.cancelBooking({ params: { bookingId: dropped.id } }, holder)
  await known(holder, 5)
  server.defer(false)
  await told(holder, 5)
  for (const email of attendees) {
    t.same(subjectsTo(email), ['Invitation: Kept and renamed twice'])
    t.match(programOf(email).shown(), [{ uid: kept.id, summary: 'Kept and renamed twice' }])
    t.same(programOf(email).strays, [])
  }
})

t.test('an event that comes again tells nobody anything', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const { id } = await book(holder, [user.user.email, guest])
  await change(id, { title: 'Renamed' }, holder)
  await told(holder, 2)
  const before = [guest, user.user.email].map(subjectsTo)
  await system.sql.bookings.execute('UPDATE outbox SET published_at = NULL WHERE subject = ?', [id])
  await book(holder, [])
  await told(holder, 3)
  t.same([guest, user.user.email].map(subjectsTo), before)
})

t.test('a mail whose sender died may have arrived: it is sent again, and what it told is taken back', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  const { id } = await book(holder, [guest])
  await told(holder, 1)
  const die = async (): Promise<void> => { await system.sql.users.execute('UPDATE calendar_entry SET told = NULL WHERE booking_id = ?', [id]) }
  await die()
  await system.sql.bookings.execute('UPDATE outbox SET published_at = NULL WHERE subject = ?', [id])
  await book(holder, [])
  await told(holder, 2)
  t.match(mailsTo(guest).map(({ calendars: [text = ''] }) => readCalendar(text).events[0]?.getFirstPropertyValue('sequence')), [1, 2])
  t.match(programOf(guest).shown(), [{ uid: id }])
  await die()
  await system.bookings.cancelBooking({ params: { bookingId: id } }, holder)
  await told(holder, 3)
  t.same([mailsTo(guest).length, programOf(guest).shown(), programOf(guest).strays], [3, [], []])
})

t.test('two instances that send at once leave the calendars of attendees as the bookings are', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const made: Booking[] = []
  for (let index = 0; index < 6; index++) made.push(await book(holder, [user.user.email, guest], { title: `Many ${index}` }))
  for (const [index, { id }] of made.entries()) {
    await change(id, { title: `Many ${index} changed` }, holder)
    if (index % 2 === 0) await system.bookings.cancelBooking({ params: { bookingId: id } }, holder)
    else await change(id, { attendees: [guest] }, holder)
  }
  await told(holder, 18)
  const standing = made.filter((_, index) => index % 2 === 1).map(({ id }) => id).sort()
  for (const [email, expected] of [[guest, standing], [user.user.email, []]] as const) {
    t.same(programOf(email).shown().map(({ uid }) => uid).sort(), expected)
    t.ok(programOf(email).shown().every(({ summary }) => summary.endsWith('changed')))
    t.same(programOf(email).strays, [])
  }
})

t.test('a guest whose mailbox refuses the invitation gets no cancellation', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  server.refuse(new RegExp(guest))
  const { id } = await book(holder, [guest])
  await told(holder, 1)
  server.refuse(/^$/)
  await system.bookings.cancelBooking({ params: { bookingId: id } }, holder)
  await told(holder, 2)
  t.same(mailsTo(guest), [])
  t.equal(await count('SELECT COUNT(*) AS count FROM attendee_mail WHERE recipient = ?', [guest]), 0, 'nothing of it stays')
})

/** The occurrences of a series that somebody attends, as a calendar is to show them. */
async function attendedIn (seriesId: string, email: string, person: Person): Promise<Array<{ uid: string, startsAt: string, summary: string }>> {
  const { items } = await system.bookings.listBookings({ query: { seriesId, limit: 100 } }, person)
  return items.filter(({ status, attendees }) => status === 'confirmed' && attendees.includes(email)).map(({ startsAt, title }) => ({ uid: seriesId, startsAt, summary: title })).sort((a, b) => a.startsAt < b.startsAt ? -1 : 1)
}

t.test('series: one mail for each act, and calendars show exactly what the attendee attends', async t => {
  const [holder, user, guest] = [await system.person(), await system.person(), newGuest()]
  const attendees = [user.user.email, guest]
  const { series, bookings } = await bookSeries(holder, attendees, 'FREQ=DAILY;COUNT=8')
  const agree = async (title: string, mails: number, ...seriesIds: string[]): Promise<void> => {
    for (const email of attendees) {
      const expected = (await Promise.all(seriesIds.map(async id => await attendedIn(id, email, holder)))).flat()
      t.match(programOf(email).shown().map(({ uid, startsAt, summary }) => ({ uid, startsAt, summary })), expected, title)
      t.equal(programOf(email).shown().length, expected.length, title)
      t.same(programOf(email).strays, [], title)
      t.equal(mailsTo(email).length, mails, `${title}: ${subjectsTo(email).join()}`)
    }
  }
  await told(holder, 1)
  await agree('created', 1, series.id)
  t.equal(readWithTsIcs(mailsTo(guest)[0]?.calendars[0] ?? '').events?.[0]?.attendees?.length, 3)

  await change(bookings[2]!.id, { title: 'By itself', startsAt: at(hours + 49), endsAt: at(hours + 50) }, holder)
  await told(holder, 2)
  await agree('an occurrence moved', 2, series.id)
  await system.bookings.cancelBooking({ params: { bookingId: bookings[1]!.id } }, holder)
  await told(holder, 3)
  await agree('an occurrence cancelled', 3, series.id)
  await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', title: 'Renamed' } }, holder)
  await told(holder, 4)
  await agree('all renamed', 4, series.id)
  const split = await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from: bookings[5]!.startsAt, title: 'Second half' } }, holder)
  await told(holder, 5)
  await agree('split', 6, series.id, split.series.id)
  await system.bookings.cancelBookingSeries({ params: { seriesId: split.series.id }, body: { scope: 'all', reason: 'Over' } }, holder)
  await told(holder, 6)
  await agree('second half cancelled', 7, series.id)
  await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', attendees: [] } }, holder)
  await told(holder, 7)
  await agree('taken off the list', 8, series.id)
})

t.test('an occurrence of a series with people of its own: each calendar shows what its owner attends', async t => {
  const [holder, always, once] = [await system.person(), newGuest(), newGuest()]
  const { series, bookings } = await bookSeries(holder, [always], 'FREQ=DAILY;COUNT=5')
  await told(holder, 1)
  await change(bookings[1]!.id, { attendees: [once] }, holder)
  await told(holder, 2)
  const days = (email: string): string[] => programOf(email).shown().map(({ startsAt }) => startsAt)
  const starts = (...indexes: number[]): string[] => indexes.map(index => bookings[index]!.startsAt)
  t.same(days(once), starts(1))
  t.equal(readCalendar(mailsTo(once)[0]?.calendars[0] ?? '').events[0]?.getFirstProperty('rrule'), null, 'a single event')
  t.same(days(always), starts(0, 2, 3, 4))
  await change(bookings[3]!.id, { attendees: [always, once] }, holder)
  await told(holder, 3)
  t.same(days(once), starts(1, 3))
  t.equal(mailsTo(always).length, 2)
  await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', title: 'All of it' } }, holder)
  await told(holder, 4)
  t.same([days(once), days(always)], [starts(1, 3), starts(0, 2, 3, 4)])
  t.match(attendeesIn(mailsTo(holder.user.email).at(-1)?.calendars[0] ?? ''), [{ email: holder.user.email }, { email: always }])
  const exceptions = readCalendar(mailsTo(holder.user.email).at(-1)?.calendars[0] ?? '').events.slice(1).map(event => event.getAllProperties('attendee').map(property => String(property.getFirstValue())))
  t.same(exceptions, [[holder.user.email, once], [holder.user.email, always, once]].map(emails => emails.map(email => `mailto:${email}`)), 'the holder sees who comes to which')
  await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all' } }, holder)
  await told(holder, 5)
  t.same([days(once), days(always)], [starts(1, 3), starts(3)], 'what was changed by itself stays')
  for (const index of [1, 3]) await system.bookings.cancelBooking({ params: { bookingId: bookings[index]!.id } }, holder)
  await told(holder, 7)
  for (const email of [always, once]) t.same([programOf(email).shown(), programOf(email).strays], [[], []])
})

t.test('retireRoom: attendees of a series get one mail', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  const own = await makeRoom(system, manager)
  await bookSeries(holder, [guest], 'FREQ=DAILY;COUNT=4', { roomId: own })
  await told(holder, 1)
  await system.rooms.retireRoom({ params: { roomId: own }, body: { cancelBookings: true } }, manager)
  await told(holder, 2)
  t.match(subjectsTo(guest), ['Invitation: Course', 'Invitation cancelled: Course'])
  t.same(programOf(guest).shown(), [])
})

t.test('listMyNotifications and exportMyData have invitations, in their place; preferences hold back what nobody wants', async t => {
  const [holder, user] = [await system.person(), await system.person()]
  await book(user, [])
  await known(user, 1)
  const { id } = await book(holder, [user.user.email])
  await told(holder, 1)
  await system.bookings.cancelBooking({ params: { bookingId: id } }, holder)
  await told(holder, 2)
  const list = async (): Promise<Array<[string, string]>> => (await system.users.listMyNotifications({ query: { limit: 100 } }, user)).items.filter(({ kind }) => kind !== 'booking_reminder' && kind !== 'welcome').map(({ kind, status }) => [kind, status])
  t.same(await list(), [['invitation_cancelled', 'sent'], ['invitation', 'sent'], ['booking_confirmed', 'sent']])
  const paged: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<TestSystem['users']['listMyNotifications']>> = await system.users.listMyNotifications({ query: { limit: 1, ...(cursor !== null && { cursor }) } }, user)
    paged.push(...page.items.map(item => item.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  t.same(paged, (await system.users.exportMyData({}, user)).notifications.map(item => item.id))
  t.match((await system.users.listMyNotifications({ query: { limit: 1 } }, user)).items, [{ recipient: user.user.email, subject: 'Invitation cancelled: Planning', attempts: 1 }])

  await system.users.updateProfile({ body: { notifications: { bookingCreated: false } } }, user)
  const unwanted = await book(holder, [user.user.email])
  await told(holder, 3)
  await system.bookings.cancelBooking({ params: { bookingId: unwanted.id } }, holder)
  await told(holder, 4)
  t.equal(mailsTo(user.user.email).filter(({ headers }) => headers['subject']?.startsWith('Invitation')).length, 2, 'and no cancellation of what was not announced')
  t.same((await list())[0], ['invitation', 'suppressed'])
})

t.test('a holder whose address is not confirmed, and a disabled one, invites nobody; a disabled account gets nothing; a deleted one takes back what was announced', async t => {
  const [holder, guest, admin, disabled] = [await system.person(), newGuest(), await system.person('admin'), await system.person()]
  const announced = await book(holder, [guest, disabled.user.email])
  await told(holder, 1)
  t.equal(mailsTo(guest).length, 1)
  await system.users.updateUser({ params: { userId: disabled.user.id }, body: { status: 'disabled' } }, admin)
  await system.sql.users.execute('UPDATE user SET email_confirmed_at = NULL WHERE id = ?', [holder.user.id])
  await change(announced.id, { title: 'Spam' }, holder)
  await book(holder, [guest, disabled.user.email], { title: 'Spam' })
  await told(holder, 3)
  t.equal(mailsTo(guest).length, 1)
  await system.sql.users.execute('UPDATE user SET email_confirmed_at = created_at WHERE id = ?', [holder.user.id])
  await system.users.updateUser({ params: { userId: holder.user.id }, body: { status: 'disabled' } }, admin)
  await system.bookings.updateBooking({ params: { bookingId: announced.id }, body: { title: 'Spam again' } }, manager)
  await system.users.deleteUser({ params: { userId: holder.user.id } }, admin)
  t.ok(await until(() => mailsTo(guest).length === 2, 30_000), 'the end of what was announced')
  t.match(subjectsTo(guest), ['Invitation: Planning', /^Invitation cancelled: /])
  t.same([programOf(guest).shown(), programOf(guest).strays], [[], []])
  t.equal(attendeesIn(mailsTo(guest)[1]?.calendars[0] ?? '').length, 2, 'without the deleted holder')
  t.equal(mailsTo(disabled.user.email).filter(({ headers }) => headers['subject']?.startsWith('Invitation')).length, 1, 'what came before it was disabled')
})

t.test('nobody is told of what is over', async t => {
  const [holder, guest] = [await system.person(), newGuest()]
  const own = await makeRoom(system, manager)
  server.defer(true)
  const now = Date.now()
  const { id: bookingId } = await book(holder, [guest], { roomId: own, startsAt: new Date(now - 120_000).toISOString(), endsAt: new Date(now + 7_200_000).toISOString() })
  await known(holder, 1)
  await system.bookings.endBooking({ params: { bookingId } }, holder)
  await known(holder, 2)
  server.defer(false)
  await told(holder, 2)
  t.same(mailsTo(guest), [])
})
