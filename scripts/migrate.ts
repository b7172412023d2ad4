import { pino } from 'pino'
import { readVariable } from '../shared/config.ts'
import { migrate } from '../shared/migrate.ts'
import { waitForDatabase } from '../shared/service.ts'

const log = pino()
const waitSeconds = 60

/**
 * Brings databases to the current schema. Services also do so when they start; here it is done for all of them beforehand.
 *
 * @param services whose databases; `<SERVICE>_DATABASE_URL` says where each is
 */
export async function migrateAll (services: readonly string[]): Promise<void> {
  for (const service of services) {
    const variable = `${service.toUpperCase()}_DATABASE_URL`
    const url = readVariable(variable)
    if (url === undefined) throw new Error(`${variable} is not set`)
    await waitForDatabase(url, waitSeconds, log)
    const migrations = await migrate(service, url)
    log.info({ service, migrations }, migrations.length > 0 ? 'database migrated' : 'the schema is current')
  }
}
