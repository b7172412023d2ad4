import { setTimeout as delay } from 'node:timers/promises'
import mysqlPlugin from '@fastify/mysql'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import mysql, { type ExecuteValues, type Pool, type PoolConnection, type ResultSetHeader } from 'mysql2/promise'
import { DatabaseUnavailableError, isConnectionLoss, isLockWait, isOutage, isRetryable, isUnknownOutcome } from '../database-errors.ts'

/** A value that can be bound to a `?`. */
export type Value = string | number | boolean | Date | Buffer | null

/** Runs statements, each with its values bound. */
export interface Queryable {
  rows: <Row>(sql: string, values?: readonly Value[]) => Promise<Row[]>
  /** The first row, or `undefined`. */
  row: <Row>(sql: string, values?: readonly Value[]) => Promise<Row | undefined>
  write: (sql: string, values?: readonly Value[]) => Promise<ResultSetHeader>
}

export interface Transaction extends Queryable {
  /** Has something done once the transaction is committed. */
  afterCommit: (action: () => void | Promise<void>) => void
}

export interface Database extends Queryable {
  /**
   * Runs the work in one transaction at READ COMMITTED, and again, from its beginning, when the server gave up on it.
   *
   * @param work everything it does in the database goes through its argument
   * @param outcome looks whether the work is done, when the answer to a COMMIT was lost; without it, such a loss is thrown
   * @returns what the work returned, once committed
   */
  transaction: <Result>(work: (transaction: Transaction) => Promise<Result>, outcome?: () => Promise<Result | undefined>) => Promise<Result>
}

export interface DatabaseOptions {
  /** `mysql://user:password@host:port/database` */
  url: string
  poolSize: number
}

declare module 'fastify' {
  interface FastifyInstance {
    database: Database
    mysql: { pool: Pool }
  }
}

const maximumAttempts = 6
const maximumLockWaits = 2
/** No statement may take longer; listings and reports are made of small ones. */
const statementMilliseconds = 8_000
const sqlMode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'

/** The service's own database, and nobody else's. */
export const database = fp(async (app: FastifyInstance, { url, poolSize }: DatabaseOptions) => {
  await app.register(mysqlPlugin, {
    promise: true,
    uri: url, // as `connectionString`, the other options would be dropped
    connectionLimit: poolSize,
    maxIdle: poolSize,
    queueLimit: poolSize * 50,
    connectTimeout: 5_000,
    enableKeepAlive: true,
    maxPreparedStatements: 64, // of every connection of every instance; the server has 16,382 for all
    supportBigNumbers: true,
    timezone: 'Z'
  } as Parameters<typeof mysqlPlugin>[1])
  const { pool } = app.mysql

  pool.pool.on('connection', connection => {
    const settle = (error: unknown): void => { if (error) connection.destroy() }
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', settle)
    connection.query(`SET SESSION time_zone = '+00:00', sql_mode = '${sqlMode}', innodb_lock_wait_timeout = 2`, settle)
  })
  // The plugin has opened a connection before the listener above was there.
  const first = await pool.getConnection()
  first.destroy()

  app.decorate('database', {
    ...queryable(async (sql, values) => await speakingOfOutages(async () => await onConnection(pool, async connection => await execute(connection, sql, values)))),
    transaction: async (work, outcome) => await speakingOfOutages(async () => await transact(pool, work, outcome))
  })
  app.readiness.add('database', {
    needed: true,
    // Not out of the pool: that all its connections are at work does not make the database unreachable.
    check: async () => {
      const connection = await mysql.createConnection({ uri: url, connectTimeout: 1_000 })
      await connection.end()
    }
  })
}, { name: 'database', dependencies: ['health'] })

/** Runs a statement; one that gets no answer in time is a lost connection. */
async function execute (connection: PoolConnection, sql: string, values: readonly Value[] = []): Promise<unknown> {
  return (await connection.execute({ sql, timeout: statementMilliseconds }, values as ExecuteValues))[0]
}

async function command (connection: PoolConnection, sql: 'START TRANSACTION' | 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await connection.query({ sql, timeout: statementMilliseconds })
}

function queryable (run: (sql: string, values?: readonly Value[]) => Promise<unknown>): Queryable {
  return {
    rows: async <Row>(sql: string, values?: readonly Value[]) => await run(sql, values) as Row[],
    row: async <Row>(sql: string, values?: readonly Value[]) => (await run(sql, values) as Row[])[0],
    write: async (sql, values) => await run(sql, values) as ResultSetHeader
  }
}

/** Lends a connection of the pool; a broken one does not go back. */
async function onConnection<Result> (pool: Pool, work: (connection: PoolConnection) => Promise<Result>): Promise<Result> {
  const connection = await pool.getConnection()
  try {
    const result = await work(connection)
    connection.release()
    return result
  } catch (error) {
    if (isConnectionLoss(error)) connection.destroy()
    else connection.release()
    throw error
  }
}

async function speakingOfOutages<Result> (work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isOutage(error) ? new DatabaseUnavailableError(error) : error
  }
}

async function transact<Result> (pool: Pool, work: (transaction: Transaction) => Promise<Result>, outcome?: () => Promise<Result | undefined>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(pool, work, outcome)
    } catch (error) {
      const maySucceed = isRetryable(error) || error instanceof NotCommittedError
      // Whoever has waited for a lock in vain has waited long already.
      const attempts = isLockWait(error) ? maximumLockWaits : maximumAttempts
      if (!maySucceed || attempt >= attempts) throw error instanceof NotCommittedError ? error.cause : error
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

async function attemptOnce<Result> (pool: Pool, work: (transaction: Transaction) => Promise<Result>, outcome?: () => Promise<Result | undefined>): Promise<Result> {
  const connection = await pool.getConnection()
  const actions: Array<() => void | Promise<void>> = []
  let result: Result
  try {
    await command(connection, 'START TRANSACTION')
    result = await work({ ...queryable(async (sql, values) => await execute(connection, sql, values)), afterCommit: action => { actions.push(action) } })
  } catch (error) {
    if (isConnectionLoss(error)) connection.destroy()
    else await command(connection, 'ROLLBACK').then(() => { connection.release() }, () => { connection.destroy() })
    throw error
  }
  try {
    await command(connection, 'COMMIT')
    connection.release()
  } catch (error) {
    connection.destroy() // which rolls back what was not committed
    if (!outcome || !isUnknownOutcome(error)) throw error
    const found = await outcome()
    if (found === undefined) throw new NotCommittedError(error)
    result = found
  }
  for (const action of actions) await action()
  return result
}

/** The COMMIT failed, and it was seen that nothing of the transaction is there. */
class NotCommittedError extends Error {
  constructor (cause: unknown) {
    super('the transaction was not committed', { cause })
  }
}

/** As many placeholders as there are values, for `IN (…)`. */
export function placeholders (values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}

/** Runs a `DELETE` in small bites until nothing is left, so that it never holds many locks. */
export async function removeInBatches (database: Queryable, sql: string): Promise<void> {
  const bite = 5_000
  while ((await database.write(`${sql} LIMIT ${bite}`)).affectedRows === bite) { /* there is more */ }
}
