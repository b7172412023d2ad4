import type { FastifyInstance } from 'fastify'
import type { EventData } from '../../shared/plugins/outbox.ts'
import type { ConsumersOf } from '../../shared/plugins/consumer.ts'
import type { Repository } from './repository/index.ts'
import { catalogueSubject, roomSubject } from './repository/origin.ts'

/**
 * What the service does about events. It keeps the ratings that reviews tells of; the order of their versions makes repeats harmless.
 * And it listens to its own: an instance that died between its commit and telling the cache is made
 * good by whoever gets the event. To do so twice costs a miss, so nothing is claimed.
 */
export function roomsConsumers ({ cache }: Pick<FastifyInstance, 'cache'>, { rooms }: Pick<Repository, 'rooms'>): ConsumersOf<'rooms'> {
  const roomChanged = async ({ subject }: { subject: string }): Promise<void> => { await cache.invalidate(catalogueSubject, roomSubject(subject)) }
  const closureChanged = async (): Promise<void> => { await cache.invalidate(catalogueSubject) }
  const rated = async ({ data: { roomId, roomRating } }: { data: EventData<'review.published'> }): Promise<void> => {
    await rooms.rate(roomId, { average: roomRating.ratingAverage, count: roomRating.ratingCount }, roomRating.ratingVersion)
  }
  return {
    'review.published': rated,
    'review.updated': rated,
    'review.deleted': rated,
    'review.flagged': rated,
    'review.moderated': rated,
    'room.created': roomChanged,
    'room.updated': roomChanged,
    'room.status_changed': roomChanged,
    'room.retired': roomChanged,
    'room.closed': closureChanged,
    'room.reopened': closureChanged
  }
}
