import { availableParallelism } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { createClient, RemoteError, type CallContext } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract } from '../../shared/contract/generated/users.operations.ts'
import { implement } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import { consumer } from '../../shared/plugins/consumer.ts'
import { registerFoundation } from '../../shared/plugins/foundation.ts'
import { probes } from '../../shared/plugins/health.ts'
import { showCircuits } from '../../shared/plugins/metrics.ts'
import { createServer } from '../../shared/server.ts'
import { contractVersion } from '../../shared/version.ts'
import { alsoToAttendees } from './attendee-consumers.ts'
import type { UsersConfig } from './config.ts'
import { usersConsumers } from './consumers.ts'
import { readMailPage } from './domain/mail-page.ts'
import { readServiceClients } from './domain/service-clients.ts'
import { createFirstAdmin, readFirstAdmin } from './first-admin.ts'
import { usersHandlers } from './handlers/index.ts'
import { usersJobs } from './jobs.ts'
import { attendeeMailSender } from './mail/attendee-sender.ts'
import { mailSender, nextAttemptAfter } from './mail/sender.ts'
import type { BookingSources } from './mail/booking-mail.ts'
import { mailTransport } from './mail/transport.ts'
import { usersMetrics } from './metrics.ts'
import { createPasswords } from './passwords.ts'
import { passwordProof } from './proof.ts'
import { createRepository } from './repository/index.ts'
import { readSigningKeys } from './signing-keys.ts'
import { accessTokens } from './tokens.ts'

const roomCacheSeconds = 60

