import { randomBytes } from 'node:crypto'
import mysql from 'mysql2/promise'

const beginning = 'smr_temp_'
/** Longer than anything temporary runs; a server ends idle connections after eight hours. */
const idleSeconds = 30 * 24 * 3600

/** A name for the databases, keys, queues and exchange of a test or a benchmark. */
export interface TemporaryName {
  name: string
  /** Says that nothing has the name any more. */
  release: () => Promise<void>
}

/**
 * Takes a name that nothing else has. As long as this process lives, the database server holds a lock of that name for it: so what killed
 * processes left can be told from what is in use, also when they ran in a container or on another machine.
 *
 * @param mysqlUrl the server that all tests use, even when this one has a server of its own
 */
export async function takeTemporaryName (mysqlUrl: string): Promise<TemporaryName> {
  const name = `${beginning}${randomBytes(5).toString('hex')}`
  const connection = await mysql.createConnection({ uri: mysqlUrl })
  connection.on('error', () => {}) // the lock is lost then
  await connection.query('SET SESSION wait_timeout = ?', [idleSeconds])
  await connection.query('SELECT GET_LOCK(?, 0)', [name])
  return { name, release: async () => { connection.destroy() } }
}

/** The exchanges that something temporary may have: that of its name, and one for events that nobody is to react to. */
export function temporaryExchanges (name: string): string[] {
  return [name, `${name}_aside`]
}

/** The temporary name that a database, an account or a key begins with. */
export function temporaryNameIn (name: string): string | undefined {
  return new RegExp(`^${beginning}[0-9a-f]+`).exec(name)?.[0]
}

/** Whether a living process holds a temporary name. */
export async function isHeld (admin: mysql.Connection, name: string): Promise<boolean> {
  const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT IS_USED_LOCK(?) AS holder', [name])
  return rows[0]?.['holder'] !== null
}
