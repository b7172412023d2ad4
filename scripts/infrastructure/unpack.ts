import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { privateDirectory, runToEnd } from './processes.ts'
import { platformName, unpackedDirectory } from './programs.mjs'

/** A file that APT would fetch. */
interface PackageFile { name: string, sha256: string }

/** Gets told what is being done. */
export type OnProgress = (text: string) => void

let previous: Promise<unknown> = Promise.resolve()
let updated: Promise<string> | undefined

/**
 * Fetches Debian packages, with the dependencies that this machine lacks, and unpacks them below the cache directory, where `locate`
 * finds their programs. Nothing is installed and nothing outside that directory changes, so any user may. Calls run one after the
 * other, in all processes; what is unpacked already stays as it is.
 *
 * @param name of the directory to unpack to
 * @param alternatives lists of packages; the first list that the suite of this machine has is taken
 * @throws Error with what APT said
 */
export async function unpackPackages (name: string, alternatives: string[][], onProgress: OnProgress = () => {}): Promise<void> {
  const unpacked = previous.then(async () => {
    if (existsSync(join(unpackedDirectory(), platformName(), name))) return
    const parent = await privateDirectory(join(unpackedDirectory(), platformName()))
    const release = await lock(join(parent, '.lock'), () => { onProgress('waiting for another start, which fetches packages') })
    try {
      if (!existsSync(join(parent, name))) await fetchAndUnpack(parent, name, alternatives, onProgress)
    } finally {
      release()
    }
  })
  previous = unpacked.catch(() => {})
  await unpacked
}

async function fetchAndUnpack (parent: string, name: string, alternatives: string[][], onProgress: OnProgress): Promise<void> {
  const apt = await prepareApt(join(parent, '.apt'))
  const fetch = async (what: string, ...parameters: string[]): Promise<string> => {
    onProgress(`fetching ${what}`)
    return (await apt(parameters, percent => { onProgress(`fetching ${what}, ${percent} %`) })).errors
  }
  // One source of several that does not answer need not matter.
  const warnings = await (updated ??= fetch('the lists of packages', 'update').catch(messageOf))
  const { names, files } = await firstAvailable(apt, alternatives, warnings)
  await fetch('packages', 'install', '--yes', '--download-only', ...names)
  onProgress('unpacking packages')
  // Made aside and moved, so that an interrupted start does not leave half of it.
  const unfinished = join(parent, `${name}.unfinished`)
  await unpack(files, apt.archives, unfinished)
  await rename(unfinished, join(parent, name))
  await rm(apt.archives, { recursive: true })
}

/** The packages that were unpacked on this machine, of each platform and purpose, with their size in bytes. */
export async function unpackedServers (): Promise<Array<{ path: string, size: number }>> {
  const found: Array<{ path: string, size: number }> = []
  for (const platform of await listed(unpackedDirectory())) {
    for (const name of await listed(join(unpackedDirectory(), platform))) {
      const path = join(unpackedDirectory(), platform, name)
      const entries = await readdir(path, { recursive: true }).catch(() => [])
      const sizes = await Promise.all(entries.map(async entry => await stat(join(path, entry)).then(({ size }) => size, () => 0)))
      if (name !== '.lock') found.push({ path, size: sizes.reduce((sum, size) => sum + size, 0) })
    }
  }
  return found
}

/** Removes all unpacked packages. Servers that run from there end or fail. */
export async function removeUnpackedServers (): Promise<void> {
  await rm(unpackedDirectory(), { recursive: true, force: true })
}

interface Apt {
  /** Runs `apt-get`; `onPercent` gets how much has been fetched. */
  (parameters: string[], onPercent?: (percent: number) => void): Promise<{ output: string, errors: string }>
  archives: string
}

