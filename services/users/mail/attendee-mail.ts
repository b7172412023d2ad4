import type { SendMailOptions } from 'nodemailer'
import type { CalendarParty } from '../../../shared/domain/icalendar.ts'
import type { Telling } from '../domain/attendance.ts'
import type { DueAttendeeMail } from '../repository/attendee-mails.ts'
import { attendeeInvitation } from './attendee-invitation.ts'
import { invitationLetter, invitationSubject } from './attendee-letters.ts'
import { slotOf } from './booking-mail.ts'
import { toHtml, toText, type Letter } from './layout.ts'
import type { RoomFacts } from './letters.ts'

interface Sources {
  from: Required<CalendarParty>
  roomOf: (roomId: string, correlationId: string) => Promise<RoomFacts>
}

/** The subject of a mail. */
export function subjectOf ({ kind, occasion: { head } }: Telling): string {
  return invitationSubject(kind, head.title)
}

/**
 * Makes the mail to an attendee.
 * @param stopPage the page that stops such mails; given to readers without an account
 */
export async function composeAttendeeMail (mail: DueAttendeeMail, telling: Telling, stopPage: string | undefined, { from, roomOf }: Sources): Promise<SendMailOptions & { messageId: string }> {
  const { user, occasion: { head, bookings } } = telling
  const { recipient, correlationId } = mail
  const roomIds = [...new Set([head, ...bookings].map(({ roomId }) => roomId))]
  const rooms = new Map(await Promise.all(roomIds.map(async id => [id, await roomOf(id, correlationId)] as const)))
  const letter: Letter = { ...letterOf(telling, rooms, new Date()), stopPage }
  const greeting = user ? `Hello ${user.fullName},` : 'Hello,'
  return {
    from: { name: from.name, address: from.email },
    to: { name: user?.fullName ?? '', address: recipient },
    subject: subjectOf(telling),
    messageId: `<${mail.id}.${mail.events}@${from.email.split('@')[1] ?? 'localhost'}>`,
    headers: {
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      ...(user ? { 'x-correlation-id': correlationId } : stopHeaders(stopPage))
    },
    textEncoding: 'quoted-printable',
    text: toText(greeting, letter),
    html: toHtml(greeting, letter),
    icalEvent: { ...attendeeInvitation(recipient, telling, rooms, from) }
  }
}

/** One click stops mails where the link is https (RFC 8058, section 3.1). */
function stopHeaders (stopPage = ''): Record<string, string> {
  return { 'list-unsubscribe': `<${stopPage}>`, ...(stopPage.startsWith('https:') && { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }) }
}

function letterOf ({ kind, occasion: { head, schedule }, attended, holder, user }: Telling, rooms: ReadonlyMap<string, RoomFacts>, now: Date): Letter {
  const isCancelled = kind === 'invitation_cancelled'
  const [first, ...others] = attended
  const room = rooms.get(first && others.length === 0 ? first.roomId : head.roomId) as RoomFacts
  const past = schedule ? [] : [slotOf(head)]
  const section = {
    title: head.title,
    room,
    slots: isCancelled ? past : attended.map(slotOf).filter(({ endsAt }) => endsAt > now),
    description: head.description,
    reason: user && isCancelled && head.status === 'cancelled' ? head.cancellationReason : null,
    changes: []
  }
  const holderName = user && holder?.status === 'active' ? holder.fullName : undefined
  return invitationLetter(kind, section, holderName, user ?? { locale: 'en', timeZone: room.timeZone })
}
