import { Type, type Static } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'

/** The environment of the users service. */
export const UsersConfig = Type.Object({
  ...commonEnvironment,
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 5001, description: 'Port to listen on.' }),
  SIGNING_KEYS_DIRECTORY: Type.String({ default: '.local/keys', description: 'Holds the private keys that access tokens are signed with, as <key id>.pem. The last by name signs; all verify. Without any, one is made, except in production.' }),
  ACCESS_TOKEN_SECONDS: Type.Integer({ minimum: 1, default: 3600, description: 'How long an access token is good.' }),
  REFRESH_TOKEN_DAYS: Type.Integer({ minimum: 1, default: 30, description: 'How long a refresh token is good.' }),
  PASSWORD_MEMORY_KIB: Type.Integer({ minimum: 1024, default: 19_456, description: 'Memory that hashing a password takes (argon2id m).' }),
  PASSWORD_ITERATIONS: Type.Integer({ minimum: 2, default: 2, description: 'Passes over that memory (argon2id t).' })
})
export type UsersConfig = Static<typeof UsersConfig>
