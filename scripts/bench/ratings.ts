/**
 * `npm run bench:ratings`: what the statements of `getRoomRating` cost for a room with 10 reviews and for one with `REVIEWS`
 * (1,000,000), beside the floor of an empty query and beside a recount. Nothing is cached here.
 */
import mysql, { type RowDataPacket } from 'mysql2/promise'
import { v7 as uuid } from 'uuid'
import { ratingsRepository } from '../../services/reviews/repository/ratings.ts'
import { migrate } from '../../shared/migrate.ts'
import type { Value } from '../../shared/plugins/database.ts'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { createDatabases, dropDatabases } from '../system/databases.ts'
import { takeTemporaryName } from '../system/temporary.ts'

readCommandLine(commands['bench:ratings'])
const many = Number(process.env['REVIEWS'] ?? 1_000_000)
const rounds = 300
const batch = 5_000

const servers = await provideServers({ log: line => { console.log(line) } })
const { name, release } = await takeTemporaryName(servers.mysqlUrl)
const { reviews: uri } = await createDatabases(servers.mysqlUrl, name, 'bench-password')
const connection = await mysql.createConnection({ uri, timezone: 'Z' })
try {
  await migrate('reviews', uri)
  const rooms = [await fill(10), await fill(many)] as const
  const rows = async <Row>(sql: string, values: readonly Value[] = []): Promise<Row[]> => (await connection.execute<RowDataPacket[]>(sql, [...values]))[0] as Row[]
  const unused = async (): Promise<never> => { throw new Error('this only reads') }
  const ratings = ratingsRepository({
    database: { rows, row: async <Row>(sql: string, values?: readonly Value[]) => (await rows<Row>(sql, values))[0], write: unused, transaction: unused },
    cache: { read: async (_subject, _part, _seconds, load) => await load(), follow: () => unused, invalidate: unused }
  })
  const recount = async (roomId: string): Promise<unknown> => await rows('SELECT COUNT(*), AVG(rating), MAX(created_at) FROM review WHERE room_id = ? AND listed = 1', [roomId])

  console.log(`median of ${rounds} runs, one after the other, in milliseconds`)
  await median(rounds, async () => await ratings.find(rooms[0], new Date())) // warms up
  console.log(`  SELECT 1, the floor                      ${(await median(rounds, async () => await rows('SELECT 1'))).toFixed(3)}`)
  for (const [roomId, count] of [[rooms[0], 10], [rooms[1], many]] as const) {
    console.log(`  rating of ${count.toLocaleString('en').padStart(9)} reviews              ${(await median(rounds, async () => await ratings.find(roomId, new Date()))).toFixed(3)}`)
  }
  console.log(`  a recount of ${many.toLocaleString('en').padStart(9)} reviews, 3 times  ${(await median(3, async () => await recount(rooms[1]))).toFixed(3)}`)
} finally {
  await connection.end()
  await dropDatabases(servers.mysqlUrl, name)
  await release()
  await servers.stop()
}

async function fill (count: number): Promise<string> {
  const roomId = uuid()
  const perStar = count / 5
  const today = new Date()
  for (let done = 0; done < count; done += batch) {
    const reviews = Array.from({ length: Math.min(batch, count - done) }, (_, index) => [uuid(), roomId, uuid(), uuid(), index % 5 + 1, 'published', 1, 1, 1, today, today])
    await connection.query('INSERT INTO review (id, room_id, user_id, booking_id, rating, status, listed, live, version, created_at, updated_at) VALUES ?', [reviews])
  }
  await connection.query(`INSERT INTO room_rating (room_id, stars_1, stars_2, stars_3, stars_4, stars_5, rating_count, average_hundredths, published_count, last_review_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, 300, ?, ?, 1)`, [roomId, perStar, perStar, perStar, perStar, perStar, count, count, today])
  const days = Array.from({ length: 365 }, (_, day) => [roomId, new Date(today.getTime() - day * 86_400_000), 1, 3])
  await connection.query('INSERT INTO room_rating_day (room_id, day, rating_count, rating_sum) VALUES ?', [days])
  return roomId
}

async function median (times: number, work: () => Promise<unknown>): Promise<number> {
  await work() // prepares the statement
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const since = performance.now()
    await work()
    taken.push(performance.now() - since)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
