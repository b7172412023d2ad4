/**
 * `npm run bench:throughput`: what validation, authentication and the cache cost. An empty route, a validated one and `getRoom` of the
 * compiled rooms service, in turn, in several rounds; requests a second and per CPU second of the server.
 */
import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { createClient } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { freePort } from '../infrastructure/ports.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { seed, demoPassword } from '../seed/seed.ts'
import { createDatabases, dropDatabases, services, type Service } from '../system/databases.ts'
import { environmentOf, startSystem } from '../system/services.ts'

const rounds = 5
const secondsEach = 2
const connections = 50
const root = join(import.meta.dirname, '../..')

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function cpuSeconds (server: ChildProcess): Promise<number> {
  server.send('cpu')
  const [{ user, system }] = await once(server, 'message') as [NodeJS.CpuUsage]
  return (user + system) / 1e6
}

if (spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build.ts')], { stdio: 'inherit' }).status !== 0) process.exit(1)
const servers = await provideServers({ log: line => { console.log(line) } })
const name = `smr_bench_${process.pid}`
const directory = await mkdtemp(join(tmpdir(), 'bench-'))
const databaseUrls = await createDatabases(servers.mysqlUrl, name, 'bench-password')
const ports = Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
const options = {
  root,
  databaseUrls,
  redisUrl: servers.redisUrl,
  rabbitmqUrl: servers.rabbitmqUrl,
  ports,
  serviceSecret: name,
  logs: directory,
  built: true,
  environment: { LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '100000000', REDIS_PREFIX: `${name}:`, EVENT_EXCHANGE: name, SIGNING_KEYS_DIRECTORY: join(directory, 'keys') }
}
const system = await startSystem(options)
try {
  await seed({ urls: Object.fromEntries(system.map(({ service, url }) => [service, url])) as Record<Service, string>, databaseUrls })
  const port = await freePort()
  const server = fork(join(import.meta.dirname, 'rooms-server.ts'), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...environmentOf('rooms', options), PORT: String(port) } })
  await once(server, 'message')
  const url = `http://127.0.0.1:${port}`
  const { accessToken } = await (await fetch(`http://127.0.0.1:${ports.users}/api/v1/auth/login`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'user', password: demoPassword })
  })).json() as { accessToken: string }
  const rooms = createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: url })
  const { items } = await rooms.listRooms({ query: { limit: 1 } }, { token: accessToken })
  await rooms.close()
  const roomId = items[0]?.id ?? ''

  const cases = [
    { title: 'empty route', path: '/bench/empty' },
    { title: 'validated route', path: `/bench/validated/${roomId}` },
    { title: 'getRoom, authenticated, from cache', path: `/api/v1/rooms/${roomId}`, headers: { authorization: `Bearer ${accessToken}` } }
  ].map(each => ({ ...each, perSecond: [] as number[], perCpuSecond: [] as number[], p99: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const { path, headers, perSecond, perCpuSecond, p99 } of cases) {
      const before = await cpuSeconds(server)
      const result = await autocannon({ url: `${url}${path}`, connections, duration: secondsEach, ...(headers && { headers }) })
      if (result.non2xx + result.errors > 0) throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`)
      if (round === 0) continue // warm-up
      perSecond.push(result.requests.average)
      perCpuSecond.push(result.requests.total / (await cpuSeconds(server) - before))
      p99.push(result.latency.p99)
    }
  }
  const floor = median(cases[0]?.perCpuSecond ?? [])
  console.log(`\n${'median of '.concat(String(rounds), ' rounds').padEnd(36)}  requests/s  requests/CPU s  p99 ms  of the empty route`)
  for (const { title, perSecond, perCpuSecond, p99 } of cases) {
    console.log(`${title.padEnd(36)}  ${median(perSecond).toFixed(0).padStart(10)}  ${median(perCpuSecond).toFixed(0).padStart(14)}  ${median(p99).toFixed(1).padStart(6)}  ${(median(perCpuSecond) / floor * 100).toFixed(0).padStart(17)}%`)
  }
  server.send('close')
  await once(server, 'exit')
} finally {
  await Promise.all(system.map(async service => { await service.stop() }))
  await dropDatabases(servers.mysqlUrl, name)
  await servers.stop()
  await rm(directory, { recursive: true })
}
