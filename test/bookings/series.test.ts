import fc from 'fast-check'
import { t } from '../support/suite.ts'
import { localDate, localTime, occurrencesOf } from '../../services/bookings/domain/recurrence.ts'
import { parseRule, ruleText } from '../../services/bookings/domain/recurrence-rule.ts'
import { localText, zoneClock } from '../../shared/domain/zone-clock.ts'
import { seedOf } from '../support/random.ts'
import { sharedSystem, type Person, type TestSystem } from '../support/system.ts'
import { clock, firstDay, rule, zone } from './recurrences.ts'
import { at, hour, makeRoom, refusal } from './support.ts'

let system: TestSystem
let user: Person
let manager: Person
t.before(async () => {
  system = await sharedSystem(t)
  user = await system.person()
  manager = await system.person('facility_manager')
})

type SeriesCreate = Parameters<TestSystem['bookings']['createBookingSeries']>[0]['body']
const create = async (roomId: string, from: number, to: number, recurrence: string, extra: Partial<SeriesCreate> = {}, who: Person = user) =>
  await system.bookings.createBookingSeries({ body: { roomId, title: 'Weekly', startsAt: at(from), endsAt: at(to), recurrence, ...extra } }, who)
const occurrences = async (seriesId: string) => (await system.bookings.listBookings({ query: { seriesId, limit: 100 } }, user)).items
const live = async (seriesId: string) => (await occurrences(seriesId)).filter(({ status }) => status === 'confirmed').map(({ startsAt }) => startsAt)
const daily = (hours: number, from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => at(hours + 24 * (from + index)))

/**
 * The days of a rule, found the long way: by looking at every day of the calendar with plain arithmetic of Date, one after the other,
 * whether the rule names it. It shares nothing with the code under test but the text of the rule.
 */
function naiveDates (text: string, first: string, horizon: string): string[] {
  const parts = Object.fromEntries(text.split(';').map(part => part.split('='))) as Record<string, string>
  const list = (name: string): string[] => parts[name]?.split(',') ?? []
  const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
  const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)
  const start = utc(first)
  const interval = Number(parts['INTERVAL'] ?? 1)
  const weekStart = names.indexOf(parts['WKST'] ?? 'MO')
  const weekOf = (date: Date): number => Math.floor((date.getTime() / 86_400_000 + 4 - weekStart + 7) / 7)
  const periodOf = (date: Date): number => {
    switch (parts['FREQ']) {
      case 'DAILY': return date.getTime() / 86_400_000
      case 'WEEKLY': return weekOf(date)
      case 'MONTHLY': return date.getUTCFullYear() * 12 + date.getUTCMonth()
      default: return date.getUTCFullYear()
    }
  }
  const isNamed = (date: Date): boolean => {
    const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
    const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    if (parts['BYMONTH'] && !list('BYMONTH').includes(String(month + 1))) return false
    if (parts['BYMONTHDAY'] && !list('BYMONTHDAY').some(value => Number(value) === dayOfMonth || Number(value) === dayOfMonth - daysInMonth - 1)) return false
    if (parts['BYDAY']) {
      return list('BYDAY').some(value => {
        if (!value.endsWith(names[date.getUTCDay()] as string)) return false
        const ordinal = Number(value.slice(0, -2))
        if (ordinal === 0) return true
        const inMonth = parts['FREQ'] === 'MONTHLY' || parts['BYMONTH'] !== undefined
        const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)))
        const same = days.filter(each => each.getUTCFullYear() === year && (!inMonth || each.getUTCMonth() === month) && each.getUTCDay() === date.getUTCDay())
        return same.at(ordinal > 0 ? ordinal - 1 : ordinal)?.getTime() === date.getTime()
      })
    }
    if (parts['BYMONTHDAY']) return true
    if (parts['FREQ'] === 'DAILY') return true
    if (parts['FREQ'] === 'WEEKLY') return date.getUTCDay() === start.getUTCDay()
    return dayOfMonth === start.getUTCDate() && (parts['FREQ'] === 'MONTHLY' || parts['BYMONTH'] !== undefined || month === start.getUTCMonth())
  }
  const byPeriod = new Map<number, string[]>()
  for (let time = start.getTime() - 400 * 86_400_000; time <= utc(horizon).getTime() + 400 * 86_400_000; time += 86_400_000) {
    const date = new Date(time)
    const period = periodOf(date)
    if ((period - periodOf(start)) % interval !== 0 || !isNamed(date)) continue
    byPeriod.set(period, [...byPeriod.get(period) ?? [], date.toISOString().slice(0, 10)])
  }
  const all = [...byPeriod].sort(([a], [b]) => a - b).flatMap(([, dates]) => parts['BYSETPOS'] ? dates.filter((_date, index) => list('BYSETPOS').some(position => Number(position) === index + 1 || Number(position) === index - dates.length)) : dates)
  return all.filter(date => date >= first && date <= horizon)
}

