import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { nothing, type FileOutcome } from './outcome.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'test/support/lane.ts')
const tailLength = 4_000
/** A file that has not ended by then has lost its way: the timeout of its test does not reach a hook that fails. */
const longestMilliseconds = 900_000

/** A process that runs one test file after the other. */
export interface Lane {
  run: (file: string) => Promise<FileOutcome & { seeds: string[] }>
  /** Ends it in order; what its files shared is taken down and looked at. */
  end: () => Promise<FileOutcome[]>
}

/** What a lane says of the file that it runs; nothing when it has ended before. */
async function answerOf (child: ChildProcess): Promise<FileOutcome | undefined> {
  return await new Promise(resolve => {
    const listen = (message: { outcome?: FileOutcome }): void => {
      if (message.outcome !== undefined) settle(message.outcome) // the loader of TypeScript sends messages of its own
    }
    const end = (): void => { settle(undefined) }
    const timer = setTimeout(() => { child.kill('SIGKILL') }, longestMilliseconds)
    const settle = (outcome: FileOutcome | undefined): void => {
      clearTimeout(timer)
      child.off('message', listen).off('exit', end)
      resolve(outcome)
    }
    child.on('message', listen).once('exit', end)
  })
}

/** @param environment of the process, beside our own */
export function startLane (environment: Record<string, string>): Lane {
  let lane: ChildProcess | undefined
  let output = ''

  function start (): ChildProcess {
    output = ''
    const child = fork(program, {
      cwd: root,
      execArgv: ['--import=tsx', '--import=./test/support/plain-children.ts'],
      env: { ...process.env, ...environment, TAP_TIMEOUT: '0' }, // each file has a limit of its own
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => { output += text })
    return child
  }

  /** Ends the process; returns what it printed when it ended with a failure. */
  async function stop (): Promise<string | undefined> {
    const [child, before] = [lane, output.length]
    lane = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return undefined
    child.disconnect()
    const [code] = await once(child, 'exit') as [number | null] // `close` does not come when the channel was closed from here
    return code === 0 ? undefined : output.slice(before)
  }

  return {
    run: async file => {
      const child = lane ??= start()
      const begun = [performance.now(), output.length] as const
      child.send(file)
      const outcome = await answerOf(child) ?? {
        ...nothing,
        file,
        milliseconds: performance.now() - begun[0],
        failed: 1,
        failures: [{ title: `The process ended with ${String(child.exitCode ?? child.signalCode)}`, details: output.slice(-tailLength) }],
        skips: []
      }
      const seeds = [...new Set(output.slice(begun[1]).match(/SEED=\d+/g))]
      if (outcome.failed > 0) await stop() // what failed may have left anything behind
      return { ...outcome, seeds }
    },
    end: async () => {
      const problem = await stop()
      if (problem === undefined) return []
      const failure = { title: 'was not left in order', details: problem.slice(-tailLength) }
      return [{ ...nothing, file: 'what test files share', milliseconds: 0, failed: 1, failures: [failure], skips: [] }]
    }
  }
}
