import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { t } from '../support/suite.ts'
import { Agent, request } from 'undici'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { startService, type RunningService, type SystemOptions } from '../../scripts/system/services.ts'
import { newRoom } from '../reviews/visits.ts'
import { startBalancer, type Balancer } from '../support/balancer.ts'
import { conformance } from '../support/conformance.ts'
import { layOutImage } from '../support/image.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

const hour = 3_600_000
const instancesOfEach = 2
const readyWithinMilliseconds = 60_000
/** Between two requests of a client: without it, the load would leave those that start no processor. */
const paceMilliseconds = 20

/** Calls operations one after the other, without ever repeating one, until told to stop. */
async function load (send: (service: Service, method: string, path: string, body?: object) => Promise<string>, roomId: string, signal: AbortSignal): Promise<number> {
  const first = Math.ceil(Date.now() / hour) * hour + 24 * hour
  let rounds = 0
  while (!signal.aborted) {
    const startsAt = first + rounds++ % 100 * hour
    const { id } = JSON.parse(await send('bookings', 'POST', '/api/v1/bookings', { roomId, title: 'Under way', startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hour / 2).toISOString() })) as { id: string }
    await send('rooms', 'GET', `/api/v1/rooms/${roomId}/availability?from=${new Date(startsAt).toISOString()}&to=${new Date(startsAt + hour).toISOString()}`)
    await send('reviews', 'GET', `/api/v1/reviews?roomId=${roomId}`)
    await send('users', 'GET', '/api/v1/profile')
    await send('bookings', 'POST', `/api/v1/bookings/${id}/cancel`, {})
  }
  return rounds
}

t.test('every instance is restarted under load, and no request fails', async t => {
  const [system, { directory: root }]: [TestSystem, { directory: string }] = await Promise.all([testSystem(t), layOutImage(t)])
  const manager = await system.person('facility_manager')
  const people: Person[] = [await system.person(), await system.person(), await system.person()]
  const rooms = await Promise.all(people.map(async () => await newRoom(system, manager)))

  // From here on, all goes through balancers, and the services in this process are no longer there.
  const balancerPorts = Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
  const environment = { ...system.options.environment, SHUTDOWN_DELAY_SECONDS: '2', ...Object.fromEntries(services.map(service => [`${service.toUpperCase()}_URL`, `http://127.0.0.1:${balancerPorts[service]}`])) }
  const start = async (service: Service, port: number): Promise<RunningService> => {
    const options: SystemOptions = { ...system.options, built: join(root, 'dist'), environment, ports: { ...system.options.ports, [service]: port } }
    return await startService(service, options, `${service}-${port}`)
  }
  const running = new Map<number, RunningService>()
  const balancers: Balancer[] = []
  const agent = new Agent({ connections: 4, pipelining: 1 })
  t.teardown(async () => {
    await agent.close()
    await Promise.all(balancers.map(async balancer => { await balancer.stop() }))
    await Promise.all([...running.values()].map(async service => { await service.stop() }))
  })
  const ports = Object.fromEntries(await Promise.all(services.map(async service => [service, await Promise.all(Array.from({ length: instancesOfEach }, freePort))]))) as Record<Service, number[]>
  for (const service of services) {
    const balancer = await startBalancer(balancerPorts[service], ports[service])
    balancers.push(balancer)
    for (const port of ports[service]) running.set(port, await start(service, port))
    t.ok(await until(() => balancer.ready().length === instancesOfEach, readyWithinMilliseconds), `${instancesOfEach} instances of ${service} are ready`)
  }
  await Promise.all(Object.values(system.apps).map(async app => { await app.close() }))

  const failures: string[] = []
  const checks = Object.fromEntries(services.map(service => [service, conformance(service)])) as Record<Service, ReturnType<typeof conformance>>
  let requests = 0
  const stop = new AbortController()
  const loads = people.map(async ({ token }, index) => await load(async (service, method, path, body) => {
    requests++
    await delay(paceMilliseconds)
    const at = `${method} ${service} ${path}`
    const { statusCode: status, headers, body: answer } = await request(`http://127.0.0.1:${balancerPorts[service]}${path}`, {
      dispatcher: agent,
      method: method as 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null
    }).catch((error: unknown) => { throw new Error(`${at}: ${String(error)}`) })
    const text = await answer.text()
    const faults = checks[service]({ method, url: path, status, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])), body: text })
    if (status >= 300 || faults.length > 0) throw new Error(`${at}: ${status} ${text} ${faults.join()}`)
    return text
  }, rooms[index] ?? '', stop.signal).catch((error: unknown) => {
    failures.push(String(error))
    stop.abort()
    return 0
  }))

  for (const [index, service] of services.entries()) {
    for (const port of ports[service]) {
      const before = requests
      await until(() => requests >= before + 30 || stop.signal.aborted, readyWithinMilliseconds)
      if (stop.signal.aborted) break
      const instance = running.get(port) as RunningService
      instance.kill('SIGTERM')
      await instance.ended
      running.set(port, await start(service, port))
      t.ok(await until(() => balancers[index]?.ready().length === instancesOfEach, readyWithinMilliseconds), `an instance of ${service} was restarted`)
    }
  }
  stop.abort()
  const rounds = (await Promise.all(loads)).reduce((sum, each) => sum + each, 0)
  t.same(failures, [], `none of ${requests} requests failed`)
  t.comment(`${requests} requests in ${rounds} rounds`)
  t.ok(await until(async () => {
    const [rows] = await system.sql.bookings.query('SELECT id FROM outbox WHERE published_at IS NULL') as unknown as [unknown[]]
    return rows.length === 0
  }, 30_000), 'every event was published')
  t.equal([...running.values()].filter(service => service.hasEnded()).length, 0, 'all instances run')
})
