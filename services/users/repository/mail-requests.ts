import { v7 as uuid } from 'uuid'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { queueConfirmation } from './email-confirmations.ts'
import { lockActiveUsers } from './locks.ts'
import type { Needs } from './needs.ts'
import { queuePasswordReset } from './password-resets.ts'

type RequestedMail = 'password_reset' | 'email_confirmation'
interface RequestRow { id: string, kind: RequestedMail, email_key: string, correlation_id: string, created_at: Date }
interface AddressedRow { id: string, email_key: string | null, pending_email: string | null, pending_email_key: string | null }

const batchSize = 50
const mostBatches = 20

/** The mails with a token that somebody without a session asks for, by address. */
export function mailRequestsRepository ({ database, confirmationMailsPerDay }: Needs) {
  return {
    /** Notes what somebody asks for. Whether there is such an account is looked up later, so that nobody can tell by the time it takes. */
    async ask (kind: RequestedMail, email: string, correlationId: string): Promise<void> {
      await database.write('INSERT INTO mail_request (id, kind, email_key, correlation_id, created_at) VALUES (?, ?, ?, ?, ?)', [uuid(), kind, email.toLowerCase(), correlationId, new Date()])
    },

    /** Queues the mails that were asked for, to active accounts. It may run in any number of instances. */
    async queueMails (): Promise<void> {
      for (let batch = 0; batch < mostBatches; batch++) {
        if (await database.transaction(queueSome) < batchSize) return
      }
    }
  }

  /** Queues the mails of some requests, which are forgotten then; tells how many there were. */
  async function queueSome (transaction: Transaction): Promise<number> {
    const asked = await transaction.rows<RequestRow>(`SELECT id, kind, email_key, correlation_id, created_at FROM mail_request ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`)
    if (asked.length === 0) return 0
    for (const request of asked) {
      const isConfirmation = request.kind === 'email_confirmation'
      const rows = await transaction.rows<AddressedRow>(`SELECT id, email_key, pending_email, pending_email_key FROM user WHERE ${isConfirmation ? 'pending_email_key' : 'email_key'} = ? ORDER BY id LIMIT ${confirmationMailsPerDay}`, [request.email_key])
      const users = new Map((await lockActiveUsers(transaction, rows.map(({ id }) => id))).map(user => [user.id, user]))
      for (const { id, pending_email: email } of rows) {
        const user = users.get(id)
        if (!user) continue
        if (!isConfirmation) await queuePasswordReset(transaction, user, { id: request.id, correlationId: request.correlation_id, askedAt: request.created_at })
        else if (email !== null) await queueConfirmation(transaction, { userId: id, email, cause: request.id, correlationId: request.correlation_id }, confirmationMailsPerDay)
      }
    }
    const ids = padded(asked.map(({ id }) => id))
    await transaction.write(`DELETE FROM mail_request WHERE id IN (${placeholders(ids)})`, ids)
    return asked.length
  }
}
