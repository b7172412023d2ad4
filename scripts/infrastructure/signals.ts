import { once } from 'node:events'
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Ends this process in order when a signal tells it to: does something, once, however many signals come, and exits.
 *
 * @param end undoes what was started; when it fails, the exit code is 1
 * @param exitCode 128 + the number of the signal, unless told
 */
export function endOnSignal (end: () => Promise<unknown>, exitCode?: number): void {
  let isEnding = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      end().then(() => process.exit(exitCode ?? 128 + constants.signals[signal]), error => {
        console.error(error instanceof Error ? error.message : error)
        process.exit(1)
      })
    })
  }
  // After SIGHUP the terminal may be gone; what is written to it must not keep us from ending in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** Rejects when the signal is aborted, with its reason; otherwise never settles. */
export async function whenAborted (signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}
