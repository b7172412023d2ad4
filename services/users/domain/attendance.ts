import type { Booking, BookingSeries, BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { NotificationKind, User } from '../../../shared/contract/generated/users.schemas.ts'
import { harmlessTitle } from './harmless-title.ts'

/** What a mail to an attendee is about. */
export type InvitationKind = Extract<NotificationKind, `invitation${string}`>

/** What a calendar shows under one UID, as it stands: a booking, or a series with its bookings. */
export interface Occasion {
  head: Booking | BookingSeries
  bookings: readonly Booking[]
  /** There when it is a series. */
  schedule?: BookingSeriesSchedule
}

/** What an attendee was told last. */
export interface Announcement {
  sequence: number
  /** Its fingerprint; empty when it was cancelled, null while it is not known whether it arrived. */
  told: string | null
  endsAt: Date
}

/** What decides about a mail to an attendee. */
export interface Situation {
  attended: readonly Booking[]
  /** What tells whether calendars show the same of these bookings as of those before. */
  fingerprint: string
  announcement: Announcement | undefined
  holder: User | undefined
  now: Date
}

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

export function occasionOfBooking (booking: Booking): Occasion {
  return { head: booking, bookings: [booking] }
}

export function occasionOfSeries (schedule: BookingSeriesSchedule): Occasion {
  return { head: schedule.series, bookings: schedule.occurrences.map(({ booking }) => booking), schedule }
}

export function stands ({ status }: Pick<Booking, 'status'>): boolean {
  return status === 'confirmed' || status === 'completed'
}

/** The bookings that stand and that somebody attends. */
export function attendedBy (email: string, bookings: readonly Booking[]): Booking[] {
  return bookings.filter(booking => stands(booking) && booking.attendees.some(each => each.toLowerCase() === email.toLowerCase()))
}

/** An occasion as strangers are told of it: without any text of its holder but a harmless title. */
export function withoutTexts ({ head, bookings, schedule }: Occasion): Occasion {
  if (!schedule) return { head: plain(head), bookings: bookings.map(plain) }
  const occurrences = schedule.occurrences.map(occurrence => ({ ...occurrence, booking: plain(occurrence.booking) }))
  return { head: plain(head), bookings: bookings.map(plain), schedule: { ...schedule, series: plain(schedule.series), occurrences } }
}

function plain<Texts extends { title: string, description: string }> (texts: Texts): Texts {
  return { ...texts, title: harmlessTitle(texts.title), description: '' }
}

/** A series as somebody is shown it who attends some of its bookings. */
export function scheduleFor (schedule: BookingSeriesSchedule, attended: readonly Booking[]): BookingSeriesSchedule {
  const ids = new Set(attended.map(({ id }) => id))
  const isWithoutHim = ({ booking }: BookingSeriesSchedule['occurrences'][number]): boolean => stands(booking) && !ids.has(booking.id)
  const left = schedule.occurrences.filter(isWithoutHim).map(({ recurrenceId }) => recurrenceId)
  return {
    ...schedule,
    excludedLocalStarts: [...new Set([...schedule.excludedLocalStarts, ...left])].sort(),
    occurrences: schedule.occurrences.filter(occurrence => !isWithoutHim(occurrence))
  }
}

/**
 * What an attendee is to be told, if anything.
 *
 * - Nobody is told what he knows, what is over, or the end of what he was never told.
 * - Without a confirmed address a holder, and a disabled account, invites nobody. What was announced is taken back all the same.
 */
export function invitationKindOf ({ attended, fingerprint, announcement, holder, now }: Situation): InvitationKind | undefined {
  const isAnnounced = announcement !== undefined && announcement.told !== ''
  if (attended.length === 0 && !isAnnounced) return undefined
  const ends = [...attended.map(({ endsAt }) => Date.parse(endsAt)), ...isAnnounced ? [announcement.endsAt.getTime()] : []]
  if (Math.max(...ends) <= now.getTime() || announcement?.told === fingerprint) return undefined
  if (attended.length === 0) return 'invitation_cancelled'
  if (holder?.status !== 'active' || !holder.emailConfirmed) return undefined
  return isAnnounced ? 'invitation_changed' : 'invitation'
}
