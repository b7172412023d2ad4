import { emailHash } from '../../../shared/email-hash.ts'
import { removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { hashToken, newToken } from '../tokens.ts'
import type { Needs } from './needs.ts'

const goodMilliseconds = 366 * 24 * 3_600_000

/** The addresses that want no mails to attendees, and the links by which they say so. */
export function mailStopsRepository ({ database }: Needs) {
  async function addressOf (token: string): Promise<string | undefined> {
    const found = 'SELECT email_hash FROM mail_stop_token WHERE token_hash = ? AND expires_at > ?'
    return (await database.row<{ email_hash: string }>(found, [hashToken(token), new Date()]))?.email_hash
  }

  return {
    /** Makes the token of a mail that is about to be sent: nothing but its hash is stored. */
    async issue (hash: string): Promise<string> {
      const token = newToken()
      const expiresAt = new Date(Date.now() + goodMilliseconds)
      await database.write('INSERT INTO mail_stop_token (token_hash, email_hash, expires_at) VALUES (?, ?, ?)', [hashToken(token), hash, expiresAt])
      return token
    },

    /** Whether a token is good. */
    async isGood (token: string): Promise<boolean> {
      return await addressOf(token) !== undefined
    },

    /** Stops the mails to the address that a token went to, however often; tells whether the token was good. */
    async stop (token: string): Promise<boolean> {
      const hash = await addressOf(token)
      if (hash === undefined) return false
      await database.write('INSERT INTO mail_stop (email_hash, stopped_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE email_hash = email_hash', [hash, new Date()])
      return true
    },

    async isStopped (hash: string): Promise<boolean> {
      return await database.row('SELECT email_hash FROM mail_stop WHERE email_hash = ?', [hash]) !== undefined
    },

    /** Forgets links that have expired. */
    async forgetExpired (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM mail_stop_token WHERE expires_at <= ?', [new Date()])
    }
  }
}

/** Allows mails to an address again, which its account has confirmed. */
export async function allowMails (transaction: Transaction, email: string): Promise<void> {
  await transaction.write('DELETE FROM mail_stop WHERE email_hash = ?', [emailHash(email)])
}
