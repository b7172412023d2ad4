/**
 * `npm run contract:diff`: how the contracts differ from those of another commit. Fails when a change can break clients and the document's
 * major version did not rise.
 *
 *     npm run contract:diff -- <commit, branch or tag>
 *     npm run contract:diff                              with the last release: the newest tag `v…`, else where the branch left origin/main
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { changesBetween, majorRose } from './contract/compare.ts'
import type { BundledDocument } from './contract/document.ts'
import { readCommandLine } from './infrastructure/command-line.ts'

const [named] = readCommandLine(commands['contract:diff']).positionals
const root = process.cwd() // npm runs scripts at the root
const documents = ['users', 'rooms', 'bookings', 'reviews', 'events']
const pathOf = (name: string): string => `shared/contract/generated/${name}.json`

/** What a git command prints; undefined when it fails. */
function git (...parameters: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return status === 0 ? stdout.trim() : undefined
}

/** @throws Error when there is no such commit */
async function compareWith (reference: string): Promise<void> {
  const commit = git('rev-parse', '--verify', '--quiet', `${reference}^{commit}`)
  if (commit === undefined) throw new Error(`There is no commit ${reference} in this repository. Name a commit, branch or tag; a shallow clone has few.`)
  let refused = 0
  for (const name of documents) {
    const before = git('show', `${commit}:${pathOf(name)}`)
    if (before === undefined) {
      console.log(`${name}: not there in ${reference}`)
      continue
    }
    const [base, revision] = [before, readFileSync(join(root, pathOf(name)), 'utf8')].map(text => JSON.parse(text) as BundledDocument) as [BundledDocument, BundledDocument]
    const changes = await changesBetween(base, revision)
    const breaking = changes.filter(({ impact }) => impact === 'major')
    console.log(`${name} ${base.info.version} → ${revision.info.version}: ${breaking.length} breaking, ${changes.length - breaking.length} other changes since ${reference}`)
    for (const { path, message } of breaking) console.log(`  ${path}\n    ${message}`)
    if (breaking.length > 0 && !majorRose(base, revision)) refused += 1
  }
  if (refused > 0) throw new Error('Clients would break. Make the changes compatible, or raise the major version of the documents.')
}

try {
  const reference = named ?? git('describe', '--tags', '--abbrev=0', '--match', 'v*') ?? git('merge-base', 'HEAD', 'origin/main')
  if (reference === undefined) console.log('There is neither a release nor an origin/main to compare with.')
  else await compareWith(reference)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
