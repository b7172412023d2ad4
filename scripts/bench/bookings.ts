/**
 * `npm run bench:bookings`: what `createBooking` and `listBookings` cost over HTTP, beside the same SQL driven bare through mysql2, in
 * turn, in several rounds, on the compiled services. Events are published, but what others do about them (mails, mostly) is left out.
 */
import { randomUUID } from 'node:crypto'
import mysql from 'mysql2/promise'
import { Pool } from 'undici'
import { v7 as uuid } from 'uuid'
import { createClient } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { startBenchSystem } from './system.ts'

const rounds = 5
const secondsEach = 3
const atOnce = 32
const roomCount = 8
const bookingsOfAUser = 20
const watched = ['bookings', 'rooms', 'users'] as const
const quarter = 15 * 60_000

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Does some work again and again, many at once. Returns how often a second, and the milliseconds of CPU time that each service took for it once. */
async function measure (work: () => Promise<void>): Promise<{ perSecond: number, cpu: number[] }> {
  const cpuSeconds = async (): Promise<number[]> => await Promise.all(watched.map(system.cpuSeconds))
  const before = await cpuSeconds()
  const start = performance.now()
  let done = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() - start < secondsEach * 1000) {
      await work()
      done += 1
    }
  }))
  const perSecond = done / (performance.now() - start) * 1000
  return { perSecond, cpu: (await cpuSeconds()).map((seconds, index) => (seconds - (before[index] ?? 0)) / done * 1000) }
}

