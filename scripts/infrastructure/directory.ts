import { createHash } from 'node:crypto'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { holdPort, isFree } from './ports.ts'
import { privateDirectory } from './processes.ts'

/** A directory that nobody else uses at the same time. */
export interface Claim {
  path: string
  release: () => Promise<void>
}

/**
 * Claims the first of the directories `1`, `2`, … below `parent` that no other process has claimed, so that the usual
 * single user always gets the data of the last time. The claim ends with this process at the latest.
 *
 * @throws Error when the first hundred are claimed.
 */
export async function claimDirectory (parent: string): Promise<Claim> {
  for (let number = 1; number <= 100; number++) {
    const path = await privateDirectory(join(parent, String(number)))
    const release = await holdPort(portOf(path))
    if (release) return { path, release }
  }
  throw new Error(`All directories in ${parent} are in use.`)
}

/** The directories below `parent` that a process has claimed. */
export async function claimedDirectories (parent: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => [])
  const paths = await Promise.all(names.map(async name => await realpath(join(parent, name))))
  const free = await Promise.all(paths.map(async path => await isFree(portOf(path))))
  return paths.filter((_, index) => !free[index])
}

/** A bound port is a lock that no killed process can leave behind. `freePort` hands out none of these. */
function portOf (path: string): number {
  return 10_000 + createHash('sha256').update(path).digest().readUInt32BE() % 10_000
}
