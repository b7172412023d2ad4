import type { SendMailOptions } from 'nodemailer'
import type { BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { CalendarParty } from '../../../shared/domain/icalendar.ts'
import type { DueNotification } from '../repository/notifications.ts'
import type { MailToken } from '../repository/password-resets.ts'
import { bookingInvitation, seriesInvitation, type Invitation, type People } from './invitations.ts'
import { toHtml, toText, type Letter } from './layout.ts'
import { bookingLetter, confirmationLetter, emailChangeLetter, flaggedReviewLetter, lockedLetter, newSignInLetter, passwordResetLetter, welcomeLetter, type BookingData, type BookingKind, type RoomFacts, type SeriesData } from './letters.ts'
import type { Slot } from './times.ts'

export interface Composer {
  /** Who the mails are from, and who invites. */
  from: CalendarParty
  roomOf: (roomId: string, correlationId: string) => Promise<RoomFacts>
  scheduleOf: (seriesId: string, correlationId: string) => Promise<BookingSeriesSchedule>
  /** Makes the token that the mail for a new password carries; none when that has become pointless. */
  issueResetToken: (notification: DueNotification) => Promise<MailToken | undefined>
  /** The page that takes such a token; none where the reader has to pass it on himself. */
  resetPage: ((token: string) => string) | undefined
  /** The same for confirming an address. */
  issueConfirmationToken: (notification: DueNotification) => Promise<MailToken | undefined>
  confirmPage: ((token: string) => string) | undefined
}

interface Message { letter: Letter, icalEvent: Invitation | undefined }

/** A mail as it is sent. */
export type Mail = SendMailOptions & { messageId: string }

/**
 * Makes the mail of a notification. Its Message-ID depends on nothing but what it tells, so that a mail that was sent twice, because
 * its sender died before it could note the first time, is one mail to those who read it.
 *
 * @returns nothing when there is no point in it any more, or it is not wanted
 */
export async function composeMail (notification: DueNotification, { from, roomOf, scheduleOf, issueResetToken, resetPage, issueConfirmationToken, confirmPage }: Composer, now: Date): Promise<Mail | undefined> {
  const { id, kind, recipient, subject, reader, events, correlationId } = notification
  // Nobody else's mailbox gets more than the question whether it is the reader's.
  if (reader.status !== 'active' || (!reader.emailConfirmed && kind !== 'email_confirmation')) return undefined
  const first = events[0]
  if (!first) throw new Error(`the notification ${id} tells of nothing`)
  const mail = (letter: Letter, greeting = `Hello ${reader.fullName},`): Mail => ({
    from: { name: from.name, address: from.email },
    to: { name: reader.fullName, address: recipient },
    subject,
    messageId: `<${id}.${events.length}@${from.email.split('@')[1] ?? 'localhost'}>`,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', 'x-correlation-id': correlationId },
    textEncoding: 'quoted-printable',
    text: toText(greeting, letter),
    html: toHtml(greeting, letter)
  })

  switch (kind) {
    case 'welcome': return mail(welcomeLetter(reader.username))
    case 'account_locked': return mail(lockedLetter(new Date((first.data as { until: string }).until), reader))
    case 'new_sign_in': return mail(newSignInLetter(first.data as { device: string | null, address: string }, first.time, reader))
    case 'email_change': return mail(emailChangeLetter((first.data as { email: string }).email, first.time, reader))
    case 'email_confirmation': {
      const issued = await issueConfirmationToken(notification)
      return issued && withoutChosenText(mail(confirmationLetter(issued, confirmPage?.(issued.token), first.time), 'Hello,'), recipient)
    }
    case 'password_reset': {
      const issued = await issueResetToken(notification)
      return issued && mail(passwordResetLetter(issued, resetPage?.(issued.token), reader))
    }
    case 'review_flagged': {
      const review = first.data as { reviewId: string, roomId: string, rating: number }
      return mail(flaggedReviewLetter(review, await roomOf(review.roomId, correlationId)))
    }
    case 'booking_reminder': {
      const booking = events.at(-1)?.data as BookingData
      if (new Date(booking.startsAt) <= now || !reader.notifications.bookingReminder) return undefined
      return mail(bookingLetter(kind, booking.title, [slotOf(booking)], await roomOf(booking.roomId, correlationId), reader))
    }
    default: {
      const people = { organizer: from, attendee: { name: reader.fullName, email: recipient } }
      const { letter, icalEvent } = 'bookingId' in (first.data as BookingData | SeriesData)
        ? await aboutBooking(kind, first.data as BookingData, first.time, people)
        : await aboutSeries(kind, first.data as SeriesData, people)
      return { ...mail(letter), ...(icalEvent && { icalEvent }) }
    }
  }

  async function aboutBooking (kind: BookingKind, booking: BookingData, toldAt: Date, people: People): Promise<Message> {
    const [room, schedule] = await Promise.all([
      roomOf(booking.roomId, correlationId),
      booking.seriesId === undefined ? undefined : scheduleOf(booking.seriesId, correlationId)
    ])
    return { letter: bookingLetter(kind, booking.title, [slotOf(booking)], room, reader), icalEvent: bookingInvitation(booking, toldAt, room, schedule, people) }
  }

  async function aboutSeries (kind: BookingKind, { seriesId, title, changedAt }: SeriesData, people: People): Promise<Message> {
    const schedule = await scheduleOf(seriesId, correlationId)
    const bookings = schedule.occurrences.map(({ booking }) => booking)
    const roomIds = [...new Set([schedule.series.roomId, ...bookings.map(({ roomId }) => roomId)])]
    const rooms = new Map(await Promise.all(roomIds.map(async roomId => [roomId, await roomOf(roomId, correlationId)] as const)))
    // What was cancelled is told; of all other changes, how it stands now.
    const told = bookings.filter(({ status, updatedAt }) => kind === 'booking_cancelled' ? status === 'cancelled' && updatedAt === changedAt : status === 'confirmed' || status === 'pending')
    const room = rooms.get(schedule.series.roomId) as RoomFacts
    return { letter: bookingLetter(kind, title, told.map(slotOf), room, reader), icalEvent: kind === 'booking_pending' ? undefined : seriesInvitation(schedule, rooms, people) }
  }
}

function slotOf ({ startsAt, endsAt }: { startsAt: string, endsAt: string }): Slot {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}

/** Leaves out of a mail to a stranger what whoever caused it has chosen: a name, and the correlation id of the request. */
function withoutChosenText (mail: Mail, recipient: string): Mail {
  return { ...mail, to: recipient, headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' } }
}
