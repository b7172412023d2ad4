import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { clientAddress } from '../../../shared/client-address.ts'
import { Refusal } from '../../../shared/errors.ts'
import { assertGoodPassword } from '../domain/password-rules.ts'
import { knownZone } from '../../../shared/domain/time-zone.ts'
import { accountKey } from '../repository/lockout.ts'
import type { Needs } from './needs.ts'

type Operations = 'getProfile' | 'updateProfile' | 'changePassword' | 'listMyNotifications' | 'listSessions' | 'revokeSession' | 'exportMyData' | 'deleteMyAccount'

/** What everybody may do to the own account. */
export function profileHandlers ({ repository, passwords, prove }: Needs): Pick<Handlers<typeof usersContract>, Operations> {
  async function own (id: string): Promise<User> {
    const user = await repository.accounts.find(id)
    if (!user) throw new Refusal('auth.token_invalid', 'The account of this token is gone. Log in with another.')
    return user
  }
  /** Returns the hash of the password that somebody proved to know. */
  async function assertPassword (id: string, password: string, address: string): Promise<string> {
    const passwordHash = await repository.accounts.passwordHashOf(id)
    if (!await prove({ account: { id, passwordHash }, countedAs: accountKey(id), password, address })) throw new Refusal('user.password_wrong', 'The current password is wrong. Check it and try again.')
    return passwordHash
  }

  return {
    async getProfile (_input, { caller }) {
      return await own(caller.id)
    },

    async updateProfile ({ body: { currentPassword, ...update }, headers }, { caller, correlationId, request }) {
      const zone = update.timeZone !== undefined && { timeZone: knownZone(update.timeZone, 'user.time_zone_unknown') }
      if (update.email !== undefined && update.email !== (await own(caller.id)).email) {
        if (currentPassword === undefined) throw new Refusal('user.password_required', 'A new e-mail address needs your current password. Send it as currentPassword.')
        await assertPassword(caller.id, currentPassword, clientAddress(request))
      }
      return await repository.accounts.updateProfile(caller.id, { ...update, ...zone }, headers['if-match'], { id: caller.id, correlationId })
    },

    async changePassword ({ body: { currentPassword, newPassword } }, { caller, correlationId, request }) {
      const { username, email } = await own(caller.id)
      assertGoodPassword(newPassword, [username, email])
      const before = await assertPassword(caller.id, currentPassword, clientAddress(request))
      await repository.accounts.changePassword(caller.id, before, await passwords.hash(newPassword), caller.sessionId, { id: caller.id, correlationId })
    },

    async listMyNotifications ({ query: { limit, cursor } }, { caller }) {
      return await repository.notifications.list(caller.id, limit, cursor)
    },

    async listSessions ({ query: { limit, cursor } }, { caller }) {
      return await repository.sessions.list(caller.id, caller.sessionId, limit, cursor)
    },

    async revokeSession ({ params: { sessionId } }, { caller }) {
      if (!await repository.sessions.end(caller.id, sessionId, 'revoked')) {
        throw new Refusal('user.session_not_found', `You have no open session ${sessionId}. listSessions tells which there are.`)
      }
    },

    async exportMyData (_input, { caller }) {
      const [user, lastLogin, sessions, audit, notifications] = await Promise.all([own(caller.id), repository.accounts.lastLoginOf(caller.id), repository.sessions.all(caller.id, caller.sessionId), repository.audit.all(caller.id), repository.notifications.all(caller.id)])
      return { exportedAt: new Date().toISOString(), user, lastLoginAt: lastLogin?.toISOString() ?? null, sessions, audit, notifications }
    },

    async deleteMyAccount ({ body: { password } }, { caller, correlationId, request }) {
      await assertPassword(caller.id, password, clientAddress(request))
      await repository.administration.erase(caller.id, { id: caller.id, correlationId })
    }
  }
}
