import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import amqplib from 'amqplib'
import { Redis } from 'ioredis'
import mysql from 'mysql2/promise'
import { t } from '../support/suite.ts'
import { claimDirectory } from '../../scripts/infrastructure/directory.ts'
import { unpackedDirectory } from '../../scripts/infrastructure/programs.mjs'
import { provideServers, type Servers } from '../../scripts/infrastructure/servers.ts'
import { checkoutOwner, findBelongings, isInUse, isNothing, removeBelongings, temporaryOwner, type Owner } from '../../scripts/system/belongings.ts'
import { planCleaning, type Part, type Plan } from '../../scripts/system/cleaning.ts'
import { createDatabases, installation } from '../../scripts/system/databases.ts'
import { register } from '../../scripts/system/registry.ts'
import { takeTemporaryName } from '../../scripts/system/temporary.ts'

let servers: Servers
let parent: string
t.before(async () => {
  servers = await provideServers({ log: () => {} })
  parent = await mkdtemp(join(tmpdir(), 'clean-'))
  process.env['XDG_STATE_HOME'] = join(parent, 'state')
  process.env['XDG_CACHE_HOME'] = join(parent, 'cache')
  t.teardown(async () => {
    await servers.stop()
    await rm(parent, { recursive: true, force: true })
  })
})

/** Gives an owner some of everything; it is removed after the test, if it is still there. Returns the URL of a database. */
async function furnish (owner: Owner): Promise<string> {
  t.teardown(async () => { await removeBelongings(servers, owner) })
  const { users } = await createDatabases(servers.mysqlUrl, owner.databasePrefix, 'secret-of-the-test')
  const redis = new Redis(servers.redisUrl)
  await redis.mset(`${owner.redisPrefix}one`, '1', `${owner.redisPrefix}two`, '2')
  redis.disconnect()
  const connection = await amqplib.connect(servers.rabbitmqUrl)
  const channel = await connection.createChannel()
  for (const exchange of owner.exchanges) await channel.assertExchange(exchange, 'topic')
  await channel.assertQueue(`${owner.exchanges[0]}.users.dead`)
  await connection.close()
  return users
}

/** A checkout with an id of its own, known to this user. */
async function checkout (name: string): Promise<{ root: string, id: string, owner: Owner }> {
  const root = join(parent, name)
  const { id } = await installation(root)
  await register(id, root)
  return { root, id, owner: checkoutOwner(id) }
}
const partsAbout = ({ parts }: Plan, id: string): Part[] => parts.filter(({ title, lines }) => [title, ...lines].some(line => line.includes(id)))

t.test('cleaning lists and removes what a checkout has, and nothing of another', async t => {
  const [mine, other] = [await checkout('mine'), await checkout('other')]
  for (const { owner } of [mine, other]) await furnish(owner)
  await writeFile(join(mine.root, '.local/running.json.unfinished'), '')
  const { parts } = await planCleaning({ root: mine.root, servers })
  t.same(parts.map(({ title }) => title), [`This checkout (${mine.id}) on the servers`, 'The files of this checkout'])
  t.match(parts[0]?.lines, [/^4 databases: /, /^4 accounts: /, '2 keys in Redis', '1 queues', `1 exchanges: smart-meeting-room-${mine.id}`])
  t.notOk(isNothing(await findBelongings(servers, mine.owner)), 'a plan changes nothing')

  for (const { remove } of parts) await remove()
  t.ok(isNothing(await findBelongings(servers, mine.owner)))
  t.same(await readdir(join(mine.root, '.local')), [])
  t.match(await findBelongings(servers, other.owner), { keys: 2, queues: { length: 1 }, databases: { length: 4 } })
  t.same((await planCleaning({ root: mine.root, servers })).parts, [])
})

