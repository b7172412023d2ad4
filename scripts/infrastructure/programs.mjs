/**
 * Which servers this machine can have, found out without any dependency: `scripts/install.mjs` asks before it installs them.
 */
import { execFile } from 'node:child_process'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * @typedef {object} ServerKind
 * @property {'mysql' | 'redis' | 'rabbitmq'} name its name here, and in `compose.development.yaml`
 * @property {string} label what people call it
 * @property {string} variable the environment variable with the URL of such a server
 * @property {number} port where it listens unless told
 * @property {string[][]} programs what it is run with; of each list, one program is enough
 * @property {string} package what Debian calls it
 * @property {string[][]} packages the Debian packages to unpack; the first list that the machine's suite has
 */

/** @type {Record<'mysql' | 'redis' | 'rabbitmq', ServerKind>} */
export const serverKinds = {
  mysql: {
    name: 'mysql',
    label: 'MySQL or MariaDB',
    variable: 'MYSQL_ADMIN_URL',
    port: 3306,
    programs: [['mariadbd', 'mysqld']],
    package: 'mariadb-server',
    // MariaDB's script that makes a data directory calls a program of the client. Ubuntu 22.04 has a MariaDB that is too old.
    packages: [['mariadb-server-core', 'mariadb-client-core'], ['mysql-server-core-8.0']]
  },
  redis: {
    name: 'redis',
    label: 'Redis',
    variable: 'REDIS_URL',
    port: 6379,
    programs: [['redis-server', 'valkey-server']],
    package: 'redis-server',
    packages: [['redis-server'], ['valkey-server']]
  },
  rabbitmq: {
    name: 'rabbitmq',
    label: 'RabbitMQ',
    variable: 'RABBITMQ_URL',
    port: 5672,
    // Debian's command in the PATH is a wrapper that changes to the user and directories of the system's broker.
    programs: [['/usr/lib/rabbitmq/bin/rabbitmq-server', 'rabbitmq-server'], ['epmd']],
    package: 'rabbitmq-server',
    packages: [['rabbitmq-server']]
  }
}

// Servers live where the PATH of ordinary users does not lead.
const moreDirectories = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/opt/homebrew/sbin', '/opt/homebrew/bin']
const directoriesOfRoot = ['usr/sbin', 'usr/bin', 'sbin', 'bin']

/** Where packages are unpacked, for all checkouts of a user. It may not exist. */
export function unpackedDirectory () {
  return join(cacheDirectory(), 'smart-meeting-room', 'servers')
}

/** By the XDG Base Directory Specification; inside the checkout for a user without a home. */
function cacheDirectory () {
  const configured = process.env['XDG_CACHE_HOME'] ?? ''
  if (isAbsolute(configured)) return configured
  return isWritable(homedir()) ? join(homedir(), '.cache') : fileURLToPath(new URL('../../.local/cache', import.meta.url))
}

/** The name of the system that packages were unpacked for: a home can be shared with a container or another machine. */
export function platformName () {
  const release = readIfThere('/etc/os-release')
  const value = (/** @type {string} */ name) => new RegExp(`^${name}="?([\\w.-]+)`, 'm').exec(release)?.[1]
  return [value('ID') ?? process.platform, value('VERSION_ID') ?? value('VERSION_CODENAME'), process.arch].filter(Boolean).join('-')
}

/** The roots of all unpacked packages of this platform. */
function unpackedRoots () {
  const parent = join(unpackedDirectory(), platformName())
  try {
    return readdirSync(parent).filter(name => !name.includes('.')).map(name => join(parent, name))
  } catch {
    return []
  }
}

/**
 * The path of the first of these programs that is installed, or else unpacked; undefined when none is.
 *
 * @param {string[]} names names or absolute paths
 */
