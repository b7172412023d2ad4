import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import type { Passwords } from '../passwords.ts'
import type { passwordProof } from '../proof.ts'
import type { Repository } from '../repository/index.ts'
import type { SigningKeys } from '../signing-keys.ts'
import type { accessTokens } from '../tokens.ts'

/** What the handlers work with. */
export interface Needs {
  probes: Pick<Handlers<typeof usersContract>, 'getHealth' | 'getReadiness'>
  repository: Repository
  passwords: Passwords
  prove: ReturnType<typeof passwordProof>
  keys: SigningKeys
  signAccessToken: ReturnType<typeof accessTokens>
  accessTokenSeconds: number
  refreshTokenDays: number
  /** Whether nobody logs in before the address is confirmed. */
  requireConfirmedEmail: boolean
  /** The secrets of services by client id. */
  serviceClients: ReadonlyMap<string, string>
}
