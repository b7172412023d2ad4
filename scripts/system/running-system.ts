import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Service } from './databases.ts'

/** Where the parts of the system are that `npm start` runs; its private servers have other ports every time. */
export interface RunningSystem {
  urls: Record<Service, string>
  databaseUrls: Record<Service, string>
  redisUrl: string
  redisPrefix: string
  rabbitmqUrl: string
  exchange: string
}

const pathIn = (root: string): string => join(root, '.local/running.json')

/**
 * Notes that a system runs in a checkout, for the other commands. It holds passwords, so only we may read it.
 * @returns what takes the note away again
 */
export async function noteRunningSystem (root: string, system: RunningSystem): Promise<() => Promise<void>> {
  await mkdir(join(root, '.local'), { recursive: true, mode: 0o700 })
  await rm(pathIn(root), { force: true }) // whose mode would stay
  await writeFile(pathIn(root), JSON.stringify({ processId: process.pid, ...system }), { mode: 0o600 })
  return async () => { if ((await read(root))?.processId === process.pid) await rm(pathIn(root), { force: true }) }
}

/** The system that runs in a checkout; `undefined` when none does. */
export async function runningSystem (root: string): Promise<RunningSystem | undefined> {
  const noted = await read(root)
  return noted && isAlive(noted.processId) ? noted : undefined
}

async function read (root: string): Promise<RunningSystem & { processId: number } | undefined> {
  const text = await readFile(pathIn(root), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text) as RunningSystem & { processId: number }
}

/** A process that was killed could not take its note away. */
function isAlive (processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
