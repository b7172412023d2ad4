import { randomUUID } from 'node:crypto'
import type { RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { at, hour, refusal } from '../bookings/support.ts'
import { whileRoomIsLocked } from '../support/lock-step.ts'
import type { RawAnswer } from '../support/system.ts'
import { roomsScene } from './support.ts'

const { system, user, manager, newRoom, book, availability, found, events } = await roomsScene(t)

t.test('createClosure shuts a room, a floor or a building, and keeps or cancels what it overlaps', async t => {
  const [low, high] = [await newRoom({ building: 'Shut', floor: 1, name: 'Low' }), await newRoom({ building: 'Shut', floor: 2, name: 'High' })]
  const close = async (body: object, headers: object = {}) => await system.rooms.createClosure({ body: { startsAt: at(10), endsAt: at(12), reason: 'Carpet', ...body } as never, headers }, manager)
  const retired = await newRoom({ building: 'Elsewhere' })
  await system.rooms.retireRoom({ params: { roomId: retired.id } }, manager)
  for (const [body, code] of [
    [{}, 'closure.place_invalid'], [{ roomId: low.id, building: 'Shut' }, 'closure.place_invalid'], [{ roomId: low.id, floor: 1 }, 'closure.place_invalid'],
    [{ roomId: randomUUID() }, 'room.not_found'], [{ roomId: retired.id }, 'room.retired'], [{ building: 'Nowhere' }, 'closure.place_unknown'], [{ building: 'Shut', floor: 9 }, 'closure.place_unknown'],
    [{ building: 'Shut', endsAt: at(10) }, 'closure.interval_invalid'], [{ building: 'Shut', startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-02T00:00:00Z' }, 'closure.interval_invalid']
  ] as const) t.equal((await refusal(close(body))).code, code)

  t.same(await found('Shut', 10, 11), ['High', 'Low'])
  const kept = await book(low.id, 11, 13)
  const room = await close({ roomId: low.id })
  t.match(room, { roomId: low.id, building: null, status: 'active', version: 1, bookings: [{ bookingId: kept, title: 'Meeting', outcome: 'kept' }] })
  t.same(await found('Shut', 11.5, 12), ['High'])
  t.same((await availability(low.id, 9, 14)).busy, [
    { startsAt: at(10), endsAt: at(11), reason: 'closed', detail: 'Carpet' },
    { startsAt: at(11), endsAt: at(13), reason: 'booked', bookingId: kept, title: 'Meeting' }
  ])

  const gone = await book(high.id, 20, 21)
  const floor = await close({ building: 'shut', floor: 2, startsAt: at(20), endsAt: at(22), bookings: 'cancel' }, { 'Idempotency-Key': 'close-floor-2' })
  t.match(floor.bookings, [{ bookingId: gone, outcome: 'cancelled' }])
  t.ok(await until(async () => (await system.bookings.getBooking({ params: { bookingId: gone } }, user)).status === 'cancelled', 10_000))
  t.match(await system.bookings.getBooking({ params: { bookingId: gone } }, user), { cancellationReason: /Carpet/ })
  t.same(await close({ building: 'shut', floor: 2, startsAt: at(20), endsAt: at(22), bookings: 'cancel' }, { 'Idempotency-Key': 'close-floor-2' }), floor, 'repeated, it answers the same')
  t.same(await found('Shut', 20, 22), ['Low'])

  const building = await close({ building: 'Shut', startsAt: at(30), endsAt: at(31) })
  t.same(await found('Shut', 30, 31), [])
  t.same((await system.rooms.listRoomClosures({ params: { roomId: low.id }, query: { from: at(0), to: at(40) } }, user)).items.map(({ id }) => id), [room.id, building.id])
  t.same((await system.rooms.listClosures({ query: { building: 'Shut' } }, manager)).items.map(({ id }) => id), [floor.id, building.id])

  t.match(await system.rooms.cancelClosure({ params: { closureId: building.id } }, manager), { status: 'cancelled', cancelledBy: manager.user.id, version: 2 })
  t.same(await found('Shut', 30, 31), ['High', 'Low'])
  t.match(await system.rooms.cancelClosure({ params: { closureId: building.id } }, manager), { status: 'cancelled', version: 2 }, 'a repetition changes nothing')
  t.equal((await refusal(system.rooms.cancelClosure({ params: { closureId: floor.id }, headers: { 'If-Match': '"2"' } }, manager))).status, 412)
  t.same((await system.rooms.listClosures({ query: { building: 'Shut', cancelled: true } }, manager)).items.map(({ id }) => id), [floor.id, building.id])
  t.match(await system.rooms.getClosure({ params: { closureId: building.id } }, manager), { status: 'cancelled' })
  t.same(await events(building.id), ['room.closed', 'room.reopened'])
  t.equal((await refusal(close({ building: 'Shut' }).then(async () => await system.rooms.createClosure({ body: { building: 'Shut', startsAt: at(1), endsAt: at(2), reason: 'No' } }, user)))).status, 403)
  const over = await close({ building: 'Shut', startsAt: at(50), endsAt: at(51) })
  await system.sql.rooms.execute('UPDATE closure SET starts_at = ?, ends_at = ? WHERE id = ?', [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000), over.id])
  t.match(await refusal(system.rooms.cancelClosure({ params: { closureId: over.id } }, manager)), { status: 409, code: 'closure.state_conflict' }, 'a closure that is over is not cancelled')
})

t.test('listRoomTerms tells what decides on bookings: of rooms open, closed and retired, and of none that is not there', async t => {
  const open = await newRoom({ building: 'Terms', floor: 1 })
  const closed = await newRoom({ building: 'TERMS', floor: 2 })
  const retired = await newRoom({ building: 'Terms', floor: 3 })
  await system.rooms.retireRoom({ params: { roomId: retired.id }, body: {} }, manager)
  const close = async (closure: object): Promise<string> => (await system.rooms.createClosure({ body: { startsAt: at(10), endsAt: at(12), reason: 'Paint', ...closure } }, manager)).id
  const own = await close({ roomId: closed.id })
  const floors = await close({ building: 'terms', floor: 2, startsAt: at(9), endsAt: at(10) })
  const everywhere = await close({ building: 'terms', startsAt: at(20), endsAt: at(21) })
  await system.rooms.cancelClosure({ params: { closureId: await close({ roomId: closed.id }) } }, manager)

  const terms = async (...roomId: string[]) => (await system.rooms.listRoomTerms({ query: { roomId } }, user)).items
  const unknown = '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10'
  const found = new Map((await terms(open.id, closed.id, retired.id, unknown)).map(each => [each.id, each]))
  t.equal(found.size, 3)
  const { name, building, capacity, timeZone, openingHours, policy } = open
  t.same(found.get(open.id), { id: open.id, name, building, capacity, timeZone, openingHours, policy, status: 'available', statusUntil: null, closures: [{ id: everywhere, startsAt: at(20), endsAt: at(21), reason: 'Paint' }] })
  t.same(found.get(closed.id)?.closures.map(({ id }) => id), [floors, own, everywhere])
  t.equal(found.get(retired.id)?.status, 'retired')

  const closuresIn = async (range: { from?: string, to?: string }) => (await system.rooms.listRoomTerms({ query: { roomId: [closed.id], ...range } }, user)).items[0]?.closures.map(({ id }) => id)
  t.same(await closuresIn({ from: at(9.5), to: at(20) }), [floors, own])
  t.same(await closuresIn({ from: at(10) }), [own, everywhere])
  t.same(await closuresIn({ to: at(10) }), [floors])
  t.same(await closuresIn({ from: '9999-01-01T00:00:00Z' }), [])
  t.same((await refusal(closuresIn({ from: at(2), to: at(2) }))).code, 'request.range_invalid')

  await system.rooms.setRoomStatus({ params: { roomId: open.id }, body: { status: 'maintenance', reason: 'Lamp', until: at(5) } }, manager)
  t.match(await terms(open.id), [{ status: 'maintenance', statusUntil: at(5) }])
  await system.sql.rooms.execute('UPDATE room SET status_until = ? WHERE id = ?', [new Date(Date.now() - 1), open.id])
  t.match(await terms(open.id), [{ status: 'available', statusUntil: null }], 'a status that has run out is over, stored or not')
})

t.test('getRoomAvailability says why a room is busy, and the titles to those who may see them', async t => {
  const day = { opens: '08:00', closes: '18:00' }
  const room = await newRoom({ policy: { bufferMinutes: 15 }, openingHours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day } })
  const other = await system.person()
  const mine = await book(room.id, 9, 10, user, 'My own')
  const others = await book(room.id, 10.5, 11, other, 'Secret')
  const { busy, free } = await availability(room.id, 6, 20)
  t.same(busy, [
    { startsAt: at(6), endsAt: at(8), reason: 'outside_opening_hours' },
    { startsAt: at(8.75), endsAt: at(9), reason: 'buffer' },
    { startsAt: at(9), endsAt: at(10), reason: 'booked', bookingId: mine, title: 'My own' },
    { startsAt: at(10), endsAt: at(10.5), reason: 'buffer' },
    { startsAt: at(10.5), endsAt: at(11), reason: 'booked' },
    { startsAt: at(11), endsAt: at(11.25), reason: 'buffer' },
    { startsAt: at(18), endsAt: at(20), reason: 'outside_opening_hours' }
  ])
  t.same(free, [{ startsAt: at(8), endsAt: at(8.75) }, { startsAt: at(11.25), endsAt: at(18) }])
  t.match((await availability(room.id, 10, 11, manager)).busy[1], { bookingId: others, title: 'Secret' })
  t.equal((await availability(room.id, -24 * 10, 24 * 21)).busy.filter(({ reason }) => reason === 'booked').length, 2, 'over 31 days, buffers included')
  t.same((await refusal(availability(room.id, 0, 24 * 31 + 2))).code, 'request.range_invalid')
  t.same((await refusal(availability(room.id, 1, 1))).code, 'request.range_invalid')
})

t.test('searchAvailableRooms finds what can be booked for the whole of it, best fit first, with its score explained', async t => {
  const building = 'Search'
  const rooms = {
    snug: await newRoom({ building, name: 'Snug', capacity: 4, floor: 5 }),
    nook: await newRoom({ building, name: 'Nook', capacity: 4, floor: 3, amenities: ['phone'] }),
    hall: await newRoom({ building, name: 'Hall', capacity: 40, floor: 3, amenities: ['phone', 'projector'] }),
    tiny: await newRoom({ building, name: 'Tiny', capacity: 2, floor: 3 }),
    night: await newRoom({ building, name: 'Night', capacity: 4, floor: 1, policy: { maximumMinutes: 30 } })
  }
  t.same(await found(building, 1, 2, { people: 4 }), ['Nook', 'Snug', 'Hall'], 'Tiny is too small, Night takes no whole hour')
  t.same(await found(building, 1, 1.5, { people: 4 }), ['Night', 'Nook', 'Snug', 'Hall'])
  t.same(await found(building, 1, 2, { people: 4, floor: 5 }), ['Snug', 'Nook', 'Hall'], 'nearest floor first')
  t.same(await found(building, 1, 2, { amenities: ['phone', 'projector'] }), ['Hall'])
  t.same(await found(building, 1, 2, { text: 'noo' }), ['Nook'])
  const { items } = await system.rooms.searchAvailableRooms({ query: { building, from: at(1), to: at(2), people: 3, floor: 4 } }, user)
  t.same(items.map(({ score }) => score), [
    { value: 998.999, spareSeats: 1, floorsAway: 1, explanation: '1 seat to spare; 1 floor away.' },
    { value: 998.999, spareSeats: 1, floorsAway: 1, explanation: '1 seat to spare; 1 floor away.' },
    { value: 962.999, spareSeats: 37, floorsAway: 1, explanation: '37 seats to spare; 1 floor away.' }
  ])
  await book(rooms.nook.id, 1.5, 3)
  t.same(await found(building, 1, 2, { people: 4 }), ['Snug', 'Hall'])
  t.same(await found(building, 0.5, 1.5, { people: 4 }), ['Nook', 'Snug', 'Hall'], 'back to back is no conflict')
  await system.rooms.updateRoom({ params: { roomId: rooms.nook.id }, body: { policy: { bufferMinutes: 15 } } }, manager)
  t.same(await found(building, 0.5, 1.5, { people: 4 }), ['Snug', 'Hall'], 'but a buffer is')
  await system.rooms.updateRoom({ params: { roomId: rooms.snug.id }, body: { policy: { noticeMinutes: 43_200 } } }, manager)
  await system.rooms.updateRoom({ params: { roomId: rooms.hall.id }, body: { policy: { maximumDaysAhead: 1 } } }, manager)
  t.same(await found(building, 24 * 5, 24 * 5 + 1, { people: 4 }), ['Nook'], 'neither too late nor too early')
  const pages: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await system.rooms.searchAvailableRooms({ query: { building, from: at(24 * 5), to: at(24 * 5 + 0.5), limit: 1, ...(cursor && { cursor }) } }, user)
    pages.push(...page.items.map(({ room }) => room.name))
    cursor = page.nextCursor
  } while (cursor !== null)
  t.same(pages, ['Tiny', 'Night', 'Nook'])
  t.equal((await refusal(found(building, 0, 25))).code, 'request.range_invalid')
  t.equal((await refusal(system.rooms.searchAvailableRooms({ query: { from: '2020-01-01T00:00:00Z', to: '2020-01-01T01:00:00Z' } }, user))).code, 'request.range_invalid')
})

