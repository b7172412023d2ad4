import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'

/** A proxy in front of a service. */
export interface Proxy {
  url: string
  /** Sends what comes from now on to another instance. */
  to: (url: string) => void
  stop: () => Promise<void>
}

/**
 * Passes requests on to a service.
 *
 * @param target its URL
 * @param rewrite what to make of the headers of a request
 */
export async function startProxy (target: string, rewrite = (headers: IncomingHttpHeaders): IncomingHttpHeaders => headers): Promise<Proxy> {
  let url = target
  const server = createServer((incoming, outgoing) => {
    const { connection: _connection, 'transfer-encoding': _encoding, ...headers } = rewrite(incoming.headers)
    request(`${url}${incoming.url}`, { method: incoming.method as never, headers, body: incoming.method === 'GET' ? null : incoming }).then(answer => {
      outgoing.writeHead(answer.statusCode, answer.headers as never)
      answer.body.pipe(outgoing)
    }, () => { outgoing.destroy() })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: next => { url = next },
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