t.test('the occurrences of any rule are those that a look at every day finds, at the same local time', async t => {
  const seed = seedOf(t)
  fc.assert(fc.property(rule, zone, firstDay, clock, fc.integer({ min: 30, max: 700 }), (text, timeZone, date, time, days) => {
    const until = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
    const expected = naiveDates(text, date, until)
    fc.pre(expected.length > 0 && expected.length <= 366)
    // Noon exists on every day of these zones but one; the asked time is what the first occurrence really has.
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const offset = offsetOf(timeZone, new Date(`${date}T${time}:00Z`))
    const startsAt = new Date(Date.parse(`${date}T${time}:00Z`) - offset)
    fc.pre(localDate(startsAt, timeZone) === date && localTime(startsAt, timeZone) === `${time}:00`)
    const first = { startsAt, endsAt: new Date(startsAt.getTime() + hour) }
    for (const end of [`UNTIL=${until.replaceAll('-', '')}`, `COUNT=${expected.length}`]) {
      const slots = occurrencesOf(parseRule(`${text};${end}`), first, timeZone)
      if (JSON.stringify(slots.map(slot => localDate(slot.startsAt, timeZone))) !== JSON.stringify(expected)) return false
      for (const slot of slots) {
        const local = localTime(slot.startsAt, timeZone)
        // Only where the clock is put forward over the time does it differ, and then by what is left out.
        const later = Number(local.slice(0, 2)) * 60 + Number(local.slice(3, 5)) - hours * 60 - minutes
        if (later !== 0 && !(later > 0 && later <= 60 && offsetOf(timeZone, new Date(slot.startsAt.getTime() - 2 * hour)) < offsetOf(timeZone, slot.startsAt))) return false
        if (slot.endsAt.getTime() - slot.startsAt.getTime() !== hour) return false
      }
    }
    return ruleText(parseRule(ruleText(parseRule(`${text};COUNT=1`)))) === ruleText(parseRule(`${text};COUNT=1`))
  }), { numRuns: 250, seed })
})

function offsetOf (timeZone: string, instant: Date): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts['year'] as number, parts['month'] as number - 1, parts['day'], parts['hour'], parts['minute'], parts['second']) - instant.getTime()
}

