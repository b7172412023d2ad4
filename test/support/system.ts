import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import mysql, { type Pool, type RowDataPacket } from 'mysql2/promise'
import { request } from 'undici'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { provideServers, type Servers } from '../../scripts/infrastructure/servers.ts'
import { createDatabases, dropDatabases, services, type Service } from '../../scripts/system/databases.ts'
import { forget } from '../../scripts/system/forget.ts'
import { environmentOf, type SystemOptions } from '../../scripts/system/services.ts'
import { takeTemporaryName } from '../../scripts/system/temporary.ts'
import { buildBookings } from '../../services/bookings/app.ts'
import { BookingsConfig } from '../../services/bookings/config.ts'
import { buildReviews } from '../../services/reviews/app.ts'
import { ReviewsConfig } from '../../services/reviews/config.ts'
import { buildRooms } from '../../services/rooms/app.ts'
import { RoomsConfig } from '../../services/rooms/config.ts'
import { buildUsers } from '../../services/users/app.ts'
import { UsersConfig } from '../../services/users/config.ts'
import { readConfig } from '../../shared/config.ts'
import { createClient, type Client } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import type { Session, User, UserRole } from '../../shared/contract/generated/users.schemas.ts'
import { migrate } from '../../shared/migrate.ts'
import { watchConformance } from './conformance.ts'
import { recordCoverage } from './coverage.ts'
import { watchSecrets, type SecretWatch } from './secrets.ts'

/** What a test gives to have something undone; a test of tap has it. */
export interface Scope { teardown: (action: () => Promise<void>) => void }

/** Somebody who is logged in. */
export interface Person { user: User, token: string, session: Session, password: string }

export interface RawRequest { method?: string, token?: string | undefined, headers?: Record<string, string>, body?: unknown, signal?: AbortSignal }
export interface RawAnswer { status: number, headers: Record<string, string>, text: string, json: any }

/** How an instance of a service differs from the first. */
export interface Difference {
  environment?: Record<string, string>
  /** Makes it fail; then a 500 is as it should be. */
  sabotage?: (app: FastifyInstance) => void
}

export interface Clients {
  users: Client<UsersOperations>
  rooms: Client<RoomsOperations>
  bookings: Client<BookingsOperations>
  reviews: Client<ReviewsOperations>
}

/** The four services on databases, keys and an exchange of their own. */
export interface TestSystem extends Clients {
  urls: Record<Service, string>
  apps: Record<Service, FastifyInstance>
  servers: Servers
  /** How the services were configured; for starting one in a process of its own. */
  options: SystemOptions
  /** What is secret; none of it may be in a log line, an event, or an answer that has no field for it. */
  secrets: SecretWatch
  /** Straight into the database of a service: to arrange what no client could, and to see what is really stored. */
  sql: Record<Service, Pool>
  /** Registers somebody, confirms the address, gives the role and logs in. */
  person: (role?: UserRole) => Promise<Person>
  /** An access token with the role `service`. */
  serviceToken: (service?: Service) => Promise<string>
  /** Another instance of a service on the same data, listening elsewhere. Returns its URL. */
  anotherInstance: (service: Service, difference?: Difference) => Promise<string>
  /** What a service serves to Prometheus. */
  metrics: (service: Service) => Promise<string>
  /** A request as curl would send it; a string or Buffer body goes as it is. */
  send: (service: Service | string, path: string, options?: RawRequest) => Promise<RawAnswer>
}

const builders = {
  users: async (environment: Record<string, string>) => await buildUsers(readConfig(UsersConfig, environment)),
  rooms: async (environment: Record<string, string>) => await buildRooms(readConfig(RoomsConfig, environment)),
  bookings: async (environment: Record<string, string>) => await buildBookings(readConfig(BookingsConfig, environment)),
  reviews: async (environment: Record<string, string>) => await buildReviews(readConfig(ReviewsConfig, environment))
}

/**
 * Starts the four services for a test file. Everything is made anew and removed at the end. Every answer of every service is held
 * against its contract; one that does not fit, or is a 500, fails the test. So does a secret in what the services log, answer or publish.
 *
 * @param t the test that it ends with
 * @param environment more configuration, for all services
 * @param ownServers servers to use instead of the common ones: those that the test is going to stop
 */
