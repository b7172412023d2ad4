import { RemoteError, type CallContext, type Client } from './contract/client.ts'
import type { UsersOperations } from './contract/generated/users.operations.ts'
import { createKeyStore } from './key-store.ts'

/** What the users service knows, and the guard of every service has to. */
export interface Identity {
  /**
   * The public key of a key id as PEM.
   * @throws Refusal when no key has this id, or no keys could be had
   */
  publicKey: (kid: string) => Promise<string>
  /** Whether a session lasts; rejects when that cannot be known. */
  isSessionOpen: (sessionId: string, context: CallContext) => Promise<boolean>
  /** Whether the sessions are at hand, so that they are looked up even when there is no cache. */
  holdsSessions: boolean
}

/** Identity as the services other than users learn of it: by asking. */
export function remoteIdentity (users: Client<UsersOperations>): Identity {
  return {
    publicKey: createKeyStore({ fetchKeys: async () => await users.getJsonWebKeySet() }),
    isSessionOpen: async (_sessionId, context) => await users.getCurrentSession(undefined, context).then(() => true, (error: unknown) => {
      // Whoever it does not let in, nobody does: a token of a key that was withdrawn is no better than an ended session.
      if (error instanceof RemoteError && (error.status === 401 || error.status === 403)) return false
      throw error
    }),
    holdsSessions: false
  }
}
