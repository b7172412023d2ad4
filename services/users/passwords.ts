import argon2 from 'argon2'
import { BulkheadRejectedError, bulkhead } from 'cockatiel'
import { Refusal } from '../../shared/errors.ts'
import { normalizePassword } from './domain/password-rules.ts'

export interface PasswordOptions {
  memoryKib: number
  iterations: number
  /** How many are hashed at once. */
  concurrency: number
  /** How many may wait for their turn. */
  queueLimit: number
}

/** Hashes and checks passwords with argon2id, in Unicode NFC and on threads of their own; both refuse with `overloaded` when too many wait. */
export interface Passwords {
  hash: (password: string) => Promise<string>
  /** Whether the password is the hashed one. Takes as long without a hash, so that nobody learns who exists. */
  verify: (hash: string | undefined, password: string) => Promise<boolean>
  /** Whether the hash was made with other parameters than today's. */
  needsRehash: (hash: string) => boolean
}

/** @param options parameters of argon2id; parallelism is 1 (OWASP Password Storage Cheat Sheet) */
export async function createPasswords ({ memoryKib, iterations, concurrency, queueLimit }: PasswordOptions): Promise<Passwords> {
  const options = { type: argon2.argon2id, memoryCost: memoryKib, timeCost: iterations, parallelism: 1 } as const
  const dummyHash = await argon2.hash('nobody has this password', options)
  const turns = bulkhead(concurrency, queueLimit)
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => await turns.execute(work).catch((error: unknown) => {
    if (!(error instanceof BulkheadRejectedError)) throw error
    throw new Refusal('overloaded', 'Too many people are logging in at this moment. Try again in 2 seconds.', { headers: { 'retry-after': '2' } })
  })
  return {
    hash: async password => await inTurn(async () => await argon2.hash(normalizePassword(password), options)),
    verify: async (hash, password) => await inTurn(async () => await argon2.verify(hash ?? dummyHash, normalizePassword(password))) && hash !== undefined,
    needsRehash: hash => argon2.needsRehash(hash, options)
  }
}
