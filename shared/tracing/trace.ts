import { AsyncLocalStorage } from 'node:async_hooks'

/** What is about to be done. Names and attributes are those of OpenTelemetry's conventions. */
export interface Work {
  name: string
  kind: 'server' | 'client' | 'producer' | 'consumer'
  attributes?: Record<string, string | number>
}

/** Work under way. */
export interface Span {
  /** What tells others, as of W3C Trace Context, that their work is part of this. */
  traceparent: string
  end: (outcome?: { error?: unknown, attributes?: Record<string, string | number> }) => void
}

/** Begins a span below another one, or a new trace. */
export type Tracer = (work: Work, parent: string | undefined) => Span

const wellFormed = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/
const current = new AsyncLocalStorage<string | undefined>()
let tracer: Tracer | undefined

/** Has spans made from now on; of none, `undefined`, traces are only passed on. */
export function setTracer (given: Tracer | undefined): void {
  tracer = given
}

/** Whether spans are made. */
export function isTracing (): boolean {
  return tracer !== undefined
}

/** The trace that the work under way belongs to, to be passed on in a `traceparent`. */
export function traceparent (): string | undefined {
  return current.getStore()
}

/** A `traceparent` from outside, if it is one. */
export function readTraceparent (value: unknown): string | undefined {
  return typeof value === 'string' && wellFormed.test(value) ? value : undefined
}

/** Runs work, and all that follows from it, as part of a trace; or of none. */
export function inTrace<Result> (trace: string | undefined, work: () => Result): Result {
  return current.run(trace, work)
}

/** Begins a span, where spans are made. Whoever begins it ends it. */
export function beginSpan (work: Work, parent: string | undefined = traceparent()): Span | undefined {
  return tracer?.(work, parent)
}

/** Runs work as a span of its own, where spans are made; else it is only part of the trace. */
export async function traced<Result> (work: Work, run: () => Promise<Result>, parent: string | undefined = traceparent()): Promise<Result> {
  const span = beginSpan(work, parent)
  const trace = span?.traceparent ?? parent
  if (trace === undefined) return await run()
  try {
    const result = await inTrace(trace, run)
    span?.end()
    return result
  } catch (error) {
    span?.end({ error })
    throw error
  }
}
