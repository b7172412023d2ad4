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
import { showCircuits } from '../../shared/plugins/metrics.ts'
import { createServer } from '../../shared/server.ts'
import { createServiceToken } from '../../shared/service-token.ts'
import { contractVersion } from '../../shared/version.ts'
import type { BookingsConfig } from './config.ts'
import { conflictExplainer } from './conflicts.ts'
import { bookingsConsumers } from './consumers.ts'
import { calendarFeeds } from './feeds.ts'
import { bookingsHandlers } from './handlers/index.ts'
import { bookingsJobs } from './jobs.ts'
import { changeCounter, showRoomsInUse } from './metrics.ts'
import { reportMaker } from './reports/maker.ts'
import { createRepository } from './repository/index.ts'
import { roomDirectory } from './rooms.ts'

/** The bookings service, assembled but not listening. */
export async function buildBookings (config: BookingsConfig): Promise<FastifyInstance> {
  const app = await createServer('bookings', config, bookingsContract)
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: config.USERS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  // A lookup must leave most of the time of a request to the booking itself.
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: config.ROOMS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS / 2 })
  showCircuits(app, { users, rooms })
  app.addHook('onClose', async () => { await Promise.all([users.close(), rooms.close()]) })

  await registerFoundation(app, 'bookings', config, remoteIdentity(users))

  const repository = createRepository(app, changeCounter(app.registry))
  showRoomsInUse(app.registry, repository.reading.countRoomsInUse)
  const serviceToken = createServiceToken({ users, clientId: config.SERVICE_CLIENT_ID, clientSecret: config.SERVICE_CLIENT_SECRET })
  // Whoever books first should not have to wait for it.
  app.addHook('onReady', async () => { await serviceToken.current().catch(() => {}) })
  app.readiness.add('service_token', { needed: false, check: serviceToken.check })
  const directory = roomDirectory(rooms, serviceToken, app.log)
  await app.register(consumer, { service: 'bookings', on: bookingsConsumers(repository) })
  const makeReports = reportMaker({ repository, rooms: directory, serviceToken, retentionDays: config.REPORT_RETENTION_DAYS, log: app.log })
  bookingsJobs(app, { repository, makeReports })

  implement(app, bookingsContract, bookingsHandlers({
    probes: probes(app, 'bookings', contractVersion('bookings')),
    repository,
    rooms: directory,
    conflicts: conflictExplainer(repository.reading, directory),
    calendarOf: calendarFeeds({ feeds: repository.feeds, rooms: directory, countRead: outcome => { app.countCacheRead('calendar', outcome) } }),
    requireConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL,
    publicUrl: config.PUBLIC_URL || `http://127.0.0.1:${config.PORT}`
  }))
  return app
}
