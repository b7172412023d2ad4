/**
 * What the image runs, as its command says:
 *
 *     users | rooms | bookings | reviews    the service
 *     migrate [service …]                   brings their databases to the current schema; all, unless told
 *     secrets <directory>                   makes the secrets that compose.yaml needs
 *     health                                whether the service in this container is alive
 */
import { readVariable } from '../shared/config.ts'
import { readCommandLine } from './infrastructure/command-line.ts'

const services = ['users', 'rooms', 'bookings', 'reviews']

const commands: Record<string, (args: string[]) => Promise<unknown>> = {
  users: async () => await import('../services/users/main.ts'),
  rooms: async () => await import('../services/rooms/main.ts'),
  bookings: async () => await import('../services/bookings/main.ts'),
  reviews: async () => await import('../services/reviews/main.ts'),
  migrate: async args => { await (await import('./migrate.ts')).migrateAll(args.length > 0 ? args : services) },
  secrets: async ([directory = 'secrets']) => {
    const made = await (await import('./secrets.ts')).makeSecrets(directory)
    console.log(made ? `The secrets are in ${directory}. Keep a copy where nobody else finds it.` : `${directory} is not empty; nothing was changed.`)
  },
  health: async () => {
    const { status } = await fetch(`http://127.0.0.1:${readVariable('PORT') ?? ''}/health`, { signal: AbortSignal.timeout(2_000) })
    if (status !== 200) throw new Error(`/health answered ${status}`)
  }
}

/** How many arguments those take that take any. */
const words: Record<string, number> = { migrate: services.length, secrets: 1 }

const [name = '', ...given] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error(`There is no command ${name || '(none)'}. Say one of ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
const args = readCommandLine(name, { words: words[name] ?? 0 }, given).positionals
try {
  await command(args)
} catch (error) {
  console.error(`${name}: ${(error as Error).message}`)
  process.exit(1)
}
