import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { startService } from '../../scripts/system/services.ts'
import { readCalendar, readWithTsIcs, type Shown } from '../support/calendar.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'
import { at, day, hour, makeRoom, refusal } from './support.ts'

let system: TestSystem
let manager: Person
let admin: Person
let roomId: string
t.before(async () => {
  system = await testSystem(t)
  manager = await system.person('facility_manager')
  admin = await system.person('admin')
  roomId = await makeRoom(system, manager, { name: 'Aurora', building: 'North', timeZone: 'Europe/Berlin' })
})

const feedOf = async (person: Person, body: { name?: string, roomId?: string } = {}) => await system.bookings.createCalendarFeed({ body }, person)
const pathOf = (url: string): string => new URL(url).pathname
const read = async (url: string, headers: Record<string, string> = {}): Promise<RawAnswer> => await system.send('bookings', pathOf(url), { headers })
const shownAt = async (url: string): Promise<Shown[]> => readCalendar((await read(url)).text).shown
const book = async (person: Person, title: string, hours: number, room = roomId) =>
  await system.bookings.createBooking({ body: { roomId: room, title, startsAt: at(hours), endsAt: at(hours + 1) } }, person)

t.test('createCalendarFeed: a secret URL shows one\'s own bookings, series as such, and follows them', async t => {
  const [person, other] = [await system.person(), await system.person()]
  const feed = await feedOf(person)
  t.match(feed, { name: 'My bookings', roomId: null })
  t.ok(feed.url.startsWith(`${system.urls.bookings}/api/v1/calendars/`))
  t.equal(Buffer.from(feed.url.split('/').at(-1) ?? '', 'base64url').length, 32)
  t.same((await shownAt(feed.url)), [])
  t.equal(readCalendar((await read(feed.url)).text).calendar.getAllSubcomponents().length, 1, 'a calendar has a component, even without bookings')

  const single = await book(person, 'Talk; with, "signs"', 9)
  await book(other, 'Not mine', 11)
  const { series, bookings } = await system.bookings.createBookingSeries({ body: { roomId, title: 'Weekly', startsAt: at(13), endsAt: at(14), recurrence: 'FREQ=WEEKLY;COUNT=20' } }, person)
  await system.bookings.cancelBooking({ params: { bookingId: bookings[2]!.id } }, person)
  await system.bookings.updateBooking({ params: { bookingId: bookings[4]!.id }, body: { startsAt: at(15 + 4 * 168), endsAt: at(17 + 4 * 168) } }, person)
  const answer = await read(feed.url)
  const { method, calendar, shown, events } = readCalendar(answer.text)
  t.match({ status: answer.status, type: answer.headers['content-type'] }, { status: 200, type: 'text/calendar; charset=utf-8' })
  t.equal(method, '', 'with a method, each event would need an organizer')
  t.match([calendar.getFirstPropertyValue('x-wr-calname'), String(calendar.getFirstPropertyValue('refresh-interval'))], ['My bookings', 'PT30M'])
  const { items } = await system.bookings.listBookings({ query: { status: 'confirmed', limit: 100 } }, person)
  t.equal(items.length, 20)
  t.same(shown, items.map(({ id, seriesId, startsAt, endsAt, title }) => ({ uid: seriesId ?? id, startsAt, endsAt, summary: title, location: 'Aurora (North)', status: 'CONFIRMED' })))
  t.equal(events.length, 3, 'one, a series, and its exception')
  t.same(new Set(shown.map(({ uid }) => uid)), new Set([single.id, series.id]), 'the UIDs of the invitations')
})

t.test('getCalendar: a copy at hand is confirmed with 304 until something changes', async t => {
  const person = await system.person()
  const feed = await feedOf(person, { name: 'Work' })
  await book(person, 'Before', 20)
  const first = await read(feed.url)
  const etag = first.headers['etag'] ?? ''
  t.match(first.headers['cache-control'], /^private, max-age=\d+$/)
  const unchanged = await read(feed.url, { 'if-none-match': etag })
  t.match(unchanged, { status: 304, text: '', headers: { etag, 'cache-control': /private/ } })
  const head = await system.send('bookings', pathOf(feed.url), { method: 'HEAD' })
  t.match(head, { status: 200, text: '', headers: { etag } })
  await book(person, 'After', 22)
  const changed = await read(feed.url, { 'if-none-match': etag })
  t.equal(changed.status, 200)
  t.same(readCalendar(changed.text).shown.map(({ summary }) => summary), ['Before', 'After'])
})