/** The users service, assembled but not listening. */
export async function buildUsers (config: UsersConfig): Promise<FastifyInstance> {
  const isProduction = config.NODE_ENV === 'production'
  const serviceClients = readServiceClients(config.SERVICE_CLIENTS, isProduction)
  const firstAdmin = readFirstAdmin(config)
  const resetPage = readMailPage('RESET_PAGE_URL', config.RESET_PAGE_URL)
  const confirmPage = readMailPage('CONFIRM_PAGE_URL', config.CONFIRM_PAGE_URL)
  const keys = await readSigningKeys(config.SIGNING_KEYS_DIRECTORY, isProduction)
  const app = await createServer('users', config, usersContract)
  for (const path of keys.open) app.log.warn({ path }, isProduction ? 'a signing key can be read by everybody in this system; let nobody else in, or chmod 600' : 'a signing key was open to others; now only its owner can read it')
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: config.ROOMS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  const bookings = createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: config.BOOKINGS_URL, deadlineMilliseconds: config.CALL_DEADLINE_MILLISECONDS })
  const transport = mailTransport(config.SMTP_URL, config.MAIL_DIRECTORY)
  showCircuits(app, { rooms, bookings })
  app.addHook('onClose', async () => {
    transport.close()
    await Promise.all([rooms.close(), bookings.close()])
  })

  await registerFoundation(app, 'users', config, {
    publicKey: async kid => {
      const key = keys.publicKey(kid)
      if (key === undefined) throw new Refusal('auth.token_invalid', 'The access token is not signed with one of our keys. Log in and use the new one.')
      return key
    },
    isSessionOpen: async sessionId => await repository.sessions.isOpen(sessionId),
    holdsSessions: true
  })
  const repository = createRepository(app, config.CONFIRMATION_MAILS_PER_DAY)
  // More hashes at once than there are cores or threads would only wait elsewhere, where nobody counts them.
  const concurrency = config.PASSWORD_CONCURRENCY > 0 ? config.PASSWORD_CONCURRENCY : Math.min(availableParallelism(), config.UV_THREADPOOL_SIZE)
  const passwords = await createPasswords({ memoryKib: config.PASSWORD_MEMORY_KIB, iterations: config.PASSWORD_ITERATIONS, concurrency, queueLimit: config.PASSWORD_QUEUE_LIMIT })
  if (firstAdmin) await createFirstAdmin(firstAdmin, { repository, passwords, log: app.log })

  const signAccessToken = accessTokens(keys, { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE, accessTokenSeconds: config.ACCESS_TOKEN_SECONDS })
  const { countLockout } = usersMetrics(app.registry)
  const onLocked = (accountId: string | undefined, until: Date): void => {
    countLockout()
    if (accountId === undefined) return
    repository.notifications.queueLockedMail(accountId, until).catch((error: unknown) => { app.log.warn({ err: error }, 'nobody is told of a locked account') })
  }

  implement(app, usersContract, usersHandlers({
    probes: probes(app, 'users', contractVersion('users')),
    repository,
    passwords,
    prove: passwordProof({ passwords, lockout: repository.lockout, accountFailures: config.LOCKOUT_FAILURES, addressFailures: config.LOCKOUT_ADDRESS_FAILURES, lockMinutes: config.LOCKOUT_MINUTES, onLocked }),
    keys,
    signAccessToken,
    accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
    refreshTokenDays: config.REFRESH_TOKEN_DAYS,
    requireConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL,
    serviceClients
  }))
  const consumers = usersConsumers({ database: app.database, notifications: repository.notifications, notificationAttendees: repository.notificationAttendees, reminderMinutes: config.MAIL_REMINDER_MINUTES, confirmationMailsPerDay: config.CONFIRMATION_MAILS_PER_DAY })
  await app.register(consumer, { service: 'users', on: alsoToAttendees(consumers, repository.attendeeMails) })
  const asService = (correlationId: string): CallContext => ({ token: signAccessToken({ id: 'users', role: 'service', sessionId: 'service' }), correlationId })
  const bookingSources: Pick<BookingSources, 'from' | 'roomOf' | 'scheduleOf'> = {
    from: { name: 'Smart Meeting Rooms', email: config.MAIL_FROM },
    roomOf: async (roomId, correlationId) => await app.cache.read(`room:${roomId}`, 'mail', roomCacheSeconds, async () =>
      await rooms.getRoom({ params: { roomId } }, asService(correlationId))),
    scheduleOf: async (seriesId, correlationId) => await bookings.getBookingSeriesSchedule({ params: { seriesId } }, asService(correlationId))
  }
  const sendDueMail = mailSender({
    notifications: repository.notifications,
    calendarEntries: repository.calendarEntries,
    transport,
    log: app.log,
    ...bookingSources,
    personOf: repository.accounts.find,
    termsOf: async (roomId, { startsAt, endsAt }, correlationId) =>
      (await rooms.listRoomTerms({ query: { roomId: [roomId], from: startsAt.toISOString(), to: endsAt.toISOString() } }, asService(correlationId))).items[0],
    issueResetToken: repository.passwordResets.issue,
    resetPage,
    issueConfirmationToken: repository.emailConfirmations.issue,
    confirmPage,
    mailLimits: repository.mailLimits,
    mailsPerHour: config.MAILS_PER_HOUR
  })
  const publicUrl = (config.PUBLIC_URL || `http://127.0.0.1:${config.PORT}`).replace(/\/$/, '')
  const sendAttendeeMail = attendeeMailSender({
    repository,
    ...bookingSources,
    bookingOf: async (bookingId, correlationId) => await bookings.getBooking({ params: { bookingId } }, asService(correlationId)).catch((error: unknown) => {
      if (error instanceof RemoteError && error.status === 404) return undefined
      throw error
    }),
    stopPage: token => `${publicUrl}/api/v1/mail-stops/${token}`,
    limits: { invitationsPerHour: config.MAILS_PER_HOUR, guestMailsPerHour: config.GUEST_MAILS_PER_HOUR, guestMailsPerDay: config.GUEST_MAILS_PER_DAY },
    nextAttempt: nextAttemptAfter,
    transport,
    log: app.log
  })
  usersJobs(app, { repository, keys, sendDueMail, sendAttendeeMail })
  return app
}