const system = await startBenchSystem({ environment: { PASSWORD_MEMORY_KIB: '1024' }, aside: ['users', 'rooms', 'reviews'] })
const { options: { databaseUrls }, urls } = system
const pool = mysql.createPool({ uri: databaseUrls.bookings, timezone: 'Z', connectionLimit: 10 })
const http = new Pool(urls.bookings, { connections: atOnce })
try {
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms })
  const register = async (username: string) => await users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Bench', password: randomUUID() } })
  const password = randomUUID()
  const { user: manager } = await users.registerUser({ body: { username: 'bench-manager', email: 'bench-manager@example.com', fullName: 'Bench', password } })
  const administration = await mysql.createConnection({ uri: databaseUrls.users })
  await administration.execute("UPDATE user SET role = 'facility_manager' WHERE id = ?", [manager.id])
  await administration.end()
  const { accessToken } = await users.login({ body: { login: 'bench-manager', password } })
  const allDay = { opens: '00:00', closes: '24:00' }
  const roomIds: string[] = []
  for (let index = 0; index < roomCount; index++) {
    const room = await rooms.createRoom({ body: { name: `Bench ${index}`, capacity: 8, floor: 1, building: 'Bench', timeZone: 'Europe/Berlin', openingHours: { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }, policy: { maximumDaysAhead: 730 } } }, { token: accessToken })
    roomIds.push(room.id)
  }

  // Every booking gets the next quarter of an hour of the next room, and every user as many as one may have.
  const first = Math.ceil(Date.now() / quarter) * quarter + 86_400_000
  let slots = 0
  const nextSlot = (): { roomId: string, startsAt: string, endsAt: string } => {
    const startsAt = first + Math.floor(slots / roomCount) * quarter
    return { roomId: roomIds[slots++ % roomCount] as string, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + quarter).toISOString() }
  }
  const tokens: string[] = []
  let registered = 0
  const provideTokens = async (count: number): Promise<void> => {
    while (tokens.length < count) tokens.push((await register(`bench-${registered++}`)).accessToken)
  }
  let used = 0
  let token = ''

  const overHttp = async (): Promise<void> => {
    if (used++ % bookingsOfAUser === 0) token = tokens.pop() as string
    const { statusCode, body } = await http.request({ method: 'POST', path: '/api/v1/bookings', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ ...nextSlot(), title: 'Bench', attendeeCount: 4 }) })
    const text = await body.text()
    if (statusCode !== 201) throw new Error(`createBooking answered ${statusCode}: ${text}`)
  }
  let bareUser = uuid()
  const bare = async (): Promise<void> => {
    if (used++ % bookingsOfAUser === 0) bareUser = uuid()
    const userId = bareUser
    const { roomId, startsAt, endsAt } = nextSlot()
    const [id, now] = [uuid(), new Date()]
    const [start, end] = [new Date(startsAt), new Date(endsAt)]
    const data = { bookingId: id, roomId, userId, title: 'Bench', startsAt, endsAt, status: 'confirmed', version: 1 }
    const connection = await pool.getConnection()
    try {
      await connection.query('START TRANSACTION')
      await connection.execute('INSERT INTO room_calendar (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
      await connection.execute('SELECT id, ends_at FROM booking FORCE INDEX (booking_room_time) WHERE room_id = ? AND blocking = 1 AND starts_at < ? ORDER BY starts_at DESC LIMIT 1', [roomId, end])
      await connection.execute('INSERT INTO booker (user_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [userId])
      await connection.execute("SELECT COUNT(DISTINCT COALESCE(series_id, id)) AS count FROM booking WHERE user_id = ? AND starts_at > ? AND ((status = 'confirmed' AND ends_at > ?) OR (status = 'pending' AND starts_at > ?))", [userId, new Date(now.getTime() - 86_400_000), now, now])
      await connection.execute("INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, attendees, status, blocking, changed_by_itself, version, created_at, updated_at) VALUES (?, ?, ?, 'Bench', '', ?, ?, 4, '[]', 'confirmed', 1, 0, 1, ?, ?)", [id, roomId, userId, start, end, now, now])
      await connection.execute("INSERT INTO booking_history (booking_id, version, action, actor_id, reason, overridden, snapshot, at) VALUES (?, 1, 'created', ?, NULL, 0, ?, ?)", [id, userId, JSON.stringify(data), now])
      await connection.execute('INSERT INTO outbox (id, type, subject, correlation_id, event, created_at) VALUES (?, ?, ?, ?, ?, ?)', [uuid(), 'booking.created', id, id, JSON.stringify({ specversion: '1.0', id, source: '/bench', type: 'booking.created', subject: id, time: now, datacontenttype: 'application/json', correlationid: id, data }), now])
      await connection.query('COMMIT')
    } finally {
      connection.release()
    }
  }

  const { user: reader, accessToken: readerToken } = await register('bench-reader')
  await http.request({ method: 'POST', path: '/api/v1/bookings', headers: { 'content-type': 'application/json', authorization: `Bearer ${readerToken}` }, body: JSON.stringify({ ...nextSlot(), title: 'Bench' }) }).then(async ({ body }) => { await body.text() })
  for (let index = 1; index < bookingsOfAUser + 1; index++) await pool.execute('INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at) SELECT ?, room_id, user_id, title, description, starts_at + INTERVAL ? YEAR, ends_at + INTERVAL ? YEAR, attendees, status, blocking, version, created_at, updated_at FROM booking WHERE user_id = ? ORDER BY starts_at LIMIT 1', [uuid(), index + 2, index + 2, reader.id])
  const listHttp = async (): Promise<void> => {
    const { statusCode, body } = await http.request({ method: 'GET', path: '/api/v1/bookings?limit=20', headers: { authorization: `Bearer ${readerToken}` } })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`listBookings answered ${statusCode}: ${text}`)
  }
  const listBare = async (): Promise<void> => {
    await pool.execute('SELECT id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, attendees, status, cancellation_reason, decision_reason, series_id, original_starts_at, changed_by_itself, version, created_at, updated_at FROM booking WHERE user_id = ? ORDER BY starts_at, id LIMIT 21', [reader.id])
  }

  const cases = [
    { title: 'createBooking, the transaction alone', work: bare, results: [] as Array<Awaited<ReturnType<typeof measure>>> },
    { title: 'createBooking over HTTP', work: overHttp, results: [] as Array<Awaited<ReturnType<typeof measure>>> },
    { title: 'a page of bookings, the query alone', work: listBare, results: [] as Array<Awaited<ReturnType<typeof measure>>> },
    { title: 'listBookings over HTTP', work: listHttp, results: [] as Array<Awaited<ReturnType<typeof measure>>> }
  ]
  for (let round = 0; round <= rounds; round++) {
    for (const { work, results } of cases) {
      if (work === overHttp) await provideTokens(secondsEach * 1500 / bookingsOfAUser)
      used = 0
      const result = await measure(work)
      if (round > 0) results.push(result) // the first warms up
    }
  }
  await Promise.all([users.close(), rooms.close()])
  console.log(`\nmedian of ${rounds} rounds, ${atOnce} at once, ${roomCount} rooms     per second   of the SQL alone   CPU ms of ${watched.join(', of ')}`)
  const medianPerSecond = (results: typeof cases[number]['results'] = []): number => median(results.map(({ perSecond }) => perSecond))
  for (const [index, { title, results }] of cases.entries()) {
    const ratio = medianPerSecond(results) / medianPerSecond(cases[index - index % 2]?.results)
    const cpu = watched.map((_, service) => median(results.map(result => result.cpu[service] ?? 0)).toFixed(2))
    console.log(`${title.padEnd(40)}  ${medianPerSecond(results).toFixed(0).padStart(12)}  ${(ratio * 100).toFixed(0).padStart(16)} %   ${cpu.join('  ')}`)
  }
} finally {
  await http.close()
  await pool.end()
  await system.stop()
}
