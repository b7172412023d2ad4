/** `node dist/scripts/migrate.js <service>`: brings the database of DATABASE_URL to the current schema. Services also do so when they start. */
import { migrate } from '../shared/migrate.ts'

const [service] = process.argv.slice(2)
const url = process.env['DATABASE_URL']
if (service === undefined || url === undefined) {
  console.error('Say which service, and set DATABASE_URL to its database: node dist/scripts/migrate.js bookings')
  process.exit(2)
}
const applied = await migrate(service, url)
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The schema is current.')
