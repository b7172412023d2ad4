import { v7 as uuid } from 'uuid'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { padded, placeholders, removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { hashToken, newToken } from '../tokens.ts'
import { audit } from './audit.ts'
import { unlockAccount } from './lockout.ts'
import { lockActiveUsers } from './locks.ts'
import type { Needs } from './needs.ts'
import { queueNotification, type DueNotification } from './notifications.ts'
import { endSessions } from './sessions.ts'

/** What opens an account without its password, once. */
export interface ResetToken { token: string, expiresAt: Date }

interface AskedRow { id: string, email_key: string, correlation_id: string, created_at: Date }

const goodMilliseconds = 3_600_000
/** So many in each hour of the clock. */
const mostMails = 3
const batchSize = 50
const mostBatches = 20

export function passwordResetsRepository ({ database, sessions }: Needs) {
  return {
    /** Notes that somebody asks for a new password. Whether there is such an account is looked up later, so that nobody can tell by the time it takes. */
    async ask (email: string, correlationId: string): Promise<void> {
      await database.write('INSERT INTO password_reset_request (id, email_key, correlation_id, created_at) VALUES (?, ?, ?, ?)', [uuid(), email.toLowerCase(), correlationId, new Date()])
    },

    /** Queues a mail for whoever asked and has an active account. It may run in any number of instances. */
    async queueMails (): Promise<void> {
      for (let batch = 0; batch < mostBatches; batch++) {
        if (await database.transaction(queueSome) < batchSize) return
      }
    },

    /**
     * Makes the token of a mail that is about to be sent, again for each attempt: nothing but its hash is stored.
     *
     * @returns nothing when the mail has become pointless since it was taken
     */
    async issue ({ id, reader }: Pick<DueNotification, 'id' | 'reader'>): Promise<ResetToken | undefined> {
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

    /** Whether a token is good at this moment. */
    async isGood (token: string): Promise<boolean> {
      return await database.row('SELECT user_id FROM password_reset WHERE token_hash = ? AND expires_at > ?', [hashToken(token), new Date()]) !== undefined
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
        await unlockAccount(transaction, user.id)
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

/** Queues the mails of some requests, which are forgotten then; tells how many there were. */
async function queueSome (transaction: Transaction): Promise<number> {
  const asked = await transaction.rows<AskedRow>(`SELECT id, email_key, correlation_id, created_at FROM password_reset_request ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`)
  if (asked.length === 0) return 0
  const emails = padded(asked.map(request => request.email_key))
  const known = await transaction.rows<{ id: string }>(`SELECT id FROM user WHERE email_key IN (${placeholders(emails)})`, emails)
  const users = new Map((await lockActiveUsers(transaction, known.map(({ id }) => id))).map(user => [user.email.toLowerCase(), user]))
  for (const request of asked) {
    const user = users.get(request.email_key)
    if (user) await queueMail(transaction, user, request)
  }
  const ids = padded(asked.map(({ id }) => id))
  await transaction.write(`DELETE FROM password_reset_request WHERE id IN (${placeholders(ids)})`, ids)
  return asked.length
}

/** Of an hour there is one mail, which is sent again for each request, as often as may be. */
async function queueMail (transaction: Transaction, user: User, request: AskedRow): Promise<void> {
  const hour = request.created_at.toISOString().slice(0, 13)
  const mail = await transaction.row<{ events: number }>('SELECT events FROM notification WHERE cause = ? AND user_id = ? AND kind = \'password_reset\'', [hour, user.id])
  if (mail && mail.events >= mostMails) return
  await queueNotification(transaction, {
    user, kind: 'password_reset', cause: hour, subject: 'Choose a new password', wanted: true, dueAt: new Date(), event: { id: request.id, time: request.created_at, data: {} }, correlationId: request.correlation_id
  })
}
