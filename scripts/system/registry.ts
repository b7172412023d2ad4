import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { knownInstallation } from './databases.ts'

/** Where the checkouts of this user on this machine are noted: a file for each id, with the paths that have had it, one a line. */
function directory (environment: Record<string, string | undefined>): string {
  const configured = environment['XDG_STATE_HOME'] ?? ''
  return join(isAbsolute(configured) ? configured : join(homedir(), '.local/state'), 'smart-meeting-room/checkouts')
}

/** Notes where a checkout is, so that what it has on servers can be told from what others have when it is gone. Does nothing for a user without a home. */
export async function register (id: string, root: string, environment: Record<string, string | undefined> = process.env): Promise<void> {
  const paths = await pathsOf(id, environment)
  if (paths.includes(root)) return
  await mkdir(directory(environment), { recursive: true, mode: 0o700 }).catch(() => {})
  await writeFile(join(directory(environment), id), `${[...paths, root].join('\n')}\n`, { mode: 0o600 }).catch(() => {})
}

/** Forgets a checkout. */
export async function unregister (id: string, environment: Record<string, string | undefined> = process.env): Promise<void> {
  await rm(join(directory(environment), id), { force: true })
}

/** The ids of noted checkouts, and whether each is still at one of its paths. */
export async function registered (environment: Record<string, string | undefined> = process.env): Promise<Map<string, { paths: string[], isThere: boolean }>> {
  const ids = await readdir(directory(environment)).catch(() => [])
  return new Map(await Promise.all(ids.map(async id => {
    const paths = await pathsOf(id, environment)
    const there = await Promise.all(paths.map(async path => (await knownInstallation(path).catch(() => undefined))?.id === id))
    return [id, { paths, isThere: there.includes(true) }] as const
  })))
}

async function pathsOf (id: string, environment: Record<string, string | undefined>): Promise<string[]> {
  const text = await readFile(join(directory(environment), id), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}
