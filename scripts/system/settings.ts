import { resolve } from 'node:path'
import type { TObject } from '@sinclair/typebox'
import { BookingsConfig } from '../../services/bookings/config.ts'
import { ReviewsConfig } from '../../services/reviews/config.ts'
import { RoomsConfig } from '../../services/rooms/config.ts'
import { UsersConfig } from '../../services/users/config.ts'
import { readVariable } from '../../shared/config.ts'
import { services, type Service } from './databases.ts'

/** The environment that each service reads. */
export const environmentSchemas: Record<Service, TObject> = { users: UsersConfig, rooms: RoomsConfig, bookings: BookingsConfig, reviews: ReviewsConfig }

/** Where a service listens when nothing else is configured: what the documents for people begin with. */
export function defaultAddressOf (service: string): string {
  return `http://127.0.0.1:${environmentSchemas[service as Service].properties['PORT']?.['default']}`
}

const ownPorts = 'USERS_PORT, ROOMS_PORT, BOOKINGS_PORT and REVIEWS_PORT say where the services listen.'
const ownSecrets = 'The services of a checkout have secrets of their own.'

/** What `npm start` decides itself, and what there is to know about it for whoever wants it otherwise. */
export const decidedByStart: Readonly<Record<string, string>> = {
  PORT: ownPorts,
  METRICS_PORT: 'One port cannot be that of four services. The system in containers serves metrics.',
  USERS_URL: ownPorts,
  ROOMS_URL: ownPorts,
  BOOKINGS_URL: ownPorts,
  DATABASE_URL: 'Each service gets a database of its own on the server that MYSQL_ADMIN_URL names.',
  REDIS_PREFIX: 'Each checkout has a prefix of its own.',
  SERVICE_CLIENT_ID: ownSecrets,
  SERVICE_CLIENT_SECRET: ownSecrets,
  SERVICE_CLIENTS: ownSecrets
}

/** They reach the services by way of `provideServers`, which tries them first. */
const namingServers = ['REDIS_URL', 'RABBITMQ_URL']

export interface Settings {
  /** What of the environment each service reads, without what `npm start` decides. */
  environments: Record<Service, Record<string, string>>
  /** A line for each variable that is set in vain. */
  notices: string[]
}

/**
 * What of an environment the services are to have. The names are those of their configuration, and all that OpenTelemetry reads by itself.
 *
 * @throws Error when a variable is set twice, by itself and as a file, or its file cannot be read
 */
export function settingsOf (environment: Record<string, string | undefined>): Settings {
  const isSet = (name: string): boolean => environment[name] !== undefined || environment[`${name}_FILE`] !== undefined
  const ofOpenTelemetry = Object.keys(environment).filter(name => name.startsWith('OTEL_') && !name.endsWith('_FILE'))
  const entriesOf = (service: Service): Array<[string, string]> => [...Object.keys(environmentSchemas[service].properties), ...ofOpenTelemetry].flatMap(name => {
    if (Object.hasOwn(decidedByStart, name) || namingServers.includes(name)) return []
    const value = readVariable(name, environment)
    return value === undefined ? [] : [[name, absolute(name, value)]]
  })
  return {
    environments: Object.fromEntries(services.map(service => [service, Object.fromEntries(entriesOf(service))])) as Record<Service, Record<string, string>>,
    notices: Object.entries(decidedByStart).flatMap(([name, advice]) => isSet(name) ? [`${name} is set, but npm start decides it itself. ${advice}`] : [])
  }
}

/** A path is meant from where `npm start` runs; the services run elsewhere. */
function absolute (name: string, value: string): string {
  return /_(DIRECTORY|DESTINATION)$/.test(name) && value !== '' ? resolve(value) : value
}