t.test('createCalendarFeed of a room: others learn that it is busy, managers what for', async t => {
  const room = await makeRoom(system, manager, { name: 'Borealis', building: 'South' })
  const [person, curious] = [await system.person(), await system.person()]
  const booking = await book(person, 'Secret plan', 10, room)
  await system.bookings.createBookingSeries({ body: { roomId: room, title: 'Secret series', startsAt: at(34), endsAt: at(35), recurrence: 'FREQ=DAILY;COUNT=3' } }, person)
  const [busy, whole] = [await feedOf(curious, { roomId: room }), await feedOf(manager, { roomId: room, name: 'Everything' })]
  t.match([busy.name, whole.name], ['Borealis', 'Everything'])
  const { text } = await read(busy.url)
  for (const secret of ['Secret', person.user.id, person.user.email, person.user.fullName]) t.notMatch(text, secret)
  t.same(readCalendar(text).shown.map(({ summary, startsAt }) => [summary, startsAt]), [10, 34, 58, 82].map(hours => ['Busy', at(hours)]))
  t.same((await shownAt(whole.url)).map(({ summary }) => summary), ['Secret plan', 'Secret series', 'Secret series', 'Secret series'])
  t.equal((await shownAt(whole.url))[0]?.uid, booking.id)
  t.match(await refusal(feedOf(curious, { roomId: person.user.id })), { status: 404, code: 'room.not_found' })
})

t.test('revokeCalendarFeed and listCalendarFeeds: one\'s own, without their secrets; what has ended is as if it had never been', async t => {
  const [person, other] = [await system.person(), await system.person()]
  const [first, second] = [await feedOf(person, { name: 'First' }), await feedOf(person, { name: 'Second' })]
  const { url: _first, ...firstFeed } = first
  const { url: _second, ...secondFeed } = second
  t.same(await system.bookings.listCalendarFeeds({}, person), { items: [secondFeed, firstFeed], nextCursor: null })
  const page = await system.bookings.listCalendarFeeds({ query: { limit: 1 } }, person)
  t.same((await system.bookings.listCalendarFeeds({ query: { cursor: page.nextCursor ?? '' } }, person)).items, [firstFeed])
  t.same((await system.bookings.listCalendarFeeds({}, other)).items, [])
  t.match(await refusal(system.bookings.revokeCalendarFeed({ params: { feedId: first.id } }, other)), { status: 404, code: 'calendar.not_found' })
  await system.bookings.revokeCalendarFeed({ params: { feedId: first.id } }, person)
  t.match(await refusal(system.bookings.revokeCalendarFeed({ params: { feedId: first.id } }, person)), { status: 404, code: 'calendar.not_found' })
  const [ended, unknown] = [await read(first.url), await read('http://x/api/v1/calendars/h7Vz0Yt3mEwq9uXbJc5kRf2LsD8nPaGo1iKT6vNxZ4Q')]
  t.match(ended, { status: 404, json: { code: 'calendar.not_found' } })
  t.same({ ...ended.json, correlationId: '' }, { ...unknown.json, correlationId: '' })
  t.equal((await read(second.url)).status, 200)

  const [rows] = await system.sql.bookings.query('SELECT * FROM calendar_feed WHERE user_id = ?', [person.user.id])
  const secret = second.url.split('/').at(-1) ?? ''
  t.notMatch(JSON.stringify(rows), secret)
  t.match(rows, [{ secret_hash: createHash('sha256').update(secret).digest('hex') }])
})

t.test('createCalendarFeed: nobody has more than twenty, not even at once', async t => {
  const person = await system.person()
  const outcomes = await Promise.all(Array.from({ length: 23 }, async () => await feedOf(person).then(() => 201, (error: { code: string }) => error.code)))
  t.same(outcomes.filter(outcome => outcome !== 201), Array(3).fill('calendar.too_many_feeds'))
})

t.test('a feed ends when its user gets another role, is disabled or deleted, and goes on otherwise', async t => {
  const [promoted, demoted, disabled, deleted, renamed] = [await system.person(), await system.person('facility_manager'), await system.person(), await system.person(), await system.person('moderator')]
  const feeds = new Map(await Promise.all([promoted, demoted, disabled, deleted, renamed].map(async person => [person, (await feedOf(person, { roomId })).url] as const)))
  const status = async (person: Person): Promise<number> => (await read(feeds.get(person) ?? '')).status
  await system.users.updateProfile({ body: { fullName: 'New Name' } }, renamed)
  await system.users.updateUser({ params: { userId: promoted.user.id }, body: { role: 'moderator' } }, admin)
  await system.users.updateUser({ params: { userId: demoted.user.id }, body: { role: 'user' } }, admin)
  await system.users.updateUser({ params: { userId: disabled.user.id }, body: { status: 'disabled' } }, admin)
  await system.users.deleteMyAccount({ body: { password: deleted.password } }, deleted)
  for (const person of [promoted, demoted, disabled, deleted]) t.ok(await until(async () => await status(person) === 404, 60_000))
  t.equal(await status(renamed), 200)
})

