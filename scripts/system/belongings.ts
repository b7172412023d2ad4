import amqplib from 'amqplib'
import { Redis } from 'ioredis'
import mysql from 'mysql2/promise'
import type { FoundServers } from '../infrastructure/servers.ts'
import { accountHosts, dropDatabases, namesOf, services } from './databases.ts'
import { deleteKeys, deleteQueues, queuesOf } from './forget.ts'
import { isHeld, temporaryExchanges, temporaryNameIn } from './temporary.ts'

/** Something that has, or had, databases, keys, queues and exchanges on servers. */
export interface Owner {
  /** The id of a checkout, or the name of something temporary. */
  id: string
  databasePrefix: string
  redisPrefix: string
  exchanges: string[]
}

/** What an owner has on servers. */
export interface Belongings { databases: string[], accounts: string[], keys: number, queues: string[], exchanges: string[] }

const idPattern = '[0-9a-f]+'
/** `%` and `_` stand for others in a pattern of SQL. */
const escape = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** A checkout as an owner. */
export function checkoutOwner (id: string): Owner {
  const { databasePrefix, redisPrefix, exchange } = namesOf({ id })
  return { id, databasePrefix, redisPrefix, exchanges: [exchange] }
}

/** A test or a benchmark as an owner. */
export function temporaryOwner (name: string): Owner {
  return { id: name, databasePrefix: name, redisPrefix: `${name}:`, exchanges: temporaryExchanges(name) }
}

/** The owners that have databases, accounts or keys on servers, told by the names of these. A broker lists nothing to its clients. */
export async function findOwners ({ mysqlUrl, redisUrl }: FoundServers): Promise<{ checkouts: string[], temporary: string[] }> {
  const names = [...mysqlUrl === undefined ? [] : await databaseNames(mysqlUrl), ...redisUrl === undefined ? [] : await keyPrefixes(redisUrl)]
  const { databasePrefix, redisPrefix } = namesOf({ id: 'ID' })
  const checkout = new RegExp(`^(?:${[databasePrefix, redisPrefix].map(prefix => prefix.replace('ID', `(${idPattern})`)).join('|')})`)
  const checkouts = names.flatMap(name => checkout.exec(name)?.slice(1).find(id => id !== undefined) ?? [])
  return { checkouts: [...new Set(checkouts)].sort(), temporary: [...new Set(names.flatMap(name => temporaryNameIn(name) ?? []))].sort() }
}

/** Whether a process uses what an owner has: services of a checkout are connected to its databases, a test holds its name. */
export async function isInUse (mysqlUrl: string, { id, databasePrefix }: Owner): Promise<boolean> {
  return await asAdmin(mysqlUrl, async admin => {
    const [connected] = await admin.query<mysql.RowDataPacket[]>('SELECT 1 FROM information_schema.processlist WHERE user LIKE ? LIMIT 1', [`${escape(databasePrefix)}\\_%`])
    return connected.length > 0 || await isHeld(admin, id)
  })
}

/** What an owner has on servers. */
export async function findBelongings ({ mysqlUrl, redisUrl, rabbitmqUrl }: FoundServers, owner: Owner): Promise<Belongings> {
  const nothing = { databases: [], accounts: [], keys: 0, queues: [], exchanges: [] }
  const [onMysql, onRedis, onRabbitmq] = await Promise.all([
    mysqlUrl === undefined ? {} : databasesAndAccounts(mysqlUrl, owner),
    redisUrl === undefined ? {} : countKeys(redisUrl, owner),
    rabbitmqUrl === undefined ? {} : queuesAndExchanges(rabbitmqUrl, owner)
  ])
  return { ...nothing, ...onMysql, ...onRedis, ...onRabbitmq }
}

/** Removes all that an owner has on servers. */
export async function removeBelongings ({ mysqlUrl, redisUrl, rabbitmqUrl }: FoundServers, { databasePrefix, redisPrefix, exchanges }: Owner): Promise<void> {
  if (rabbitmqUrl !== undefined) await deleteQueues(rabbitmqUrl, exchanges)
  if (redisUrl !== undefined) await deleteKeys(redisUrl, redisPrefix)
  // Last, since what is left when this fails is found by the names of the databases.
  if (mysqlUrl !== undefined) await dropDatabases(mysqlUrl, databasePrefix)
}

