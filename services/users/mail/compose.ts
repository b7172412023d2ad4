import type { SendMailOptions } from 'nodemailer'
import type { Attachment } from 'nodemailer/lib/mailer/index.js'
import type { CalendarEntry } from '../repository/calendar-entries.ts'
import type { DueEvent, DueNotification } from '../repository/notifications.ts'
import type { MailToken } from '../repository/password-resets.ts'
import { approvalLetter, type ApprovalSources } from './approval-letter.ts'
import { composeBookingMail, slotOf, type BookingSources } from './booking-mail.ts'
import type { Invitation } from './invitations.ts'
import { toHtml, toText, type Letter } from './layout.ts'
import { bookingLetter, confirmationLetter, emailChangeLetter, flaggedReviewLetter, lockedLetter, newSignInLetter, passwordResetLetter, welcomeLetter, type BookingData } from './letters.ts'
import { unavailableLetter, type UnavailableSources } from './unavailable-letter.ts'

export interface Composer extends BookingSources, ApprovalSources, UnavailableSources {
  /** Makes the token that the mail for a new password carries; none when that has become pointless. */
  issueResetToken: (notification: DueNotification) => Promise<MailToken | undefined>
  /** The page that takes such a token; none where the reader has to pass it on himself. */
  resetPage: ((token: string) => string) | undefined
  /** The same for confirming an address. */
  issueConfirmationToken: (notification: DueNotification) => Promise<MailToken | undefined>
  confirmPage: ((token: string) => string) | undefined
}

/** A mail as it is sent, and the bookings that it puts into the reader's calendar. */
export type Mail = SendMailOptions & { messageId: string, invitesTo?: CalendarEntry[] }

/**
 * Makes the mail of a notification. Its Message-ID depends on nothing but what it tells, so that a mail that was sent twice, because
 * its sender died before it could note the first time, is one mail to those who read it.
 *
 * @returns nothing when there is no point in it any more, or it is not wanted
 */
export async function composeMail (notification: DueNotification, composer: Composer, now: Date): Promise<Mail | undefined> {
  const { from, roomOf, issueResetToken, resetPage, issueConfirmationToken, confirmPage } = composer
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
    case 'approval_requested': {
      const letter = await approvalLetter(notification, composer, now)
      return letter && mail(letter)
    }
    case 'room_unavailable': {
      const letter = await unavailableLetter(notification, composer, now)
      return letter && mail(letter)
    }
    case 'booking_reminder': {
      const event = events.at(-1) as DueEvent
      const booking = event.data as BookingData
      if (event.isObsolete || new Date(booking.startsAt) <= now || !reader.notifications.bookingReminder) return undefined
      return mail(bookingLetter(kind, [{ ...booking, slots: [slotOf(booking)], room: await roomOf(booking.roomId, correlationId), reason: null, changes: [] }], reader))
    }
    default: {
      const composed = await composeBookingMail(kind, notification, composer, now)
      if (!composed) return undefined
      const { letter, invitations: [icalEvent, ...others], invitesTo } = composed
      return { ...mail(letter), ...(icalEvent && { icalEvent }), attachments: others.map(asAttachment), invitesTo }
    }
  }
}

/** A further calendar object: a mail program takes one at most as the mail's own (RFC 6047), and an object has one UID (RFC 5546 3.2). */
function asAttachment ({ method, content }: Invitation, index: number): Attachment {
  return { filename: `invite-${index + 2}.ics`, content, contentType: `text/calendar; charset=utf-8; method=${method}` }
}

/** Leaves out of a mail to a stranger what whoever caused it has chosen: a name, and the correlation id of the request. */
function withoutChosenText (mail: Mail, recipient: string): Mail {
  return { ...mail, to: recipient, headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' } }
}
