import type { FastifyBaseLogger } from 'fastify'
import type { Booking, BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import { occasionOfBooking, occasionOfSeries, type Occasion } from '../domain/attendance.ts'
import type { DueAttendeeMail, Settlement } from '../repository/attendee-mails.ts'
import type { Repository } from '../repository/index.ts'
import { composeAttendeeMail, subjectOf } from './attendee-mail.ts'
import { attendeeNews, type News } from './attendee-news.ts'
import type { BookingSources } from './booking-mail.ts'
import { isNotDelivered, isRefusedForGood, type MailTransport } from './transport.ts'

interface Needs extends Pick<BookingSources, 'from' | 'roomOf'> {
  repository: Pick<Repository, 'accounts' | 'announcements' | 'attendeeMails' | 'mailLimits' | 'mailStops'>
  bookingOf: (bookingId: string, correlationId: string) => Promise<Booking | undefined>
  scheduleOf: (seriesId: string, correlationId: string) => Promise<BookingSeriesSchedule>
  /** The page that stops mails, by its token. */
  stopPage: (token: string) => string
  /** How many mails an account, the guests of one holder, and a guest get. */
  limits: { invitationsPerHour: number, guestMailsPerHour: number, guestMailsPerDay: number }
  /** When to try again after so many attempts; nothing when the mail is given up. */
  nextAttempt: (attempts: number) => Date | undefined
  transport: MailTransport
  log: FastifyBaseLogger
}

const batchSize = 50
const mostBatches = 20

/**
 * Makes the job that tells attendees how bookings stand. It may run in any number of instances: one sends at a time to an address about
 * a calendar entry.
 */
export function attendeeMailSender (needs: Needs): () => Promise<void> {
  const { repository, bookingOf, scheduleOf, stopPage, limits, nextAttempt, transport, log } = needs
  const { announcements, attendeeMails, mailLimits, mailStops } = repository
  const newsFor = attendeeNews(repository)

  async function occasionOf ({ thread, isSeries, correlationId }: DueAttendeeMail): Promise<Occasion | undefined> {
    if (isSeries) return occasionOfSeries(await scheduleOf(thread, correlationId))
    const booking = await bookingOf(thread, correlationId)
    return booking && occasionOfBooking(booking)
  }

  /** When a mail may be sent, where that is not now. A cancellation takes back one that was counted. */
  async function heldBackUntil ({ emailHash, attempts }: DueAttendeeMail, { kind, user, occasion: { head } }: News): Promise<Date | undefined> {
    if (kind === 'invitation_cancelled' || attempts > 1) return undefined
    if (user) return await mailLimits.whenUserMayBeInvited(user.id, limits.invitationsPerHour)
    return await mailLimits.whenGuestMayBeMailed(head.userId, emailHash, { perHour: limits.guestMailsPerHour, perDay: limits.guestMailsPerDay })
  }

  /** Hands a mail over. It is noted before, because an invitation that nobody knows of could not be taken back. */
  async function tell (mail: DueAttendeeMail, news: News): Promise<void> {
    const { user, attended, fingerprint, sequence, announcement } = news
    const composed = await composeAttendeeMail(mail, news, user ? undefined : stopPage(await mailStops.issue(mail.emailHash)), needs)
    const endsAt = new Date(Math.max(...attended.map(booking => Date.parse(booking.endsAt)), announcement?.endsAt.getTime() ?? 0))
    await announcements.begin(mail.emailHash, mail.thread, { sequence, endsAt })
    try {
      await transport.send(composed, `${news.kind}-${mail.id}-${mail.events}`)
    } catch (error) {
      if (isNotDelivered(error)) await announcements.takeBack(mail.emailHash, mail.thread, announcement)
      throw error
    }
    await announcements.finish(mail.emailHash, mail.thread, fingerprint)
  }

  /** Sends a mail, unless it has to wait or is not wanted. */
  async function sendNews (mail: DueAttendeeMail, news: News): Promise<void> {
    const { kind, user } = news
    const settlement = { kind, subject: subjectOf(news), userId: user?.id }
    const isWanted = user?.notifications[kind === 'invitation_cancelled' ? 'bookingCancelled' : 'bookingCreated'] ?? true
    const until = isWanted ? await heldBackUntil(mail, news) : undefined
    if (until) {
      await attendeeMails.postpone(mail, until)
      return
    }
    try {
      if (isWanted) await tell(mail, news)
    } catch (error) {
      await noteFailure(mail, error, settlement)
      return
    }
    await attendeeMails.settle(mail, { ...settlement, status: isWanted ? 'sent' : 'suppressed' })
  }

  async function noteFailure (mail: DueAttendeeMail, error: unknown, settlement?: Omit<Settlement, 'status'>): Promise<void> {
    const { id, attempts, correlationId } = mail
    const next = isRefusedForGood(error) ? undefined : nextAttempt(attempts)
    const outcome = next ? 'mail to an attendee will be tried again' : 'mail to an attendee is given up'
    log.warn({ err: error, attendeeMailId: id, attempts, correlationId }, outcome)
    if (next) await attendeeMails.postpone(mail, next, String(error))
    else if (settlement) await attendeeMails.settle(mail, { ...settlement, status: 'failed', error: String(error) })
    else await attendeeMails.drop(mail)
  }

  async function send (mail: DueAttendeeMail, asked: Promise<Occasion | undefined>): Promise<void> {
    try {
      const occasion = await asked
      const news = occasion && await newsFor(mail, occasion)
      if (news) await sendNews(mail, news)
      else await attendeeMails.drop(mail)
    } catch (error) {
      await noteFailure(mail, error)
    }
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
