import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Goes on serving for a while as a service that is about to close: it is not ready any more, and every answer ends its connection,
     * so that clients and load balancers turn to other instances before nobody listens here.
     */
    drain: (milliseconds: number) => Promise<void>
    isDraining: () => boolean
  }
}

/** Lets clients go before the service closes. */
export const drain = fp(async (app: FastifyInstance) => {
  let draining = false
  app.decorate('isDraining', () => draining)
  app.decorate('drain', async milliseconds => {
    draining = true
    await delay(milliseconds)
  })
  app.addHook('onRequest', async (_request, reply) => { if (draining) reply.header('connection', 'close') })
}, { name: 'drain' })
