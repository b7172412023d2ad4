/**
 * `npm run bench:login`: how many logins a second the users service does with 8 clients that never pause, next to bare argon2id with the
 * same parameters on the same machine, and to argon2id behind Fastify with nothing else, in turn; and how long GET /health takes
 * meanwhile. Unknown and known users, wrong passwords: how long each takes.
 */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import argon2 from 'argon2'
import autocannon from 'autocannon'
import { request } from 'undici'
import { commands } from '../commands.ts'
import { readCommandLine } from '../infrastructure/command-line.ts'
import { startBare } from './bare.ts'
import { startBenchSystem } from './system.ts'

readCommandLine(commands['bench:login'])
const rounds = 5
const secondsEach = 3
const clients = 8
const parameters = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const quantile = (values: number[], part: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`

/** Verifications a second, one at a time on each core; and CPU seconds for each. */
async function bareArgon2 (hash: string): Promise<{ perSecond: number, cpu: number }> {
  const until = performance.now() + secondsEach * 1000
  const since = performance.now()
  const before = process.cpuUsage()
  let done = 0
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    while (performance.now() < until) {
      await argon2.verify(hash, password)
      done++
    }
  }))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: done / (performance.now() - since) * 1000, cpu: (user + system) / 1e6 / done }
}

/** How long GET /health takes, asked again and again until told to stop. */
async function watchHealth (url: string, stop: AbortSignal): Promise<number[]> {
  const times: number[] = []
  while (!stop.aborted) {
    const since = performance.now()
    const { body } = await request(`${url}/health`)
    await body.dump()
    times.push(performance.now() - since)
    await delay(40)
  }
  return times
}

const password = randomBytes(12).toString('base64url')
const system = await startBenchSystem({ only: ['users'], environment: { LOCKOUT_FAILURES: '1000000', LOCKOUT_ADDRESS_FAILURES: '1000000' } })
const url = system.urls.users
try {
  const { url: bareUrl } = await startBare('bare-login.ts')
  const post = async (path: string, body: object): Promise<number> => {
    const answer = await request(`${url}/api/v1/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    await answer.body.dump()
    return answer.statusCode
  }
  if (await post('register', { username: 'bench', email: 'bench@example.com', fullName: 'Bench', password }) !== 201) throw new Error('cannot register')
  const hash = await argon2.hash(password, parameters)

  const load = async (address: string, body: object): Promise<number> => {
    const { requests, non2xx, errors } = await autocannon({ url: address, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), connections: clients, duration: secondsEach })
    if (non2xx + errors > 0) throw new Error(`${non2xx} logins refused, ${errors} failed`)
    return requests.total
  }

  const bare: number[] = []
  const overHttp: number[] = []
  const logins: number[] = []
  const bareCpu: number[] = []
  const loginCpu: number[] = []
  const health: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const floor = await bareArgon2(hash)
    const stop = new AbortController()
    const cpuBefore = await system.cpuSeconds('users')
    const watching = watchHealth(url, stop.signal)
    const done = await load(`${url}/api/v1/auth/login`, { login: 'bench', password })
    stop.abort()
    const times = await watching
    const cpuAfter = await system.cpuSeconds('users')
    const doneBare = await load(`${bareUrl}/login`, { hash, password })
    if (round === 0) continue // warm-up
    bare.push(floor.perSecond)
    bareCpu.push(floor.cpu * 1000)
    loginCpu.push((cpuAfter - cpuBefore) / done * 1000)
    logins.push(done / secondsEach)
    overHttp.push(doneBare / secondsEach)
    health.push(...times)
  }

  const wrong: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let index = 0; index < 100; index++) {
    for (const [kind, login] of [['known', 'bench'], ['unknown', `nobody-${index}`]] as const) {
      const since = performance.now()
      await post('login', { login, password: 'wrong' })
      wrong[kind].push(performance.now() - since)
    }
  }
  const ofBare = (values: number[]): string => `${quantile(values, 0.5).toFixed(1)} a second with ${clients} clients: ${(quantile(values, 0.5) / quantile(bare, 0.5) * 100).toFixed(0)} % of that`
  console.log(`
bare argon2id      ${quantile(bare, 0.5).toFixed(1)} a second, median of ${rounds} rounds (m=${parameters.memoryCost} KiB, t=${parameters.timeCost}, p=1)
over bare Fastify  ${ofBare(overHttp)}
logins             ${ofBare(logins)}
CPU                ${milliseconds(quantile(bareCpu, 0.5))} for a bare verification, ${milliseconds(quantile(loginCpu, 0.5))} of the service for a login: ${(quantile(bareCpu, 0.5) / quantile(loginCpu, 0.5) * 100).toFixed(0)} % of it is argon2id
GET /health        median ${milliseconds(quantile(health, 0.5))}, p99 ${milliseconds(quantile(health, 0.99))} of ${health.length} meanwhile
wrong password     median ${milliseconds(quantile(wrong.known, 0.5))} for a known user (p10 ${milliseconds(quantile(wrong.known, 0.1))}, p90 ${milliseconds(quantile(wrong.known, 0.9))}),
                 median ${milliseconds(quantile(wrong.unknown, 0.5))} for unknown ones (p10 ${milliseconds(quantile(wrong.unknown, 0.1))}, p90 ${milliseconds(quantile(wrong.unknown, 0.9))})`)
} finally {
  await system.stop()
}
