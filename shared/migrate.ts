import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import Postgrator from 'postgrator'

const here = dirname(fileURLToPath(import.meta.url))
const lockSeconds = 60

/**
 * Brings a service's database to the current schema. Several instances may call it at once: one does the work, the others wait.
 *
 * @param service the folder of the service
 * @param databaseUrl the service's own database, which exists
 * @returns the names of the migrations that were applied
 * @throws Error when a migration fails, or an applied one was changed afterwards
 */
export async function migrate (service: string, databaseUrl: string): Promise<string[]> {
  const connection = await mysql.createConnection({ uri: databaseUrl, multipleStatements: true, timezone: 'Z' })
  const database = new URL(databaseUrl).pathname.slice(1)
  const lock = `migrate:${database}`.slice(0, 64)
  try {
    await connection.query('SET SESSION time_zone = \'+00:00\', sql_mode = \'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION\'')
    const [rows] = await connection.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS held', [lock, lockSeconds])
    if (rows[0]?.['held'] !== 1) throw new Error(`Another instance has been migrating ${database} for more than ${lockSeconds} seconds`)
    const common = await apply(connection, database, join(here, 'migrations'), 'schema_version_shared')
    const own = await apply(connection, database, join(here, '..', 'services', service, 'migrations'), 'schema_version')
    return [...common, ...own]
  } finally {
    await connection.end() // which releases the lock
  }
}

async function apply (connection: Connection, database: string, directory: string, schemaTable: string): Promise<string[]> {
  const postgrator = new Postgrator({
    driver: 'mysql',
    database,
    schemaTable,
    migrationPattern: join(directory, '*.sql'),
    newline: 'LF',
    execQuery: async query => ({ rows: (await connection.query(query))[0] as RowDataPacket[] })
  })
  return (await postgrator.migrate()).map(({ filename }) => filename.split(/[\\/]/).at(-1) ?? filename)
}
