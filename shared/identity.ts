import { RemoteError, type CallerContext, type Client } from './contract/client.ts'
import type { UsersOperations } from './contract/generated/users.operations.ts'
import { Refusal } from './errors.ts'
import { createKeyStore } from './key-store.ts'

/** What the users service knows, and the guard of every service has to. */
export interface Identity {
  /**
   * The public key of a key id as PEM.
   * @throws Refusal when no key has this id, or no keys could be had
   */
  publicKey: (kid: string) => Promise<string>
  /**
   * Whether a session lasts; rejects when that cannot be known.
   * @throws Refusal when the token of the context is no longer good, which says nothing about its session
   */
  isSessionOpen: (sessionId: string, context: CallerContext) => Promise<boolean>
  /** Whether the sessions are at hand, so that they are looked up even when there is no cache. */
  holdsSessions: boolean
}

/** Identity as the services other than users learn of it: by asking. */
export function remoteIdentity (users: Client<UsersOperations>): Identity {
  return {
    publicKey: createKeyStore({ fetchKeys: async () => await users.getJsonWebKeySet() }),
    isSessionOpen: async (_sessionId, context) => {
      try {
        await users.getCurrentSession(undefined, context)
        return true
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error
        if (error.code === 'auth.session_ended') return false
        // The token has expired on the way, or its key is withdrawn. This request is refused; the session goes on with its next token.
        if (error.code === 'auth.token_expired' || error.code === 'auth.token_invalid') throw new Refusal(error.code, error.body.message, { cause: error })
        throw error
      }
    },
    holdsSessions: false
  }
}