t.test('occurrences keep their local time over changes of the clock, and skip days that do not exist', async t => {
  const expand = (text: string, startsAt: string, timeZone: string): string[] => occurrencesOf(parseRule(text), { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + hour) }, timeZone).map(slot => slot.startsAt.toISOString().replace('.000Z', 'Z'))
  t.same(expand('FREQ=WEEKLY;COUNT=3', '2026-03-22T09:00:00+01:00', 'Europe/Berlin'), ['2026-03-22T08:00:00Z', '2026-03-29T07:00:00Z', '2026-04-05T07:00:00Z'])
  t.same(expand('FREQ=DAILY;COUNT=3', '2026-03-28T02:30:00+01:00', 'Europe/Berlin'), ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'], '02:30 is 03:30 on the day without it')
  t.same(expand('FREQ=DAILY;COUNT=3', '2026-10-24T02:30:00+02:00', 'Europe/Berlin'), ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'], 'the first of two')
  t.same(expand('FREQ=MONTHLY;COUNT=3', '2026-01-31T10:00:00Z', 'UTC'), ['2026-01-31T10:00:00Z', '2026-03-31T10:00:00Z', '2026-05-31T10:00:00Z'])
  t.same(expand('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31T10:00:00Z', 'UTC'), ['2026-01-31T10:00:00Z', '2026-02-28T10:00:00Z', '2026-03-31T10:00:00Z'])
  t.same(expand('FREQ=WEEKLY;UNTIL=20260105T100000Z', '2026-01-05T10:00:00Z', 'UTC'), ['2026-01-05T10:00:00Z'])
  for (const [text, says] of [['FREQ=WEEKLY', /COUNT or UNTIL/], ['FREQ=HOURLY;COUNT=2', /FREQ is/], ['FREQ=DAILY;COUNT=2;BYHOUR=1', /not supported/], ['FREQ=DAILY;COUNT=400', /COUNT has 400/], ['FREQ=DAILY;UNTIL=20270601', /more than 366/],
    ['FREQ=MONTHLY;COUNT=40', /two years/], ['FREQ=WEEKLY;BYDAY=1MO;COUNT=2', /ordinals/], ['FREQ=DAILY;COUNT=2;COUNT=3', /twice/], ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=1', /two years/], ['FREQ=DAILY;UNTIL=20260231', /UNTIL is/]] as const) {
    t.throws(() => expand(text, '2026-01-31T10:00:00Z', 'UTC'), { code: 'booking.recurrence_invalid', message: says }, text)
  }
})

t.test('createBookingSeries books every occurrence, and getBookingSeries and listBookings show them', async t => {
  const roomId = await makeRoom(system, manager)
  const outcome = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=5', { excludedStarts: [at(58)], attendeeCount: 3 })
  t.match(outcome, { series: { roomId, recurrence: 'FREQ=DAILY;COUNT=5', timeZone: 'UTC', status: 'active', version: 1, startsAt: at(10) }, skipped: [] })
  t.same(outcome.bookings.map(({ startsAt }) => startsAt), [at(10), at(34), at(82), at(106)])
  t.same(await occurrences(outcome.series.id), outcome.bookings)
  t.same(await system.bookings.getBookingSeries({ params: { seriesId: outcome.series.id } }, user), outcome.series)
  const [rows] = await system.sql.bookings.query("SELECT COUNT(*) AS n FROM outbox WHERE type = 'booking.created' AND subject IN (SELECT id FROM booking WHERE series_id = ?)", [outcome.series.id])
  t.same(rows, [{ n: 4 }])
  const stranger = await system.person()
  t.match(await refusal(system.bookings.getBookingSeries({ params: { seriesId: outcome.series.id } }, stranger)), { status: 403, code: 'booking.not_yours' })
  t.match(await refusal(system.bookings.getBookingSeries({ params: { seriesId: roomId } }, user)), { status: 404, code: 'booking.series_not_found' })
})

t.test('createBookingSeries rejects or skips what is taken or breaks a rule, and says why', async t => {
  const roomId = await makeRoom(system, manager, { policy: { maximumDaysAhead: 5 } })
  await system.bookings.createBooking({ body: { roomId, title: 'In the way', startsAt: at(34), endsAt: at(35) } }, manager)
  t.match(await refusal(create(roomId, 10, 11, 'FREQ=DAILY;COUNT=3')), { status: 409, code: 'booking.conflict', body: { details: [{ kind: 'conflict', roomId, startsAt: at(34), endsAt: at(35) }] } })
  t.match(await refusal(create(roomId, 10, 11, 'FREQ=DAILY;COUNT=7')), { status: 422, code: 'booking.policy_violated', body: { details: [{ code: 'too_far_ahead', limit: 5 }] } })
  const rehearsed = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=7', { onConflict: 'skip', dryRun: true })
  const outcome = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=7', { onConflict: 'skip' })
  for (const { bookings, skipped } of [rehearsed, outcome]) {
    t.same(bookings.length + skipped.length, 7)
    t.match(skipped[0], { startsAt: at(34), conflicts: [{ roomId, startsAt: at(34), endsAt: at(35) }], violations: [] })
    t.match(skipped.at(-1), { startsAt: at(154), conflicts: [], violations: [{ code: 'too_far_ahead' }] })
  }
  t.match(await refusal(create(roomId, 10, 11, 'FREQ=DAILY;COUNT=2', { onConflict: 'skip' })), { status: 409, code: 'booking.conflict' }, 'nothing would be left')
  t.match(await refusal(create(roomId, 12, 13, 'FREQ=WEEKLY;COUNT=2;BYDAY=MO,TU,WE,TH,FR,SA,SU', { startsAt: at(12), excludedStarts: [at(12), at(36)] })), { status: 422, code: 'booking.recurrence_invalid' })
  const notToday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][(new Date(at(12)).getUTCDay() + 1) % 7]
  t.match(await refusal(create(roomId, 12, 13, `FREQ=WEEKLY;COUNT=2;BYDAY=${notToday}`)), { status: 422, code: 'booking.recurrence_invalid', body: { message: /must be the first occurrence/ } })
  t.match(await refusal(create(roomId, 0, 24, 'FREQ=DAILY;COUNT=2', { endsAt: at(24) }, user)), { status: 422 })
})

t.test('createBookingSeries refuses occurrences that overlap each other', async t => {
  const roomId = await makeRoom(system, manager, { policy: { maximumMinutes: 1440, bufferMinutes: 30 } })
  t.match(await refusal(create(roomId, 0, 23.75, 'FREQ=DAILY;COUNT=2')), { status: 422, code: 'booking.recurrence_invalid', body: { message: /overlap/ } })
  t.equal((await create(roomId, 0, 23.5, 'FREQ=DAILY;COUNT=2')).bookings.length, 2)
})

t.test('a series counts as one upcoming booking', async t => {
  const roomId = await makeRoom(system, manager)
  const eager = await system.person()
  for (let number = 0; number < 20; number++) await create(roomId, number, number + 1, 'FREQ=DAILY;COUNT=2', {}, eager)
  t.match(await refusal(create(roomId, 22, 23, 'FREQ=DAILY;COUNT=2', {}, eager)), { status: 422, body: { details: [{ code: 'too_many_upcoming', limit: 20, actual: 21 }] } })
})

t.test('updateBookingSeries changes all occurrences that are left, and no other', async t => {
  const [roomId, elsewhere] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  const { series, bookings } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=6')
  const [first, second, third] = bookings
  await system.bookings.updateBooking({ params: { bookingId: second!.id }, body: { startsAt: at(38), endsAt: at(39) } }, user)
  await system.bookings.cancelBooking({ params: { bookingId: third!.id } }, user)
  await system.sql.bookings.execute('UPDATE booking SET starts_at = starts_at - INTERVAL 3 DAY, ends_at = ends_at - INTERVAL 3 DAY WHERE id = ?', [first!.id])
  const update = async (body: object, headers: object = {}) => await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, headers, body: { scope: 'all', ...body } }, user)

  const rehearsed = await update({ startTime: '12:00', dryRun: true })
  t.same(rehearsed.bookings.map(({ startsAt }) => startsAt), daily(12, 3, 6))
  const outcome = await update({ startTime: '12:00', durationMinutes: 30, title: 'Later', roomId: elsewhere }, { 'If-Match': '"1"' })
  t.match(outcome.series, { id: series.id, version: 2, title: 'Later', roomId: elsewhere, startsAt: at(12), recurrence: 'FREQ=DAILY;COUNT=6' })
  t.same(outcome.bookings.map(({ startsAt }) => startsAt), daily(12, 3, 6))
  t.match(outcome.bookings[0], { title: 'Later', roomId: elsewhere, endsAt: at(84.5), originalStartsAt: at(84), version: 2 })
  const after = await occurrences(series.id)
  t.match(after.find(({ id }) => id === second!.id), { startsAt: at(38), title: 'Weekly', roomId, status: 'confirmed' })
  t.match(after.find(({ id }) => id === third!.id), { status: 'cancelled' })
  t.match(after.find(({ id }) => id === first!.id), { status: 'completed', title: 'Weekly' })
  t.match(await refusal(update({ title: 'Stale' }, { 'If-Match': '"1"' })), { status: 412 })

  await system.bookings.createBooking({ body: { roomId: elsewhere, title: 'In the way', startsAt: at(110), endsAt: at(111) } }, manager)
  t.match(await refusal(update({ startTime: '14:00' })), { status: 409, code: 'booking.conflict', body: { details: [{ kind: 'conflict', startsAt: at(110) }] } })
  t.same((await live(series.id)).slice(-3), daily(12, 3, 6), 'all or nothing')
  t.match(await refusal(update({ durationMinutes: 600 })), { status: 422, code: 'booking.policy_violated' })
  t.match(await refusal(update({ recurrence: 'FREQ=DAILY' })), { status: 422, code: 'booking.recurrence_invalid' }, 'it would not end')

  const recurring = await update({ recurrence: 'FREQ=DAILY;INTERVAL=2;COUNT=5' })
  // Days 0, 2, 4, 6 and 8 of the rule: the first is past, the second cancelled by itself, the third kept, and two are new.
  t.same(recurring.bookings.filter(({ status }) => status === 'confirmed').map(({ startsAt }) => startsAt), [at(108), at(156), at(204)])
  t.same(recurring.bookings.filter(({ status }) => status === 'cancelled').map(({ startsAt }) => startsAt), [at(84), at(132)])
})

