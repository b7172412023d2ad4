import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Repository } from './repository/index.ts'

const statusMilliseconds = 5_000

/** The service's background work. */
export function roomsJobs ({ jobs }: Pick<FastifyInstance, 'jobs'>, { rooms }: Pick<Repository, 'rooms'>): void {
  jobs.every('store statuses that have run out', statusMilliseconds, async () => { await rooms.storeRunOut(uuid()) })
}
