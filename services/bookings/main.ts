import { readConfig } from '../../shared/config.ts'
import { run } from '../../shared/service.ts'
import { buildBookings } from './app.ts'
import { BookingsConfig } from './config.ts'

const config = readConfig(BookingsConfig)
await run('bookings', config, async () => await buildBookings(config))
