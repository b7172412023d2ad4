import type { usersContract } from '../../shared/contract/generated/users.operations.ts'
import type { Session, User } from '../../shared/contract/generated/users.schemas.ts'
import type { Handlers } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import { isCommonPassword } from './domain/common-passwords.ts'
import type { Passwords } from './passwords.ts'
import type { UsersRepository } from './repository.ts'
import type { SigningKeys } from './signing-keys.ts'
import { newRefreshToken, type accessTokens } from './tokens.ts'

interface Needs {
  probes: Pick<Handlers<typeof usersContract>, 'getHealth' | 'getReadiness'>
  users: UsersRepository
  passwords: Passwords
  keys: SigningKeys
  signAccessToken: ReturnType<typeof accessTokens>
  accessTokenSeconds: number
  refreshTokenDays: number
}

const keySetSeconds = 300

/** One method for each operation of the users contract. */
export function usersHandlers ({ probes, users, passwords, keys, signAccessToken, accessTokenSeconds, refreshTokenDays }: Needs): Handlers<typeof usersContract> {
  function sessionOf (user: User, sessionId: string, refreshToken: string): Session {
    return { accessToken: signAccessToken({ userId: user.id, role: user.role, sessionId }), refreshToken, tokenType: 'Bearer', expiresIn: accessTokenSeconds, user }
  }
  async function openSession (user: User): Promise<Session> {
    const refreshToken = newRefreshToken()
    return sessionOf(user, await users.openSession(user.id, refreshToken, refreshTokenDays), refreshToken)
  }

  return {
    ...probes,

    async getJsonWebKeySet (_input, { reply }) {
      reply.header('cache-control', `public, max-age=${keySetSeconds}`)
      return { keys: keys.publicKeys }
    },

    async registerUser ({ body: { username, email, fullName, password } }, { correlationId }) {
      if (isCommonPassword(password)) throw new Refusal('user.password_common', 'This password is one of the most common and would be guessed at once. Choose another.')
      const passwordHash = await passwords.hash(password)
      return await openSession(await users.register({ username, email, fullName, passwordHash, role: 'user' }, correlationId))
    },

    async login ({ body: { login, password } }) {
      const found = await users.findByLogin(login)
      const correct = await passwords.verify(found?.passwordHash, password)
      if (!found || !correct) throw new Refusal('auth.credentials_wrong', 'There is no such user, or the password is wrong. Check both and try again.')
      if (passwords.needsRehash(found.passwordHash)) await users.replacePasswordHash(found.user.id, found.passwordHash, await passwords.hash(password))
      return await openSession(found.user)
    },

    async refreshSession ({ body: { refreshToken } }, { log }) {
      const next = newRefreshToken()
      const rotation = await users.rotate(refreshToken, next, refreshTokenDays)
      if (rotation.outcome === 'reused') log.warn({ sessionId: rotation.sessionId }, 'refresh token used twice; session ended')
      if (rotation.outcome !== 'rotated') throw new Refusal('auth.refresh_invalid', 'The refresh token is unknown, expired or was used before. Log in.')
      return sessionOf(rotation.user, rotation.sessionId, next)
    },

    async getProfile (_input, { caller }) {
      const user = await users.find(caller.id)
      if (!user) throw new Refusal('auth.token_invalid', 'The account of this token is gone. Log in with another.')
      return user
    }
  }
}
