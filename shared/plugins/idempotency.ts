import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Attempt } from '../contract/attempt.ts'
import { isDuplicate } from '../database-errors.ts'
import { Refusal } from '../errors.ts'
import { removeInBatches, type Transaction } from './database.ts'

declare module 'fastify' {
  interface FastifyInstance {
    idempotency: {
      /**
       * The answer that the same request got before.
       * @throws Refusal `idempotency.key_reused` when the key came with another request
       */
      find: (attempt: Attempt) => Promise<{ body: unknown } | undefined>
      /** Keeps the answer, in the transaction that has the effect. Does nothing for a request without a key. */
      remember: (transaction: Transaction, attempt: Attempt | undefined, body: unknown) => Promise<void>
    }
  }
}

const hourMilliseconds = 3_600_000

/** Keeps the answers of requests with an `Idempotency-Key` for 24 hours, per user, beside the data that they changed. */
export const idempotency = fp(async (app: FastifyInstance) => {
  app.decorate('idempotency', {
    find: async ({ userId, key, fingerprint }) => {
      const row = await app.database.row<{ fingerprint: string, body: string }>(
        'SELECT fingerprint, body FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND created_at > UTC_TIMESTAMP(3) - INTERVAL 24 HOUR', [userId, key])
      if (!row) return undefined
      if (row.fingerprint !== fingerprint) {
        throw new Refusal('idempotency.key_reused', 'This Idempotency-Key came with another request before. Use a new key for a new request.')
      }
      return { body: JSON.parse(row.body) as unknown }
    },
    remember: async (transaction, attempt, body) => {
      if (!attempt) return
      const { userId, key, fingerprint } = attempt
      await transaction.write('DELETE FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND created_at <= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR', [userId, key])
      await transaction.write('INSERT INTO idempotency_key (user_id, idempotency_key, fingerprint, body, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))',
        [userId, key, fingerprint, JSON.stringify(body)]).catch((error: unknown) => {
        // Its twin has committed; whoever called looks for that answer now.
        if (isDuplicate(error)) throw new Refusal('idempotency.in_progress', 'A request with this Idempotency-Key is still running. Ask again in a moment.', { cause: error })
        throw error
      })
    }
  })
  app.jobs.every('forget old answers', hourMilliseconds, async () => {
    await removeInBatches(app.database, 'DELETE FROM idempotency_key WHERE created_at <= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR')
  })
}, { name: 'idempotency', dependencies: ['database', 'jobs'] })
