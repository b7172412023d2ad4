import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { NotificationKind, User } from '../../../shared/contract/generated/users.schemas.ts'
import type { EventData } from '../../../shared/plugins/outbox.ts'
import type { MailToken } from '../repository/password-resets.ts'
import type { Letter } from './layout.ts'
import { describeInstant, describeSlot, type Reader, type Slot } from './times.ts'

export type BookingData = EventData<'booking.created'>
export type SeriesData = EventData<'booking_series.created'>
type PreviousData = NonNullable<BookingData['previous']> & NonNullable<SeriesData['previous']>
export type BookingKind = Extract<NotificationKind, `booking_${string}`>
export type RoomFacts = Pick<Room, 'name' | 'building' | 'floor' | 'timeZone'>

const mostTimesShown = 12
const longestTitle = 200

const bookingHeadings: Record<BookingKind, [one: string, several: string]> = {
  booking_confirmed: ['Booking confirmed', 'Bookings confirmed'],
  booking_changed: ['Booking changed', 'Bookings changed'],
  booking_cancelled: ['Booking cancelled', 'Bookings cancelled'],
  booking_pending: ['Booking waits for approval', 'Bookings wait for approval'],
  booking_rejected: ['Booking rejected', 'Bookings rejected'],
  booking_reminder: ['Your booking begins soon', 'Your booking begins soon']
}
const bookingParagraphs: Record<BookingKind, string> = {
  booking_confirmed: 'The room is yours at this time. The attached invitation puts it into your calendar.',
  booking_changed: 'This is how it stands now. The attached invitation brings your calendar up to date.',
  booking_cancelled: 'The room is free for others again, and your calendar is brought up to date.',
  booking_pending: 'The room is kept for you until a facility manager has decided. You get another mail then.',
  booking_rejected: 'A facility manager has turned it down, or nobody decided before it would have begun. Choose another time or room.',
  booking_reminder: 'The room is yours from then on.'
}

/**
 * The subject of a mail about a booking or a series.
 * @param others how many more bookings and series it tells of
 */
export function bookingSubject (kind: BookingKind, title: string, others = 0): string {
  const [one, several] = bookingHeadings[kind]
  return others === 0 ? `${one}: ${title.slice(0, longestTitle)}` : `${several}: ${title.slice(0, longestTitle)} and ${others} more`
}

/** What a letter says of one booking, or of several of a series. */
export interface Section {
  title: string
  room: RoomFacts
  slots: readonly Slot[]
  description: string
  reason: string | null
  /** What a change replaced, one line for each field. */
  changes: readonly string[]
}

/** The letter about a booking, or about all that one act did to bookings. */
export function bookingLetter (kind: BookingKind, sections: readonly Section[], reader: Reader): Letter {
  const count = sections.reduce((sum, { slots }) => sum + slots.length, 0)
  const [one, several] = bookingHeadings[kind]
  return {
    heading: count <= 1 ? one : `${count} ${several.toLowerCase()}`,
    paragraphs: [bookingParagraphs[kind]],
    facts: sections.flatMap(section => sectionFacts(section, reader))
  }
}

/** The facts of a section. */
export function sectionFacts ({ title, room, slots, description, reason, changes }: Section, reader: Reader): Array<[string, string]> {
  const shown = slots.slice(0, mostTimesShown).map(slot => describeSlot(slot, reader, room.timeZone))
  const more = slots.length > mostTimesShown ? [`and ${slots.length - mostTimesShown} more`] : []
  return [
    ['Title', title],
    ['Room', placeOf(room)],
    ['When', slots.length === 0 ? 'No more' : [...shown, ...more].join('\n')],
    ...description === '' ? [] : [['Description', description] satisfies [string, string]],
    ...changes.length === 0 ? [] : [['Changed', changes.join('\n')] satisfies [string, string]],
    ...reason === null ? [] : [['Reason', reason] satisfies [string, string]]
  ]
}

/**
 * What a change replaced, one line for each field.
 *
 * @param previousRoom where it was, if it has moved
 */
