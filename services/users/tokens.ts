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

/** Makes access tokens: JWTs signed with the newest key. */
export function accessTokens (keys: SigningKeys, { issuer, audience, accessTokenSeconds }: TokenOptions): (holder: { userId: string, role: Role, sessionId: string }) => string {
  const sign = createSigner({ algorithm: 'EdDSA', key: keys.current.privateKey, kid: keys.current.kid, iss: issuer, aud: audience, expiresIn: accessTokenSeconds * 1000 })
  return ({ userId, role, sessionId }) => sign({ sub: userId, role, sid: sessionId, jti: uuid() })
}

/** A new refresh token: 256 random bits. Only its hash is stored. */
export function newRefreshToken (): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a refresh token. A fast hash will do: nobody guesses 256 bits. */
export function hashToken (token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
