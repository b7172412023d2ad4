import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { canSeeProcesses, copyCheckout, launch, type Launched } from '../support/launched.ts'

const root = join(import.meta.dirname, '../..')
/** Much longer than anything takes; a test that waits so long has failed. */
const patience = 120_000
const skip = canSeeProcesses ? false : 'processes cannot be told here'

type Receiver = 'npm' | 'launcher' | 'program' | 'group'

/** Sends a signal to one of the processes, or to all that a terminal would send it to. */
async function send (launched: Launched, receiver: Receiver, signal: NodeJS.Signals): Promise<void> {
  const find = async (part: RegExp): Promise<number> => {
    const found = (await launched.processes()).find(({ commandLine }) => part.test(commandLine))
    if (!found) throw new Error(`There is no ${receiver}.`)
    return found.pid
  }
  const target = { npm: async () => launched.pid, group: async () => -launched.pid, launcher: async () => await find(/^\S*node scripts\/launch\.mjs/), program: async () => await find(/^\S*node --import tsx \S+\.ts/) }
  process.kill(await target[receiver](), signal)
}

async function assertNothingIsLeft (t: Test, launched: Launched, title: string): Promise<void> {
  let left = await launched.processes()
  await until(async () => (left = await launched.processes()).length === 0, patience)
  t.same(left, [], `${title}: nothing is left`)
  for (const { pid } of left) process.kill(pid, 'SIGKILL') // so that the test goes on
}

t.test('a command ends with all that it started, whatever the signal and whoever receives it', { skip }, async t => {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'signals-')))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  await writeFile(join(directory, 'package.json'), JSON.stringify({ type: 'module', scripts: { start: 'exec node scripts/launch.mjs program.ts' } }))
  for (const name of ['scripts', 'node_modules']) await symlink(join(root, name), join(directory, name))
  // It has a child in its own process group, one in another, and one that has left both its parents.
  await writeFile(join(directory, 'program.ts'), `
    import { spawn } from 'node:child_process'
    import { run } from '${root}/scripts/infrastructure/processes.ts'
    import { endOnSignal } from '${root}/scripts/infrastructure/signals.ts'
    endOnSignal(async () => { console.log('ended in order') })
    run({ command: 'sleep', args: ['1001'], directory: '${directory}', name: String(process.pid) })
    spawn('sleep', ['1002'], { stdio: 'inherit' })
    spawn('sh', ['-c', 'sleep 1003 &'], { stdio: 'inherit' }).once('exit', () => { console.log('all are there') })
    setInterval(() => {}, 1000)
  `)
  const receivers: Array<[NodeJS.Signals, Receiver[]]> = [['SIGINT', ['npm', 'group']], ['SIGTERM', ['npm', 'launcher', 'program', 'group']], ['SIGHUP', ['npm', 'group']], ['SIGKILL', ['npm', 'launcher', 'program']]]
  const cases = receivers.flatMap(([signal, each]) => each.map(receiver => ({ signal, receiver })))
  const numbers: Record<string, number> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGKILL: 137 }
  const tryCase = async ({ signal, receiver }: typeof cases[number]): Promise<void> => {
    const title = `${signal} to ${receiver}`
    const launched = launch(t, directory, ['start'])
    t.ok(await until(() => launched.output().includes('all are there'), patience), `${title}: ${launched.output()}`)
    t.equal((await launched.processes()).filter(({ commandLine }) => /sleep 100[123]/.test(commandLine)).length >= 3, true, `${title}: all run`)
    await send(launched, receiver, signal)
    await assertNothingIsLeft(t, launched, title)
    t.equal(await launched.ended, numbers[signal], `${title}: the exit code`)
    if (signal !== 'SIGKILL' || receiver === 'npm') t.match(launched.output(), 'ended in order', title)
  }
  const worker = async (): Promise<void> => { for (let each = cases.shift(); each; each = cases.shift()) await tryCase(each) }
  await Promise.all([worker(), worker()])
})

t.test('a signal during the installation of dependencies ends it; a second start waits for the first', { skip }, async t => {
  const directory = await copyCheckout(t, false)
  const programs = join(directory, 'programs')
  await mkdir(programs)
  await writeFile(join(programs, 'npm'), '#!/bin/sh\necho "npm $*"\nsleep 1001 &\nsleep 1002\n')
  await chmod(join(programs, 'npm'), 0o755)
  const first = launch(t, directory, ['start'], { programs })
  t.ok(await until(() => first.output().includes('npm ci'), patience), first.output())
  const second = launch(t, directory, ['run', 'walk'], { programs })
  t.ok(await until(() => /Waiting for process \d+, which is installing/.test(second.output()), patience), second.output())
  t.notMatch(second.output(), 'npm ci')

  await send(second, 'npm', 'SIGTERM')
  t.equal(await second.ended, 143, 'one that waits ends, too')
  await assertNothingIsLeft(t, second, 'the second')
  await send(first, 'npm', 'SIGHUP')
  t.equal(await first.ended, 129)
  await assertNothingIsLeft(t, first, 'the first')
})

t.test('a signal to npm test ends its checks, and its tests with what they started', { skip }, async t => {
  const directory = await copyCheckout(t)
  const checking = launch(t, directory, ['test'])
  t.ok(await until(async () => (await checking.processes()).some(({ commandLine }) => commandLine.includes('scripts/generate.ts --check')), patience), checking.output())
  await send(checking, 'npm', 'SIGTERM')
  t.equal(await checking.ended, 143)
  await assertNothingIsLeft(t, checking, 'checks')

  await writeFile(join(directory, 'test/hanging.test.ts'), `
    import t from 'tap'
    import { run } from '../scripts/infrastructure/processes.ts'
    run({ command: 'sleep', args: ['1001'], directory: '${directory}', name: 'sleep' })
    t.test('hangs', async () => await new Promise(() => { setInterval(() => {}, 1000) }))
  `)
  const testing = launch(t, directory, ['test', '--', 'test/hanging.test.ts'])
  t.ok(await until(async () => (await testing.processes()).some(({ commandLine }) => commandLine.startsWith('sleep 1001')), patience), testing.output())
  await send(testing, 'group', 'SIGINT')
  t.equal(await testing.ended, 130)
  await assertNothingIsLeft(t, testing, 'tests')
})
