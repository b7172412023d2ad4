import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { holderOf, portsOf, tryLock } from '../../scripts/infrastructure/lock.mjs'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { provideServers } from '../../scripts/infrastructure/servers.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { checkoutOwner, findBelongings, isNothing } from '../../scripts/system/belongings.ts'
import { installation, services } from '../../scripts/system/databases.ts'
import { claimCheckout, runningSystem } from '../../scripts/system/running-system.ts'
import { canSeeProcesses, copyCheckout, launch, type Launched } from '../support/launched.ts'

/** Much longer than anything takes; a test that waits so long has failed. */
const patience = 240_000
t.setTimeout(900_000)

const portVariables = async (): Promise<Record<string, string>> => Object.fromEntries(await Promise.all(services.map(async service => [`${service.toUpperCase()}_PORT`, String(await freePort())])))

async function say (t: Test, directory: string, ...parameters: string[]): Promise<{ code: number, output: string }> {
  const launched = launch(t, directory, ['run', '--silent', ...parameters])
  return { code: await launched.ended, output: launched.output() }
}

async function assertEnds (t: Test, launched: Launched, code: number): Promise<void> {
  t.equal(await launched.ended, code, launched.output())
  let left = await launched.processes()
  await until(async () => (left = await launched.processes()).length === 0, patience)
  t.same(left, [], 'nothing is left')
}

t.test('npm start runs one system in a checkout, the other commands find that one alone, a signal ends all of it, and npm run clean removes it', { skip: canSeeProcesses ? false : 'processes cannot be told here' }, async t => {
  const [directory, servers] = [await copyCheckout(t), await provideServers({ log: () => {} })]
  t.teardown(servers.stop)
  const { id } = await installation(directory)
  t.teardown(async () => { await say(t, directory, 'clean', '--', '--yes') })

  const interrupted = launch(t, directory, ['start'], { environment: await portVariables() })
  t.ok(await until(async () => (await interrupted.processes()).some(({ commandLine }) => commandLine.includes('services/users/main.ts')), patience), interrupted.output())
  process.kill(interrupted.pid, 'SIGHUP')
  await assertEnds(t, interrupted, 129)
  t.match(await say(t, directory, 'walk'), { code: 1, output: /^No system runs in this checkout\. Start it with `npm start`.*\n$/ })

  const started = launch(t, directory, ['start'], { environment: await portVariables() })
  t.ok(await until(() => started.output().includes('Ctrl-C stops everything'), patience), started.output())
  const again = launch(t, directory, ['start'], { environment: await portVariables() })
  t.equal(await again.ended, 1)
  t.match(again.output(), /This checkout runs a system already, with users at http:\/\/127\.0\.0\.1:\d+ \(process \d+\)\. Stop it with Ctrl-C .* or `kill \d+`/)
  t.match(await say(t, directory, 'walk'), { code: 0, output: 'Everything went as it should' })
  t.match(await say(t, directory, 'clean', '--', '--yes'), { code: 1, output: /This checkout runs a system already/ })
  process.kill(-started.pid, 'SIGINT')
  await assertEnds(t, started, 0)

  const owner = checkoutOwner(id)
  const has = await findBelongings(servers, owner)
  t.match({ ...has, databases: has.databases.length, accounts: has.accounts.length, queues: has.queues.length }, { databases: 4, accounts: 4, queues: 28, exchanges: owner.exchanges })
  t.notMatch(has.accounts.join(), '%', 'accounts are for one address')
  const listed = await say(t, directory, 'clean')
  t.match(listed, { code: 1, output: /4 databases: .*\n.*4 accounts: .*\n.*\d+ keys in Redis\n.*28 queues\n.*1 exchanges: [^]*Nothing was removed\. Add --yes/ })
  t.same(await findBelongings(servers, owner), has, 'asking changes nothing')
  t.match(await say(t, directory, 'clean', '--', '--yes'), { code: 0, output: /Removed: This checkout/ })
  t.ok(isNothing(await findBelongings(servers, owner)))
  t.same(await readdir(join(directory, '.local')), [])
  t.match(await say(t, directory, 'clean'), { code: 0, output: /There is nothing to remove/ })
})

t.test('a checkout is claimed by one process at a time; the note of one that was killed counts for nothing', async t => {
  const directory = await mkdtemp(join(tmpdir(), 'claimed-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  const urls = { users: 'http://users', rooms: 'http://rooms', bookings: 'http://bookings', reviews: 'http://reviews' }
  const noted = { urls, databaseUrls: urls, redisUrl: 'redis://', redisPrefix: 'prefix:', rabbitmqUrl: 'amqp://', exchange: 'exchange' }
  t.equal(await runningSystem(directory), undefined)
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, async () => await claimCheckout(directory)))
  const claims = attempts.flatMap(attempt => attempt.status === 'fulfilled' ? [attempt.value] : [])
  t.equal(claims.length, 1, 'of several at once, one gets it')
  await claims[0]?.note(noted)
  t.same(await runningSystem(directory), noted)
  t.equal((await stat(join(directory, '.local/running.json'))).mode & 0o777, 0o600, 'it holds passwords')
  await claims[0]?.release()
  t.equal(await runningSystem(directory), undefined)

  const killed = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', `
    import { claimCheckout } from ${JSON.stringify(new URL('../../scripts/system/running-system.ts', import.meta.url))}
    await (await claimCheckout(${JSON.stringify(directory)})).note(${JSON.stringify(noted)})
    console.log('noted')
    setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(killed.stdout, 'data')
  t.same(await runningSystem(directory), noted)
  await t.rejects(claimCheckout(directory), { message: new RegExp(`with users at http://users \\(process ${killed.pid}\\)\\. Stop it with Ctrl-C in its terminal or \`kill ${killed.pid}\``) })
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  t.equal(await runningSystem(directory), undefined, 'although its note is there')
  await (await claimCheckout(directory)).release()
  t.same(await readdir(join(directory, '.local')), [])
})

t.test('a lock is told from what else listens on its ports', async t => {
  const name = `lock of a test ${process.pid}`
  const stranger = createServer(socket => { socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n') })
  stranger.listen(portsOf(name)[0], '127.0.0.1')
  await once(stranger, 'listening')
  t.teardown(() => { stranger.close() })
  t.equal(await holderOf(name), undefined)
  const release = await tryLock(name)
  t.type(release, 'function')
  t.equal(await holderOf(name), process.pid)
  t.equal(await tryLock(name), undefined)
  t.equal(await holderOf(`${name} of another`), undefined)
  await release?.()
  t.equal(await holderOf(name), undefined)
})
