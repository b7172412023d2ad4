import { createServer, request as forward } from 'node:http'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import t, { type Test } from 'tap'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { demoReviews, demoRooms } from '../../scripts/seed/demo-data.ts'
import { demoPassword, demoUsers, seed } from '../../scripts/seed/seed.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import { noteRunningSystem, runningSystem } from '../../scripts/system/running-system.ts'
import { testSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
t.before(async () => { system = await testSystem(t) })

/** Ways to the four services that break off after so many requests. */
async function waysFor (t: Test, requests: number): Promise<Record<Service, string>> {
  let left = requests
  const entries = await Promise.all(services.map(async service => {
    const port = await freePort()
    const server = createServer((incoming, outgoing) => {
      if (left-- <= 0) {
        incoming.socket.destroy()
        return
      }
      incoming.pipe(forward(`${system.urls[service]}${incoming.url ?? ''}`, { method: incoming.method, headers: incoming.headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }))
    })
    await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
    t.teardown(() => { server.close().closeAllConnections() })
    return [service, `http://127.0.0.1:${port}`] as const
  }))
  return Object.fromEntries(entries) as Record<Service, string>
}

async function counts (): Promise<Record<string, number>> {
  const count = async (service: Service, from: string): Promise<number> => Number((await system.sql[service].query<RowDataPacket[]>(`SELECT COUNT(*) AS count FROM ${from}`))[0][0]?.['count'])
  return {
    users: await count('users', 'user'),
    rooms: await count('rooms', 'room'),
    bookings: await count('bookings', 'booking'),
    past: await count('bookings', 'booking WHERE ends_at < UTC_TIMESTAMP()'),
    reviews: await count('reviews', 'review')
  }
}
const complete = { users: demoUsers.length, rooms: demoRooms.length, bookings: demoRooms.length, past: demoReviews.length, reviews: demoReviews.length }

t.test('seed: goes on where it was interrupted, and leaves alone what is there', async t => {
  const { databaseUrls } = system.options
  let interruptions = 0
  for (let requests = 1; ; requests += 2) {
    const isSeeded = await seed({ urls: await waysFor(t, requests), databaseUrls }).catch(() => false)
    if (isSeeded) break
    interruptions++
  }
  t.ok(interruptions > 5, `interrupted ${interruptions} times`)
  t.same(await counts(), complete)
  for (const { username, role } of demoUsers) t.equal((await system.users.login({ body: { login: username, password: demoPassword } })).user.role, role)

  const { accessToken: token } = await system.users.login({ body: { login: 'user', password: demoPassword } })
  const { items } = await system.reviews.listReviews({ query: {} }, { token })
  await system.reviews.deleteReview({ params: { reviewId: items.find(({ title }) => title === demoReviews[0]?.title)?.id ?? '' } }, { token })
  t.equal(await seed({ urls: system.urls, databaseUrls }), true)
  t.same(await counts(), complete, 'what was deleted since does not come back')
})

t.test('seed: a system with users of its own is left alone unless it is asked for', async t => {
  const own = await testSystem(t)
  await own.person()
  const options = { urls: own.urls, databaseUrls: own.options.databaseUrls }
  t.equal(await seed(options), false)
  t.same((await own.sql.rooms.query<RowDataPacket[]>('SELECT id FROM room'))[0], [])
  t.equal(await seed({ ...options, evenIfInhabited: true }), true)
  t.equal((await own.sql.rooms.query<RowDataPacket[]>('SELECT id FROM room'))[0].length, demoRooms.length)
})

t.test('a running system is noted for the other commands, as long as it runs', async t => {
  const root = await mkdtemp(join(tmpdir(), 'running-'))
  t.teardown(async () => { await rm(root, { recursive: true, force: true }) })
  const { urls, options: { databaseUrls, redisUrl, rabbitmqUrl } } = system
  const noted = { urls, databaseUrls, redisUrl, redisPrefix: 'prefix:', rabbitmqUrl, exchange: 'exchange' }
  t.equal(await runningSystem(root), undefined)
  const forget = await noteRunningSystem(root, noted)
  t.match(await runningSystem(root), noted)
  t.equal((await stat(join(root, '.local/running.json'))).mode & 0o777, 0o600, 'it holds passwords')
  await forget()
  t.equal(await runningSystem(root), undefined)

  const killed = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', `
    import { noteRunningSystem } from ${JSON.stringify(new URL('../../scripts/system/running-system.ts', import.meta.url))}
    await noteRunningSystem(${JSON.stringify(root)}, {})
    process.kill(process.pid, 'SIGKILL')`], { stdio: 'inherit' })
  await new Promise(resolve => { killed.once('exit', resolve) })
  t.equal(await runningSystem(root), undefined, 'a note of a system that was killed is none')
})
