import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

export { isListening } from './programs.mjs'

// Ephemeral ports start at 32768: below, no outgoing connection can take the port in the meantime.
const lowest = 20_000
const highest = 32_000
const handedOut = new Set<number>()

/**
 * A random TCP port of 127.0.0.1 between 20000 and 32000 that nobody listens on.
 * It was bound and released to check, and is never handed out twice in one process.
 *
 * @throws Error when a hundred random ports in a row are taken.
 */
export async function freePort (): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(lowest, highest + 1)
    if (!handedOut.has(port) && await isFree(port)) {
      handedOut.add(port)
      return port
    }
  }
  throw new Error(`No free port found on 127.0.0.1 between ${lowest} and ${highest}.`)
}

/** Whether `port` of 127.0.0.1 can be bound now. */
export async function isFree (port: number): Promise<boolean> {
  const release = await holdPort(port)
  await release?.()
  return release !== undefined
}

/**
 * Binds `port` of 127.0.0.1 and keeps it until the returned function is called or the process ends, however it ends.
 *
 * @returns undefined when the port is taken.
 */
export function holdPort (port: number): Promise<(() => Promise<void>) | undefined> {
  return new Promise(resolve => {
    const server = createServer(socket => socket.destroy())
    server.unref()
    server.once('error', () => resolve(undefined))
    server.listen({ host: '127.0.0.1', port }, () => {
      resolve(() => new Promise(resolve => server.close(() => resolve())))
    })
  })
}
