import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { locate } from '../infrastructure/programs.mjs'

const execute = promisify(execFile)

/** The port on which a scenario finds the proxy for the registries. */
export const proxyPort = 3128

/** The host of a Debian mirror. */
export function mirrorHost (mirror: string): string {
  return new URL(mirror).hostname
}

/** @throws Error naming what is missing on this machine */
export function requireTools (): void {
  if (process.getuid?.() !== 0) throw new Error('npm run newcomer makes namespaces and a chroot: run it as root.')
  const missing = ['debootstrap', 'unshare', 'chroot', 'ip', 'git'].filter(name => locate(name) === undefined)
  if (missing.length > 0) throw new Error(`npm run newcomer needs ${missing.join(', ')}. On Debian: apt-get install debootstrap util-linux iproute2 git`)
}

interface Options { root: string, work: string, suite: string, mirror: string, log: (line: string) => void }

/**
 * Makes a Debian with git, Node.js and npm, and nothing else, and a bundle of the commit that is checked out.
 * The Debian is kept in `.local/newcomer-<suite>` for the next run.
 */
export async function provideBareDebian ({ root, work, suite, mirror, log }: Options): Promise<{ base: string, bundle: string }> {
  const base = join(root, `.local/newcomer-${suite}`)
  if (!existsSync(base)) {
    log(`Making a bare Debian (${suite}) with debootstrap …`)
    const unfinished = `${base}.unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await execute('debootstrap', ['--variant=minbase', '--include=git,ca-certificates', suite, unfinished, mirror], { maxBuffer: 64 * 1024 * 1024 })
    await execute('chroot', [unfinished, 'useradd', '--create-home', '--shell', '/bin/bash', 'newcomer'])
    await rename(unfinished, base)
  }
  const bundle = join(work, 'repository.bundle')
  await execute('git', ['-C', root, 'bundle', 'create', bundle, 'HEAD'])
  return { base, bundle }
}

/** Makes a Debian of its own for a scenario, with this machine's Node.js and the way to the registries. */
export async function copyOfBareDebian (base: string, directory: string, bundle: string): Promise<string> {
  await execute('cp', ['--archive', '--reflink=auto', base, directory])
  await copyNode(directory)
  await copyFile(bundle, join(directory, 'srv/repository.bundle'))
  await writeFile(join(directory, 'etc/apt/apt.conf.d/80proxy'), `Acquire::http::Proxy "http://127.0.0.1:${proxyPort}";\n`)
  const certificates = process.env['NODE_EXTRA_CA_CERTS']
  const ownCertificates = '/etc/ssl/certs/ca-certificates.crt'
  if (certificates !== undefined) await copyFile(certificates, join(directory, ownCertificates))
  await mkdir(join(directory, 'usr/local/etc'), { recursive: true })
  await writeFile(join(directory, 'usr/local/etc/npmrc'), [
    `proxy=http://127.0.0.1:${proxyPort}`,
    `https-proxy=http://127.0.0.1:${proxyPort}`,
    ...certificates === undefined ? [] : [`cafile=${ownCertificates}`],
    ''
  ].join('\n'))
  return directory
}

async function copyNode (directory: string): Promise<void> {
  const node = join(directory, 'usr/local/bin/node')
  await copyFile(process.execPath, node)
  await chmod(node, 0o755)
  const npmCommand = await realpath(execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim())
  await cp(dirname(dirname(npmCommand)), join(directory, 'usr/local/lib/node_modules/npm'), { recursive: true })
  for (const name of ['npm', 'npx']) await symlink(`../lib/node_modules/npm/bin/${name}-cli.js`, join(directory, 'usr/local/bin', name))
}
