import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Booking } from '../../shared/contract/generated/bookings.schemas.ts'
import { alwaysOpen, at, day, hour, makeRoom } from '../bookings/support.ts'
import { readCalendar, type ReadCalendar, type Shown } from '../support/calendar.ts'
import { calendarProgram } from '../support/calendar-program.ts'
import { mailsIn, mailToPerson, type ReceivedMail } from '../support/mail.ts'
import { sharedSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let manager: Person
let roomId: string
t.before(async () => {
  system = await sharedSystem(t)
  manager = await system.person('facility_manager')
  roomId = await makeRoom(system, manager, { name: 'Aurora', building: 'North', policy: { maximumDaysAhead: 730 } })
})

type SeriesCreate = Parameters<TestSystem['bookings']['createBookingSeries']>[0]['body']
const create = async (person: Person, from: number, recurrence: string, extra: Partial<SeriesCreate> = {}) =>
  await system.bookings.createBookingSeries({ body: { roomId, title: 'Weekly', startsAt: at(from), endsAt: at(from + 1), recurrence, ...extra } }, person)
const invitationIn = (mail: ReceivedMail): ReadCalendar => readCalendar(mail.parts['text/calendar'] ?? '')
const mailsTo = async ({ user: { email } }: Person): Promise<ReceivedMail[]> => (await mailsIn(`${system.options.logs}/mail`)).filter(({ headers }) => headers['to']?.includes(email))

/** The confirmed bookings of a series, as a calendar is to show them. */
async function standing (seriesId: string, person: Person): Promise<Array<Partial<Shown>>> {
  const all: Booking[] = []
  let cursor: string | null = null
  do {
    const page: { items: Booking[], nextCursor: string | null } = await system.bookings.listBookings({ query: { seriesId, limit: 100, ...(cursor !== null && { cursor }) } }, person)
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return all.filter(({ status }) => status === 'confirmed').map(({ startsAt, endsAt, title }) => ({ uid: seriesId, startsAt, endsAt, summary: title, status: 'CONFIRMED' }))
}

t.test('createBookingSeries: the rule in the mail expands to exactly the bookings made, whatever the rule', async t => {
  const berlin = await makeRoom(system, manager, { timeZone: 'Europe/Berlin', policy: { maximumDaysAhead: 730 } })
  const friday = Array.from({ length: 7 }, (_, index) => new Date(day(2 + index))).find(date => date.getUTCDay() === 5) as Date
  const first = friday.getTime() / hour - day(1) / hour
  const monthEnd = new Date(Date.UTC(friday.getUTCFullYear(), friday.getUTCMonth() + 1, 0)).getTime() / hour - day(1) / hour
  const months = Array.from({ length: 12 }, (_, index) => index + 1).join(',')
  const rules: Array<[recurrence: string, hours: number, count: number | undefined]> = [
    ['FREQ=DAILY;COUNT=250', first + 6, 250],
    ['FREQ=DAILY;INTERVAL=3;COUNT=40', first + 7, 40],
    ['FREQ=WEEKLY;BYDAY=FR;COUNT=60', first + 8, 60],
    [`FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,FR;UNTIL=${new Date(friday.getTime() + 400 * 24 * hour).toISOString().slice(0, 10).replaceAll('-', '')}`, first + 9, undefined],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=20', monthEnd + 10, 20],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1;COUNT=12', lastFriday() + 11, 12],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=18', lastFriday() + 12, 18],
    [`FREQ=YEARLY;BYMONTH=${months};BYDAY=-1FR;COUNT=13`, lastFriday() + 13, 13],
    ['FREQ=YEARLY;COUNT=2', first + 14, 2]
  ]
  function lastFriday (): number {
    for (let date = Date.UTC(friday.getUTCFullYear(), friday.getUTCMonth() + 1, 0); ; date -= 24 * hour) if (new Date(date).getUTCDay() === 5 && date >= day(2)) return (date - day(1)) / hour
  }
  const person = await system.person('facility_manager')
  const made = []
  for (const [index, [recurrence, from, count]] of rules.entries()) {
    const title = `Rule ${index} of many`
    const { series, bookings } = await create(person, from, recurrence, { roomId: berlin, title, override: true })
    t.equal(bookings.length, count ?? bookings.length, recurrence)
    made.push({ index, title, recurrence, series, count: bookings.length })
  }
  for (const { index, title, recurrence, series, count } of made) {
    const mail = await mailToPerson(system, person, new RegExp(`^Booking confirmed: ${title}$`))
    const { method, events, shown } = invitationIn(mail)
    t.equal(method, 'REQUEST')
    t.match(shown, await standing(series.id, person), recurrence)
    t.equal(shown.length, count)
    t.ok(events[0]?.getFirstProperty('rrule'), 'by a rule')
    t.equal(events[0]?.getFirstProperty('dtstart')?.getFirstParameter('tzid'), 'Europe/Berlin')
    if (index < 3) t.equal(events.length, 1, 'by a rule alone, over changes of the clock')
  }
})

t.test('createBookingSeries: one mail, without what was left out or skipped', async t => {
  const person = await system.person()
  await system.bookings.createBooking({ body: { roomId, title: 'In the way', startsAt: at(10 + 48), endsAt: at(11 + 48) } }, manager)
  const { series, bookings, skipped } = await create(person, 10, 'FREQ=DAILY;COUNT=6', { onConflict: 'skip', excludedStarts: [at(10 + 24)] })
  t.equal(skipped.length, 1)
  const mail = await mailToPerson(system, person, /^Booking confirmed/)
  const { events: [master], shown } = invitationIn(mail)
  t.match(shown, await standing(series.id, person))
  t.same(shown.map(({ startsAt }) => startsAt), bookings.map(({ startsAt }) => startsAt))
  t.match({ uid: master?.getFirstPropertyValue('uid'), sequence: master?.getFirstPropertyValue('sequence'), location: shown[0]?.location }, { uid: series.id, sequence: 1, location: 'Aurora (North, floor 1)' })
  t.match(mail.parts['text/plain'], /4 bookings confirmed/)
  t.equal((await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(({ kind }) => kind === 'booking_confirmed').length, 1)
})

t.test('updateBooking and cancelBooking of an occurrence: the mail names it within its series', async t => {
  const person = await system.person()
  const { series, bookings } = await create(person, 30, 'FREQ=DAILY;COUNT=4')
  const program = calendarProgram()
  program.take(await mailToPerson(system, person, /^Booking confirmed/))

  await system.bookings.updateBooking({ params: { bookingId: bookings[1]!.id }, body: { title: 'Moved', startsAt: at(56.5), endsAt: at(57.5) } }, person)
  const moved = await mailToPerson(system, person, /^Booking changed: Moved/)
  const { method, events } = invitationIn(moved)
  t.equal(method, 'REQUEST')
  t.match(events.map(event => [event.getFirstPropertyValue('uid'), String(event.getFirstPropertyValue('recurrence-id'))]), [[series.id, at(54).replace('.000', '')]])
  program.take(moved)
  t.match(program.shown(), await standing(series.id, person))

  await system.bookings.updateBooking({ params: { bookingId: bookings[1]!.id }, body: { title: 'Moved again' } }, person)
  program.take(await mailToPerson(system, person, /^Booking changed: Moved again/))
  t.match(program.shown(), await standing(series.id, person), 'a later change counts')

  await system.bookings.cancelBooking({ params: { bookingId: bookings[2]!.id } }, person)
  const cancelled = await mailToPerson(system, person, /^Booking cancelled/)
  t.match({ method: invitationIn(cancelled).method, id: String(invitationIn(cancelled).events[0]?.getFirstPropertyValue('recurrence-id')) }, { method: 'CANCEL', id: at(78).replace('.000', '') })
  program.take(cancelled)
  t.match(program.shown(), await standing(series.id, person))
  t.equal(program.shown().length, 3)
})

t.test('updateBookingSeries: one mail of all that is left, and one of the two halves of a split', async t => {
  const person = await system.person()
  const { series, bookings } = await create(person, 12, 'FREQ=DAILY;COUNT=8')
  const program = calendarProgram()
  program.take(await mailToPerson(system, person, /^Booking confirmed/))
  await system.bookings.updateBooking({ params: { bookingId: bookings[6]!.id }, body: { title: 'By itself' } }, person)
  program.take(await mailToPerson(system, person, /^Booking changed: By itself/))

  await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', startTime: '14:00', title: 'Later' } }, person)
  const later = await mailToPerson(system, person, /^Booking changed: Later/)
  t.match(later.parts['text/plain'], /8 bookings changed/)
  program.take(later)
  t.match(program.shown(), await standing(series.id, person))

  const split = await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from: at(14 + 72), startTime: '15:00', title: 'Second half' } }, person)
  const halves = await mailToPerson(system, person, /^Bookings changed: Later and 1 more$/)
  t.match(halves.parts['text/plain'], /8 bookings changed[^]*Title: +Later\n[^]*Title: +Second half\n/)
  t.same(halves.calendars.map(calendar => readCalendar(calendar).method), ['REQUEST', 'REQUEST'])
  t.notOk((await mailsTo(person)).some(({ headers }) => /^Booking changed: Second half/.test(headers['subject'] ?? '')), 'no mail of one half')
  program.take(halves)
  const expected = [...await standing(series.id, person), ...await standing(split.series.id, person)].sort((a, b) => a.startsAt! < b.startsAt! ? -1 : 1)
  t.equal(expected.length, 8)
  t.match(program.shown(), expected)

  await system.bookings.updateBookingSeries({ params: { seriesId: split.series.id }, body: { scope: 'all', recurrence: 'FREQ=DAILY;INTERVAL=2;COUNT=3', title: 'Other rule' } }, person)
  program.take(await mailToPerson(system, person, /^Booking changed: Other rule/))
  t.match(program.shown().filter(({ uid }) => uid === split.series.id), await standing(split.series.id, person))
})

