import jwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import type { Caller, Role } from '../contract/contract.ts'
import { Refusal } from '../errors.ts'

/** The claims of an access token; `sid` is `service` where a service has no session, `email_verified` is as of OpenID Connect. */
export interface Claims { sub: string, role: Role, sid: string, email_verified?: boolean, jti: string, iss: string, aud: string, iat: number, exp: number }

export interface AuthOptions {
  issuer: string
  audience: string
  /**
   * The public key of a key id as PEM.
   * @throws Refusal when no key has this id, or no keys could be had
   */
  publicKey: (kid: string) => Promise<string>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Lets only holders of one of the roles through, before anything of the request is looked at. */
    guard: (roles: readonly Role[]) => onRequestAsyncHookHandler
  }
  interface FastifyRequest { caller: Caller | null }
}
declare module '@fastify/jwt' {
  interface FastifyJWT { user: Claims }
}

/** Verifies access tokens, which only the users service can make, and that their sessions last. */
export const auth = fp(async (app: FastifyInstance, { issuer, audience, publicKey }: AuthOptions) => {
  await app.register(jwt, {
    secret: { private: '', public: async (_request: FastifyRequest, token: { header: { kid?: unknown } }) => await publicKey(String(token.header.kid)) } as never,
    decode: { complete: true },
    verify: {
      algorithms: ['EdDSA'],
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims: ['iss', 'aud', 'sub', 'role', 'sid', 'jti', 'iat', 'exp'],
      cache: 10_000
    }
  })
  app.decorateRequest('caller', null)
  app.decorate('guard', roles => async request => {
    const { sub, role, sid, email_verified: emailConfirmed = false } = await request.jwtVerify<Claims>()
    const token = (request.headers.authorization ?? '').slice('Bearer '.length)
    if (role !== 'service' && !await app.sessions.lasts(sid, { token, correlationId: request.id })) {
      throw new Refusal('auth.session_ended', 'This session is over. Log in again.')
    }
    request.caller = { id: sub, role, sessionId: sid, emailConfirmed, token }
    if (!roles.includes(role)) {
      throw new Refusal('auth.role_missing', `This needs ${roles.length > 1 ? 'one of the roles' : 'the role'} ${roles.join(', ')}; yours is ${role}.`)
    }
  })
}, { name: 'auth', dependencies: ['sessions'] })
