import type { FastifyBaseLogger } from 'fastify'
import type { Booking, BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import { attendedBy, invitationKindOf, occasionOfBooking, occasionOfSeries, withoutTexts, type Announcement, type Occasion } from '../domain/attendance.ts'
import type { DueAttendeeMail, Settlement } from '../repository/attendee-mails.ts'
import type { Repository } from '../repository/index.ts'
import { composeAttendeeMail, subjectOf, type Telling } from './attendee-mail.ts'
import type { BookingSources } from './booking-mail.ts'
import { fingerprintOf } from './fingerprint.ts'
import { isNotDelivered, isRefusedForGood, type MailTransport } from './transport.ts'

interface Needs extends Pick<BookingSources, 'from' | 'roomOf'> {
  repository: Pick<Repository, 'accounts' | 'announcements' | 'attendeeMails' | 'mailLimits' | 'mailStops'>
  bookingOf: (bookingId: string, correlationId: string) => Promise<Booking | undefined>
  scheduleOf: (seriesId: string, correlationId: string) => Promise<BookingSeriesSchedule>
  /** The page that stops mails, by its token. */
  stopPage: (token: string) => string
  /** How many mails an account, guests of one person, and a guest get. */
  limits: { invitationsPerHour: number, guestMailsPerHour: number, guestMailsPerDay: number }
  /** When to try again after so many attempts; nothing when it is given up. */
  nextAttempt: (attempts: number) => Date | undefined
  transport: MailTransport
  log: FastifyBaseLogger
}

/** What is to be told, and what was told before. */
interface Prepared extends Telling { fingerprint: string, announcement: Announcement | undefined }

const batchSize = 50
const mostBatches = 20

/**
 * Makes the job that tells attendees how bookings stand. It may run in any number of instances: one sends at a time to an address about
 * a calendar entry.
 */
export function attendeeMailSender ({ repository: { accounts, announcements, attendeeMails, mailLimits, mailStops }, bookingOf, scheduleOf, stopPage, limits, nextAttempt, transport, log, ...sources }: Needs): () => Promise<void> {
  async function occasionOf ({ thread, isSeries, correlationId }: DueAttendeeMail): Promise<Occasion | undefined> {
    if (isSeries) return occasionOfSeries(await scheduleOf(thread, correlationId))
    const booking = await bookingOf(thread, correlationId)
    return booking && occasionOfBooking(booking)
  }

  /** Looks what there is to tell now; nothing when there is no point in it. */
  async function prepare (mail: DueAttendeeMail, whole: Occasion | undefined): Promise<Prepared | undefined> {
    const user = await attendeeMails.accountOf(mail.recipient)
    const mayBeMailed = user ? user.status === 'active' : !await mailStops.isStopped(mail.emailHash)
    if (!whole || !mayBeMailed) return undefined
    const [holder, announcement] = await Promise.all([accounts.find(whole.head.userId), announcements.find(mail.emailHash, mail.thread)])
    // The holder has mails of his own.
    if (user && user.id === holder?.id) return undefined
    const occasion = user ? whole : withoutTexts(whole)
    const attended = attendedBy(mail.recipient, occasion.bookings)
    const fingerprint = fingerprintOf(attended)
    const kind = invitationKindOf({ attended, fingerprint, announcement, holder, now: new Date() })
    return kind && { kind, occasion, attended, fingerprint, holder, user, announcement, sequence: Math.max(occasion.head.version, (announcement?.sequence ?? 0) + 1) }
  }

  /** When a mail may be sent, where that is not now. A cancellation takes back one that was counted. */
  async function heldBackUntil ({ emailHash, attempts }: DueAttendeeMail, { kind, user, occasion: { head } }: Telling): Promise<Date | undefined> {
    if (kind === 'invitation_cancelled' || attempts > 1) return undefined
    if (user) return await mailLimits.whenUserMayBeInvited(user.id, limits.invitationsPerHour)
    return await mailLimits.whenGuestMayBeMailed(head.userId, emailHash, { perHour: limits.guestMailsPerHour, perDay: limits.guestMailsPerDay })
  }

  /** Hands a mail over. It is noted before, because an invitation that nobody knows of could not be taken back. */
  async function tell (mail: DueAttendeeMail, prepared: Prepared): Promise<void> {
    const { user, attended, fingerprint, sequence, announcement } = prepared
    const composed = await composeAttendeeMail(mail, prepared, user ? undefined : stopPage(await mailStops.issue(mail.emailHash)), sources)
    const endsAt = new Date(Math.max(...attended.map(booking => Date.parse(booking.endsAt)), announcement?.endsAt.getTime() ?? 0))
    await announcements.begin(mail.emailHash, mail.thread, { sequence, endsAt })
    try {
      await transport.send(composed, `${prepared.kind}-${mail.id}-${mail.events}`)
    } catch (error) {
      if (isNotDelivered(error)) await announcements.takeBack(mail.emailHash, mail.thread, announcement)
      throw error
    }
    await announcements.finish(mail.emailHash, mail.thread, fingerprint)
  }

  async function send (mail: DueAttendeeMail, whole: Promise<Occasion | undefined>): Promise<void> {
    let settlement: Omit<Settlement, 'status'> | undefined
    try {
      const prepared = await prepare(mail, await whole)
      if (!prepared) {
        await attendeeMails.drop(mail)
        return
      }
      const { kind, user } = prepared
      settlement = { kind, subject: subjectOf(prepared), userId: user?.id }
      const isWanted = user?.notifications[kind === 'invitation_cancelled' ? 'bookingCancelled' : 'bookingCreated'] ?? true
      const until = isWanted ? await heldBackUntil(mail, prepared) : undefined
      if (until) {
        await attendeeMails.postpone(mail, until)
        return
      }
      if (isWanted) await tell(mail, prepared)
      await attendeeMails.settle(mail, { ...settlement, status: isWanted ? 'sent' : 'suppressed' })
    } catch (error) {
      await fail(mail, error, settlement)
    }
  }

  async function fail (mail: DueAttendeeMail, error: unknown, settlement: Omit<Settlement, 'status'> | undefined): Promise<void> {
    const { id, attempts, correlationId } = mail
    const next = isRefusedForGood(error) ? undefined : nextAttempt(attempts)
    log.warn({ err: error, attendeeMailId: id, attempts, correlationId }, next ? 'mail to an attendee will be tried again' : 'mail to an attendee is given up')
    if (next) await attendeeMails.postpone(mail, next, String(error))
    else if (settlement) await attendeeMails.settle(mail, { ...settlement, status: 'failed', error: String(error) })
    else await attendeeMails.drop(mail)
  }

  return async () => {
    for (let batch = 0; batch < mostBatches; batch++) {
      const due = await attendeeMails.takeDue(batchSize)
      if (due.length === 0) return
      // What several are told of is asked for once.
      const asked = new Map([...new Map(due.map(mail => [mail.thread, mail]))].map(([thread, mail]) => [thread, occasionOf(mail)]))
      await Promise.all(due.map(async mail => { await send(mail, asked.get(mail.thread) as Promise<Occasion | undefined>) }))
    }
  }
}
