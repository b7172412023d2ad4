import type { FastifyInstance } from 'fastify'
import type { CountChanges } from '../metrics.ts'
import { attendeesRepository } from './attendees.ts'
import { bookingsRepository } from './bookings.ts'
import { calendarOf } from './calendar.ts'
import { consequencesRepository } from './consequences.ts'
import { feedsRepository } from './feeds.ts'
import { readingRepository } from './reading.ts'
import { reportsRepository } from './reports.ts'
import { seriesRepository } from './series.ts'
import { seriesDecisionsRepository } from './series-decisions.ts'

/** Every statement of the bookings service, by what it is about. */
export function createRepository (app: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>, countChanges: CountChanges) {
  const calendar = calendarOf(app, countChanges)
  return {
    attendees: attendeesRepository(app, calendar),
    bookings: bookingsRepository(app, calendar),
    consequences: consequencesRepository(app, calendar),
    reading: readingRepository(app),
    series: seriesRepository(app, calendar),
    seriesDecisions: seriesDecisionsRepository(app, calendar),
    reports: reportsRepository(app),
    feeds: feedsRepository(app)
  }
}

export type Repository = ReturnType<typeof createRepository>
