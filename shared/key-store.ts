import { createPublicKey } from 'node:crypto'
import type { JsonWebKeySet } from './contract/generated/users.schemas.ts'
import { Refusal, unavailable } from './errors.ts'

export interface KeyStoreOptions {
  /** Gets the key set from the users service. */
  fetchKeys: () => Promise<JsonWebKeySet>
  /** How long an unknown key id is not asked for again, in milliseconds. */
  coolDownMilliseconds?: number
  /** How old the set may become before it is fetched again, which is how keys are withdrawn, in milliseconds. */
  freshMilliseconds?: number
  now?: () => number
}

/**
 * The public keys of the users service. Those at hand serve as long as it cannot be reached. An unknown key id makes the set be
 * fetched again, but not more often than the cool-down allows, so that forged tokens cannot make a flood of it.
 *
 * @returns the key of an id as PEM; rejects with 401 for unknown keys and 503 while no keys could be had at all
 */
export function createKeyStore ({ fetchKeys, coolDownMilliseconds = 10_000, freshMilliseconds = 300_000, now = Date.now }: KeyStoreOptions): (kid: string) => Promise<string> {
  let keys = new Map<string, string>()
  let fetchedAt = -Infinity
  let triedAt = -Infinity
  let underway: Promise<void> | undefined

  const fetchOnce = async (): Promise<void> => {
    triedAt = now()
    const { keys: fetched } = await fetchKeys()
    keys = new Map(fetched.map(key => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string]))
    fetchedAt = now()
  }
  const refresh = async (): Promise<void> => {
    underway ??= fetchOnce().finally(() => { underway = undefined })
    await underway
  }

  return async kid => {
    const known = keys.get(kid)
    if (known !== undefined) {
      if (now() - fetchedAt < freshMilliseconds || now() - triedAt < coolDownMilliseconds) return known
      // Waited for, because the key may have been withdrawn; while nobody can say so, it serves.
      await refresh().catch(() => {})
      return keys.get(kid) ?? refuse()
    }
    if (now() - triedAt >= coolDownMilliseconds || keys.size === 0) {
      await refresh().catch((error: unknown) => {
        if (keys.size === 0) throw unavailable('The users service, which holds the keys of access tokens,', error)
      })
    }
    return keys.get(kid) ?? refuse()
  }
}

function refuse (): never {
  throw new Refusal('auth.token_invalid', 'The access token is not signed with one of our keys. Log in and use the new one.')
}