t.test('updateBookingSeries splits a series at an occurrence; cancelBookingSeries cuts its end off', async t => {
  const roomId = await makeRoom(system, manager)
  const { series, bookings } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=6')
  await system.bookings.cancelBooking({ params: { bookingId: bookings[4]!.id } }, user)
  const from = at(10 + 48)
  t.match(await refusal(system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', title: 'Nothing' } }, user)), { status: 422, code: 'booking.scope_invalid' })
  t.match(await refusal(system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from: at(11), title: 'Nothing' } }, user)), { status: 422, code: 'booking.scope_invalid' })
  const outcome = await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from, startTime: '13:00', title: 'New' } }, user)
  t.match(outcome.series, { splitFromSeriesId: series.id, recurrence: 'FREQ=DAILY;COUNT=4', startsAt: at(13 + 48), title: 'New', version: 1, excludedStarts: [at(13 + 96)] })
  t.same(await live(outcome.series.id), [at(61), at(85), at(133)])
  t.same(await live(series.id), [at(10), at(34)])
  t.match(await system.bookings.getBookingSeries({ params: { seriesId: series.id } }, user), { recurrence: 'FREQ=DAILY;COUNT=2', version: 2, title: 'Weekly' })
  t.equal(outcome.bookings[0]?.id, bookings[2]?.id, 'bookings keep their identity')

  const cut = await system.bookings.cancelBookingSeries({ params: { seriesId: outcome.series.id }, body: { scope: 'following', from: at(85), reason: 'Enough' } }, user)
  t.match(cut, { series: { status: 'active', recurrence: 'FREQ=DAILY;COUNT=1' }, bookings: [{ status: 'cancelled', cancellationReason: 'Enough' }, { status: 'cancelled' }] })
  t.same(await live(outcome.series.id), [at(61)])
  t.match(await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all' } }, manager), { series: { status: 'cancelled' }, bookings: [{ startsAt: at(10) }, { startsAt: at(34) }] })
  t.match(await system.bookings.cancelBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all' } }, user), { series: { status: 'cancelled', version: 3 }, bookings: [] }, 'a repetition changes nothing')
  t.equal((await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=2')).bookings.length, 2, 'the room is free again')
})

t.test('a series in a room that requires approval is pending, one booking at a time', async t => {
  const roomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  const { bookings } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=2')
  t.same(bookings.map(({ status }) => status), ['pending', 'pending'])
  const approved = await system.bookings.approveBooking({ params: { bookingId: bookings[0]!.id } }, manager)
  t.match(approved, { status: 'confirmed', seriesId: bookings[0]!.seriesId })
  const update = system.bookings.updateBookingSeries({ params: { seriesId: approved.seriesId as string }, body: { scope: 'all', startTime: '12:00' } }, user)
  t.match(await refusal(update), { status: 409, code: 'booking.approval_required' }, 'one was approved at another time')
})

t.test('approveBookingSeries confirms all that waits, that which was moved by itself too, and a repetition changes nothing', async t => {
  const [roomId, other] = [await makeRoom(system, manager, { policy: { requiresApproval: true } }), await makeRoom(system, manager, { policy: { requiresApproval: true } })]
  const { series: { id: seriesId }, bookings } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=5')
  const params = { seriesId }
  await system.bookings.cancelBooking({ params: { bookingId: bookings[1]!.id } }, user)
  await system.bookings.updateBooking({ params: { bookingId: bookings[2]!.id }, body: { roomId: other } }, user)
  await system.sql.bookings.execute('UPDATE booking SET starts_at = starts_at - INTERVAL 7 DAY WHERE id = ?', [bookings[4]!.id])
  t.match(await refusal(system.bookings.approveBookingSeries({ params }, user)), { status: 403 })
  t.match(await refusal(system.bookings.approveBookingSeries({ params, headers: { 'If-Match': '"7"' } }, manager)), { status: 412, code: 'request.version_stale' })
  const { series, bookings: approved } = await system.bookings.approveBookingSeries({ params, body: { reason: 'Fine' }, headers: { 'If-Match': '"1"' } }, manager)
  t.match({ series, approved }, { series: { version: 2, status: 'active' }, approved: [0, 2, 3].map(index => ({ id: bookings[index]!.id, status: 'confirmed', decisionReason: 'Fine' })) })
  t.same((await occurrences(seriesId)).map(({ status }) => status).sort(), ['cancelled', 'confirmed', 'confirmed', 'confirmed', 'rejected'], 'what began undecided is rejected')
  t.match((await system.bookings.getBookingHistory({ params: { bookingId: bookings[2]!.id }, query: {} }, user)).items.find(({ action }) => action === 'approved'), { actorId: manager.user.id, reason: 'Fine' })
  const again = await system.send('bookings', `/api/v1/booking-series/${seriesId}/approve`, { method: 'POST', token: manager.token, headers: { 'if-match': '"1"' } })
  t.match(again, { status: 200, json: { series: { version: 2 }, bookings: [] }, headers: { etag: '"2"' } })
})

t.test('rejectBookingSeries turns down all that waits, leaves what is confirmed, and gives the time back', async t => {
  const roomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  const { series: { id: seriesId }, bookings } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=3')
  const params = { seriesId }
  await system.bookings.approveBooking({ params: { bookingId: bookings[1]!.id } }, manager)
  const { series, bookings: rejected } = await system.bookings.rejectBookingSeries({ params, body: { reason: 'Full' } }, manager)
  t.match({ series, rejected }, { series: { version: 2 }, rejected: [0, 2].map(index => ({ id: bookings[index]!.id, status: 'rejected', decisionReason: 'Full' })) })
  t.same(await live(seriesId), [bookings[1]!.startsAt])
  t.match(await system.bookings.rejectBookingSeries({ params, headers: { 'If-Match': '"1"' } }, manager), { series: { version: 2 }, bookings: [] }, 'a repetition changes nothing')
  t.match(await system.bookings.createBooking({ body: { roomId, title: 'Free again', startsAt: at(10), endsAt: at(11) } }, user), { status: 'pending' })
})

t.test('approveBookingSeries and rejectBookingSeries are 409 where nothing waits and nothing was decided so', async t => {
  const roomId = await makeRoom(system, manager)
  const { series: { id: seriesId } } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=2')
  t.match(await refusal(system.bookings.rejectBookingSeries({ params: { seriesId } }, manager)), { status: 409, code: 'booking.state_conflict' })
  await system.bookings.cancelBookingSeries({ params: { seriesId }, body: { scope: 'all' } }, user)
  t.match(await refusal(system.bookings.approveBookingSeries({ params: { seriesId } }, manager)), { status: 409, code: 'booking.state_conflict' })
})

t.test('approveBookingSeries and rejectBookingSeries at once: one of them decides, and one history says so', async t => {
  const roomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  for (let round = 0; round < 10; round++) {
    const { series: { id: seriesId } } = await create(roomId, 20 + round, 21 + round, 'FREQ=DAILY;COUNT=2')
    const outcomes = await Promise.allSettled(['approve', 'reject', 'approve', 'reject'].map(async verb =>
      await (verb === 'approve' ? system.bookings.approveBookingSeries : system.bookings.rejectBookingSeries)({ params: { seriesId } }, manager)))
    t.equal(outcomes.filter(outcome => outcome.status === 'fulfilled' && outcome.value.bookings.length === 2).length, 1)
    t.equal(new Set((await occurrences(seriesId)).map(({ status }) => status)).size, 1)
    t.equal((await system.bookings.getBookingSeries({ params: { seriesId } }, user)).version, 2)
    await system.bookings.cancelBookingSeries({ params: { seriesId }, body: { scope: 'all' } }, user)
  }
})

t.test('updateBookingSeries refuses a split that makes one upcoming booking too many, and a manager may override it', async t => {
  const [owner, roomId, elsewhere] = [await system.person(), await makeRoom(system, manager), await makeRoom(system, manager)]
  const { series: { id: seriesId }, bookings } = await create(roomId, 1, 2, 'FREQ=DAILY;COUNT=4', {}, owner)
  for (let index = 0; index < 19; index++) await system.bookings.createBooking({ body: { roomId: elsewhere, title: 'Other', startsAt: at(index), endsAt: at(index + 1) } }, owner)
  const split = async (occurrence: number, who: Person, extra: object = {}) =>
    await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'following', from: bookings[occurrence]?.startsAt ?? '', title: 'Split', ...extra } }, who)
  t.match(await refusal(split(2, owner)), { status: 422, body: { details: [{ code: 'too_many_upcoming', limit: 20, actual: 21 }] } })
  t.equal((await system.bookings.listBookings({ query: { seriesId } }, owner)).items.every(({ title }) => title === 'Weekly'), true, 'nothing has changed')
  t.equal((await split(2, manager, { override: true })).series.splitFromSeriesId, seriesId)
})

