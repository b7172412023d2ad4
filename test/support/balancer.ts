import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { request } from 'undici'

/** A load balancer for connections, as kube-proxy or a network load balancer is one. */
export interface Balancer {
  url: string
  /** The ports of the instances that get new connections. */
  ready: () => number[]
  stop: () => Promise<void>
}

const checkMilliseconds = 100

/**
 * Gives each new connection to the next instance that is ready. It asks `/ready` several times a second, and leaves connections alone that
 * are there: it is for the instances to end them.
 *
 * @param port where it listens
 * @param instances the ports of the instances
 */
export async function startBalancer (port: number, instances: readonly number[]): Promise<Balancer> {
  const ready = new Set<number>()
  const alive = new Set<number>()
  const sockets = new Set<Socket>()
  const stopped = new AbortController()
  let next = 0

  const check = async (instance: number): Promise<void> => {
    while (!stopped.signal.aborted) {
      const status = await request(`http://127.0.0.1:${instance}/ready`).then(async ({ statusCode, body }) => {
        await body.dump()
        return statusCode
      }, () => undefined)
      if (status === undefined) alive.delete(instance)
      else alive.add(instance)
      if (status === 200) ready.add(instance)
      else ready.delete(instance)
      await delay(checkMilliseconds)
    }
  }
  const server = createServer(client => {
    // Where none is ready, as on a machine that is busy, those that are alive are better than none.
    const candidates = [...ready.size > 0 ? ready : alive]
    const instance = candidates[next++ % candidates.length]
    if (instance === undefined) {
      client.destroy()
      return
    }
    const upstream = connect(instance, '127.0.0.1')
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from)
      from.on('error', () => { to.destroy() }).on('close', () => { sockets.delete(from) })
      from.pipe(to)
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const checks = instances.map(check)
  return {
    url: `http://127.0.0.1:${port}`,
    ready: () => [...ready],
    stop: async () => {
      stopped.abort()
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
      await Promise.all(checks)
    }
  }
}
