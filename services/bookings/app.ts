import type { FastifyInstance } from 'fastify'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract } from '../../shared/contract/generated/bookings.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { implement } from '../../shared/contract/implement.ts'
import { remoteIdentity } from '../../shared/identity.ts'
import { consumer } from '../../shared/plugins/consumer.ts'
import { registerFoundation } from '../../shared/plugins/foundation.ts'
import { probes } from '../../shared/plugins/health.ts'
import { createServer } from '../../shared/server.ts'
import { contractVersion } from '../../shared/version.ts'
import type { BookingsConfig } from './config.ts'
import { conflictExplainer } from './conflicts.ts'
import { bookingsConsumers } from './consumers.ts'
import { bookingsHandlers } from './handlers/index.ts'
import { bookingsJobs } from './jobs.ts'
import { bookingsRepository } from './repository/index.ts'
import { roomDirectory } from './rooms.ts'

/** Whoever wants a room waits no longer for what is only looked up. */
const roomsDeadlineMilliseconds = 1_000

/** The bookings service, assembled but not listening. */
export async function buildBookings (config: BookingsConfig): Promise<FastifyInstance> {
  const app = await createServer(config, bookingsContract)
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: config.USERS_URL })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: config.ROOMS_URL, deadlineMilliseconds: roomsDeadlineMilliseconds })
  app.addHook('onClose', async () => { await Promise.all([users.close(), rooms.close()]) })

  await registerFoundation(app, 'bookings', config, remoteIdentity(users))

  const bookings = bookingsRepository(app)
  const directory = roomDirectory(rooms)
  await app.register(consumer, { service: 'bookings', on: bookingsConsumers(bookings) })
  bookingsJobs(app, bookings)

  implement(app, bookingsContract, bookingsHandlers({
    probes: probes(app, 'bookings', contractVersion('bookings')),
    bookings,
    rooms: directory,
    conflicts: conflictExplainer(bookings, directory)
  }))
  return app
}