t.test('getRoomAvailability and suggestTimes answer for the first and the last instants that there are', async t => {
  const room = await newRoom({ building: 'Edge', policy: { bufferMinutes: 60 } })
  for (const [from, to] of [['9999-12-31T20:00:00.000Z', '9999-12-31T23:59:59.999Z'], ['1000-01-01T00:00:00.000Z', '1000-01-01T01:00:00.000Z']] as const) {
    t.match(await system.rooms.getRoomAvailability({ params: { roomId: room.id }, query: { from, to } }, user), { busy: [], free: [{ startsAt: from, endsAt: to }] })
  }
  t.same((await system.rooms.suggestTimes({ query: { building: 'Edge', minutes: 30, from: '9999-12-31T20:00:00Z', to: '9999-12-31T23:59:59Z' } }, user)).items, [])
})

t.test('createClosure with `bookings: cancel` cancels the bookings that are waiting for the room while it is made', async t => {
  const instances = [system.urls.bookings, await system.anotherInstance('bookings')]
  const book = async (roomId: string, hour: number): Promise<RawAnswer> =>
    await system.send(instances[hour % 2] as string, '/api/v1/bookings', { method: 'POST', token: user.token, body: { roomId, title: 'Meeting', startsAt: at(hour), endsAt: at(hour + 1) } })
  for (let attempt = 1; ; attempt++) {
    const { id: roomId } = await newRoom()
    const { answers, together } = await whileRoomIsLocked(system, roomId, 8, async () => await Promise.all(Array.from({ length: 8 }, async (_, hour) => await book(roomId, hour))),
      async () => await system.rooms.createClosure({ body: { roomId, startsAt: at(0), endsAt: at(9), reason: 'Paint', bookings: 'cancel' } }, manager))
    const live = async (): Promise<number> => (await system.bookings.listBookings({ query: { roomId, upcoming: true } }, manager)).items.length
    t.ok(await until(async () => await live() === 0, 10_000), `${await live()} bookings are live in the closed room; the answers were ${answers.map(({ status }) => status).join(', ')}`)
    if (together || attempt === 5) break
  }
})

