import type { BookingSeriesSchedule } from '../../../shared/contract/generated/bookings.schemas.ts'
import { bookingsContract } from '../../../shared/contract/generated/bookings.operations.ts'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { mayApprove } from '../domain/approvers.ts'
import type { DueNotification } from '../repository/notifications.ts'
import { slotOf, type BookingSources } from './booking-mail.ts'
import type { Letter } from './layout.ts'
import { sectionFacts, type BookingData, type SeriesData } from './letters.ts'
import type { Slot } from './times.ts'

/** Where a request for approval gets its facts from. */
export interface ApprovalSources extends Pick<BookingSources, 'roomOf' | 'scheduleOf'> {
  /** Somebody with an account, which may be deleted. */
  personOf: (userId: string) => Promise<User | undefined>
}

type Request = Omit<BookingData | SeriesData, 'attendees' | 'previous'> & { bookingId?: string, seriesId?: string }

const longestTitle = 200

/** The subject of a mail about what waits for approval. */
export function approvalSubject (title: string): string {
  return `Waits for your approval: ${title.slice(0, longestTitle)}`
}

/**
 * The letter to somebody who may approve a booking, or the bookings of a series.
 *
 * @returns nothing when it is decided, cancelled or begun by now, when the reader may not approve any more, or when nobody asks any more
 */
export async function approvalLetter ({ events, reader, correlationId }: DueNotification, { roomOf, scheduleOf, personOf }: ApprovalSources, now: Date): Promise<Letter | undefined> {
  const last = events.filter(({ isObsolete }) => !isObsolete).at(-1)
  if (!last || !mayApprove(reader.role)) return undefined
  const request = last.data as Request
  const schedule = request.seriesId === undefined ? undefined : await scheduleOf(request.seriesId, correlationId)
  const slots = waitingSlots(request, schedule).filter(({ startsAt }) => startsAt > now)
  const holder = await personOf(request.userId)
  if (slots.length === 0 || !holder || holder.status === 'deleted') return undefined
  const room = await roomOf(request.roomId, correlationId)
  return {
    heading: slots.length === 1 ? 'A booking waits for your approval' : `${slots.length} bookings wait for your approval`,
    paragraphs: [`${holder.fullName} asks for this room. ${decisionsOf(request)}`, 'The room is kept until somebody has decided. Everybody who may decide got this mail.'],
    facts: [['Who', `${holder.fullName} (${holder.username})`], ...sectionFacts({ ...request, slots, room, reason: null, changes: [] }, reader)]
  }
}

/** The times that wait: of a booking as it was told, and of a series as it stands. */
function waitingSlots (request: Request, schedule: BookingSeriesSchedule | undefined): Slot[] {
  if (!schedule) return [slotOf(request as BookingData)]
  const bookings = schedule.occurrences.map(({ booking }) => booking)
  return bookings.filter(({ id, status }) => status === 'pending' && (request.bookingId === undefined || request.bookingId === id)).map(slotOf)
}

/** Which calls decide. */
function decisionsOf ({ bookingId, seriesId }: Request): string {
  const { approveBooking, rejectBooking, approveBookingSeries, rejectBookingSeries } = bookingsContract
  const [approve, reject] = bookingId === undefined ? [approveBookingSeries, rejectBookingSeries] : [approveBooking, rejectBooking]
  const call = ({ operationId, method, path }: typeof approve | typeof reject): string => `${operationId} (${method} ${path.replace(/\{\w+\}/, bookingId ?? seriesId ?? '')})`
  return `Approve it with ${call(approve)}, or turn it down with ${call(reject)}.`
}