t.test('cancelBookingSeries: the end is cut off, then the series is cancelled', async t => {
  const person = await system.person()
  const { series } = await create(person, 16, 'FREQ=DAILY;COUNT=6')
  const program = calendarProgram()
  program.take(await mailToPerson(system, person, /^Booking confirmed/))
  await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from: at(16 + 72) } }, person)
  const cut = await mailToPerson(system, person, /^Booking cancelled/)
  t.match({ method: invitationIn(cut).method, text: cut.parts['text/plain'] }, { method: 'REQUEST', text: /3 bookings cancelled/ })
  program.take(cut)
  t.match(program.shown(), await standing(series.id, person))
  t.equal(program.shown().length, 3)

  await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all' } }, manager)
  t.ok(await until(async () => (await mailsTo(person)).filter(({ headers }) => /^Booking cancelled/.test(headers['subject'] ?? '')).length === 2, 15_000))
  const end = (await mailsTo(person)).find(mail => mail.parts['text/calendar'] !== undefined && invitationIn(mail).method === 'CANCEL') as ReceivedMail
  t.match(invitationIn(end).events.map(event => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('recurrence-id'), event.getFirstPropertyValue('status')]), [[series.id, null, 'CANCELLED']])
  program.take(end)
  t.same(program.shown(), [])
})

