import type { RoomUsage } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { Room, RoomClosure } from '../../../shared/contract/generated/rooms.schemas.ts'
import { openWithin } from '../../../shared/domain/opening-hours.ts'
import { zoneClock } from '../../../shared/domain/zone-clock.ts'
import { hourMilliseconds, type Slot } from './slot.ts'

/** What of a room its usage is reckoned from. */
export type UsedRoom = Pick<Room, 'id' | 'name' | 'building' | 'timeZone' | 'openingHours'> & { retiredAt?: Date }

/** How many rooms are reckoned together: enough to spare calls, and few enough to hold a year of their bookings. */
export const roomsAtOnce = 20

/** The first of January 1970 was a Thursday. */
const hoursFromMondayToEpoch = 3 * 24

/** How many hours of a range are covered by slots that do not overlap. */
function hoursWithin (slots: readonly Slot[], range: Slot): number {
  return slots.reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt.getTime(), range.endsAt.getTime()) - Math.max(startsAt.getTime(), range.startsAt.getTime())), 0) / hourMilliseconds
}

/** When a room is open within a range, and neither closed nor retired, in order. */
function openSlots ({ openingHours, timeZone, retiredAt }: UsedRoom, closures: readonly RoomClosure[], { startsAt, endsAt }: Slot): Slot[] {
  const end = Math.min(endsAt.getTime(), retiredAt?.getTime() ?? Infinity)
  if (end <= startsAt.getTime()) return []
  const closed = merged(closures.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })))
  return openWithin(openingHours, timeZone, { startsAt: startsAt.getTime(), endsAt: end })
    .flatMap(({ startsAt, endsAt }) => without({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, closed))
}

/** What is left of a slot outside of others, which are in order and apart. */
function without ({ startsAt, endsAt }: Slot, others: readonly Slot[]): Slot[] {
  const left: Slot[] = []
  let at = startsAt
  for (const other of others) {
    if (other.endsAt <= at || other.startsAt >= endsAt) continue
    if (other.startsAt > at) left.push({ startsAt: at, endsAt: other.startsAt })
    at = other.endsAt
  }
  return at < endsAt ? [...left, { startsAt: at, endsAt }] : left
}

/** How many hours two lists of slots have in common; the slots of each are in order and apart. */
function commonHours (some: readonly Slot[], others: readonly Slot[]): number {
  let hours = 0
  let first = 0
  for (const slot of some) {
    while (first < others.length && (others[first] as Slot).endsAt <= slot.startsAt) first++
    for (let index = first; index < others.length && (others[index] as Slot).startsAt < slot.endsAt; index++) hours += hoursWithin([others[index] as Slot], slot)
  }
  return hours
}

/** How a room is used in a range, given its uses and closures there, and how many of its open hours are booked. */
export function usageOf (room: UsedRoom, uses: readonly Slot[], closures: readonly RoomClosure[], range: Slot): { usage: RoomUsage, bookedOpenHours: number } {
  const slots = openSlots(room, closures, range)
  const open = commonHours(slots, [range])
  // What is booked outside of the open hours, by override or before a closure was made, is no use of them.
  const bookedOpenHours = commonHours(slots, [...uses].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()))
  const usage: RoomUsage = { roomId: room.id, name: room.name, building: room.building, timeZone: room.timeZone, bookedHours: rounded(hoursWithin(uses, range)), openHours: rounded(open), utilisation: utilisation(bookedOpenHours, open) }
  return { usage, bookedOpenHours }
}

/** The part of the open hours that is booked; `null` where nothing is open. */
export function utilisation (booked: number, open: number): number | null {
  return open === 0 ? null : Math.min(1, rounded(booked / open))
}

/** Hours to the thousandth. */
export function rounded (hours: number): number {
  return Math.round(hours * 1000) / 1000
}

/** Sums for the hours of a week, from Monday on. */
export function hoursOfWeek (): number[] {
  return Array.from({ length: 7 * 24 }, () => 0)
}

/**
 * Adds to each local hour of the week what slots take of it in a range.
 *
 * @param hours the sums of `hoursOfWeek`, changed in place
 */
export function addHoursOfWeek (hours: number[], slots: readonly Slot[], range: Slot, timeZone: string): void {
  const clock = zoneClock(timeZone)
  for (const { startsAt, endsAt } of slots) {
    const end = Math.min(endsAt.getTime(), range.endsAt.getTime())
    for (let instant = Math.max(startsAt.getTime(), range.startsAt.getTime()); instant < end;) {
      const local = clock.localAt(instant)
      const hour = Math.floor(local / hourMilliseconds)
      const next = Math.min(end, clock.nextChange(instant), instant + (hour + 1) * hourMilliseconds - local)
      const index = (((hour + hoursFromMondayToEpoch) % hours.length) + hours.length) % hours.length
      hours[index] = (hours[index] ?? 0) + (next - instant) / hourMilliseconds
      instant = next
    }
  }
}

function merged (slots: readonly Slot[]): Slot[] {
  const result: Slot[] = []
  for (const slot of [...slots].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const last = result.at(-1)
    if (last && slot.startsAt <= last.endsAt) last.endsAt = new Date(Math.max(last.endsAt.getTime(), slot.endsAt.getTime()))
    else result.push({ ...slot })
  }
  return result
}
