import { localText } from '../../../shared/domain/zone-clock.ts'
import { Refusal } from '../../../shared/errors.ts'

/** The time that a booking takes: the half-open interval `[startsAt, endsAt)`. */
export interface Slot { startsAt: Date, endsAt: Date }

export const minuteMilliseconds = 60_000
export const hourMilliseconds = 60 * minuteMilliseconds
export const dayMilliseconds = 24 * hourMilliseconds
/** No booking is longer, whatever a room's policy says: what overlaps an instant began less than this before it. */
export const longestBookingMilliseconds = dayMilliseconds
/** Nobody books farther ahead, whatever a room's policy says. */
const farthestMilliseconds = 2 * 366 * dayMilliseconds

/**
 * The slot between two instants.
 *
 * @throws Refusal `booking.interval_invalid` when it is empty, reversed, too long or too far ahead
 */
export function slotBetween (startsAt: Date, endsAt: Date, now: Date): Slot {
  const length = endsAt.getTime() - startsAt.getTime()
  if (length <= 0) throw new Refusal('booking.interval_invalid', '`endsAt` must be after `startsAt`.')
  if (length > longestBookingMilliseconds) throw new Refusal('booking.interval_invalid', 'A booking lasts at most 24 hours. Make several.')
  if (endsAt.getTime() > now.getTime() + farthestMilliseconds) throw new Refusal('booking.interval_invalid', 'This is more than two years ahead. Choose an earlier time.')
  return { startsAt, endsAt }
}

/** Whether two slots share an instant. */
export function overlaps (a: Slot, b: Slot): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Whether a slot lies within another. */
export function isWithin (inner: Slot, outer: Slot): boolean {
  return inner.startsAt >= outer.startsAt && inner.endsAt <= outer.endsAt
}

/** A slot with room to spare on both sides. */
export function widened ({ startsAt, endsAt }: Slot, minutes: number): Slot {
  const margin = minutes * minuteMilliseconds
  return { startsAt: new Date(startsAt.getTime() - margin), endsAt: new Date(endsAt.getTime() + margin) }
}

/** A slot as an ISO 8601 interval. */
export function isoInterval ({ startsAt, endsAt }: Slot): string {
  return `${startsAt.toISOString()}/${endsAt.toISOString()}`
}

/**
 * A slot in words, in local time: `2026-03-02 10:00 to 11:00 (Europe/Berlin)`.
 *
 * @param timeZone the room's IANA time zone
 */
export function describeSlot (slot: Slot, timeZone: string): string {
  const [startDay, start] = localParts(slot.startsAt, timeZone)
  const [endDay, end] = localParts(slot.endsAt, timeZone)
  return `${startDay} ${start} to ${endDay === startDay ? end : `${endDay} ${end}`} (${timeZone})`
}

function localParts (instant: Date, timeZone: string): [day: string, time: string] {
  const [day = '', time = ''] = localText(instant, timeZone).split('T')
  return [day, time.slice(0, '10:00'.length)]
}
