import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { assertGoodPassword } from '../domain/password-rules.ts'
import { notFound } from '../repository/rows.ts'
import type { Needs } from './needs.ts'

type Operations = 'listUsers' | 'createUser' | 'getUser' | 'updateUser' | 'deleteUser' | 'listUserAudit' | 'listUsersByIds'

/** What admins do to the accounts of others, and what services learn of them. */
export function administrationHandlers ({ repository, passwords }: Needs): Pick<Handlers<typeof usersContract>, Operations> {
  async function existing (id: string): Promise<User> {
    const user = await repository.accounts.find(id)
    if (!user) throw notFound(id)
    return user
  }

  return {
    async listUsers ({ query: { limit, cursor, ...filter } }) {
      return await repository.administration.list(filter, limit, cursor)
    },

    async createUser ({ body: { username, email, fullName, password, role } }, { caller, correlationId, attempt }) {
      assertGoodPassword(password, [username, email])
      return await repository.accounts.create({ username, email, fullName, passwordHash: await passwords.hash(password), role }, { id: caller.id, correlationId }, attempt)
    },

    async getUser ({ params: { userId } }, { caller }) {
      if (caller.role !== 'admin' && caller.id !== userId) throw new Refusal('user.not_yours', 'Only admins can see the accounts of others. Your own is at /api/v1/profile.')
      return await existing(userId)
    },

    async updateUser ({ params: { userId }, body, headers }, { caller, correlationId }) {
      return await repository.administration.change(userId, body, headers['if-match'], { id: caller.id, correlationId })
    },

    async deleteUser ({ params: { userId } }, { caller, correlationId }) {
      if (caller.id === userId) throw new Refusal('user.self_deletion', 'This is your own account. Delete it with POST /api/v1/profile/deletion, which asks for your password.')
      await repository.administration.erase(userId, { id: caller.id, correlationId })
    },

    async listUserAudit ({ params: { userId }, query: { limit, cursor } }) {
      await existing(userId)
      return await repository.audit.list(userId, limit, cursor)
    },

    async listUsersByIds ({ query: { userId } }) {
      return { items: await repository.accounts.directory(userId) }
    }
  }
}
