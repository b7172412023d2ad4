import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from './system.ts'

const root = join(import.meta.dirname, '../..')

/** Whether processes can be told by their environment here. */
export const canSeeProcesses = process.platform === 'linux'

/** A process that a test sees. */
export interface SeenProcess { pid: number, commandLine: string }

/** npm, running a script. */
export interface Launched {
  npm: ChildProcess
  /** Its process id, which is that of its process group. */
  pid: number
  /** What it and all that it started have printed. */
  output: () => string
  /** All processes that it has started, however far down, and that have not ended; npm among them. */
  processes: () => Promise<SeenProcess[]>
  /** Its exit code; 128 + n when signal n ended it. */
  ended: Promise<number>
}

/**
 * Copies the sources of this checkout to a temporary directory. The dependencies stay where they are.
 *
 * @param dependencies whether the copy has them
 */
export async function copyCheckout (t: Scope, dependencies = true): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'checkout-')))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  const left = ['node_modules', '.git', '.local', '.tap', 'dist', 'coverage', 'secrets']
  for (const name of await readdir(root)) if (!left.includes(name)) await cp(join(root, name), join(directory, name), { recursive: true })
  if (dependencies) await symlink(await realpath(join(root, 'node_modules')), join(directory, 'node_modules'))
  return directory
}

/**
 * Runs npm in a process group of its own, as a shell would.
 *
 * @param parameters of npm
 * @param environment more environment; of ours it gets no more than what names servers
 * @param programs a directory whose programs go before all others
 */
export function launch (t: Scope, cwd: string, parameters: string[], { environment = {}, programs }: { environment?: Record<string, string>, programs?: string } = {}): Launched {
  // Services get nothing else of the environment, so this is how all processes can be told.
  const marker = `/marker-${randomBytes(8).toString('hex')}`
  const PATH = [...programs === undefined ? [] : [programs], process.env['PATH'], marker].join(':')
  const { MYSQL_ADMIN_URL, REDIS_URL, RABBITMQ_URL, npm_execpath: npmPath } = process.env
  const inherited = { MYSQL_ADMIN_URL, REDIS_URL, RABBITMQ_URL, HOME: cwd, XDG_STATE_HOME: join(cwd, '.state') }
  const [command, ...before] = npmPath === undefined ? ['npm'] : [process.execPath, npmPath]
  const npm = spawn(command as string, [...before, ...parameters], { cwd, env: { ...inherited, ...environment, PATH }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
  const processes = async (): Promise<SeenProcess[]> => await processesWith(marker)
  t.teardown(async () => {
    for (const { pid } of await processes()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {} // it has ended meanwhile
    }
  })
  const signals: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
  const ended = once(npm, 'exit').then(([code, signal]) => code as number | null ?? 128 + (signals[signal as string] ?? 0))
  return { npm, pid: npm.pid ?? 0, output: () => output, processes, ended }
}

/** The processes with a word in their environment. */
async function processesWith (word: string): Promise<SeenProcess[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const seen = await Promise.all(pids.map(async pid => {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (!environment.includes(word)) return []
    return [{ pid: Number(pid), commandLine: (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ') }]
  }))
  return seen.flat()
}