t.test('getCalendar: as much as a program takes, out of an index', async t => {
  const [person, room] = [await system.person(), await makeRoom(system, manager)]
  const { id } = await book(person, 'Template', 5, room)
  const [columns] = await system.sql.bookings.query('SELECT * FROM booking WHERE id = ?', [id]) as unknown as [Array<Record<string, unknown>>]
  const template = columns[0] as Record<string, unknown>
  const names = Object.keys(template)
  const rows = Array.from({ length: 2_500 }, (_, index) => names.map(name => {
    if (name === 'id') return `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
    if (name === 'starts_at') return new Date(day(-100) + index * 4 * hour)
    return name === 'ends_at' ? new Date(day(-100) + (index * 4 + 1) * hour) : template[name]
  }))
  await system.sql.bookings.query(`INSERT INTO booking (${names.join(', ')}) VALUES ?`, [rows])
  for (const feed of [await feedOf(person), await feedOf(manager, { roomId: room })]) {
    const { shown, calendar } = readCalendar((await read(feed.url)).text)
    t.equal(shown.length, 2_000)
    const last = day(-100) + 2_499 * 4 * hour
    t.same([shown[0]?.startsAt, shown.at(-1)?.startsAt], [last - 1_998 * 4 * hour, last].map(time => new Date(time).toISOString()), 'what is left out is the past')
    t.match(calendar.getFirstPropertyValue('description'), /^Only 2000 bookings fit/)
  }
  for (const column of ['user_id', 'room_id']) {
    for (const order of ['ASC', 'DESC']) {
      const [plan] = await system.sql.bookings.query(`EXPLAIN SELECT id FROM booking WHERE ${column} = ? AND starts_at >= ? AND starts_at < ? AND status IN ('confirmed', 'completed') ORDER BY starts_at ${order}, id ${order} LIMIT 2000`,
        [column === 'user_id' ? person.user.id : room, new Date(day(-90)), new Date(day(366))]) as unknown as [Array<{ key: string | null }>]
      t.match(plan[0]?.key, /^booking_(user_start|room_start|room_time)$/)
    }
  }
})

t.test('getCalendar: more bookings ahead than fit leave the farthest out', async t => {
  const [person, room] = [await system.person(), await makeRoom(system, manager)]
  const { id } = await book(person, 'Template', -1 / 30, room)
  const [[template]] = await system.sql.bookings.query('SELECT * FROM booking WHERE id = ?', [id]) as unknown as [[Record<string, unknown>]]
  const names = Object.keys(template)
  const rows = Array.from({ length: 2_100 }, (_, index) => names.map(name => {
    if (name === 'id') return `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`
    if (name === 'starts_at') return new Date(day(2) + index * 2 * hour)
    return name === 'ends_at' ? new Date(day(2) + (index * 2 + 1) * hour) : template[name]
  }))
  await system.sql.bookings.query(`INSERT INTO booking (${names.join(', ')}) VALUES ?`, [rows])
  const shown = await shownAt((await feedOf(person)).url)
  t.equal(shown.length, 2_000)
  t.equal(shown[0]?.uid, id, 'the next one is there')
  t.equal(shown.at(-1)?.startsAt, new Date(day(2) + 1_998 * 2 * hour).toISOString())
})

t.test('getCalendar: what programs add to the URL is ignored, here alone', async t => {
  const { url } = await feedOf(await system.person())
  const plain = await read(url)
  for (const added of ['.ics', '?nocache=1', '.ics?a=1&a=2&b']) {
    const answer = await system.send('bookings', `${pathOf(url)}${added}`)
    t.match(answer, { status: 200, text: plain.text, headers: { etag: plain.headers['etag'] as string } }, added)
  }
  t.match(await read(`http://x/api/v1/calendars/${'x'.repeat(101)}`), { status: 400, json: { code: 'request.invalid' } })
  t.match(await system.send('bookings', '/api/v1/calendar-feeds?nocache=1', { token: manager.token }), { status: 400, json: { code: 'request.invalid' } })
})

t.test('getCalendar: a feed is made once for each change of its bookings, their series and their rooms', async t => {
  const person = await system.person()
  const room = await makeRoom(system, manager, { name: 'Before' })
  const { url } = await feedOf(person)
  const { series, bookings } = await system.bookings.createBookingSeries({ body: { roomId: room, title: 'Series', startsAt: at(200), endsAt: at(201), recurrence: 'FREQ=DAILY;COUNT=3' } }, person)
  const changes: Array<[string, () => Promise<unknown>]> = [
    ['a new booking', async () => await book(person, 'New', 300, room)],
    ['a change', async () => await system.bookings.updateBooking({ params: { bookingId: bookings[0]!.id }, body: { title: 'Other' } }, person)],
    ['a cancellation', async () => await system.bookings.cancelBooking({ params: { bookingId: bookings[1]!.id } }, person)],
    ['a change of the series', async () => await system.bookings.updateBookingSeries({ params: { seriesId: series.id }, body: { scope: 'all', startTime: '11:00' } }, person)],
    ['a new name of the room', async () => await system.rooms.updateRoom({ params: { roomId: room }, body: { name: 'After' } }, manager)]
  ]
  const made = async (): Promise<number> => Number(/^cache_reads_total\{(?=[^}]*kind="calendar")(?=[^}]*outcome="miss")[^}]*\} (\d+)$/m.exec(await system.metrics('bookings'))?.[1] ?? 0)
  let tag = (await read(url)).headers['etag']
  for (const [title, change] of changes) {
    await change()
    const before = await made()
    const { status, headers: { etag } } = await read(url, { 'if-none-match': tag ?? '' })
    t.equal(status, 200, title)
    t.equal((await read(url, { 'if-none-match': etag ?? '' })).status, 304)
    t.equal((await read(url)).headers['etag'], etag)
    t.equal(await made() - before, 1, `${title}: made once, read three times`)
    tag = etag
  }
})

