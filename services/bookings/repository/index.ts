import type { FastifyInstance } from 'fastify'
import { bookingStatements } from './bookings.ts'
import { readingStatements } from './reading.ts'
import { seriesStatements } from './series.ts'

/** Every statement of the bookings service. */
export function bookingsRepository (app: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>) {
  return { ...bookingStatements(app), ...readingStatements(app), ...seriesStatements(app) }
}

export type BookingsRepository = ReturnType<typeof bookingsRepository>
