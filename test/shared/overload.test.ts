import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { testSystem, type RawAnswer, type TestSystem } from '../support/system.ts'

const mostRequests = 12
const mostOfOneCaller = 8
let system: TestSystem
t.before(async () => {
  system = await testSystem(t, { OVERLOAD_REQUESTS: String(mostRequests), OVERLOAD_REQUESTS_PER_CALLER: String(mostOfOneCaller), OVERLOAD_LAG_MILLISECONDS: '150', DATABASE_POOL_SIZE: '30' })
})

const ask = async (): Promise<RawAnswer> => await system.send('users', '/.well-known/jwks.json')

async function isShed (t: Test, { status, headers, json }: RawAnswer): Promise<void> {
  t.match({ status, headers, json }, { status: 503, headers: { 'retry-after': '2' }, json: { error: 'Service Unavailable', code: 'overloaded', message: /Try again/, correlationId: /./ } })
  t.equal((await system.send('users', '/health')).status, 200, 'the process is alive')
  t.equal((await system.send('users', '/ready')).status, 200, 'and ready')
  t.match(await system.metrics('users'), /http_failures_total\{code="overloaded",service="users"\} [1-9]/)
}

/** Sends a request of which only the first byte of the body arrives. */
async function slowRequest (token: string): Promise<Socket> {
  const { hostname, port } = new URL(system.urls.users)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.setEncoding('utf8')
  socket.write(`PATCH /api/v1/profile HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`)
  return socket
}
/** The answer to a slow request, if that is 429. */
async function refusalOf (socket: Socket): Promise<string> {
  const [answer] = await once(socket, 'data') as [string]
  if (!answer.startsWith('HTTP/1.1 429 ')) throw new Error(answer)
  return answer
}
const slowRequests = async (count: number, token: string): Promise<Socket[]> => await Promise.all(Array.from({ length: count }, async () => await slowRequest(token)))
const inFlight = async (): Promise<number> => Number(/^http_requests_in_flight\{[^}]*\} (\d+)$/m.exec(await system.metrics('users'))?.[1])

t.test('requests beyond the limit of those under way are refused, and served again when the others are gone', async t => {
  t.ok(await until(async () => (await ask()).status === 200, 10_000), 'nothing is refused at first')
  const people = await Promise.all([system.person(), system.person()])
  const connection = await system.sql.users.getConnection()
  await connection.beginTransaction()
  await connection.query('SELECT id FROM user WHERE id IN (?) FOR UPDATE', [people.map(({ user }) => user.id)])
  const changes = people.flatMap(({ token }) => Array.from({ length: 7 }, async () => await system.send('users', '/api/v1/profile', { method: 'PATCH', token, body: { fullName: 'Pat Patient' } })))
  t.ok(changes.length > mostRequests)
  await isShed(t, await Promise.race(changes))
  await connection.rollback()
  connection.release()
  const statuses = (await Promise.all(changes)).map(({ status }) => status)
  t.ok(statuses.includes(200), 'what was under way is done')
  t.ok(statuses.filter(status => status === 503).length >= changes.length - mostRequests, `the rest is refused: ${statuses.join(', ')}`)
  t.ok(await until(async () => (await ask()).status === 200, 10_000), 'and everybody is served again')
})

t.test('requests whose bodies are still arriving hold nobody up, and one caller has only some of them', async t => {
  const [people, other] = [await Promise.all([system.person(), system.person(), system.person()]), await system.person()]
  const sockets: Socket[] = []
  t.teardown(() => { for (const socket of sockets) socket.destroy() })
  const refusals = await Promise.all(people.map(async ({ token }) => {
    const tooMany = await slowRequests(mostOfOneCaller + 1, token)
    sockets.push(...tooMany)
    return await Promise.any(tooMany.map(refusalOf)) // whichever comes last
  }))
  for (const refusal of refusals) t.match(refusal, /retry-after: 1\r\n[\s\S]*"code":"request\.rate_limited"/i, 'one more than a caller may have')
  t.equal((await system.send('users', '/api/v1/profile', { token: other.token })).status, 200, 'everybody else is served')
  t.ok(await until(async () => await inFlight() === 0, 5_000), 'nothing is under way')
  for (const socket of sockets) socket.destroy()
  t.ok(await until(async () => (await system.send('users', '/api/v1/profile', { token: people[0]?.token })).status === 200, 10_000), 'those whose callers have gone do not count')
})

t.test('requests are refused while the event loop lags, and served again when it keeps up', async t => {
  let isBusy = true
  const work = (): void => {
    const end = performance.now() + 400
    while (performance.now() < end) { /* something that takes long */ }
    if (isBusy) setTimeout(work, 1)
  }
  work()
  let refused: RawAnswer | undefined
  const wasRefused = await until(async () => {
    refused = await ask()
    return refused.status === 503
  }, 20_000)
  isBusy = false
  t.ok(wasRefused, 'refused')
  await isShed(t, refused as RawAnswer)
  t.ok(await until(async () => (await ask()).status === 200, 10_000), 'served again')
})
