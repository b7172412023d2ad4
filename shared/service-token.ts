import type { Client, RenewableToken } from './contract/client.ts'
import type { UsersOperations } from './contract/generated/users.operations.ts'

export interface ServiceTokenOptions {
  users: Pick<Client<UsersOperations>, 'issueServiceToken'>
  clientId: string
  clientSecret: string
  now?: () => number
}

/** The service's own access token. */
export interface ServiceToken extends RenewableToken {
  /** Resolves while there is a token that no service refuses; for `/ready`. */
  check: () => Promise<void>
}

interface HeldToken { token: string, issuedAt: number, renewAt: number, endsAt: number, isReplacement: boolean, isRefused: boolean }

/** A token that ends so soon is not sent any more. */
const marginSeconds = 60
/** A replacement that is refused when it is younger than this is not replaced again: another one would be refused, too. */
const coolDownMilliseconds = 10_000

/**
 * Keeps an access token with the role `service`, for work without a caller and for requests that serve many callers at once. The token is
 * renewed in the background in the second half of its life, so that a short outage of the users service does no harm, and at once when a
 * service refuses it: its key may have been withdrawn. Concurrent calls share one renewal.
 */
export function createServiceToken ({ users, clientId, clientSecret, now = Date.now }: ServiceTokenOptions): ServiceToken {
  let held: HeldToken | undefined
  let underway: Promise<string> | undefined

  const issue = async (isReplacement: boolean): Promise<string> => {
    const { accessToken, expiresIn } = await users.issueServiceToken({ body: { clientId, clientSecret } })
    const half = expiresIn / 2
    const issuedAt = now()
    held = { token: accessToken, issuedAt, renewAt: issuedAt + half * 1000, endsAt: issuedAt + Math.max(expiresIn - marginSeconds, half) * 1000, isReplacement, isRefused: false }
    return accessToken
  }
  const renew = async (isReplacement = false): Promise<string> => {
    underway ??= issue(isReplacement).finally(() => { underway = undefined })
    return await underway
  }
  const current = async (): Promise<string> => {
    if (held && now() < held.renewAt) return held.token
    const next = renew()
    if (!held || now() >= held.endsAt) return await next
    next.catch(() => {})
    return held.token
  }
  const replace = async (refused: string): Promise<string | undefined> => {
    if (held && held.token !== refused) return held.token // a concurrent call has replaced it
    if (held) {
      held.isRefused = true
      if (held.isReplacement && now() - held.issuedAt < coolDownMilliseconds) return undefined
    }
    return await renew(true)
  }
  return {
    current,
    replace,
    check: async () => {
      await current()
      if (held?.isRefused && await replace(held.token) === undefined) throw new Error('the service token is refused')
    }
  }
}
