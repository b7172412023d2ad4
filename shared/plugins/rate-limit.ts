import rateLimitPlugin, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Refusal } from '../errors.ts'

export interface RateLimitOptions {
  perMinute: number
  prefix: string
}

const exempt = new Set(['/health', '/ready', '/metrics'])

/** Counts the requests of every user, or of every address where nobody is logged in, in Redis; without Redis nothing is counted. */
export const rateLimit = fp(async (app: FastifyInstance, { perMinute, prefix }: RateLimitOptions) => {
  await app.register(rateLimitPlugin, {
    max: perMinute,
    timeWindow: '1 minute',
    hook: 'preParsing', // after the guard, which knows the user, and before the body is read
    redis: app.redis,
    nameSpace: `${prefix}rate:`,
    skipOnError: true,
    enableDraftSpec: true,
    allowList: request => exempt.has(request.routeOptions.url ?? ''),
    // One household has a /64 of IPv6 addresses.
    keyGenerator: request => request.caller?.id ?? normalizeIP(request.ip, 64),
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000))
      return new Refusal('request.rate_limited', `Too many requests. Try again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } })
    }
  })
}, { name: 'rate-limit', dependencies: ['cache', 'auth'] })
