import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { hashToken, newToken } from '../tokens.ts'
import { audit } from './audit.ts'
import { unlockAccount } from './lockout.ts'
import { lockActiveUsers } from './locks.ts'
import type { Needs } from './needs.ts'
import { queueNotification, type DueNotification } from './notifications.ts'
import { endSessions } from './sessions.ts'

/** What a mail carries, and its reader may do something with, once. */
export interface MailToken { token: string, expiresAt: Date }

const goodMilliseconds = 3_600_000
/** So many in each hour of the clock. */
const mostMails = 3

export function passwordResetsRepository ({ database, sessions }: Needs) {
  return {
    /**
     * Makes the token of a mail that is about to be sent, again for each attempt: nothing but its hash is stored.
     *
     * @returns nothing when the mail has become pointless since it was taken
     */
    async issue ({ id, reader }: Pick<DueNotification, 'id' | 'reader'>): Promise<MailToken | undefined> {
      const token = newToken()
      const expiresAt = new Date(Date.now() + goodMilliseconds)
      return await database.transaction(async transaction => {
        // Behind whatever ends tokens, which has suppressed the mail by then.
        const [user] = await lockActiveUsers(transaction, [reader.id])
        if (!user) return undefined
        const { affectedRows } = await transaction.write('INSERT INTO password_reset (token_hash, user_id, expires_at) SELECT ?, user_id, ? FROM notification WHERE id = ? AND status = \'queued\'', [hashToken(token), expiresAt, id])
        return affectedRows === 0 ? undefined : { token, expiresAt }
      })
    },

    /** The account that a token opens, if it is good at this moment. */
    async holderOf (token: string): Promise<Pick<User, 'username' | 'email'> | undefined> {
      return await database.row<Pick<User, 'username' | 'email'>>('SELECT username, email FROM password_reset JOIN user ON user.id = user_id WHERE token_hash = ? AND expires_at > ?', [hashToken(token), new Date()])
    },

    /** Stores a new password for whom the token was sent to, ends all sessions and the lock of the account; tells whether the token was good. */
    async use (token: string, passwordHash: string, correlationId: string): Promise<boolean> {
      return await database.transaction(async transaction => {
        const holder = await transaction.row<{ user_id: string }>('SELECT user_id FROM password_reset WHERE token_hash = ?', [hashToken(token)])
        // The account comes first, as with whatever else ends tokens. Who waited for it may find the token gone.
        const [user] = await lockActiveUsers(transaction, holder ? [holder.user_id] : [])
        if (!user) return false
        const { affectedRows } = await transaction.write('DELETE FROM password_reset WHERE token_hash = ? AND expires_at > ?', [hashToken(token), new Date()])
        if (affectedRows === 0) return false
        await transaction.write('UPDATE user SET password_hash = ? WHERE id = ?', [passwordHash, user.id])
        await revokePasswordResets(transaction, user.id)
        await unlockAccount(transaction, user)
        await audit(transaction, user.id, 'password_changed', { id: user.id, correlationId })
        await endSessions(transaction, sessions, user.id, 'password_changed')
        return true
      })
    },

    /** Forgets tokens that have expired. */
    async forgetExpired (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM password_reset WHERE expires_at <= ?', [new Date()])
    }
  }
}

/** Ends all tokens of an account that the transaction has locked, and the mails that would bring more: they were for another password or went to another address. */
export async function revokePasswordResets (transaction: Transaction, userId: string): Promise<void> {
  await transaction.write('UPDATE notification SET status = \'suppressed\' WHERE user_id = ? AND kind = \'password_reset\' AND status = \'queued\'', [userId])
  await transaction.write('DELETE FROM password_reset WHERE user_id = ?', [userId])
}

/** Queues the mail for a new password. Of an hour there is one, which is sent again for each request, as often as may be. */
export async function queuePasswordReset (transaction: Transaction, user: User, { id, correlationId, askedAt }: { id: string, correlationId: string, askedAt: Date }): Promise<void> {
  const hour = askedAt.toISOString().slice(0, 13)
  const mail = await transaction.row<{ events: number }>('SELECT events FROM notification WHERE cause = ? AND user_id = ? AND kind = \'password_reset\'', [hour, user.id])
  if (mail && mail.events >= mostMails) return
  await queueNotification(transaction, {
    user, kind: 'password_reset', cause: hour, subject: 'Choose a new password', wanted: true, dueAt: new Date(), event: { id, time: askedAt, data: {} }, correlationId
  })
}