t.test('--all finds checkouts that are gone, leaves those that are there, and asks about those that nobody here knows', async t => {
  const [gone, there, moved] = [await checkout('gone'), await checkout('there'), await checkout('moved')]
  const unknown = checkoutOwner('abcdef0123')
  for (const owner of [gone.owner, there.owner, moved.owner, unknown]) await furnish(owner)
  for (const { root } of [gone, moved]) await rm(root, { recursive: true })
  await mkdir(join(parent, 'new/.local'), { recursive: true })
  await writeFile(join(parent, 'new/.local/installation.json'), JSON.stringify({ id: moved.id }))
  await register(moved.id, join(parent, 'new'))

  const plan = await planCleaning({ root: join(parent, 'mine'), servers, all: true })
  t.same(partsAbout(plan, gone.id).map(({ title }) => title), [`The checkout ${gone.id}, which was in ${gone.root} and is gone`])
  for (const { id } of [there, moved]) t.same(partsAbout(plan, id), [])
  t.same(partsAbout(plan, unknown.id), [])
  t.match(plan.notices.find(notice => notice.includes(unknown.id)), /may belong to another user .*, and stays:\n {2}4 databases: [^]*npm run clean -- --id abcdef0123/)

  await partsAbout(plan, gone.id)[0]?.remove()
  t.ok(isNothing(await findBelongings(servers, gone.owner)))
  const named = await planCleaning({ root: join(parent, 'mine'), servers, id: unknown.id })
  await partsAbout(named, unknown.id)[0]?.remove()
  t.ok(isNothing(await findBelongings(servers, unknown)))
})

t.test('what is in use stays: a system that runs, the name of a living test, the data of servers', async t => {
  const running = checkoutOwner('fedcba9876')
  const connection = await mysql.createConnection({ uri: await furnish(running) })
  t.equal(await isInUse(servers.mysqlUrl, running), true)
  await t.rejects(planCleaning({ root: join(parent, 'mine'), servers, id: running.id }), { message: /The system of the checkout fedcba9876 runs\. Stop it first/ })
  t.notMatch((await planCleaning({ root: join(parent, 'mine'), servers, all: true })).notices.join('\n'), running.id)
  await connection.end()

  const { name, release } = await takeTemporaryName(servers.mysqlUrl)
  await furnish(temporaryOwner(name))
  t.same(partsAbout(await planCleaning({ root: join(parent, 'mine'), servers, all: true }), name), [], 'it is held')
  await release() // as when its process is killed: the lock ends with the connection
  let plan: Plan = { parts: [], notices: [] }
  await t.resolves((async () => {
    while (partsAbout(plan, name).length === 0) plan = await planCleaning({ root: join(parent, 'mine'), servers, all: true })
  })())
  t.match(partsAbout(plan, name), [{ title: `${name}, left by a test or a benchmark that was killed`, lines: [/^4 databases/, /^4 accounts/, '2 keys in Redis', '1 queues', `2 exchanges: ${name}, ${name}_aside`] }])
  await partsAbout(plan, name)[0]?.remove()
  t.ok(isNothing(await findBelongings(servers, temporaryOwner(name))))

  const claim = await claimDirectory(join(parent, 'mine/.local/servers'))
  await t.rejects(planCleaning({ root: join(parent, 'mine'), servers }), { message: /Another command uses the servers in \.local\/servers\/1\. Wait/ })
  await claim.release()
  t.equal((await planCleaning({ root: join(parent, 'mine'), servers })).parts.length, 1)
})

t.test('unpacked servers are removed when it is asked for', async t => {
  const place = join(unpackedDirectory(), 'debian-12-x64', 'redis')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'redis-server'), 'a program')
  const titles = async (unpacked: boolean): Promise<string[]> => (await planCleaning({ root: join(parent, 'mine'), servers, unpacked })).parts.map(({ title }) => title)
  t.same((await titles(false)).filter(title => title.includes('unpacked')), [])
  const part = (await planCleaning({ root: join(parent, 'mine'), servers, unpacked: true })).parts.at(-1)
  t.match(part, { title: /^The unpacked servers/, lines: [`${place}: 1 MB`] })
  await part?.remove()
  t.same((await titles(true)).filter(title => title.includes('unpacked')), [])
})
