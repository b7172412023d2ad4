import { once } from 'node:events'
import { createServer } from 'node:http'

/** A span as it was sent, with the service that it is of. */
export interface CollectedSpan { service: string, traceId: string, spanId: string, parentSpanId?: string, name: string, kind: number, attributes: Record<string, unknown>, status?: { code?: number } }

interface Attribute { key: string, value: Record<string, unknown> }
interface Export { resourceSpans: Array<{ resource: { attributes: Attribute[] }, scopeSpans: Array<{ spans: Array<Omit<CollectedSpan, 'service' | 'attributes'> & { attributes: Attribute[] }> }> }> }

/** An OpenTelemetry collector that keeps what it gets, as JSON over HTTP. */
export async function startCollector (port: number): Promise<{ url: string, spans: CollectedSpan[], stop: () => Promise<void> }> {
  const spans: CollectedSpan[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => { body += text }).on('end', () => {
      const isExport = request.url === '/v1/traces' && request.headers['content-type'] === 'application/json'
      for (const { resource, scopeSpans } of isExport ? (JSON.parse(body) as Export).resourceSpans : []) {
        const service = String(toObject(resource.attributes)['service.name'])
        for (const span of scopeSpans.flatMap(scope => scope.spans)) spans.push({ ...span, service, attributes: toObject(span.attributes) })
      }
      response.writeHead(isExport ? 200 : 404, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

function toObject (attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
}
