/** One act that concerns several bookings of somebody is told by one mail. */
import { randomBytes } from 'node:crypto'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Service } from '../../scripts/system/databases.ts'
import type { Notification, NotificationKind } from '../../shared/contract/generated/users.schemas.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { calendarProgram, type CalendarProgram } from '../support/calendar-program.ts'
import { mailsIn, mailToPerson } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let manager: Person
t.before(async () => {
  system = await testSystem(t)
  manager = await system.person('facility_manager')
})

const building = async (rooms: number): Promise<{ name: string, roomIds: string[] }> => {
  const name = `Building ${randomBytes(4).toString('hex')}`
  const made = await Promise.all(Array.from({ length: rooms }, async (_, index) =>
    await system.rooms.createRoom({ body: { name: `Room ${index}`, capacity: 8, floor: 1, building: name, timeZone: 'UTC', openingHours: alwaysOpen, policy: { maximumDaysAhead: 400 } } }, manager)))
  return { name, roomIds: made.map(({ id }) => id) }
}
const book = async (person: Person, roomId: string, from: number, title: string, more = {}) =>
  await system.bookings.createBooking({ body: { roomId, title, startsAt: at(from), endsAt: at(from + 1), ...more } }, person)
const notifications = async (person: Person, kind: NotificationKind): Promise<Notification[]> =>
  (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(notification => notification.kind === kind)
const sent = async (person: Person, kind: NotificationKind, count: number): Promise<void> => {
  if (!await until(async () => (await notifications(person, kind)).filter(({ status }) => status === 'sent').length === count, 30_000)) throw new Error(`not ${count} mails ${kind}`)
}
const programOf = async ({ user: { email } }: Person): Promise<CalendarProgram> => {
  const program = calendarProgram()
  program.take(...(await mailsIn(`${system.options.logs}/mail`)).filter(({ headers }) => headers['to']?.includes(email)))
  return program
}
/** Waits until an event was tried in vain. */
const retried = async (service: Service, type: string): Promise<boolean> =>
  await until(async () => new RegExp(`events_consumed_total\\{[^}]*type="${type}",outcome="retried"[^}]*\\} [1-9]`).test(await system.metrics(service)), 20_000)
/** Has the database refuse new rows until it is told to stop. */
const refusing = async (service: Service, table: string, condition: string, time: string): Promise<() => Promise<void>> => {
  const since = new Date().toISOString().slice(0, '2026-03-02T10:00:00'.length).replace('T', ' ')
  await system.sql[service].query(`ALTER TABLE ${table} ADD CONSTRAINT refusing CHECK (NOT (${condition} AND ${time} >= '${since}'))`)
  return async () => { await system.sql[service].query(`ALTER TABLE ${table} DROP CONSTRAINT refusing`) }
}

t.test('createClosure that cancels: one mail for each holder, of all rooms and series, and calendars are emptied', async t => {
  const [holder, other] = [await system.person(), await system.person()]
  const { name, roomIds: [first = '', second = '', third = ''] } = await building(3)
  const { series } = await system.bookings.createBookingSeries({ body: { roomId: first, title: 'Course', startsAt: at(8), endsAt: at(9), recurrence: 'FREQ=DAILY;COUNT=10' } }, holder)
  const { series: single, bookings } = await system.bookings.createBookingSeries({ body: { roomId: third, title: 'Weekly', startsAt: at(8), endsAt: at(9), recurrence: 'FREQ=WEEKLY;COUNT=3' } }, holder)
  await book(holder, second, 30, 'Talk')
  await book(other, third, 30, 'Lunch')
  await sent(holder, 'booking_confirmed', 3)
  await sent(other, 'booking_confirmed', 1)
  await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(24 * 6), reason: 'Paint', bookings: 'cancel' } }, manager)
  await sent(holder, 'booking_cancelled', 1)
  await sent(other, 'booking_cancelled', 1)
  const mail = await mailToPerson(system, holder, /^Bookings cancelled: Course and 2 more$/)
  t.match(mail.parts['text/plain'], /8 bookings cancelled/)
  for (const title of ['Course', 'Weekly', 'Talk']) t.match(mail.parts['text/plain'], new RegExp(`Title: +${title}\n`))
  t.equal(mail.parts['text/plain']?.match(/Reason: +The room is closed: Paint\n/g)?.length, 3)
  await mailToPerson(system, other, /^Booking cancelled: Lunch$/)
  const program = await programOf(holder)
  t.same(program.shown().map(({ uid, startsAt }) => [uid, startsAt]),
    [[single.id, bookings[1]!.startsAt], ...[6, 7, 8, 9].map(index => [series.id, at(8 + 24 * index)]), [single.id, bookings[2]!.startsAt]].sort(([, a], [, b]) => a! < b! ? -1 : 1))
  t.same(program.strays, [])
  t.ok(await until(async () => (await notifications(holder, 'booking_reminder')).filter(({ status }) => status === 'suppressed').length === 8, 10_000), 'nobody is reminded of them')
  await system.sql.bookings.execute('UPDATE outbox SET published_at = NULL')
  await book(holder, third, 24 * 20, 'After all')
  await mailToPerson(system, holder, /^Booking confirmed: After all/)
  t.equal((await notifications(holder, 'booking_cancelled')).length, 1, 'also when all events come again')
})

