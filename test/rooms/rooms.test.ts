import t from 'tap'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Room, RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'
import { createClient, RemoteError } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const tomorrow = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 24 * hour
const at = (hours: number): string => new Date(tomorrow + hours * hour).toISOString()
const allDay = { opens: '00:00', closes: '24:00' }
const always = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

async function refusal (action: Promise<unknown>): Promise<{ status: number, code: string, body: any }> {
  const error = await action.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof RemoteError) return { status: error.status, code: error.code, body: error.body }
  throw error ?? new Error('was not refused')
}

let system: TestSystem
let user: Person
let manager: Person
t.before(async () => {
  system = await testSystem(t)
  user = await system.person()
  manager = await system.person('facility_manager')
})
let made = 0
async function newRoom (fields: Partial<RoomCreate> = {}): Promise<Room> {
  return await system.rooms.createRoom({ body: { name: `Room ${++made}`, capacity: 8, floor: 1, building: 'B', timeZone: 'UTC', openingHours: always, ...fields } }, manager)
}
const get = async (roomId: string): Promise<Room> => await system.rooms.getRoom({ params: { roomId } }, user)
const book = async (roomId: string, from: number, to: number, who = user, title = 'Meeting'): Promise<string> =>
  (await system.bookings.createBooking({ body: { roomId, title, startsAt: at(from), endsAt: at(to) } }, who)).id
const availability = async (roomId: string, from: number, to: number, who = user) =>
  await system.rooms.getRoomAvailability({ params: { roomId }, query: { from: at(from), to: at(to) } }, who)
const found = async (building: string, from: number, to: number, more: object = {}): Promise<string[]> =>
  (await system.rooms.searchAvailableRooms({ query: { building, from: at(from), to: at(to), limit: 100, ...more } }, user)).items.map(({ room }) => room.name)
const events = async (subject: string): Promise<string[]> => {
  const [rows] = await system.sql.rooms.query('SELECT type FROM outbox WHERE subject = ? ORDER BY sequence', [subject])
  return (rows as Array<{ type: string }>).map(({ type }) => type)
}

t.test('createRoom keeps what was given, with the usual for the rest, and refuses what makes no sense', async t => {
  const room = await newRoom({ name: '  Aurora ', amenities: ['projector'], policy: { bufferMinutes: 10 } })
  t.match(room, { name: 'Aurora', amenities: ['projector'], status: 'available', statusReason: null, version: 1, policy: { bufferMinutes: 10, minimumMinutes: 15 } })
  t.same(await get(room.id), room)
  t.same((await refusal(newRoom({ name: 'AURORA' }))).code, 'room.name_taken')
  t.equal((await newRoom({ name: 'AURORA', floor: 2 })).name, 'AURORA', 'the name is free on another floor')
  const usual = { monday: null, tuesday: null, wednesday: null, thursday: null, friday: null, saturday: null }
  t.same((await refusal(newRoom({ openingHours: { ...usual, sunday: { opens: '10:00', closes: '09:00' } } }))).code, 'room.opening_hours_invalid')
  t.same((await refusal(newRoom({ policy: { minimumMinutes: 600 } }))).code, 'room.policy_invalid')
  for (const timeZone of ['+01:00', 'PST', 'Europe/Atlantis']) t.same((await refusal(newRoom({ timeZone }))).code, 'room.time_zone_unknown', timeZone)
  t.match(await refusal(newRoom({ amenities: ['projector', 'fountain'] })), { status: 422, code: 'room.amenity_unknown', body: { details: [{ path: 'body.amenities', message: /fountain/ }] } })
  const twins = await Promise.allSettled(Array.from({ length: 8 }, async () => await newRoom({ name: 'Twin' })))
  t.equal(twins.filter(({ status }) => status === 'fulfilled').length, 1, 'of eight at once, one gets the name')
})

