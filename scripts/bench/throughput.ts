/**
 * `npm run bench:throughput`: what validation, authentication and the cache cost. An empty route, a validated one and `getRoom` of the
 * compiled rooms service, in turn, in several rounds; requests a second and per CPU second of the server.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { createClient } from '../../shared/contract/client.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { freePort } from '../infrastructure/ports.ts'
import { demoPassword } from '../seed/data/people.ts'
import { seed } from '../seed/seed.ts'
import { environmentOf } from '../system/services.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands['bench:throughput'])
const rounds = 5
const secondsEach = 2
const connections = 50

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function cpuSeconds (server: ChildProcess): Promise<number> {
  server.send('cpu')
  const [{ user, system }] = await once(server, 'message') as [NodeJS.CpuUsage]
  return (user + system) / 1e6
}

const system = await startBenchSystem()
const { options, urls } = system
try {
  await seed({ urls, databaseUrls: options.databaseUrls })
  const port = await freePort()
  const server = fork(join(import.meta.dirname, 'rooms-server.ts'), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...environmentOf('rooms', options), PORT: String(port) } })
  await once(server, 'message')
  const url = `http://127.0.0.1:${port}`
  const { accessToken } = await (await fetch(`${urls.users}/api/v1/auth/login`, {
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
  await system.stop()
}
