import { createHash } from 'node:crypto'
import { removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'
import type { DueNotification } from './notifications.ts'

const hourMilliseconds = 3_600_000
/** These have limits of their own, and must not be held back by a flood of others. */
const limitedOtherwise: ReadonlySet<string> = new Set(['password_reset', 'email_confirmation'])

/**
 * Counts a mail.
 *
 * @param key what is counted
 * @param limit how many there may be in the window
 * @param windowMilliseconds how long they are counted together, from the first on
 * @returns whether this one may be sent
 */
export async function countMail (transaction: Pick<Transaction, 'write' | 'row'>, key: string, limit: number, windowMilliseconds: number): Promise<boolean> {
  const now = new Date()
  const subject = createHash('sha256').update(key).digest('hex')
  const end = new Date(now.getTime() + windowMilliseconds)
  // Assignments run from left to right: the second sees what the first has made of `mails`.
  await transaction.write(`INSERT INTO mail_count (subject, mails, expires_at) VALUES (?, 1, ?)
    ON DUPLICATE KEY UPDATE mails = IF(expires_at > ?, mails + 1, 1), expires_at = IF(mails = 1, ?, expires_at)`, [subject, end, now, end])
  const row = await transaction.row<{ mails: number }>('SELECT mails FROM mail_count WHERE subject = ?', [subject])
  return (row?.mails ?? 0) <= limit
}

export function mailLimitsRepository ({ database }: Needs) {
  return {
    /**
     * Whether an account may get this mail, which is counted.
     * @param perHour how many it may get in an hour
     */
    async allows ({ kind, attempts, reader }: Pick<DueNotification, 'kind' | 'attempts' | 'reader'>, perHour: number): Promise<boolean> {
      if (limitedOtherwise.has(kind) || attempts > 1) return true
      return await database.transaction(async transaction => await countMail(transaction, `account:${reader.id}`, perHour, hourMilliseconds))
    },

    /** Forgets counts that have ended. */
    async forgetExpired (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM mail_count WHERE expires_at <= ?', [new Date()])
    }
  }
}
