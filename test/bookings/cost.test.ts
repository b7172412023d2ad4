import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { areTaken, overlapping } from '../../services/bookings/repository/calendar.ts'
import { readingRepository } from '../../services/bookings/repository/reading.ts'
import type { Queryable } from '../../shared/plugins/database.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const base = Date.UTC(2026, 0, 1)

let system: TestSystem
let connection: Connection
let queryable: Queryable
t.before(async () => {
  system = await testSystem(t)
  connection = await mysql.createConnection({ uri: system.options.databaseUrls.bookings, timezone: 'Z' })
  t.teardown(async () => { await connection.end() })
  queryable = {
    rows: async <Row>(sql: string, values: readonly unknown[] = []) => (await connection.execute(sql, values as never))[0] as Row[],
    row: async () => undefined,
    write: async () => { throw new Error('it only reads') }
  }
})

/** How many entries of indexes the connection has read. */
async function reads (): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>("SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_first', 'Handler_read_key', 'Handler_read_last', 'Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd', 'Handler_read_rnd_next')")
  return rows.reduce((sum, row) => sum + Number(row['Value']), 0)
}

/** Fills a room with hours that somebody has booked, each followed by a free one, and as many cancelled bookings in between. */
async function fill (roomId: string, bookings: number, userId = roomId): Promise<void> {
  const digits = '(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)'
  await system.sql.bookings.query(
    `INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at)
      SELECT UUID(), ?, ?, 'Past', '', ? + INTERVAL 2 * (n DIV 2) HOUR, ? + INTERVAL 2 * (n DIV 2) + 1 HOUR, '[]', IF(n % 2 = 0, 'confirmed', 'cancelled'), n % 2 = 0, 1, ?, ?
        FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS n FROM ${digits} a, ${digits} b, ${digits} c, ${digits} d, ${digits} e) numbers WHERE n < ?`,
    [roomId, userId, new Date(base), new Date(base), new Date(base), new Date(base), bookings])
}

t.test('the overlap check reads as many index entries in a room of 100,000 bookings as in one of 10', async t => {
  const cost = async (roomId: string, from: number, to: number): Promise<[found: number, reads: number]> => {
    const slot = { startsAt: new Date(base + from * hour), endsAt: new Date(base + to * hour) }
    await overlapping(queryable, roomId, slot) // prepared from now on
    const before = await reads()
    const found = await overlapping(queryable, roomId, slot)
    return [found.length, await reads() - before]
  }

  const [small, large] = ['00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-000000100000']
  await fill(small, 10)
  await fill(large, 100_000)
  await system.sql.bookings.query('ANALYZE TABLE booking')
  const results = []
  for (const [roomId, last] of [[small, 10], [large, 100_000]] as const) {
    const booked = Math.floor(last / 4) * 2
    const free = await cost(roomId, booked + 1, booked + 2)
    results.push({ 'between two bookings': free, 'after all bookings': await cost(roomId, last + 5, last + 6), 'before all bookings': await cost(roomId, -3, -2), taken: (await cost(roomId, booked, booked + 0.5))[0] })
  }
  t.comment(`[conflicts, entries read]: ${JSON.stringify(results[1])}`)
  t.same(results[1], results[0])
  for (const name of ['between two bookings', 'after all bookings', 'before all bookings'] as const) {
    t.equal(results[1]?.[name][0], 0)
    t.ok((results[1]?.[name][1] ?? Infinity) <= 4, `${name}: a handful of entries`)
  }

  // Booked, free, booked, free, …: the occurrences of a series, all looked at with one statement.
  const series = Array.from({ length: 64 }, (_, index) => ({ startsAt: new Date(base + (2_000 + index) * hour), endsAt: new Date(base + (2_001 + index) * hour) }))
  t.same(await areTaken(queryable, large, series), series.map((_slot, index) => index % 2 === 0))
  const before = await reads()
  await areTaken(queryable, large, series)
  t.ok(await reads() - before <= 4 * series.length, 'a handful of entries for each')
})

t.test('a page of the bookings of somebody in a room reads none of those that he has elsewhere, nor of others there', async t => {
  const [roomId, elsewhere, userId, other] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004']
  await fill(roomId, 2, userId)
  await fill(roomId, 10_000, other)
  await fill(elsewhere, 10_000, userId)
  await system.sql.bookings.query('ANALYZE TABLE booking')
  const { page } = readingRepository({ database: { ...queryable, transaction: async () => { throw new Error('it only reads') } } })
  const completed = async () => await page({ roomId, userId, status: 'completed', limit: 1 }, new Date(base + 100_000 * hour))
  await completed() // prepared from now on
  const before = await reads()
  t.equal((await completed()).items.length, 1)
  const cost = await reads() - before
  t.ok(cost <= 4, `${cost} entries`)
})
