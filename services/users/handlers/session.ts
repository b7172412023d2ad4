import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { Session, User } from '../../../shared/contract/generated/users.schemas.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { clientAddress } from '../../../shared/client-address.ts'
import { Refusal } from '../../../shared/errors.ts'
import { assertGoodPassword } from '../domain/password-rules.ts'
import { loginKey } from '../repository/lockout.ts'
import type { Origin } from '../repository/sessions.ts'
import { newToken } from '../tokens.ts'
import type { Needs } from './needs.ts'

type Operations = 'getJsonWebKeySet' | 'registerUser' | 'login' | 'refreshSession' | 'requestPasswordReset' | 'resetPassword' | 'requestEmailConfirmation' | 'confirmEmail' | 'logout' | 'getCurrentSession' | 'issueServiceToken'

const keySetSeconds = 300

/** Getting in, staying in and getting out. */
export function sessionHandlers ({ repository, passwords, prove, keys, signAccessToken, accessTokenSeconds, refreshTokenDays, requireConfirmedEmail, serviceClients }: Needs): Pick<Handlers<typeof usersContract>, Operations> {
  function sessionOf (user: User, sessionId: string, refreshToken: string): Session {
    return { accessToken: signAccessToken({ id: user.id, role: user.role, sessionId, emailConfirmed: user.emailConfirmed }), refreshToken, tokenType: 'Bearer', expiresIn: accessTokenSeconds, user }
  }
  async function openSession (userId: string, passwordHash: string, request: FastifyRequest): Promise<Session> {
    const refreshToken = newToken()
    const opened = await repository.sessions.open(userId, passwordHash, refreshToken, refreshTokenDays, originOf(request))
    if (!opened) throw wrongCredentials() // the account has changed while the password was checked
    return sessionOf(opened.user, opened.sessionId, refreshToken)
  }

  return {
    async getJsonWebKeySet (_input, { reply }) {
      reply.header('cache-control', `public, max-age=${keySetSeconds}`)
      return { keys: keys.publicKeys() }
    },

    async registerUser ({ body: { username, email, fullName, password } }, { correlationId, request, reply }) {
      assertGoodPassword(password, [username, email])
      const passwordHash = await passwords.hash(password)
      const user = await repository.accounts.create({ username, email, fullName, passwordHash, role: 'user' }, { id: null, correlationId })
      reply.header('location', `/api/v1/users/${user.id}`)
      return await openSession(user.id, passwordHash, request)
    },

    async login ({ body: { login, password } }, { request }) {
      const found = await repository.accounts.findByLogin(login)
      const correct = await prove({ account: found && { id: found.user.id, passwordHash: found.passwordHash }, countedAs: loginKey(login), password, address: clientAddress(request) })
      if (!found || !correct) throw wrongCredentials()
      if (found.user.status === 'disabled') throw new Refusal('auth.account_disabled', 'This account is disabled. Ask an admin to enable it.')
      if (requireConfirmedEmail && !found.user.emailConfirmed) throw new Refusal('auth.email_unconfirmed', 'Confirm your e-mail address first: you got a mail for it. requestEmailConfirmation sends another.')
      let { passwordHash } = found
      if (passwords.needsRehash(passwordHash)) {
        const better = await passwords.hash(password)
        if (await repository.accounts.replacePasswordHash(found.user.id, passwordHash, better)) passwordHash = better
      }
      return await openSession(found.user.id, passwordHash, request)
    },

    async refreshSession ({ body: { refreshToken } }, { correlationId, log, request }) {
      const next = newToken()
      const rotation = await repository.sessions.rotate(refreshToken, next, refreshTokenDays, clientAddress(request), correlationId)
      if (rotation.outcome === 'reused') log.warn({ sessionId: rotation.sessionId }, 'refresh token used twice; session ended')
      if (rotation.outcome !== 'rotated') throw new Refusal('auth.refresh_invalid', 'The refresh token is unknown, expired or was used before. Log in.')
      return sessionOf(rotation.user, rotation.sessionId, next)
    },

    async requestPasswordReset ({ body: { email } }, { correlationId }) {
      await repository.mailRequests.ask('password_reset', email, correlationId)
    },

    async resetPassword ({ body: { token, newPassword } }, { correlationId }) {
      // Looked at before as well: a token that somebody made up is not worth a hash.
      const holder = await repository.passwordResets.holderOf(token)
      assertGoodPassword(newPassword, holder ? [holder.username, holder.email] : [])
      const isChanged = holder && await repository.passwordResets.use(token, await passwords.hash(newPassword), correlationId)
      if (!isChanged) throw new Refusal('auth.reset_invalid', 'The token is unknown, expired or was used before. Ask for another with requestPasswordReset.')
    },

    async requestEmailConfirmation ({ body: { email } }, { correlationId }) {
      await repository.mailRequests.ask('email_confirmation', email, correlationId)
    },

    async confirmEmail ({ body: { token } }, { correlationId }) {
      if (!await repository.emailConfirmations.use(token, correlationId)) {
        throw new Refusal('auth.confirmation_invalid', 'The token is unknown, expired or was used before. Ask for another with requestEmailConfirmation.')
      }
    },

    async logout ({ body }, { caller }) {
      if (body?.everywhere) await repository.sessions.endAll(caller.id, 'logged_out')
      else await repository.sessions.end(caller.id, caller.sessionId, 'logged_out')
    },

    async getCurrentSession (_input, { caller }) {
      const session = await repository.sessions.find(caller.sessionId)
      if (!session) throw new Refusal('auth.session_ended', 'This session is over. Log in again.')
      return session
    },

    async issueServiceToken ({ body: { clientId, clientSecret } }) {
      // An unknown client is compared with a secret as well, one that nobody has.
      const expected = serviceClients.get(clientId)
      if (!isSameSecret(clientSecret, expected ?? newToken()) || expected === undefined) {
        throw new Refusal('auth.client_wrong', 'There is no such client, or its secret is wrong. Check SERVICE_CLIENT_ID and SERVICE_CLIENT_SECRET.')
      }
      return { accessToken: signAccessToken({ id: clientId, role: 'service', sessionId: 'service' }), tokenType: 'Bearer', expiresIn: accessTokenSeconds }
    }
  }
}

function wrongCredentials (): Refusal {
  return new Refusal('auth.credentials_wrong', 'There is no such user, or the password is wrong. Check both and try again.')
}

function originOf (request: FastifyRequest): Origin {
  return { device: request.headers['user-agent']?.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200) ?? null, address: clientAddress(request), correlationId: request.id }
}

/** Compares digests: of one length, and in constant time. */
function isSameSecret (given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
