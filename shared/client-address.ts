import { isIP } from 'node:net'
import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

/**
 * The IP address that a request comes from. Some proxies write a port behind it in `X-Forwarded-For`, and clients write what they like:
 * where there is no address in it, the request comes from whoever connected to us.
 */
export function clientAddress ({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const bare = ip.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  return isIP(bare) === 0 ? socket.remoteAddress ?? '' : bare
}

/** Whom a request is counted for: the user, or the address where nobody is logged in. One household has a /64 of IPv6 addresses. */
export function callerKey (request: FastifyRequest): string {
  return request.caller?.id ?? normalizeIP(clientAddress(request), 64)
}
