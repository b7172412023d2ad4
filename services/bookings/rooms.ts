import type { FastifyBaseLogger } from 'fastify'
import { RemoteError, UnreachableError, type CallContext, type Client, type RenewableToken } from '../../shared/contract/client.ts'
import type { RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import type { Room, RoomClosure, RoomTerms } from '../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Slot } from './domain/slot.ts'
import { inBatches } from './batches.ts'

/** Which rooms of the catalogue are meant. */
export interface RoomFilter { building?: string, capacityMin?: number, status?: Room['status'], sort?: 'name' | 'capacity' | 'rating' }

const goodEnoughMilliseconds = 10 * 60_000
const mostRemembered = 5_000
/** As many rooms as one call takes. */
const mostAtOnce = 100

/**
 * The rooms as the rooms service has them. While that is down, what was seen of a room in the last ten minutes is good enough: whether
 * the room is free is not its business.
 *
 * @param serviceToken our own token, for calls that serve several callers
 */
export function roomDirectory (rooms: Client<RoomsOperations>, serviceToken: RenewableToken, log: Pick<FastifyBaseLogger, 'debug'>, now: () => number = Date.now) {
  const seen = new Map<string, { terms: RoomTerms, at: number }>()

  const ask = inBatches(async (roomIds, askers: Array<CallContext['correlationId']>) => {
    const [correlationId, ...others] = new Set(askers)
    // A call has one correlation id; this line ties it to the other requests that it is for.
    if (others.length > 0) log.debug({ correlationId, others }, 'rooms are asked for several requests at once')
    const asked = now()
    const { items } = await rooms.listRoomTerms({ query: { roomId: roomIds } }, { token: serviceToken, correlationId })
    for (const terms of items) remember(terms, asked)
    return new Map(items.map(terms => [terms.id, terms]))
  }, mostAtOnce)

  /** @param at when it was asked for: a call that hung may end after a later one */
  function remember (terms: RoomTerms, at: number): void {
    if ((seen.get(terms.id)?.at ?? 0) > at) return
    seen.delete(terms.id)
    seen.set(terms.id, { terms, at })
    for (const oldest of seen.keys()) {
      if (seen.size <= mostRemembered) break
      seen.delete(oldest)
    }
  }

  /** The rooms that a filter lets through, fetched in pages. Retired ones are left out unless the filter asks for them. */
  async function * each (filter: RoomFilter, context: CallContext, limit = mostAtOnce): AsyncGenerator<Room> {
    let cursor: string | undefined
    do {
      const page = await rooms.listRooms({ query: { ...filter, limit, ...(cursor !== undefined && { cursor }) } }, context)
      yield * page.items
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  return {
    /**
     * Who may book a room when, as it is now.
     *
     * @param mustBeCurrent whether what was seen some minutes ago will not do
     * @throws Refusal `room.not_found`
     */
    async terms (roomId: string, { correlationId }: Pick<CallContext, 'correlationId'>, mustBeCurrent = false): Promise<RoomTerms> {
      let terms: RoomTerms | undefined
      try {
        terms = await ask(roomId, correlationId)
      } catch (error) {
        const isOutage = error instanceof UnreachableError || error instanceof RemoteError
        const last = seen.get(roomId)
        if (isOutage && last && !mustBeCurrent && now() - last.at <= goodEnoughMilliseconds) return last.terms
        // What is refused here is refused to us, not to the caller.
        throw error instanceof RemoteError && error.status < 500 ? new UnreachableError(error.service, error.operationId, error) : error
      }
      if (terms) return terms
      seen.delete(roomId)
      throw new Refusal('room.not_found', `There is no room ${roomId}.`)
    },

    each,

    /** The rooms that a filter lets through, or the first of them. */
    async list (filter: RoomFilter, context: CallContext, most = Infinity): Promise<Room[]> {
      const found: Room[] = []
      for await (const room of each(filter, context, Math.min(mostAtOnce, most))) if (found.push(room) === most) break
      return found
    },

    /**
     * The closures of rooms in a range.
     * @param roomIds a hundred at most
     */
    async closures (roomIds: readonly string[], { startsAt, endsAt }: Slot, context: CallContext): Promise<Map<string, RoomClosure[]>> {
      const { items } = await rooms.listRoomTerms({ query: { roomId: [...roomIds], from: startsAt.toISOString(), to: endsAt.toISOString() } }, context)
      return new Map(items.map(({ id, closures }) => [id, closures]))
    }
  }
}

export type RoomDirectory = ReturnType<typeof roomDirectory>
