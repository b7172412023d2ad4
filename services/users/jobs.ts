import type { FastifyInstance } from 'fastify'
import type { Repository } from './repository/index.ts'
import type { SigningKeys } from './signing-keys.ts'

/** The background work of the users service. */
export function usersJobs ({ jobs }: Pick<FastifyInstance, 'jobs'>, { repository: { lockout, sessions, notifications, passwordResets, emailConfirmations, mailLimits, mailRequests, calendarEntries }, keys, sendDueMail }: { repository: Repository, keys: SigningKeys, sendDueMail: () => Promise<void> }): void {
  jobs.every('send mail', 1_000, sendDueMail)
  jobs.every('queue mails that were asked for', 1_000, mailRequests.queueMails)
  jobs.every('reload signing keys', 10_000, keys.reload)
  jobs.every('forget what has expired', 600_000, async () => {
    await lockout.forgetExpired()
    await sessions.forgetExpired()
    await passwordResets.forgetExpired()
    await emailConfirmations.forgetExpired()
    await mailLimits.forgetExpired()
    await notifications.forgetOld()
    await calendarEntries.forgetOld()
  })
}
