import argon2 from 'argon2'

export interface PasswordOptions {
  memoryKib: number
  iterations: number
}

/** Hashes and checks passwords with argon2id. */
export interface Passwords {
  hash: (password: string) => Promise<string>
  /** Whether the password is the hashed one. Takes as long without a hash, so that nobody learns who exists. */
  verify: (hash: string | undefined, password: string) => Promise<boolean>
  /** Whether the hash was made with other parameters than today's. */
  needsRehash: (hash: string) => boolean
}

/** @param options parameters of argon2id; parallelism is 1 (OWASP Password Storage Cheat Sheet) */
export async function createPasswords ({ memoryKib, iterations }: PasswordOptions): Promise<Passwords> {
  const options = { type: argon2.argon2id, memoryCost: memoryKib, timeCost: iterations, parallelism: 1 } as const
  const nobodys = await argon2.hash('nobody has this password', options)
  return {
    hash: async password => await argon2.hash(password, options),
    verify: async (hash, password) => await argon2.verify(hash ?? nobodys, password) && hash !== undefined,
    needsRehash: hash => argon2.needsRehash(hash, options)
  }
}
