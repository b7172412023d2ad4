/** `npm start`: everything, on a fresh clone: servers, databases, the four services, demo data. Ends with Ctrl-C. */
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readVariable } from '../shared/config.ts'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { isListening } from './infrastructure/ports.ts'
import { provideServers } from './infrastructure/servers.ts'
import { endOnSignal, whenAborted } from './infrastructure/signals.ts'
import { demoPassword, demoUsers } from './seed/data/people.ts'
import { seed } from './seed/seed.ts'
import { createDatabases, installation, namesOf, services, type Service } from './system/databases.ts'
import { register } from './system/registry.ts'
import { claimCheckout } from './system/running-system.ts'
import { startSystem, type RunningService } from './system/services.ts'
import { settingsOf } from './system/settings.ts'

readCommandLine(commands.start)
const containerMilliseconds = 10_000
const root = join(import.meta.dirname, '..')
const log = (line: string): void => { console.log(line) }
const defaultPorts: Record<Service, number> = { users: 5001, rooms: 5002, bookings: 5003, reviews: 5004 }
const ports = Object.fromEntries(services.map(service => [service, Number(process.env[`${service.toUpperCase()}_PORT`] ?? defaultPorts[service])])) as Record<Service, number>

const ending = new AbortController()
const system = runSystem(ending.signal)
endOnSignal(async () => {
  console.log('\nStopping …')
  ending.abort()
  await system.catch(error => { if (error !== ending.signal.reason) throw error })
}, 0)
system.catch(error => {
  if (ending.signal.aborted) return
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

/**
 * Starts everything and waits until it is told to end, or a service ends.
 *
 * @throws the reason of `signal` when that is aborted, another error when something fails; all that was started has ended then
 */
async function runSystem (signal: AbortSignal): Promise<never> {
  const undo: Array<() => Promise<unknown>> = []
  const aborted = whenAborted(signal)
  aborted.catch(() => {})
  try {
    const checkout = await claimCheckout(root)
    undo.push(checkout.release)
    await checkPorts()
    const settings = settingsOf(process.env)
    settings.notices.forEach(log)
    const starting = provideServers()
    // Containers outlive this process, so those that are being started are waited for; all else ends with it.
    undo.push(async () => { await (await Promise.race([starting.catch(() => undefined), delay(containerMilliseconds)]))?.stop() })
    const servers = await Promise.race([starting, aborted])
    const own = await installation(root)
    await register(own.id, root)
    const { databasePrefix, redisPrefix, exchange: ownExchange } = namesOf(own)
    const databaseUrls = await createDatabases(servers.mysqlUrl, databasePrefix, own.databasePassword)
    const logs = join(root, '.local/logs')
    const exchange = readVariable('EVENT_EXCHANGE') ?? ownExchange
    const running = await startSystem({
      root,
      databaseUrls,
      redisUrl: servers.redisUrl,
      rabbitmqUrl: servers.rabbitmqUrl,
      ports,
      serviceSecret: own.serviceSecret,
      logs,
      environment: { REDIS_PREFIX: redisPrefix, EVENT_EXCHANGE: exchange },
      settings: settings.environments,
      signal
    })
    undo.push(async () => await Promise.all(running.map(async service => { await service.stop() })))
    const urls = Object.fromEntries(running.map(({ service, url }) => [service, url])) as Record<Service, string>
    await checkout.note({ urls, databaseUrls, redisUrl: servers.redisUrl, redisPrefix, rabbitmqUrl: servers.rabbitmqUrl, exchange })
    announce(running, await Promise.race([seed({ urls, databaseUrls, log }), aborted]), logs, exchange)
    return await Promise.race([aborted, ...running.map(async service => await failWhenEnded(service, logs))])
  } finally {
    for (const each of undo.reverse()) await each().catch(console.error)
  }
}

/** @throws Error with what to do, when a port cannot be used */
async function checkPorts (): Promise<void> {
  if (new Set(Object.values(ports)).size < services.length) throw new Error('Two services would have the same port. Give each *_PORT another one.')
  for (const service of services) {
    if (!Number.isInteger(ports[service]) || ports[service] < 1 || ports[service] > 65_535) throw new Error(`${service.toUpperCase()}_PORT has to be a port, from 1 to 65535.`)
    if (await isListening(ports[service])) {
      throw new Error(`Port ${ports[service]}, which ${service} needs, is taken. Stop what listens there, or set ${service.toUpperCase()}_PORT to a free one.`)
    }
  }
}

async function failWhenEnded ({ service, ended }: RunningService, logs: string): Promise<never> {
  await ended
  throw new Error(`The ${service} service has ended; ${join(logs, service)}.log says why.`)
}

/** How to log in where the demo data are. */
function demoAdvice (users: string): string {
  return `Demo logins (password ${demoPassword}): ${demoUsers.map(({ username, role }) => `${username} (${role})`).join(', ')}

Try it:

  curl -s ${users}/api/v1/auth/login -H 'content-type: application/json' \\
    -d '{"login":"user","password":"${demoPassword}"}'

  npm run walk        walks through a whole booking`
}

function announce (running: RunningService[], seeded: boolean, logs: string, exchange: string): void {
  const users = running.find(({ service }) => service === 'users')?.url ?? ''
  console.log(`
The Smart Meeting Room Management System is running${seeded ? ', with demo data' : ''}:

${running.map(({ service, url }) => `  ${service.padEnd(9)} ${url}   documentation ${url}/docs`).join('\n')}

${seeded ? demoAdvice(users) : 'It has users of its own; npm run seed puts the demo data beside them.'}

Logs are in ${logs}, events go to the exchange ${exchange}. Ctrl-C stops everything.
`)
}
