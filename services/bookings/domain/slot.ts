import { Refusal } from '../../../shared/errors.ts'

/** The time that a booking takes: the half-open interval `[startsAt, endsAt)`. */
export interface Slot { startsAt: Date, endsAt: Date }

const hourMilliseconds = 3_600_000
/** No booking is longer, whatever a room's policy says: what overlaps an instant began less than this before it. */
export const longestBookingMilliseconds = 24 * hourMilliseconds
/** A start so long ago is still a walk-up. */
const walkUpMilliseconds = 5 * 60_000
const longestRangeMilliseconds = 31 * 24 * hourMilliseconds

/**
 * The slot between two instants.
 *
 * @throws Refusal when it is empty, reversed, too long or in the past
 */
export function slotBetween (startsAt: string, endsAt: string, now: Date): Slot {
  const slot = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  const length = slot.endsAt.getTime() - slot.startsAt.getTime()
  if (length <= 0) throw new Refusal('booking.interval_invalid', '`endsAt` must be after `startsAt`.')
  if (length > longestBookingMilliseconds) throw new Refusal('booking.interval_invalid', 'A booking lasts at most 24 hours. Make several.')
  if (slot.startsAt.getTime() < now.getTime() - walkUpMilliseconds) {
    throw new Refusal('booking.in_past', '`startsAt` is more than 5 minutes ago. Choose a later time.')
  }
  return slot
}

/**
 * Refuses a range that is empty, reversed or longer than 31 days.
 * @throws Refusal `booking.range_invalid`
 */
export function assertRange (from: Date, to: Date): void {
  const length = to.getTime() - from.getTime()
  if (length <= 0) throw new Refusal('booking.range_invalid', '`to` must be after `from`.')
  if (length > longestRangeMilliseconds) throw new Refusal('booking.range_invalid', 'The range is longer than 31 days. Ask for less at a time.')
}

/**
 * A slot in words, in local time: `2026-03-02 10:00 to 11:00 (Europe/Berlin)`.
 *
 * @param timeZone the room's IANA time zone
 */
export function describeSlot ({ startsAt, endsAt }: Slot, timeZone: string): string {
  const [startDay, start] = localParts(startsAt, timeZone)
  const [endDay, end] = localParts(endsAt, timeZone)
  return `${startDay} ${start} to ${endDay === startDay ? end : `${endDay} ${end}`} (${timeZone})`
}

function localParts (instant: Date, timeZone: string): [day: string, time: string] {
  // The Swedish locale writes dates as ISO 8601 does.
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant).split(' ')
  return [day, time]
}