t.test('retireRoom: what it cancels of a series is one mail', async t => {
  const person = await system.person()
  const own = await makeRoom(system, manager)
  const { series } = await create(person, 10, 'FREQ=DAILY;COUNT=3', { roomId: own, title: 'Homeless' })
  await mailToPerson(system, person, /^Booking confirmed/)
  await system.rooms.retireRoom({ params: { roomId: own }, body: { cancelBookings: true } }, manager)
  const mail = await mailToPerson(system, person, /^Booking cancelled: Homeless/)
  t.match(mail.parts['text/plain'], /3 bookings cancelled/)
  t.match({ method: invitationIn(mail).method, uid: invitationIn(mail).events[0]?.getFirstPropertyValue('uid') }, { method: 'CANCEL', uid: series.id })
  t.equal((await mailsTo(person)).filter(({ headers }) => /Homeless/.test(headers['subject'] ?? '')).length, 2, 'confirmed, cancelled')
})

t.test('createBooking, updateBooking and cancelBooking in a zone that changed last from local mean time: each is told', async t => {
  const person = await system.person()
  const dubai = await makeRoom(system, manager, { timeZone: 'Asia/Dubai' })
  const { id } = await system.bookings.createBooking({ body: { roomId: dubai, title: 'Dubai', startsAt: at(20), endsAt: at(21) } }, person)
  const told = [await mailToPerson(system, person, /^Booking confirmed: Dubai/)]
  await system.bookings.updateBooking({ params: { bookingId: id }, body: { startsAt: at(21), endsAt: at(22) } }, person)
  told.push(await mailToPerson(system, person, /^Booking changed: Dubai/))
  await system.bookings.cancelBooking({ params: { bookingId: id } }, person)
  told.push(await mailToPerson(system, person, /^Booking cancelled: Dubai/))
  t.match(told.map(mail => invitationIn(mail)), [{ method: 'REQUEST', shown: [{ startsAt: at(20) }] }, { method: 'REQUEST', shown: [{ startsAt: at(21) }] }, { method: 'CANCEL', shown: [{ startsAt: at(21) }] }])
})

