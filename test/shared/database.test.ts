import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import mysql, { type RowDataPacket } from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { provideServers, type Servers } from '../../scripts/infrastructure/servers.ts'
import { createDatabases, dropDatabases, installation, namesOf, services } from '../../scripts/system/databases.ts'
import { takeTemporaryName } from '../../scripts/system/temporary.ts'
import { migrate } from '../../shared/migrate.ts'
import { database, type Transaction } from '../../shared/plugins/database.ts'
import { health } from '../../shared/plugins/health.ts'
import { metrics } from '../../shared/plugins/metrics.ts'
import { unreliableWay } from '../support/unreliable-way.ts'

let servers: Servers
let urls: Awaited<ReturnType<typeof createDatabases>>
t.before(async () => {
  servers = await provideServers({ log: () => {} })
  const { name, release } = await takeTemporaryName(servers.mysqlUrl)
  urls = await createDatabases(servers.mysqlUrl, name, randomBytes(18).toString('base64url'))
  t.teardown(async () => {
    await dropDatabases(servers.mysqlUrl, name)
    await release()
    await servers.stop()
  })
})

t.test('the names of databases and accounts are short enough for MySQL and MariaDB', async t => {
  const limits = { 'account in MySQL': 32, 'account in MariaDB': 80, database: 64 }
  const root = await mkdtemp(join(tmpdir(), 'names-'))
  t.teardown(async () => { await rm(root, { recursive: true }) })
  const temporary = await takeTemporaryName(servers.mysqlUrl)
  t.teardown(temporary.release)
  for (const prefix of [namesOf(await installation(root)).databasePrefix, temporary.name]) {
    for (const name of services.map(service => `${prefix}_${service}`)) {
      for (const [what, limit] of Object.entries(limits)) t.ok(name.length <= limit, `${name} as the name of a ${what}`)
    }
  }
  await t.rejects(createDatabases(servers.mysqlUrl, 'smart_meeting_room_123456', 'secret-of-the-test'), { message: /more than the 32 characters that MySQL takes/ }, 'a longer one fails on every server')
})

let tables = 0
/** A service's database plugin and a table with three accounts, each of 100. */
async function instance (t: Test, url = urls.users): Promise<{ app: FastifyInstance, table: string, balances: () => Promise<number[]> }> {
  const app = Fastify()
  await app.register(health)
  await app.register(metrics, { service: 'probe' })
  await app.register(database, { url, poolSize: 4, lockWaitSeconds: 2 })
  await app.ready()
  t.teardown(async () => { await app.close() })
  const table = `account_${++tables}`
  await app.database.write(`CREATE TABLE ${table} (id INT PRIMARY KEY, balance INT NOT NULL) ENGINE = InnoDB`)
  await app.database.write(`INSERT INTO ${table} VALUES (1, 100), (2, 100), (3, 100)`)
  const balances = async (): Promise<number[]> => (await app.database.rows<{ balance: number }>(`SELECT balance FROM ${table} ORDER BY id`)).map(({ balance }) => balance)
  return { app, table, balances }
}

const mysqlError = (errno: number): Error => Object.assign(new Error(`error ${errno}`), { errno })

t.test('a transaction happens wholly or not at all', async t => {
  const { app, table, balances } = await instance(t)
  const done: string[] = []
  t.equal(await app.database.transaction(async transaction => {
    await transaction.write(`UPDATE ${table} SET balance = 90 WHERE id = 1`)
    transaction.afterCommit(() => { done.push('first') })
    transaction.afterCommit(async () => { done.push('second') })
    t.same(await balances(), [100, 100, 100], 'nobody sees it before its end')
    t.same(done, [])
    return 'result'
  }), 'result')
  t.same(await balances(), [90, 100, 100])
  t.same(done, ['first', 'second'])

  let attempts = 0
  await t.rejects(app.database.transaction(async transaction => {
    attempts++
    await transaction.write(`UPDATE ${table} SET balance = 0`)
    transaction.afterCommit(() => { done.push('never') })
    throw new Error('changed my mind')
  }), { message: 'changed my mind' })
  t.same([await balances(), attempts, done], [[90, 100, 100], 1, ['first', 'second']])
})

t.test('sessions are strict, in UTC, and read what is committed', async t => {
  const { app, table } = await instance(t)
  await t.rejects(app.database.write(`INSERT INTO ${table} VALUES (4, 'much')`))
  await t.rejects(app.database.write(`INSERT INTO ${table} VALUES (4, 99999999999)`))
  const row = await app.database.row<{ difference: number }>('SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW()) AS difference')
  t.equal(row?.difference, 0)
  const now = new Date()
  t.same(await app.database.row('SELECT CAST(? AS DATETIME(3)) AS at', [now]), { at: now }, 'instants come back as they were')
  await app.database.transaction(async transaction => {
    const read = async (): Promise<number | undefined> => (await transaction.row<{ balance: number }>(`SELECT balance FROM ${table} WHERE id = 1`))?.balance
    t.equal(await read(), 100)
    await app.database.write(`UPDATE ${table} SET balance = 1 WHERE id = 1`)
    t.equal(await read(), 1, 'no snapshot is kept')
  })
})

