import { randomUUID } from 'node:crypto'
import { t } from '../support/suite.ts'
import { roomsAtOnce } from '../../services/bookings/domain/usage.ts'
import { sharedSystem, type Person, type TestSystem } from '../support/system.ts'
import { at, makeRoom, refusal } from './support.ts'

let system: TestSystem
let user: Person
let other: Person
let manager: Person
t.before(async () => {
  system = await sharedSystem(t)
  user = await system.person()
  other = await system.person()
  manager = await system.person('facility_manager')
})

type Extra = Partial<Parameters<TestSystem['bookings']['createBooking']>[0]['body']>
const book = async (roomId: string, from: number, to: number, who: Person = user, extra: Extra = {}) =>
  await system.bookings.createBooking({ body: { roomId, title: 'Meeting', startsAt: at(from), endsAt: at(to), ...extra } }, who)
const get = async (bookingId: string, who: Person = user) => await system.bookings.getBooking({ params: { bookingId } }, who)

t.test('listBookings shows one\'s own, and managers everyone\'s, by user, room, state, range and page', async t => {
  const roomId = await makeRoom(system, manager)
  const [mine, theirs] = [await book(roomId, 1, 2), await book(roomId, 2, 3, other)]
  const cancelled = await book(roomId, 3, 4)
  await system.bookings.cancelBooking({ params: { bookingId: cancelled.id } }, user)
  const ids = async (query: object, who: Person) => (await system.bookings.listBookings({ query: { roomId, ...query } }, who)).items.map(({ id }) => id)
  t.same(await ids({}, user), [mine.id, cancelled.id])
  t.same(await ids({}, manager), [mine.id, theirs.id, cancelled.id])
  t.same(await ids({ userId: other.user.id }, manager), [theirs.id])
  t.same(await ids({ upcoming: true }, manager), [mine.id, theirs.id])
  t.same(await ids({ upcoming: false }, manager), [cancelled.id])
  t.same(await ids({ status: 'cancelled' }, manager), [cancelled.id])
  t.same(await ids({ from: at(2), to: at(3) }, manager), [theirs.id])
  t.match(await refusal(ids({ userId: other.user.id }, user)), { status: 403, code: 'booking.not_yours' })
  const first = await system.bookings.listBookings({ query: { roomId, limit: 2 } }, manager)
  t.same(await ids({ limit: 2, cursor: first.nextCursor }, manager), [cancelled.id])
  t.match(await refusal(get(mine.id, other)), { status: 403, code: 'booking.not_yours' })
  t.match(await refusal(get(mine.id.replace(/.$/, mine.id.endsWith('0') ? '1' : '0'))), { status: 404, code: 'booking.not_found' })
})

t.test('checkAvailability tells conflicts and broken rules, and can leave a booking out', async t => {
  const roomId = await makeRoom(system, manager, { policy: { bufferMinutes: 15 } })
  const { id } = await book(roomId, 1, 2)
  const check = async (from: number, to: number, extra: object = {}, who = user) => await system.bookings.checkAvailability({ query: { roomId, startsAt: at(from), endsAt: at(to), ...extra } }, who)
  t.same(await check(3, 4), { free: true, conflicts: [], violations: [] })
  t.same(await check(2, 3), { free: false, conflicts: [{ roomId, startsAt: at(1), endsAt: at(2) }], violations: [] })
  t.match(await check(1.5, 10, { attendeeCount: 20 }), { free: false, conflicts: [{ startsAt: at(1) }], violations: [{ code: 'capacity_exceeded' }, { code: 'duration_too_long' }] })
  t.match(await check(1.5, 2.5, { excludeBookingId: id }), { free: true })
  t.match(await refusal(check(1.5, 2.5, { excludeBookingId: id }, other)), { status: 403 })
  t.match(await refusal(check(1.5, 2.5, { excludeBookingId: randomUUID() })), { status: 404, code: 'booking.not_found' })
})

t.test('listBusyIntervals tells what is taken, to everybody, and with titles names the bookings that one may see', async t => {
  const [roomId, elsewhere] = [await makeRoom(system, manager), await makeRoom(system, manager)]
  const mine = await book(roomId, 1, 2, user, { title: 'Mine' })
  const theirs = await book(roomId, 2, 3, other, { title: 'Theirs' })
  await book(elsewhere, 1, 2)
  const busy = async (query: object, who: { token: string } = user) => (await system.bookings.listBusyIntervals({ query: { roomId: [roomId], from: at(0), to: at(24), ...query } }, who)).items
  const [first, second] = [{ roomId, startsAt: at(1), endsAt: at(2) }, { roomId, startsAt: at(2), endsAt: at(3) }]
  t.same(await busy({}), [first, second])
  t.same(await busy({ from: at(1.5), to: at(2) }), [first], 'what overlaps the range, as a whole')
  t.same(await busy({ titles: true }), [{ ...first, bookingId: mine.id, title: 'Mine' }, second])
  t.same(await busy({ titles: true }, other), [first, { ...second, bookingId: theirs.id, title: 'Theirs' }])
  t.same(await busy({ titles: true }, manager), [{ ...first, bookingId: mine.id, title: 'Mine' }, { ...second, bookingId: theirs.id, title: 'Theirs' }])
  t.same(await busy({ titles: true }, await system.person('moderator')), [first, second])
  t.same(await busy({ titles: true }, { token: await system.serviceToken('rooms') }), [first, second])
})

