import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { t } from '../support/suite.ts'
import { locate } from '../../scripts/infrastructure/programs.mjs'
import { demoPassword } from '../../scripts/seed/data/people.ts'
import { services } from '../../scripts/system/databases.ts'
import { alwaysOpen } from '../bookings/support.ts'
import { testSystem } from '../support/system.ts'

const root = join(import.meta.dirname, '../..')
const commandsOf = (page: string): string[] => [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)

/** What an interactive shell, without the settings of its user, says to lines that are pasted into it. */
async function paste (shell: string, lines: string): Promise<{ out: string, error: string }> {
  const parameters = shell.endsWith('zsh') ? ['-f', '-i'] : ['--norc', '--noprofile', '-i']
  const child = spawn(shell, parameters, { env: { PATH: process.env['PATH'] }, detached: true })
  child.stdin.end(lines)
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, error }
}

t.test('commands of the README and of docs/ have no comments, which an interactive zsh takes for commands', async t => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...(await readdir(join(root, 'docs'))).filter(name => name.endsWith('.md')).map(name => join('docs', name))]
  for (const page of pages) t.same(commandsOf(await readFile(join(root, page), 'utf8')).filter(block => /(^|\s)#/m.test(block)), [], page)
})

t.test('the session of the README books, today and on another day, pasted into any shell', async t => {
  const system = await testSystem(t)
  const manager = await system.person('facility_manager')
  await system.users.registerUser({ body: { username: 'user', email: 'user@example.com', fullName: 'Uma User', password: demoPassword } })
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  let session = commandsOf(/^## A first session with curl$(.*?)^## /ms.exec(readme)?.[1] ?? '').join('\n')
  for (const [index, service] of services.entries()) session = session.replaceAll(`http://127.0.0.1:${5001 + index}`, system.urls[service])

  await system.rooms.createRoom({ body: { name: 'Session', capacity: 8, floor: 1, building: 'README', timeZone: 'UTC', openingHours: alwaysOpen } }, manager)

  for (const [name, firstDay] of [['bash', 2], ['zsh', 4]] as const) {
    const shell = locate(name)
    const missing = [name, 'curl'].find(program => locate(program) === undefined)
    await t.test(name, { skip: missing !== undefined && `${missing} is not installed` }, async t => {
      for (const [title, day, expected] of [['one day', firstDay, /HTTP\/1\.1 201/], ['again', firstDay, /idempotency-replayed: true/i], ['another day', firstDay + 1, /HTTP\/1\.1 201/]] as const) {
        const { out, error } = await paste(shell as string, session.replace('2 * 864e5', `${day} * 864e5`))
        t.match(out, expected, title)
        t.notMatch(error, /not found|no matches|parse error|syntax error/, title)
      }
    })
  }
})
