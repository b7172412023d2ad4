import { normalizeIP } from '@fastify/rate-limit'
import { Refusal } from '../../shared/errors.ts'
import type { Passwords } from './passwords.ts'
import type { Repository } from './repository/index.ts'

/** Of IPv6 addresses, one customer has a whole /64. */
const customerPrefixLength = 64

interface Needs {
  passwords: Pick<Passwords, 'verify'>
  lockout: Pick<Repository['lockout'], 'failuresOf' | 'countedFailuresOf' | 'countFailure' | 'clearFailures'>
  accountFailures: number
  addressFailures: number
  lockMinutes: number
  /** Told, without being waited for, when an account or, without its id, an unknown login is locked: both are answered in the same time. */
  onLocked: (accountId: string | undefined, until: Date) => void
}

/** What somebody claims: to be the holder of an account. */
export interface Claim {
  /** The account and its password's hash; nothing where there is no such account, which is counted and locked alike. */
  account: { id: string, passwordHash: string } | undefined
  /** What failures are counted as: `loginKey` or `accountKey`. */
  countedAs: string
  password: string
  /** The IP address that the claim comes from. */
  address: string
}

/**
 * Checks passwords and locks out who guesses. Every wrong one is counted, after it was checked, and the answer is given only when there
 * was no lock by then, nor one in the making: of any number of parallel guesses no more tell anything than of guesses one by one.
 *
 * @returns whether the password is right; throws `auth.locked` when it may not be said
 */
export function passwordProof ({ passwords, lockout, accountFailures, addressFailures, lockMinutes, onLocked }: Needs): (claim: Claim) => Promise<boolean> {
  return async ({ account, countedAs, password, address }) => {
    const ownCount = { key: countedAs, limit: accountFailures }
    const counts = [ownCount, { key: `address:${normalizeIP(address, customerPrefixLength)}`, limit: addressFailures }]
    const before = await lockout.failuresOf(counts)
    if (before.lockedUntil) {
      await lockout.countFailure(counts, lockMinutes)
      throw locked(before.lockedUntil)
    }
    if (await passwords.verify(account?.passwordHash, password)) {
      const { any, lockedUntil } = await lockout.countedFailuresOf(counts)
      if (lockedUntil) throw locked(lockedUntil)
      if (any) await lockout.clearFailures(ownCount)
      return true
    }
    const { lockedBefore, lockedNow } = await lockout.countFailure(counts, lockMinutes)
    if (lockedNow) onLocked(account?.id, lockedNow)
    if (lockedBefore) throw locked(lockedBefore)
    return false
  }
}

function locked (until: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000))
  return new Refusal('auth.locked', `Too many logins have failed. Try again in ${Math.ceil(seconds / 60)} minutes, or ask an admin to unlock the account.`,
    { headers: { 'retry-after': String(seconds) } })
}
