import { execFileSync } from 'node:child_process'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer as createRelay, type Server } from 'node:net'
import type { Duplex } from 'node:stream'
import { once } from 'node:events'

/** The host of the npm registry that this machine uses. */
export function registryHost (): string {
  return new URL(execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()).hostname
}

/**
 * Serves an HTTP proxy on a Unix socket, which a process in another network namespace can reach.
 *
 * @param hosts the only hosts that it connects to
 */
export async function serveRegistries (socket: string, hosts: readonly string[]): Promise<{ socket: string, close: () => Promise<void> }> {
  const server = createServer((incoming, answer) => { forward(incoming, answer, hosts) })
  server.on('connect', (incoming: IncomingMessage, client: Duplex) => { tunnel(incoming, client, hosts) })
  server.listen(socket)
  await once(server, 'listening')
  return {
    socket,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => { server.close(resolve) })
    }
  }
}

/** Listens on a port of this network namespace and passes every connection on to the proxy. */
export async function relayTo (socket: string, port: number): Promise<Server> {
  const relay = createRelay(client => { join(client, connect(socket)) })
  relay.listen(port, '127.0.0.1')
  await once(relay, 'listening')
  return relay
}

function forward (incoming: IncomingMessage, answer: ServerResponse, hosts: readonly string[]): void {
  const url = new URL(incoming.url ?? '/', 'http://invalid')
  if (!hosts.includes(url.hostname)) {
    answer.writeHead(403).end(`This proxy does not connect to ${url.hostname}.\n`)
    return
  }
  const outgoing = request(url, { method: incoming.method, headers: incoming.headers }, response => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  outgoing.on('error', error => { answer.destroy(error) })
  incoming.pipe(outgoing)
}

function tunnel (incoming: IncomingMessage, client: Duplex, hosts: readonly string[]): void {
  const { hostname, port } = new URL(`http://${incoming.url}`)
  if (!hosts.includes(hostname)) {
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    return
  }
  const server = connect(Number(port === '' ? 80 : port), hostname, () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
  })
  join(client, server)
}

/** Both ends of a connection end together. */
function join (one: Duplex, other: Duplex): void {
  one.on('error', () => { other.destroy() }).on('close', () => { other.destroy() })
  other.on('error', () => { one.destroy() }).on('close', () => { one.destroy() })
  one.pipe(other).pipe(one)
}
