import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { t } from '../support/suite.ts'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { createDatabases } from '../../scripts/system/databases.ts'
import { environmentOf, startService } from '../../scripts/system/services.ts'
import { readConfig } from '../../shared/config.ts'
import { sharedSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
t.before(async () => { system = await sharedSystem(t) })

async function startRooms (environment: Record<string, string>, name: string): ReturnType<typeof startService> {
  const port = await freePort()
  return await startService('rooms', { ...system.options, ports: { ...system.options.ports, rooms: port }, environment: { ...system.options.environment, LOG_LEVEL: 'info', ...environment } }, name)
}
const logOf = async (name: string): Promise<string> => await readFile(join(system.options.logs, `${name}.log`), 'utf8').catch(() => '')

t.test('a service waits for its database, says so, and starts when it is there', { skip: mysqlIsInstalled() ? false : 'MySQL is not installed' }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'startup-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  let mysql = await startPrivateMysql({ directory })
  t.teardown(async () => { await mysql.stop() })
  const { rooms: url } = await createDatabases(mysql.url, 'startup', 'secret-of-the-test')
  await mysql.stop()

  const starting = startRooms({ DATABASE_URL: url }, 'waiting')
  starting.catch(() => {})
  t.ok(await until(async () => (await logOf('waiting')).includes('waiting for the database'), 30_000), 'it says that it waits')
  mysql = await startPrivateMysql({ directory, port: mysql.port })
  const service = await starting
  t.pass('it is ready')
  t.match(await logOf('waiting'), 'the database is there')
  await service.stop()
})

t.test('a service gives up after STARTUP_TIMEOUT_SECONDS, and ends with a message', async t => {
  const port = await freePort()
  await t.rejects(startRooms({ DATABASE_URL: `mysql://rooms:secret@127.0.0.1:${port}/rooms`, STARTUP_TIMEOUT_SECONDS: '1' }, 'in-vain'),
    { message: new RegExp(`rooms cannot start: the database on 127\\.0\\.0\\.1:${port} could not be reached within 1 seconds: ECONNREFUSED`) })
  t.notMatch(await logOf('in-vain'), /secret/, 'the password is not in the log')
})

t.test('a service that waits for its database ends at once when it is told to, and says so', async t => {
  /** Starts a service, tells it to end once it waits, and returns its exit code. */
  async function endWhileWaiting (name: string, databasePort: number, isWaiting: () => boolean | Promise<boolean>): Promise<number | null> {
    const { root } = system.options
    const DATABASE_URL = `mysql://rooms:secret@127.0.0.1:${databasePort}/rooms`
    const environment = { ...environmentOf('rooms', system.options), PORT: String(await freePort()), LOG_LEVEL: 'info', DATABASE_URL, STARTUP_TIMEOUT_SECONDS: '600' }
    const log = await open(join(system.options.logs, `${name}.log`), 'w')
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'services/rooms/main.ts')], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', log.fd, log.fd] })
    t.teardown(() => { child.kill('SIGKILL') })
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    await log.close()
    t.ok(await until(async () => await isWaiting(), 60_000), `${name}: it waits`)
    child.kill('SIGTERM')
    t.ok(await until(() => child.exitCode !== null || child.signalCode !== null, 3_000), `${name}: it ends at once`)
    child.kill('SIGKILL')
    return (await ended)[0]
  }
  const assertSaid = async (name: string): Promise<void> => {
    t.match(await logOf(name), /"signal":"SIGTERM".*"msg":"closing"/)
    t.notMatch(await logOf(name), /cannot start|"level":[56]0/, `${name}: nothing went wrong`)
  }

  t.equal(await endWhileWaiting('ended-between-attempts', await freePort(), async () => (await logOf('ended-between-attempts')).includes('waiting for the database')), 0)
  await assertSaid('ended-between-attempts')

  // It takes the connection and says nothing: an attempt takes as long as it may.
  let connections = 0
  const silent = createServer(socket => {
    connections++
    socket.on('error', () => {})
  })
  silent.listen(await freePort(), '127.0.0.1')
  await once(silent, 'listening')
  t.teardown(() => { silent.close() })
  t.equal(await endWhileWaiting('ended-within-an-attempt', (silent.address() as AddressInfo).port, () => connections > 0), 0)
  await assertSaid('ended-within-an-attempt')
})

t.test('a service does not wait for a database that refuses it', async t => {
  const url = new URL(system.options.databaseUrls.rooms)
  url.password = 'wrong'
  await t.rejects(startRooms({ DATABASE_URL: url.href }, 'refused'), { message: /rooms cannot start: the database \w+ on [\w.:]+ refuses us: Access denied/ })
})

t.test('a variable can be a file, but not both', async t => {
  const path = join(system.options.logs, 'secret')
  await writeFile(path, 'from a file\n')
  const schema = Type.Object({ NAME: Type.String(), PORT: Type.Integer({ default: 1 }) })
  t.same(readConfig(schema, { NAME_FILE: path }), { NAME: 'from a file', PORT: 1 }, 'without the line break at its end')
  t.throws(() => readConfig(schema, { NAME: 'given', NAME_FILE: path }), /NAME and NAME_FILE are both set/)
  t.throws(() => readConfig(schema, { NAME_FILE: `${path}-missing` }), /NAME_FILE: ENOENT/)
})
