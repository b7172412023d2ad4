import { parse } from 'csv-parse/sync'
import type { RowDataPacket } from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { writingOf } from '../../services/bookings/domain/report-format.ts'
import { PeakHour, ReportBooking, ReportCancellation, RoomUsage, type Booking, type Report, type ReportCreate, type ReportKind } from '../../shared/contract/generated/bookings.schemas.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { at, hour, makeRoom, refusal } from './support.ts'

let system: TestSystem
let manager: Person
let other: Person
let admin: Person
let user: Person
t.before(async () => {
  system = await testSystem(t)
  const people = await Promise.all([system.person('facility_manager'), system.person('facility_manager'), system.person('admin'), system.person()])
  ;[manager, other, admin, user] = people as [Person, Person, Person, Person]
})

const range = { from: at(0), to: at(96) }
const order = async (body: Partial<ReportCreate>, person = manager): Promise<Report> => await system.bookings.createReport({ body: { kind: 'bookings', format: 'csv', ...range, ...body } }, person)
const get = async ({ id: reportId }: { id: string }, person = manager): Promise<Report> => await system.bookings.getReport({ params: { reportId } }, person)
const textOf = async ({ id: reportId }: { id: string }, person = manager): Promise<string> => Buffer.from(await (await system.bookings.downloadReport({ params: { reportId } }, person)).arrayBuffer()).toString()

async function done (t: Test, report: Report, person = manager): Promise<Report> {
  let current = report
  await until(async () => !['queued', 'running'].includes((current = await get(report, person)).status), 60_000)
  t.match(current, { status: 'done', progress: 100, failure: null }, `${report.kind} as ${report.format} is done`)
  return current
}

async function book (roomId: string, from: number, to: number, title: string, person = user): Promise<Booking> {
  return await system.bookings.createBooking({ body: { roomId, title, startsAt: at(from), endsAt: at(to) } }, person)
}

/** A report as it could be at some time, out of one that is done. */
async function inState (report: Report, changes: Record<string, string | number | Date | null>): Promise<Report> {
  const id = crypto.randomUUID()
  const [columns] = await system.sql.bookings.query<RowDataPacket[]>("SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'report'")
  const names = columns.map(({ name }) => String(name))
  const all: Record<string, string | number | Date | null> = { id, due_at: null, ...changes }
  await system.sql.bookings.query(`INSERT INTO report (${names.join(', ')}) SELECT ${names.map(name => name in all ? '?' : name).join(', ')} FROM report WHERE id = ?`,
    [...names.filter(name => name in all).map(name => all[name]), report.id])
  await system.sql.bookings.query('INSERT INTO report_chunk (report_id, sequence, data) SELECT ?, sequence, data FROM report_chunk WHERE report_id = ?', [id, report.id])
  return { ...report, id }
}

const asText = (value: unknown): string => value === null ? '' : String(value)

