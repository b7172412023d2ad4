/**
 * `npm run drill`: a fault drill. Starts a system of its own on private servers, sends a bounded load through all operations while it kills
 * and restarts every part, then reads again all that was acknowledged.
 *
 *     npm run drill                     four minutes
 *     npm run drill -- --seconds 60     shorter
 *
 * Ends with 1 when something acknowledged was lost, a request was answered 500 or not at all, something did not recover, or an operation
 * never succeeded.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { measuredClients } from './drill/clients.ts'
import { goThroughFaults } from './drill/faults.ts'
import { createLedger } from './drill/ledger.ts'
import { startLoad } from './drill/load.ts'
import { measure } from './drill/measurements.ts'
import { faultsOf, report } from './drill/report.ts'
import { stuckEvents } from './drill/stuck.ts'
import { beginRun } from './drill/run.ts'
import { createWorld } from './drill/world.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { until } from './infrastructure/until.ts'
import { startPrivateSystem } from './system/private-system.ts'

/** Longer than the end of a session may go unnoticed, should Redis lose it. */
const settleMilliseconds = 90_000

const { values } = readCommandLine(commands.drill)
const seconds = Number(values.seconds)
if (!(seconds > 0)) misuse(commands.drill, '--seconds has to be a number of seconds above 0')

const { directory, log } = await beginRun('drill')
log(`starting a system of its own; its logs are in ${directory}`)
const system = await startPrivateSystem({ root: join(import.meta.dirname, '..'), directory, environment: { LOG_LEVEL: 'warn', PASSWORD_MEMORY_KIB: '1024', RATE_LIMIT_PER_MINUTE: '1000000' } })
let isFine = false
try {
  const measurements = measure('all well')
  const clients = measuredClients(system.urls, measurements)
  const ledger = createLedger()
  const world = await createWorld(clients, ledger, system.options)
  log('all is well; the load begins')
  const load = startLoad(world)
  const recoveries = await goThroughFaults(system, world, measurements, seconds / Object.keys(system.parts).length, log)
  await load.stop()

  log(`the load is over; reading ${ledger.size()} things again`)
  measurements.phase = 'reading again'
  let lost: string[] = []
  let stuck: string[] = []
  // What events bring about takes a moment.
  await until(async () => {
    stuck = await stuckEvents(system.options)
    if (stuck.length === 0) lost = await ledger.differences()
    return stuck.length + lost.length === 0
  }, settleMilliseconds)
  if (stuck.length > 0) lost = await ledger.differences()
  await Promise.all(Object.values(clients).map(async client => { await client.close() }))

  const outcome = { measurements, recoveries, acknowledged: ledger.size(), lost, stuck, refusals: load.refusals }
  console.log(`\n${report(outcome)}`)
  isFine = faultsOf(outcome).length === 0
} finally {
  await system.stop()
  if (isFine) await rm(directory, { recursive: true, force: true })
  else {
    process.exitCode = 1
    console.log(`The logs are in ${directory}.`)
  }
}
