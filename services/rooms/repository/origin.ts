import type { FastifyInstance } from 'fastify'
import type { Attempt } from '../../../shared/contract/attempt.ts'

/** What the statements need of the server. */
export type Needs = Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency' | 'cache'>

/** Who makes a change, and how it can be traced and repeated. */
export interface Origin { actorId: string | null, correlationId: string, attempt?: Attempt | undefined }

/** The subject in the cache of everything that lists and searches look at. */
export const catalogueSubject = 'catalogue'

/** The subject in the cache of one room. */
export function roomSubject (id: string): string {
  return `room:${id}`
}
