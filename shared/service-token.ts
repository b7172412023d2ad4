import type { Client } from './contract/client.ts'
import type { UsersOperations } from './contract/generated/users.operations.ts'

export interface ServiceTokenOptions {
  users: Pick<Client<UsersOperations>, 'issueServiceToken'>
  clientId: string
  clientSecret: string
  now?: () => number
}

/** A token that ends so soon is not sent any more. */
const marginSeconds = 60

/**
 * Keeps an access token with the role `service`, for work that nobody asked for or that serves many at once. A token is renewed in the
 * second half of its life, behind the scenes, so that nobody waits and an outage of the users service does not matter at once;
 * simultaneous calls share one request.
 *
 * @returns gives the token; rejects as the users service does
 */
export function createServiceToken ({ users, clientId, clientSecret, now = Date.now }: ServiceTokenOptions): () => Promise<string> {
  let held: { token: string, renewAt: number, endsAt: number } | undefined
  let underway: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    const { accessToken, expiresIn } = await users.issueServiceToken({ body: { clientId, clientSecret } })
    const half = expiresIn / 2
    held = { token: accessToken, renewAt: now() + half * 1000, endsAt: now() + Math.max(expiresIn - marginSeconds, half) * 1000 }
    return accessToken
  }

  return async () => {
    if (held && now() < held.renewAt) return held.token
    underway ??= renew().finally(() => { underway = undefined })
    if (!held || now() >= held.endsAt) return await underway
    underway.catch(() => {})
    return held.token
  }
}
