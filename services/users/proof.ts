import { Refusal } from '../../shared/errors.ts'
import { addressGroup } from './domain/address.ts'
import type { Passwords } from './passwords.ts'
import type { UsersRepository } from './repository/index.ts'

interface Needs {
  passwords: Pick<Passwords, 'verify'>
  users: Pick<UsersRepository, 'failuresOf' | 'countedFailuresOf' | 'countFailure' | 'clearFailures'>
  accountFailures: number
  addressFailures: number
  lockMinutes: number
  /** Told, without being waited for, when an account is locked, so that known and unknown ones are answered in the same time. */
  onLocked: (account: string, until: Date) => void
}

/** What somebody claims: to be the holder of an account. */
export interface Claim {
  /** The id of the account, or of an unknown one what was given as login: it is counted and locked alike. */
  account: string
  /** The password's hash, where the account exists. */
  hash: string | undefined
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
export function passwordProof ({ passwords, users, accountFailures, addressFailures, lockMinutes, onLocked }: Needs): (claim: Claim) => Promise<boolean> {
  return async ({ account, hash, password, address }) => {
    const accountCount = { key: `account:${account}`, limit: accountFailures }
    const counts = [accountCount, { key: `address:${addressGroup(address)}`, limit: addressFailures }]
    const before = await users.failuresOf(counts)
    if (before.lockedUntil) {
      await users.countFailure(counts, lockMinutes)
      throw locked(before.lockedUntil)
    }
    if (await passwords.verify(hash, password)) {
      const { any, lockedUntil } = await users.countedFailuresOf(counts)
      if (lockedUntil) throw locked(lockedUntil)
      if (any) await users.clearFailures(accountCount)
      return true
    }
    const { lockedBefore, lockedNow } = await users.countFailure(counts, lockMinutes)
    if (lockedNow) onLocked(account, lockedNow)
    if (lockedBefore) throw locked(lockedBefore)
    return false
  }
}

function locked (until: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000))
  return new Refusal('auth.locked', `Too many logins have failed. Try again in ${Math.ceil(seconds / 60)} minutes, or ask an admin to unlock the account.`,
    { headers: { 'retry-after': String(seconds) } })
}
