/** What the image runs, as its command says; `--help` lists the commands. */
import { readVariable } from '../shared/config.ts'
import { misuse, readCommandLine, type Command } from './infrastructure/command-line.ts'

const services = ['users', 'rooms', 'bookings', 'reviews']

const image: Command = {
  name: 'smart-meeting-room',
  description: 'Runs a service, or what there is to do before and beside it.',
  usage: [
    ['users | rooms | bookings | reviews', 'the service'],
    ['migrate [<service> …]', 'brings their databases to the current schema; all, unless told'],
    ['secrets [<directory>]', 'makes the secrets that compose.yaml needs'],
    ['health', 'fails unless the service in this container is alive']
  ]
}

const commands: Record<string, (parameters: string[]) => Promise<unknown>> = {
  users: async () => await import('../services/users/main.ts'),
  rooms: async () => await import('../services/rooms/main.ts'),
  bookings: async () => await import('../services/bookings/main.ts'),
  reviews: async () => await import('../services/reviews/main.ts'),
  migrate: async parameters => { await (await import('./migrate.ts')).migrateAll(parameters.length > 0 ? parameters : services) },
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
  if (name.startsWith('-')) readCommandLine(image, [name])
  misuse(image, `There is no command ${name || '(none)'}`)
}
const { positionals } = readCommandLine({ ...image, name, words: words[name] ?? 0 }, given)
try {
  await command(positionals)
} catch (error) {
  console.error(`${name}: ${(error as Error).message}`)
  process.exit(1)
}