t.test('createBooking reads the terms again when the room was closed or taken out of use after it had read them', async t => {
  let waiting = 0
  let open: () => void = () => {}
  let gate = Promise.resolve()
  const slow = await system.anotherInstance('bookings', {
    sabotage: ({ database }) => {
      const { transaction } = database
      database.transaction = async work => {
        waiting++
        await gate
        return await transaction(work)
      }
    }
  })
  const isConsumed = async (roomId: string): Promise<boolean> =>
    await until(async () => ((await system.sql.bookings.query<RowDataPacket[]>('SELECT 1 FROM room_calendar WHERE room_id = ?', [roomId]))[0]).length > 0, 10_000)
  const refusals = { closed: { status: 422, json: { code: 'booking.policy_violated', details: [{ code: 'room_closed' }] } }, reopened: { status: 201 }, unavailable: { status: 409, json: { code: 'booking.room_unavailable' } } }
  for (const circumstance of ['closed', 'reopened', 'unavailable'] as const) {
    const { id: roomId } = await newRoom()
    gate = new Promise(resolve => { open = resolve })
    waiting = 0
    const booked = system.send(slow, '/api/v1/bookings', { method: 'POST', token: user.token, body: { roomId, title: 'Meeting', startsAt: at(1), endsAt: at(2) } })
    t.ok(await until(() => waiting > 0, 10_000))
    if (circumstance === 'unavailable') await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'unavailable', reason: 'Water' } }, manager)
    else {
      const { id: closureId } = await system.rooms.createClosure({ body: { roomId, startsAt: at(0), endsAt: at(9), reason: 'Paint', bookings: 'cancel' } }, manager)
      if (circumstance === 'reopened') await system.rooms.cancelClosure({ params: { closureId } }, manager)
    }
    t.ok(await isConsumed(roomId), 'bookings has consumed the event')
    open()
    t.match(await booked, refusals[circumstance])
  }
})

