/** `npm start`: everything, on a fresh clone: servers, databases, the four services, demo data. Ends with Ctrl-C. */
import { join } from 'node:path'
import { readVariable } from '../shared/config.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { isListening } from './infrastructure/ports.ts'
import { provideServers } from './infrastructure/servers.ts'
import { demoPassword, demoUsers } from './seed/data/people.ts'
import { seed } from './seed/seed.ts'
import { createDatabases, installation, namesOf, services, type Service } from './system/databases.ts'
import { noteRunningSystem, runningSystem } from './system/running-system.ts'
import { startSystem, type RunningService } from './system/services.ts'
import { settingsOf } from './system/settings.ts'

readCommandLine('npm start')
const root = join(import.meta.dirname, '..')
const defaultPorts: Record<Service, number> = { users: 5001, rooms: 5002, bookings: 5003, reviews: 5004 }
const ports = Object.fromEntries(services.map(service => [service, Number(process.env[`${service.toUpperCase()}_PORT`] ?? defaultPorts[service])])) as Record<Service, number>

const stops: Array<() => Promise<unknown>> = []
let stopping: Promise<void> | undefined
/** Undoes what was started, in reverse. */
async function stop (): Promise<void> {
  stopping ??= (async () => { for (const each of stops.reverse()) await each().catch(console.error) })()
  await stopping
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('\nStopping …')
    stop().then(() => process.exit(0), () => process.exit(1))
  })
}

try {
  const already = await runningSystem(root)
  if (already) throw new Error(`This checkout runs a system already, with users at ${already.urls.users}. Stop that first, or use another clone.`)
  if (new Set(Object.values(ports)).size < services.length) throw new Error('Two services would have the same port. Give each *_PORT another one.')
  for (const service of services) {
    if (!Number.isInteger(ports[service]) || ports[service] < 1 || ports[service] > 65_535) throw new Error(`${service.toUpperCase()}_PORT has to be a port, from 1 to 65535.`)
    if (await isListening(ports[service])) {
      throw new Error(`Port ${ports[service]}, which ${service} needs, is taken. Stop what listens there, or set ${service.toUpperCase()}_PORT to a free one.`)
    }
  }
  const settings = settingsOf(process.env)
  for (const notice of settings.notices) console.log(notice)
  const servers = await provideServers()
  stops.push(servers.stop)
  const own = await installation(root)
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
    settings: settings.environments
  })
  stops.push(async () => await Promise.all(running.map(async service => { await service.stop() })))
  const urls = Object.fromEntries(running.map(({ service, url }) => [service, url])) as Record<Service, string>
  stops.push(await noteRunningSystem(root, { urls, databaseUrls, redisUrl: servers.redisUrl, redisPrefix, rabbitmqUrl: servers.rabbitmqUrl, exchange }))
  const seeded = await seed({ urls, databaseUrls, log: line => { console.log(line) } })
  announce(running, seeded, logs, exchange)
  await Promise.race(running.map(async service => {
    await service.ended
    if (!stopping) throw new Error(`The ${service.service} service has ended; ${join(logs, service.service)}.log says why.`)
  }))
  await stopping
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await stop()
  process.exit(1)
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
