import { RemoteError, type CallContext } from '../../../shared/contract/client.ts'
import type { Caller } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/errors.ts'
import { distributionOf, ratingOf } from '../domain/rating.ts'
import type { Needs, ReviewsHandlers } from './needs.ts'

type Operations = 'listRoomRatings' | 'getRoomRating' | 'getReviewStatistics'

/** What reviews come to. */
export function ratingHandlers ({ repository: { ratings }, rooms }: Needs): Pick<ReviewsHandlers, Operations> {
  /** The rooms that a question is about; nothing when it is about all. Only the rooms service knows what stands where. */
  async function roomsIn ({ roomId, building }: { roomId?: string[], building?: string }, context: CallContext): Promise<string[] | undefined> {
    if (building === undefined) return roomId
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await rooms.listRooms({ query: { building, limit: 100, ...(cursor && { cursor }) } }, context)
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    return roomId ? ids.filter(id => roomId.includes(id)) : ids
  }

  async function assertRoomExists (roomId: string, context: CallContext): Promise<void> {
    await rooms.getRoom({ params: { roomId } }, context).catch((error: unknown) => {
      if (error instanceof RemoteError && error.status === 404) throw new Refusal('room.not_found', `There is no room ${roomId}.`)
      throw error
    })
  }

  const contextOf = ({ caller, correlationId }: { caller: Caller, correlationId: string }): CallContext => ({ token: caller.token, correlationId })

  return {
    async listRoomRatings ({ query: { sort, limit, cursor, ...query } }, context) {
      return await ratings.page({ roomIds: await roomsIn(query, contextOf(context)), sort, limit, ...(cursor !== undefined && { cursor }) })
    },

    async getRoomRating ({ params: { roomId } }, context) {
      const rating = await ratings.find(roomId, new Date())
      if (rating) return rating
      await assertRoomExists(roomId, contextOf(context))
      const stars = [0, 0, 0, 0, 0]
      return { roomId, ...ratingOf(stars), distribution: distributionOf(stars), trend: [], lastReviewAt: null }
    },

    async getReviewStatistics ({ query }, context) {
      return await ratings.statistics(await roomsIn(query, contextOf(context)), new Date())
    }
  }
}
