import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Repository } from './repository/index.ts'

const settleMilliseconds = 5_000
const makeReportsMilliseconds = 1_000
const removeFilesMilliseconds = 60_000

/** The background work of the bookings service. */
export function bookingsJobs (app: Pick<FastifyInstance, 'jobs'>, { repository: { bookings, reports }, makeReports }: { repository: Repository, makeReports: (closing: AbortSignal) => Promise<void> }): void {
  app.jobs.every('settle bookings', settleMilliseconds, async () => { await bookings.settleDue(uuid()) })
  app.jobs.every('make reports', makeReportsMilliseconds, makeReports)
  app.jobs.every('remove files of reports', removeFilesMilliseconds, reports.removeFiles)
}