export function describeChanges (previous: PreviousData, previousRoom: RoomFacts | undefined, current: BookingData | SeriesData, room: RoomFacts, reader: Reader): string[] {
  const { title, description, attendees, startsAt, endsAt, startTime, durationMinutes, recurrence } = previous
  const lines: string[] = []
  if (title !== undefined) lines.push(`Title, was: ${title}`)
  if (previousRoom) lines.push(`Room, was: ${placeOf(previousRoom)}`)
  if ((startsAt !== undefined || endsAt !== undefined) && 'bookingId' in current) {
    lines.push(`Time, was: ${describeSlot({ startsAt: new Date(startsAt ?? current.startsAt), endsAt: new Date(endsAt ?? current.endsAt) }, reader, room.timeZone).replaceAll('\n', '; ')}`)
  }
  if (startTime !== undefined) lines.push(`Begin, was: ${startTime.slice(0, '10:00'.length)}`)
  if (durationMinutes !== undefined) lines.push(`Length, was: ${durationMinutes} minutes`)
  if (recurrence !== undefined) lines.push('Dates')
  if (description !== undefined) lines.push('Description')
  if (attendees !== undefined) lines.push('Attendees')
  return lines
}

/** Where a room is. */
export function placeOf ({ name, building, floor }: RoomFacts): string {
  return `${name} (${building}, floor ${floor})`
}

/** The letter to somebody who has just got an account. */
export function welcomeLetter (username: string): Letter {
  return {
    heading: 'Welcome',
    paragraphs: ['Your account is ready. You can find rooms, book them, and review those that you have used.'],
    facts: [['Username', username]]
  }
}

/** The letter to moderators about a review that somebody has flagged. */
export function flaggedReviewLetter ({ reviewId, rating }: { reviewId: string, rating: number }, room: RoomFacts): Letter {
  return {
    heading: 'A review was flagged',
    paragraphs: ['Somebody thinks that this review should not be shown. Please look at it and decide.'],
    facts: [['Room', placeOf(room)], ['Rating', `${rating} of 5`], ['Review', reviewId]]
  }
}

/** The letter to somebody whose account is locked. */
export function lockedLetter (until: Date, reader: Reader): Letter {
  return {
    heading: 'Your account is locked for a while',
    paragraphs: ['Somebody has given a wrong password for your account several times in a row. If it was not you, your password is still safe; if you use it elsewhere as well, change it.'],
    facts: [['Locked until', describeInstant(until, reader)]]
  }
}

/** The letter to somebody who has logged in from where the account was not used before. */
export function newSignInLetter ({ device, address }: { device: string | null, address: string }, at: Date, reader: Reader): Letter {
  return {
    heading: 'A new sign-in to your account',
    paragraphs: ['Your account was used from a device that we have not seen before. If it was not you, change your password: that ends all other sessions.'],
    facts: [['When', describeInstant(at, reader)], ['Device', device ?? 'unknown'], ['Address', address]]
  }
}

/** The letter to somebody who has forgotten the password. */
export function passwordResetLetter ({ token, expiresAt }: MailToken, page: string | undefined, reader: User): Letter {
  const { operationId, method, path } = usersContract.resetPassword
  return {
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody has asked for a new password for your account. If it was not you, do nothing: your password stays as it is.',
      `${page === undefined ? `Send the token with the new password to ${operationId} (${method} ${path}).` : 'Choose it on this page.'} It works once, and ends all your sessions.`
    ],
    facts: [['Username', reader.username], ...(page === undefined ? [['Token', token] satisfies [string, string]] : []), ['Until', describeInstant(expiresAt, reader)]],
    page
  }
}

/** The letter to an address that somebody has given as his own. It has no text of that person: anybody may be mailed so. */
export function confirmationLetter ({ token, expiresAt }: MailToken, page: string | undefined, askedAt: Date): Letter {
  const { operationId, method, path } = usersContract.confirmEmail
  const reader = { locale: 'en', timeZone: 'UTC' }
  return {
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'Somebody has given this address for an account. If it was not you, do nothing: no other mail follows.',
      page === undefined ? `If it was you, send the token to ${operationId} (${method} ${path}). It works once.` : 'If it was you, confirm it on this page.'
    ],
    facts: [...(page === undefined ? [['Token', token] satisfies [string, string]] : []), ['Asked', describeInstant(askedAt, reader)], ['Until', describeInstant(expiresAt, reader)]],
    page
  }
}

/** The letter to the address in force when another is to replace it. */
export function emailChangeLetter (email: string, at: Date, reader: Reader): Letter {
  return {
    heading: 'A new e-mail address for your account',
    paragraphs: ['Somebody who knows your password wants another address for your account. It replaces this one when it is confirmed. If it was not you, change your password now, and give this address again.'],
    facts: [['When', describeInstant(at, reader)], ['New address', email]]
  }
}
