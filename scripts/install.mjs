// Installs the dependencies when they are missing or older than package-lock.json; silent and immediate otherwise.
// With `--servers`, for what needs servers, it first finds out whether this machine can have them: the installation is long.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { adviceOnMissingServers } from './infrastructure/programs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed, this is ${process.versions.node}. Get it from https://nodejs.org.`)
  process.exit(1)
}

if (!isInstalled()) {
  const advice = process.argv.includes('--servers') ? await adviceOnMissingServers() : undefined
  if (advice !== undefined) {
    console.error(advice)
    process.exit(1)
  }
  console.log('Installing dependencies (npm ci) …')
  // Without --include=dev, NODE_ENV=production would leave out what runs the TypeScript.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (status !== 0) {
    console.error(`npm ci failed: ${error?.message ?? 'see above'}`)
    process.exit(1)
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
