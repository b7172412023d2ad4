import { createHash } from 'node:crypto'
import { Refusal } from '../errors.ts'

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

const rules: ReadonlySet<number> = new Set([403, 404, 409, 422])

/**
 * Whether an error is the answer of a rule, which a repetition gets again. What is the fault of the moment, of the load or of a dependency,
 * and what is refused because of the key itself, may end differently the next time.
 */
export function isRefusalByRule (error: unknown): error is Refusal {
  return error instanceof Refusal && rules.has(error.status) && !error.code.startsWith('idempotency.')
}