t.test('updateRoom changes what is given; with a stale If-Match it is 412 and changes nothing; a conditional GET is 304', async t => {
  const room = await newRoom({ policy: { bufferMinutes: 5 } })
  const changed = await system.rooms.updateRoom({ params: { roomId: room.id }, headers: { 'If-Match': '"1"' }, body: { capacity: 9, policy: { maximumMinutes: 60 } } }, manager)
  t.match(changed, { capacity: 9, name: room.name, version: 2, policy: { maximumMinutes: 60, bufferMinutes: 5 } })
  t.same(await get(room.id), changed)
  t.same(await refusal(system.rooms.updateRoom({ params: { roomId: room.id }, headers: { 'If-Match': '"1"' }, body: { capacity: 3 } }, manager)).then(({ status }) => status), 412)
  t.same(await get(room.id), changed)
  const path = `/api/v1/rooms/${room.id}`
  const fresh = await system.send('rooms', path, { token: user.token, headers: { 'if-none-match': '"2"' } })
  t.same([fresh.status, fresh.text], [304, ''])
  t.equal((await system.send('rooms', path, { token: user.token, headers: { 'if-none-match': '"1"' } })).status, 200)
  t.same(await system.rooms.updateRoom({ params: { roomId: room.id }, body: { capacity: 9 } }, manager), changed, 'nothing differs, nothing happens')
  t.equal((await refusal(system.rooms.updateRoom({ params: { roomId: room.id }, body: { capacity: 3 } }, user))).status, 403)
  const other = await newRoom()
  t.equal((await refusal(system.rooms.updateRoom({ params: { roomId: other.id }, body: { name: room.name } }, manager))).code, 'room.name_taken')
  t.equal((await refusal(system.rooms.updateRoom({ params: { roomId: '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10' }, body: { capacity: 3 } }, manager))).status, 404)
  t.same(await events(room.id), ['room.created', 'room.updated'])
})

t.test('updateRoom with one If-Match by many at once changes the room once', async t => {
  const room = await newRoom()
  const results = await Promise.allSettled(Array.from({ length: 10 }, async (_, index) =>
    await system.rooms.updateRoom({ params: { roomId: room.id }, headers: { 'If-Match': '"1"' }, body: { capacity: 20 + index } }, manager)))
  t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  t.equal((await get(room.id)).version, 2)
})

t.test('listRooms combines its filters, in either order, page by page', async t => {
  const building = 'Listed'
  for (const [name, capacity, floor, amenities, description] of [
    ['delta', 4, 1, ['projector'], 'Quiet'], ['Alpha', 8, 1, ['projector', 'whiteboard'], ''], ['charlie', 8, 2, ['whiteboard'], 'By the river'], ['Bravo', 12, 3, [], 'RIVER view']
  ] as const) await newRoom({ name, capacity, floor, building, amenities: [...amenities], description })
  const list = async (query: object): Promise<string[]> => (await system.rooms.listRooms({ query: { building: 'LISTED', ...query } }, user)).items.map(({ name }) => name)
  t.same(await list({}), ['Alpha', 'Bravo', 'charlie', 'delta'])
  t.same(await list({ sort: 'capacity' }), ['delta', 'Alpha', 'charlie', 'Bravo'])
  t.same(await list({ capacityMin: 5, capacityMax: 8 }), ['Alpha', 'charlie'])
  t.same(await list({ amenities: ['projector', 'whiteboard'] }), ['Alpha'])
  t.same(await list({ text: 'river' }), ['Bravo', 'charlie'])
  t.same(await list({ floor: 1, text: 'quiet' }), ['delta'])
  t.same(await list({ status: 'maintenance' }), [])
  for (const sort of ['name', 'capacity'] as const) {
    const names: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await system.rooms.listRooms({ query: { building, sort, limit: 1, ...(cursor && { cursor }) } }, user)
      names.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor
    } while (cursor !== null)
    t.same(names, await list({ sort }), `paged by ${sort}`)
  }
  t.equal((await system.send('rooms', '/api/v1/rooms?cursor=bm9uc2Vuc2U', { token: user.token })).json.code, 'request.cursor_invalid')
})

t.test('listBuildings and listAmenities count the rooms in use', async t => {
  await newRoom({ building: 'Tower', floor: 2, amenities: ['kitchen_access'] })
  const retired = await newRoom({ building: 'TOWER', floor: 1, amenities: ['kitchen_access'] })
  const buildings = async () => (await system.rooms.listBuildings({ query: { limit: 100 } }, user)).items.find(({ name }) => name === 'Tower')
  const amenity = async (name: string) => (await system.rooms.listAmenities({ query: { limit: 100 } }, user)).items.find(each => each.name === name)
  t.same(await buildings(), { name: 'Tower', roomCount: 2, floors: [{ floor: 1, roomCount: 1 }, { floor: 2, roomCount: 1 }] })
  t.match(await amenity('kitchen_access'), { status: 'active', roomCount: 2 })
  await system.rooms.retireRoom({ params: { roomId: retired.id } }, manager)
  t.same(await buildings(), { name: 'Tower', roomCount: 1, floors: [{ floor: 2, roomCount: 1 }] })
  t.match(await amenity('kitchen_access'), { roomCount: 1 })
})

