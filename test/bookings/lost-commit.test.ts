import { t } from '../support/suite.ts'
import type { BookingSeriesOutcome } from '../../shared/contract/generated/bookings.schemas.ts'
import { testSystem, type Person, type RawAnswer, type TestSystem } from '../support/system.ts'
import { unreliableWay, type UnreliableWay } from '../support/unreliable-way.ts'
import { brokenInvariants } from './invariants.ts'
import { at, makeRoom } from './support.ts'

let system: TestSystem
let user: Person
let roomId: string
let way: UnreliableWay
/** An instance of bookings that reaches its database by the unreliable way. */
let instance: string

t.before(async () => {
  system = await testSystem(t)
  user = await system.person()
  roomId = await makeRoom(system, await system.person('facility_manager'))
  way = await unreliableWay(t, system.options.databaseUrls.bookings)
  instance = await system.anotherInstance('bookings', { environment: { DATABASE_URL: way.url } })
})

async function send (method: string, path: string, body: object): Promise<RawAnswer> {
  return await system.send(instance, `/api/v1/${path}`, { method, token: user.token, body })
}

for (const what of ['answer', 'COMMIT'] as const) {
  const circumstance = what === 'answer' ? 'the answer to its COMMIT is lost' : 'its COMMIT is lost'

  t.test(`createBooking, updateBooking, cancelBooking: done once and answered when ${circumstance}`, async t => {
    const from = what === 'answer' ? 1 : 2
    const text = `single of ${from}`
    way.loseNext(what, text)
    const made = await send('POST', 'bookings', { roomId, title: text, startsAt: at(from), endsAt: at(from + 1) })
    t.ok(way.hasLost())
    t.match(made, { status: 201, json: { title: text, version: 1 } }, made.text)

    const path = `bookings/${made.json.id as string}`
    way.loseNext(what, `${text} again`)
    const changed = await send('PATCH', path, { title: `${text} again` })
    t.ok(way.hasLost())
    t.match(changed, { status: 200, json: { title: `${text} again`, version: 2 } }, changed.text)

    way.loseNext(what, `${text} no more`)
    const cancelled = await send('POST', `${path}/cancel`, { reason: `${text} no more` })
    t.ok(way.hasLost())
    t.match(cancelled, { status: 200, json: { status: 'cancelled', cancellationReason: `${text} no more`, version: 3 } }, cancelled.text)
    t.same(await brokenInvariants(system.sql.bookings), {})
  })

  t.test(`createBookingSeries, updateBookingSeries, cancelBookingSeries: done once and answered when ${circumstance}`, async t => {
    const from = what === 'answer' ? 5 : 7
    const text = `series of ${from}`
    way.loseNext(what, text)
    const made = await send('POST', 'booking-series', { roomId, title: text, startsAt: at(from), endsAt: at(from + 1), recurrence: 'FREQ=DAILY;COUNT=3' })
    t.ok(way.hasLost())
    t.match(made, { status: 201, json: { series: { version: 1 }, bookings: [{}, {}, {}] } }, made.text)

    const path = `booking-series/${(made.json as BookingSeriesOutcome).series.id}`
    way.loseNext(what, `${text} again`)
    const changed = await send('PATCH', path, { scope: 'all', title: `${text} again` })
    t.ok(way.hasLost())
    t.match(changed, { status: 200, json: { series: { version: 2 }, bookings: [{ version: 2 }, { version: 2 }, { version: 2 }] } }, changed.text)

    way.loseNext(what, `${text} no more`)
    const cancelled = await send('POST', `${path}/cancel`, { scope: 'all', reason: `${text} no more` })
    t.ok(way.hasLost())
    t.match(cancelled, { status: 200, json: { series: { status: 'cancelled', version: 3 }, bookings: [{ version: 3 }, { version: 3 }, { version: 3 }] } }, cancelled.text)
    t.same(await brokenInvariants(system.sql.bookings), {})
  })
}
