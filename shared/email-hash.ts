import { createHash } from 'node:crypto'

/** What an e-mail address is looked up by where services are not to tell each other: its SHA-256, in hexadecimal, whatever the case. */
export function emailHash (email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex')
}
