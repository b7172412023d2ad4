import { createHash, randomBytes } from 'node:crypto'
import { createSigner } from 'fast-jwt'
import { v7 as uuid } from 'uuid'
import type { Role } from '../../shared/contract/contract.ts'
import type { SigningKeys } from './signing-keys.ts'

export interface TokenOptions {
  issuer: string
  audience: string
  accessTokenSeconds: number
}

/** Whom an access token is for: somebody in a session, or a service, which has none. */
export interface Holder { id: string, role: Role, sessionId: string, emailConfirmed?: boolean }

/** Makes access tokens: JWTs signed with the key that is current. */
export function accessTokens (keys: SigningKeys, { issuer, audience, accessTokenSeconds }: TokenOptions): (holder: Holder) => string {
  const signers = new Map<string, (claims: object) => string>()
  return ({ id, role, sessionId, emailConfirmed }) => {
    const { kid, privateKey } = keys.current()
    let sign = signers.get(kid)
    if (!sign) {
      sign = createSigner({ algorithm: 'EdDSA', key: privateKey, kid, iss: issuer, aud: audience, expiresIn: accessTokenSeconds * 1000 })
      signers.set(kid, sign)
    }
    return sign({ sub: id, role, sid: sessionId, jti: uuid(), ...(emailConfirmed !== undefined && { email_verified: emailConfirmed }) })
  }
}

/** A new token that we look up, for a session or a new password: 256 random bits. Only its hash is stored. */
export function newToken (): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of such a token. A fast hash will do: nobody guesses 256 bits. */
export function hashToken (token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