/** Whether there is nothing. */
export function isNothing ({ databases, accounts, keys, queues, exchanges }: Belongings): boolean {
  return keys === 0 && [databases, accounts, queues, exchanges].every(names => names.length === 0)
}

/** One line about each kind of things. */
export function linesOf ({ databases, accounts, keys, queues, exchanges }: Belongings): string[] {
  const line = (kind: string, names: string[]): string[] => names.length === 0 ? [] : [`${names.length} ${kind}: ${names.join(', ')}`]
  return [...line('databases', databases), ...line('accounts', accounts), ...keys === 0 ? [] : [`${keys} keys in Redis`], ...queues.length === 0 ? [] : [`${queues.length} queues`], ...line('exchanges', exchanges)]
}

async function asAdmin<Result> (mysqlUrl: string, work: (admin: mysql.Connection) => Promise<Result>): Promise<Result> {
  const admin = await mysql.createConnection({ uri: mysqlUrl })
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

async function databaseNames (mysqlUrl: string, like = '%'): Promise<string[]> {
  return await asAdmin(mysqlUrl, async admin => {
    const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE ? ORDER BY schema_name', [like])
    return rows.map(row => String(row['name']))
  })
}

async function databasesAndAccounts (mysqlUrl: string, { databasePrefix }: Owner): Promise<Pick<Belongings, 'databases' | 'accounts'>> {
  const names = services.map(service => `${databasePrefix}_${service}`)
  const databases = (await databaseNames(mysqlUrl, `${escape(databasePrefix)}\\_%`)).filter(name => names.includes(name))
  const accounts = await asAdmin(mysqlUrl, async admin => (await Promise.all(names.map(async name => (await accountHosts(admin, name)).map(host => `${name}@${host}`)))).flat())
  return { databases, accounts }
}

async function scan (redisUrl: string, match: string, each: (keys: string[]) => void): Promise<void> {
  const redis = new Redis(redisUrl)
  for await (const keys of redis.scanStream({ match, count: 1000 }) as AsyncIterable<string[]>) each(keys)
  redis.disconnect()
}

/** The prefixes, with their colon, of all keys that may be ours. */
async function keyPrefixes (redisUrl: string): Promise<string[]> {
  const prefixes = new Set<string>()
  await scan(redisUrl, 'sm*:*', keys => { for (const key of keys) prefixes.add(`${key.split(':')[0] ?? ''}:`) })
  return [...prefixes]
}

async function countKeys (redisUrl: string, { redisPrefix }: Owner): Promise<Pick<Belongings, 'keys'>> {
  const found = new Set<string>() // a scan may return a key twice
  await scan(redisUrl, `${redisPrefix}*`, keys => { for (const key of keys) found.add(key) })
  return { keys: found.size }
}

async function queuesAndExchanges (rabbitmqUrl: string, { exchanges }: Owner): Promise<Pick<Belongings, 'queues' | 'exchanges'>> {
  const connection = await amqplib.connect(rabbitmqUrl)
  connection.on('error', () => {})
  /** Asking for what is not there costs the channel. */
  const isThere = async (ask: (channel: amqplib.Channel) => Promise<unknown>): Promise<boolean> => {
    const channel = await connection.createChannel()
    channel.on('error', () => {})
    return await ask(channel).then(async () => { await channel.close(); return true }, () => false)
  }
  const there = async (names: string[], ask: (channel: amqplib.Channel, name: string) => Promise<unknown>): Promise<string[]> => {
    const answers = await Promise.all(names.map(async name => await isThere(async channel => await ask(channel, name))))
    return names.filter((_, index) => answers[index])
  }
  try {
    return {
      queues: await there(exchanges.flatMap(queuesOf), async (channel, name) => await channel.checkQueue(name)),
      exchanges: await there(exchanges, async (channel, name) => await channel.checkExchange(name))
    }
  } finally {
    await connection.close()
  }
}
