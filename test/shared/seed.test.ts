import { createServer, request as forward } from 'node:http'
import type { RowDataPacket } from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { Temporal } from 'temporal-polyfill'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { connect } from '../../scripts/seed/clients.ts'
import { comingMeetings, pastMeetings, weeklyMeeting } from '../../scripts/seed/data/meetings.ts'
import { demoPassword, people } from '../../scripts/seed/data/people.ts'
import { demoReviews, flagged } from '../../scripts/seed/data/reviews.ts'
import { closures, demoRooms, maintenance } from '../../scripts/seed/data/rooms.ts'
import { workingDay } from '../../scripts/seed/moments.ts'
import { seed } from '../../scripts/seed/seed.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
t.before(async () => { system = await testSystem(t) })

/** Ways to the four services that break off after so many requests. */
async function waysFor (t: Test, requests: number): Promise<Record<Service, string>> {
  let left = requests
  const entries = await Promise.all(services.map(async service => {
    const port = await freePort()
    const server = createServer((incoming, outgoing) => {
      if (left-- <= 0) {
        incoming.socket.destroy()
        return
      }
      incoming.pipe(forward(`${system.urls[service]}${incoming.url ?? ''}`, { method: incoming.method, headers: incoming.headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }))
    })
    await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
    t.teardown(() => { server.close().closeAllConnections() })
    return [service, `http://127.0.0.1:${port}`] as const
  }))
  return Object.fromEntries(entries) as Record<Service, string>
}

async function counts (): Promise<Record<string, number>> {
  const count = async (service: Service, from: string): Promise<number> => Number((await system.sql[service].query<RowDataPacket[]>(`SELECT COUNT(*) AS count FROM ${from}`))[0][0]?.['count'])
  return {
    users: await count('users', 'user'),
    rooms: await count('rooms', 'room'),
    closures: await count('rooms', 'closure'),
    bookings: await count('bookings', 'booking'),
    past: await count('bookings', 'booking WHERE ends_at < UTC_TIMESTAMP()'),
    series: await count('bookings', 'booking_series'),
    reviews: await count('reviews', 'review'),
    marks: await count('reviews', 'review_helpful_mark'),
    flags: await count('reviews', 'review_flag')
  }
}
const complete = {
  users: people.length,
  rooms: demoRooms.length,
  closures: closures.length,
  bookings: pastMeetings.length + comingMeetings.length + weeklyMeeting.weeks - 1,
  past: pastMeetings.length,
  series: 1,
  reviews: demoReviews.length,
  marks: demoReviews.flatMap(({ helpfulTo = [] }) => helpfulTo).length,
  flags: 1
}

/** Somebody of the demo data. */
async function demoPerson (username: string): Promise<{ token: string }> {
  return { token: (await system.users.login({ body: { login: username, password: demoPassword } })).accessToken }
}

t.test('seed: goes on where it was interrupted, and leaves alone what is there', async t => {
  const { databaseUrls } = system.options
  let interruptions = 0
  for (let requests = 1; ; requests += 3) {
    const isSeeded = await seed({ urls: await waysFor(t, requests), databaseUrls }).catch(() => false)
    if (isSeeded) break
    interruptions++
  }
  t.ok(interruptions > 5, `interrupted ${interruptions} times`)
  t.same(await counts(), complete)
  for (const { username, role } of people) t.equal((await system.users.login({ body: { login: username, password: demoPassword } })).user.role, role)

  const user = await demoPerson('user')
  const { items } = await system.reviews.listReviews({ query: {} }, user)
  await system.reviews.deleteReview({ params: { reviewId: items.find(({ title }) => title === demoReviews[0]?.title)?.id ?? '' } }, user)
  t.equal(await seed({ urls: system.urls, databaseUrls }), true)
  t.same(await counts(), complete, 'what was deleted since does not come back')
})

