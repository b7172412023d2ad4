import { v7 as uuid } from 'uuid'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { hashToken, newToken } from '../tokens.ts'
import { announce, audit } from './audit.ts'
import { lockActiveUsers } from './locks.ts'
import { countMail } from './mail-limits.ts'
import { allowMails } from './mail-stops.ts'
import type { Needs } from './needs.ts'
import { queueNotification, redirectNotifications, type DueNotification } from './notifications.ts'
import { revokePasswordResets, type MailToken } from './password-resets.ts'
import { refuseTaken, toUser, userColumns, type UserRow } from './rows.ts'

const goodMilliseconds = 24 * 3_600_000
const dayMilliseconds = 24 * 3_600_000

/** A mail that asks somebody to confirm an address. */
interface NewConfirmation {
  userId: string
  email: string
  /** What brings one mail, however often it is told. */
  cause: string
  correlationId: string
}

/**
 * Queues the mail with a token for an address, unless another account has confirmed it, or account or address got too many today.
 *
 * @param mailsPerDay how many of these mails an account, and an address, may get in a day
 */
export async function queueConfirmation (transaction: Transaction, { userId, email, cause, correlationId }: NewConfirmation, mailsPerDay: number): Promise<void> {
  const emailKey = email.toLowerCase()
  if (await isTaken(transaction, email)) return
  for (const key of [`confirmation:${userId}`, `confirmation:${emailKey}`]) {
    if (!await countMail(transaction, key, mailsPerDay, dayMilliseconds)) return
  }
  const now = new Date()
  await queueNotification(transaction, {
    user: { id: userId, email }, kind: 'email_confirmation', cause, subject: 'Confirm your e-mail address', wanted: true, dueAt: now, event: { id: uuid(), time: now, data: {} }, correlationId
  })
}

/** Whether an account has confirmed an address. */
export async function isTaken (transaction: Transaction, email: string, exceptId = ''): Promise<boolean> {
  return await transaction.row('SELECT id FROM user WHERE email_key = ? AND id <> ?', [email.toLowerCase(), exceptId]) !== undefined
}

export function emailConfirmationsRepository ({ database, outbox }: Needs) {
  return {
    /**
     * Makes the token of a mail that is about to be sent, again for each attempt: nothing but its hash is stored.
     *
     * @returns nothing when the address no longer waits to be confirmed
     */
    async issue ({ recipient, reader }: Pick<DueNotification, 'recipient' | 'reader'>): Promise<MailToken | undefined> {
      const token = newToken()
      const expiresAt = new Date(Date.now() + goodMilliseconds)
      return await database.transaction(async transaction => {
        const [user] = await lockActiveUsers(transaction, [reader.id])
        if (!user) return undefined
        const { affectedRows } = await transaction.write('INSERT INTO email_confirmation (token_hash, user_id, email_key, expires_at) SELECT ?, id, pending_email_key, ? FROM user WHERE id = ? AND pending_email_key = ?',
          [hashToken(token), expiresAt, reader.id, recipient.toLowerCase()])
        return affectedRows === 0 ? undefined : { token, expiresAt }
      })
    },

    /**
     * Makes the address that a token went to that of its account; tells whether the token was good.
     * @throws Refusal `user.email_taken` when another account was faster
     */
    async use (token: string, correlationId: string): Promise<boolean> {
      return await database.transaction(async transaction => {
        const claim = await transaction.row<{ user_id: string, email_key: string }>('SELECT user_id, email_key FROM email_confirmation WHERE token_hash = ? AND expires_at > ?', [hashToken(token), new Date()])
        const row = claim && await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ? AND status = 'active' FOR UPDATE`, [claim.user_id])
        if (row?.pending_email?.toLowerCase() !== claim?.email_key || !row?.pending_email) return false
        const { affectedRows } = await transaction.write('DELETE FROM email_confirmation WHERE token_hash = ?', [hashToken(token)])
        if (affectedRows === 0) return false
        await confirm(transaction, toUser(row), row.pending_email, correlationId)
        return true
      })
    },

    /** Forgets tokens that have expired. */
    async forgetExpired (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM email_confirmation WHERE expires_at <= ?', [new Date()])
    }
  }

  async function confirm (transaction: Transaction, before: User, email: string, correlationId: string): Promise<void> {
    const now = new Date()
    await transaction.write('UPDATE user SET email = ?, email_key = ?, email_confirmed_at = ?, pending_email = NULL, pending_email_key = NULL, version = version + 1, updated_at = ? WHERE id = ?',
      [email, email.toLowerCase(), now, now, before.id]).catch(refuseTaken)
    await revokeConfirmations(transaction, before.id)
    await revokePasswordResets(transaction, before.id)
    await redirectNotifications(transaction, before.id, email)
    await allowMails(transaction, email)
    await audit(transaction, before.id, 'email_confirmed', { id: before.id, correlationId }, [{ field: 'email', before: before.emailConfirmed ? before.email : null, after: email }])
    await announce(transaction, outbox, 'user.updated', { ...before, version: before.version + 1 }, correlationId)
    if (before.emailConfirmed) return
    await queueNotification(transaction, {
      user: { id: before.id, email }, kind: 'welcome', cause: before.id, subject: 'Welcome to the Smart Meeting Room Management System', wanted: true, dueAt: now, event: { id: uuid(), time: now, data: {} }, correlationId
    })
  }
}

/** Ends all confirmation tokens of an account. */
export async function revokeConfirmations (transaction: Transaction, userId: string): Promise<void> {
  await transaction.write('DELETE FROM email_confirmation WHERE user_id = ?', [userId])
}
