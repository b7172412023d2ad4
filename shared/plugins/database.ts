import { setTimeout as delay } from 'node:timers/promises'
import mysqlPlugin from '@fastify/mysql'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { ExecuteValues, Pool, PoolConnection, ResultSetHeader } from 'mysql2'
import { createConnection } from 'mysql2/promise'
import { DatabaseUnavailableError, isConnectionLoss, isLockWait, isOutage, isRetryable, isUnknownOutcome } from '../database-errors.ts'
import { connectionLender, connectionOf, type Lend } from './database-pool.ts'

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
  /**
   * Names what this transaction alone inserts: a query that finds it tells whether the transaction took effect, when the answer to its
   * COMMIT is lost. The outbox does so for every event.
   */
  trace: (sql: string, values: readonly Value[]) => void
}

export interface Database extends Queryable {
  /**
   * Runs the work in one transaction at READ COMMITTED, and again, from its beginning, when the server gave up on it. When the answer to
   * the COMMIT is lost, the trace that the work left decides; without one, the loss is thrown.
   *
   * @param work everything it does in the database goes through its argument
   * @returns what the work returned, once committed
   */
  transaction: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>
}

const rowsInAnInsert = 50

export interface DatabaseOptions {
  /** `mysql://user:password@host:port/database` */
  url: string
  poolSize: number
  /** How long a statement waits for a lock. Less than a statement may take. */
  lockWaitSeconds: number
}

declare module 'fastify' {
  interface FastifyInstance {
    database: Database
    mysql: { pool: Pool }
  }
}

interface Trace { sql: string, values: readonly Value[] }

const maximumAttempts = 6
const maximumLockWaits = 2
/** No statement may take longer; listings and reports are made of small ones. */
const statementMilliseconds = 8_000
const sqlMode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'

/** The service's own database, and nobody else's. */
export const database = fp(async (app: FastifyInstance, { url, poolSize, lockWaitSeconds }: DatabaseOptions) => {
  await app.register(mysqlPlugin, {
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

  pool.on('connection', connection => {
    // The pool listens for the first error only; any other without a listener would end the process.
    connection.on('error', error => { app.log.debug({ err: error }, 'database connection failed') })
    const settle = (error: unknown): void => { if (error) connection.destroy() }
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', settle)
    connection.query(`SET SESSION time_zone = '+00:00', sql_mode = '${sqlMode}', innodb_lock_wait_timeout = ${lockWaitSeconds}`, settle)
  })
  // The plugin has opened a connection before the listener above was there.
  const first = await connectionOf(pool)
  first.destroy()

  const lend = connectionLender(pool, poolSize, app.registry)
  app.decorate('database', {
    ...queryable(async (sql, values) => await translatingOutages(async () => await withRetries(async () => await onConnection(lend, async connection => await execute(connection, sql, values))))),
    transaction: async work => {
      const { result, actions } = await translatingOutages(async () => await withRetries(async () => await attemptOnce(lend, work)))
      for (const action of actions) await action()
      return result
    }
  })
  app.readiness.add('database', {
    needed: true,
    // Not out of the pool: that all its connections are at work does not make the database unreachable.
    check: async () => {
      const connection = await createConnection({ uri: url, connectTimeout: 1_000 })
      await connection.end()
    }
  })
}, { name: 'database', dependencies: ['health', 'metrics'] })

// mysql2's own promises take a stack trace and a new event emitter each time, which is a tenth of a statement's cost.

/** Runs a statement; one that gets no answer in time is a lost connection. */
async function execute (connection: PoolConnection, sql: string, values: readonly Value[] = []): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    connection.execute({ sql, timeout: statementMilliseconds }, values as ExecuteValues, (error, result) => { if (error) reject(error); else resolve(result) })
  })
}

async function command (connection: PoolConnection, sql: 'START TRANSACTION' | 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.query({ sql, timeout: statementMilliseconds }, error => { if (error) reject(error); else resolve() })
  })
}

function queryable (run: (sql: string, values?: readonly Value[]) => Promise<unknown>): Queryable {
  return {
    rows: async <Row>(sql: string, values?: readonly Value[]) => await run(sql, values) as Row[],
    row: async <Row>(sql: string, values?: readonly Value[]) => (await run(sql, values) as Row[])[0],
    write: async (sql, values) => await run(sql, values) as ResultSetHeader
  }
}

/** Works on a connection of the pool; a broken one does not go back. */
async function onConnection<Result> (lend: Lend, work: (connection: PoolConnection) => Promise<Result>): Promise<Result> {
  const connection = await lend()
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

async function translatingOutages<Result> (work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isOutage(error) ? new DatabaseUnavailableError(error) : error
  }
}

/** Does some work, and again when the server gave up on it: then nothing of it is there. */
async function withRetries<Result> (work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const maySucceed = isRetryable(error) || error instanceof NotCommittedError
      // Whoever has waited for a lock in vain has waited long already.
      const attempts = isLockWait(error) ? maximumLockWaits : maximumAttempts
      if (!maySucceed || attempt >= attempts) throw error instanceof NotCommittedError ? error.cause : error
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

/** @returns what the work returned, and what is to be done now that it is committed: whatever comes of that, the work is not to be done again */
async function attemptOnce<Result> (lend: Lend, work: (transaction: Transaction) => Promise<Result>): Promise<{ result: Result, actions: ReadonlyArray<() => void | Promise<void>> }> {
  const connection = await lend()
  const actions: Array<() => void | Promise<void>> = []
  let trace: Trace | undefined
  let result: Result
  try {
    await command(connection, 'START TRANSACTION')
    result = await work({
      ...queryable(async (sql, values) => await execute(connection, sql, values)),
      afterCommit: action => { actions.push(action) },
      trace: (sql, values) => { trace = { sql, values } }
    })
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
    if (!trace || !isUnknownOutcome(error)) throw error
    const isCommitted = await isThere(lend, trace).catch(() => { throw error }) // which is not tried again: nobody knows
    if (!isCommitted) throw new NotCommittedError(error)
  }
  return { result, actions }
}

/** Whether a transaction left its trace. A plain read could come before a COMMIT that the server is still at; this one waits for it. */
async function isThere (lend: Lend, { sql, values }: Trace): Promise<boolean> {
  return (await onConnection(lend, async connection => await execute(connection, `${sql} LOCK IN SHARE MODE`, values)) as unknown[]).length > 0
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

/** The values, the last repeated until they are a power of two: so lists of any length in `IN (…)` make few statements to prepare. */
export function padded<V extends Value> (values: readonly V[]): V[] {
  const length = 2 ** Math.ceil(Math.log2(values.length))
  return Array.from({ length }, (_, index) => values[Math.min(index, values.length - 1)] as V)
}

/** Inserts rows, many with one statement. */
export async function insertRows (queryable: Queryable, table: string, names: readonly string[], rows: ReadonlyArray<readonly Value[]>): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsInAnInsert) {
    const some = rows.slice(first, first + rowsInAnInsert)
    await queryable.write(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${some.map(row => `(${placeholders(row)})`).join(', ')}`, some.flat())
  }
}

/** Runs a `DELETE` in batches until nothing is left, so that it never holds many locks. */
export async function removeInBatches (database: Queryable, sql: string, values: readonly Value[] = [], batchSize = 5_000): Promise<void> {
  while ((await database.write(`${sql} LIMIT ${batchSize}`, values)).affectedRows === batchSize) { /* there is more */ }
}
