import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isFree } from './ports.ts'
import { environmentOf } from './programs.mjs'
import { until } from './until.ts'

/** A server that this process started for itself. */
export interface PrivateServer {
  /** Administrative URL on 127.0.0.1; the same again when started again on the same directory and port. */
  url: string
  port: number
  pid: number
  /** Ends the server gracefully, forcefully after 15 s; its data stay. Resolves when the process is gone. */
  stop: () => Promise<void>
  /** Sends a signal, SIGKILL unless told, and returns at once. Nothing happens when the server has ended. */
  kill: (signal?: NodeJS.Signals) => void
  /** Settles when it has ended. */
  ended: Promise<void>
}

/** How to run a program; it is told nothing of our environment but the PATH, and where its libraries are. */
export interface Program {
  command: string
  args: string[]
  environment?: Record<string, string>
  /** Working directory, which also gets the program's output as `<name>.log`. */
  directory: string
  name: string
}

/** A running program. */
export interface Running extends Pick<PrivateServer, 'pid' | 'stop' | 'kill' | 'ended'> {
  hasEnded: () => boolean
}

// The shell becomes the server, and leaves behind a guard that kills the whole process group as soon as our end of the
// pipe closes: when the server has ended, or when this process has, however that happened. So nothing outlives us, and
// since the guard belongs to the group, the group's number cannot have been given to somebody else.
const guarded = 'exec 3<&0; { read -r _ <&3; kill -s KILL -- "-$$"; } >/dev/null 2>&1 & exec "$@" 3<&- </dev/null'

function start ({ command, args, environment, directory }: Omit<Program, 'name'>, output: Array<'pipe' | number>): ChildProcess {
  return spawn('/bin/sh', ['-c', guarded, 'guard', command, ...args], {
    cwd: directory,
    env: { ...environmentOf(command), ...environment },
    detached: true,
    stdio: ['pipe', ...output]
  })
}

/** Starts a program in a session of its own: a Ctrl-C in our terminal does not reach it, our own end does. */
export function run (program: Program): Running {
  const log = openSync(join(program.directory, `${program.name}.log`), 'w')
  const child = start(program, [log, log])
  closeSync(log)
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => { child.kill(signal) }
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded,
    kill,
    async stop () {
      kill('SIGTERM')
      if (!await until(hasEnded, 15_000)) kill()
      await ended
    }
  }
}

/**
 * Runs a program to its end, which our own end brings about too.
 *
 * @param onLine gets each line of its output
 * @returns what it wrote
 * @throws Error with that when it fails
 */
export async function runToEnd (
  program: Omit<Program, 'name'>, onLine: (line: string) => void = () => {}
): Promise<{ output: string, errors: string }> {
  const child = start(program, ['pipe', 'pipe'])
  let output = ''
  let errors = ''
  createInterface({ input: child.stdout! }).on('line', line => {
    output += `${line}\n`
    onLine(line)
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => { errors += text })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return { output, errors: errors.trim() }
  throw new Error(`${[program.command, ...program.args].join(' ')} failed:\n${(errors.trim() || output.trim()).split('\n').slice(-15).join('\n')}`)
}

/**
 * Starts a server and waits until it lets us in.
 *
 * @throws Error with the last lines of its log when it ends or does not let us in within three minutes.
 */
export async function runServer (
  program: Program, { url, port, reach }: { url: string, port: number, reach: (url: string) => Promise<void> }
): Promise<PrivateServer & Running> {
  // One that was just killed may hold its port for a moment.
  if (!await until(() => isFree(port), 5_000)) throw new Error(`Port ${port} of 127.0.0.1 is taken.`)
  const server = run(program)
  let failure: unknown
  const isReady = () => reach(url).then(() => true, error => { failure = error })
  const answered = await until(async () => server.hasEnded() || await isReady() === true, 180_000)
  if (answered && !server.hasEnded()) return { url, port, ...server }
  const what = server.hasEnded() ? 'ended' : `did not let us in within three minutes (${String(failure)})`
  server.kill()
  const path = join(program.directory, `${program.name}.log`)
  throw new Error(`${program.command} ${what}. The end of ${path}:\n${await lastLines(path)}`)
}

/** Makes a directory that only we can enter, unless it is there. Returns its absolute path. */
export async function privateDirectory (path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  return realpath(path)
}

async function lastLines (path: string): Promise<string> {
  const text = await readFile(path, 'utf8')
  return text.trimEnd().split('\n').slice(-15).join('\n')
}
