import { Type, type Static, type TObject } from '@sinclair/typebox'
import { envSchema } from 'env-schema'

/** The environment of every service. `docs/` has the reference. */
export const commonEnvironment = {
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
  LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>({ type: 'string', enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], default: 'info', description: 'What is logged at least.' }),
  DATABASE_URL: Type.String({ minLength: 1, description: 'The service\'s own database: mysql://user:password@host:port/database.' }),
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, maximum: 500, default: 10, description: 'How many connections to the database are kept.' }),
  REDIS_URL: Type.String({ minLength: 1, description: 'redis://host:port' }),
  REDIS_PREFIX: Type.String({ default: 'smart-meeting-room:', description: 'Goes before every key, so that systems can share a server.' }),
  RABBITMQ_URL: Type.String({ minLength: 1, description: 'amqp://user:password@host:port' }),
  EVENT_EXCHANGE: Type.String({ default: 'smart-meeting-room', description: 'The topic exchange that events go to.' }),
  TOKEN_ISSUER: Type.String({ default: 'smart-meeting-room', description: 'The `iss` of access tokens.' }),
  TOKEN_AUDIENCE: Type.String({ default: 'smart-meeting-room', description: 'The `aud` of access tokens.' }),
  SERVICE_CLIENT_ID: Type.String({ default: '', description: 'The service\'s own name for a token with the role `service`; one of SERVICE_CLIENTS of users.' }),
  SERVICE_CLIENT_SECRET: Type.String({ default: '', description: 'The secret that goes with it.' }),
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 1200, description: 'Requests a minute for each user, or each address where nobody is logged in.' }),
  TRUST_PROXY: Type.Integer({ minimum: 0, maximum: 10, default: 0, description: 'How many proxies stand in front: so many entries of X-Forwarded-For are believed, from the right.' }),
  CORS_ORIGINS: Type.String({ default: '', description: 'Origins that browsers may call from, separated by commas; empty for none.' })
}

/** What every service knows of its environment. */
export type CommonConfig = Static<TObject<typeof commonEnvironment>>

/**
 * Reads the environment once, as the schema says.
 *
 * @throws Error that names each variable that is missing or wrong
 */
export function readConfig<Schema extends TObject> (schema: Schema, environment: Record<string, string | undefined> = process.env): Static<Schema> {
  return envSchema<Static<Schema>>({ schema, data: { ...environment }, env: false })
}
