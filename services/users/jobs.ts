import type { FastifyInstance } from 'fastify'
import type { Repository } from './repository/index.ts'
import type { SigningKeys } from './signing-keys.ts'

/** The background work of the users service. */
export function usersJobs ({ jobs }: Pick<FastifyInstance, 'jobs'>, { repository: { lockout, sessions, notifications, passwordResets, emailConfirmations, mailLimits, mailRequests, mailStops, attendeeMails, calendarEntries }, keys, sendDueMail, sendAttendeeMail }: { repository: Repository, keys: SigningKeys, sendDueMail: () => Promise<void>, sendAttendeeMail: () => Promise<void> }): void {
  jobs.every('send mail', 1_000, sendDueMail)
  jobs.every('send mail to attendees', 1_000, sendAttendeeMail)
  jobs.every('queue mails that were asked for', 1_000, mailRequests.queueMails)
  jobs.every('reload signing keys', 10_000, keys.reload)
  jobs.every('forget what has expired', 600_000, async () => {
    await lockout.forgetExpired()
    await sessions.forgetExpired()
    await passwordResets.forgetExpired()
    await emailConfirmations.forgetExpired()
    await mailLimits.forgetExpired()
    await mailStops.forgetExpired()
    await notifications.forgetOld()
    await attendeeMails.forgetOld()
    await calendarEntries.forgetOld()
  })
}
