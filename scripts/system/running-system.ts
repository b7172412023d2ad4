import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { holderOf, tryLock } from '../infrastructure/lock.mjs'
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

/** A checkout in which no other process starts a system. */
export interface ClaimedCheckout {
  /** Tells the other commands where the system is. The note holds passwords, so only its owner may read it. */
  note: (system: RunningSystem) => Promise<void>
  /** Removes the note, and lets others start a system. */
  release: () => Promise<void>
}

const pathIn = (root: string): string => join(root, '.local/running.json')
const lockOf = async (root: string): Promise<string> => `system ${await realpath(root)}`

/**
 * Claims a checkout for one system. The claim is a lock that ends with this process, however it ends; a process that is killed leaves at most
 * a note, which counts for nothing without the lock.
 *
 * @throws Error with what to do, when a system runs or starts there
 */
export async function claimCheckout (root: string): Promise<ClaimedCheckout> {
  const lock = await lockOf(root)
  const release = await tryLock(lock)
  if (!release) {
    const [processId, system] = [await holderOf(lock), await read(root)]
    const state = system ? `runs a system already, with users at ${system.urls.users}` : 'is in use: a system starts or is being removed'
    throw new Error(`This checkout ${state} (process ${processId ?? 'that has just ended'}). Stop it with Ctrl-C in its terminal or \`kill ${processId ?? '<process>'}\`, or use another clone.`)
  }
  const forget = async (): Promise<void> => { await rm(pathIn(root), { force: true }) }
  await forget() // the note of a system that was killed
  return {
    note: async system => {
      await mkdir(join(root, '.local'), { recursive: true, mode: 0o700 })
      const unfinished = `${pathIn(root)}.unfinished`
      await rm(unfinished, { force: true })
      await writeFile(unfinished, JSON.stringify(system), { mode: 0o600 })
      await rename(unfinished, pathIn(root))
    },
    release: async () => {
      await forget()
      await release()
    }
  }
}

/** The system that runs in a checkout; `undefined` when none does. */
export async function runningSystem (root: string): Promise<RunningSystem | undefined> {
  return await holderOf(await lockOf(root)) === undefined ? undefined : await read(root)
}

/**
 * The system that runs in a checkout.
 *
 * @throws Error with what to do, when none does
 */
export async function needRunningSystem (root: string): Promise<RunningSystem> {
  const system = await runningSystem(root)
  if (!system) throw new Error('No system runs in this checkout. Start it with `npm start`, wait until it prints its addresses, and run this again.')
  return system
}

async function read (root: string): Promise<RunningSystem | undefined> {
  const text = await readFile(pathIn(root), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text) as RunningSystem
}
