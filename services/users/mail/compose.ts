import type { SendMailOptions } from 'nodemailer'
import { toCalendar, type CalendarParty } from '../../../shared/icalendar.ts'
import type { DueNotification } from '../repository/notifications.ts'
import { toHtml, toText, type Letter } from './layout.ts'
import { bookingLetter, flaggedReviewLetter, lockedLetter, newSignInLetter, placeOf, welcomeLetter, type BookingData, type BookingKind, type RoomFacts } from './letters.ts'

export interface Composer {
  /** Who the mails are from, and who invites. */
  from: CalendarParty
  roomOf: (roomId: string, correlationId: string) => Promise<RoomFacts>
}

/** A mail as it is sent. */
export type Mail = SendMailOptions & { messageId: string }

/**
 * Makes the mail of a notification. Its Message-ID depends on nothing but what it tells, so that a mail that was sent twice, because
 * its sender died before it could note the first time, is one mail to those who read it.
 *
 * @returns nothing when there is no point in it any more
 */
export async function composeMail (notification: DueNotification, { from, roomOf }: Composer, now: Date): Promise<Mail | undefined> {
  const { id, kind, recipient, subject, reader, events, correlationId } = notification
  const first = events[0]
  if (!first) throw new Error(`the notification ${id} tells of nothing`)
  const mail = (letter: Letter): Mail => ({
    from: { name: from.name, address: from.email },
    to: { name: reader.fullName, address: recipient },
    subject,
    messageId: `<${id}.${events.length}@${from.email.split('@')[1] ?? 'localhost'}>`,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', 'x-correlation-id': correlationId },
    textEncoding: 'quoted-printable',
    text: toText(`Hello ${reader.fullName},`, letter),
    html: toHtml(`Hello ${reader.fullName},`, letter)
  })

  switch (kind) {
    case 'welcome': return mail(welcomeLetter(reader.username))
    case 'account_locked': return mail(lockedLetter(new Date((first.data as { until: string }).until), reader))
    case 'new_sign_in': return mail(newSignInLetter(first.data as { device: string | null, address: string }, first.time, reader))
    case 'review_flagged': {
      const review = first.data as { reviewId: string, roomId: string, rating: number }
      return mail(flaggedReviewLetter(review, await roomOf(review.roomId, correlationId)))
    }
    case 'booking_reminder': {
      const booking = events.at(-1)?.data as BookingData
      if (new Date(booking.startsAt) <= now) return undefined
      return mail(bookingLetter(kind, [booking], await roomOf(booking.roomId, correlationId), reader))
    }
    default: {
      const bookings = events.map(({ data }) => data as BookingData) as [BookingData, ...BookingData[]]
      const room = await roomOf(bookings[0].roomId, correlationId)
      const icalEvent = invitation(notification as DueNotification & { kind: BookingKind }, room, from)
      return { ...mail(bookingLetter(kind, bookings, room, reader)), ...(icalEvent && { icalEvent }) }
    }
  }
}

/** What calendars make of the mail. Of one booking an invitation (RFC 5546); several with ids of their own can only be published. */
function invitation ({ kind, reader, recipient, events }: DueNotification & { kind: BookingKind }, room: RoomFacts, organizer: CalendarParty): Mail['icalEvent'] {
  const isCancelled = kind === 'booking_cancelled' || kind === 'booking_rejected'
  if (kind === 'booking_pending') return undefined
  const method = events.length > 1 ? 'PUBLISH' : isCancelled ? 'CANCEL' : 'REQUEST'
  const content = toCalendar(method, events.map(({ time, data }) => {
    const { bookingId, version, title, startsAt, endsAt, status } = data as BookingData
    return {
      uid: bookingId,
      sequence: version,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      timeZone: room.timeZone,
      changedAt: time,
      status: isCancelled ? 'CANCELLED' : status === 'pending' ? 'TENTATIVE' : 'CONFIRMED',
      summary: title,
      location: placeOf(room),
      organizer,
      ...(method !== 'PUBLISH' && { attendees: [{ name: reader.fullName, email: recipient }] })
    }
  }))
  return { method, filename: 'invite.ics', content }
}
