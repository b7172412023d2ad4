import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const root = join(import.meta.dirname, '../..')

async function run (script: string, ...given: string[]): Promise<{ code: number, error: string }> {
  return await promisify(execFile)(process.execPath, ['--import', 'tsx', ...script.split(' '), ...given], { cwd: root })
    .then(({ stderr }) => ({ code: 0, error: stderr }), ({ code, stderr }: { code: number, stderr: string }) => ({ code, error: stderr }))
}

t.test('every command refuses what it does not know, before it does anything', async t => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const commands = Object.entries(scripts).flatMap(([name, line]) => {
    const script = /--import tsx (.*)$/.exec(line)?.[1]
    return script === undefined ? [] : [[name, script] as const]
  })
  t.ok(commands.length > 15, `${commands.length} commands`)
  const queue = [...commands]
  const worker = async (): Promise<void> => {
    for (let command = queue.shift(); command; command = queue.shift()) {
      const [name, script] = command
      // The first two say how they are used; the others have no more to say than this.
      t.match(await run(script, '--nonsense'), name === 'user' || name === 'events' ? { code: 2, error: /^Usage:/ } : { code: 1, error: /^(npm [\w :]+|secrets): Unknown option '--nonsense'\. It takes / }, name)
    }
  }
  await Promise.all([worker(), worker()])
})

t.test('a command says which argument is one too many, and what it takes', async t => {
  t.same(await run('scripts/walk.ts', 'foo'), { code: 1, error: "npm run walk: Unexpected argument 'foo'. It takes no arguments.\n" })
  t.same(await run('scripts/start.ts', 'foo', 'bar'), { code: 1, error: "npm start: Unexpected argument 'foo'. It takes no arguments.\n" })
  t.same(await run('scripts/drill.ts', '60'), { code: 1, error: "npm run drill: Unexpected argument '60'. It takes --seconds <value>; nothing else.\n" })
  t.match(await run('scripts/drill.ts', '--seconds'), { code: 1, error: /^npm run drill: Option '--seconds <value>' argument missing\. / })
  t.same(await run('scripts/contract-diff.ts', 'main', 'HEAD'), { code: 1, error: "npm run contract:diff: Unexpected argument 'HEAD'. It takes one argument; nothing else.\n" })
  t.same(await run('scripts/run.ts', 'health', 'now'), { code: 1, error: "health: Unexpected argument 'now'. It takes no arguments.\n" })
})
