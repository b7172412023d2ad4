import { RemoteError, UnreachableError, type CallContext, type Client } from '../../shared/contract/client.ts'
import type { RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import type { Room, RoomClosure } from '../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import { dayMilliseconds } from './domain/slot.ts'

/** What bookings need to know of a room: its record, and its closures from yesterday on. */
export interface RoomFacts { room: Room, closures: RoomClosure[] }

const goodEnoughMilliseconds = 10 * 60_000
const closuresDays = 3 * 366 - 2
const mostRemembered = 5_000

/**
 * The rooms as the rooms service has them. While that is down, what was seen of a room in the last ten minutes is good enough: whether
 * the room is free is not its business.
 */
export function roomDirectory (rooms: Client<RoomsOperations>, now: () => number = Date.now) {
  const seen = new Map<string, { facts: RoomFacts, at: number }>()
  const running = new Map<string, Promise<RoomFacts>>()
  const waiting = new Map<string, Promise<RoomFacts>>()

  async function load (roomId: string, context: CallContext): Promise<RoomFacts> {
    const from = now() - dayMilliseconds
    const [room, { items: closures }] = await Promise.all([
      rooms.getRoom({ params: { roomId } }, context),
      rooms.listRoomClosures({ params: { roomId }, query: { from: new Date(from).toISOString(), to: new Date(from + closuresDays * dayMilliseconds).toISOString() } }, context)
    ])
    const facts = { room, closures }
    seen.delete(roomId)
    seen.set(roomId, { facts, at: now() })
    for (const oldest of seen.keys()) {
      if (seen.size <= mostRemembered) break
      seen.delete(oldest)
    }
    return facts
  }

  function start (roomId: string, context: CallContext): Promise<RoomFacts> {
    const promise = load(roomId, context).finally(() => { running.delete(roomId) })
    running.set(roomId, promise)
    return promise
  }

  /** Simultaneous callers share a load, but never one that began before they asked: that could bring what has changed since. */
  async function shared (roomId: string, context: CallContext): Promise<RoomFacts> {
    const current = running.get(roomId)
    if (!current) return await start(roomId, context)
    const next = waiting.get(roomId) ?? current.catch(() => {}).then(async () => {
      waiting.delete(roomId)
      return await start(roomId, context)
    })
    waiting.set(roomId, next)
    return await next
  }

  return {
    /**
     * The facts of a room.
     * @throws Refusal `room.not_found`
     */
    async facts (roomId: string, context: CallContext): Promise<RoomFacts> {
      try {
        return await shared(roomId, context)
      } catch (error) {
        if (error instanceof RemoteError && error.status === 404) {
          seen.delete(roomId)
          throw new Refusal('room.not_found', `There is no room ${roomId}.`)
        }
        const last = seen.get(roomId)
        const isOutage = error instanceof UnreachableError || error instanceof RemoteError
        if (isOutage && last && now() - last.at <= goodEnoughMilliseconds) return last.facts
        throw error
      }
    },

    /** The rooms of a building, or all, in pages. Retired ones are left out. */
    async list (query: { building?: string, capacityMin?: number }, context: CallContext, most: number): Promise<Room[]> {
      const found: Room[] = []
      let cursor: string | undefined
      do {
        const page = await rooms.listRooms({ query: { ...query, limit: Math.min(100, most - found.length), ...(cursor !== undefined && { cursor }) } }, context)
        found.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined && found.length < most)
      return found
    },

    /** The closures of a room in a range. */
    async closures (roomId: string, from: string, to: string, context: CallContext): Promise<RoomClosure[]> {
      return (await rooms.listRoomClosures({ params: { roomId }, query: { from, to } }, context)).items
    }
  }
}

export type RoomDirectory = ReturnType<typeof roomDirectory>
