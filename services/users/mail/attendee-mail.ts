import type { SendMailOptions } from 'nodemailer'
import type { Booking } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import type { CalendarEvent, CalendarParty } from '../../../shared/domain/icalendar.ts'
import { scheduleFor, stands, type InvitationKind, type Occasion } from '../domain/attendance.ts'
import type { DueAttendeeMail } from '../repository/attendee-mails.ts'
import { invitationLetter, invitationSubject } from './attendee-letters.ts'
import { slotOf } from './booking-mail.ts'
import { invitation, partiesOf, seriesInvitation, type Invitation, type People } from './invitations.ts'
import { toHtml, toText, type Letter } from './layout.ts'
import { placeOf, type RoomFacts } from './letters.ts'
import type { Slot } from './times.ts'

/** What an attendee is told. */
export interface Telling {
  kind: InvitationKind
  /** As far as this reader is told of it. */
  occasion: Occasion
  /** The bookings of it that the reader attends. */
  attended: readonly Booking[]
  holder: User | undefined
  /** The account that has confirmed the address, if any. */
  user: User | undefined
  sequence: number
}

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
  const rooms = new Map(await Promise.all([...new Set([head, ...bookings].map(({ roomId }) => roomId))].map(async id => [id, await roomOf(id, mail.correlationId)] as const)))
  const { method, filename, content } = invitationOf(mail, telling, rooms, from)
  const letter = { ...letterOf(telling, rooms, new Date()), stopPage }
  const greeting = user ? `Hello ${user.fullName},` : 'Hello,'
  return {
    from: { name: from.name, address: from.email },
    to: { name: user?.fullName ?? '', address: mail.recipient },
    subject: subjectOf(telling),
    messageId: `<${mail.id}.${mail.events}@${from.email.split('@')[1] ?? 'localhost'}>`,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', ...(user ? { 'x-correlation-id': mail.correlationId } : stopHeaders(stopPage)) },
    textEncoding: 'quoted-printable',
    text: toText(greeting, letter),
    html: toHtml(greeting, letter),
    icalEvent: { method, filename, content }
  }
}

/** One click stops mails where the link is https (RFC 8058, section 3.1). */
function stopHeaders (stopPage = ''): Record<string, string> {
  return { 'list-unsubscribe': `<${stopPage}>`, ...(stopPage.startsWith('https:') && { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }) }
}

function letterOf ({ kind, occasion: { head, schedule }, attended, holder, user }: Telling, rooms: ReadonlyMap<string, RoomFacts>, now: Date): Letter {
  const [only, ...others] = attended
  const room = rooms.get(only && others.length === 0 ? only.roomId : head.roomId) as RoomFacts
  const cancelled: Slot[] = schedule ? [] : [slotOf(head)]
  const slots = kind === 'invitation_cancelled' ? cancelled : attended.map(slotOf).filter(({ endsAt }) => endsAt > now)
  const reason = user && kind === 'invitation_cancelled' && head.status === 'cancelled' ? head.cancellationReason : null
  const holderName = user && holder?.status === 'active' ? holder.fullName : undefined
  return invitationLetter(kind, { title: head.title, room, slots, description: head.description, reason, changes: [] }, holderName, user ?? { locale: 'en', timeZone: room.timeZone })
}

/** The calendar object: a booking, a series without what the reader does not attend, the only occurrence that he attends, or its end. */
function invitationOf (mail: DueAttendeeMail, { kind, occasion, attended, holder, user, sequence }: Telling, rooms: ReadonlyMap<string, RoomFacts>, organizer: CalendarParty): Invitation {
  const { head, bookings, schedule } = occasion
  const people: People = { organizer, holder: holder && holder.status !== 'deleted' ? { email: holder.email, ...(user && { name: holder.fullName }) } : undefined }
  const [only, ...others] = attended
  const timeZone = schedule?.series.timeZone ?? (rooms.get(head.roomId) as RoomFacts).timeZone
  const event = ({ title, description, startsAt, endsAt, updatedAt, roomId }: Pick<Booking, 'title' | 'description' | 'startsAt' | 'endsAt' | 'updatedAt' | 'roomId'>): CalendarEvent => ({
    uid: head.id, sequence, startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone, changedAt: new Date(updatedAt), summary: title, ...(description !== '' && { description }), location: placeOf(rooms.get(roomId) as RoomFacts)
  })
  if (kind === 'invitation_cancelled') {
    // Who is only taken off the list is told of himself alone.
    const isOver = !bookings.some(stands)
    return invitation('CANCEL', [{ ...event(head), ...(isOver ? { status: 'CANCELLED', ...partiesOf(people, [...head.attendees, mail.recipient]) } : partiesOf({ organizer, holder: undefined }, [mail.recipient])) }])
  }
  if (only && (!schedule || others.length === 0)) return invitation('REQUEST', [{ ...event(only), status: 'CONFIRMED', ...partiesOf(people, only.attendees) }])
  const shown = scheduleFor(schedule as NonNullable<typeof schedule>, attended)
  return seriesInvitation({ ...shown, series: { ...shown.series, version: sequence } }, rooms, people) as Invitation
}
