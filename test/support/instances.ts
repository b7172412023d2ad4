import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Service } from '../../scripts/system/databases.ts'
import { environmentOf, type SystemOptions } from '../../scripts/system/services.ts'
import { buildBookings } from '../../services/bookings/app.ts'
import { BookingsConfig } from '../../services/bookings/config.ts'
import { buildReviews } from '../../services/reviews/app.ts'
import { ReviewsConfig } from '../../services/reviews/config.ts'
import { buildRooms } from '../../services/rooms/app.ts'
import { RoomsConfig } from '../../services/rooms/config.ts'
import { buildUsers } from '../../services/users/app.ts'
import { UsersConfig } from '../../services/users/config.ts'
import { readConfig } from '../../shared/config.ts'
import { watchConformance } from './conformance.ts'
import { recordCoverage } from './coverage.ts'
import type { SecretWatch } from './secrets.ts'

/** How an instance of a service differs from the first. */
export interface Difference {
  environment?: Record<string, string>
  /** Makes it fail; then a 500 is as it should be. */
  sabotage?: (app: FastifyInstance) => void
}

/** Starts the services of one system in this process and watches what they answer. */
export interface Instances {
  start: (service: Service, port: number, difference?: Difference) => Promise<FastifyInstance>
  /** @throws Error with every answer since the last call that did not fit its contract */
  assertFaultless: () => void
}

const builders = {
  users: async (environment: Record<string, string>) => await buildUsers(readConfig(UsersConfig, environment)),
  rooms: async (environment: Record<string, string>) => await buildRooms(readConfig(RoomsConfig, environment)),
  bookings: async (environment: Record<string, string>) => await buildBookings(readConfig(BookingsConfig, environment)),
  reviews: async (environment: Record<string, string>) => await buildReviews(readConfig(ReviewsConfig, environment))
}

/** @param logs a directory; each service writes everything that it logs to a file of its name */
export function instancesOf (options: SystemOptions, secrets: SecretWatch, logs: string): Instances {
  const faults: string[][] = []
  return {
    start: async (service, port, { environment = {}, sabotage } = {}) => {
      const app = await builders[service]({ ...environmentOf(service, options), LOG_LEVEL: 'trace', LOG_DESTINATION: join(logs, service), ...environment })
      sabotage?.(app)
      faults.push(watchConformance(app, service, sabotage !== undefined))
      secrets.watch(app)
      recordCoverage(app, service)
      await app.listen({ host: '127.0.0.1', port })
      return app
    },
    assertFaultless: () => {
      const found = faults.flatMap(ofInstance => ofInstance.splice(0))
      if (found.length > 0) throw new Error(`Answers that are not what the contract says:\n${found.join('\n')}`)
    }
  }
}
