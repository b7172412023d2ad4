import { createHash } from 'node:crypto'
import { connect, createServer } from 'node:net'

// A lock is a bound port: no killed process leaves it behind, and no other process can be taken for its holder, as can happen with process ids.
const lowest = 10_000 // `freePort` hands out none of these
const count = 10_000
/** Unrelated programs may listen on some of the ports of a name. */
const candidates = 8
const answerMilliseconds = 5_000

/**
 * Takes a lock that one process of this machine can hold at a time. It ends with the process at the latest.
 *
 * @param {string} name
 * @returns {Promise<(() => Promise<void>) | undefined>} what releases the lock; undefined when another process holds it
 */
export async function tryLock (name) {
  if (await holderOf(name) !== undefined) return undefined
  for (const port of portsOf(name)) {
    const release = await hold(port, digestOf(name))
    if (release) return release
    if (await ask(port, digestOf(name)) !== undefined) return undefined // a process that was faster
  }
  throw new Error(`Other programs listen on all of the ports ${portsOf(name).join(', ')} of 127.0.0.1. Stop one of them.`)
}

/**
 * Who holds a lock.
 *
 * @param {string} name
 * @returns {Promise<number | undefined>} the process id; undefined when nobody holds it
 */
export async function holderOf (name) {
  const answers = await Promise.all(portsOf(name).map(async port => await ask(port, digestOf(name))))
  return answers.find(answer => answer !== undefined)
}

/** @param {string} name */
function digestOf (name) {
  return createHash('sha256').update(name).digest('hex')
}

/**
 * The ports that a lock may be on, in the order in which they are tried.
 *
 * @param {string} name
 */
export function portsOf (name) {
  const digest = Buffer.from(digestOf(name), 'hex')
  return Array.from({ length: candidates }, (_, index) => lowest + digest.readUInt32BE(index * 4) % count)
}

/**
 * Binds a port; who connects is told the name of the lock and the id of this process.
 *
 * @param {number} port
 * @param {string} digest
 * @returns {Promise<(() => Promise<void>) | undefined>}
 */
function hold (port, digest) {
  return new Promise(resolve => {
    const server = createServer(socket => {
      socket.on('error', () => {})
      socket.end(`${digest} ${process.pid}\n`)
    })
    server.unref()
    server.once('error', () => { resolve(undefined) })
    server.listen({ host: '127.0.0.1', port }, () => {
      resolve(() => new Promise(resolve => { server.close(() => { resolve() }) }))
    })
  })
}

/**
 * The process id that the holder of a lock tells on a port.
 *
 * @param {number} port
 * @param {string} digest
 * @returns {Promise<number | undefined>}
 */
function ask (port, digest) {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port })
    let answer = ''
    socket.setEncoding('utf8').setTimeout(answerMilliseconds, () => { socket.destroy() })
    socket.on('data', text => { answer += text })
    socket.on('error', () => {})
    socket.once('close', () => {
      const [name, processId] = answer.trimEnd().split(' ')
      resolve(name === digest ? Number(processId) : undefined)
    })
  })
}
