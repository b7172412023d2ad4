import { parseArgs } from 'node:util'

interface Option {
  type: 'string' | 'boolean'
  description: string
  default?: string
}

/** What there is to know about a command; `--help` prints it. */
export interface Command {
  /** As one types it. */
  name: string
  /** What it does, in a sentence or two. */
  description: string
  /** Ways to call it, each with what that does. */
  usage?: ReadonlyArray<readonly [call: string, meaning: string]>
  options?: Readonly<Record<string, Option>>
  /** How many arguments beside the options it takes at most; none, unless told. */
  words?: number
}

const help = { type: 'boolean', short: 'h', description: 'prints this' } as const satisfies Option & { short: string }

type Given<Known extends Command> = ReturnType<typeof parseArgs<{ options: Known['options'] extends Record<string, Option> ? Known['options'] : Record<never, Option>, allowPositionals: true }>>

/**
 * What a command was given. `--help` prints what there is to know and ends the process with 0. With something that the command does not
 * take, the process ends with a message and 2 before it has done anything.
 */
export function readCommandLine<const Known extends Command> (command: Known, given: string[] = process.argv.slice(2)): Given<Known> {
  try {
    const parsed = parseArgs({ args: given, options: { ...command.options, help }, allowPositionals: true })
    if (parsed.values['help'] === true) {
      console.log(helpOf(command))
      process.exit(0)
    }
    const [unexpected] = parsed.positionals.slice(command.words ?? 0)
    if (unexpected !== undefined) throw new Error(`Unexpected argument '${unexpected}'`)
    return parsed as unknown as Given<Known>
  } catch (error) {
    return misuse(command, (error as Error).message.split('. ')[0])
  }
}

/** Ends the process with 2, after saying what is wrong with the command line and what would be right. */
export function misuse (command: Command, problem = 'That makes no sense'): never {
  console.error(`${command.name}: ${problem}. ${advice(command)}\n\n${helpOf(command)}`)
  process.exit(2)
}

/** What `--help` prints. */
export function helpOf ({ name, description, usage = [[name, '']], options = {} }: Command): string {
  const optionLines = Object.entries<Option>({ ...options, 'help, -h': help }).map(([option, { type, description }]) => [`--${option}${type === 'string' ? ' <value>' : ''}`, description] as const)
  return `${description}\n\nUsage:\n${columns(usage)}\n\nOptions:\n${columns(optionLines)}`
}

function columns (lines: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(...lines.map(([first]) => first.length))
  return lines.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`.trimEnd()).join('\n')
}

function advice ({ options = {}, words = 0 }: Command): string {
  const known = [...Object.entries(options).map(([name, { type }]) => type === 'string' ? `--${name} <value>` : `--${name}`), ...words > 0 ? [words === 1 ? 'one argument' : 'arguments'] : []]
  return known.length === 0 ? 'It takes no arguments.' : `It takes ${known.join(', ')}; nothing else.`
}
