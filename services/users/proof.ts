import { Refusal } from '../../shared/errors.ts'
import { addressGroup } from './domain/address.ts'
import type { Passwords } from './passwords.ts'
import type { UsersRepository } from './repository/index.ts'

interface Needs {
  passwords: Pick<Passwords, 'verify'>
  users: Pick<UsersRepository, 'lockedUntil' | 'countFailure' | 'clearFailures'>
  accountFailures: number
  addressFailures: number
  lockMinutes: number
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
 * Checks passwords and locks out who guesses. Wrong ones are counted after they were checked, and an answer counts only when the lock
 * was not there by then: of any number of parallel guesses no more tell anything than of guesses one by one.
 *
 * @returns whether the password is right; throws `auth.locked` when it may not be said
 */
export function passwordProof ({ passwords, users, accountFailures, addressFailures, lockMinutes }: Needs): (claim: Claim) => Promise<boolean> {
  return async ({ account, hash, password, address }) => {
    const accountCount = { key: `account:${account}`, limit: accountFailures }
    const counts = [accountCount, { key: `address:${addressGroup(address)}`, limit: addressFailures }]
    refuseUntil(await users.lockedUntil(counts))
    if (await passwords.verify(hash, password)) {
      refuseUntil(await users.lockedUntil(counts))
      await users.clearFailures(accountCount.key)
      return true
    }
    refuseUntil(await users.countFailure(counts, lockMinutes))
    return false
  }
}

function refuseUntil (lockedUntil: Date | undefined): void {
  if (!lockedUntil) return
  const seconds = Math.max(1, Math.ceil((lockedUntil.getTime() - Date.now()) / 1000))
  throw new Refusal('auth.locked', `Too many logins have failed. Try again in ${Math.ceil(seconds / 60)} minutes, or ask an admin to unlock the account.`,
    { headers: { 'retry-after': String(seconds) } })
}
