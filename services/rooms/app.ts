import type { FastifyInstance } from 'fastify'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { roomsContract } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { implement } from '../../shared/contract/implement.ts'
import { remoteIdentity } from '../../shared/identity.ts'
import { consumer } from '../../shared/plugins/consumer.ts'
import { registerFoundation } from '../../shared/plugins/foundation.ts'
import { probes } from '../../shared/plugins/health.ts'
import { showCircuits } from '../../shared/plugins/metrics.ts'
import { createServer } from '../../shared/server.ts'
import { createServiceToken } from '../../shared/service-token.ts'
import { contractVersion } from '../../shared/version.ts'
import { createBookings } from './bookings.ts'
import { createCatalogue } from './catalogue.ts'
import type { RoomsConfig } from './config.ts'
import { roomsConsumers } from './consumers.ts'
import { roomsHandlers } from './handlers/index.ts'
import { roomsJobs } from './jobs.ts'
import { showBookableRooms } from './metrics.ts'
import { createRepository } from './repository/index.ts'

/** The rooms service, assembled but not listening. */
export async function buildRooms (config: RoomsConfig): Promise<FastifyInstance> {
  const app = await createServer('rooms', config, roomsContract)
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: config.USERS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: config.BOOKINGS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  showCircuits(app, { users, bookings })
  app.addHook('onClose', async () => { await Promise.all([users.close(), bookings.close()]) })

  await registerFoundation(app, 'rooms', config, remoteIdentity(users))

  const repository = createRepository(app)
  const serviceToken = createServiceToken({ users, clientId: config.SERVICE_CLIENT_ID, clientSecret: config.SERVICE_CLIENT_SECRET })
  // Whoever searches first should not have to wait for it.
  app.addHook('onReady', async () => { await serviceToken.current().catch(() => {}) })
  app.readiness.add('service_token', { needed: false, check: serviceToken.check })
  await app.register(consumer, { service: 'rooms', on: roomsConsumers(app, repository) })
  roomsJobs(app, repository)
  const catalogue = createCatalogue({ cache: app.cache, repository })
  showBookableRooms(app.registry, catalogue)
  implement(app, roomsContract, roomsHandlers({
    probes: probes(app, 'rooms', contractVersion('rooms')),
    repository,
    catalogue,
    bookings: createBookings(bookings, serviceToken)
  }))
  return app
}
