import common from '@zxcvbn-ts/language-common'
import { Refusal } from '../../../shared/errors.ts'

const commonPasswords = new Set(common.dictionary['passwords-common'])

/**
 * Refuses a password that is among the 49,000 most common, in whatever case (NIST SP 800-63B, section 3.1.1.2).
 * @throws Refusal `user.password_common`
 */
export function assertUncommonPassword (password: string): void {
  if (commonPasswords.has(password.toLowerCase())) throw new Refusal('user.password_common', 'This password is one of the most common and would be guessed at once. Choose another.')
}
