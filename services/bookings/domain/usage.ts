import { Temporal } from 'temporal-polyfill'
import type { Room, RoomClosure } from '../../../shared/contract/generated/rooms.schemas.ts'
import { openIntervals } from './opening-hours.ts'
import { hourMilliseconds, minuteMilliseconds, type Slot } from './slot.ts'

/** No zone changes its offset within a quarter of an hour of UTC. */
const quarterMilliseconds = 15 * minuteMilliseconds

/** How many hours of a range are covered by slots that do not overlap. */
export function hoursWithin (slots: readonly Slot[], range: Slot): number {
  return slots.reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt.getTime(), range.endsAt.getTime()) - Math.max(startsAt.getTime(), range.startsAt.getTime())), 0) / hourMilliseconds
}

/** How many hours of a range a room is open and not closed. */
export function openHours ({ openingHours, timeZone }: Pick<Room, 'openingHours' | 'timeZone'>, closures: readonly RoomClosure[], range: Slot): number {
  const closed = merged(closures.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })))
  return openIntervals(openingHours, timeZone, range).reduce((sum, open) => {
    const inRange = { startsAt: new Date(Math.max(open.startsAt.getTime(), range.startsAt.getTime())), endsAt: new Date(Math.min(open.endsAt.getTime(), range.endsAt.getTime())) }
    return inRange.startsAt < inRange.endsAt ? sum + hoursWithin([inRange], range) - hoursWithin(closed, inRange) : sum
  }, 0)
}

/**
 * Adds to each local hour of the day what slots take of it in a range.
 *
 * @param hours 24 sums, changed in place
 */
export function addHoursOfDay (hours: number[], slots: readonly Slot[], range: Slot, timeZone: string): void {
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / quarterMilliseconds)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      offset = Temporal.Instant.fromEpochMilliseconds(quarter * quarterMilliseconds).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
      offsets.set(quarter, offset)
    }
    return offset
  }
  for (const { startsAt, endsAt } of slots) {
    const end = Math.min(endsAt.getTime(), range.endsAt.getTime())
    for (let instant = Math.max(startsAt.getTime(), range.startsAt.getTime()); instant < end;) {
      const local = instant + offsetAt(instant)
      const hour = Math.floor(local / hourMilliseconds)
      // To the next local hour, but never past a quarter, where the offset might change.
      const next = Math.min(end, instant + (hour + 1) * hourMilliseconds - local, (Math.floor(instant / quarterMilliseconds) + 1) * quarterMilliseconds)
      hours[((hour % 24) + 24) % 24] = (hours[((hour % 24) + 24) % 24] ?? 0) + (next - instant) / hourMilliseconds
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
