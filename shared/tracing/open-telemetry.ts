import { SpanKind, SpanStatusCode, trace, TraceFlags, ROOT_CONTEXT, type SpanContext } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { traceClients } from './clients.ts'
import { setTracer, type Span, type Work } from './trace.ts'

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER }

/**
 * Makes spans and sends them to a collector, as JSON over HTTP. It is loaded only where somebody wants traces.
 *
 * @param service the `service.name` of the spans
 * @param endpoint the base URL of the collector; `/v1/traces` is added
 * @returns stops it, once all spans are sent
 */
export function startOpenTelemetry (service: string, endpoint: string): () => Promise<void> {
  const resource = defaultResource().merge(detectResources({ detectors: [envDetector] })).merge(resourceFromAttributes({ 'service.name': service }))
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] })
  const tracer = provider.getTracer('smart-meeting-room')

  setTracer(({ name, kind, attributes }: Work, parent: string | undefined): Span => {
    const context = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(parent))
    const span = tracer.startSpan(name, { kind: kinds[kind], ...(attributes && { attributes }) }, context)
    const { traceId, spanId, traceFlags } = span.spanContext()
    return {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end: ({ error, attributes } = {}) => {
        if (attributes) span.setAttributes(attributes)
        if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) })
        span.end()
      }
    }
  })
  const forgetClients = traceClients()
  return async () => {
    setTracer(undefined)
    forgetClients()
    await provider.shutdown()
  }
}

function contextOf (traceparent: string): SpanContext {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-')
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true }
}
