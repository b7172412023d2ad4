import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const policy = '/usr/sbin/policy-rc.d'

// Servers live where the PATH of ordinary users does not lead.
const moreDirectories = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/opt/homebrew/sbin', '/opt/homebrew/bin']

/** The path of the first of these programs that is installed; undefined when none is. */
export function locate (...names: string[]): string | undefined {
  const directories = [...(process.env['PATH'] ?? '').split(':'), ...moreDirectories]
  return names
    .flatMap(name => isAbsolute(name) ? [name] : directories.map(directory => join(directory, name)))
    .find(isExecutable)
}

/** Whether `installPackage` can work here: a Debian-like system, and we are root. */
export function canInstallPackages (): boolean {
  return process.getuid?.() === 0 && locate('apt-get') !== undefined
}

let lists: Promise<unknown> | undefined
let previous: Promise<unknown> = Promise.resolve()

/**
 * Installs a Debian package without starting its service. Calls run one after the other, since APT locks.
 *
 * @throws Error with what APT said.
 */
export function installPackage (name: string): Promise<void> {
  const installed = previous.then(async () => {
    lists ??= aptGet('update')
    await lists
    await withoutStartingServices(() => aptGet('install', '-y', '--no-install-recommends', name))
  })
  previous = installed.catch(() => {})
  return installed
}

function aptGet (...args: string[]): Promise<unknown> {
  return execute('apt-get', ['-q', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024
  })
}

/** Debian's packages ask this file whether they may start their service. One that is there already is left alone. */
async function withoutStartingServices (action: () => Promise<unknown>): Promise<void> {
  const isOurs = !existsSync(policy)
  if (isOurs) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' })
  try {
    await action()
  } finally {
    if (isOurs) await rm(policy, { force: true })
  }
}

function isExecutable (path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
