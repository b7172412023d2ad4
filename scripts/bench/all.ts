/**
 * `npm run bench`: what the operations that matter most cost over 1,000 rooms, 1,000,000 bookings and 100,000 reviews, each beside the
 * least that could do its work, measured in the same run: a bare Fastify route that answers the same, the bare SQL, bare argon2id. `ROOMS`
 * says how many rooms there are, each with a thousand bookings and a hundred reviews (1,000 unless it is said).
 */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import argon2 from 'argon2'
import mysql from 'mysql2/promise'
import { request } from 'undici'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { services } from '../system/databases.ts'
import { startBare } from './bare.ts'
import { fill } from './data.ts'
import { measure, ownCpuSeconds } from './measure.ts'
import { report, type Row } from './report.ts'
import { bookBare, listBare, reviewBare } from './statements.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands.bench)
const secondsEach = 5
const warmUpSeconds = 1
const bookingsOfAPerson = 20
const quarter = 15 * 60_000
const parameters = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const { url: bareUrl, server: bare } = await startBare('bare-server.ts')
const system = await startBenchSystem({ aside: ['users', 'rooms', 'reviews'] })
const pools = { bookings: mysql.createPool({ uri: system.options.databaseUrls.bookings, timezone: 'Z', connectionLimit: 10 }), reviews: mysql.createPool({ uri: system.options.databaseUrls.reviews, timezone: 'Z', connectionLimit: 10 }) }
try {
  const since = performance.now()
  const { roomIds, people, password, asked, freeFrom } = await fill(system)
  console.log(`${roomIds.length.toLocaleString('en')} rooms with a thousand bookings and a hundred reviews each, made in ${((performance.now() - since) / 1000).toFixed(0)} s`)
  const first = { roomId: roomIds[0] as string, person: people[0] as typeof people[number] }

  const call = async (url: string, { body, token = first.person.token, status = 200 }: { body?: object, token?: string, status?: number } = {}): Promise<string> => {
    const answer = await request(url, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) })
    })
    const text = await answer.body.text()
    if (answer.statusCode !== status) throw new Error(`${url} answered ${answer.statusCode}: ${text}`)
    return text
  }
  const tellBare = async (message: object): Promise<number> => {
    bare.send(message)
    const [{ user, system }] = await once(bare, 'message') as [NodeJS.CpuUsage]
    return (user + system) / 1e6
  }
  const servicesCpu = async (): Promise<number> => (await Promise.all(services.map(system.cpuSeconds))).reduce((sum, seconds) => sum + seconds, 0)

  // Every booking takes the next quarter of an hour that nobody has; every person as many as one may.
  let slots = 0
  const slot = (roomId: string, index: number): { roomId: string, startsAt: string, endsAt: string } => {
    const startsAt = freeFrom + index * quarter
    return { roomId, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + quarter).toISOString() }
  }
  const spread = () => { const index = slots++; return slot(roomIds[1 + index % (roomIds.length - 1)] as string, Math.floor(index / (roomIds.length - 1))) }
  const onOne = () => slot(first.roomId, slots++)
  let bookings = 0
  const booker = (): typeof people[number] => {
    const person = people[Math.floor(bookings++ / bookingsOfAPerson)]
    if (!person) throw new Error('All people have as many bookings as one may.')
    return person
  }
  // All in turn, for an account keeps only so many sessions: the tokens of the other cases have to stay good.
  let logins = 0
  const credentials = () => ({ login: people[logins++ % people.length]?.login, password })
  let strangers = 0
  const stranger = (): string => `stranger-${Math.floor(strangers++ / bookingsOfAPerson)}`
  let reviews = 0
  const nextReview = (): { roomId: string, person: typeof people[number] } => {
    const index = reviews++
    return { roomId: roomIds[index % roomIds.length] as string, person: people[Math.floor(index / roomIds.length)] as typeof people[number] }
  }

  const read = (operation: string, url: string) => ({ operation, atOnce: 32, work: async () => { await call(url) }, floor: 'bare Fastify', answer: url })
  const book = (title: string, next: typeof onOne) => ({
    operation: `createBooking, ${title}`,
    atOnce: 16,
    atMost: people.length * bookingsOfAPerson / 4, // two cases, each warmed up and measured
    work: async () => { await call(`${system.urls.bookings}/api/v1/bookings`, { body: { ...next(), title: 'Bench' }, token: booker().token, status: 201 }) },
    floor: 'bare SQL',
    least: async () => { await bookBare(pools.bookings, { ...next(), userId: stranger() }) }
  })
  const hash = await argon2.hash(password, parameters)
  const query = `from=${asked.from}&to=${asked.to}`
  const cases: Array<{ operation: string, atOnce: number, atMost?: number, work: () => Promise<void>, floor: string, answer?: string, least?: () => Promise<void> }> = [
    { operation: 'login', atOnce: 8, work: async () => { await call(`${system.urls.users}/api/v1/auth/login`, { body: credentials() }) }, floor: 'bare argon2id', least: async () => { await argon2.verify(hash, password) } },
    read('getRoom', `${system.urls.rooms}/api/v1/rooms/${first.roomId}`),
    read('listRooms', `${system.urls.rooms}/api/v1/rooms`),
    read('searchAvailableRooms', `${system.urls.rooms}/api/v1/available-rooms?${query}`),
    read('getRoomAvailability', `${system.urls.rooms}/api/v1/rooms/${first.roomId}/availability?${query}`),
    book('spread', spread),
    book('all on one room', onOne),
    { operation: 'listBookings', atOnce: 32, work: async () => { await call(`${system.urls.bookings}/api/v1/bookings`) }, floor: 'bare SQL', least: async () => { await listBare(pools.bookings, first.person.id) } },
    read('getRoomRating', `${system.urls.reviews}/api/v1/room-ratings/${first.roomId}`),
    {
      operation: 'createReview',
      atOnce: 16,
      work: async () => { const { roomId, person } = nextReview(); await call(`${system.urls.reviews}/api/v1/reviews`, { body: { roomId, rating: 4 }, token: person.token, status: 201 }) },
      floor: 'bare SQL',
      least: async () => { const { roomId, person } = nextReview(); await reviewBare(pools.reviews, { roomId, userId: person.id }) }
    }
  ]

  const rows: Row[] = []
  for (const { operation, atOnce, atMost, work, floor, answer, least } of cases) {
    const measureBoth = async (seconds: number): Promise<Row> => {
      const measured = await measure(work, { atOnce, seconds, ...(atMost !== undefined && { atMost }), cpuSeconds: servicesCpu })
      if (least) return { operation, measured, floor, least: await measure(least, { atOnce: floor === 'bare argon2id' ? availableParallelism() : atOnce, seconds, cpuSeconds: ownCpuSeconds }) }
      await tellBare({ ask: 'answer', body: JSON.parse(await call(answer ?? '')) as unknown })
      return { operation, measured, floor, least: await measure(async () => { await call(`${bareUrl}/bare`) }, { atOnce, seconds, cpuSeconds: async () => await tellBare({ ask: 'cpu' }) }) }
    }
    await measureBoth(warmUpSeconds)
    rows.push(await measureBoth(secondsEach))
    console.log(`measured ${operation}`)
  }
  await report(rows, roomIds.length)
} finally {
  await Promise.all(Object.values(pools).map(async pool => { await pool.end() }))
  await system.stop()
}
