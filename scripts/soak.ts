/**
 * `npm run soak`: a mixed load, for long. Starts a system of its own on private servers, goes through all operations again and again, and
 * watches what the services hold meanwhile.
 *
 *     npm run soak                    ten minutes
 *     npm run soak -- --minutes 60    longer
 *
 * Ends with 1 when memory grew after the warm-up, connections or channels leaked, a request failed, or an event did not arrive.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { commands } from './commands.ts'
import { measuredClients } from './drill/clients.ts'
import { createLedger } from './drill/ledger.ts'
import { startLoad } from './drill/load.ts'
import { measure } from './drill/measurements.ts'
import { stuckEvents } from './drill/stuck.ts'
import { beginRun } from './drill/run.ts'
import { createWorld } from './drill/world.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { until } from './infrastructure/until.ts'
import { growthOf, leaks, lineOf } from './soak/growth.ts'
import { countHoldings, prepareBroker, type Holdings } from './soak/holdings.ts'
import { startPrivateSystem } from './system/private-system.ts'

const sampleMilliseconds = 1_000
/** Of the time, in which caches and pools fill and code is compiled. */
const warmUpShare = 0.25
const settleMilliseconds = 90_000

const { values } = readCommandLine(commands.soak)
const minutes = Number(values.minutes)
if (!(minutes >= 1)) misuse(commands.soak, '--minutes has to be a number of minutes, 1 or more')

const { directory, log } = await beginRun('soak')
log(`starting a system of its own; its logs, and what was held every second, are in ${directory}`)
const brokerMetrics = await prepareBroker(directory)
const system = await startPrivateSystem({
  root: join(import.meta.dirname, '..'),
  directory,
  environment: { LOG_LEVEL: 'warn', PASSWORD_MEMORY_KIB: '1024', RATE_LIMIT_PER_MINUTE: '1000000', NODE_OPTIONS: `--import ${new URL('soak/collect-garbage.mjs', import.meta.url).href}` }
})
let isFine = false
try {
  const measurements = measure('warm-up')
  const clients = measuredClients(system.urls, measurements)
  const world = await createWorld(clients, createLedger(), system.options)
  log('the load begins')
  const load = startLoad(world)
  await delay(minutes * 60_000 * warmUpShare)
  measurements.phase = 'measured'
  log('warmed up; watching what is held')
  const samples: Holdings[] = []
  const end = performance.now() + minutes * 60_000 * (1 - warmUpShare)
  while (performance.now() < end) {
    samples.push(await countHoldings(system, brokerMetrics))
    await delay(sampleMilliseconds)
  }
  await load.stop()
  await writeFile(join(directory, 'samples.json'), JSON.stringify(samples.map(holdings => Object.fromEntries(holdings))))
  let stuck: string[] = []
  await until(async () => (stuck = await stuckEvents(system.options)).length === 0, settleMilliseconds)
  await Promise.all(Object.values(clients).map(async client => { await client.close() }))

  const phases = measurements.phases()
  const growths = growthOf(samples)
  const failures = phases.flatMap(({ outcomes }) => [...outcomes]).filter(([outcome]) => !(Number(outcome) < 500)).map(([outcome, count]) => `${count} requests: ${outcome}`)
  console.log(`\n${'least that was held'.padEnd(28)}${['early', 'late', 'growth', 'may grow'].map(title => title.padStart(12)).join('')}`)
  for (const growth of growths) console.log(lineOf(growth))
  console.log(`\n${phases.reduce((sum, { requests }) => sum + requests, 0)} requests to ${measurements.successes().size} operations`)
  const faults = [
    ...failures,
    ...[...load.refusals].map(([refusal, times]) => `unexpected, ${times} times: ${refusal}`),
    ...stuck.map(name => `events do not arrive: ${name}`),
    ...growths.filter(leaks).map(({ name }) => `${name} grew`)
  ]
  console.log(faults.length === 0 ? 'No growth, no leak, no error.' : `FAILED: ${faults.join('; ')}.`)
  isFine = faults.length === 0
} finally {
  await system.stop()
  if (isFine) await rm(directory, { recursive: true, force: true })
  else {
    process.exitCode = 1
    console.log(`The logs are in ${directory}.`)
  }
}
