import { bookingsContract } from '../../../shared/contract/generated/bookings.operations.ts'
import type { RoomTerms } from '../../../shared/contract/generated/rooms.schemas.ts'
import type { EventData } from '../../../shared/plugins/outbox.ts'
import type { DueNotification } from '../repository/notifications.ts'
import { slotOf, type BookingSources } from './booking-mail.ts'
import type { Letter } from './layout.ts'
import { sectionFacts } from './letters.ts'
import { describeInstant, describeSlot, type Reader, type Slot } from './times.ts'

/** Where a mail about rooms that cannot be used gets its facts from. */
export interface UnavailableSources extends Pick<BookingSources, 'roomOf'> {
  /** The terms of a room as they are now, with the closures in a range. */
  termsOf: (roomId: string, range: Slot, correlationId: string) => Promise<RoomTerms | undefined>
}

type EventOfAct = EventData<'bookings.affected'>
type Cause = Omit<EventOfAct, 'bookings'>
/** What the mail is told of one booking, or of those of a series in one room. */
export type Affected = EventOfAct['bookings'][number] & { because: Cause }

const longestTitle = 200

/**
 * The subject of a mail about bookings that stand in a room that cannot be used.
 * @param others how many more bookings and series it tells of
 */
export function unavailableSubject (cause: Cause['cause'], title: string, others: number): string {
  return `${cause === 'closed' ? 'Room closed' : 'Room out of use'}: ${title.slice(0, longestTitle)}${others === 0 ? '' : ` and ${others} more`}`
}

/**
 * The letter to the holder of bookings that stand though their room is closed or out of use.
 *
 * @returns nothing when the room can be used again, or the bookings are over or cancelled
 */
export async function unavailableLetter ({ events, reader, correlationId }: DueNotification, { roomOf, termsOf }: UnavailableSources, now: Date): Promise<Letter | undefined> {
  const affected = events.filter(({ isObsolete }) => !isObsolete)
    .map(({ data }) => data as Affected)
    .map(one => ({ ...one, slots: one.times.map(slotOf).filter(({ endsAt }) => endsAt > now) }))
    .filter(({ slots }) => slots.length > 0)
  const [first] = affected
  if (!first || !isInForce(first.because, await termsOf(first.roomId, first.slots[0] as Slot, correlationId))) return undefined
  const bookings: Letter['facts'] = []
  for (const { bookingId, seriesId, roomId, title, slots } of affected) {
    const section = { title, room: await roomOf(roomId, correlationId), slots, description: '', reason: null, changes: [] }
    bookings.push(...sectionFacts(section, reader), bookingId === undefined ? ['Series', seriesId ?? ''] : ['Booking', bookingId])
  }
  const { timeZone } = await roomOf(first.roomId, correlationId)
  return {
    heading: first.because.cause === 'closed' ? 'A room that you have booked is closed' : 'A room that you have booked is out of use',
    paragraphs: [`${affected.length === 1 ? 'Your booking stands' : 'Your bookings stand'}, but the room cannot be used then. ${advice()}`],
    facts: [...causeFacts(first.because, reader, timeZone), ...bookings]
  }
}

function isInForce ({ cause, closureId }: Cause, terms: RoomTerms | undefined): boolean {
  if (cause === 'closed') return terms?.closures.some(({ id }) => id === closureId) === true
  return terms?.status === cause
}

function causeFacts ({ cause, reason, startsAt, endsAt }: Cause, reader: Reader, roomTimeZone: string): Letter['facts'] {
  const time = endsAt === null ? 'Until further notice' : cause === 'closed' ? describeSlot(slotOf({ startsAt, endsAt }), reader, roomTimeZone) : `Until ${describeInstant(new Date(endsAt), reader)}`
  return [[cause === 'closed' ? 'Closed' : 'Out of use', time], ['Reason', reason]]
}

/** Which calls move or cancel a booking. */
function advice (): string {
  const { updateBooking: move, cancelBooking: cancel } = bookingsContract
  return `Move each booking with ${move.operationId} (${move.method} ${move.path}), or cancel it with ${cancel.operationId} (${cancel.method} ${cancel.path}).`
}
