import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mysql from 'mysql2/promise'

/** The four services, in the order in which they are started. */
export const services = ['users', 'rooms', 'bookings', 'reviews'] as const
export type Service = typeof services[number]

/** What tells this checkout's databases from those of another one on the same server. */
export interface Installation { id: string, databasePassword: string, serviceSecret: string }

/** The identity of this checkout, made at its first start and kept under `.local/`. */
export async function installation (root: string): Promise<Installation> {
  const path = join(root, '.local/installation.json')
  const known = await readFile(path, 'utf8').catch(() => undefined)
  if (known !== undefined) return JSON.parse(known) as Installation
  const secret = (): string => randomBytes(24).toString('base64url')
  const made: Installation = { id: randomBytes(3).toString('hex'), databasePassword: secret(), serviceSecret: secret() }
  await mkdir(join(root, '.local'), { recursive: true, mode: 0o700 })
  await writeFile(path, JSON.stringify(made), { mode: 0o600 })
  return made
}

/** What a checkout calls that which it has on servers that others use too. */
export function namesOf ({ id }: Installation): { databasePrefix: string, redisPrefix: string, exchange: string } {
  return { databasePrefix: `smart_meeting_room_${id}`, redisPrefix: `smart-meeting-room-${id}:`, exchange: `smart-meeting-room-${id}` }
}

/**
 * Makes a database for each service, each with a user of its own who may do nothing elsewhere. Those that are there are kept.
 *
 * @param adminUrl of a user who may create databases and users
 * @param prefix begins the names of databases and users
 * @returns the URL of each service's database
 */
export async function createDatabases (adminUrl: string, prefix: string, password: string): Promise<Record<Service, string>> {
  const admin = await mysql.createConnection({ uri: adminUrl })
  try {
    const entries = await Promise.all(services.map(async service => [service, await createDatabase(admin, adminUrl, `${prefix}_${service}`, password)] as const))
    return Object.fromEntries(entries) as Record<Service, string>
  } finally {
    await admin.end()
  }
}

/** Drops the databases and users of a prefix. */
export async function dropDatabases (adminUrl: string, prefix: string): Promise<void> {
  const admin = await mysql.createConnection({ uri: adminUrl })
  try {
    for (const service of services) {
      await admin.query('DROP DATABASE IF EXISTS ??', [`${prefix}_${service}`])
      await admin.query('DROP USER IF EXISTS ?', [`${prefix}_${service}`])
    }
  } finally {
    await admin.end()
  }
}

async function createDatabase (admin: mysql.Connection, adminUrl: string, name: string, password: string): Promise<string> {
  await admin.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', [name])
  await admin.query('CREATE USER IF NOT EXISTS ? IDENTIFIED BY ?', [name, password])
  await admin.query('ALTER USER ? IDENTIFIED BY ?', [name, password])
  await admin.query('GRANT ALL PRIVILEGES ON ??.* TO ?', [name, name])
  const url = new URL(adminUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}
