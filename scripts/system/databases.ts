import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mysql from 'mysql2/promise'

/** The four services, in the order in which they are started. */
export const services = ['users', 'rooms', 'bookings', 'reviews'] as const
export type Service = typeof services[number]

const tableAccessDenied = 1142
/** Characters of a name of an account, and of a database, that every server takes: MySQL 32 and 64, MariaDB 80 and 64. */
const maxNameLength = 32

/** What tells this checkout's databases from those of another one on the same server. */
export interface Installation { id: string, databasePassword: string, serviceSecret: string }

const pathIn = (root: string): string => join(root, '.local/installation.json')

/** The identity of a checkout; `undefined` before its first start. */
export async function knownInstallation (root: string): Promise<Installation | undefined> {
  const text = await readFile(pathIn(root), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text) as Installation
}

/** The identity of this checkout, made at its first start and kept under `.local/`. */
export async function installation (root: string): Promise<Installation> {
  const known = await knownInstallation(root)
  if (known) return known
  const secret = (): string => randomBytes(24).toString('base64url')
  const made: Installation = { id: randomBytes(3).toString('hex'), databasePassword: secret(), serviceSecret: secret() }
  await mkdir(join(root, '.local'), { recursive: true, mode: 0o700 })
  await writeFile(pathIn(root), JSON.stringify(made), { mode: 0o600 })
  return made
}

/** What the databases, keys, queues and the exchange of a system are called on servers that others use too. */
export interface SystemNames { databasePrefix: string, redisPrefix: string, exchange: string }

/** The names of what a checkout has. */
export function namesOf ({ id }: Pick<Installation, 'id'>): SystemNames {
  return { databasePrefix: `meeting_room_${id}`, redisPrefix: `smart-meeting-room-${id}:`, exchange: `smart-meeting-room-${id}` }
}

/**
 * Makes a database for each service, each with an account of its own that has no rights elsewhere and can only be used from the address that
 * the server sees us at. Databases that are there are kept.
 *
 * @param adminUrl of a user who may create databases and users
 * @param prefix begins the names of databases and users
 * @returns the URL of each service's database
 * @throws RangeError when a name would be longer than MySQL takes, on MariaDB too
 */
export async function createDatabases (adminUrl: string, prefix: string, password: string): Promise<Record<Service, string>> {
  const tooLong = services.map(service => `${prefix}_${service}`).find(name => name.length > maxNameLength)
  if (tooLong !== undefined) throw new RangeError(`The account name ${tooLong} has more than the ${maxNameLength} characters that MySQL takes.`)
  const admin = await mysql.createConnection({ uri: adminUrl })
  try {
    const host = await ownHost(admin)
    const entries = await Promise.all(services.map(async service => [service, await createDatabase(admin, { adminUrl, name: `${prefix}_${service}`, host, password })] as const))
    return Object.fromEntries(entries) as Record<Service, string>
  } finally {
    await admin.end()
  }
}

/** Drops the databases of a prefix, and their accounts at all addresses. */
export async function dropDatabases (adminUrl: string, prefix: string): Promise<void> {
  const admin = await mysql.createConnection({ uri: adminUrl })
  try {
    for (const service of services) {
      await admin.query('DROP DATABASE IF EXISTS ??', [`${prefix}_${service}`])
      for (const host of await accountHosts(admin, `${prefix}_${service}`)) await admin.query('DROP USER IF EXISTS ?@?', [`${prefix}_${service}`, host])
    }
  } finally {
    await admin.end()
  }
}

/** The addresses at which there are accounts of a name; those at which there may be some, when we may not look. */
export async function accountHosts (admin: mysql.Connection, name: string): Promise<string[]> {
  try {
    const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT host AS host FROM mysql.user WHERE user = ?', [name])
    return rows.map(row => String(row['host']))
  } catch (error) {
    if ((error as { errno?: number }).errno !== tableAccessDenied) throw error
    return [await ownHost(admin), '%']
  }
}

/** Where the server sees us: the part of our account behind the last `@`. */
async function ownHost (admin: mysql.Connection): Promise<string> {
  const [rows] = await admin.query<mysql.RowDataPacket[]>('SELECT USER() AS user')
  return String(rows[0]?.['user']).split('@').at(-1) ?? '%'
}

async function createDatabase (admin: mysql.Connection, { adminUrl, name, host, password }: { adminUrl: string, name: string, host: string, password: string }): Promise<string> {
  await admin.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', [name])
  await admin.query('CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ?', [name, host, password])
  await admin.query('ALTER USER ?@? IDENTIFIED BY ?', [name, host, password])
  await admin.query('GRANT ALL PRIVILEGES ON ??.* TO ?@?', [name, name, host])
  const url = new URL(adminUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}
