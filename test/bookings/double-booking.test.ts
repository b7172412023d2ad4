import fc from 'fast-check'
import type { RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { inLockStep } from '../support/lock-step.ts'
import { seedOf } from '../support/random.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'

const seed = seedOf(t)

const minute = 60_000
const day = 24 * 60 * minute
const tomorrow = Math.ceil(Date.now() / day) * day
const writers = 64
const rounds = 50
const connections = 10
const mostAttempts = 5

let system: TestSystem
let instances: string[]
let manager: Person
t.before(async () => {
  system = await testSystem(t, { DATABASE_POOL_SIZE: String(connections + 1) }) // the one that publishes events may be held by a slow broker
  instances = [system.urls.bookings, await system.anotherInstance('bookings')]
  manager = await system.person('facility_manager')
})

let rooms = 0
/** A room that can be booked at any time of any day. */
async function newRoom (): Promise<string> {
  const allDay = { opens: '00:00', closes: '24:00' }
  const { id } = await system.rooms.createRoom({
    body: {
      name: `Room ${++rooms}`,
      capacity: 8,
      floor: 1,
      building: 'B',
      timeZone: 'UTC',
      openingHours: { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay },
      policy: { minimumMinutes: 1, maximumMinutes: 1440, maximumDaysAhead: 730 }
    }
  }, manager)
  return id
}

interface Slot { startsAt: string, endsAt: string }

/**
 * Sends bookings of one room to all instances, which run their first statements at the same moment. On a machine that stands still for
 * longer than they wait for a lock, the writers do not come together; that shows nothing, and is tried again with another room.
 */
async function bookInLockStep (slots: readonly Slot[]): Promise<RawAnswer[]> {
  for (let attempt = 1; ; attempt++) {
    const roomId = await newRoom()
    const { answers, together } = await inLockStep(system, instances.length * connections, 20_000, async () => await Promise.all(slots.map(async (slot, index) =>
      await system.send(instances[index % instances.length] as string, '/api/v1/bookings', { method: 'POST', token: manager.token, body: { roomId, title: 'Planning', override: true, ...slot } }))))
    if (together) return answers
    if (attempt === mostAttempts) throw new Error(`the writers did not come together: ${JSON.stringify(count(answers))}`)
  }
}

function count (answers: RawAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, json } of answers) {
    const outcome = status === 201 ? '201' : `${status} ${json?.code}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

async function overlappingPairs (): Promise<unknown[]> {
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>(`SELECT a.id, b.id AS other, a.starts_at, a.ends_at FROM booking a JOIN booking b ON a.room_id = b.room_id AND a.id < b.id
    WHERE a.status IN ('pending', 'confirmed', 'completed') AND b.status IN ('pending', 'confirmed', 'completed') AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`)
  return rows
}

t.test(`createBooking: of ${writers} at once for one slot one succeeds, ${rounds} times`, async t => {
  for (let round = 0; round < rounds; round++) {
    const slot = { startsAt: new Date(tomorrow + round * 60 * minute).toISOString(), endsAt: new Date(tomorrow + (round + 1) * 60 * minute).toISOString() }
    const answers = await bookInLockStep(Array.from({ length: writers }, () => slot))
    t.same(count(answers), { 201: 1, '409 booking.conflict': writers - 1 })
    t.ok(answers.every(({ status, json }) => status === 201 || json.details[0].startsAt === slot.startsAt), 'the others hear what is in the way')
  }
  t.same(await overlappingPairs(), [])
})

t.test('createBooking: of many at once for overlapping slots those succeed that overlap no other', async t => {
  const slotOn = (midnight: number): fc.Arbitrary<Slot> => fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })).map(([start, length]) =>
    ({ startsAt: new Date(midnight + start * minute).toISOString(), endsAt: new Date(midnight + (start + length) * minute).toISOString() }))
  for (let round = 0; round < 10; round++) {
    const [slots] = fc.sample(fc.array(slotOn(tomorrow + (3 + round) * day), { minLength: writers, maxLength: writers }), { seed: seed + round, numRuns: 1 }) as [Slot[]]
    const answers = await bookInLockStep(slots)
    const taken = slots.filter((_, index) => answers[index]?.status === 201)
    t.same(Object.keys(count(answers)), ['201', '409 booking.conflict'])
    const isInTheWay = (slot: Slot): boolean => taken.some(other => other.startsAt < slot.endsAt && slot.startsAt < other.endsAt)
    t.ok(slots.every((slot, index) => answers[index]?.status === 201 || isInTheWay(slot)), 'nobody is refused without a reason')
  }
  t.same(await overlappingPairs(), [])
})
