import common from '@zxcvbn-ts/language-common'

const commonPasswords = new Set(common.dictionary['passwords-common'])

/** Whether a password is among the 49,000 most common, in whatever case (NIST SP 800-63B, section 3.1.1.2). */
export function isCommonPassword (password: string): boolean {
  return commonPasswords.has(password.toLowerCase())
}