t.test('listBusyIntervals answers for all rooms when fewer of the given ones are free than were asked for', async t => {
  const [taken, free, elsewhere] = [await makeRoom(system, manager), await makeRoom(system, manager), await makeRoom(system, manager)]
  await book(taken, 1, 2)
  await book(elsewhere, 1.5, 2.5)
  const busyRooms = async (query: object): Promise<string[]> =>
    (await system.bookings.listBusyIntervals({ query: { roomId: [taken, free], from: at(1), to: at(3), ...query } }, user)).items.map(({ roomId }) => roomId)
  t.same(await busyRooms({}), [taken])
  t.same(await busyRooms({ freeAtLeast: 1 }), [taken])
  const all = await busyRooms({ freeAtLeast: 2 })
  t.ok(all.includes(taken) && all.includes(elsewhere))
  t.same(await busyRooms({ freeAtLeast: 2, from: at(2.5) }), [], 'both are free by then')
})

t.test('listBusyIntervals answers people for all rooms at most 3 days at a time', async t => {
  const roomId = await makeRoom(system, manager)
  const ask = async (query: object, who: { token: string } = user) => await system.bookings.listBusyIntervals({ query: { from: at(0), to: at(31 * 24), ...query } }, who)
  t.match(await refusal(ask({})), { status: 422, code: 'request.range_invalid' })
  t.match(await refusal(ask({ roomId: [roomId], freeAtLeast: 1 })), { status: 422, code: 'request.range_invalid' })
  t.same((await ask({ roomId: [roomId] })).items, [])
  t.ok((await ask({ to: at(3 * 24) })).items.length > 0)
  t.ok((await ask({}, { token: await system.serviceToken('rooms') })).items.length > 0)
})

t.test('getBookingStatistics counts states, hours, local peaks and utilisation', async t => {
  const hours = { opens: '08:00', closes: '18:00' }
  const building = 'Statistics'
  const roomId = await makeRoom(system, manager, { building, timeZone: 'Asia/Kolkata', openingHours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: hours, sunday: hours } })
  // 09:30 in Kolkata is 04:00 UTC.
  await book(roomId, 4, 6)
  const cancelled = await book(roomId, 6, 7)
  await system.bookings.cancelBooking({ params: { bookingId: cancelled.id } }, user)
  const statistics = await system.bookings.getBookingStatistics({ query: { from: at(-5.5), to: at(18.5), building: 'statistics' } }, manager)
  t.match(statistics, { totals: { pending: 0, confirmed: 1, completed: 0, cancelled: 1, rejected: 0 }, bookedHours: 2, openHours: 10, utilisation: 0.2, rooms: [{ roomId, bookedHours: 2, openHours: 10 }] })
  t.same(statistics.hours.filter(({ bookedHours }) => bookedHours > 0), [{ hour: 9, bookedHours: 0.5 }, { hour: 10, bookedHours: 1 }, { hour: 11, bookedHours: 0.5 }])
  t.match(await refusal(system.bookings.getBookingStatistics({ query: { from: at(0), to: at(1) } }, user)), { status: 403 })
  t.match(await refusal(system.bookings.getBookingStatistics({ query: { from: at(1), to: at(0) } }, manager)), { status: 422, code: 'request.range_invalid' })
})

t.test('getBookingStatistics counts what is booked in open hours alone as use of them, and keeps the past of a retired room', async t => {
  const building = 'Past'
  const hours = { opens: '07:00', closes: '22:00' }
  const roomId = await makeRoom(system, manager, { building, openingHours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: hours, sunday: hours } })
  const kept = await book(roomId, 10, 12)
  await system.rooms.createClosure({ body: { roomId, startsAt: at(8), endsAt: at(20), reason: 'Paint', bookings: 'keep' } }, manager)
  const ask = async (from: number, to: number) => await system.bookings.getBookingStatistics({ query: { from: at(from), to: at(to), building } }, manager)
  t.match(await ask(0, 24), { bookedHours: 2, openHours: 3, utilisation: 0, rooms: [{ roomId, bookedHours: 2, openHours: 3, utilisation: 0 }] })
  await system.sql.bookings.execute('UPDATE booking SET starts_at = ?, ends_at = ? WHERE id = ?', [new Date(at(-38)), new Date(at(-36)), kept.id])
  const past = await ask(-48, -24)
  t.match(past, { totals: { completed: 1 }, bookedHours: 2, openHours: 15 })
  await system.rooms.retireRoom({ params: { roomId }, body: {} }, manager)
  t.same(await ask(-48, -24), past, 'the past stays as it was')
  t.match(await ask(24, 48), { openHours: 0, utilisation: null }, 'a retired room is not open any more')
})

t.test('getBookingStatistics reckons each of many rooms with its own bookings and closures', async t => {
  const building = 'Many rooms'
  const roomIds = await Promise.all(Array.from({ length: roomsAtOnce * 2 + 1 }, async () => await makeRoom(system, manager, { building })))
  const expected = new Map<string, object>()
  for (const [index, roomId] of roomIds.entries()) {
    const [bookedHours, closedHours] = [index % 3, index % 5]
    if (bookedHours > 0) await book(roomId, 1, 1 + bookedHours, manager, { override: true })
    if (closedHours > 0) await system.rooms.createClosure({ body: { roomId, startsAt: at(10), endsAt: at(10 + closedHours), reason: 'Paint' } }, manager)
    expected.set(roomId, { bookedHours, openHours: 24 - closedHours })
  }
  const { rooms } = await system.bookings.getBookingStatistics({ query: { from: at(0), to: at(24), building } }, manager)
  t.same(new Map(rooms.map(({ roomId, bookedHours, openHours }) => [roomId, { bookedHours, openHours }])), expected)
})
