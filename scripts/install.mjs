import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { holderOf, tryLock } from './infrastructure/lock.mjs'
import { adviceOnMissingServers } from './infrastructure/programs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const pollMilliseconds = 200

/**
 * Installs the dependencies when they are missing or older than package-lock.json; silent and immediate otherwise. Of several commands that
 * are started in a checkout at once, one installs and the others wait.
 *
 * @param {(command: string, parameters: string[]) => Promise<number>} run runs a program and returns its exit code
 * @param {boolean} needsServers whether to find out first if this machine can have servers: the installation is long
 * @returns {Promise<number>} an exit code; 0 when all are installed
 */
export async function install (run, needsServers) {
  const lock = `install ${root}`
  let release
  let isTold = false
  while (!isInstalled() && !(release = await tryLock(lock))) {
    if (!isTold) console.log(`Waiting for process ${await holderOf(lock) ?? ''}, which is installing the dependencies …`)
    isTold = true
    await delay(pollMilliseconds)
  }
  try {
    if (isInstalled()) return 0
    const advice = needsServers ? await adviceOnMissingServers() : undefined
    if (advice !== undefined) {
      console.error(advice)
      return 1
    }
    console.log('Installing dependencies (npm ci) …')
    // Without --include=dev, NODE_ENV=production would leave out what runs the TypeScript.
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (code !== 0) console.error('npm ci failed; see above.')
    return code
  } finally {
    await release?.()
  }
}

/** npm keeps a copy of what it installed in node_modules; packages for other platforms are missing there. */
function isInstalled () {
  try {
    const wanted = readPackages('package-lock.json')
    const installed = readPackages('node_modules/.package-lock.json')
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path === '' ||
      (installed[path]
        ? installed[path].version === version && installed[path].integrity === integrity
        : optional === true))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return false
    throw error
  }
}

function readPackages (path) {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).packages
}
