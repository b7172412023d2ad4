import type { FastifyInstance } from 'fastify'
import { createClient } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { implement } from '../../shared/contract/implement.ts'
import { remoteIdentity } from '../../shared/identity.ts'
import { consumer } from '../../shared/plugins/consumer.ts'
import { registerFoundation } from '../../shared/plugins/foundation.ts'
import { probes } from '../../shared/plugins/health.ts'
import { showCircuits } from '../../shared/plugins/metrics.ts'
import { createServer } from '../../shared/server.ts'
import { contractVersion } from '../../shared/version.ts'
import type { ReviewsConfig } from './config.ts'
import { reviewsConsumers } from './consumers.ts'
import { reviewsHandlers } from './handlers/index.ts'
import { createRepository } from './repository/index.ts'

/** The reviews service, assembled but not listening. */
export async function buildReviews (config: ReviewsConfig): Promise<FastifyInstance> {
  const app = await createServer('reviews', config, reviewsContract)
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: config.USERS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: config.BOOKINGS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: config.ROOMS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  showCircuits(app, { users, bookings, rooms })
  app.addHook('onClose', async () => { await Promise.all([users.close(), bookings.close(), rooms.close()]) })

  await registerFoundation(app, 'reviews', config, remoteIdentity(users))

  const repository = createRepository(app, { flagsToHide: config.REVIEW_FLAGS_TO_HIDE })
  await app.register(consumer, { service: 'reviews', on: reviewsConsumers(repository) })

  implement(app, reviewsContract, reviewsHandlers({
    probes: probes(app, 'reviews', contractVersion('reviews')),
    repository,
    bookings,
    rooms
  }))
  return app
}
