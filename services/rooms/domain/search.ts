import type { Room, RoomScore } from '../../../shared/contract/generated/rooms.schemas.ts'
import { bufferOf, isOpenFor, isUnbooked } from './availability.ts'
import type { CatalogueClosure, Entry } from './catalogue.ts'
import { minuteMilliseconds, type Interval } from './interval.ts'
import { openWithin } from './opening-hours.ts'
import { allowsLength, allowsNow } from './policy.ts'
import { scoreOf, type Wish } from './score.ts'

/** A room that might do, and what is known of it without asking for bookings. */
export interface Candidate {
  entry: Entry
  /** Puts candidates in order: fewest seats to spare, nearest to the floor, by name. */
  rank: readonly [spareSeats: number, floorsAway: number, name: string, id: string]
  open: readonly Interval[]
  closed: readonly CatalogueClosure[]
}

/** Slots begin on the quarter hour. */
export const gridMilliseconds = 15 * minuteMilliseconds

/**
 * The rooms that might do within a range, best fit first.
 *
 * @param entries by capacity, which is nearly the order
 * @param closuresOf the closures of a room within the range
 */
export function candidatesFor (entries: readonly Entry[], wish: Wish, range: Interval, closuresOf: (entry: Entry, range: Interval) => CatalogueClosure[]): Candidate[] {
  // Many rooms share their hours: reckon them once.
  const hours = new Map<string, Interval[]>()
  return entries.map(entry => {
    const { room: { openingHours, timeZone } } = entry
    const open = hours.get(entry.hoursKey) ?? openWithin(openingHours, timeZone, range)
    hours.set(entry.hoursKey, open)
    const rank = [entry.room.capacity - wish.people, wish.floor === undefined ? 0 : Math.abs(entry.room.floor - wish.floor), entry.nameKey, entry.room.id] as const
    return { entry, rank, open, closed: closuresOf(entry, range) }
  }).sort((one, other) => compare(one.rank, other.rank))
}

/** Compares value by value. */
export function compare (one: ReadonlyArray<string | number>, other: ReadonlyArray<string | number>): number {
  for (let index = 0; index < one.length; index++) {
    const [value, against] = [one[index] as string | number, other[index] as string | number]
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

/** Whether a candidate would take a booking of the slot, were nothing booked. */
export function wouldTake ({ entry: { room }, open, closed }: Candidate, slot: Interval, now: Date): boolean {
  return allowsLength(room.policy, slot) && allowsNow(room.policy, slot, now) && isOpenFor({ room, open, closed }, slot)
}

/** How much has to be known beyond a slot to tell whether it is free. */
export function longestBuffer (candidates: readonly Candidate[]): number {
  return candidates.reduce((longest, { entry: { room } }) => Math.max(longest, bufferOf(room)), 0)
}

/** Those of the candidates that can be booked for the slot, in order. */
export function bookable (candidates: readonly Candidate[], slot: Interval, booked: ReadonlyMap<string, readonly Interval[]>, now: Date): Candidate[] {
  return candidates.filter(candidate => {
    const { room } = candidate.entry
    return wouldTake(candidate, slot, now) && isUnbooked(room, booked.get(room.id) ?? [], slot)
  })
}

/**
 * The next slots in which a candidate can be booked, in order and without overlap.
 *
 * @param starts when slots may begin
 * @param end when the last one has to be over
 */
export function * freeSlots (candidates: readonly Candidate[], starts: Interval, end: number, length: number, booked: ReadonlyMap<string, readonly Interval[]>, now: Date): Generator<{ slot: Interval, rooms: Candidate[] }> {
  let startsAt = onGrid(starts.startsAt)
  while (startsAt < starts.endsAt && startsAt + length <= end) {
    const slot = { startsAt, endsAt: startsAt + length }
    const rooms = bookable(candidates, slot, booked, now)
    if (rooms.length > 0) yield { slot, rooms }
    startsAt = rooms.length > 0 ? onGrid(slot.endsAt) : startsAt + gridMilliseconds
  }
}

/** The quarter hour at or after an instant. */
export function onGrid (instant: number): number {
  return Math.ceil(instant / gridMilliseconds) * gridMilliseconds
}

/** A candidate as the contract has it. */
export function onTheWire ({ entry: { room } }: Candidate, wish: Wish): { room: Room, score: RoomScore } {
  return { room, score: scoreOf(room, wish) }
}
