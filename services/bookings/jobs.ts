import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { BookingsRepository } from './repository/index.ts'

const settleMilliseconds = 5_000

/** The background work of the bookings service. */
export function bookingsJobs (app: Pick<FastifyInstance, 'jobs'>, bookings: BookingsRepository): void {
  app.jobs.every('settle bookings', settleMilliseconds, async () => { await bookings.settleDue(uuid()) })
}
