import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endOnSignal } from '../infrastructure/signals.ts'

/** Where a long run keeps its files, and how it tells what it does. */
export interface Run { directory: string, log: (line: string) => void }

/**
 * Begins a long run, in a temporary directory that is removed, as far as that is possible, when a signal ends it.
 *
 * @param name of the run; part of the directory's name
 */
export async function beginRun (name: string): Promise<Run> {
  const startedAt = performance.now()
  const directory = await mkdtemp(join(tmpdir(), `smart-meeting-room-${name}-`))
  endOnSignal(async () => {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
      console.error(`Servers were still writing in ${directory}; what is left there can be removed.`)
    })
  }) // with this process, all that it started ends
  return { directory, log: line => { console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${line}`) } }
}
