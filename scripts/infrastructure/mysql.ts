import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reachMysql } from './connections.ts'
import { freePort } from './ports.ts'
import { privateDirectory, runServer, runToEnd } from './processes.ts'
import type { PrivateServer } from './processes.ts'
import { isInstalled, locate, serverKinds, unpackedRootOf } from './programs.mjs'

/** Whether MariaDB or MySQL is installed or unpacked. */
export function mysqlIsInstalled (): boolean {
  return isInstalled(serverKinds.mysql)
}

/**
 * Starts MariaDB or MySQL, whichever is installed or unpacked, on a data directory of its own below `directory`, made when missing.
 * The URL is that of root, whose password is random and kept in the directory.
 *
 * @throws Error when neither is installed, `port` is taken, or the server does not come up within three minutes.
 */
export async function startPrivateMysql (
  { directory, port }: { directory: string, port?: number }
): Promise<PrivateServer> {
  const command = locate('mariadbd', 'mysqld')
  if (command === undefined) throw new Error('Neither mariadbd nor mysqld is there.')
  directory = await privateDirectory(directory)
  const installer = command.endsWith('mariadbd') ? locate('mariadb-install-db') : undefined
  // As root both refuse to run unless told to. Another user might not be allowed to enter the directory.
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const { base, messages } = locationOptions(command)
  const data = join(directory, installer === undefined ? 'mysql' : 'mariadb')

  if (!existsSync(data)) {
    // Made aside and moved, so that an interrupted start does not leave half a data directory.
    const unfinished = 'unfinished'
    await rm(join(directory, unfinished), { recursive: true, force: true })
    // Relative, since MariaDB's script does not quote the path.
    const options = ['--no-defaults', ...user, ...base, `--datadir=./${unfinished}`]
    // Where temporary tables are shared, a server that starts removes those of another.
    const context = { directory, environment: { TMPDIR: directory } }
    // With --force it needs no name for this host, not even localhost: a minimal system has no /etc/hosts.
    await (installer === undefined
      ? runToEnd({ command, args: [...options, ...messages, '--initialize-insecure'], ...context })
      : runToEnd({ command: installer, args: [...options, '--skip-test-db', '--force'], ...context }))
    await rename(join(directory, unfinished), data)
  }

  const password = await keptPassword(join(directory, 'password'))
  const setPassword = join(directory, 'set-password.sql')
  await writeFile(setPassword, `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';\n`, { mode: 0o600 })
  // A name relative to the data directory: the path of a socket must not be longer than about 100 bytes.
  const socket = 'private.sock'
  await rm(join(data, `${socket}.lock`), { force: true })

  port ??= await freePort()
  // secure-file-priv: MySQL's own default is a directory of the system's server, and refuses to start without it.
  const args = [
    '--no-defaults', ...user, ...base, ...messages,
    `--datadir=${data}`, `--tmpdir=${directory}`, `--port=${port}`, '--bind-address=127.0.0.1', '--loose-mysqlx=OFF',
    `--socket=${socket}`, '--pid-file=private.pid', `--init-file=${setPassword}`, `--secure-file-priv=${directory}`,
    '--character-set-server=utf8mb4', '--default-time-zone=+00:00',
    '--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=64M', '--skip-log-bin', '--performance-schema=OFF'
  ]
  const url = `mysql://root:${password}@127.0.0.1:${port}`
  return runServer({ name: 'mysql', command, args, directory }, { url, port, reach: reachMysql })
}

/** Where an unpacked server finds its own files; by itself it looks for those of an installed one. */
function locationOptions (command: string): { base: string[], messages: string[] } {
  const root = unpackedRootOf(command)
  if (root === undefined) return { base: [], messages: [] }
  return { base: [`--basedir=${root}/usr`], messages: [`--lc-messages-dir=${root}/usr/share/mysql`, `--plugin-dir=${root}/usr/lib/mysql/plugin`] }
}

async function keptPassword (path: string): Promise<string> {
  if (!existsSync(path)) await writeFile(path, randomBytes(16).toString('hex'), { mode: 0o600 })
  return readFile(path, 'utf8')
}
