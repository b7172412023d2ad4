import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { DockerfileParser, type Copy, type Dockerfile, type Instruction } from 'dockerfile-ast'
import type { Scope } from './system.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** What a `docker build` would make, as a directory, without Docker. */
export interface Image {
  /** What is `/app` in the image. */
  directory: string
  /** Node.js, which the image brings along: the one that runs here may lie where only its owner may go. */
  node: string
  environment: Record<string, string>
  /** The program, and what goes before the command. */
  entrypoint: string[]
  healthcheck: string[]
}

export async function readDockerfile (): Promise<Dockerfile> {
  return DockerfileParser.parse(await readFile(join(root, 'Dockerfile'), 'utf8'))
}

/**
 * Lays out the files that the `COPY` lines of the Dockerfile take, and nothing else: first those of its stage `build`, where
 * `npm run build` is run, then those of the image, with the production dependencies alone.
 */
export async function layOutImage (t: Scope): Promise<Image> {
  const work = await mkdtemp(join(tmpdir(), 'image-'))
  t.teardown(async () => { await rm(work, { recursive: true, force: true }) })
  const instructions = stages(await readDockerfile())
  const directories: Record<string, string> = { build: join(work, 'build'), dependencies: join(work, 'dependencies'), image: join(work, 'image') }
  const { build = '', dependencies = '', image = '' } = directories

  for (const instruction of instructions['build'] ?? []) await copy(instruction, build, directories)
  await symlink(join(root, 'node_modules'), join(build, 'node_modules'))
  await execute(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: build })
  await installProduction(dependencies)
  for (const instruction of instructions['image'] ?? []) await copy(instruction, image, directories)

  const node = join(work, 'node')
  await copyFile(process.execPath, node)

  const last = instructions['image'] ?? []
  const json = (keyword: string): string[] => JSON.parse(/\[.*\]/.exec(String(last.find(each => each.getKeyword() === keyword)))?.[0] ?? '[]') as string[]
  const environment = last.filter(each => each.getKeyword() === 'ENV').flatMap(each => each.getArguments().map(argument => argument.getValue().split('=') as [string, string]))
  return { directory: image, node, environment: Object.fromEntries(environment), entrypoint: json('ENTRYPOINT'), healthcheck: json('HEALTHCHECK') }
}

/** The instructions of each stage by its name; the last is the image. */
function stages (dockerfile: Dockerfile): Record<string, Instruction[]> {
  const found: Record<string, Instruction[]> = {}
  let stage = ''
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stage = /AS (\w+)/.exec(String(instruction))?.[1] ?? 'image'
    ;(found[stage] ??= []).push(instruction)
  }
  return found
}

async function copy (instruction: Instruction, target: string, stages: Record<string, string>): Promise<void> {
  if (instruction.getKeyword() !== 'COPY') return
  const from = (instruction as Copy).getFlags().find(flag => flag.getName() === 'from')?.getValue()
  const paths = instruction.getArguments().map(argument => argument.getValue()).filter(value => !value.startsWith('--'))
  const destination = paths.pop() ?? '.'
  for (const path of paths) {
    const source = from ? join(stages[from] ?? '', path.replace(/^\/app/, '')) : join(root, path)
    const place = destination.endsWith('/') ? join(target, destination, path) : join(target, destination)
    await mkdir(dirname(place), { recursive: true })
    await execute('cp', ['-aT', ...(from === 'dependencies' ? ['--link'] : []), source, place])
  }
}

/** What `npm ci --omit=dev` installs, by the lock file, out of what is installed here. */
async function installProduction (target: string): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean, devOptional?: boolean }> }
  const production = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !devOptional)
    .map(([path]) => path)
    .filter(path => existsSync(join(root, path))) // what is for other platforms is not here
  await mkdir(target, { recursive: true })
  // As links where that is possible, which is fast.
  await execute('cp', ['-al', '--parents', ...production, target], { cwd: root }).catch(async () => await execute('cp', ['-a', '--parents', ...production, target], { cwd: root }))
}