t.test('createBooking in a room that requires approval: calendars hear of it when it is approved', async t => {
  const person = await system.person()
  const approved = await makeRoom(system, manager, { openingHours: alwaysOpen, policy: { requiresApproval: true } })
  const book = async (title: string, hours: number): Promise<Booking> => await system.bookings.createBooking({ body: { roomId: approved, title, startsAt: at(hours), endsAt: at(hours + 1) } }, person)
  const [good, bad] = [await book('Good', 10), await book('Bad <i>', 12)]
  const waiting = await mailToPerson(system, person, /^Booking waits for approval: Good/)
  t.match(waiting.parts['text/plain'], /until a facility manager has decided/)
  t.notOk(waiting.parts['text/calendar'])
  await system.bookings.approveBooking({ params: { bookingId: good.id } }, manager)
  t.match(invitationIn(await mailToPerson(system, person, /^Booking confirmed: Good/)).shown, [{ uid: good.id, startsAt: at(10) }])
  await system.bookings.rejectBooking({ params: { bookingId: bad.id }, body: { reason: 'no' } }, manager)
  const rejected = await mailToPerson(system, person, /^Booking rejected: Bad <i>/)
  t.match(rejected.parts['text/html'], 'Bad &lt;i&gt;')
  t.match(rejected.parts['text/plain'], /Reason: +no\n/)
  t.same(rejected.calendars, [], 'no calendar had it')

  const { series, bookings } = await create(person, 34, 'FREQ=DAILY;COUNT=3', { roomId: approved, title: 'Series' })
  const pending = await mailToPerson(system, person, /^Booking waits for approval: Series/)
  t.match(pending.parts['text/plain'], /3 bookings wait for approval/)
  t.notOk(pending.parts['text/calendar'])
  await system.bookings.approveBooking({ params: { bookingId: bookings[1]!.id } }, manager)
  const program = calendarProgram()
  program.take(await mailToPerson(system, person, /^Booking confirmed: Series/))
  t.match(program.shown(), await standing(series.id, person), 'as the series of which this stands')
  t.equal(program.shown().length, 1)
  t.same(program.strays, [])
})

t.test('approveBookingSeries and rejectBookingSeries: one mail, and the calendar shows what was approved', async t => {
  const person = await system.person()
  const approved = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  const [good, bad] = [await create(person, 10, 'FREQ=DAILY;COUNT=5', { roomId: approved, title: 'Wanted' }), await create(person, 12, 'FREQ=DAILY;COUNT=3', { roomId: approved, title: 'Unwanted' })]
  await system.bookings.approveBookingSeries({ params: { seriesId: good.series.id }, body: { reason: 'Welcome' } }, manager)
  await system.bookings.rejectBookingSeries({ params: { seriesId: bad.series.id }, body: { reason: 'Too loud' } }, manager)
  const rejected = await mailToPerson(system, person, /^Booking rejected: Unwanted/)
  t.match(rejected.parts['text/plain'], /3 bookings rejected[^]*Reason: +Too loud\n/)
  t.same(rejected.calendars, [])
  const confirmed = await mailToPerson(system, person, /^Booking confirmed: Wanted/)
  t.match(confirmed.parts['text/plain'], /5 bookings confirmed[^]*Reason: +Welcome\n/)
  const program = calendarProgram()
  program.take(confirmed)
  t.match(program.shown(), await standing(good.series.id, person))
  t.equal(program.shown().length, 5)
  t.same(program.strays, [])
  const kinds = (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.map(({ kind }) => kind)
  t.same(['booking_confirmed', 'booking_rejected'].map(kind => kinds.filter(each => each === kind).length), [1, 1])
})

t.test('getBookingSeriesSchedule is for its owner, those who manage bookings, and services', async t => {
  const [person, stranger] = [await system.person(), await system.person()]
  const { series } = await create(person, 18, 'FREQ=DAILY;COUNT=3')
  const get = async (context: { token: string }) => await system.bookings.getBookingSeriesSchedule({ params: { seriesId: series.id } }, context)
  t.match(await get(person), { series: { id: series.id }, localStart: at(18).slice(0, 19), recurrence: /^FREQ=DAILY;UNTIL=\d{8}T235959Z$/, excludedLocalStarts: [], occurrences: [{ recurrenceId: at(18).slice(0, 19), changed: false }, {}, {}] })
  t.same(await get(manager), await get(person))
  t.same(await get({ token: await system.serviceToken() }), await get(person))
  await t.rejects(get(stranger), { status: 403, code: 'booking.not_yours' })
})