/** An `apt-get` with the sources and keys of this machine that keeps what it fetches in a directory of its own. */
async function prepareApt (directory: string): Promise<Apt> {
  const archives = join(directory, 'cache/archives')
  await mkdir(join(directory, 'lists/partial'), { recursive: true })
  await mkdir(join(archives, 'partial'), { recursive: true })
  const configuration = join(directory, 'apt.conf')
  // The hooks of the machine would change the machine; the indexes of desktops are of no use here.
  await writeFile(configuration, `
    Dir::State::lists "${directory}/lists/";
    Dir::Cache "${directory}/cache/";
    Dir::Cache::archives "${archives}/";
    Debug::NoLocking "true";
    APT::Sandbox::User "root";
    APT::Install-Recommends "false";
    APT::Keep-Downloaded-Packages "true";
    APT::Status-Fd "1";
    Acquire::Languages "none";
    Acquire::GzipIndexes "true";
    Acquire::ForceHash "SHA256";
    #clear APT::Update::Pre-Invoke;
    #clear APT::Update::Post-Invoke;
    #clear APT::Update::Post-Invoke-Success;
    #clear DPkg::Pre-Install-Pkgs;
    #clear DPkg::Post-Invoke;
    ${['DEP-11', 'DEP-11-icons-small', 'DEP-11-icons', 'DEP-11-icons-hidpi', 'DEP-11-icons-large', 'DEP-11-icons-large-hidpi', 'CNF'].map(target => `#clear Acquire::IndexTargets::deb::${target};`).join('\n    ')}
  `)
  const run = async (parameters: string[], onPercent: (percent: number) => void = () => {}): Promise<{ output: string, errors: string }> => await runToEnd({
    command: 'apt-get',
    args: ['--quiet', '--config-file', configuration, ...parameters],
    environment: { ...process.env as Record<string, string>, LC_ALL: 'C' },
    directory
  }, line => {
    const percent = /^dlstatus:\d+:([\d.]+):/.exec(line)?.[1]
    if (percent !== undefined) onPercent(Math.floor(Number(percent)))
  })
  return Object.assign(run, { archives })
}

/** The first of the lists of packages that APT knows, and what it would fetch to install them. */
async function firstAvailable (apt: Apt, alternatives: string[][], warnings: string): Promise<{ names: string[], files: PackageFile[] }> {
  const refusals: string[] = []
  for (const names of alternatives) {
    try {
      const { output } = await apt(['install', '--yes', '--print-uris', ...names])
      const files = [...output.matchAll(/^'\S+' (\S+) \d+ SHA256:([0-9a-f]{64})$/gm)].map(([, name = '', sha256 = '']) => ({ name, sha256 }))
      // A C library beside that of the machine would need a loader of its own.
      if (files.some(file => file.name.startsWith('libc6_'))) throw new Error('The packages need a newer libc6 than this machine has: update it, with `apt-get upgrade`.')
      return { names, files }
    } catch (error) {
      refusals.push(messageOf(error))
    }
  }
  throw new Error([...refusals, warnings].filter(Boolean).join('\n'))
}

/** Unpacks package files, each after its checksum has been compared with the signed list, and leaves a list of them. */
async function unpack (files: PackageFile[], archives: string, root: string): Promise<void> {
  await rm(root, { recursive: true, force: true })
  await mkdir(root)
  for (const { name, sha256 } of files) {
    const path = join(archives, name)
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    if (hash.digest('hex') !== sha256) {
      await rm(path)
      throw new Error(`${name} is not the file that the list of packages names. It was removed; try again.`)
    }
    await runToEnd({ command: 'dpkg-deb', args: ['--extract', path, root], directory: root })
  }
  await makeErlangMovable(join(root, 'usr/lib/erlang/bin/erl'))
  await writeFile(join(root, 'packages.sha256'), files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
}

/** Debian writes into the script where Erlang is installed. */
async function makeErlangMovable (script: string): Promise<void> {
  if (!existsSync(script)) return
  const text = await readFile(script, 'utf8')
  await writeFile(script, text.replaceAll(/(?<=^\s*ROOTDIR=)"?\/usr\/lib\/erlang"?$/gm, '"$(dirname "$(dirname "$(readlink -f "$0")")")"'))
}

/**
 * Takes a lock that ends with this process at the latest.
 *
 * @param onWait called when another process has it
 */
async function lock (path: string, onWait: () => void): Promise<() => void> {
  const holder = spawn('flock', [path, 'sh', '-c', 'echo; exec cat'], { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
  const waiting = setTimeout(onWait, 500)
  const failed = once(holder, 'exit').then(() => { throw new Error(`flock cannot lock ${path}.`) })
  failed.catch(() => {})
  try {
    await Promise.race([once(holder.stdout, 'data'), failed])
  } finally {
    clearTimeout(waiting)
  }
  return () => { holder.stdin.end() }
}

async function listed (directory: string): Promise<string[]> {
  return await readdir(directory).catch(() => [])
}

function messageOf (error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
