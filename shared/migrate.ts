import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'

interface Migration { name: string, sql: string, checksum: string }

const lockSeconds = 60

/**
 * Brings a service's database to the current schema: first what every service has, then its own, in the order of their numbers.
 * Several instances may call it at once: one does the work, the others wait.
 *
 * @param service the folder of the service
 * @param databaseUrl the service's own database, which exists
 * @returns the names of the migrations that were applied
 * @throws Error when a migration fails, or one that was applied has changed since
 */
export async function migrate (service: string, databaseUrl: string): Promise<string[]> {
  const migrations = [...await read('shared', new URL('migrations/', import.meta.url)), ...await read(service, new URL(`../services/${service}/migrations/`, import.meta.url))]
  const connection = await mysql.createConnection({ uri: databaseUrl, multipleStatements: true })
  try {
    await connection.query("SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'")
    await lock(connection, new URL(databaseUrl).pathname.slice(1))
    return await apply(connection, migrations)
  } finally {
    await connection.end() // which releases the lock
  }
}

async function read (owner: string, directory: URL): Promise<Migration[]> {
  const files = (await readdir(directory)).filter(file => file.endsWith('.sql')).sort()
  return await Promise.all(files.map(async file => {
    const sql = (await readFile(new URL(file, directory), 'utf8')).replaceAll('\r\n', '\n')
    return { name: `${owner}/${file}`, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  }))
}

async function lock (connection: Connection, database: string): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS held', [`migrate:${database}`.slice(0, 64), lockSeconds])
  if (rows[0]?.['held'] !== 1) throw new Error(`Another instance has been migrating ${database} for more than ${lockSeconds} seconds`)
}

async function apply (connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  await connection.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    name VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    applied_at DATETIME NOT NULL,
    PRIMARY KEY (name)
  ) ENGINE = InnoDB`)
  const [rows] = await connection.query<RowDataPacket[]>('SELECT name, checksum FROM schema_migration')
  const known = new Map(rows.map(row => [row['name'] as string, row['checksum'] as string]))
  const applied: string[] = []
  for (const { name, sql, checksum } of migrations) {
    if (known.has(name)) {
      if (known.get(name) !== checksum) throw new Error(`The migration ${name} was changed after it had been applied. Restore it, and make the change in a new one.`)
      continue
    }
    await connection.query(sql).catch((error: Error) => { throw new Error(`The migration ${name} failed: ${error.message}`, { cause: error }) })
    await connection.query('INSERT INTO schema_migration (name, checksum, applied_at) VALUES (?, ?, UTC_TIMESTAMP())', [name, checksum])
    applied.push(name)
  }
  return applied
}