t.test('suggestTimes gives the next slots that some room is free for, always the same', async t => {
  const building = 'Suggest'
  const [small, large] = [await newRoom({ building, name: 'Small', capacity: 2 }), await newRoom({ building, name: 'Large', capacity: 10 })]
  const suggest = async (query: object) => (await system.rooms.suggestTimes({ query: { building, from: at(0.1), to: at(24 * 3), minutes: 60, ...query } as never }, user)).items
  const shown = (items: Awaited<ReturnType<typeof suggest>>): unknown[] => items.map(({ startsAt, rooms }) => [(Date.parse(startsAt) - Date.parse(at(0))) / hour, ...rooms.map(({ room }) => room.name)])
  await book(small.id, 0, 2)
  await book(large.id, 1, 3)
  t.same(shown(await suggest({ limit: 3 })), [[2, 'Small'], [3, 'Small', 'Large'], [4, 'Small', 'Large']])
  t.same(shown(await suggest({ limit: 2, people: 5 })), [[3, 'Large'], [4, 'Large']])
  t.same(shown(await suggest({ limit: 1, from: at(5.01), minutes: 45 })), [[5.25, 'Small', 'Large']])
  await system.rooms.createClosure({ body: { building, startsAt: at(3), endsAt: at(40), reason: 'Holiday' } }, manager)
  t.same(shown(await suggest({ limit: 2 })), [[2, 'Small'], [40, 'Small', 'Large']], 'over the days')
  t.same(await suggest({ limit: 20 }), await suggest({ limit: 20 }))
  t.same(await suggest({ people: 11 }), [])
  t.same(await suggest({ to: at(1) }), [], 'no slot fits')
})
