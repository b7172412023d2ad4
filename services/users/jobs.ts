import type { FastifyInstance } from 'fastify'
import type { UsersRepository } from './repository/index.ts'
import type { SigningKeys } from './signing-keys.ts'

/** The background work of the users service. */
export function usersJobs ({ jobs }: Pick<FastifyInstance, 'jobs'>, { users, keys, sendDueMail }: { users: UsersRepository, keys: SigningKeys, sendDueMail: () => Promise<void> }): void {
  jobs.every('send mail', 1_000, sendDueMail)
  jobs.every('reload signing keys', 10_000, keys.reload)
  jobs.every('forget what has expired', 600_000, async () => {
    await users.forgetFailures()
    await users.forgetSessions()
    await users.forgetNotifications()
  })
}
