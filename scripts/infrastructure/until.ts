import { setTimeout as delay } from 'node:timers/promises'

/**
 * Polls `condition` until it holds.
 *
 * @param within - how long to go on, in milliseconds.
 * @returns whether it came to hold in time.
 */
export async function until (condition: () => boolean | Promise<boolean>, within: number): Promise<boolean> {
  const deadline = performance.now() + within
  while (!await condition()) {
    if (performance.now() > deadline) return false
    await delay(50)
  }
  return true
}
