import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { t } from '../support/suite.ts'
import type { PrivateServer } from '../../scripts/infrastructure/processes.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { createClient, type Client } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import type { Room, RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const tomorrow = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 24 * hour
const at = (hours: number): string => new Date(tomorrow + hours * hour).toISOString()
const allDay = { opens: '00:00', closes: '24:00' }
const always = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

let system: TestSystem
let user: Person
let manager: Person
/** Instances of the rooms service, the first of which makes the changes. */
let instances: Array<Client<RoomsOperations>>
t.before(async () => {
  system = await testSystem(t)
  user = await system.person()
  manager = await system.person('facility_manager')
  const other = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: await system.anotherInstance('rooms'), deadlineMilliseconds: 20_000 })
  t.teardown(async () => { await other.close() })
  instances = [system.rooms, other]
})
let made = 0
async function newRoom (fields: Partial<RoomCreate> = {}): Promise<Room> {
  return await system.rooms.createRoom({ body: { name: `Room ${++made}`, capacity: 8, floor: 1, building: 'B', timeZone: 'UTC', openingHours: always, ...fields } }, manager)
}

/** Counts the statements that the first instance runs while something is done. */
async function statementsOf (action: () => Promise<unknown>): Promise<string[]> {
  const { database } = system.apps.rooms
  const { row, rows } = database
  const statements: string[] = []
  database.row = async (sql, values) => { statements.push(sql); return await row(sql, values) }
  database.rows = async (sql, values) => { statements.push(sql); return await rows(sql, values) }
  try {
    await action()
    return statements.filter(sql => !sql.includes('status_until <=')) // the job's
  } finally {
    Object.assign(database, { row, rows })
  }
}