export async function testSystem (t: Scope, environment: Record<string, string> = {}, ownServers: Partial<Servers> = {}): Promise<TestSystem> {
  const undo: Array<() => Promise<unknown>> = []
  t.teardown(async () => {
    const failures: unknown[] = []
    for (const action of undo.reverse()) await action().catch((error: unknown) => { failures.push(error) })
    if (failures.length > 0) throw failures[0]
  })
  const common = await provideServers({ log: () => {} })
  undo.push(common.stop)
  const servers: Servers = { ...common, ...ownServers }
  const { name, release } = await takeTemporaryName(common.mysqlUrl)
  undo.push(release)
  const directory = await mkdtemp(join(tmpdir(), 'smart-meeting-room-'))
  undo.push(async () => { await rm(directory, { recursive: true, force: true }) })
  undo.push(async () => { await forget(servers, `${name}:`, [name]) })
  undo.push(async () => { await dropDatabases(servers.mysqlUrl, name) })
  const databaseUrls = await createDatabases(servers.mysqlUrl, name, randomBytes(18).toString('base64url'))
  await Promise.all(services.map(async service => await migrate(service, databaseUrls[service])))
  const ports = Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
  const options: SystemOptions = {
    root: join(import.meta.dirname, '../..'),
    databaseUrls,
    redisUrl: servers.redisUrl,
    rabbitmqUrl: servers.rabbitmqUrl,
    ports,
    serviceSecret: name,
    logs: directory,
    environment: {
      LOG_LEVEL: 'fatal',
      REDIS_PREFIX: `${name}:`,
      EVENT_EXCHANGE: name,
      SIGNING_KEYS_DIRECTORY: join(directory, 'keys'),
      MAIL_DIRECTORY: join(directory, 'mail'),
      PASSWORD_MEMORY_KIB: '1024',
      RATE_LIMIT_PER_MINUTE: '1000000',
      OVERLOAD_LAG_MILLISECONDS: '0', // four services and a test share one event loop
      ...environment
    }
  }

  const logs = join(directory, 'logs')
  await mkdir(logs)
  const secrets = watchSecrets()
  secrets.add(...services.map(service => environmentOf(service, options)['SERVICE_CLIENT_SECRET'] as string))
  const faults: string[] = []
  undo.push(async () => { if (faults.length > 0) throw new Error(`Answers that are not what the contract says:\n${faults.join('\n')}`) })
  undo.push(async () => { await findLeaks(secrets, logs, databaseUrls) })
  const start = async (service: Service, port: number, { environment = {}, sabotage }: Difference = {}): Promise<FastifyInstance> => {
    const app = await builders[service]({ ...environmentOf(service, options), LOG_LEVEL: 'trace', LOG_DESTINATION: join(logs, service), ...environment })
    sabotage?.(app)
    const found = watchConformance(app, service, sabotage !== undefined)
    secrets.watch(app)
    recordCoverage(app, service)
    undo.push(async () => {
      await app.close()
      faults.push(...found)
    })
    await app.listen({ host: '127.0.0.1', port })
    return app
  }
  const apps = {} as Record<Service, FastifyInstance>
  for (const service of services) apps[service] = await start(service, ports[service])

  const urls = Object.fromEntries(services.map(service => [service, `http://127.0.0.1:${ports[service]}`])) as Record<Service, string>
  const clients: Clients = {
    users: createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds: 20_000, connections: 128 }),
    rooms: createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds: 20_000, connections: 128 }),
    bookings: createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds: 20_000, connections: 128 }),
    reviews: createClient<ReviewsOperations>(reviewsContract, { service: 'reviews', baseUrl: urls.reviews, deadlineMilliseconds: 20_000, connections: 128 })
  }
  undo.push(async () => await Promise.all(Object.values(clients).map(async client => { await client.close() })))
  const sql = Object.fromEntries(services.map(service => [service, mysql.createPool({ uri: databaseUrls[service], timezone: 'Z', connectionLimit: 4 })])) as unknown as Record<Service, Pool>
  undo.push(async () => await Promise.all(services.map(async service => { await sql[service].end() })))

  return {
    ...clients,
    urls,
    apps,
    servers,
    options,
    secrets,
    sql,
    person: async (role = 'user') => {
      const username = `p-${randomBytes(6).toString('hex')}`
      const password = randomBytes(12).toString('base64url')
      const { user } = await clients.users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Pat Person', password } })
      await sql.users.execute('UPDATE user SET role = ?, email_key = pending_email_key, email_confirmed_at = created_at, pending_email = NULL, pending_email_key = NULL WHERE id = ?', [role, user.id])
      const session = await clients.users.login({ body: { login: username, password } })
      return { user: session.user, token: session.accessToken, session, password }
    },
    serviceToken: async (service = 'bookings') => {
      const { SERVICE_CLIENT_ID: clientId = '', SERVICE_CLIENT_SECRET: clientSecret = '' } = environmentOf(service, options)
      return (await clients.users.issueServiceToken({ body: { clientId, clientSecret } })).accessToken
    },
    anotherInstance: async (service, difference) => {
      const port = await freePort()
      await start(service, port, difference)
      return `http://127.0.0.1:${port}`
    },
    metrics: async service => await apps[service].registry.metrics(),
    send: async (service, path, { method = 'GET', token, headers = {}, body, signal } = {}) => {
      const isRaw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
      const answer = await request(`${urls[service as Service] ?? service}${path}`, {
        method: method as never,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
        body: isRaw ? body as string | Buffer | undefined ?? null : JSON.stringify(body),
        ...(signal && { signal })
      })
      const text = await answer.body.text()
      const isJson = String(answer.headers['content-type']).startsWith('application/json') && text !== ''
      return { status: answer.statusCode, headers: answer.headers as Record<string, string>, text, json: isJson ? JSON.parse(text) as unknown : undefined }
    }
  }
}

/** Looks for secrets in what was logged, published and answered. */
async function findLeaks (secrets: SecretWatch, logs: string, databaseUrls: Record<Service, string>): Promise<void> {
  const leaks = [...secrets.told]
  for (const service of await readdir(logs)) leaks.push(...secrets.findIn(await readFile(join(logs, service), 'utf8')).map(secret => `${service} logged ${secret}`))
  for (const service of services) {
    const connection = await mysql.createConnection(databaseUrls[service])
    const [events] = await connection.query<RowDataPacket[]>('SELECT event FROM outbox')
    leaks.push(...secrets.findIn(events.map(({ event }) => String(event)).join('\n')).map(secret => `${service} published ${secret}`))
    await connection.end()
  }
  if (leaks.length > 0) throw new Error(`Secrets where they do not belong:\n${leaks.join('\n')}`)
}
