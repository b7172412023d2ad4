import { randomUUID } from 'node:crypto'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { startService } from '../../scripts/system/services.ts'
import { latestEnd } from '../../shared/domain/booking-policy.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { at, day, hour, makeRoom, refusal } from './support.ts'

let system: TestSystem
let user: Person
let other: Person
let manager: Person
t.before(async () => {
  system = await testSystem(t)
  user = await system.person()
  other = await system.person()
  manager = await system.person('facility_manager')
})

type Extra = Partial<Parameters<TestSystem['bookings']['createBooking']>[0]['body']>
const book = async (roomId: string, from: number, to: number, who: Person = user, extra: Extra = {}) =>
  await system.bookings.createBooking({ body: { roomId, title: 'Meeting', startsAt: at(from), endsAt: at(to), ...extra } }, who)
const get = async (bookingId: string, who: Person = user) => await system.bookings.getBooking({ params: { bookingId } }, who)
const history = async (bookingId: string, who: Person = user) => (await system.bookings.getBookingHistory({ params: { bookingId } }, who)).items
const eventsOf = async (subject: string): Promise<string[]> => {
  const [rows] = await system.sql.bookings.query('SELECT type FROM outbox WHERE subject = ? ORDER BY sequence', [subject])
  return (rows as Array<{ type: string }>).map(row => row.type)
}
/** What only time could do: moves a booking so that its start or end was or is at another time. */
const shift = async (id: string, startsAt: number, endsAt: number): Promise<void> => {
  await system.sql.bookings.execute('UPDATE booking SET starts_at = ?, ends_at = ? WHERE id = ?', [new Date(startsAt), new Date(endsAt), id])
}

t.test('createBooking confirms a free slot and reads back the same', async t => {
  const roomId = await makeRoom(system, manager)
  const booking = await book(roomId, 1, 2, user, { title: '  Planning  ', attendees: ['a@example.com', 'b@example.com'] })
  t.match(booking, { roomId, userId: user.user.id, title: 'Planning', status: 'confirmed', version: 1, startsAt: at(1), endsAt: at(2), attendeeCount: null, attendees: ['a@example.com', 'b@example.com'], seriesId: null })
  t.same(await get(booking.id), booking)
  t.same(await eventsOf(booking.id), ['booking.created'])
})

t.test('createBooking refuses a room in maintenance, and takes it for the time after', async t => {
  const roomId = await makeRoom(system, manager)
  const booker = await system.person()
  await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'maintenance', reason: 'New carpet', until: at(10) } }, manager)
  t.match(await refusal(book(roomId, 9, 10, booker)), { status: 409, code: 'booking.room_unavailable', body: { message: /^The room is in maintenance until / } })
  t.match(await refusal(book(roomId, 8, 9.5, booker, { attendeeCount: 9 })), { status: 409, code: 'booking.room_unavailable', body: { message: /The room holds 8 people, not 9\./, details: [{ code: 'room_unavailable', limit: 'available', actual: 'maintenance' }, { code: 'capacity_exceeded', limit: 8, actual: 9 }] } }, 'all reasons are told')
  const other = await book(await makeRoom(system, manager, { capacity: 20 }), 8, 9, booker, { attendeeCount: 12 })
  t.match(await refusal(system.bookings.updateBooking({ params: { bookingId: other.id }, body: { roomId } }, booker)), { status: 409, code: 'booking.room_unavailable', body: { details: [{ code: 'room_unavailable' }, { code: 'capacity_exceeded' }] } }, 'also when a booking moves there')
  t.equal((await book(roomId, 10, 11, booker)).status, 'confirmed')
  await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'unavailable', reason: 'Sold' } }, manager)
  t.match(await refusal(book(roomId, 12, 13, booker)), { status: 409, code: 'booking.room_unavailable' })
})