t.test('createReport makes each kind in each format, as reckoned by hand', async t => {
  const building = 'Reports, "North"'
  const workday = { opens: '08:00', closes: '18:00' }
  const openingHours = { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday, saturday: workday, sunday: workday }
  // 09:30 in Kolkata is 04:00 UTC.
  const kolkata = await makeRoom(system, manager, { building, name: '=Aurora', timeZone: 'Asia/Kolkata', openingHours })
  const utc = await makeRoom(system, manager, { building, name: 'Borealis', openingHours })
  const retired = await makeRoom(system, manager, { building, name: 'Cirrus' })
  const elsewhere = await makeRoom(system, manager)
  const titles = ['=HYPERLINK("http://evil.example","a, b")', '+1+1', '-2+3', '@SUM(A1)', 'Plain, with "quotes"', 'Ünïcödé 漢字; =1+1']
  const made: Booking[] = []
  for (const [index, title] of titles.entries()) made.push(await book(kolkata, 4 + index, 5 + index, title))
  made.push(await book(utc, 8, 10, 'In UTC'), await book(retired, 8, 9, 'Of a retired room'))
  await book(elsewhere, 8, 9, 'Elsewhere')
  await book(utc, 105, 106, 'After the range')
  const reason = '-no need'
  made.splice(1, 1, await system.bookings.cancelBooking({ params: { bookingId: made[1]?.id as string }, body: { reason } }, manager))
  await system.rooms.createClosure({ body: { roomId: utc, startsAt: at(14), endsAt: at(18), reason: 'Cleaning' } }, manager)
  await system.rooms.retireRoom({ params: { roomId: retired }, body: { cancelBookings: true } }, manager)
  t.ok(await until(async () => (await system.bookings.getBooking({ params: { bookingId: made[7]?.id as string } }, manager)).status === 'cancelled', 20_000), 'the booking of the retired room is cancelled')

  const names = new Map([[kolkata, '=Aurora'], [utc, 'Borealis'], [retired, 'Cirrus']])
  const stored = await Promise.all(made.map(async ({ id }) => await system.bookings.getBooking({ params: { bookingId: id } }, manager)))
  const byStart = stored.sort((one, another) => one.startsAt < another.startsAt ? -1 : one.startsAt > another.startsAt ? 1 : one.id < another.id ? -1 : 1)
  const local = (instant: string, roomId: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zoneOf(roomId), dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant))
  const zoneOf = (roomId: string): string => roomId === kolkata ? 'Asia/Kolkata' : 'UTC'
  const common = ({ id, roomId, userId, title, startsAt, endsAt }: Booking) => ({
    bookingId: id, roomId, roomName: names.get(roomId), building, userId, title, startsAt, endsAt, timeZone: zoneOf(roomId), localStartsAt: local(startsAt, roomId), localEndsAt: local(endsAt, roomId)
  })
  const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  const weekday = weekdays[new Date(at(0)).getUTCDay()]
  // Kolkata has 09:30–10:30 and 11:30–15:30, and UTC 08:00–10:00; the second hour of Kolkata was cancelled.
  const booked: Record<number, number> = { 8: 1, 9: 1.5, 10: 0.5, 11: 0.5, 12: 1, 13: 1, 14: 1, 15: 0.5 }
  const expected: Record<ReportKind, object[]> = {
    bookings: byStart.map(booking => ({ ...common(booking), attendeeCount: null, status: booking.status, seriesId: null, createdAt: booking.createdAt })),
    cancellations: byStart.filter(({ status }) => status === 'cancelled').map(booking => ({
      ...common(booking),
      cancelledAt: booking.updatedAt,
      localCancelledAt: local(booking.updatedAt, booking.roomId),
      cancelledBy: booking.roomId === retired ? null : manager.user.id,
      noticeMinutes: Math.floor((Date.parse(booking.startsAt) - Date.parse(booking.updatedAt)) / 60_000),
      reason: booking.roomId === retired ? 'The room was retired.' : reason
    })),
    room_utilisation: [
      { roomId: utc, name: 'Borealis', building, timeZone: 'UTC', bookedHours: 2, openHours: 36, utilisation: 0.056 },
      { roomId: kolkata, name: '=Aurora', building, timeZone: 'Asia/Kolkata', bookedHours: 5, openHours: 40, utilisation: 0.125 }
    ].sort((one, another) => one.name < another.name ? -1 : 1),
    peak_hours: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap(name =>
      Array.from({ length: 24 }, (_, index) => ({ weekday: name, hour: index, bookedHours: name === weekday ? booked[index] ?? 0 : 0 })))
  }
  t.equal(expected.cancellations.length, 2)
  const columns = { bookings: ReportBooking, cancellations: ReportCancellation, room_utilisation: RoomUsage, peak_hours: PeakHour }

  const kinds = Object.keys(expected) as ReportKind[]
  const orders = await Promise.all(kinds.flatMap(kind => (['csv', 'json', 'ndjson'] as const).map(async format => await order({ kind, format, building: building.toUpperCase() }))))
  for (const ordered of orders) {
    const { kind, format } = ordered
    t.match(ordered, { kind, format, ...range, building: building.toUpperCase(), status: 'queued', progress: 0, rowCount: 0, sizeBytes: 0, userId: manager.user.id, startedAt: null, finishedAt: null, expiresAt: null, version: 1 })
    const report = await done(t, ordered)
    const text = await textOf(report)
    t.equal(report.rowCount, expected[kind].length)
    t.equal(report.sizeBytes, Buffer.byteLength(text))
    t.equal(text.startsWith('\uFEFF'), format === 'csv', 'a byte order mark, without which Excel reads another encoding')
    t.equal(Date.parse(report.expiresAt as string) - Date.parse(report.finishedAt as string), 7 * 24 * hour, 'it is kept for seven days')
    const rows = expected[kind]
    if (format === 'json') t.same(JSON.parse(text), { report: { id: report.id, kind, ...range, building: building.toUpperCase(), createdAt: report.createdAt }, rows })
    if (format === 'ndjson') t.same(text.split('\n').slice(0, -1).map(line => JSON.parse(line) as unknown), rows)
    if (format === 'csv') {
      const [header, ...lines] = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][]
      t.same(header, Object.keys(columns[kind].properties), 'the columns are those of the contract')
      t.same(lines, rows.map(row => (header as string[]).map(name => {
        const value = (row as Record<string, unknown>)[name]
        return typeof value === 'string' ? value.replace(/^(?=[=+\-@])/, "'").replace('; =', ";' =") : asText(value)
      })))
    }
  }
  const { rooms } = await system.bookings.getBookingStatistics({ query: { ...range, building } }, manager)
  t.same(rooms.sort((one, another) => one.name < another.name ? -1 : 1), expected.room_utilisation, 'statistics say the same')
})

