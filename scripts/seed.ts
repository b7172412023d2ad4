/**
 * `npm run seed`: puts the demo data into the system that `npm start` runs in this checkout, the first admin among them, even when it has
 * users of its own. What is there stays. Not for production: the demo password is known to everybody.
 */
import { join } from 'node:path'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { messageOf } from './infrastructure/messages.ts'
import { demoPassword, demoUsers } from './seed/data/people.ts'
import { seed } from './seed/seed.ts'
import { needRunningSystem } from './system/running-system.ts'

readCommandLine(commands.seed)
try {
  const system = await needRunningSystem(join(import.meta.dirname, '..'))
  if (!await seed({ ...system, evenIfInhabited: true, log: line => { console.log(line) } })) throw new Error('The demo logins are there, but have other passwords: the demo data are somebody\'s by now.')
  console.log(`The demo data are there. Logins (password ${demoPassword}): ${demoUsers.map(({ username, role }) => `${username} (${role})`).join(', ')}`)
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
