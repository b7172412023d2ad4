/** A process that runs test files one after the other, as `npm test` names them to it; all that may share one system do. */
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import tap, { type Test } from 'tap'
import type { FileOutcome } from '../../scripts/test/outcome.ts'
import { beginFile, beginLane } from './suite.ts'

const root = join(import.meta.dirname, '../..')
const timeoutMilliseconds = 400_000
const endMilliseconds = 30_000

type Result = Test['lists']['fail'][number]

function outcomeOf (file: string, milliseconds: number, { counts, lists }: Test): FileOutcome {
  return {
    file,
    milliseconds,
    passed: counts.pass,
    failed: counts.fail,
    skipped: counts.skip,
    failures: lists.fail.map(result => ({ title: titleOf(result), details: detailsOf(result) })),
    skips: lists.skip.map(result => ({ title: titleOf(result), reason: String(result.skip) }))
  }
}

function titleOf ({ fullname, name }: Result): string {
  return fullname.split(' > ').slice(2).join(' > ') || name || 'what comes before its tests'
}

function detailsOf ({ diag }: Result): string {
  const { diff, stack, at, source, ...rest } = diag ?? {}
  const place = typeof at === 'object' && at !== null && 'fileName' in at && 'lineNumber' in at ? `${String(at.fileName)}:${String(at.lineNumber)}` : ''
  return [diff, inspect(rest, { depth: 8, breakLength: 140 }), stack ?? place].filter(text => text !== undefined && text !== '' && text !== '{}').join('\n')
}

async function runFile (lane: Test, file: string): Promise<FileOutcome> {
  const begun = performance.now()
  const tests: Test[] = []
  const failed = new EventEmitter()
  const ended = lane.test(file, { timeout: timeoutMilliseconds }, async t => {
    tests.push(t)
    t.once('complete', ({ ok }) => { if (!ok) failed.emit('failed') })
    beginFile(t)
    await import(pathToFileURL(join(root, file)).href)
  })
  await Promise.race([ended, once(failed, 'failed')]) // the first never settles after a `before` that fails
  return outcomeOf(file, performance.now() - begun, tests[0] as Test)
}

await tap.test('lane', async lane => {
  beginLane(lane)
  process.on('message', (file: string) => {
    runFile(lane, file).then(outcome => process.send?.({ outcome }), error => { throw error })
  })
  const alive = setInterval(() => {}, 2 ** 30) // the loader of TypeScript does not let the channel keep the process alive
  await once(process, 'disconnect')
  clearInterval(alive)
})
// What keeps the process alive after its end was left behind by a test.
setTimeout(() => { process.exit() }, endMilliseconds).unref()
