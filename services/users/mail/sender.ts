import type { FastifyBaseLogger } from 'fastify'
import type { CalendarEntry } from '../repository/calendar-entries.ts'
import type { DueNotification } from '../repository/notifications.ts'
import type { Repository } from '../repository/index.ts'
import { composeMail, type Composer } from './compose.ts'
import { isNotDelivered, isRefusedForGood, type MailTransport } from './transport.ts'

interface Needs extends Omit<Composer, 'knownEntries'> {
  calendarEntries: Repository['calendarEntries']
  notifications: Pick<Repository['notifications'], 'takeDue' | 'noteSent' | 'noteFailure' | 'noteSuppressed'>
  mailLimits: Pick<Repository['mailLimits'], 'allows'>
  /** How many mails an account gets in an hour at most. */
  mailsPerHour: number
  transport: MailTransport
  log: FastifyBaseLogger
}

const batchSize = 50
const mostBatches = 20
const firstDelaySeconds = 5
const longestDelaySeconds = 3_600
/** About a day. */
const mostAttempts = 30

/**
 * Makes the job that sends what is due. It may run in any number of instances. A mail goes out at least once and is noted as sent
 * once; sent twice, it has the same Message-ID.
 */
export function mailSender ({ notifications, calendarEntries, mailLimits, mailsPerHour, transport, log, ...needs }: Needs): () => Promise<void> {
  const composer: Composer = { ...needs, knownEntries: calendarEntries.known }

  async function send (notification: DueNotification): Promise<void> {
    const { id, kind, attempts, correlationId, addressee } = notification
    let noted: CalendarEntry[] = []
    try {
      const composed = await composeMail(notification, composer, new Date())
      if (!composed || !await mailLimits.allows(notification, mailsPerHour)) {
        await notifications.noteSuppressed(notification)
        return
      }
      const { invitesTo = [], ...mail } = composed
      noted = await calendarEntries.note(addressee, invitesTo)
      await transport.send(mail, `${kind}-${id}`)
    } catch (error) {
      if (isNotDelivered(error)) await calendarEntries.withdraw(addressee, noted)
      const isFinal = isRefusedForGood(error) || attempts >= mostAttempts
      const seconds = retryDelaySeconds(attempts)
      log.warn({ err: error, notificationId: id, kind, attempts, correlationId }, isFinal ? 'mail is given up' : `mail will be tried again in ${seconds} s`)
      await notifications.noteFailure(notification, String(error), isFinal ? undefined : new Date(Date.now() + seconds * 1000))
      return
    }
    log.info({ notificationId: id, kind, correlationId }, 'mail sent')
    await notifications.noteSent(notification)
  }

  return async () => {
    for (let batch = 0; batch < mostBatches; batch++) {
      const due = await notifications.takeDue(batchSize)
      await Promise.all(due.map(send))
      // Mails that waited for these may leave now.
      if (due.length === 0) return
    }
  }
}

/** When to send a mail again after so many attempts; nothing when it is given up. */
export function nextAttemptAfter (attempts: number): Date | undefined {
  return attempts >= mostAttempts ? undefined : new Date(Date.now() + retryDelaySeconds(attempts) * 1000)
}

/** How long to wait after so many attempts. */
function retryDelaySeconds (attempts: number): number {
  return Math.min(longestDelaySeconds, firstDelaySeconds * 3 ** (attempts - 1))
}
