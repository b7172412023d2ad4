import type { BusyTime, Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import { cutTo, gapsWithin, minuteMilliseconds, overlaps, type Interval } from './interval.ts'
import { outOfUse } from './status.ts'

/** An interval in which a room is busy, and why. */
export interface Busy extends Interval, Pick<BusyTime, 'reason' | 'bookingId' | 'title' | 'detail'> {}

/** Everything that decides when a room is free. */
export interface Calendar {
  room: Pick<Room, 'status' | 'statusUntil' | 'statusReason' | 'policy'>
  /** When it is open, in order, at least as far as is asked. */
  open: readonly Interval[]
  closed: ReadonlyArray<Interval & { reason: string }>
  booked: ReadonlyArray<Interval & Pick<BusyTime, 'bookingId' | 'title'>>
}

/** How long a room stays empty beside a booking. */
export function bufferOf ({ policy }: Pick<Room, 'policy'>): number {
  return policy.bufferMinutes * minuteMilliseconds
}

/**
 * When a room is busy within a range, in order and without overlap. Where several reasons meet, the first of the contract's order
 * counts. Bookings stay apart even where they touch.
 */
export function busyWithin ({ room, open, closed, booked }: Calendar, range: Interval): Busy[] {
  const buffer = bufferOf(room)
  const layers: Busy[][] = [
    booked.map(booking => ({ ...booking, reason: 'booked' })),
    outOfUse(room).map(interval => ({ ...interval, reason: 'unavailable', ...(room.statusReason !== null && { detail: room.statusReason }) })),
    closed.map(({ startsAt, endsAt, reason }) => ({ startsAt, endsAt, reason: 'closed', detail: reason })),
    gapsWithin(cutTo(open, range), range).map(interval => ({ ...interval, reason: 'outside_opening_hours' })),
    buffer === 0 ? [] : booked.map(({ startsAt, endsAt }) => ({ startsAt: startsAt - buffer, endsAt: endsAt + buffer, reason: 'buffer' }))
  ]
  // Each layer fills what those before it have left.
  let busy: Busy[] = []
  for (const layer of layers) {
    const gaps = gapsWithin(busy, range)
    busy = [...busy, ...withoutOverlap(cutTo(layer, range), gaps)].sort((one, other) => one.startsAt - other.startsAt)
  }
  return joined(busy)
}

/** The parts of intervals that are within the gaps; where two of them overlap, the earlier counts. */
function withoutOverlap (intervals: readonly Busy[], gaps: readonly Interval[]): Busy[] {
  const parts: Busy[] = []
  let taken = -Infinity
  let first = 0
  for (const interval of intervals) {
    const startsAt = Math.max(interval.startsAt, taken)
    if (startsAt >= interval.endsAt) continue
    while (first < gaps.length && (gaps[first] as Interval).endsAt <= startsAt) first++
    for (let index = first; index < gaps.length && (gaps[index] as Interval).startsAt < interval.endsAt; index++) {
      const gap = gaps[index] as Interval
      parts.push({ ...interval, startsAt: Math.max(startsAt, gap.startsAt), endsAt: Math.min(interval.endsAt, gap.endsAt) })
    }
    taken = interval.endsAt
  }
  return parts
}

/** Joins neighbours that touch and tell the same. */
function joined (busy: readonly Busy[]): Busy[] {
  const result: Busy[] = []
  for (const interval of busy) {
    const last = result.at(-1)
    if (last && last.endsAt === interval.startsAt && last.reason === interval.reason && last.reason !== 'booked' && last.detail === interval.detail) last.endsAt = interval.endsAt
    else result.push({ ...interval })
  }
  return result
}

/** Whether a room is in use, open and not closed during the whole of a slot. What is booked is another question. */
export function isOpenFor ({ room, open, closed }: Omit<Calendar, 'booked'>, slot: Interval): boolean {
  return open.some(interval => interval.startsAt <= slot.startsAt && slot.endsAt <= interval.endsAt) &&
    !outOfUse(room).some(interval => overlaps(interval, slot)) &&
    !closed.some(interval => overlaps(interval, slot))
}

/** Whether no booking is in the way of a slot, the buffer on either side of it included. */
export function isUnbooked (room: Pick<Room, 'policy'>, booked: readonly Interval[], { startsAt, endsAt }: Interval): boolean {
  const buffer = bufferOf(room)
  return !booked.some(booking => booking.startsAt < endsAt + buffer && startsAt < booking.endsAt + buffer)
}
