import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { promisify } from 'node:util'
import { t } from '../support/suite.ts'
import { adviceOnMissingServers, canUnpack, environmentOf, locate, platformName, serverKinds, unpackedDirectory } from '../../scripts/infrastructure/programs.mjs'
import { plainProgress, terminalProgress } from '../../scripts/infrastructure/progress.ts'
import { removeUnpackedServers, unpackedServers, unpackPackages } from '../../scripts/infrastructure/unpack.ts'

const execute = promisify(execFile)
const skip = canUnpack() ? false : 'there is no APT here'
const directory = await mkdtemp(join(tmpdir(), 'unpack-'))
const repository = join(directory, 'repository')
process.env['XDG_CACHE_HOME'] = join(directory, 'cache')
process.env['APT_CONFIG'] = join(directory, 'apt.conf')
t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })

/** Builds a package with one file; returns what the list of packages says about it. */
async function buildPackage (name: string, path: string, text: string, depends: string): Promise<string> {
  const tree = join(directory, name)
  await mkdir(join(tree, 'DEBIAN'), { recursive: true })
  await mkdir(join(tree, path, '..'), { recursive: true })
  const control = `Package: ${name}\nVersion: 1.0\nArchitecture: all\nMaintainer: nobody <nobody@example.com>\nDepends: ${depends}\nDescription: for a test\n`
  await writeFile(join(tree, 'DEBIAN/control'), control)
  await writeFile(join(tree, path), text, { mode: 0o755 })
  const file = join(repository, `${name}.deb`)
  await execute('dpkg-deb', ['--build', '--root-owner-group', tree, file])
  const content = await readFile(file)
  return `${control}Filename: ./${name}.deb\nSize: ${content.length}\nSHA256: ${createHash('sha256').update(content).digest('hex')}\n`
}

t.before(async () => {
  if (skip) return
  await mkdir(repository)
  const entries = [
    await buildPackage('smr-greeter', 'usr/sbin/smr-greeter', '#!/bin/sh\ncat "$(dirname "$0")/../share/greeting"\n', 'libc6, smr-greeting'),
    await buildPackage('smr-greeting', 'usr/share/greeting', 'hello\n', 'libc6'),
    await buildPackage('smr-changed', 'usr/sbin/smr-changed', '#!/bin/sh\n', 'libc6')
  ]
  await writeFile(join(repository, 'Packages'), entries.join('\n'))
  await appendFile(join(repository, 'smr-changed.deb'), 'more')
  await writeFile(join(directory, 'sources.list'), `deb [trusted=yes] copy:${repository} ./\n`)
  await writeFile(process.env['APT_CONFIG']!, `Dir::Etc::sourcelist "${join(directory, 'sources.list')}";\nDir::Etc::sourceparts "-";\n`)
})

const place = (): string => join(unpackedDirectory(), platformName())

t.test('packages are unpacked with their dependencies, once for two starts at the same time, whatever an interrupted start left', { skip }, async t => {
  await mkdir(join(place(), 'greeter.unfinished/usr/sbin'), { recursive: true })
  await writeFile(join(place(), 'greeter.unfinished/usr/sbin/half'), 'left')
  t.equal(locate('smr-greeter'), undefined, 'what is unfinished is not found')
  const said: string[] = []
  const module = new URL('../../scripts/infrastructure/unpack.ts', import.meta.url).href
  const alternatives = [['smr-missing'], ['smr-greeter']]
  await Promise.all([
    unpackPackages('greeter', alternatives, text => { said.push(text) }),
    execute(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', `
      import { unpackPackages } from ${JSON.stringify(module)}
      await unpackPackages('greeter', ${JSON.stringify(alternatives)})
    `])
  ])
  const program = locate('smr-greeter') ?? ''
  t.equal(program, join(place(), 'greeter/usr/sbin/smr-greeter'))
  t.equal((await execute(program)).stdout, 'hello\n')
  t.match((await readFile(join(place(), 'greeter/packages.sha256'), 'utf8')).trim().split('\n').sort((one, other) => one.localeCompare(other)), [/ {2}smr-greet/, / {2}smr-greet/])
  t.equal(locate(join(place(), 'greeter/usr/sbin/half')), undefined, 'what was left is gone')
  t.match(environmentOf(program), { PATH: new RegExp(join(place(), 'greeter/usr/bin')), LD_LIBRARY_PATH: new RegExp(join(place(), 'greeter/usr/lib')) })
  t.notMatch(environmentOf(process.execPath), { LD_LIBRARY_PATH: String })
  t.same((await unpackedServers()).map(({ path, size }) => [path, size > 0]).filter(([path]) => String(path).endsWith('greeter')), [[join(place(), 'greeter'), true]])
})

t.test('what is unpacked is used without APT and without network', { skip }, async t => {
  const { PATH } = process.env
  process.env['PATH'] = join(directory, 'nothing')
  t.teardown(() => { process.env['PATH'] = PATH })
  t.notOk(canUnpack())
  t.ok(locate('smr-greeter'))
  await unpackPackages('greeter', [['smr-greeter']])
})

t.test('a package that is not what the list says is not unpacked', { skip }, async t => {
  await t.rejects(unpackPackages('changed', [['smr-changed']]), { message: /[Hh]ash|[Ss]ize|smr-changed/ })
  await t.rejects(stat(join(place(), 'changed')))
})

t.test('packages that no source has: what APT said is in the message', { skip }, async t => {
  await t.rejects(unpackPackages('missing', [['smr-missing']]), { message: /Unable to locate package smr-missing/ })
})

t.test('unpacked packages are removed', { skip }, async t => {
  await removeUnpackedServers()
  t.same(await unpackedServers(), [])
  t.equal(locate('smr-greeter'), undefined)
})

t.test('where no server can be had, it is said before anything is done', async t => {
  const { PATH, ...variables } = process.env
  for (const { variable, port } of Object.values(serverKinds)) process.env[variable] = `tcp://127.0.0.1:${port}`
  t.teardown(() => { Object.assign(process.env, { PATH, ...variables }) })
  process.env['PATH'] = join(directory, 'nothing')
  t.equal(await adviceOnMissingServers(), undefined, 'the environment names all')
  delete process.env['MYSQL_ADMIN_URL']
  const kind = { ...serverKinds.mysql }
  t.teardown(() => { Object.assign(serverKinds.mysql, kind) })
  Object.assign(serverKinds.mysql, { port: 1, programs: [['smr-missing']] })
  t.match(await adviceOnMissingServers(), /no server of MySQL[^]*docker compose --file \S+ up --detach --wait mysql\n[^]*mariadb-server[^]*MYSQL_ADMIN_URL/)
})

t.test('progress is plain lines: one for each thing that begins, not one for each percent', async t => {
  const lines: string[] = []
  const progress = plainProgress(line => { lines.push(line) })
  for (const text of ['fetching packages', 'fetching packages, 1 %', 'fetching packages, 90 %', 'starting']) progress.doing('redis', text)
  progress.done('redis', 'running')
  progress.end()
  t.same(lines, ['redis: fetching packages', 'redis: starting', 'redis: running'])
})

t.test('progress on a terminal is one line that moves, no longer than the terminal is wide', async t => {
  const terminal = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 30 })
  const progress = terminalProgress(terminal as unknown as WriteStream)
  progress.doing('mysql', 'starting')
  progress.doing('rabbitmq', 'fetching packages, 12 %')
  progress.done('redis', 'running')
  progress.end()
  t.equal(terminal.read(), '\r\x1b[Kredis: running\n\r\x1b[K⠋ mysql: starting · rabbitmq:\r\x1b[K')
})