t.test('getCalendar: rooms of every kind of time zone are in one feed', async t => {
  const person = await system.person()
  const zones = ['asia/dubai', 'Asia/Riyadh', 'Asia/Bangkok', 'America/Panama', 'Atlantic/Reykjavik', 'Africa/Abidjan', 'Africa/Casablanca', 'Africa/Cairo', 'asia/kolkata', 'europe/berlin']
  const made = []
  for (const timeZone of zones) made.push(await book(person, timeZone, 30, await makeRoom(system, manager, { timeZone })))
  const { text, status } = await read((await feedOf(person)).url)
  t.equal(status, 200)
  t.same(readCalendar(text).shown.map(({ uid, startsAt }) => [uid, startsAt]).sort(), made.map(({ id, startsAt }) => [id, startsAt]).sort())
  t.same(readWithTsIcs(text).events?.map(({ uid, start }) => [uid, start.date.toISOString()]).sort(), made.map(({ id, startsAt }) => [id, startsAt]).sort())
  for (const name of ['Asia/Dubai', 'Asia/Kolkata', 'Europe/Berlin']) t.match(text, `TZID:${name}\r\n`, 'in IANA\'s spelling')
})

t.test('getCalendar: a rule that Outlook skips is told as a weekly one with exceptions', async t => {
  const person = await system.person()
  const room = await makeRoom(system, manager, { policy: { maximumDaysAhead: 730 } })
  const tuesday = Array.from({ length: 62 }, (_, index) => new Date(day(2 + index))).find(date => date.getUTCDay() === 2 && Math.ceil(date.getUTCDate() / 7) === 2) as Date
  const first = (tuesday.getTime() - day(1)) / hour + 9
  const { series, bookings } = await system.bookings.createBookingSeries({ body: { roomId: room, title: 'Twice a month', startsAt: at(first), endsAt: at(first + 1), recurrence: 'FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=6' } }, person)
  const { text } = await read((await feedOf(person)).url)
  t.match(text, /^RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=\d{8}T235959Z\r$/m)
  t.notMatch(text, /^RDATE/m)
  t.same(readCalendar(text).shown.map(({ uid, startsAt }) => [uid, startsAt]), bookings.map(({ startsAt }) => [series.id, startsAt]))
})

t.test('the log of requests does not tell the secret', async t => {
  const person = await system.person()
  const port = await freePort()
  const { options } = system
  const instance = await startService('bookings', { ...options, ports: { ...options.ports, bookings: port }, environment: { ...options.environment, LOG_LEVEL: 'trace' } }, 'logged')
  t.teardown(instance.stop)
  const secret = (await feedOf(person)).url.split('/').at(-1) ?? ''
  for (const [path, status] of [[secret, 200], [`${secret}/`, 404], [`${secret}x`, 404], [`${secret}?a=${secret}`, 200]] as const) {
    t.equal((await system.send(instance.url, `/api/v1/calendars/${path}`)).status, status)
  }
  const log = join(options.logs, 'logged.log')
  t.ok(await until(async () => (await readFile(log, 'utf8')).split('/api/v1/calendars/[redacted]').length === 5, 10_000))
  t.notMatch(await readFile(log, 'utf8'), secret)
})
