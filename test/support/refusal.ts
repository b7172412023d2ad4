import { RemoteError } from '../../shared/contract/client.ts'

/** How an action is refused. Not to be refused, or to fail in another way, is thrown. */
export async function refusal (action: Promise<unknown>): Promise<[status: number, code: string]> {
  const error = await action.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof RemoteError) return [error.status, error.code]
  throw error ?? new Error('was not refused')
}