t.test('createBooking refuses a room from the moment it is retired or closed, however many are booking', async t => {
  const roomIds = await Promise.all(Array.from({ length: 6 }, async () => await makeRoom(system, manager)))
  const people = await Promise.all(Array.from({ length: 6 }, async () => await system.person()))
  const [going, outOfUse] = [new Set<string>(), new Set<string>()]
  const over = new AbortController()
  let refused = 0
  const keepBooking = Promise.all(people.map(async (person, index) => {
    for (let slot = index; !over.signal.aborted; slot += people.length) {
      const roomId = roomIds[slot % roomIds.length] as string
      const wasOutOfUse = outOfUse.has(roomId)
      const code = await book(roomId, 1 + slot % 500, 2 + slot % 500, person, { dryRun: true }).then(() => 'booked', (error: { code: string }) => error.code)
      if (wasOutOfUse) {
        refused += 1
        t.ok(['booking.room_unavailable', 'booking.policy_violated'].includes(code), `${code} after it was out of use`)
      } else if (!going.has(roomId)) t.equal(code, 'booked')
    }
  }))
  for (const [index, roomId] of roomIds.entries()) {
    going.add(roomId)
    if (index % 2 === 0) await system.rooms.retireRoom({ params: { roomId }, body: {} }, manager)
    else await system.rooms.createClosure({ body: { roomId, startsAt: at(0), endsAt: at(1000), reason: 'Paint' } }, manager)
    outOfUse.add(roomId)
    const before = refused
    await until(async () => refused > before + people.length, 20_000)
  }
  over.abort()
  await keepBooking
  t.ok(refused > roomIds.length * people.length)
})

t.test('createBooking refuses overlapping slots, takes adjacent ones, and names what is free instead', async t => {
  const building = 'Twins'
  const roomId = await makeRoom(system, manager, { building })
  const twin = await makeRoom(system, manager, { building })
  await makeRoom(system, manager, { building, capacity: 1 })
  await book(roomId, 10, 12)
  for (const [from, to] of [[10, 12], [9, 11], [11, 13], [9, 13], [10.5, 11.5]] as const) {
    const { status, code, body } = await refusal(book(roomId, from, to, other, { attendeeCount: 5 }))
    t.same([status, code], [409, 'booking.conflict'])
    t.same(body.details[0], { kind: 'conflict', roomId, startsAt: at(10), endsAt: at(12) })
    t.notMatch(JSON.stringify(body), 'Meeting', 'the title is nobody else\'s business')
    const alternatives = body.details.filter((detail: any) => detail.kind === 'alternative')
    t.equal(alternatives.length, 3)
    t.same(alternatives[2], { kind: 'alternative', roomId: twin, startsAt: at(from), endsAt: at(to) })
    for (const { kind, ...slot } of alternatives) t.match(await system.bookings.createBooking({ body: { ...slot, title: 'Instead', dryRun: true } }, other), { status: 'confirmed' })
  }
  await book(roomId, 9, 10)
  await book(roomId, 12, 13)
})

t.test('createBooking with dryRun answers what it would, 200, and keeps nothing', async t => {
  const roomId = await makeRoom(system, manager)
  const body = { roomId, title: 'Meeting', startsAt: at(1), endsAt: at(2), dryRun: true }
  const answer = await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: user.token, body })
  t.match(answer, { status: 200, json: { status: 'confirmed', roomId } })
  t.equal(answer.headers['location'], undefined)
  t.match(await refusal(system.bookings.getBooking({ params: { bookingId: answer.json.id } }, user)), { status: 404 })
  const made = await system.send('bookings', '/api/v1/bookings', { method: 'POST', token: user.token, body: { ...body, dryRun: false } })
  t.match(made, { status: 201, headers: { location: `/api/v1/bookings/${made.json.id as string}` } })
  t.match(await refusal(system.bookings.createBooking({ body }, user)), { status: 409, code: 'booking.conflict' })
})

