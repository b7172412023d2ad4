/**
 * `npm run contract:diff`: what changed in the contracts since the last release. Fails when a change can break clients and the document's
 * major version did not rise.
 *
 *     npm run contract:diff                                since the last release, whose documents are in openapi/released/
 *     npm run contract:diff -- <commit, branch or tag>     since that commit
 */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { changesBetween, majorRose } from './contract/compare.ts'
import type { BundledDocument } from './contract/document.ts'
import { lastRelease, releasesDirectory } from './contract/releases.ts'
import { readCommandLine } from './infrastructure/command-line.ts'

const [named] = readCommandLine(commands['contract:diff']).positionals
const root = process.cwd() // npm runs scripts at the root
const documents = ['users', 'rooms', 'bookings', 'reviews', 'events']
const pathOf = (name: string): string => `shared/contract/generated/${name}.json`

/** Earlier documents: what they are of, and the text of one; undefined when it was not there. */
interface Earlier { label: string, read: (name: string) => Promise<string | undefined> }

async function readIfThere (path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

function ofRelease (version: string): Earlier {
  return { label: version, read: async name => await readIfThere(join(root, releasesDirectory, version, `${name}.json`)) }
}

/** @throws Error when there is no such commit */
function ofCommit (reference: string): Earlier {
  const git = (...parameters: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    return status === 0 ? stdout.trim() : undefined
  }
  const commit = git('rev-parse', '--verify', '--quiet', `${reference}^{commit}`)
  if (commit === undefined) throw new Error(`There is no commit ${reference} in this repository. Name a commit, branch or tag; a shallow clone has few.`)
  return { label: reference, read: async name => git('show', `${commit}:${pathOf(name)}`) }
}

/** @throws Error when clients would break */
async function compareWith ({ label, read }: Earlier): Promise<void> {
  const refused: string[] = []
  for (const name of documents) {
    const before = await read(name)
    if (before === undefined) {
      console.log(`${name}: new since ${label}`)
      continue
    }
    const [base, revision] = [before, await readFile(join(root, pathOf(name)), 'utf8')].map(text => JSON.parse(text) as BundledDocument) as [BundledDocument, BundledDocument]
    const changes = await changesBetween(base, revision)
    const breaking = changes.filter(({ impact }) => impact === 'major')
    const others = changes.filter(({ impact }) => impact !== 'major')
    console.log(`${name} ${base.info.version} → ${revision.info.version}: ${breaking.length} breaking, ${others.length} other changes since ${label}`)
    for (const { path, message } of breaking) console.log(`  breaking ${path}\n    ${message}`)
    for (const { path, message } of others) console.log(`  ${path}\n    ${message}`)
    if (breaking.length > 0 && !majorRose(base, revision)) refused.push(name)
  }
  if (refused.length > 0) throw new Error(`Clients of ${refused.join(', ')} would break. Make the changes compatible, or raise the major version in info.version.`)
}

try {
  const version = named === undefined ? await lastRelease(root) : undefined
  if (named !== undefined) await compareWith(ofCommit(named))
  else if (version !== undefined) await compareWith(ofRelease(version))
  else console.log(`Nothing is released yet: ${releasesDirectory}/ has no documents to compare with. \`npm run contract:diff -- <ref>\` compares with a commit.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