t.test('updateBookingSeries moves to a room that will be available by then', async t => {
  const [roomId, later] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  await system.rooms.setRoomStatus({ params: { roomId: later }, body: { status: 'maintenance', reason: 'Paint', until: at(0) } }, manager)
  const { series: { id: seriesId } } = await create(roomId, 1, 2, 'FREQ=DAILY;COUNT=2')
  t.equal((await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'all', roomId: later } }, user)).series.roomId, later)
})

t.test('updateBookingSeries keeps the local time of a series that is split on the day on which the clock skips it', async t => {
  const clock = zoneClock('Europe/Berlin')
  let change = clock.nextChange(Date.now() + 72 * hour)
  if (clock.localAt(change) - clock.localAt(change - 1) < hour) change = clock.nextChange(change)
  const after = (hours: number): string => new Date(change + hours * hour).toISOString()
  const roomId = await makeRoom(system, manager, { timeZone: 'Europe/Berlin' })
  // At 02:30, from two days before the day without that time on.
  const { series, bookings } = await system.bookings.createBookingSeries({ body: { roomId, title: 'Nightly', startsAt: after(-47.5), endsAt: after(-46.5), recurrence: 'FREQ=DAILY;COUNT=5', override: true } }, manager)
  t.same(bookings.map(({ startsAt }) => startsAt), [-47.5, -23.5, 0.5, 23.5, 47.5].map(after), 'the third is at 03:30')
  const split = await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'following', from: after(0.5), title: 'Split', override: true } }, manager)
  t.same(split.bookings.map(({ startsAt }) => startsAt), [0.5, 23.5, 47.5].map(after))
  const changed = await system.bookings.updateBookingSeries({ params: { seriesId: split.series.id }, body: { scope: 'all', title: 'Again', recurrence: 'FREQ=DAILY;COUNT=4', override: true } }, manager)
  t.same(changed.bookings.map(({ startsAt }) => startsAt), [0.5, 23.5, 47.5, 71.5].map(after), '02:30 again on all days that have it')
  t.match(await system.bookings.getBookingSeriesSchedule({ params: { seriesId: split.series.id } }, manager), { localStart: /T02:30:00$/, excludedLocalStarts: [] })
})

