import common from '@zxcvbn-ts/language-common'
import { Refusal } from '../../../shared/errors.ts'

const commonPasswords = new Set(common.dictionary['passwords-common'])
const minimumLength = 8

/** A password in the form that is hashed: keyboards differ in how they compose accents (RFC 8265, section 4.2; NIST SP 800-63B, section 3.1.1.2). */
export function normalizePassword (password: string): string {
  return password.normalize('NFC')
}

/**
 * Refuses a password that would be guessed at once (NIST SP 800-63B, section 3.1.1.2): one of the 49,000 most common, in any case, one without a
 * visible character, or a name of its own account.
 *
 * @param names username and e-mail addresses of the account
 * @throws Refusal `user.password_common` or `user.password_weak`
 */
export function assertGoodPassword (password: string, names: readonly string[]): void {
  const normalized = normalizePassword(password)
  const lowered = normalized.toLowerCase()
  if (commonPasswords.has(lowered)) throw new Refusal('user.password_common', 'This password is one of the most common and would be guessed at once. Choose another.')
  if ([...normalized].length < minimumLength) throw weak(`has fewer than ${minimumLength} characters once its accents are composed`)
  if (!/[^\s\p{C}]/u.test(normalized)) throw weak('has no visible character')
  if (names.some(name => name.toLowerCase() === lowered)) throw weak('is the username or the e-mail address of the account')
}

function weak (fault: string): Refusal {
  return new Refusal('user.password_weak', `This password ${fault} and would be guessed at once. Choose another.`)
}
