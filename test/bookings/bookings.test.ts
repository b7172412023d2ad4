import t from 'tap'
import { RemoteError } from '../../shared/contract/client.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const tomorrow = Math.ceil(Date.now() / hour) * hour + 24 * hour
const at = (hours: number): string => new Date(tomorrow + hours * hour).toISOString()

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
let rooms = 0
async function newRoom (): Promise<string> {
  const { id } = await system.rooms.createRoom({ body: { name: `Room ${++rooms}`, capacity: 8, floor: 1, building: 'B', timeZone: 'Europe/Berlin' } }, manager)
  return id
}

t.test('createBooking confirms a free slot and reads back the same', async t => {
  const roomId = await newRoom()
  const booking = await system.bookings.createBooking({ body: { roomId, title: '  Planning  ', startsAt: at(1), endsAt: at(2) } }, user)
  t.match(booking, { roomId, userId: user.user.id, title: 'Planning', status: 'confirmed', version: 1, startsAt: at(1), endsAt: at(2), attendeeCount: null })
  t.same(await system.bookings.getBooking({ params: { bookingId: booking.id } }, user), booking)
})

t.test('createBooking refuses overlapping slots and takes adjacent ones', async t => {
  const roomId = await newRoom()
  const book = async (from: number, to: number) => await system.bookings.createBooking({ body: { roomId, title: 'Meeting', startsAt: at(from), endsAt: at(to) } }, user)
  await book(10, 12)
  for (const [from, to] of [[10, 12], [9, 11], [11, 13], [9, 13], [10.5, 11.5]] as const) {
    const { status, code, body } = await refusal(book(from, to))
    t.same([status, code], [409, 'booking.conflict'])
    t.same(body.details, [{ roomId, startsAt: at(10), endsAt: at(12) }])
  }
  await book(9, 10)
  await book(12, 13)
})