t.test('amenities are created, retired and brought back', async t => {
  t.match(await system.rooms.createAmenity({ body: { name: 'hearing_loop' } }, manager), { name: 'hearing_loop', status: 'active', roomCount: 0 })
  t.equal((await refusal(system.rooms.createAmenity({ body: { name: 'hearing_loop' } }, manager))).code, 'amenity.exists')
  const room = await newRoom({ amenities: ['hearing_loop'] })
  t.match(await system.rooms.retireAmenity({ params: { name: 'hearing_loop' } }, manager), { status: 'retired', roomCount: 1 })
  t.notOk((await system.rooms.listAmenities({ query: { limit: 100 } }, user)).items.some(({ name }) => name === 'hearing_loop'))
  t.equal((await refusal(newRoom({ amenities: ['hearing_loop'] }))).code, 'room.amenity_unknown')
  t.match(await system.rooms.updateRoom({ params: { roomId: room.id }, body: { amenities: ['hearing_loop', 'phone'] } }, manager), { amenities: ['hearing_loop', 'phone'] }, 'a room that has it keeps it')
  t.match(await system.rooms.createAmenity({ body: { name: 'hearing_loop' } }, manager), { status: 'active', roomCount: 1 })
  t.equal((await refusal(system.rooms.retireAmenity({ params: { name: 'nothing' } }, manager))).code, 'amenity.not_found')
})

t.test('retireRoom is 409 while there are upcoming bookings, and says how many', async t => {
  const room = await newRoom({ name: 'Phoenix', building: 'Ash' })
  const [first, second] = [await book(room.id, 1, 2), await book(room.id, 3, 4)]
  t.match(await refusal(system.rooms.retireRoom({ params: { roomId: room.id } }, manager)), { status: 409, code: 'room.has_bookings', body: { message: /2 upcoming bookings/ } })
  t.equal((await get(room.id)).status, 'available')
  await system.bookings.cancelBooking({ params: { bookingId: first }, body: {} }, user)
  t.match(await refusal(system.rooms.retireRoom({ params: { roomId: room.id } }, manager)), { body: { message: /1 upcoming booking\./ } })
  t.match(await system.rooms.retireRoom({ params: { roomId: room.id }, body: { cancelBookings: true, reason: 'Let' } }, manager), { status: 'retired', statusReason: 'Let', version: 2 })
  const [rows] = await system.sql.rooms.query("SELECT JSON_UNQUOTE(JSON_EXTRACT(event, '$.data.cancelBookings')) AS cancels FROM outbox WHERE subject = ? AND type = 'room.retired'", [room.id])
  t.same((rows as Array<{ cancels: string }>).map(({ cancels }) => cancels), ['true'], 'the event tells bookings to cancel')
  t.ok(second)
  t.equal((await refusal(system.rooms.updateRoom({ params: { roomId: room.id }, body: { capacity: 2 } }, manager))).code, 'room.retired')
  t.equal((await refusal(system.rooms.retireRoom({ params: { roomId: room.id } }, manager))).code, 'room.retired')
  t.same((await system.rooms.listRooms({ query: { building: 'Ash' } }, user)).items, [])
  t.same((await system.rooms.listRooms({ query: { building: 'Ash', status: 'retired' } }, user)).items.length, 1)
  t.equal((await newRoom({ name: 'phoenix', building: 'ash' })).name, 'phoenix', 'its name is free again')
})

