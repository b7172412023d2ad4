import rateLimitPlugin, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { clientAddress } from '../client-address.ts'
import { defaultRequestsPerMinute } from '../config.ts'
import type { Operation } from '../contract/contract.ts'
import { Refusal } from '../errors.ts'
import { isProbe } from './health.ts'

export interface RateLimitOptions {
  perMinute: number
  prefix: string
}

/**
 * Counts the requests of every user, or of every address where nobody is logged in, in Redis; without Redis nothing is counted. Operations
 * to which their contract gives a limit of their own are counted by themselves. Services are not counted: what they ask, they ask for
 * users who were.
 */
export const rateLimit = fp(async (app: FastifyInstance, { perMinute, prefix }: RateLimitOptions) => {
  const limitOf = (operation: Operation | undefined): number => operation?.rateLimit === undefined ? perMinute : Math.ceil(operation.rateLimit * perMinute / defaultRequestsPerMinute)
  await app.register(rateLimitPlugin, {
    max: request => limitOf(request.routeOptions.config.operation),
    timeWindow: '1 minute',
    hook: 'preParsing', // after the guard, which knows the user, and before the body is read
    redis: app.redis,
    nameSpace: `${prefix}rate:`,
    skipOnError: true,
    enableDraftSpec: true,
    allowList: request => request.caller?.role === 'service' || isProbe(request),
    keyGenerator: request => {
      // One household has a /64 of IPv6 addresses.
      const who = request.caller?.id ?? normalizeIP(clientAddress(request), 64)
      const { operation } = request.routeOptions.config
      return operation?.rateLimit === undefined ? who : `${operation.operationId}:${who}`
    },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000))
      return new Refusal('request.rate_limited', `Too many requests. Try again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } })
    }
  })
}, { name: 'rate-limit', dependencies: ['cache', 'auth'] })
