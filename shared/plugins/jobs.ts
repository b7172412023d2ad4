import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { within } from '../within.ts'

declare module 'fastify' {
  interface FastifyInstance {
    jobs: {
      /**
       * Does some work again and again while the service runs, never twice at once in one instance. Other instances do the same
       * work, so it has to be safe to do in parallel.
       *
       * @param name for the log
       * @param milliseconds how long to wait between one run and the next
       * @param work is told when the service closes: what takes long should then stop
       */
      every: (name: string, milliseconds: number, work: Work) => void
      /** Does the work of a name now, and resolves when it is done. */
      run: (name: string) => Promise<void>
    }
  }
}

type Work = (closing: AbortSignal) => Promise<void>

const closeMilliseconds = 5_000

/** Background work. A failure is logged and the work tried again at its next time. */
export const jobs = fp(async (app: FastifyInstance) => {
  const works = new Map<string, Work>()
  const loops: Array<Promise<void>> = []
  const closing = new AbortController()

  async function loop (name: string, milliseconds: number, work: Work): Promise<void> {
    while (!closing.signal.aborted) {
      // Spread, so that instances that start together do not go on together.
      await delay(milliseconds * (0.5 + Math.random()), undefined, { signal: closing.signal, ref: false }).catch(() => {})
      if (closing.signal.aborted) return
      await work(closing.signal).catch((error: unknown) => { app.log.error({ err: error, job: name }, 'job failed; it will be tried again') })
    }
  }

  app.decorate('jobs', {
    every: (name, milliseconds, work) => {
      works.set(name, work)
      app.addHook('onReady', async () => { loops.push(loop(name, milliseconds, work)) })
    },
    run: async name => {
      const work = works.get(name)
      if (!work) throw new Error(`There is no job ${name}`)
      await work(closing.signal)
    }
  })
  app.addHook('onClose', async () => {
    closing.abort()
    // Work that hangs on somebody else does not keep us from closing: it is safe to be done again.
    await within(closeMilliseconds, Promise.all(loops)).catch((error: unknown) => { app.log.warn({ err: error }, 'closing in the middle of a job') })
  })
}, { name: 'jobs' })