t.test('retireRoom: bookings of one holder are told by one mail, which obeys the holder\'s wish', async t => {
  const [holder, quiet] = [await system.person(), await system.person()]
  const { roomIds: [roomId = ''] } = await building(1)
  await system.users.updateProfile({ body: { notifications: { bookingCancelled: false } } }, quiet)
  for (const [index, person] of [holder, quiet, holder, quiet].entries()) await book(person, roomId, 10 + index, `Meeting ${index}`)
  await sent(holder, 'booking_confirmed', 2)
  await system.rooms.retireRoom({ params: { roomId }, body: { cancelBookings: true, reason: 'Sold' } }, manager)
  await sent(holder, 'booking_cancelled', 1)
  t.match((await mailToPerson(system, holder, /^Bookings cancelled: Meeting 0 and 1 more/)).parts['text/plain'], /2 bookings cancelled[^]*Reason: +Sold\n/)
  t.same((await programOf(holder)).shown(), [])
  t.ok(await until(async () => (await notifications(quiet, 'booking_cancelled')).length === 1, 10_000))
  t.match(await notifications(quiet, 'booking_cancelled'), [{ status: 'suppressed' }])
})

t.test('createClosure that cancels, and fails in the middle: all is cancelled and told in the end, by one mail', async t => {
  const holder = await system.person()
  const { name, roomIds } = await building(3)
  for (const [index, roomId] of roomIds.entries()) await book(holder, roomId, 10, `Talk ${index}`)
  await sent(holder, 'booking_confirmed', 3)
  const allow = await refusing('bookings', 'outbox', "type = 'bookings.cancelled'", 'created_at')
  const allowAll = await refusing('users', 'notification_event', 'part = 1', 'at')
  await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(24), reason: 'Water', bookings: 'cancel' } }, manager)
  t.ok(await retried('bookings', 'room.closed'))
  t.same((await system.bookings.listBookings({ query: {} }, holder)).items.map(({ status }) => status), ['confirmed', 'confirmed', 'confirmed'])
  await allow()
  t.ok(await retried('users', 'bookings.cancelled'))
  t.same(await notifications(holder, 'booking_cancelled'), [], 'not half of it')
  await allowAll()
  await sent(holder, 'booking_cancelled', 1)
  t.match((await mailToPerson(system, holder, /^Bookings cancelled: Talk \d and 2 more/)).parts['text/plain'], /3 bookings cancelled/)
  t.same((await programOf(holder)).shown(), [])
})

t.test('createClosure that cancels more than one event can carry: a mail for each hundred', async t => {
  const holder = await system.person('facility_manager')
  const { name, roomIds } = await building(2)
  for (let index = 0; index < 102; index++) await book(holder, roomIds[index % 2] as string, index, `Talk ${index}`, { override: true })
  await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(24 * 30), reason: 'Water', bookings: 'cancel' } }, manager)
  t.ok(await until(async () => (await notifications(holder, 'booking_cancelled')).length === 2, 30_000))
  t.same((await notifications(holder, 'booking_cancelled')).map(({ subject }) => subject.replace(/^.* and /, '')).sort(), ['1 more', '99 more'])
})

t.test('user.deleted: an address is taken out of every part of a mail', async t => {
  const [holder, guest] = [await system.person(), await system.person()]
  const { name, roomIds } = await building(2)
  for (const roomId of roomIds) await book(holder, roomId, 10, 'Visit', { attendees: [guest.user.email] })
  await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(24), reason: 'Water', bookings: 'cancel' } }, manager)
  await sent(holder, 'booking_cancelled', 1)
  const naming = async (): Promise<number> => ((await system.sql.users.query('SELECT COUNT(*) AS count FROM notification_event WHERE data LIKE ?', [`%${guest.user.email}%`]))[0] as Array<{ count: number }>)[0]?.count ?? 0
  t.ok(await naming() >= 4)
  await system.users.deleteMyAccount({ body: { password: guest.password } }, guest)
  t.ok(await until(async () => await naming() === 0, 20_000))
})