t.test('setRoomStatus takes a room out of use until an instant, after which it is available again by itself', async t => {
  const room = await newRoom({ building: 'Status' })
  const set = async (body: object) => await system.rooms.setRoomStatus({ params: { roomId: room.id }, body: body as never }, manager)
  t.equal((await refusal(set({ status: 'maintenance' }))).code, 'room.status_invalid', 'a reason is needed')
  t.equal((await refusal(set({ status: 'maintenance', reason: 'Paint', until: '2020-01-01T00:00:00Z' }))).code, 'room.status_invalid')
  t.match(await set({ status: 'maintenance', reason: 'Paint', until: at(5) }), { status: 'maintenance', statusReason: 'Paint', statusUntil: at(5), version: 2 })
  t.match(await get(room.id), { status: 'maintenance', version: 2 })
  t.same(await found('Status', 4, 6), [])
  t.same(await found('Status', 5, 6), [room.name], 'it can be booked for afterwards')
  t.same((await availability(room.id, 4, 6)).busy, [{ startsAt: at(4), endsAt: at(5), reason: 'unavailable', detail: 'Paint' }])

  await set({ status: 'maintenance', reason: 'Paint', until: new Date(Date.now() + 300).toISOString() })
  t.ok(await until(async () => (await get(room.id)).status === 'available', 5_000))
  const reverted = await get(room.id)
  t.match(reverted, { status: 'available', statusReason: null, statusUntil: null, version: 4 })
  t.same(await found('Status', 4, 6), [room.name])
  await Promise.all(Array.from({ length: 3 }, async () => { await system.apps.rooms.jobs.run('store statuses that have run out') }))
  const [rows] = await system.sql.rooms.query('SELECT status, version FROM room WHERE id = ?', [room.id])
  t.match(rows, [{ status: 'available', version: 4 }])
  t.same(await get(room.id), reverted, 'storing it changes nothing that can be seen')
  const { items } = await system.rooms.listRoomHistory({ params: { roomId: room.id } }, manager)
  t.match(items, [
    { version: 4, action: 'status_changed', status: 'available', actorId: null },
    { version: 3, action: 'status_changed', status: 'maintenance', actorId: manager.user.id },
    { version: 2, action: 'status_changed', status: 'maintenance', statusReason: 'Paint', actorId: manager.user.id },
    { version: 1, action: 'created', status: 'available', actorId: manager.user.id }
  ])
  t.same(await events(room.id), ['room.created', 'room.status_changed', 'room.status_changed', 'room.status_changed'])
  t.equal((await refusal(system.rooms.listRoomHistory({ params: { roomId: room.id } }, user))).status, 403)
})

t.test('listRoomHistory and the next change know of a status that has run out before it is stored', async t => {
  const room = await newRoom()
  const [seen, changed] = [room, await newRoom()]
  for (const { id } of [seen, changed]) {
    await system.rooms.setRoomStatus({ params: { roomId: id }, body: { status: 'unavailable', reason: 'Flood', until: at(1) } }, manager)
    await system.sql.rooms.query('UPDATE room SET status_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?', [id])
    await system.apps.rooms.cache.invalidate(`room:${id}`)
  }
  t.same((await system.rooms.listRoomHistory({ params: { roomId: seen.id } }, manager)).items.map(({ version }) => version), [3, 2, 1])
  t.match(await system.rooms.updateRoom({ params: { roomId: changed.id }, headers: { 'If-Match': '"3"' }, body: { capacity: 2 } }, manager), { status: 'available', capacity: 2, version: 4 })
  t.match((await system.rooms.listRoomHistory({ params: { roomId: changed.id }, query: { limit: 2 } }, manager)).items, [{ version: 4, changedFields: ['capacity'] }, { version: 3, actorId: null }])
})

