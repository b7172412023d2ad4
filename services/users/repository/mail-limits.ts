import { createHash } from 'node:crypto'
import { removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'
import type { DueNotification } from './notifications.ts'

const hourMilliseconds = 3_600_000
const dayMilliseconds = 24 * hourMilliseconds
/** These have limits of their own, and must not be held back by a flood of others. */
const limitedOtherwise: ReadonlySet<string> = new Set(['password_reset', 'email_confirmation'])

/** How many mails are counted together, and until when. */
interface Count { mails: number, expiresAt: Date }

/**
 * Counts a mail.
 *
 * @param key what is counted
 * @param limit how many there may be in the window
 * @param windowMilliseconds how long they are counted together, from the first on
 * @returns whether this one may be sent
 */
export async function countMail (transaction: Pick<Transaction, 'write' | 'row'>, key: string, limit: number, windowMilliseconds: number): Promise<boolean> {
  return (await count(transaction, key, windowMilliseconds)).mails <= limit
}

async function count (transaction: Pick<Transaction, 'write' | 'row'>, key: string, windowMilliseconds: number): Promise<Count> {
  const now = new Date()
  const subject = subjectOf(key)
  const end = new Date(now.getTime() + windowMilliseconds)
  // Assignments run from left to right: the second sees what the first has made of `mails`.
  await transaction.write(`INSERT INTO mail_count (subject, mails, expires_at) VALUES (?, 1, ?)
    ON DUPLICATE KEY UPDATE mails = IF(expires_at > ?, mails + 1, 1), expires_at = IF(mails = 1, ?, expires_at)`, [subject, end, now, end])
  const row = await transaction.row<{ mails: number, expires_at: Date }>('SELECT mails, expires_at FROM mail_count WHERE subject = ?', [subject])
  return { mails: row?.mails ?? 0, expiresAt: row?.expires_at ?? end }
}

function subjectOf (key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** What the mails to an address without an account are counted as, by the hash of the address. */
export function guestSubject (emailHash: string): string {
  return subjectOf(guestKey(emailHash))
}

function guestKey (emailHash: string): string {
  return `guest:${emailHash}`
}

/** Forgets how many mails an address was asked to be confirmed with. */
export async function forgetConfirmationCounts (transaction: Transaction, emails: readonly string[]): Promise<void> {
  for (const email of emails) await transaction.write('DELETE FROM mail_count WHERE subject = ?', [subjectOf(`confirmation:${email.toLowerCase()}`)])
}

export function mailLimitsRepository ({ database }: Needs) {
  /** Counts a mail for each limit, until one is reached; tells then when it ends. */
  async function firstReached (limits: ReadonlyArray<{ key: string, limit: number, milliseconds: number }>): Promise<Date | undefined> {
    for (const { key, limit, milliseconds } of limits) {
      const { mails, expiresAt } = await database.transaction(async transaction => await count(transaction, key, milliseconds))
      if (mails > limit) return expiresAt
    }
    return undefined
  }

  return {
    /**
     * Counts a mail to an attendee without an account.
     *
     * @param holderId whose bookings bring it
     * @param perHour how many these may bring in an hour
     * @param perDay how many the address may get in a day
     * @returns when it may be sent, where that is not now
     */
    async whenGuestMayBeMailed (holderId: string, emailHash: string, { perHour, perDay }: { perHour: number, perDay: number }): Promise<Date | undefined> {
      return await firstReached([{ key: `guests-of:${holderId}`, limit: perHour, milliseconds: hourMilliseconds }, { key: guestKey(emailHash), limit: perDay, milliseconds: dayMilliseconds }])
    },

    /** The same of a mail to an attendee with an account. It takes nothing from the mails about the reader's own bookings. */
    async whenUserMayBeInvited (userId: string, perHour: number): Promise<Date | undefined> {
      return await firstReached([{ key: `invitations:${userId}`, limit: perHour, milliseconds: hourMilliseconds }])
    },

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
