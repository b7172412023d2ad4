import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { RemoteError } from '../../shared/contract/client.ts'
import type { Room } from '../../shared/contract/generated/rooms.schemas.ts'
import { at, refusal } from '../bookings/support.ts'
import { roomsScene } from './support.ts'

const { system, user, manager, newRoom, book, availability, found, events } = await roomsScene(t)
const get = async (roomId: string): Promise<Room> => await system.rooms.getRoom({ params: { roomId } }, user)

t.test('createRoom keeps what was given, with the usual for the rest, and refuses what makes no sense', async t => {
  const room = await newRoom({ name: '  Aurora ', amenities: ['projector'], policy: { bufferMinutes: 10 } })
  t.match(room, { name: 'Aurora', amenities: ['projector'], status: 'available', statusReason: null, version: 1, policy: { bufferMinutes: 10, minimumMinutes: 15 } })
  t.same(await get(room.id), room)
  t.same((await refusal(newRoom({ name: 'AURORA' }))).code, 'room.name_taken')
  t.equal((await newRoom({ name: 'AURORA', floor: 2 })).name, 'AURORA', 'the name is free on another floor')
  const usual = { monday: null, tuesday: null, wednesday: null, thursday: null, friday: null, saturday: null }
  t.same((await refusal(newRoom({ openingHours: { ...usual, sunday: { opens: '10:00', closes: '09:00' } } }))).code, 'room.opening_hours_invalid')
  t.same((await refusal(newRoom({ policy: { minimumMinutes: 600 } }))).code, 'room.policy_invalid')
  t.equal((await newRoom({ timeZone: 'asia/kolkata' })).timeZone, 'Asia/Kolkata', 'zones are spelled as IANA has them')
  await system.sql.rooms.query("UPDATE room SET time_zone = 'europe/berlin' WHERE id = ?", [room.id])
  t.equal((await system.rooms.updateRoom({ params: { roomId: room.id }, body: { capacity: 9 } }, manager)).timeZone, 'Europe/Berlin', 'also those that were stored as typed')
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
  t.match(await system.rooms.retireRoom({ params: { roomId: room.id } }, manager), { status: 'retired', statusReason: 'Let', version: 2 }, 'a repetition changes nothing')
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
