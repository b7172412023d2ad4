import type { FastifyInstance } from 'fastify'

/** What the statements need of the service. */
export type Needs = Pick<FastifyInstance, 'database' | 'outbox' | 'sessions' | 'idempotency'> & { confirmationMailsPerDay: number }
