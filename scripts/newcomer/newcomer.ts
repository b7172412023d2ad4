/**
 * `npm run newcomer`: the README's two commands on a bare Debian, as a stranger would run them. Needs root, debootstrap and some minutes;
 * it is no part of `npm test`. Each scenario runs in a chroot with network and process namespaces of its own, and prints one line.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { copyOfBareDebian, mirrorHost, provideBareDebian, requireTools } from './bare-debian.ts'
import { registryHost, serveRegistries } from './registry-proxy.ts'
import { scenarios, type Scenario } from './scenarios.ts'

const root = join(import.meta.dirname, '../..')
const { values, positionals } = readCommandLine(commands.newcomer)
const work = join(root, '.local/newcomer')

/** The scenarios that the command line names; all when it names none. */
function chosenScenarios (): Scenario[] {
  const unknown = positionals.find(name => !scenarios.some(scenario => scenario.name === name))
  if (unknown !== undefined) throw new Error(`There is no scenario ${unknown}. There are ${scenarios.map(({ name }) => name).join(', ')}.`)
  return scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
}

/** Runs one scenario in its own namespaces. Returns whether all of it succeeded. */
async function runScenario (scenario: Scenario, base: string, bundle: string, proxySocket: string): Promise<boolean> {
  const debian = await copyOfBareDebian(base, join(work, scenario.name), bundle)
  const task = JSON.stringify({ scenario, debian, proxySocket, log: join(work, `${scenario.name}.log`), startOnly: values['start-only'] === true })
  // The shell is the first process of the namespace: unlike Node it takes leave of orphans that have ended.
  const session = '"$0" --import "$1" "$2" "$3" & wait $!'
  const child = spawn('unshare', [
    '--mount', '--pid', '--net', '--ipc', '--uts', '--fork', '--kill-child',
    'sh', '-c', session, process.execPath, import.meta.resolve('tsx'), join(import.meta.dirname, 'session.ts'), task
  ], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = await once(child, 'exit') as [number | null]
  if (code === 0) await rm(debian, { recursive: true, force: true })
  return code === 0
}

try {
  requireTools()
  const chosen = chosenScenarios()
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  const mirror = values.mirror ?? 'http://deb.debian.org/debian'
  const { base, bundle } = await provideBareDebian({ root, work, suite: values.suite ?? 'bookworm', mirror, log: line => { console.log(line) } })
  const proxy = await serveRegistries(join(work, 'proxy.sock'), [registryHost(), mirrorHost(mirror)])
  let failed = 0
  for (const scenario of chosen) {
    if (!await runScenario(scenario, base, bundle, proxy.socket)) failed += 1
  }
  await proxy.close()
  console.log(`${chosen.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