t.test('seed: shows a company that lives', async t => {
  const [manager, moderator] = [await demoPerson('manager'), await demoPerson('moderator')]
  const { items: bookings } = await system.bookings.listBookings({ query: { limit: 100 } }, manager)
  const titles = (status: string): string[] => bookings.filter(booking => booking.status === status).map(({ title }) => title)
  t.same(new Set(titles('completed')), new Set(pastMeetings.map(({ title }) => title)), 'what is past is over')
  for (const [status, outcome] of [['rejected', 'rejected'], ['cancelled', 'cancelled']]) t.same(titles(status as string), comingMeetings.filter(meeting => meeting.outcome?.is === outcome).map(({ title }) => title))
  t.same(titles('pending'), ['Customer workshop'], 'one waits for approval')
  const [visit] = bookings
  t.match((await system.bookings.getBookingHistory({ params: { bookingId: visit?.id ?? '' }, query: {} }, manager)).items, [{ action: 'created', actorId: visit?.userId }, { action: 'completed', actorId: null }])
  const [overlaps] = await system.sql.bookings.query<RowDataPacket[]>('SELECT one.title, other.title FROM booking one JOIN booking other ON one.room_id = other.room_id AND one.id < other.id AND one.blocking = 1 AND other.blocking = 1 AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at')
  t.same(overlaps, [], 'no room is booked twice at the same time')

  const weekly = bookings.filter(({ title }) => title === weeklyMeeting.title)
  t.equal(weekly.length, weeklyMeeting.weeks - 1)
  t.equal(weekly.filter(({ startsAt, originalStartsAt }) => startsAt !== originalStartsAt).length, 1, 'one is at another time')

  const { items: rooms } = await system.rooms.listRooms({ query: { limit: 100 } }, manager)
  t.equal(new Set(rooms.map(({ building }) => building)).size, 3)
  t.equal(new Set(rooms.map(({ timeZone }) => timeZone)).size, 2)
  t.same(rooms.filter(({ status }) => status === 'maintenance').map(({ name }) => name), [maintenance.room])
  t.match((await system.reviews.listFlaggedReviews({ query: {} }, moderator)).items, [{ review: { title: demoReviews.find(({ by, room }) => by === flagged.author && room === flagged.room)?.title } }])
  t.ok(await until(async () => (await system.rooms.listRooms({ query: { sort: 'rating', limit: 1 } }, manager)).items[0]?.rating.count !== 0, 10_000), 'rooms have ratings')
})

t.test('seed: what the README does first works on it, on whatever day', async t => {
  const user = await demoPerson('user')
  const [room] = (await system.rooms.listRooms({ query: { capacityMin: 8, limit: 1 } }, user)).items
  for (let days = 2; days < 16; days++) {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const booking = await system.bookings.createBooking({ body: { roomId: room?.id ?? '', title: 'Planning', startsAt: `${day}T15:00:00Z`, endsAt: `${day}T16:00:00Z`, dryRun: true } }, user)
    t.equal(booking.status, 'confirmed', day)
  }
})

t.test('seed: its meetings are on working days', async t => {
  const on = (day: string, days: number): string => workingDay('Europe/Berlin', days, Temporal.Instant.from(`${day}T12:00:00Z`)).toString()
  t.equal(on('2026-03-05', 1), '2026-03-06')
  for (const day of ['2026-03-06', '2026-03-07', '2026-03-08']) t.equal(on(day, 1), '2026-03-09', `after ${day}`)
  for (const day of ['2026-03-07', '2026-03-08', '2026-03-09']) t.equal(on(day, -1), '2026-03-06', `before ${day}`)
  t.equal(on('2026-03-06', 6), '2026-03-16')
  t.equal(workingDay('America/New_York', 1, Temporal.Instant.from('2026-03-10T02:00:00Z')).toString(), '2026-03-10', 'where it is still the day before')
})

for (const [status, code, refusals] of [[429, 'request.rate_limited', 2], [503, 'overloaded', 2], [503, 'dependency.unavailable', 6]] as const) {
  t.test(`seed: tries again what was refused ${refusals} times with ${code}`, async t => {
    let requests = 0
    const lines: string[] = []
    const server = createServer((_incoming, outgoing) => {
      const isRefused = ++requests <= refusals
      outgoing.writeHead(isRefused ? status : 200, { 'content-type': 'application/json', 'retry-after': '0' })
      outgoing.end(JSON.stringify(isRefused ? { error: 'Refused', code, message: 'Later.', correlationId: 'correlation-1' } : { status: 'ok' }))
    })
    const port = await freePort()
    await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
    t.teardown(() => { server.close().closeAllConnections() })
    const url = `http://127.0.0.1:${port}`
    const clients = connect({ users: url, rooms: url, bookings: url, reviews: url }, line => { lines.push(line) })
    t.match(await clients.users.login({ body: { login: 'user', password: demoPassword } }), { status: 'ok' })
    t.equal(requests, refusals + 1)
    t.equal(lines.length, 1, 'and says so once')
    await Promise.all(Object.values(clients).map(async client => { await client.close() }))
  })
}

t.test('seed: a system with users of its own is left alone unless it is asked for', async t => {
  const own = await testSystem(t)
  await own.person()
  const options = { urls: own.urls, databaseUrls: own.options.databaseUrls }
  t.equal(await seed(options), false)
  t.same((await own.sql.rooms.query<RowDataPacket[]>('SELECT id FROM room'))[0], [])
  t.equal(await seed({ ...options, evenIfInhabited: true }), true)
  t.equal((await own.sql.rooms.query<RowDataPacket[]>('SELECT id FROM room'))[0].length, demoRooms.length)
})

t.test('seed: a name that somebody else has is theirs', async t => {
  const own = await testSystem(t)
  await own.users.registerUser({ body: { username: 'admin', email: 'root@company.example', fullName: 'Somebody', password: demoPassword } })
  await t.rejects(seed({ urls: own.urls, databaseUrls: own.options.databaseUrls, evenIfInhabited: true }), { message: /Somebody else is called admin/ })
})
