import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { until } from '../../scripts/infrastructure/until.ts'
import { testSystem, type RawAnswer, type TestSystem } from '../support/system.ts'

const mostRequests = 5
let system: TestSystem
t.before(async () => {
  system = await testSystem(t, { OVERLOAD_REQUESTS: String(mostRequests), OVERLOAD_LAG_MILLISECONDS: '150' })
})

const ask = async (): Promise<RawAnswer> => await system.send('users', '/.well-known/jwks.json')

async function isShed (t: Test, { status, headers, json }: RawAnswer): Promise<void> {
  t.match({ status, headers, json }, { status: 503, headers: { 'retry-after': '2' }, json: { error: 'Service Unavailable', code: 'overloaded', message: /Try again/, correlationId: /./ } })
  t.equal((await system.send('users', '/health')).status, 200, 'the process is alive')
  t.equal((await system.send('users', '/ready')).status, 200, 'and ready')
  t.match((await system.send('users', '/metrics')).text, /http_failures_total\{code="overloaded",service="users"\} [1-9]/)
}

/** A request whose body does not come to its end. */
async function hangingRequest (): Promise<Socket> {
  const { hostname, port } = new URL(system.urls.users)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{')
  return socket
}

t.test('requests beyond the limit of those under way are refused, and served again when the others are gone', async t => {
  t.ok(await until(async () => (await ask()).status === 200, 10_000), 'nothing is refused at first')
  const hanging = await Promise.all(Array.from({ length: mostRequests }, hangingRequest))
  let refused: RawAnswer | undefined
  t.ok(await until(async () => {
    refused = await ask()
    return refused.status === 503
  }, 5_000), 'refused')
  await isShed(t, refused as RawAnswer)
  for (const socket of hanging) socket.destroy()
  t.ok(await until(async () => (await ask()).status === 200, 5_000), 'those whose callers have gone do not count')
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
