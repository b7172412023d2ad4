import { normalizeIP } from '@fastify/rate-limit'
import { Refusal } from '../../shared/errors.ts'
import type { Passwords } from './passwords.ts'
import type { Repository } from './repository/index.ts'
import { accountKey } from './repository/lockout.ts'

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
  /** The id of the account and its password's hash; what was given as login where there is none, which is counted and locked alike. */
  holder: { id: string, passwordHash: string } | { unknownLogin: string }
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
  return async ({ holder, password, address }) => {
    const account = 'id' in holder ? holder : undefined
    // Apart from each other: an id is no secret, and may be typed as a login.
    const accountCount = { key: 'id' in holder ? accountKey(holder.id) : `login:${holder.unknownLogin.toLowerCase()}`, limit: accountFailures }
    const counts = [accountCount, { key: `address:${normalizeIP(address, customerPrefixLength)}`, limit: addressFailures }]
    const before = await lockout.failuresOf(counts)
    if (before.lockedUntil) {
      await lockout.countFailure(counts, lockMinutes)
      throw locked(before.lockedUntil)
    }
    if (await passwords.verify(account?.passwordHash, password)) {
      const { any, lockedUntil } = await lockout.countedFailuresOf(counts)
      if (lockedUntil) throw locked(lockedUntil)
      if (any) await lockout.clearFailures(accountCount)
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
