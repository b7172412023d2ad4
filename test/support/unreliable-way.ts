import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import type { Scope } from './system.ts'

/** A way to a database that can lose a COMMIT on it, or the answer to one. */
export interface UnreliableWay {
  /** The database's URL, by this way. */
  url: string
  /** Loses the next COMMIT, or the next one of a transaction that sends some text, and with it the connection. */
  loseNext: (what: 'COMMIT' | 'answer', text?: string) => void
  /** Whether what was to be lost is lost. */
  hasLost: () => boolean
}

/** Makes a way to the database at a URL; it ends with the test. */
export async function unreliableWay (t: Scope, databaseUrl: string): Promise<UnreliableWay> {
  const target = new URL(databaseUrl)
  let loss: { what: 'COMMIT' | 'answer', text: string } | undefined
  const sockets = new Set<Socket>()
  const proxy = createServer(client => {
    const server = connect(Number(target.port || 3306), target.hostname)
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    const cut = (): void => {
      client.destroy()
      server.destroy()
    }
    let isMeant = false
    let answerIsLost = false
    client.on('data', data => {
      isMeant ||= loss !== undefined && data.includes(loss.text)
      if (loss !== undefined && isMeant && data.includes('COMMIT')) {
        const { what } = loss
        loss = undefined
        if (what === 'COMMIT') {
          cut()
          return
        }
        answerIsLost = true
      }
      server.write(data)
    })
    server.on('data', data => { if (answerIsLost) cut(); else client.write(data) })
    client.on('close', cut)
    server.on('close', cut)
  })
  const port = await freePort()
  await new Promise<void>(resolve => { proxy.listen(port, '127.0.0.1', resolve) })
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>(resolve => { proxy.close(() => { resolve() }) })
  })
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return { url: url.href, loseNext: (what, text = '') => { loss = { what, text } }, hasLost: () => loss === undefined }
}

/** A way to a server that can stop passing anything on, with its connections left open: as a server that hangs. */
export interface SilentWay { url: string, setSilent: (silent: boolean) => void }

/** Makes a way to the server at a URL, which has to name its port; it ends with the test. */
export async function silentWay (t: Scope, serverUrl: string): Promise<SilentWay> {
  const url = new URL(serverUrl)
  const target = { port: Number(url.port), host: url.hostname }
  const sockets = new Set<Socket>()
  let isSilent = false
  const proxy = createServer(client => {
    const server = connect(target)
    for (const [from, to] of [[client, server], [server, client]] as const) {
      sockets.add(from)
      from.on('error', () => {}).on('close', () => { to.destroy() })
      from.on('data', data => { to.write(data) })
      if (isSilent) from.pause()
    }
  })
  const port = await freePort()
  await new Promise<void>(resolve => { proxy.listen(port, '127.0.0.1', resolve) })
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>(resolve => { proxy.close(() => { resolve() }) })
  })
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    setSilent: silent => {
      isSilent = silent
      for (const socket of sockets) if (silent) socket.pause(); else socket.resume()
    }
  }
}
