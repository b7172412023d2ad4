import type { Closure, ClosureCreate } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { dayMilliseconds } from './interval.ts'

/** No closure is longer. */
export const longestClosureDays = 3 * 366

/**
 * What a closure would close, and when.
 * @throws Refusal `closure.place_invalid` or `closure.interval_invalid`
 */
export function closureFrom ({ roomId, building, floor, startsAt, endsAt, reason }: ClosureCreate, now: Date): Pick<Closure, 'roomId' | 'building' | 'floor' | 'startsAt' | 'endsAt' | 'reason'> {
  if ((roomId === undefined) === (building === undefined)) throw new Refusal('closure.place_invalid', 'Name either a `roomId` or a `building`.')
  if (floor !== undefined && building === undefined) throw new Refusal('closure.place_invalid', '`floor` goes with `building`, not with `roomId`.')
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
  if (end <= start) throw new Refusal('closure.interval_invalid', '`endsAt` must be after `startsAt`.')
  if (end <= now.getTime()) throw new Refusal('closure.interval_invalid', '`endsAt` is over already. Choose a later one.')
  if (end - start > longestClosureDays * dayMilliseconds) throw new Refusal('closure.interval_invalid', 'A closure lasts at most 3 years. Retire the rooms instead, or close them for less.')
  return { roomId: roomId ?? null, building: building ?? null, floor: floor ?? null, startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString(), reason }
}

/**
 * Refuses to cancel what is over.
 * @throws Refusal `closure.state_conflict`
 */
export function assertOpenable ({ endsAt }: Pick<Closure, 'endsAt'>, now: Date): void {
  if (Date.parse(endsAt) <= now.getTime()) throw new Refusal('closure.state_conflict', 'The closure is over.')
}
