import type { FastifyInstance } from 'fastify'
import type { Consumers } from '../../shared/plugins/consumer.ts'
import { catalogueSubject, roomSubject } from './repository/origin.ts'

/**
 * What the service does about events. It listens to its own: an instance that died between its commit and telling the cache is made
 * good by whoever gets the event. To do so twice costs a miss, so nothing is claimed.
 */
export function roomsConsumers ({ cache }: Pick<FastifyInstance, 'cache'>): Consumers {
  const roomChanged = async ({ subject }: { subject: string }): Promise<void> => { await cache.invalidate(catalogueSubject, roomSubject(subject)) }
  const closureChanged = async (): Promise<void> => { await cache.invalidate(catalogueSubject) }
  return {
    'room.created': roomChanged,
    'room.updated': roomChanged,
    'room.status_changed': roomChanged,
    'room.retired': roomChanged,
    'room.closed': closureChanged,
    'room.reopened': closureChanged
  }
}