export function locate (...names) {
  const installed = [...(process.env['PATH'] ?? '').split(':'), ...moreDirectories]
  const roots = unpackedRoots()
  const unpacked = roots.flatMap(root => directoriesOfRoot.map(directory => join(root, directory)))
  return names
    .flatMap(name => isAbsolute(name) ? [name, ...roots.map(root => join(root, name))] : [...installed, ...unpacked].map(directory => join(directory, name)))
    .find(isExecutable)
}

/**
 * The root below which the packages of a program were unpacked; undefined when it is installed.
 *
 * @param {string} program its path
 */
export function unpackedRootOf (program) {
  return unpackedRoots().find(root => program.startsWith(`${root}/`))
}

/**
 * What a program needs of the environment: an unpacked one also its own programs and libraries.
 *
 * @param {string} program its path
 * @returns {Record<string, string>}
 */
export function environmentOf (program) {
  const path = process.env['PATH'] ?? '/usr/bin:/bin'
  const root = unpackedRootOf(program)
  if (root === undefined) return { PATH: path }
  const libraries = ['usr/lib/mysql/private', 'usr/lib', 'lib'].map(name => join(root, name))
    .flatMap(directory => [...listed(directory).filter(name => name.includes('-linux-')).map(name => join(directory, name)), directory])
  return { PATH: [...directoriesOfRoot.map(name => join(root, name)), path].join(':'), LD_LIBRARY_PATH: libraries.join(':') }
}

/**
 * Whether the programs of a server are installed or unpacked.
 *
 * @param {ServerKind} kind
 */
export function isInstalled ({ programs }) {
  return programs.every(names => locate(...names) !== undefined)
}

/** Whether packages can be fetched and unpacked here: on Debian and what comes of it. */
export function canUnpack () {
  return process.platform === 'linux' && ['apt-get', 'dpkg-deb', 'flock'].every(name => locate(name) !== undefined)
}

const execute = promisify(execFile)

/** Whether a Docker engine answers within 5 s and its command knows Compose. */
export async function composeIsAvailable () {
  try {
    await execute('docker', ['info'], { timeout: 5_000 })
    await execute('docker', ['compose', 'version'], { timeout: 5_000 })
    return true
  } catch {
    return false
  }
}

/**
 * Whether something accepts connections on a port of 127.0.0.1.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isListening (port) {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 })
    const answer = (/** @type {boolean} */ listening) => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
}

/**
 * What to do when there is no way to a server of some kind: no URL, no server on its port, no program, no packages, no Docker.
 * It starts nothing and fetches nothing.
 *
 * @returns {Promise<string | undefined>} undefined when there is a way to each
 */
export async function adviceOnMissingServers () {
  const missing = []
  for (const kind of Object.values(serverKinds)) {
    if (!process.env[kind.variable] && !isInstalled(kind) && !canUnpack() && !await isListening(kind.port)) missing.push(kind)
  }
  return missing.length === 0 || await composeIsAvailable() ? undefined : adviceOn(missing)
}

/**
 * How one gets servers.
 *
 * @param {ServerKind[]} kinds
 */
export function adviceOn (kinds) {
  const list = (/** @type {(kind: ServerKind) => string} */ wordOf, separator = ', ') => kinds.map(wordOf).join(separator)
  const install = process.platform === 'darwin'
    ? `run brew install ${list(kind => kind.package.replace('-server', ''), ' ')}`
    : `install ${list(kind => kind.package)}`
  return `There is no server of ${list(kind => kind.label)}, and no way to start one here. Do one of these, and try again:
  - start Docker; which runs docker compose --file compose.development.yaml up --detach --wait ${list(kind => kind.name, ' ')}
  - ${install} (it need not run)
  - set ${list(kind => kind.variable)} to the URL of a server`
}

/** @param {string} path */
function isExecutable (path) {
  return isAccessible(path, constants.X_OK)
}

/** @param {string} path */
function isWritable (path) {
  return isAccessible(path, constants.W_OK)
}

/**
 * @param {string} path
 * @param {number} mode
 */
function isAccessible (path, mode) {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

/** @param {string} directory */
function listed (directory) {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

/** @param {string} path */
function readIfThere (path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