t.test('of two transactions in a deadlock one is run again, and both succeed', async t => {
  const { app, table, balances } = await instance(t)
  let arrived = 0
  let open: () => void = () => {}
  const both = new Promise<void>(resolve => { open = resolve })
  const done: number[] = []
  const attempts = { 1: 0, 2: 0 }
  const transfer = async (from: 1 | 2, to: 1 | 2): Promise<void> => await app.database.transaction(async transaction => {
    attempts[from]++
    transaction.afterCommit(() => { done.push(from) })
    await transaction.write(`UPDATE ${table} SET balance = balance - 10 WHERE id = ?`, [from])
    if (++arrived === 2) open()
    await both
    await transaction.write(`UPDATE ${table} SET balance = balance + 10 WHERE id = ?`, [to])
  })
  await Promise.all([transfer(1, 2), transfer(2, 1)])
  t.same(await balances(), [100, 100, 100])
  t.equal(attempts[1] + attempts[2], 3, 'one of them ran twice')
  t.same(done.sort(), [1, 2], 'and was told once that it is committed')
})

t.test('a transaction is run again a bounded number of times, and only when that may help', async t => {
  const { app, table, balances } = await instance(t)
  const attemptsOf = async (error: Error): Promise<number> => {
    let attempts = 0
    await t.rejects(app.database.transaction(async transaction => {
      attempts++
      await transaction.write(`UPDATE ${table} SET balance = balance - 1 WHERE id = 1`)
      throw error
    }))
    return attempts
  }
  for (const errno of [1213, 1020, 1047]) t.equal(await attemptsOf(mysqlError(errno)), 6, String(errno))
  t.equal(await attemptsOf(mysqlError(1205)), 2, 'who has waited for a lock in vain has waited long already')
  for (const errno of [1062, 1146, 3819, 4025]) t.equal(await attemptsOf(mysqlError(errno)), 1, String(errno))
  t.equal(await attemptsOf(new Error('a bug')), 1)
  t.same(await balances(), [100, 100, 100], 'nothing is left of the attempts')
})

t.test('when the answer to a COMMIT is lost, what is there decides', async t => {
  const way = await unreliableWay(t, urls.users)
  const { app, table, balances } = await instance(t, way.url)
  let attempts = 0
  let done = 0
  const untraced = async (transaction: Transaction): Promise<string> => {
    attempts++
    transaction.afterCommit(() => { done++ })
    await transaction.write(`INSERT INTO ${table} VALUES (4, 400)`)
    return `attempt ${attempts}`
  }
  const work = async (transaction: Transaction): Promise<string> => {
    transaction.trace(`SELECT id FROM ${table} WHERE id = ?`, [4])
    return await untraced(transaction)
  }

  way.loseNext('answer')
  t.equal(await app.database.transaction(work), 'attempt 1', 'it was committed: its result is given')
  t.same([await balances(), attempts, done], [[100, 100, 100, 400], 1, 1])

  await app.database.write(`DELETE FROM ${table} WHERE id = 4`)
  way.loseNext('COMMIT')
  t.equal(await app.database.transaction(work), 'attempt 3', 'it was not: it is run again')
  t.same([await balances(), attempts, done], [[100, 100, 100, 400], 3, 2])

  await app.database.write(`DELETE FROM ${table} WHERE id = 4`)
  way.loseNext('answer')
  await t.rejects(app.database.transaction(untraced), 'nobody can tell: it is not run again')
  t.same([await balances(), attempts, done], [[100, 100, 100, 400], 4, 2])

  t.same(await Promise.all(Array.from({ length: 20 }, balances)), Array.from({ length: 20 }, () => [100, 100, 100, 400]), 'no broken connection is left in the pool')
})

t.test('several instances that migrate at once apply each migration once', async t => {
  const applied = await Promise.all(Array.from({ length: 4 }, async () => await migrate('bookings', urls.bookings)))
  const workers = applied.filter(names => names.length > 0)
  t.equal(workers.length, 1, 'one does the work')
  t.ok(workers[0]?.some(name => name.includes('events')) && workers[0].some(name => name.includes('bookings')), String(workers[0]))
  t.same(await migrate('bookings', urls.bookings), [], 'and later there is nothing to do')

  const connection = await mysql.createConnection({ uri: urls.bookings })
  t.teardown(async () => { await connection.end() })
  const [tables] = await connection.query<RowDataPacket[]>("SHOW TABLES LIKE 'booking%'")
  t.ok(tables.length >= 2)
  await connection.query("UPDATE schema_migration SET checksum = 'other' WHERE name LIKE 'bookings/001%'")
  await t.rejects(migrate('bookings', urls.bookings), 'a migration that was changed after it was applied is refused')
})