t.test('createClosure shuts a room, a floor or a building, and keeps or cancels what it overlaps', async t => {
  const [low, high] = [await newRoom({ building: 'Shut', floor: 1, name: 'Low' }), await newRoom({ building: 'Shut', floor: 2, name: 'High' })]
  const close = async (body: object, headers: object = {}) => await system.rooms.createClosure({ body: { startsAt: at(10), endsAt: at(12), reason: 'Carpet', ...body } as never, headers }, manager)
  for (const [body, code] of [
    [{}, 'closure.place_invalid'], [{ roomId: low.id, building: 'Shut' }, 'closure.place_invalid'], [{ roomId: low.id, floor: 1 }, 'closure.place_invalid'],
    [{ building: 'Nowhere' }, 'closure.place_unknown'], [{ building: 'Shut', floor: 9 }, 'closure.place_unknown'],
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
  t.match(await system.bookings.getBooking({ params: { bookingId: gone } }, user), { status: 'cancelled', cancellationReason: /Carpet/ })
  t.same(await close({ building: 'shut', floor: 2, startsAt: at(20), endsAt: at(22), bookings: 'cancel' }, { 'Idempotency-Key': 'close-floor-2' }), floor, 'repeated, it answers the same')
  t.same(await found('Shut', 20, 22), ['Low'])

  const building = await close({ building: 'Shut', startsAt: at(30), endsAt: at(31) })
  t.same(await found('Shut', 30, 31), [])
  t.same((await system.rooms.listRoomClosures({ params: { roomId: low.id }, query: { from: at(0), to: at(40) } }, user)).items.map(({ id }) => id), [room.id, building.id])
  t.same((await system.rooms.listClosures({ query: { building: 'Shut' } }, manager)).items.map(({ id }) => id), [floor.id, building.id])

  t.match(await system.rooms.cancelClosure({ params: { closureId: building.id } }, manager), { status: 'cancelled', cancelledBy: manager.user.id, version: 2 })
  t.same(await found('Shut', 30, 31), ['High', 'Low'])
  t.equal((await refusal(system.rooms.cancelClosure({ params: { closureId: building.id } }, manager))).code, 'closure.state_conflict')
  t.equal((await refusal(system.rooms.cancelClosure({ params: { closureId: floor.id }, headers: { 'If-Match': '"2"' } }, manager))).status, 412)
  t.same((await system.rooms.listClosures({ query: { building: 'Shut', cancelled: true } }, manager)).items.map(({ id }) => id), [floor.id, building.id])
  t.match(await system.rooms.getClosure({ params: { closureId: building.id } }, manager), { status: 'cancelled' })
  t.same(await events(building.id), ['room.closed', 'room.reopened'])
  t.equal((await refusal(close({ building: 'Shut' }).then(async () => await system.rooms.createClosure({ body: { building: 'Shut', startsAt: at(1), endsAt: at(2), reason: 'No' } }, user)))).status, 403)
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
  t.same((await refusal(closuresIn({ from: at(2), to: at(2) }))).code, 'room.range_invalid')

  await system.rooms.setRoomStatus({ params: { roomId: open.id }, body: { status: 'maintenance', reason: 'Lamp', until: at(5) } }, manager)
  t.match(await terms(open.id), [{ status: 'maintenance', statusUntil: at(5) }])
  await system.sql.rooms.execute('UPDATE room SET status_until = ? WHERE id = ?', [new Date(Date.now() - 1), open.id])
  t.match(await terms(open.id), [{ status: 'available', statusUntil: null }], 'a status that has run out is over, stored or not')
})

t.test('getRoomAvailability says why a room is busy, and the titles to those who may see them', async t => {
  const day = { opens: '08:00', closes: '18:00' }
  const room = await newRoom({ policy: { bufferMinutes: 15 }, openingHours: { ...always, monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day } })
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
  t.same((await refusal(availability(room.id, 0, 24 * 31 + 1))).code, 'room.range_invalid')
  t.same((await refusal(availability(room.id, 1, 1))).code, 'room.range_invalid')
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
  t.equal((await refusal(found(building, 0, 25))).code, 'room.range_invalid')
  t.equal((await refusal(system.rooms.searchAvailableRooms({ query: { from: '2020-01-01T00:00:00Z', to: '2020-01-01T01:00:00Z' } }, user))).code, 'room.range_invalid')
})

t.test('lists go on behind the longest names in any script', async t => {
  const building = '🏢'.repeat(100)
  const names = ['😀', '😃', '😄'].map(face => face.repeat(100))
  for (const name of names) await newRoom({ building, name })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: Room[], nextCursor: string | null } = await system.rooms.listRooms({ query: { building, limit: 1, ...(cursor !== null && { cursor }) } }, user)
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor !== null)
  t.same(seen, names)
})

