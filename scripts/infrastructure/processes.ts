import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { isFree } from './ports.ts'
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

/** How to run a program; it is told nothing of our environment but the PATH. */
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

/** Starts a program in a session of its own: a Ctrl-C in our terminal does not reach it, our own end does. */
export function run ({ command, args, environment, directory, name }: Program): Running {
  const log = openSync(join(directory, `${name}.log`), 'w')
  const child = spawn('/bin/sh', ['-c', guarded, 'guard', command, ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ...environment },
    detached: true,
    stdio: ['pipe', log, log]
  })
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
 * Starts a server and waits until it lets us in.
 *
 * @throws Error with the last lines of its log when it ends or does not let us in within a minute.
 */
export async function runServer (
  program: Program, { url, port, reach }: { url: string, port: number, reach: (url: string) => Promise<void> }
): Promise<PrivateServer & Running> {
  // One that was just killed may hold its port for a moment.
  if (!await until(() => isFree(port), 5_000)) throw new Error(`Port ${port} of 127.0.0.1 is taken.`)
  const server = run(program)
  let failure: unknown
  const isReady = () => reach(url).then(() => true, error => { failure = error })
  const answered = await until(async () => server.hasEnded() || await isReady() === true, 60_000)
  if (answered && !server.hasEnded()) return { url, port, ...server }
  const what = server.hasEnded() ? 'ended' : `did not let us in within a minute (${String(failure)})`
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
