import rateLimitPlugin from '@fastify/rate-limit'
import type { FastifyInstance, preHandlerAsyncHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { callerKey } from '../client-address.ts'
import { defaultRequestsPerMinute } from '../config.ts'
import type { Operation } from '../contract/contract.ts'
import { Refusal } from '../errors.ts'
import { isProbe } from './health.ts'

export interface RateLimitOptions {
  perMinute: number
  prefix: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts a refused request, unless it is counted already.
     * @throws Refusal `request.rate_limited` when it is one too many
     */
    countRequest: preHandlerAsyncHookHandler
  }
}

/**
 * Counts the requests of every user, or of every address where nobody is logged in, in Redis; without Redis nothing is counted. Operations
 * to which their contract gives a limit of their own are counted by themselves. Services are not counted: what they ask, they ask for
 * users who were. What is refused before it gets here, for its token or its path, is counted by the error handler.
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
      const { operation } = request.routeOptions.config
      return operation?.rateLimit === undefined ? callerKey(request) : `${operation.operationId}:${callerKey(request)}`
    },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000))
      return new Refusal('request.rate_limited', `Too many requests. Try again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } })
    }
  })
  // By themselves: who guesses tokens must not use up what others at the address do without one, such as getting the keys.
  app.decorate('countRequest', app.rateLimit({ max: perMinute, keyGenerator: request => `refused:${callerKey(request)}` }) as preHandlerAsyncHookHandler)
}, { name: 'rate-limit', dependencies: ['cache', 'auth'] })
