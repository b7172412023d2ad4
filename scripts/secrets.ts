import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const services = ['users', 'rooms', 'bookings', 'reviews']
/** All that a service does in its database, migrations included; nothing elsewhere, and nothing that it could pass on. */
const privileges = 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES'

/**
 * Makes the secrets that `compose.yaml` mounts: random passwords, in the files that need them, and a signing key. A directory that has
 * something in it is left alone.
 *
 * @returns whether they were made
 */
export async function makeSecrets (directory: string): Promise<boolean> {
  // Only its owner may enter; inside, everybody may read, for the containers have users of their own.
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if ((await readdir(directory)).length > 0) return false
  const files = contents()
  await mkdir(join(directory, 'signing-keys'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content, { mode: 0o444, flag: 'wx' })
  return true
}

function contents (): Record<string, string> {
  const password = (): string => randomBytes(24).toString('base64url')
  const databases = services.map(service => ({ service, password: password() }))
  const clients = services.map(service => ({ service, secret: password() }))
  const redis = password()
  const rabbitmq = password()
  return {
    'mysql-root-password': password(),
    'databases.sql': databases.map(({ service, password }) => [
      `CREATE DATABASE ${service} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
      `CREATE USER ${service} IDENTIFIED BY '${password}';`,
      `GRANT ${privileges} ON ${service}.* TO ${service};`,
      ''
    ].join('\n')).join('\n'),
    ...Object.fromEntries(databases.map(({ service, password }) => [`${service}-database-url`, `mysql://${service}:${password}@mysql:3306/${service}`])),
    ...Object.fromEntries(clients.map(({ service, secret }) => [`${service}-client-secret`, secret])),
    'service-clients': clients.map(({ service, secret }) => `${service}:${secret}`).join(','),
    'redis.conf': `requirepass ${redis}\nappendonly yes\n`,
    'redis-url': `redis://:${redis}@redis:6379`,
    'rabbitmq.conf': `default_user = smart-meeting-room\ndefault_pass = ${rabbitmq}\n`,
    'rabbitmq-url': `amqp://smart-meeting-room:${rabbitmq}@rabbitmq:5672`,
    'first-admin-password': password(),
    'grafana-admin-password': password(),
    'signing-keys/key-1.pem': generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  }
}