t.test('writingOf: no program takes a text for a formula, wherever it splits lines', async t => {
  const writing = writingOf('csv', { id: '', kind: 'peak_hours', from: '', to: '', building: null, createdAt: '' })
  const formulas = ['=1', '+1', '-1', '@A', '＝1', '\t=1', 'x;=1', 'x; =1', 'x;"=1', 'x\t=1', 'x\r\n-1', 'x;;@A', ';=1;+1']
  for (const text of formulas) {
    const line = writing.rows([{ weekday: text as never, hour: 1, bookedHours: -1 }], 0)
    for (const separator of [';', '\t', '\n']) {
      for (const cell of line.split(separator)) t.notMatch(cell, /^["\s]*[=+\-@＝]/, JSON.stringify(text))
    }
    t.equal((parse(line) as string[][])[0]?.[2], '-1', 'a number stays one')
  }
  for (const text of ['Mon - Tue', 'a, -5', 'a=b', 'x; y', 'me@example.com']) t.equal((parse(writing.rows([{ weekday: text as never, hour: 1, bookedHours: 1 }], 0)) as string[][])[0]?.[0], text)
})

t.test('downloadReport names the file and its type, and answers HEAD and conditional requests', async t => {
  const ordered = await Promise.all([order({}), order({ kind: 'peak_hours', format: 'json' }), order({ format: 'ndjson', building: 'Nowhere' })])
  const [csv, json, empty] = await Promise.all(ordered.map(async report => await done(t, report))) as [Report, Report, Report]
  const path = `/api/v1/reports/${csv.id}/download`
  const answer = await system.send('bookings', path, { token: manager.token })
  const days = `${range.from.slice(0, 10)}-${at(95).slice(0, 10)}`
  t.match([answer.status, answer.headers], [200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="bookings-${days}.csv"`, 'content-length': String(csv.sizeBytes) }])
  const head = await system.send('bookings', path, { token: manager.token, method: 'HEAD' })
  t.match([head.status, head.text, head.headers['content-length'], head.headers['etag']], [200, '', answer.headers['content-length'], answer.headers['etag']])
  const unchanged = await system.send('bookings', path, { token: manager.token, headers: { 'if-none-match': answer.headers['etag'] as string } })
  t.match([unchanged.status, unchanged.text], [304, ''])
  t.match((await system.send('bookings', `/api/v1/reports/${json.id}/download`, { token: manager.token })).headers, { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="peak-hours-${days}.json"` })
  const nothing = await system.send('bookings', `/api/v1/reports/${empty.id}/download`, { token: manager.token })
  t.match([nothing.status, nothing.text, nothing.headers['content-type']], [200, '', 'application/x-ndjson'])
})

t.test('createReport tells where it is, and repeats its answer for the same Idempotency-Key', async t => {
  const body = { kind: 'bookings', format: 'json', ...range }
  const post = async (change: object = {}) => await system.send('bookings', '/api/v1/reports', { method: 'POST', token: manager.token, headers: { 'idempotency-key': 'report-of-the-test' }, body: { ...body, ...change } })
  const first = await post()
  t.match([first.status, first.headers['location'], first.headers['etag']], [202, `/api/v1/reports/${first.json.id}`, '"1"'])
  const again = await post()
  t.match([again.status, again.headers['idempotency-replayed']], [202, 'true'])
  t.same(again.json, first.json)
  t.match((await post({ format: 'csv' })).json, { code: 'idempotency.key_reused' })
  const report = await done(t, first.json as Report)
  const unchanged = await system.send('bookings', first.headers['location'] as string, { token: manager.token, headers: { 'if-none-match': `"${report.version}"` } })
  t.equal(unchanged.status, 304)
  const [events] = await system.sql.bookings.query<RowDataPacket[]>("SELECT event FROM outbox WHERE type = 'report.requested' AND subject = ?", [report.id])
  t.match(events.map(({ event }) => JSON.parse(String(event)) as unknown), [{ data: { reportId: report.id, userId: manager.user.id, kind: 'bookings' } }])
})

t.test('createReport refuses ranges that are empty, reversed or longer than 366 days and the hour of a change of clocks, and what the contract does not know', async t => {
  for (const to of [at(0), at(-1), at(366 * 24 + 1.001)]) t.match(await refusal(order({ to })), { status: 422, code: 'request.range_invalid' }, to)
  const longest = await order({ to: at(366 * 24 + 1) })
  t.equal(longest.status, 'queued')
  for (const body of [{ kind: 'secrets' }, { format: 'pdf' }, { building: '' }, { colour: 'red' }]) t.match(await refusal(order(body as never)), { status: 400, code: 'request.invalid' }, JSON.stringify(body))
})

t.test('reports are for facility managers, each his own, and for admins', async t => {
  const report = await done(t, await order({}))
  const ofOther = await order({}, other)
  const params = { reportId: report.id }
  const moderator = await system.person('moderator')
  for (const person of [user, moderator]) {
    t.match(await refusal(order({}, person)), { status: 403, code: 'auth.role_missing' })
    t.match(await refusal(system.bookings.listReports({}, person)), { status: 403, code: 'auth.role_missing' })
    t.match(await refusal(get(report, person)), { status: 403, code: 'auth.role_missing' })
    t.match(await refusal(textOf(report, person)), { status: 403, code: 'auth.role_missing' })
    t.match(await refusal(system.bookings.cancelReport({ params }, person)), { status: 403, code: 'auth.role_missing' })
  }
  t.match(await refusal(get(report, other)), { status: 403, code: 'report.not_yours' })
  t.match(await refusal(textOf(report, other)), { status: 403, code: 'report.not_yours' })
  t.match(await refusal(system.bookings.cancelReport({ params }, other)), { status: 403, code: 'report.not_yours' })
  t.equal((await get(report, admin)).id, report.id)
  t.equal(await textOf(report, admin), await textOf(report))
  const unknown = { id: crypto.randomUUID() }
  t.match(await refusal(get(unknown)), { status: 404, code: 'report.not_found' })
  t.match(await refusal(textOf(unknown)), { status: 404, code: 'report.not_found' })
  t.match(await refusal(system.bookings.cancelReport({ params: { reportId: unknown.id } }, manager)), { status: 404, code: 'report.not_found' })

  const all = async (person: Person): Promise<string[]> => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await system.bookings.listReports({ query: { limit: 3, ...(cursor !== undefined && { cursor }) } }, person)
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return ids
  }
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>('SELECT id, user_id AS userId FROM report ORDER BY id DESC')
  t.same(await all(admin), rows.map(({ id }) => String(id)), 'admins see all, newest first')
  t.same(await all(manager), rows.filter(({ userId }) => userId === manager.user.id).map(({ id }) => String(id)))
  t.same(await all(other), [ofOther.id])
})

t.test('downloadReport and cancelReport refuse what is in another state, and an expired file is removed', async t => {
  const report = await done(t, await order({}))
  const past = new Date(Date.now() - 1000)
  const states = {
    queued: await inState(report, { status: 'queued', progress: 0, finished_at: null, expires_at: null }),
    running: await inState(report, { status: 'running', progress: 40, finished_at: null, expires_at: null }),
    failed: await inState(report, { status: 'failed', failure_code: 'internal', failure_message: 'It failed.' }),
    cancelled: await inState(report, { status: 'cancelled' }),
    expired: await inState(report, { expires_at: past, due_at: past })
  }
  t.match(await refusal(textOf(states.running)), { status: 409, code: 'report.not_done', body: { message: /running, 40 % are made/ } })
  for (const status of ['queued', 'failed', 'cancelled'] as const) t.match(await refusal(textOf(states[status])), { status: 409, code: 'report.not_done' }, status)
  t.match(await get(states.failed), { status: 'failed', failure: { code: 'internal', message: 'It failed.' } })

  const expired = await get(states.expired)
  t.match(expired, { status: 'expired', version: report.version + 1 })
  t.match(await refusal(textOf(states.expired)), { status: 409, code: 'report.expired' })
  await system.apps.bookings.jobs.run('remove files of reports')
  t.same(await get(states.expired), expired, 'nobody can tell when it was stored')
  const [chunks] = await system.sql.bookings.query<RowDataPacket[]>('SELECT report_id AS id FROM report_chunk WHERE report_id IN (?, ?)', [report.id, expired.id])
  t.same(chunks.map(({ id }) => String(id)), [report.id], 'the file is gone, another is kept')

  t.match(await system.bookings.cancelReport({ params: { reportId: states.cancelled.id } }, manager), { status: 'cancelled', version: states.cancelled.version }, 'a repetition changes nothing')
  for (const over of [report, states.failed, expired]) t.match(await refusal(system.bookings.cancelReport({ params: { reportId: over.id } }, manager)), { status: 409, code: 'report.state_conflict' })
  const params = { reportId: states.queued.id }
  t.match(await refusal(system.bookings.cancelReport({ params, headers: { 'If-Match': '"999"' } }, manager)), { status: 412 })
  t.match(await system.bookings.cancelReport({ params, headers: { 'If-Match': `"${report.version}"` } }, manager), { status: 'cancelled', version: report.version + 1 })
})

t.test('a report of 100,000 bookings is written down in small chunks while it is made, and can be cancelled in the middle', async t => {
  const roomId = await makeRoom(system, manager, { building: 'Long' })
  const digits = 'SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9'
  await system.sql.bookings.query(`INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at)
    SELECT UUID(), ?, ?, CONCAT('Meeting ', n), '', TIMESTAMP('2024-01-01') + INTERVAL 5 * (n DIV 2) MINUTE, TIMESTAMP('2024-01-01') + INTERVAL 5 * (n DIV 2) + 5 MINUTE, '[]', 'completed', 1, 1, '2023-12-01', '2023-12-01'
      FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) e, (${digits}) f) number`, [roomId, user.user.id])
  const year = { from: '2024-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' }
  const abandoned = await order({ ...year, format: 'ndjson' })
  let middle = await get(abandoned)
  await until(async () => (middle = await get(abandoned)).progress > 0, 30_000)
  t.ok(middle.status === 'running' && middle.progress > 0 && middle.progress < 100 && middle.rowCount < 100_000, `${middle.rowCount} rows at ${middle.progress} %`)
  const cancelled = await system.bookings.cancelReport({ params: { reportId: abandoned.id } }, manager)
  t.equal(cancelled.status, 'cancelled')

  const report = await done(t, await order({ ...year, format: 'ndjson' }))
  const [[chunks]] = await system.sql.bookings.query<RowDataPacket[]>('SELECT COUNT(*) AS count, MAX(LENGTH(data)) AS longest FROM report_chunk WHERE report_id = ?', [report.id])
  t.ok(chunks?.['longest'] <= 262_144 && chunks?.['count'] >= report.sizeBytes / 262_144, `${chunks?.['count']} chunks, the longest of ${chunks?.['longest']} bytes`)
  const rows = (await textOf(report)).split('\n').slice(0, -1).map(line => JSON.parse(line) as { bookingId: string, startsAt: string })
  t.equal(report.rowCount, 100_000)
  t.equal(new Set(rows.map(({ bookingId }) => bookingId)).size, 100_000, 'each booking is there once')
  t.ok(rows.every((row, index) => index === 0 || row.startsAt >= (rows[index - 1] as typeof row).startsAt), 'by start')

  t.same(await get(abandoned), cancelled, 'the cancelled one was left alone')
  await system.apps.bookings.jobs.run('remove files of reports')
  const [left] = await system.sql.bookings.query<RowDataPacket[]>('SELECT sequence FROM report_chunk WHERE report_id = ?', [abandoned.id])
  t.same(left, [], 'and what was made of it is gone')
})
