import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/** What a command can be given: options, as of `parseArgs`, and how many words beside them at most. */
export interface Known<Named extends Options> { options?: Named, words?: number }

type Given<Named extends Options> = ReturnType<typeof parseArgs<{ options: Named, allowPositionals: true }>>

/**
 * What a command was given. With something that it does not know it ends here, with a message and 1, before it has done anything: who
 * says more than a command takes expects more than it would do.
 *
 * @param command as one types it
 * @param known nothing, unless told
 */
export function readCommandLine<const Named extends Options = Record<string, never>> (command: string, { options = {} as Named, words = 0 }: Known<Named> = {}, given: string[] = process.argv.slice(2)): Given<Named> {
  try {
    const parsed = parseArgs({ args: given, options, allowPositionals: true })
    const [unexpected] = parsed.positionals.slice(words)
    if (unexpected !== undefined) throw new Error(`Unexpected argument '${unexpected}'`)
    return parsed as Given<Named>
  } catch (error) {
    console.error(`${command}: ${(error as Error).message.split('. ')[0]}. ${advice(options, words)}`)
    process.exit(1)
  }
}

function advice (options: Options, words: number): string {
  const known = [...Object.entries(options).map(([name, { type }]) => type === 'string' ? `--${name} <value>` : `--${name}`), ...words > 0 ? [words === 1 ? 'one argument' : 'arguments'] : []]
  return known.length === 0 ? 'It takes no arguments.' : `It takes ${known.join(', ')}; nothing else.`
}
