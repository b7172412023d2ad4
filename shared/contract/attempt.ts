import { createHash } from 'node:crypto'

/** A request that came with an `Idempotency-Key`. */
export interface Attempt {
  userId: string
  key: string
  /** SHA-256 of operation, parameters and body: the same request has the same. */
  fingerprint: string
}

/** Identifies a request by all that decides its effect, whatever the order of its fields. */
export function fingerprintOf (operationId: string, params: unknown, body: unknown): string {
  return createHash('sha256').update(JSON.stringify([operationId, inOrder(params), inOrder(body)])).digest('hex')
}

function inOrder (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([name, field]) => [name, inOrder(field)])
}
