import type { Pool, PoolConnection } from 'mysql2'
import { Gauge, Histogram, type Registry } from 'prom-client'
import { DatabaseUnavailableError, isOutage } from '../database-errors.ts'
import { within } from '../within.ts'

/** How long to wait for a connection while all are at work; the pool itself would wait for ever. */
const waitMilliseconds = 8_000

/** What mysql2 keeps of a pool; it tells it in no other way. */
interface Connections { _allConnections: { length: number }, _freeConnections: { length: number }, _connectionQueue: { length: number } }

/** Takes a connection of a pool; rejects when there is none within some seconds. */
export type Lend = () => Promise<PoolConnection>

/**
 * Lends connections of a pool, and measures how many are used and how long one waits for them.
 */
export function connectionLender (pool: Pool, poolSize: number, registry: Registry): Lend {
  const { _allConnections: open, _freeConnections: idle, _connectionQueue: waiting } = pool as unknown as Connections
  const wait = new Histogram({ name: 'database_pool_wait_seconds', help: 'How long work waited for a connection to the database.', buckets: [0.001, 0.01, 0.05, 0.1, 0.5, 1, 5], registers: [registry] })
  const size = new Gauge({ name: 'database_pool_size', help: 'How many connections to the database there may be.', registers: [registry] })
  const queued = new Gauge({ name: 'database_pool_waiting', help: 'Work that waits for a connection to the database.', registers: [registry], collect () { queued.set(waiting.length) } })
  const connections = new Gauge({
    name: 'database_pool_connections',
    help: 'Connections to the database, by whether they are used.',
    labelNames: ['state'],
    registers: [registry],
    collect () {
      connections.set({ state: 'idle' }, idle.length)
      connections.set({ state: 'used' }, open.length - idle.length)
    }
  })
  size.set(poolSize)

  return async () => {
    if (idle.length > 0) {
      wait.observe(0)
      return await connectionOf(pool)
    }
    const since = performance.now()
    const connection = connectionOf(pool)
    try {
      return await within(waitMilliseconds, connection)
    } catch (error) {
      connection.then(late => { late.release() }, () => {})
      throw isOutage(error) ? error : new DatabaseUnavailableError(error)
    } finally {
      wait.observe((performance.now() - since) / 1000)
    }
  }
}

/** A connection of the pool, however long it takes. */
export async function connectionOf (pool: Pool): Promise<PoolConnection> {
  return await new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => { if (error) reject(error); else resolve(connection) })
  })
}
