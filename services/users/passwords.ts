import { availableParallelism } from 'node:os'
import argon2 from 'argon2'
import { Refusal } from '../../shared/errors.ts'

export interface PasswordOptions {
  memoryKib: number
  iterations: number
  /** How many are hashed at once; 0 for one on each core. */
  concurrency: number
  /** How many may wait for their turn. */
  queueLimit: number
}

/** Hashes and checks passwords with argon2id, on threads of their own; both refuse with `overloaded` when too many wait. */
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
  const nobodys = await argon2.hash('nobody has this password', options)
  // More than there are cores or threads would only wait elsewhere, where nobody counts them.
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4)
  const inTurn = turns(concurrency > 0 ? concurrency : Math.min(availableParallelism(), threads), queueLimit)
  return {
    hash: async password => await inTurn(async () => await argon2.hash(password, options)),
    verify: async (hash, password) => await inTurn(async () => await argon2.verify(hash ?? nobodys, password)) && hash !== undefined,
    needsRehash: hash => argon2.needsRehash(hash, options)
  }
}

/** Lets so much work run at once and so much wait; the rest is refused. */
function turns (atOnce: number, waitingLimit: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: Array<() => void> = []
  let free = atOnce
  return async work => {
    if (free > 0) free--
    else if (waiting.length < waitingLimit) await new Promise<void>(resolve => { waiting.push(resolve) })
    else throw new Refusal('overloaded', 'Too many people are logging in at this moment. Try again in 2 seconds.', { headers: { 'retry-after': '2' } })
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