t.test('getRoomAvailability and suggestTimes answer for the first and the last instants that there are', async t => {
  const room = await newRoom({ building: 'Edge', policy: { bufferMinutes: 60 } })
  for (const [from, to] of [['9999-12-31T20:00:00.000Z', '9999-12-31T23:59:59.999Z'], ['1000-01-01T00:00:00.000Z', '1000-01-01T01:00:00.000Z']] as const) {
    t.match(await system.rooms.getRoomAvailability({ params: { roomId: room.id }, query: { from, to } }, user), { busy: [], free: [{ startsAt: from, endsAt: to }] })
  }
  t.same((await system.rooms.suggestTimes({ query: { building: 'Edge', minutes: 30, from: '9999-12-31T20:00:00Z', to: '9999-12-31T23:59:59Z' } }, user)).items, [])
})

t.test('retireRoom leaves no booking behind, however many are booking meanwhile', async t => {
  for (let round = 0; round < 5; round++) {
    const { id: roomId } = await newRoom()
    const [retired] = await Promise.allSettled([
      system.rooms.retireRoom({ params: { roomId }, body: {} }, manager),
      ...Array.from({ length: 8 }, async (_, hour) => await book(roomId, hour, hour + 1, manager))
    ])
    if (retired.status === 'rejected') t.equal((retired.reason as RemoteError).code, 'room.has_bookings')
    else t.ok(await until(async () => (await system.bookings.listBookings({ query: { roomId, upcoming: true } }, manager)).items.length === 0, 10_000))
  }
  // With terms of before the retirement, as whoever asked for them a moment ago.
  const { id: roomId } = await newRoom()
  await system.rooms.retireRoom({ params: { roomId }, body: {} }, manager)
  t.ok(await until(async () => ((await system.sql.bookings.query('SELECT retired FROM room_calendar WHERE room_id = ?', [roomId]))[0] as Array<{ retired: number }>)[0]?.retired === 1, 10_000))
  await system.sql.rooms.query("UPDATE room SET status = 'available', active = NULL WHERE id = ?", [roomId])
  t.match(await refusal(book(roomId, 1, 2)), { status: 409, code: 'booking.room_unavailable' })
})

t.test('createClosure lists and cancels what was booked while it was being made', async t => {
  const { id: roomId } = await newRoom()
  let booked: string | undefined
  const BOOKINGS_URL = await system.anotherInstance('bookings', {
    sabotage: app => app.addHook('onSend', async (request, _reply, payload) => {
      // Right after the first look at what is booked, and before the closure is stored.
      if (request.routeOptions.config.operation?.operationId === 'listBookings' && booked === undefined) booked = await book(roomId, 1, 2)
      return payload
    })
  })
  const closing = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: await system.anotherInstance('rooms', { environment: { BOOKINGS_URL } }) })
  t.teardown(async () => { await closing.close() })
  const { bookings } = await closing.createClosure({ body: { roomId, startsAt: at(0), endsAt: at(9), reason: 'Paint', bookings: 'cancel' } }, manager)
  t.match(bookings, [{ bookingId: booked, outcome: 'cancelled' }])
})

t.test('suggestTimes gives the next slots that some room is free for, always the same', async t => {
  const building = 'Suggest'
  const [small, large] = [await newRoom({ building, name: 'Small', capacity: 2 }), await newRoom({ building, name: 'Large', capacity: 10 })]
  const suggest = async (query: object) => (await system.rooms.suggestTimes({ query: { building, from: at(0.1), to: at(24 * 3), minutes: 60, ...query } as never }, user)).items
  const shown = (items: Awaited<ReturnType<typeof suggest>>): unknown[] => items.map(({ startsAt, rooms }) => [(Date.parse(startsAt) - tomorrow) / hour, ...rooms.map(({ room }) => room.name)])
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

t.test('what consumes the service\'s own events makes the cache right when a change was not told', async t => {
  const room = await newRoom()
  let capacity = 10
  // As if the instance that changed it had died right after its commit; the event of its creation may still be under way.
  t.ok(await until(async () => {
    await get(room.id)
    await system.sql.rooms.query('UPDATE room SET capacity = ? WHERE id = ?', [++capacity, room.id])
    return (await get(room.id)).capacity !== capacity
  }, 15_000), 'the cache does not know')
  const { outbox, database } = system.apps.rooms
  await database.transaction(async transaction => {
    await outbox.add(transaction, 'room.updated', room.id, 'correlation', { roomId: room.id, name: room.name, building: room.building, floor: room.floor, capacity, status: 'available', version: 2 })
  })
  t.ok(await until(async () => (await get(room.id)).capacity === capacity, 15_000), 'the event told it')
})