t.test('updateBookingSeries that moves to another time zone keeps every occurrence on its day, the one that was changed by itself too', async t => {
  const [tokyo, newYork] = [await makeRoom(system, manager, { timeZone: 'Asia/Tokyo' }), await makeRoom(system, manager, { timeZone: 'America/New_York' })]
  // At 08:00 in Tokyo it is still the day before in New York.
  const { series: { id: seriesId }, bookings } = await create(tokyo, 23, 24, 'FREQ=DAILY;COUNT=4')
  const own = bookings[1]!
  await system.bookings.updateBooking({ params: { bookingId: own.id }, body: { title: 'By itself' } }, user)
  const dates = bookings.map(({ startsAt }) => localText(new Date(startsAt), 'Asia/Tokyo').slice(0, 10))
  const moved = await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'all', roomId: newYork } }, user)
  t.same(moved.bookings.map(({ startsAt }) => localText(new Date(startsAt), 'America/New_York')), [0, 2, 3].map(index => `${dates[index]}T08:00:00`))
  const schedule = await system.bookings.getBookingSeriesSchedule({ params: { seriesId } }, user)
  t.match(schedule, { localStart: `${dates[0]}T08:00:00`, excludedLocalStarts: [] })
  t.match(schedule.occurrences.find(({ booking }) => booking.id === own.id), { recurrenceId: `${dates[1]}T08:00:00`, changed: true, booking: { startsAt: own.startsAt, roomId: tokyo } })
  const longer = await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'all', recurrence: 'FREQ=DAILY;COUNT=5' } }, user)
  t.equal(longer.bookings.length, 4, 'its day is taken: three are kept and one is new')
})