async function requestsToBookings (): Promise<number> {
  const text = await system.metrics('bookings')
  const counts = [...text.matchAll(/^http_request_duration_seconds_count\{[^}]*operation="(?:list)[^}]*\} (\d+)$/gm)].map(match => Number(match[1]))
  return counts.reduce((sum, count) => sum + count, 0)
}

t.test('what was answered is seen by the very next search and read, on every instance', async t => {
  const building = 'Current'
  const room = await newRoom({ building })
  const isFound = async (instance: Client<RoomsOperations>): Promise<boolean> => (await instance.searchAvailableRooms({ query: { building, from: at(1), to: at(2) } }, user)).items.length === 1
  const isFree = async (instance: Client<RoomsOperations>): Promise<boolean> => (await instance.getRoomAvailability({ params: { roomId: room.id }, query: { from: at(1), to: at(2) } }, user)).busy.length === 0
  const everywhere = async (expected: boolean, after: string): Promise<void> => {
    t.same(await Promise.all(instances.map(async instance => [await isFound(instance), await isFree(instance)])), instances.map(() => [expected, expected]), after)
  }
  const params = { roomId: room.id }
  await everywhere(true, 'created')
  for (let round = 1; round <= 5; round++) {
    const { id: bookingId } = await system.bookings.createBooking({ body: { roomId: room.id, title: 'Meeting', startsAt: at(1), endsAt: at(2) } }, user)
    await everywhere(false, `booked, round ${round}`)
    await system.bookings.cancelBooking({ params: { bookingId }, body: {} }, user)
    await everywhere(true, 'cancelled')
    const { id: closureId } = await system.rooms.createClosure({ body: { building, startsAt: at(0), endsAt: at(9), reason: 'Paint' } }, manager)
    await everywhere(false, 'closed')
    await system.rooms.cancelClosure({ params: { closureId } }, manager)
    await everywhere(true, 'reopened')
    await system.rooms.setRoomStatus({ params, body: { status: 'unavailable', reason: 'Flood' } }, manager)
    await everywhere(false, 'unavailable')
    await system.rooms.setRoomStatus({ params, body: { status: 'available' } }, manager)
    await everywhere(true, 'available')
  }
  await system.rooms.retireRoom({ params }, manager)
  await everywhere(false, 'retired')
})

t.test('a reader that is slower than a change cannot bring back what it read before', async t => {
  const { cache } = system.apps.rooms
  let release = (): void => {}
  const reading = new Promise<void>(resolve => {
    const slow = cache.read('race', 'value', 60, async () => {
      resolve()
      await new Promise<void>(resolve => { release = resolve })
      return 'old'
    })
    t.teardown(async () => { await slow })
  })
  await reading
  await cache.invalidate('race')
  t.equal(await cache.read('race', 'value', 60, async () => 'new'), 'new', 'nobody waits for a load that began before the change')
  release()
  for (let again = 0; again < 20; again++) await turn()
  t.equal(await cache.read('race', 'value', 60, async () => 'loaded again'), 'new')
})

t.test('versions that Redis has lost do not bring back the values that were filed under them', async t => {
  const { cache, redis } = system.apps.rooms
  t.equal(await cache.read('lost', 'value', 60, async () => 1), 1)
  await redis.del(`${system.options.environment?.['REDIS_PREFIX'] ?? ''}rooms:version:lost`)
  t.equal(await cache.read('lost', 'value', 60, async () => 2), 2)
  t.equal(await cache.read('lost', 'value', 60, async () => 3), 2)
})

t.test('simultaneous misses share one load, and its failure is not kept', async t => {
  const { cache } = system.apps.rooms
  let loads = 0
  const load = async (): Promise<number> => { await turn(); return ++loads }
  t.same(await Promise.all(Array.from({ length: 20 }, async () => await cache.read('shared', 'value', 60, load))), new Array(20).fill(1))
  await t.rejects(cache.read('failing', 'value', 60, async () => { throw new Error('down') }), /down/)
  t.equal(await cache.read('failing', 'value', 60, async () => 'up'), 'up')
})

t.test('while writes go on, no read on any instance is older than what was answered before it began', async t => {
  const room = await newRoom({ building: 'Hammer', capacity: 1 })
  const params = { roomId: room.id }
  let answered = 1
  const writes = { goOn: true }
  let reads = 0
  const stale: string[] = []
  const reader = async (instance: Client<RoomsOperations>, read: (instance: Client<RoomsOperations>) => Promise<Room | undefined>): Promise<void> => {
    while (writes.goOn) {
      const least = answered
      const seen = await read(instance)
      reads++
      // The capacity is written together with the version, and equals it: anything else was never in the database.
      if (!seen || seen.version < least || seen.capacity !== seen.version) stale.push(`${least} was answered, then read ${seen?.version} with ${seen?.capacity}`)
    }
  }
  const byId = async (instance: Client<RoomsOperations>): Promise<Room> => await instance.getRoom({ params }, user)
  const byList = async (instance: Client<RoomsOperations>): Promise<Room | undefined> => (await instance.listRooms({ query: { building: 'Hammer' } }, user)).items[0]
  const bySearch = async (instance: Client<RoomsOperations>): Promise<Room | undefined> => (await instance.searchAvailableRooms({ query: { building: 'Hammer', from: at(1), to: at(2) } }, user)).items[0]?.room
  const readers = instances.flatMap(instance => [byId, byId, byList, bySearch].map(async read => { await reader(instance, read) }))
  for (let version = 2; version <= 60; version++) {
    await system.rooms.updateRoom({ params, body: { capacity: version } }, manager)
    answered = version
  }
  writes.goOn = false
  await Promise.all(readers)
  t.same(stale, [])
  t.ok(reads > 60, `${reads} reads`)
  const [rows] = await system.sql.rooms.query('SELECT capacity, version FROM room WHERE id = ?', [room.id])
  t.match(rows, [{ capacity: 60, version: 60 }])
})

t.test('getRoom and listRooms from the cache ask the database nothing, and a search asks bookings once', async t => {
  const rooms = await Promise.all(Array.from({ length: 120 }, async () => await newRoom({ building: 'Cost' })))
  const params = { roomId: rooms[0]?.id ?? '' }
  // The events of these changes empty the cache once more.
  t.ok(await until(async () => (await statementsOf(async () => {
    for (let again = 0; again < 20; again++) {
      await system.rooms.getRoom({ params }, user)
      await system.rooms.listRooms({ query: { building: 'cost', sort: 'capacity', amenities: [], capacityMin: 2 } }, user)
    }
  })).length === 0, 10_000), 'no statement in 40 reads')
  for (const building of ['Cost', 'Cost', 'Hammer']) {
    const before = await requestsToBookings()
    const statements = await statementsOf(async () => { await system.rooms.searchAvailableRooms({ query: { building, from: at(1), to: at(2) } }, user) })
    t.equal(await requestsToBookings() - before, 1, 'one request')
    t.ok(statements.length <= 2, `${statements.length} statements`)
  }
})

t.test('searchAvailableRooms finds all that are free, and asks bookings once, however many of the best are taken', async t => {
  const building = 'Busy'
  const names = Array.from({ length: 9 }, (_, index) => `Busy ${index}`)
  const rooms: Room[] = []
  for (const [index, name] of names.entries()) rooms.push(await newRoom({ building, name, capacity: 1 + index, floor: index }))
  const pages = async (query: object): Promise<string[][]> => {
    const seen: string[][] = []
    let cursor: string | null | undefined
    do {
      const before = await requestsToBookings()
      const page = await system.rooms.searchAvailableRooms({ query: { building, from: at(1), to: at(2), limit: 1, ...query, ...(cursor && { cursor }) } }, user)
      t.equal(await requestsToBookings() - before, 1)
      seen.push(page.items.map(({ room }) => room.name))
      cursor = page.nextCursor
    } while (cursor !== null)
    return seen
  }
  t.same(await pages({}), names.map(name => [name]))
  t.same(await pages({ floor: 8, limit: 4 }), [names.slice(0, 4), names.slice(4, 8), names.slice(8)], 'seats count more than floors')
  for (let taken = 0; taken < rooms.length; taken++) {
    await system.bookings.createBooking({ body: { roomId: rooms[taken]?.id ?? '', title: 'Meeting', startsAt: at(1.5), endsAt: at(2.5) } }, manager)
    const free = names.slice(taken + 1)
    t.same(await pages({}), free.length === 0 ? [[]] : free.map(name => [name]), `${taken + 1} taken`)
  }
})

t.test('suggestTimes asks nothing about times further ahead than any room can be booked', async t => {
  const before = await requestsToBookings()
  const far = Date.now() + 400 * 24 * hour
  const { items } = await system.rooms.suggestTimes({ query: { minutes: 30, from: new Date(far).toISOString(), to: new Date(far + 31 * 24 * hour).toISOString() } }, user)
  t.same(items, [])
  t.equal(await requestsToBookings() - before, 0)
})

t.test('what rooms asks of bookings for a search is no request of the one who searches', async t => {
  const remaining = async (): Promise<number> => Number((await system.send('rooms', `/api/v1/available-rooms?from=${at(1)}&to=${at(2)}`, { token: user.token })).headers['ratelimit-remaining'])
  t.equal(await remaining() - await remaining(), 1)
})

t.test('while bookings is down, search and availability are 503 with Retry-After, soon without waiting, and the catalogue goes on', async t => {
  const room = await newRoom({ building: 'Alone' })
  await system.apps.bookings.close()
  const ask = async (path: string): Promise<{ status: number, code?: string, retryAfter?: string | undefined }> => {
    const { status, json, headers } = await system.send('rooms', path, { token: user.token })
    return { status, code: json?.code, retryAfter: headers['retry-after'] }
  }
  const range = `from=${at(1)}&to=${at(2)}`
  const since = performance.now()
  for (let again = 0; again < 30; again++) {
    for (const path of [`/api/v1/available-rooms?building=Alone&${range}`, `/api/v1/rooms/${room.id}/availability?${range}`, `/api/v1/suggested-times?building=Alone&minutes=30&${range}`]) {
      t.match(await ask(path), { status: 503, code: 'dependency.unavailable', retryAfter: /^\d+$/ })
    }
  }
  t.comment(`${Math.round((performance.now() - since) / 90)} ms for each refusal`)
  for (const path of [`/api/v1/rooms/${room.id}`, '/api/v1/rooms', '/api/v1/buildings', '/api/v1/amenities', `/api/v1/rooms/${room.id}/closures?${range}`]) t.equal((await ask(path)).status, 200, path)
  t.equal((await system.send('rooms', `/api/v1/rooms/${room.id}/retire`, { method: 'POST', token: manager.token, body: {} })).status, 503, 'nobody knows whether it is booked')
  const closure = await system.send('rooms', '/api/v1/closures', { method: 'POST', token: manager.token, body: { building: 'Alone', startsAt: at(1), endsAt: at(2), reason: 'Paint', bookings: 'cancel' } })
  t.equal(closure.status, 503)
  t.same((await system.rooms.listClosures({ query: { building: 'Alone' } }, manager)).items, [], 'nothing was closed')
})

t.test('while Redis is down all goes on, and what changed meanwhile is seen when it is back', { skip: redisIsInstalled() ? false : 'Redis is not installed' }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'rooms-redis-'))
  let redis: PrivateServer = await startPrivateRedis({ directory })
  t.teardown(async () => {
    await redis.stop()
    await rm(directory, { recursive: true, force: true })
  })
  const system = await testSystem(t, {}, { redisUrl: redis.url })
  const [user, manager] = [await system.person(), await system.person('facility_manager')]
  const { id: roomId } = await system.rooms.createRoom({ body: { name: 'Solo', capacity: 4, floor: 1, building: 'B', timeZone: 'UTC', openingHours: always } }, manager)
  const seen = async (): Promise<unknown[]> => {
    const { items } = await system.rooms.searchAvailableRooms({ query: { from: at(1), to: at(2) } }, user)
    const { capacity } = await system.rooms.getRoom({ params: { roomId } }, user)
    return [capacity, items.map(({ room }) => room.capacity)]
  }
  const cacheIs = async (status: string): Promise<boolean> => await until(async () => (await system.send('rooms', '/ready')).json.dependencies.find(({ name }: { name: string }) => name === 'cache').status === status, 10_000)
  t.same(await seen(), [4, [4]])
  redis.kill()
  t.ok(await cacheIs('down'))
  t.same(await seen(), [4, [4]])
  await system.rooms.updateRoom({ params: { roomId }, body: { capacity: 5 } }, manager)
  t.same(await seen(), [5, [5]])
  // It comes back with all that it knew, the old version and the old values.
  redis = await startPrivateRedis({ directory, port: redis.port })
  t.ok(await cacheIs('up'))
  t.same(await seen(), [5, [5]])
})
