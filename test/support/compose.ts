import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** A file of Compose as Compose itself reads it: merged, and with the variables of an environment, or their defaults, filled in. */
export function readCompose (name: string, environment: Record<string, string> = {}): ComposeFile {
  const text = readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
  const filled = text.replaceAll(/(?<!\$)\$\{(\w+):-([^}]*)\}/g, (_, variable: string, otherwise: string) => environment[variable] ?? otherwise)
  return parse(filled, { merge: true }) as ComposeFile
}