t.test('updateBookingSeries lets occurrences move to where another one of the series was, also one that is dropped', async t => {
  const roomId = await makeRoom(system, manager, { policy: { maximumMinutes: 1440 } })
  const { series: { id: seriesId } } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=3')
  t.same((await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'all', startTime: '10:30' } }, user)).bookings.map(({ startsAt }) => startsAt), daily(10.5, 0, 3))
  const weekly = await system.bookings.updateBookingSeries({ params: { seriesId }, body: { scope: 'all', recurrence: 'FREQ=WEEKLY;COUNT=2', startTime: '11:00', durationMinutes: 1440 } }, user)
  t.same(weekly.bookings.map(({ startsAt, status }) => [startsAt, status]), [[at(11), 'confirmed'], [at(34.5), 'cancelled'], [at(58.5), 'cancelled'], [at(11 + 7 * 24), 'confirmed']])
})

t.test('createBookingSeries of a year names each occurrence that is taken, and only those', async t => {
  const roomId = await makeRoom(system, manager, { policy: { maximumDaysAhead: 730 } })
  const taken = [3, 64, 65, 200, 365]
  for (const days of taken) await system.bookings.createBooking({ body: { roomId, title: 'In the way', startsAt: at(24 * days + 10.5), endsAt: at(24 * days + 10.75) } }, manager)
  for (const from of [9, 11]) await system.bookings.createBooking({ body: { roomId, title: 'Beside', startsAt: at(24 * 8 + from), endsAt: at(24 * 8 + from + 1) } }, manager)
  const { bookings, skipped } = await create(roomId, 10, 11, 'FREQ=DAILY;COUNT=366', { onConflict: 'skip' })
  t.equal(bookings.length, 366 - taken.length)
  t.same(skipped.map(({ startsAt, conflicts }) => [startsAt, conflicts.length]), taken.map(days => [at(24 * days + 10), 1]))
})

t.test('createBookingSeries repeated with its Idempotency-Key answers the same again, Location included', async t => {
  const body = { roomId: await makeRoom(system, manager), title: 'Once', startsAt: at(1), endsAt: at(2), recurrence: 'FREQ=DAILY;COUNT=2' }
  const send = async () => await system.send('bookings', '/api/v1/booking-series', { method: 'POST', token: user.token, headers: { 'idempotency-key': 'series-once-more' }, body })
  const [first, second] = [await send(), await send()]
  t.same([first.status, second.status, second.headers['idempotency-replayed']], [201, 201, 'true'])
  t.same(second.json, first.json)
  t.equal(second.headers['location'], `/api/v1/booking-series/${first.json.series.id}`)
  t.equal(first.headers['location'], second.headers['location'])
})
