import type { Room, RoomScore } from '../../../shared/contract/generated/rooms.schemas.ts'
import { openWithin } from '../../../shared/domain/opening-hours.ts'
import { bufferOf, isOpenFor, isUnbooked } from './availability.ts'
import type { CatalogueClosure, Entry } from './catalogue.ts'
import { minuteMilliseconds, type Interval } from './interval.ts'
import { compare } from './orders.ts'
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
const gridMilliseconds = 15 * minuteMilliseconds

/**
 * The rooms that might do within a range, best fit first. They are reckoned one by one, as they are asked for.
 *
 * @param entries by capacity
 * @param closuresOf the closures of a room within the range
 */
export function * candidatesFor (entries: Iterable<Entry>, wish: Wish, range: Interval, closuresOf: (entry: Entry, range: Interval) => CatalogueClosure[]): Generator<Candidate> {
  // Many rooms share their hours: reckon them once.
  const hours = new Map<string, Interval[]>()
  for (const entry of byFit(entries, wish)) {
    const { room: { openingHours, timeZone } } = entry
    const open = hours.get(entry.hoursKey) ?? openWithin(openingHours, timeZone, range)
    hours.set(entry.hoursKey, open)
    yield { entry, rank: rankOf(entry, wish), open, closed: closuresOf(entry, range) }
  }
}

function rankOf ({ room, nameKey }: Entry, { people, floor }: Wish): Candidate['rank'] {
  return [room.capacity - people, floor === undefined ? 0 : Math.abs(room.floor - floor), nameKey, room.id]
}

function byFit (entries: Iterable<Entry>, wish: Wish): Iterable<Entry> {
  // By capacity is by fit already, where no floor is better than another.
  if (wish.floor === undefined) return entries
  return Array.from(entries, entry => ({ entry, rank: rankOf(entry, wish) })).sort((one, other) => compare(one.rank, other.rank)).map(({ entry }) => entry)
}

/** Those of the candidates that would take a booking of the slot, were nothing booked. */
export function * openFor (candidates: Iterable<Candidate>, slot: Interval, now: Date): Generator<Candidate> {
  for (const candidate of candidates) {
    const { entry: { room }, open, closed } = candidate
    if (allowsLength(room.policy, slot) && allowsNow(room, slot, now.getTime()) && isOpenFor({ room, open, closed }, slot)) yield candidate
  }
}

/** How much has to be known beyond a slot to tell whether any of the rooms is free. */
export function longestBuffer (entries: readonly Entry[]): number {
  return entries.reduce((longest, { room }) => Math.max(longest, bufferOf(room)), 0)
}

/** Those of the candidates that nobody has booked for the slot. */
export function unbooked (candidates: Iterable<Candidate>, slot: Interval, booked: ReadonlyMap<string, readonly Interval[]>): Candidate[] {
  return Array.from(candidates).filter(({ entry: { room } }) => isUnbooked(room, booked.get(room.id) ?? [], slot))
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
    const rooms = unbooked(openFor(candidates, slot, now), slot, booked)
    if (rooms.length > 0) yield { slot, rooms }
    startsAt = rooms.length > 0 ? onGrid(slot.endsAt) : startsAt + gridMilliseconds
  }
}

/** The quarter hour at or after an instant. */
function onGrid (instant: number): number {
  return Math.ceil(instant / gridMilliseconds) * gridMilliseconds
}

/** A candidate as the contract has it. */
export function onTheWire ({ entry: { room } }: Candidate, wish: Wish): { room: Room, score: RoomScore } {
  return { room, score: scoreOf(room, wish) }
}
