import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { t } from '../support/suite.ts'
import { commands } from '../../scripts/commands.ts'
import { helpOf, type Command } from '../../scripts/infrastructure/command-line.ts'

const root = join(import.meta.dirname, '../..')

async function run (script: string, ...given: string[]): Promise<{ code: number, out: string, error: string }> {
  return await promisify(execFile)(process.execPath, ['--import', 'tsx', ...script.split(' '), ...given], { cwd: root })
    .then(({ stdout, stderr }) => ({ code: 0, out: stdout, error: stderr }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, out: stdout, error: stderr }))
}

t.test('a child process has the environment that a test gives it, and nothing of the test runner', async t => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--print', 'JSON.stringify(process.env)'], { env: { GIVEN: 'yes' } })
  t.same(JSON.parse(stdout), { GIVEN: 'yes' })
})

t.test('every dependency runs on every version of Node.js that package.json and the README name', async t => {
  const { subset } = createRequire(import.meta.url)('semver') as { subset: (range: string, of: string) => boolean }
  const { engines, packages } = { ...JSON.parse(await readFile(join(root, 'package.json'), 'utf8')), ...JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) } as { engines: { node: string }, packages: Record<string, { engines?: { node?: string } }> }
  t.same(Object.entries(packages).filter(([, { engines: needed }]) => !subset(engines.node, needed?.node ?? '*')).map(([path]) => path), [])
  t.match(await readFile(join(root, 'README.md'), 'utf8'), `Node.js ${engines.node.replaceAll('.0 ', ' ').replaceAll('^', '').replaceAll('>=', '≥ ').replace(' || ', ', ').replace(' || ', ' or ')}`)
  t.match(await readFile(join(root, '.npmrc'), 'utf8'), /^engine-strict=true$/m, 'and npm ci refuses the others')
})

t.test('every script of package.json installs what it needs, ends with npm, and is a command with a description', async t => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const described = new Set<string>()
  for (const [name, line] of Object.entries(scripts)) {
    const [, program = ''] = /^exec node scripts\/launch\.mjs (?:--servers )?(\S+)/.exec(line) ?? []
    t.ok(program, `${name}: ${line}`)
    if (program.startsWith('node_modules/')) continue // has a --help of its own
    const source = await readFile(join(root, program), 'utf8')
    if (program === 'scripts/run.ts') continue // the commands of the image
    described.add(name)
    const access = /^\w+$/.test(name) ? `commands.${name}` : `commands['${name}']`
    t.match(source, `readCommandLine(${access})`, `${name} reads its command line as it is declared`)
    t.match((commands as Record<string, Command>)[name]?.name, new RegExp(`^npm (run )?${name}$`))
  }
  t.same([...described].sort(), Object.keys(commands).sort())
})

t.test('the help of a command has what it does, how to call it, and every option', async t => {
  for (const command of Object.values<Command>(commands)) {
    const help = helpOf(command)
    t.match(command.description, /^[A-Z].*\.$/s, command.name)
    t.ok(help.startsWith(command.description), command.name)
    t.match(help, `\n  ${command.name}`, command.name)
    for (const [option, { description }] of Object.entries({ ...command.options, 'help, -h': { description: 'prints this' } })) {
      t.match(help, new RegExp(`^ {2}--${option}( <value>)? +\\S`, 'm'), `${command.name} --${option}`)
      t.ok(description)
    }
  }
})

t.test('--help and -h print the help and end with 0, whatever else is given', async t => {
  t.same(await run('scripts/drill.ts', '-h', '--seconds', 'many'), { code: 0, out: `${helpOf(commands.drill)}\n`, error: '' })
  t.match(await run('scripts/run.ts', '--help'), { code: 0, out: /migrate \[<service> …\]/, error: '' })
  t.match(await run('scripts/run.ts', 'secrets', '--help'), { code: 0, out: /secrets \[<directory>\]/, error: '' })
})

t.test('a command refuses what it does not take before it does anything, and says what it takes', async t => {
  t.match(await run('scripts/seed.ts', 'foo', 'bar'), { code: 2, out: '', error: /^npm run seed: Unexpected argument 'foo'\. It takes no arguments\.\n\nPuts .*\n\nUsage:/ })
  t.match(await run('scripts/drill.ts', '--seconds', 'many'), { code: 2, out: '', error: /^npm run drill: --seconds has to be a number/ })
  t.match(await run('scripts/generate.ts', '--nonsense'), { code: 2, out: '', error: /^npm run generate: Unknown option '--nonsense'\. It takes --check; nothing else\.\n/ })
  t.match(await run('scripts/run.ts', 'health', 'now'), { code: 2, out: '', error: /^health: Unexpected argument 'now'\. It takes no arguments\.\n/ })
  t.match(await run('scripts/run.ts', 'healthy'), { code: 2, out: '', error: /^smart-meeting-room: There is no command healthy\. / })
})
