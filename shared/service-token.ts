import type { Client } from './contract/client.ts'
import type { UsersOperations } from './contract/generated/users.operations.ts'

export interface ServiceTokenOptions {
  users: Pick<Client<UsersOperations>, 'issueServiceToken'>
  clientId: string
  clientSecret: string
  now?: () => number
}

const renewBeforeSeconds = 60

/**
 * Keeps an access token with the role `service`, for work that nobody asked for: jobs and consumers of events. One token serves
 * until shortly before it expires; simultaneous calls share one request.
 *
 * @returns gives the token; rejects as the users service does
 */
export function createServiceToken ({ users, clientId, clientSecret, now = Date.now }: ServiceTokenOptions): () => Promise<string> {
  let token: string | undefined
  let goodUntil = 0
  let underway: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    const { accessToken, expiresIn } = await users.issueServiceToken({ body: { clientId, clientSecret } })
    token = accessToken
    goodUntil = now() + Math.max(expiresIn - renewBeforeSeconds, expiresIn / 2) * 1000
    return accessToken
  }

  return async () => {
    if (token !== undefined && now() < goodUntil) return token
    underway ??= renew().finally(() => { underway = undefined })
    return await underway
  }
}
