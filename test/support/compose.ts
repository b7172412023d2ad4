import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'

export interface ComposeService {
  image: string
  command?: string[]
  environment?: Record<string, string>
  secrets?: Array<string | { source: string, target: string }>
  volumes?: string[]
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  healthcheck?: object
  container_name?: string
  deploy?: { resources: { limits: Record<string, unknown> } }
}
export interface ComposeFile { services: Record<string, ComposeService>, secrets: Record<string, { file: string }>, volumes: Record<string, unknown> }

/**
 * A file of Compose as Compose itself reads it: merged, and with the variables of an environment, or their defaults, filled in. A variable
 * of a container that has no value is taken from the environment, and left out where it is not set.
 */
export function readCompose (name: string, environment: Record<string, string> = {}): ComposeFile {
  const text = readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
  const filled = text.replaceAll(/(?<!\$)\$\{(\w+):-([^}]*)\}/g, (_, variable: string, otherwise: string) => environment[variable] ?? otherwise)
  const file = parse(filled, { merge: true }) as ComposeFile
  for (const service of Object.values(file.services)) {
    const entries = Object.entries<string | null>(service.environment ?? {}).map(([variable, value]) => [variable, value ?? environment[variable]] as const)
    if (service.environment) service.environment = Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
  }
  return file
}

/** The command of Compose 2: `COMPOSE_COMMAND`, which names its program, or what is installed; undefined when there is none. */
export async function findCompose (): Promise<string[] | undefined> {
  const { COMPOSE_COMMAND } = process.env
  for (const command of COMPOSE_COMMAND === undefined ? [['docker', 'compose'], ['docker-compose']] : [[COMPOSE_COMMAND]]) {
    const [program = '', ...parameters] = command
    const version = await promisify(execFile)(program, [...parameters, 'version', '--short']).then(({ stdout }) => stdout, () => '')
    if (/^v?([2-9]|\d\d)\./.test(version)) return command
  }
  return undefined
}
