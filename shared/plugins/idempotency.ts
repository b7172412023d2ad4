import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Attempt } from '../contract/attempt.ts'
import { isDuplicate } from '../database-errors.ts'
import { Refusal } from '../errors.ts'
import { removeInBatches, type Queryable, type Transaction } from './database.ts'

declare module 'fastify' {
  interface FastifyInstance {
    idempotency: {
      /**
       * The answer that the same request got before.
       * @throws Refusal `idempotency.key_reused` when the key came with another request
       */
      find: (attempt: Attempt) => Promise<StoredAnswer | undefined>
      /** Keeps the answer, in the transaction that has the effect. Does nothing for a request without a key. */
      remember: (transaction: Transaction, attempt: Attempt | undefined, body: unknown) => Promise<void>
      /** Keeps the refusal of a request, unless its key has an answer already. */
      rememberRefusal: (attempt: Attempt, refusal: Refusal) => Promise<void>
    }
  }
}

/** The body of a success, or why a request was refused. */
export type StoredAnswer = { body: unknown } | { refusal: Pick<Refusal, 'code' | 'message' | 'details'> }

const hourMilliseconds = 3_600_000
const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Keeps the answers of requests with an `Idempotency-Key` for 24 hours, per user, beside the data that they changed. An answer may hold a
 * secret, so it is encrypted with a key that is derived from the `Idempotency-Key`, of which only a hash is kept.
 */
export const idempotency = fp(async (app: FastifyInstance) => {
  async function store (queryable: Queryable, attempt: Attempt, answer: StoredAnswer): Promise<void> {
    const id = storedKeyOf(attempt)
    await queryable.write('DELETE FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND created_at <= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR', [attempt.userId, id])
    await queryable.write('INSERT INTO idempotency_key (user_id, idempotency_key, fingerprint, body, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))',
      [attempt.userId, id, attempt.fingerprint, sealed(attempt, JSON.stringify(answer))])
  }

  app.decorate('idempotency', {
    find: async attempt => {
      const row = await app.database.row<{ fingerprint: string, body: string }>(
        'SELECT fingerprint, body FROM idempotency_key WHERE user_id = ? AND idempotency_key = ? AND created_at > UTC_TIMESTAMP(3) - INTERVAL 24 HOUR', [attempt.userId, storedKeyOf(attempt)])
      if (!row) return undefined
      if (row.fingerprint !== attempt.fingerprint) {
        throw new Refusal('idempotency.key_reused', 'This Idempotency-Key came with another request before. Use a new key for a new request.')
      }
      return JSON.parse(opened(attempt, row.body)) as StoredAnswer
    },
    remember: async (transaction, attempt, body) => {
      if (!attempt) return
      await store(transaction, attempt, { body }).catch((error: unknown) => {
        // Its twin has committed; whoever called looks for that answer now.
        if (isDuplicate(error)) throw new Refusal('idempotency.in_progress', 'A request with this Idempotency-Key is still running. Ask again in a moment.', { cause: error })
        throw error
      })
    },
    rememberRefusal: async (attempt, { code, message, details }) => {
      await store(app.database, attempt, { refusal: { code, message, details } }).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error
      })
    }
  })
  app.jobs.every('forget old answers', hourMilliseconds, async () => {
    await removeInBatches(app.database, 'DELETE FROM idempotency_key WHERE created_at <= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR')
  })
}, { name: 'idempotency', dependencies: ['database', 'jobs'] })

/** What is stored of a key. */
export function storedKeyOf ({ userId, key }: Pick<Attempt, 'userId' | 'key'>): string {
  return createHash('sha256').update(`${userId}:${key}`).digest('hex')
}

function secretOf ({ userId, key }: Attempt): Buffer {
  return Buffer.from(hkdfSync('sha256', key, userId, 'stored answer', 32))
}

function sealed (attempt: Attempt, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const encryption = createCipheriv(cipher, secretOf(attempt), nonce)
  const content = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()])
  return Buffer.concat([nonce, encryption.getAuthTag(), content]).toString('base64')
}

function opened (attempt: Attempt, text: string): string {
  const bytes = Buffer.from(text, 'base64')
  const decryption = createDecipheriv(cipher, secretOf(attempt), bytes.subarray(0, nonceBytes))
  decryption.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return decryption.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decryption.final('utf8')
}
