import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const cwd = join(import.meta.dirname, '../..')
const compose = ['compose', '--file', 'compose.development.yaml']

/**
 * Starts one service of `compose.development.yaml` and waits until it is healthy; the first time this downloads its image.
 *
 * @throws Error with what Docker said.
 */
export async function startComposeService (service: string): Promise<void> {
  await execute('docker', [...compose, 'up', '--detach', '--wait', service], { cwd, timeout: 600_000 })
}

/** Stops one service of `compose.development.yaml`; its volume stays. */
export async function stopComposeService (service: string): Promise<void> {
  await execute('docker', [...compose, 'stop', service], { cwd, timeout: 60_000 })
}
