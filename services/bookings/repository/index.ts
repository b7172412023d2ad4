import type { FastifyInstance } from 'fastify'
import type { CountChanges } from '../metrics.ts'
import { bookingStatements } from './bookings.ts'
import { calendarOf } from './calendar.ts'
import { feedStatements } from './feeds.ts'
import { readingStatements } from './reading.ts'
import { reportStatements } from './reports.ts'
import { seriesStatements } from './series.ts'

/** Every statement of the bookings service. */
export function bookingsRepository (app: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>, countChanges: CountChanges) {
  const calendar = calendarOf(app, countChanges)
  return { ...bookingStatements(app, calendar), ...readingStatements(app), ...seriesStatements(app, calendar), ...reportStatements(app), ...feedStatements(app) }
}

export type BookingsRepository = ReturnType<typeof bookingsRepository>
