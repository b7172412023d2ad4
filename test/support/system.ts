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
import { createClient, type Client, type ClientOptions } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import type { Session, User, UserRole } from '../../shared/contract/generated/users.schemas.ts'
import { migrate } from '../../shared/migrate.ts'
import { instancesOf, type Difference, type Instances } from './instances.ts'
import { lasting } from './suite.ts'
import { watchSecrets, type SecretWatch } from './secrets.ts'

/** What a test gives to have something undone; a test of tap has it. */
export interface Scope { teardown: (action: () => Promise<void>) => void }

/** Somebody who is logged in. */
export interface Person { user: User, token: string, session: Session, password: string }

export interface RawRequest { method?: string, token?: string | undefined, headers?: Record<string, string>, body?: unknown, signal?: AbortSignal }
export interface RawAnswer { status: number, headers: Record<string, string>, text: string, json: any }

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

const root = join(import.meta.dirname, '../..')

/**
 * Starts the four services for one test file. Everything is made anew and removed at the end. Every answer of every service is held
 * against its contract; one that does not fit, or is a 500, fails the test. So does a secret in what the services log, answer or publish.
 *
 * @param t the test that it ends with
 * @param environment more configuration, for all services
 * @param ownServers servers to use instead of the common ones: those that the test is going to stop
 */
export async function testSystem (t: Scope, environment: Record<string, string> = {}, ownServers: Partial<Servers> = {}): Promise<TestSystem> {
  return (await build(t, environment, ownServers)).system
}

let shared: Promise<Built> | undefined

/**
 * The system of all test files in this process that need no configuration of their own. Each file makes its own users, rooms and times in
 * it, and leaves its services as they are.
 *
 * @param t the test of the file; it fails when an answer did not fit its contract, and the instances end with it that it starts
 */
export async function sharedSystem (t: Scope): Promise<TestSystem> {
  shared ??= build(lasting)
  const { system, instances } = await shared
  t.teardown(async () => { instances.assertFaultless() })
  return { ...system, anotherInstance: anotherInstanceFor(t, instances) }
}

interface Built { system: TestSystem, instances: Instances }

async function build (scope: Scope, environment: Record<string, string> = {}, ownServers: Partial<Servers> = {}): Promise<Built> {
  const undo = undoAtEnd(scope)
  const options = await provide(undo, environment, ownServers)
  const { servers, databaseUrls, ports } = options
  const secrets = watchSecrets()
  secrets.add(...services.map(service => environmentOf(service, options)['SERVICE_CLIENT_SECRET'] as string))
  const logs = join(options.logs, 'logs')
  await mkdir(logs)
  const instances = instancesOf(options, secrets, logs)
  undo(async () => { instances.assertFaultless() })
  undo(async () => { await findLeaks(secrets, logs, databaseUrls) })
  const apps = {} as Record<Service, FastifyInstance>
  for (const service of services) {
    apps[service] = await instances.start(service, ports[service])
    undo(async () => { await apps[service].close() })
  }
  const urls = Object.fromEntries(services.map(service => [service, `http://127.0.0.1:${ports[service]}`])) as Record<Service, string>
  const clients = clientsOf(urls)
  undo(async () => await Promise.all(Object.values(clients).map(async client => { await client.close() })))
  const sql = Object.fromEntries(services.map(service => [service, mysql.createPool({ uri: databaseUrls[service], timezone: 'Z', connectionLimit: 4, maxIdle: 1, idleTimeout: 1_000 })])) as unknown as Record<Service, Pool>
  undo(async () => await Promise.all(services.map(async service => { await sql[service].end() })))
  const system: TestSystem = {
    ...clients,
    urls,
    apps,
    servers,
    options,
    secrets,
    sql,
    person: async role => await register(clients.users, sql.users, role),
    serviceToken: async (service = 'bookings') => {
      const { SERVICE_CLIENT_ID: clientId = '', SERVICE_CLIENT_SECRET: clientSecret = '' } = environmentOf(service, options)
      return (await clients.users.issueServiceToken({ body: { clientId, clientSecret } })).accessToken
    },
    anotherInstance: anotherInstanceFor({ teardown: undo }, instances),
    metrics: async service => await apps[service].registry.metrics(),
    send: async (service, path, options) => await send(`${urls[service as Service] ?? service}${path}`, options)
  }
  return { system, instances }
}