t.test('createBooking names every rule that a booking breaks, the same in a dry run', async t => {
  const closed = { opens: '08:00', closes: '18:00' }
  const roomId = await makeRoom(system, manager, {
    timeZone: 'America/New_York',
    capacity: 4,
    openingHours: { monday: closed, tuesday: closed, wednesday: closed, thursday: closed, friday: closed, saturday: closed, sunday: closed },
    policy: { minimumMinutes: 30, maximumMinutes: 60, noticeMinutes: 60, maximumDaysAhead: 2 }
  })
  const ask = async (startsAt: number, minutes: number, extra: Extra = {}) => {
    const body = { roomId, title: 'Meeting', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + minutes * 60_000).toISOString(), ...extra }
    const answers = [await refusal(system.bookings.createBooking({ body }, user)), await refusal(system.bookings.createBooking({ body: { ...body, dryRun: true } }, user))]
    t.same(answers.map(({ status, code }) => [status, code]), [[422, 'booking.policy_violated'], [422, 'booking.policy_violated']])
    const codes = answers.map(({ body }) => body.details.map((violation: any) => violation.code))
    t.same(codes[0], codes[1])
    return answers[0]?.body.details
  }
  // 03:00 UTC is night in New York all year round.
  t.match(await ask(day(5) + 3 * hour, 90, { attendeeCount: 5 }), [
    { code: 'capacity_exceeded', limit: 4, actual: 5 }, { code: 'duration_too_long', limit: 60, actual: 90 }, { code: 'too_far_ahead', limit: 2 }, { code: 'outside_opening_hours', limit: /08:00 to 18:00/ }
  ])
  t.match(await ask(Date.now() + 10 * 60_000, 20), [{ code: 'notice_too_short', limit: 60, actual: 9 }, { code: 'duration_too_short', limit: 30, actual: 20 }])
  t.match((await ask(Date.now() - 6 * 60_000, 30))[0], { code: 'starts_in_past' })
  t.match((await ask(day(1) + 15 * hour, 30, { attendees: ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org', 'e@x.org'] })), [{ code: 'capacity_exceeded', limit: 4, actual: 5 }])
})

t.test('createBooking: the days ahead are those of the room\'s calendar, over a change of the clock, too', async t => {
  const policy = { minimumMinutes: 15, maximumMinutes: 480, noticeMinutes: 0, maximumDaysAhead: 3, bufferMinutes: 0, requiresApproval: false }
  const end = (timeZone: string, now: string): string => new Date(latestEnd(policy, timeZone, Date.parse(now))).toISOString()
  t.equal(end('Europe/Berlin', '2026-03-27T23:30:00Z'), '2026-03-31T22:00:00.000Z', 'it is the 28th, and the clock is put forward on the 29th')
  t.equal(end('Europe/Berlin', '2026-10-24T12:00:00Z'), '2026-10-27T23:00:00.000Z', 'the clock is put back on the 25th')
  t.equal(end('UTC', '2026-10-24T00:00:00Z'), end('UTC', '2026-10-24T23:59:59Z'))
  const timeZone = 'Pacific/Kiritimati'
  const roomId = await makeRoom(system, manager, { timeZone, policy: { maximumDaysAhead: 2 } })
  const last = latestEnd({ ...policy, maximumDaysAhead: 2 }, timeZone, Date.now()) / hour - day(1) / hour
  t.equal((await book(roomId, last - 1, last)).status, 'confirmed', 'until the local midnight')
  t.match((await refusal(book(roomId, last - 0.5, last + 0.5))).body.details, [{ code: 'too_far_ahead', limit: 2, actual: 3 }])
})

t.test('createBooking takes a walk-up of up to 5 minutes ago', async t => {
  const roomId = await makeRoom(system, manager)
  const now = Date.now()
  const booking = await system.bookings.createBooking({ body: { roomId, title: 'Walk-up', startsAt: new Date(now - 4 * 60_000).toISOString(), endsAt: new Date(now + hour).toISOString() } }, user)
  t.equal(booking.status, 'confirmed')
  t.match(await refusal(system.bookings.createBooking({ body: { roomId, title: 'Empty', startsAt: at(1), endsAt: at(1) } }, user)), { status: 422, code: 'booking.interval_invalid' })
})

t.test('override lets managers past rules, never past bookings or the capacity, and is in the history', async t => {
  const roomId = await makeRoom(system, manager, { capacity: 2, policy: { maximumMinutes: 60, bufferMinutes: 30, requiresApproval: true } })
  t.match(await refusal(book(roomId, 1, 4, user, { override: true })), { status: 403, code: 'booking.override_forbidden' })
  t.match(await refusal(book(roomId, 1, 4, manager)), { status: 422 })
  const booking = await book(roomId, 1, 4, manager, { override: true })
  t.equal(booking.status, 'confirmed')
  t.match(await history(booking.id, manager), [{ version: 1, action: 'created', override: true, actorId: manager.user.id, before: null, after: { startsAt: at(1) } }])
  t.match(await refusal(book(roomId, 3, 5, manager, { override: true })), { status: 409 })
  t.match(await refusal(book(roomId, 5, 6, manager, { override: true, attendeeCount: 3 })), { status: 422, body: { details: [{ code: 'capacity_exceeded' }] } })
  t.equal((await book(roomId, 4, 5, manager, { override: true })).status, 'confirmed', 'the buffer is a rule too')
})

t.test('a room\'s buffer keeps bookings apart by exactly so much', async t => {
  const roomId = await makeRoom(system, manager, { policy: { bufferMinutes: 15 } })
  await book(roomId, 10, 11)
  t.match(await refusal(book(roomId, 11.2, 12)), { status: 409, code: 'booking.conflict', body: { message: /It stays empty for 15 minutes between two bookings\./ } })
  t.match(await refusal(book(roomId, 9, 9.8)), { status: 409, code: 'booking.conflict', body: { message: /15 minutes/ } })
  t.notMatch((await refusal(book(roomId, 10.5, 12))).body.message, /15 minutes/, 'the buffer is not what is in the way')
  await book(roomId, 11.25, 12)
  await book(roomId, 9, 9.75)
})

t.test('a pending booking holds its slot, and is confirmed or rejected by a manager', async t => {
  const roomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  const [first, second] = [await book(roomId, 1, 2), await book(roomId, 2, 3)]
  t.same([first.status, second.status], ['pending', 'pending'])
  t.match(await refusal(book(roomId, 1, 2, other)), { status: 409, code: 'booking.conflict' })
  t.match(await refusal(system.bookings.approveBooking({ params: { bookingId: first.id } }, user)), { status: 403 })
  t.match(await system.bookings.approveBooking({ params: { bookingId: first.id }, body: { reason: 'Fine' } }, manager), { status: 'confirmed', decisionReason: 'Fine', version: 2 })
  t.match(await system.bookings.rejectBooking({ params: { bookingId: second.id }, body: { reason: 'Taken by the board' } }, manager), { status: 'rejected', decisionReason: 'Taken by the board' })
  t.same([await eventsOf(first.id), await eventsOf(second.id)], [['booking.pending', 'booking.created'], ['booking.pending', 'booking.rejected']])
  await book(roomId, 2, 3, other)
  t.match(await system.bookings.approveBooking({ params: { bookingId: first.id }, headers: { 'If-Match': '"1"' } }, manager), { status: 'confirmed', decisionReason: 'Fine', version: 2 }, 'a repetition changes nothing')
  t.match(await system.bookings.rejectBooking({ params: { bookingId: second.id } }, manager), { status: 'rejected', decisionReason: 'Taken by the board', version: 2 })
  t.same([await eventsOf(first.id), await eventsOf(second.id)], [['booking.pending', 'booking.created'], ['booking.pending', 'booking.rejected']])
  for (const action of [
    async () => await system.bookings.approveBooking({ params: { bookingId: second.id } }, manager),
    async () => await system.bookings.cancelBooking({ params: { bookingId: second.id } }, user)
  ]) {
    t.match(await refusal(action()), { status: 409, code: 'booking.state_conflict' })
  }
  t.match(await refusal(system.bookings.updateBooking({ params: { bookingId: first.id }, body: { endsAt: at(1.9), startsAt: at(0.9) } }, user)), { status: 409, code: 'booking.approval_required' })
  t.match(await system.bookings.updateBooking({ params: { bookingId: first.id }, body: { endsAt: at(1.5) } }, user), { status: 'confirmed', endsAt: at(1.5) }, 'what is shorter stays approved')
  await system.bookings.cancelBooking({ params: { bookingId: first.id } }, user)
  t.match(await refusal(system.bookings.rejectBooking({ params: { bookingId: first.id } }, manager)), { status: 409, code: 'booking.state_conflict' }, 'a cancelled booking is not rejected')
  t.match((await refusal(system.bookings.createBooking({ body: { roomId, title: 'Now', startsAt: new Date().toISOString(), endsAt: at(0) } }, user))).body.details[0], { code: 'starts_in_past' }, 'nobody could decide in time')
})

t.test('a pending booking is rejected as expired when it begins, in every read at once and then stored', async t => {
  const roomId = await makeRoom(system, manager, { policy: { requiresApproval: true } })
  const { id } = await book(roomId, 1, 2)
  const [start, end] = [Date.now() - 60_000, Date.now() + hour]
  await shift(id, start, end)
  const expired = await get(id)
  t.match(expired, { status: 'rejected', version: 2, decisionReason: /Nobody decided/ })
  t.match((await system.bookings.listBookings({ query: { roomId, status: 'rejected' } }, user)).items, [{ id }])
  t.same((await system.bookings.listBookings({ query: { roomId, upcoming: true } }, user)).items, [])
  t.same((await system.bookings.listBusyIntervals({ query: { roomId: [roomId], from: at(-24), to: at(24) } }, user)).items, [])
  t.match(await refusal(system.bookings.approveBooking({ params: { bookingId: id } }, manager)), { status: 409, code: 'booking.state_conflict' })
  const walkUp = await system.bookings.createBooking({ body: { roomId, title: 'Walk-up', startsAt: new Date().toISOString(), endsAt: new Date(end).toISOString(), override: true } }, manager)
  t.equal(walkUp.status, 'confirmed', 'its time is free again')
  t.same(await get(id), expired, 'storing it changes nothing that can be seen')
  t.match(await history(id), [{ action: 'created' }, { action: 'expired', actorId: null, after: { status: 'rejected' } }])
  t.same(await eventsOf(id), ['booking.pending', 'booking.rejected'])
})

t.test('a booking is completed when its time has passed, in every read at once, and published once by many instances', async t => {
  const roomId = await makeRoom(system, manager)
  const { id } = await book(roomId, 1, 2)
  await shift(id, Date.now() - 2 * hour, Date.now() - hour)
  const completed = await get(id)
  t.match(completed, { status: 'completed', version: 2 })
  t.match((await system.bookings.listBookings({ query: { roomId, status: 'completed' } }, user)).items, [{ id, status: 'completed' }])
  await system.anotherInstance('bookings')
  await Promise.all(Array.from({ length: 8 }, async () => { await system.apps.bookings.jobs.run('settle bookings') }))
  t.same(await get(id), completed)
  t.match(await history(id), [{ action: 'created' }, { action: 'completed', actorId: null }])
  t.same(await eventsOf(id), ['booking.created', 'booking.completed'])
  t.match(await refusal(system.bookings.cancelBooking({ params: { bookingId: id } }, user)), { status: 409, code: 'booking.state_conflict' })
})

t.test('updateBooking moves a booking, and only for those who know its version', async t => {
  const [roomId, elsewhere] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  const { id } = await book(roomId, 1, 2)
  await book(elsewhere, 3, 4, other)
  const update = async (body: object, headers: object = {}, who = user) => await system.bookings.updateBooking({ params: { bookingId: id }, headers, body }, who)
  t.match(await update({ title: 'Renamed', startsAt: at(1.5), endsAt: at(2.5) }, { 'If-Match': '"1"' }), { title: 'Renamed', startsAt: at(1.5), version: 2 })
  t.match(await refusal(update({ title: 'Again' }, { 'If-Match': '"1"' })), { status: 412, code: 'request.version_stale' })
  t.match(await refusal(update({}, {})), { status: 400 })
  t.match(await refusal(update({ title: 'Mine' }, {}, other)), { status: 403, code: 'booking.not_yours' })
  t.match(await refusal(update({ roomId: randomUUID() })), { status: 404, code: 'room.not_found' })
  t.match(await refusal(update({ roomId: elsewhere, startsAt: at(3), endsAt: at(5) })), { status: 409, code: 'booking.conflict', body: { details: [{ kind: 'conflict', roomId: elsewhere, startsAt: at(3) }] } })
  t.match(await refusal(update({ attendeeCount: 9, endsAt: at(11) })), { status: 422, body: { details: [{ code: 'capacity_exceeded' }, { code: 'duration_too_long' }] } })
  t.match(await update({ roomId: elsewhere, startsAt: at(4), endsAt: at(5), attendeeCount: 3 }), { roomId: elsewhere, version: 3, attendeeCount: 3 })
  t.match(await update({ attendeeCount: null }), { attendeeCount: null, version: 4 })
  t.match(await update({ attendeeCount: null, startsAt: at(4), title: 'Renamed' }), { version: 4 }, 'what says what is true already changes nothing')
  await book(roomId, 1.5, 2.5, other)
  t.match(await history(id), [
    { action: 'created', before: null }, { action: 'updated', actorId: user.user.id, before: { title: 'Meeting', startsAt: at(1) }, after: { title: 'Renamed', startsAt: at(1.5) } },
    { action: 'updated', before: { roomId }, after: { roomId: elsewhere } }, { action: 'updated', before: { attendeeCount: 3 }, after: { attendeeCount: null } }
  ])
  const page = await system.bookings.getBookingHistory({ params: { bookingId: id }, query: { limit: 3 } }, user)
  t.match(await system.bookings.getBookingHistory({ params: { bookingId: id }, query: { limit: 3, cursor: page.nextCursor as string } }, user), { items: [{ version: 4 }], nextCursor: null })
  t.match(await refusal(history(id, other)), { status: 403 })
})

t.test('updateBooking judges only what changes', async t => {
  const roomId = await makeRoom(system, manager)
  const { id } = await book(roomId, 1, 3)
  const update = async (body: object) => await system.bookings.updateBooking({ params: { bookingId: id }, body }, user)
  // As if the room had got smaller and its rules stricter since.
  await system.sql.bookings.execute('UPDATE booking SET attendee_count = 20, ends_at = ends_at + INTERVAL 8 HOUR WHERE id = ?', [id])
  t.match(await update({ title: 'Renamed' }), { title: 'Renamed' })
  t.match(await refusal(update({ attendeeCount: 19 })), { status: 422, body: { details: [{ code: 'capacity_exceeded' }] } })
  t.match((await refusal(update({ endsAt: at(10) }))).body.details, [{ code: 'duration_too_long' }])
  t.match(await update({ endsAt: at(2) }), { endsAt: at(2), attendeeCount: 20 })
})

t.test('a running booking can be extended and ended, nothing else', async t => {
  const roomId = await makeRoom(system, manager)
  const now = Date.now()
  const { id } = await system.bookings.createBooking({ body: { roomId, title: 'Running', startsAt: new Date(now).toISOString(), endsAt: new Date(now + hour).toISOString() } }, user)
  const next = await system.bookings.createBooking({ body: { roomId, title: 'Next', startsAt: new Date(now + 2 * hour).toISOString(), endsAt: new Date(now + 3 * hour).toISOString() } }, user)
  const update = async (body: object) => await system.bookings.updateBooking({ params: { bookingId: id }, body }, user)
  t.match(await refusal(update({ title: 'Renamed' })), { status: 409, code: 'booking.state_conflict' })
  t.match(await refusal(update({ endsAt: new Date(now + hour / 2).toISOString() })), { status: 409, code: 'booking.state_conflict' })
  t.match(await refusal(update({ endsAt: new Date(now + 2.5 * hour).toISOString() })), { status: 409, code: 'booking.conflict' })
  t.match(await update({ endsAt: new Date(now + 2 * hour).toISOString() }), { endsAt: new Date(now + 2 * hour).toISOString() })
  t.match(await refusal(system.bookings.endBooking({ params: { bookingId: next.id } }, user)), { status: 409, code: 'booking.state_conflict' })
  t.match(await system.bookings.endBooking({ params: { bookingId: id } }, user), { status: 'completed' })
  await system.bookings.createBooking({ body: { roomId, title: 'Freed', startsAt: new Date(Date.now() + 1_000).toISOString(), endsAt: new Date(now + 2 * hour).toISOString() } }, other)
  t.same(await eventsOf(id), ['booking.created', 'booking.updated', 'booking.completed'])
})

t.test('cancelBooking frees the slot until the end, and never twice', async t => {
  const roomId = await makeRoom(system, manager)
  const { id } = await book(roomId, 1, 2)
  t.match(await refusal(system.bookings.cancelBooking({ params: { bookingId: id } }, other)), { status: 403 })
  t.match(await system.bookings.cancelBooking({ params: { bookingId: id }, body: { reason: 'Moved' } }, manager), { status: 'cancelled', cancellationReason: 'Moved', version: 2 })
  await book(roomId, 1, 2, other)
  t.match(await system.bookings.cancelBooking({ params: { bookingId: id }, body: { reason: 'Again' }, headers: { 'If-Match': '"1"' } }, user), { status: 'cancelled', cancellationReason: 'Moved', version: 2 }, 'a repetition changes nothing')
  t.same([(await history(id)).length, await eventsOf(id)], [2, ['booking.created', 'booking.cancelled']])
  for (const action of [
    async () => await system.bookings.updateBooking({ params: { bookingId: id }, body: { title: 'Back' } }, user),
    async () => await system.bookings.endBooking({ params: { bookingId: id } }, user)
  ]) {
    t.match(await refusal(action()), { status: 409, code: 'booking.state_conflict' })
  }
})

t.test('nobody has more than 20 upcoming bookings, not even by asking 30 times at once', async t => {
  const eager = await system.person()
  const roomIds = await Promise.all([1, 2, 3].map(async () => await makeRoom(system, manager)))
  const answers = await Promise.allSettled(Array.from({ length: 30 }, async (_, index) => await book(roomIds[index % 3] as string, index, index + 1, eager)))
  t.equal(answers.filter(({ status }) => status === 'fulfilled').length, 20)
  for (const answer of answers) if (answer.status === 'rejected') t.match(answer.reason, { status: 422, body: { details: [{ code: 'too_many_upcoming', limit: 20, actual: 21 }] } })
  t.equal((await system.bookings.listBookings({ query: { upcoming: true, limit: 100 } }, eager)).items.length, 20)
})

t.test('createBooking makes one booking of 20 parallel tries with the same Idempotency-Key', async t => {
  const roomId = await makeRoom(system, manager)
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await system.send('bookings', '/api/v1/bookings', {
    method: 'POST', token: user.token, headers: { 'idempotency-key': 'try-again-and-again' }, body: { roomId, title: 'Once', startsAt: at(1), endsAt: at(2) }
  })))
  t.same(new Set(answers.map(({ status }) => status)), new Set([201]))
  t.equal(new Set(answers.map(({ json }) => json.id)).size, 1)
  t.equal((await system.bookings.listBookings({ query: { roomId } }, user)).items.length, 1)
})

t.test('user.deleted and room.retired cancel upcoming bookings', async t => {
  const [roomId, retiredId] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  const leaver = await system.person()
  const [own, others, inRetired] = [await book(roomId, 1, 2, leaver), await book(roomId, 2, 3, other), await book(retiredId, 1, 2, other)]
  const publish = async (type: string, data: object) => {
    const id = crypto.randomUUID()
    const subject = String(Object.values(data)[0])
    const body = JSON.stringify({ specversion: '1.0', id, source: '/test', type, subject, time: new Date().toISOString(), datacontenttype: 'application/json', correlationid: 'test-of-events', data })
    for (let times = 0; times < 2; times++) await system.apps.users.queue.publish([{ id, type, correlationId: 'test-of-events', body }])
  }
  await publish('user.deleted', { userId: leaver.user.id, role: 'user', status: 'deleted', version: 2, emailHashes: [] })
  await publish('room.retired', { roomId: retiredId, name: 'Retired', building: 'B', floor: 1, capacity: 8, status: 'retired', version: 2, cancelBookings: true, reason: 'Rebuilt' })
  t.ok(await until(async () => (await get(inRetired.id, other)).status === 'cancelled' && (await get(own.id, manager)).status === 'cancelled', 20_000))
  t.match(await get(inRetired.id, other), { cancellationReason: 'Rebuilt', version: 2 })
  t.equal((await get(others.id, other)).status, 'confirmed')
  t.same(await eventsOf(own.id), ['booking.created', 'booking.cancelled'])
})

t.test('while rooms is down, a room seen before can be booked, another is 503; it recovers by itself', async t => {
  const [seen, unseen] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  await book(seen, 1, 2)
  await system.apps.rooms.close()
  const booking = await book(seen, 2, 3)
  t.equal(booking.status, 'confirmed')
  t.match(await refusal(book(seen, 2, 3, other)), { status: 409, code: 'booking.conflict' })
  t.match(await refusal(book(unseen, 1, 2)), { status: 503, code: 'dependency.unavailable' })
  const rooms = await startService('rooms', system.options)
  t.teardown(async () => { await rooms.stop() })
  t.ok(await until(async () => await book(unseen, 1, 2).then(() => true, () => false), 20_000))
})
