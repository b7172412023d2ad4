import { STATUS_CODES } from 'node:http'
import type { Test } from 'tap'
import { RemoteError } from '../../shared/contract/client.ts'
import { catalogue, type ErrorCode } from '../../shared/errors.ts'
import type { RawAnswer } from './system.ts'

/** How an action is refused. Not to be refused, or to fail in another way, is thrown. */
export async function refusal (action: Promise<unknown>): Promise<[status: number, code: string]> {
  const error = await action.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof RemoteError) return [error.status, error.code]
  throw error ?? new Error('was not refused')
}

/** Checks that an answer is a refusal in the one format. */
export function isRefusal (t: Test, { status, headers, json }: RawAnswer, code: ErrorCode, title: string): void {
  t.match(json, { error: STATUS_CODES[catalogue[code][0]], message: /^[A-Z`].*\.$/s, code, correlationId: headers['x-correlation-id'] }, title)
  t.equal(status, catalogue[code][0], `${title}: ${status}`)
  t.match(headers['content-type'], /^application\/json/)
  t.notMatch(JSON.stringify(json), /node_modules|SELECT |\.[jt]s:\d|ECONN|[A-Z]+_ERR_/, `${title}: no internals`)
}
