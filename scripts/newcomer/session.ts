/** What happens inside the namespaces of one scenario; `newcomer.ts` starts it. Prints one line, and ends with 1 when something failed. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync, writeSync, readlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { until } from '../infrastructure/until.ts'
import { proxyPort } from './bare-debian.ts'
import { relayTo } from './registry-proxy.ts'
import type { Scenario } from './scenarios.ts'

interface Task { scenario: Scenario, debian: string, proxySocket: string, log: string, startOnly: boolean }

const minute = 60_000
const { scenario, debian, proxySocket, log: logPath, startOnly } = JSON.parse(process.argv[2] ?? '') as Task
const logFile = openSync(logPath, 'w')
const log = (line: string): void => { writeSync(logFile, `${line}\n`) }
const home = scenario.user === 'root' ? '/root' : `/home/${scenario.user}`
const checkout = join(scenario.parent, 'smart-meeting-room')

/** The environment of a new login: no `CI`, nothing of this process. */
const environment = {
  HOME: home,
  USER: scenario.user,
  LOGNAME: scenario.user,
  SHELL: '/bin/bash',
  TERM: 'dumb',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
}

interface Step { child: ChildProcess, lines: string[], ended: Promise<number | null> }

/** Starts a command in the chroot, in a process group of its own, as a terminal would. */
function start (command: string, user: string, directory: string): Step {
  log(`\n$ ${command}    (${user}, in ${directory})`)
  const child = spawn('chroot', [debian, 'setpriv', '--reuid', user, '--regid', user, '--init-groups', 'sh', '-c', `cd ${directory} && exec ${command}`],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', line => {
      lines.push(line)
      log(line)
    })
  }
  return { child, lines, ended: once(child, 'close').then(([code]) => code as number | null) }
}

/** @throws Error with the last lines of a command that does not end with 0 in time */
async function run (command: string, { user = scenario.user as string, directory = checkout, timeout = 10 * minute } = {}): Promise<{ lines: string[], seconds: number }> {
  const began = performance.now()
  const step = start(command, user, directory)
  let code: number | null | undefined
  step.ended.then(ended => { code = ended }, () => { code = null })
  if (!await until(() => code !== undefined, timeout)) signal(step, 'SIGKILL')
  await step.ended
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}:\n${step.lines.slice(-15).join('\n')}`)
  return { lines: step.lines, seconds: secondsSince(began) }
}

/** `npm start` until it runs, something to do meanwhile, and Ctrl-C. Returns how long it took until it ran, in seconds. */
async function startAndStop (meanwhile: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const step = start('npm start', scenario.user, checkout)
  let hasEnded = false
  step.ended.then(() => { hasEnded = true }, () => { hasEnded = true })
  const isRunning = (): boolean => step.lines.some(line => line.includes('is running'))
  await until(() => hasEnded || isRunning(), 20 * minute)
  if (!isRunning()) throw new Error(`npm start did not come up:\n${step.lines.slice(-15).join('\n')}`)
  const seconds = secondsSince(began)
  await meanwhile()
  signal(step, 'SIGINT')
  if (!await until(() => hasEnded, minute)) throw new Error('npm start did not end within a minute after Ctrl-C')
  await assertNothingIsLeft('npm start')
  return seconds
}

/** Sends a signal to the whole process group, as a terminal does. */
function signal ({ child }: Step, name: NodeJS.Signals): void {
  if (child.pid !== undefined) process.kill(-child.pid, name)
}

async function assertNothingIsLeft (after: string): Promise<void> {
  let left: string[] = []
  await until(() => (left = otherProcesses()).length === 0, 30_000)
  if (left.length > 0) throw new Error(`${after} left processes: ${left.join('; ')}`)
}

/** The commands of the processes in the chroot. */
function otherProcesses (): string[] {
  const proc = join(debian, 'proc')
  return readdirSync(proc).filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const command = readFileSync(join(proc, pid, 'cmdline'), 'utf8').replaceAll('\0', ' ').trim()
      // Those of the session itself have another root, and a process that has ended has no command line.
      return command === '' || readlinkSync(join(proc, pid, 'root')) !== debian ? [] : [`${pid} ${command.slice(0, 120)}`]
    } catch {
      return []
    }
  })
}

function secondsSince (began: number): number {
  return Math.round((performance.now() - began) / 1000)
}

function mountFileSystems (): void {
  execFileSync('ip', ['link', 'set', 'lo', 'up'])
  for (const [type, path] of [['proc', 'proc'], ['tmpfs', 'dev/shm'], ['devpts', 'dev/pts']] as const) {
    execFileSync('mount', ['-t', type, type, join(debian, path)])
  }
}

async function installPackages (packages: readonly string[]): Promise<void> {
  if (packages.length === 0) return
  const policy = '/usr/sbin/policy-rc.d'
  const install = `printf "#!/bin/sh\\nexit 101\\n" > ${policy} && chmod +x ${policy} && apt-get -qq update && ` +
    `DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends ${packages.join(' ')} && rm ${policy}`
  await run(`sh -c '${install}'`, { user: 'root', directory: '/' })
}

async function tryTheReadme (): Promise<string> {
  const relay = await relayTo(proxySocket, proxyPort)
  await installPackages(scenario.installed)
  await run(`git clone --quiet /srv/repository.bundle ${checkout}`, { directory: scenario.parent === '/srv' ? '/' : scenario.parent })
  const first = await startAndStop(async () => await run('npm run walk'))
  await new Promise(resolve => { relay.close(resolve) })
  const second = await startAndStop(async () => {})
  const started = `npm start ${first} s, again without a network ${second} s`
  if (startOnly) return started
  await relayTo(proxySocket, proxyPort)
  const { lines, seconds } = await run('npm test', { timeout: 60 * minute })
  await assertNothingIsLeft('npm test')
  return `${started}; npm test ${lines.findLast(line => line.includes(' passed, '))} in ${seconds} s`
}

try {
  mountFileSystems()
  console.log(`ok     ${scenario.description}: ${await tryTheReadme()}`)
  process.exit(0)
} catch (error) {
  console.log(`FAILED ${scenario.description}: ${error instanceof Error ? error.message : String(error)}\n       ${logPath} has all of it.`)
  process.exit(1)
}
