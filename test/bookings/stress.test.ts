import type { RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { startService } from '../../scripts/system/services.ts'
import { inLockStep } from '../support/lock-step.ts'
import { randomOf } from '../../scripts/test/random.ts'
import { seedOf } from '../support/random.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { brokenInvariants } from './invariants.ts'
import { at, makeRoom } from './support.ts'

const writers = 64
const rounds = 8

let system: TestSystem
let manager: Person
let users: Person[]
t.before(async () => {
  // How many writers wait for one room is the test's doing, how long, the machine's.
  system = await testSystem(t, { DATABASE_LOCK_WAIT_SECONDS: '7', REQUEST_DEADLINE_SECONDS: '120' })
  manager = await system.person('facility_manager')
  users = await Promise.all(Array.from({ length: 4 }, async () => await system.person()))
})

interface Write { method: string, path: string, token: string, body: object }

/** Any write of any kind, on few rooms and slots, so that most are in each other's way. */
function anyWrite (random: (below: number) => number, roomIds: readonly string[], bookingIds: readonly string[], seriesIds: readonly string[]): Write {
  const roomId = roomIds[random(roomIds.length)] as string
  const from = random(24) / 2
  const times = { startsAt: at(from), endsAt: at(from + (1 + random(4)) / 2) }
  const bookingId = bookingIds[random(Math.max(1, bookingIds.length))] ?? roomId
  const seriesId = seriesIds[random(Math.max(1, seriesIds.length))] ?? roomId
  const [token, override] = random(4) === 0 ? [(users[random(users.length)] as Person).token, false] : [manager.token, true]
  const asManager = { token: manager.token, override: true }
  const booking = `/api/v1/bookings/${bookingId}`
  switch (random(12)) {
    case 0: case 1: case 2: return { method: 'POST', path: '/api/v1/bookings', token, body: { roomId, title: 'Stress', ...times, override: random(2) === 0 && override } }
    case 3: return { method: 'PATCH', path: booking, token: asManager.token, body: { ...times, override: true } }
    case 4: return { method: 'PATCH', path: booking, token: asManager.token, body: { roomId, override: true } }
    case 5: return { method: 'PATCH', path: booking, token: asManager.token, body: { roomId, ...times, title: 'Moved' } }
    case 6: return { method: 'PATCH', path: booking, token: asManager.token, body: { endsAt: times.endsAt, override: true } }
    case 7: return { method: 'POST', path: `${booking}/${random(2) === 0 ? 'approve' : 'reject'}`, token: asManager.token, body: {} }
    case 8: return { method: 'POST', path: `${booking}/cancel`, token: asManager.token, body: { reason: 'Stress' } }
    case 9: return { method: 'POST', path: '/api/v1/booking-series', token: asManager.token, body: { roomId, title: 'Series', ...times, recurrence: `FREQ=DAILY;COUNT=${2 + random(3)}`, onConflict: 'skip', override: true } }
    case 10: return { method: 'PATCH', path: `/api/v1/booking-series/${seriesId}`, token: asManager.token, body: { scope: 'all', startTime: `${String(random(12)).padStart(2, '0')}:30`, ...(random(2) === 0 && { roomId }), override: true } }
    default: return { method: 'POST', path: `/api/v1/booking-series/${seriesId}/cancel`, token: asManager.token, body: { scope: 'all' } }
  }
}

t.test('whatever 64 writers do at once on two instances, no room is held twice, and history and events agree', async t => {
  const seed = seedOf(t)
  const random = randomOf(seed)
  const instances = [system.urls.bookings, await system.anotherInstance('bookings')]
  const roomIds = [await makeRoom(system, manager), await makeRoom(system, manager), await makeRoom(system, manager, { policy: { requiresApproval: true } })]
  const statuses: Record<number, number> = {}
  for (let round = 0; round < rounds; round++) {
    const [bookings] = await system.sql.bookings.query<RowDataPacket[]>("SELECT id FROM booking WHERE status IN ('pending', 'confirmed') ORDER BY RAND() LIMIT 20")
    const [series] = await system.sql.bookings.query<RowDataPacket[]>("SELECT id FROM booking_series WHERE status = 'active' ORDER BY RAND() LIMIT 3")
    const writes = Array.from({ length: writers }, () => anyWrite(random, roomIds, bookings.map(row => row['id'] as string), series.map(row => row['id'] as string)))
    const { answers } = await inLockStep(system, instances.length * 10, 3_000, async () => await Promise.all(writes.map(async ({ path, ...write }, index) =>
      await system.send(instances[index % instances.length] as string, path, write))))
    for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
    for (const { status, text } of answers) if (status >= 500) t.fail(text)
    t.same(await brokenInvariants(system.sql.bookings), {}, `after round ${round + 1}`)
  }
  t.comment(`answers by status: ${JSON.stringify(statuses)}`)
  t.ok((statuses[201] ?? 0) > rounds && (statuses[200] ?? 0) > rounds && (statuses[409] ?? 0) > rounds, 'much succeeded, and much was in the way')
  const [quota] = await system.sql.bookings.query<RowDataPacket[]>(`SELECT user_id FROM booking WHERE status IN ('pending', 'confirmed') AND user_id IN (${users.map(() => '?').join(', ')}) GROUP BY user_id HAVING COUNT(*) > 20`, users.map(({ user }) => user.id))
  t.same(quota, [])
})

t.test('a service that is killed between statements leaves no half booking, and retries with the same key make one', async t => {
  const roomIds = await Promise.all([1, 2, 3].map(async () => await makeRoom(system, manager)))
  const options = { ...system.options, ports: { ...system.options.ports, bookings: await freePort() } }
  const wanted = Array.from({ length: 120 }, (_, index) => ({ key: `killed-${index}-of-many`, body: { roomId: roomIds[index % 3], title: `Wanted ${index}`, startsAt: at(200 + Math.floor(index / 3) / 2), endsAt: at(200.5 + Math.floor(index / 3) / 2), override: true } }))
  const made = new Map<string, string>()
  let answered = 0
  for (let kills = 0; made.size < wanted.length; kills++) {
    const service = await startService('bookings', options, `killed-${kills}`)
    const killAfter = kills < 2 ? answered + 40 : Infinity
    const left = wanted.filter(({ key }) => !made.has(key))
    const worker = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const answer = await system.send(service.url, '/api/v1/bookings', { method: 'POST', token: manager.token, headers: { 'idempotency-key': next.key }, body: next.body }).catch(() => undefined)
        if (!answer) return
        t.equal(answer.status, 201, answer.text)
        made.set(next.key, answer.json.id as string)
        answered += 1
        if (answered === killAfter) service.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 16 }, worker))
    await (killAfter === Infinity ? service.stop() : service.ended)
    t.same(await brokenInvariants(system.sql.bookings), {}, `after kill ${kills + 1}`)
  }
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>("SELECT id FROM booking WHERE title LIKE 'Wanted %'")
  t.same(rows.map(row => row['id'] as string).sort(), [...made.values()].sort())
})
