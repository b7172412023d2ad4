import { Type, type Static, type TObject } from '@sinclair/typebox'
import { envSchema } from 'env-schema'
import { readFileSync } from 'node:fs'

/** The rate for which the contracts give their limits. */
export const defaultRequestsPerMinute = 1200

/** The environment of every service. `docs/` has the reference. */
export const commonEnvironment = {
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
  LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>({ type: 'string', enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], default: 'info', description: 'What is logged at least.' }),
  LOG_DESTINATION: Type.String({ default: '', description: 'A file that log lines are added to; empty for standard output.' }),
  METRICS_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 0, description: 'Port of `/metrics`, for Prometheus alone: do not publish it. 0 to serve no metrics.' }),
  DATABASE_URL: Type.String({ minLength: 1, description: 'The service\'s own database: mysql://user:password@host:port/database.' }),
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 500, default: 10, description: 'How many connections to the database are kept.' }),
  DATABASE_LOCK_WAIT_SECONDS: Type.Integer({ minimum: 1, maximum: 7, default: 2, description: 'How long a change waits for others of the same, as bookings of one room; after waiting twice the answer is 503.' }),
  REDIS_URL: Type.String({ minLength: 1, description: 'redis://host:port' }),
  REDIS_DEADLINE_MILLISECONDS: Type.Integer({ minimum: 1, default: 500, description: 'How long Redis may take to answer; then it goes on without. Raise it where Redis is far away.' }),
  REDIS_PREFIX: Type.String({ default: 'smart-meeting-room:', description: 'Goes before every key, so that systems can share a server.' }),
  CACHE_MEMORY_CHARACTERS: Type.Integer({ minimum: 1, default: 32_000_000, description: 'How many characters of JSON of what was read from the cache the process keeps; a character takes one to two bytes of memory. What is used longest ago goes first, and a value that is longer than all that is never kept.' }),
  RABBITMQ_URL: Type.String({ minLength: 1, description: 'amqp://user:password@host:port' }),
  EVENT_EXCHANGE: Type.String({ default: 'smart-meeting-room', description: 'The topic exchange that events go to.' }),
  TOKEN_ISSUER: Type.String({ default: 'smart-meeting-room', description: 'The `iss` of access tokens.' }),
  TOKEN_AUDIENCE: Type.String({ default: 'smart-meeting-room', description: 'The `aud` of access tokens.' }),
  SERVICE_CLIENT_ID: Type.String({ default: '', description: 'The service\'s own name for a token with the role `service`; one of SERVICE_CLIENTS of users.' }),
  SERVICE_CLIENT_SECRET: Type.String({ default: '', description: 'The secret that goes with it.' }),
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: defaultRequestsPerMinute, description: 'Requests a minute for each user, or each address where nobody is logged in. The lower limits of single operations, `x-rate-limit` in the contracts, grow and shrink with it.' }),
  OVERLOAD_REQUESTS: Type.Integer({ minimum: 1, default: 1000, description: 'How many requests may be under way at once; beyond that the answer is 503. A request whose body is still arriving is not under way.' }),
  OVERLOAD_REQUESTS_PER_CALLER: Type.Integer({ minimum: 1, default: 250, description: 'How many of them, and of requests that are still arriving, one user may have, or one address where nobody is logged in; beyond that the answer is 429.' }),
  OVERLOAD_LAG_MILLISECONDS: Type.Integer({ minimum: 0, default: 500, description: 'How late the event loop may be, on average of two seconds; beyond that the answer is 503. 0 for no limit.' }),
  PUBLIC_URL: Type.String({ default: '', pattern: '^(https?://.*)?$', description: 'Where programs outside reach the service: what the URLs of calendar feeds, and the links that stop mails, begin with. Empty for `http://127.0.0.1:<PORT>`. With https, answers carry Strict-Transport-Security.' }),
  TRUST_PROXY: Type.Integer({ minimum: 0, maximum: 10, default: 0, description: 'How many proxies stand in front: so many entries of X-Forwarded-For are believed, from the right.' }),
  STARTUP_TIMEOUT_SECONDS: Type.Integer({ minimum: 0, default: 60, description: 'How long to wait for the database when starting.' }),
  CALL_DEADLINE_MILLISECONDS: Type.Integer({ minimum: 2, default: 2_000, description: 'How long a call of another service may take with its retries; half of it where bookings asks rooms. Keep it well below REQUEST_DEADLINE_SECONDS.' }),
  REQUEST_DEADLINE_SECONDS: Type.Integer({ minimum: 1, default: 20, description: 'How long a request may take; then it is answered 503.' }),
  SHUTDOWN_DELAY_SECONDS: Type.Integer({ minimum: 0, default: 0, description: 'How long to go on after SIGTERM, while `/ready` answers 503, so that load balancers send no more: longer than they take to notice.' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.String({ default: '', description: 'The OpenTelemetry collector that traces are sent to, as JSON over HTTP: http://host:4318. Empty for none. Its SDK knows more variables: OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS, OTEL_BSP_SCHEDULE_DELAY …' }),
  CORS_ORIGINS: Type.String({ default: '', description: 'Origins that browsers may call from, separated by commas; empty for none.' })
}

/** What every service knows of its environment. */
export type CommonConfig = Static<TObject<typeof commonEnvironment>>

/**
 * Reads the environment once, as the schema says. Every variable can also be a file, as secrets are: `DATABASE_URL_FILE` names one
 * that holds the `DATABASE_URL`.
 *
 * @throws Error that names each variable that is missing or wrong
 */
export function readConfig<Schema extends TObject> (schema: Schema, environment: Record<string, string | undefined> = process.env): Static<Schema> {
  const data = Object.fromEntries(Object.keys(schema.properties).flatMap(name => {
    const value = readVariable(name, environment)
    return value === undefined ? [] : [[name, value]]
  }))
  return envSchema<Static<Schema>>({ schema, data, env: false })
}

/**
 * A variable of the environment, or what is in the file that `<name>_FILE` names, without the line break at its end.
 *
 * @throws Error when both are set, or the file cannot be read
 */
export function readVariable (name: string, environment: Record<string, string | undefined> = process.env): string | undefined {
  const value = environment[name]
  const path = environment[`${name}_FILE`]
  if (path === undefined) return value
  if (value !== undefined) throw new Error(`${name} and ${name}_FILE are both set; set one of them`)
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    throw new Error(`${name}_FILE: ${(error as Error).message}`, { cause: error })
  }
}
