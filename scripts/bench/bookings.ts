/**
 * `npm run bench:bookings`: what `createBooking` and `listBookings` cost over HTTP, beside the same SQL driven bare through mysql2, and
 * beside that SQL behind Fastify with nothing else, in turn, in several rounds, on the compiled services. Events are published, but what
 * others do about them (mails, mostly) is left out.
 */
import { randomUUID } from 'node:crypto'
import mysql from 'mysql2/promise'
import { Pool } from 'undici'
import { v7 as uuid } from 'uuid'
import { createClient } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { startBare } from './bare.ts'
import { bookBare, listBare } from './statements.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands['bench:bookings'])
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
  const { url: bareUrl } = await startBare('bare-bookings.ts', { DATABASE_URL: databaseUrls.bookings })
  const bareHttp = new Pool(bareUrl, { connections: atOnce })
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

  const ask = async (server: Pool, method: 'GET' | 'POST', path: string, token: string, expected: number, body?: object): Promise<void> => {
    const answer = await server.request({ method, path, headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }, body: body ? JSON.stringify(body) : null })
    const text = await answer.body.text()
    if (answer.statusCode !== expected) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`)
  }
  const bookOverHttp = async (): Promise<void> => {
    if (used++ % bookingsOfAUser === 0) token = tokens.pop() as string
    await ask(http, 'POST', '/api/v1/bookings', token, 201, { ...nextSlot(), title: 'Bench', attendeeCount: 4 })
  }
  let stranger = uuid()
  const nextOfAStranger = () => {
    if (used++ % bookingsOfAUser === 0) stranger = uuid()
    return { ...nextSlot(), userId: stranger }
  }

  const { user: reader, accessToken: readerToken } = await register('bench-reader')
  await ask(http, 'POST', '/api/v1/bookings', readerToken, 201, { ...nextSlot(), title: 'Bench' })
  for (let index = 1; index < bookingsOfAUser + 1; index++) await pool.execute('INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at) SELECT ?, room_id, user_id, title, description, starts_at + INTERVAL ? YEAR, ends_at + INTERVAL ? YEAR, attendees, status, blocking, version, created_at, updated_at FROM booking WHERE user_id = ? ORDER BY starts_at LIMIT 1', [uuid(), index + 2, index + 2, reader.id])

  type Results = Array<Awaited<ReturnType<typeof measure>>>
  const cases = [
    { title: 'createBooking, the transaction alone', work: async () => { await bookBare(pool, nextOfAStranger()) }, results: [] as Results },
    { title: 'the transaction behind bare Fastify', work: async () => { await ask(bareHttp, 'POST', '/bookings', '', 201, nextOfAStranger()) }, results: [] as Results },
    { title: 'createBooking over HTTP', work: bookOverHttp, results: [] as Results },
    { title: 'listBookings, the query alone', work: async () => { await listBare(pool, reader.id) }, results: [] as Results },
    { title: 'the query behind bare Fastify', work: async () => { await ask(bareHttp, 'GET', `/bookings?userId=${reader.id}`, '', 200) }, results: [] as Results },
    { title: 'listBookings over HTTP', work: async () => { await ask(http, 'GET', '/api/v1/bookings?limit=20', readerToken, 200) }, results: [] as Results }
  ]
  for (let round = 0; round <= rounds; round++) {
    for (const { work, results } of cases) {
      if (work === bookOverHttp) await provideTokens(secondsEach * 1500 / bookingsOfAUser)
      used = 0
      const result = await measure(work)
      if (round > 0) results.push(result) // the first warms up
    }
  }
  await Promise.all([users.close(), rooms.close(), bareHttp.close()])
  console.log(`\nmedian of ${rounds} rounds, ${atOnce} at once, ${roomCount} rooms     per second   of the SQL alone   CPU ms of ${watched.join(', of ')}`)
  const medianPerSecond = (results: typeof cases[number]['results'] = []): number => median(results.map(({ perSecond }) => perSecond))
  for (const [index, { title, results }] of cases.entries()) {
    const ratio = medianPerSecond(results) / medianPerSecond(cases[index - index % 3]?.results)
    const cpu = watched.map((_, service) => median(results.map(result => result.cpu[service] ?? 0)).toFixed(2))
    console.log(`${title.padEnd(40)}  ${medianPerSecond(results).toFixed(0).padStart(12)}  ${(ratio * 100).toFixed(0).padStart(16)} %   ${cpu.join('  ')}`)
  }
} finally {
  await http.close()
  await pool.end()
  await system.stop()
}