/** Returns what takes actions that are to be done at the end of a test, the last one first; all of them, also when one fails. */
function undoAtEnd (scope: Scope): (action: () => Promise<unknown>) => void {
  const undo: Array<() => Promise<unknown>> = []
  scope.teardown(async () => {
    const failures: unknown[] = []
    for (const action of undo.reverse()) await action().catch((error: unknown) => { failures.push(error) })
    if (failures.length > 0) throw failures[0]
  })
  return action => { undo.push(action) }
}

/** Makes databases, names and directories for a system. */
async function provide (undo: (action: () => Promise<unknown>) => void, environment: Record<string, string>, ownServers: Partial<Servers>): Promise<SystemOptions & { servers: Servers }> {
  const common = await provideServers({ log: () => {} })
  undo(common.stop)
  const servers: Servers = { ...common, ...ownServers }
  const { name, release } = await takeTemporaryName(common.mysqlUrl)
  undo(release)
  const directory = await mkdtemp(join(tmpdir(), 'smart-meeting-room-'))
  undo(async () => { await rm(directory, { recursive: true, force: true }) })
  // Last of what servers hold, since what is left when this fails is found by the names of the databases.
  undo(async () => { await dropDatabases(servers.mysqlUrl, name) })
  undo(async () => { await forget(servers, `${name}:`, [name]) })
  const databaseUrls = await createDatabases(servers.mysqlUrl, name, randomBytes(18).toString('base64url'))
  await Promise.all(services.map(async service => await migrate(service, databaseUrls[service])))
  return {
    servers,
    root,
    databaseUrls,
    redisUrl: servers.redisUrl,
    rabbitmqUrl: servers.rabbitmqUrl,
    ports: Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>,
    serviceSecret: name,
    logs: directory,
    ...process.env['TEST_BUILD'] !== undefined && { built: process.env['TEST_BUILD'] }, // without it, from the sources
    environment: {
      LOG_LEVEL: 'fatal',
      DATABASE_POOL_SIZE: '4', // a server takes 151 connections unless told, and several systems are up at a time
      REDIS_PREFIX: `${name}:`,
      EVENT_EXCHANGE: name,
      SIGNING_KEYS_DIRECTORY: join(directory, 'keys'),
      MAIL_DIRECTORY: join(directory, 'mail'),
      PASSWORD_MEMORY_KIB: '1024',
      RATE_LIMIT_PER_MINUTE: '1000000',
      OVERLOAD_LAG_MILLISECONDS: '0', // four services and a test share one event loop
      CALL_DEADLINE_MILLISECONDS: '15000', // and a machine that may have much else to do
      REDIS_DEADLINE_MILLISECONDS: '10000',
      ...environment
    }
  }
}

function clientsOf (urls: Record<Service, string>): Clients {
  const optionsOf = (service: Service): ClientOptions => ({ service, baseUrl: urls[service], deadlineMilliseconds: 20_000, connections: 128 })
  return {
    users: createClient<UsersOperations>(usersContract, optionsOf('users')),
    rooms: createClient<RoomsOperations>(roomsContract, optionsOf('rooms')),
    bookings: createClient<BookingsOperations>(bookingsContract, optionsOf('bookings')),
    reviews: createClient<ReviewsOperations>(reviewsContract, optionsOf('reviews'))
  }
}

async function register (users: Clients['users'], sql: Pool, role: UserRole = 'user'): Promise<Person> {
  const username = `p-${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('base64url')
  const { user } = await users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Pat Person', password } })
  await sql.execute('UPDATE user SET role = ?, email_key = pending_email_key, email_confirmed_at = created_at, pending_email = NULL, pending_email_key = NULL WHERE id = ?', [role, user.id])
  const session = await users.login({ body: { login: username, password } })
  return { user: session.user, token: session.accessToken, session, password }
}

function anotherInstanceFor (scope: Scope, instances: Instances): TestSystem['anotherInstance'] {
  return async (service, difference) => {
    const port = await freePort()
    const app = await instances.start(service, port, difference)
    scope.teardown(async () => { await app.close() })
    return `http://127.0.0.1:${port}`
  }
}

async function send (url: string, { method = 'GET', token, headers = {}, body, signal }: RawRequest = {}): Promise<RawAnswer> {
  const isRaw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
  const answer = await request(url, {
    method: method as never,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    body: isRaw ? body as string | Buffer | undefined ?? null : JSON.stringify(body),
    ...(signal && { signal })
  })
  const text = await answer.body.text()
  const isJson = String(answer.headers['content-type']).startsWith('application/json') && text !== ''
  return { status: answer.statusCode, headers: answer.headers as Record<string, string>, text, json: isJson ? JSON.parse(text) as unknown : undefined }
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
