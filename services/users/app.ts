import type { FastifyInstance } from 'fastify'
import { usersContract } from '../../shared/contract/generated/users.operations.ts'
import { implement } from '../../shared/contract/implement.ts'
import { Refusal } from '../../shared/errors.ts'
import { registerFoundation } from '../../shared/plugins/foundation.ts'
import { probes } from '../../shared/plugins/health.ts'
import { createServer } from '../../shared/server.ts'
import { contractVersion } from '../../shared/version.ts'
import type { UsersConfig } from './config.ts'
import { usersHandlers } from './handlers.ts'
import { createPasswords } from './passwords.ts'
import { usersRepository } from './repository.ts'
import { readSigningKeys } from './signing-keys.ts'
import { accessTokens } from './tokens.ts'

/** The users service, assembled but not listening. */
export async function buildUsers (config: UsersConfig): Promise<FastifyInstance> {
  const app = await createServer(config, usersContract)
  const keys = await readSigningKeys(config.SIGNING_KEYS_DIRECTORY, process.env['NODE_ENV'] === 'production')

  await registerFoundation(app, 'users', config, async kid => {
    const key = keys.publicKey(kid)
    if (key === undefined) throw new Refusal('auth.token_invalid', 'The access token is not signed with one of our keys. Log in and use the new one.')
    return key
  })

  implement(app, usersContract, usersHandlers({
    probes: probes(app, 'users', contractVersion('users')),
    users: usersRepository(app),
    passwords: await createPasswords({ memoryKib: config.PASSWORD_MEMORY_KIB, iterations: config.PASSWORD_ITERATIONS }),
    keys,
    signAccessToken: accessTokens(keys, { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE, accessTokenSeconds: config.ACCESS_TOKEN_SECONDS }),
    accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
    refreshTokenDays: config.REFRESH_TOKEN_DAYS
  }))
  return app
}
