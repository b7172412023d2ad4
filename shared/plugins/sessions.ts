import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter } from 'prom-client'
import type { CallerContext } from '../contract/client.ts'
import { Refusal } from '../errors.ts'
import type { Identity } from '../identity.ts'

export interface SessionsOptions {
  /** Goes before every key; the same in all services, which share what is cached. */
  prefix: string
  identity: Pick<Identity, 'isSessionOpen' | 'holdsSessions'>
}

declare module 'fastify' {
  interface FastifyInstance {
    sessions: {
      /**
       * Whether a session lasts. When nobody can tell, it is taken to, for its token was verified.
       * @throws Refusal when the token has become invalid since it was verified
       *
       * @param context the session's own access token, to ask the users service with
       */
      lasts: (sessionId: string, context: CallerContext) => Promise<boolean>
      /** Tells all services that a session has begun, which saves them asking. */
      opened: (sessionId: string) => Promise<void>
      /** Tells all services that sessions are over. Call it after the change is committed. */
      ended: (sessionIds: readonly string[]) => Promise<void>
    }
  }
}

/** How long a session is believed to last when the word of its end was lost. */
const activeSeconds = 60
/** Longer than any access token of an ended session lives; the state in the database outlasts it anyway. */
const endedSeconds = 86_400
const logEveryMilliseconds = 10_000
/** Commands that wait for each other too long would all be given up. */
const toldAtOnce = 500
/** A command may fail without the connection breaking. */
const passOnMilliseconds = 1_000

/**
 * The state of sessions, cached in Redis under keys that all services share. The end of a session is written over whatever is
 * there, while that it lasts is written only where nothing is: a slow reader cannot bring back a session that has ended.
 */
export const sessions = fp(async (app: FastifyInstance, { prefix, identity: { isSessionOpen, holdsSessions } }: SessionsOptions) => {
  const keyOf = (sessionId: string): string => `${prefix}session:${sessionId}`
  /** Sessions that ended while Redis could not be told. */
  const owed = new Set<string>()
  const asking = new Map<string, Promise<boolean>>()
  const unchecked = new Counter({
    name: 'unchecked_sessions_total',
    help: 'Requests whose token was verified but whose session could not be looked up',
    labelNames: ['missing'],
    registers: [app.registry]
  })
  let loggedAt = -Infinity

  function accept (missing: 'cache' | 'users', error: unknown): true {
    unchecked.inc({ missing })
    if (performance.now() - loggedAt >= logEveryMilliseconds) {
      loggedAt = performance.now()
      app.log.warn({ err: error, missing }, 'sessions cannot be looked up; verified tokens are accepted')
    }
    return true
  }

  const opened = async (sessionId: string): Promise<void> => {
    await app.redis.set(keyOf(sessionId), 'active', 'EX', activeSeconds, 'NX').catch(() => {})
  }
  const ended = async (sessionIds: readonly string[]): Promise<void> => {
    for (const id of sessionIds) owed.add(id)
    await (async () => {
      for (let first = 0; first < sessionIds.length; first += toldAtOnce) {
        await Promise.all(sessionIds.slice(first, first + toldAtOnce).map(async id => {
          await app.redis.set(keyOf(id), 'ended', 'EX', endedSeconds)
          owed.delete(id)
        }))
      }
    })().catch((error: unknown) => { app.log.warn({ err: error }, 'the end of sessions is not passed on until the cache can be reached') })
  }
  const passOn = async (): Promise<void> => { if (owed.size > 0) await ended([...owed]) }
  app.redis.on('ready', passOn)
  app.jobs.every('pass on the end of sessions', passOnMilliseconds, passOn)

  async function ask (sessionId: string, context: CallerContext): Promise<boolean> {
    const isOpen = await isSessionOpen(sessionId, context)
    await (isOpen ? opened(sessionId) : ended([sessionId]))
    return isOpen
  }

  app.decorate('sessions', {
    opened,
    ended,
    async lasts (sessionId, context) {
      if (owed.has(sessionId)) return false
      let state: string | null
      try {
        state = await app.redis.get(keyOf(sessionId))
      } catch (error) {
        app.countCacheRead('session', 'error')
        return holdsSessions ? await isSessionOpen(sessionId, context) : accept('cache', error)
      }
      app.countCacheRead('session', state === null ? 'miss' : 'hit')
      if (state !== null) return state === 'active'
      // One question for each token: a session may have an old token that expires meanwhile, and a new one.
      const question = context.token ?? sessionId
      let answer = asking.get(question)
      if (!answer) {
        answer = ask(sessionId, context).finally(() => { asking.delete(question) })
        asking.set(question, answer)
      }
      return await answer.catch((error: unknown) => {
        if (holdsSessions || error instanceof Refusal) throw error
        return accept('users', error)
      })
    }
  })
}, { name: 'sessions', dependencies: ['cache', 'jobs', 'metrics'] })
