import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TSchema } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'

/** Knows the secrets of a test, and finds them where they do not belong. */
export interface SecretWatch {
  /** Learns the secrets of every request and answer, and finds those in answers outside of the fields that the contract has for them. */
  watch: (app: FastifyInstance) => void
  /** Another secret; what is too short or too plain to be told from other text is left out. */
  add: (...secrets: string[]) => void
  /** Which secrets are in a text, cut short. */
  findIn: (text: string) => string[]
  /** What answers have told so far. */
  told: string[]
}

/** Secrets that can be told by their form. */
const forms = /\$argon2(?:id?|d)\$|-----BEGIN [A-Z ]*PRIVATE KEY-----/g
const words = /[A-Za-z0-9_-]{12,}/g
const generated = join(import.meta.dirname, '../../shared/contract/generated')
/** The words of the contracts: their examples of passwords and tokens are sent by tests, and shown to everybody. */
const published = new Set(readdirSync(generated).filter(name => name.endsWith('.json')).flatMap(name => readFileSync(join(generated, name), 'utf8').match(words) ?? []))
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Watches over secrets: every field of a contract with `format: password` holds one. They are compared word by word, so that a
 * search takes the same time however many there are.
 */
export function watchSecrets (): SecretWatch {
  const known = new Set<string>()
  const told: string[] = []

  const add = (...secrets: string[]): void => {
    for (const secret of secrets) {
      // Of a JWT, only the signature is secret.
      const word = secret.split('.').at(-1) as string
      if (word.match(words)?.[0] === word && new Set(word).size >= 8 && !uuid.test(word) && !published.has(word)) known.add(word)
    }
  }
  const findIn = (text: string): string[] => {
    const found = [...text.match(forms) ?? [], ...(text.replaceAll(/\\[nrt"\\]/g, ' ').match(words) ?? []).filter(word => known.has(word))]
    return [...new Set(found)].map(secret => `${secret.slice(0, 12)}…`)
  }
  const watch = (app: FastifyInstance): void => {
    app.addHook('preValidation', async request => { add(...secretsOf(request.routeOptions.config.operation?.request.body, request.body)) })
    app.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' || payload === '') return
      const schema = request.routeOptions.config.operation?.responses[reply.statusCode]?.schema ?? undefined
      const declared = schema && holdsSecrets(schema) ? secretsOf(schema, JSON.parse(payload)) : []
      add(...declared)
      const rest = declared.reduce((text, secret) => text.replace(secret, ''), payload)
      for (const secret of findIn(rest)) told.push(`${request.method} ${request.url.split('?')[0]} answered ${reply.statusCode} with the secret ${secret}`)
    })
  }
  return { watch, add, findIn, told }
}

/** The values of a body that are secrets by its schema. */
function secretsOf (schema: TSchema | undefined, value: unknown): string[] {
  if (schema === undefined || value === null || value === undefined) return []
  if (schema['format'] === 'password') return typeof value === 'string' ? [value] : []
  const { properties = {}, items, anyOf = [] } = schema as { properties?: Record<string, TSchema>, items?: TSchema, anyOf?: TSchema[] }
  return [
    ...anyOf.flatMap(branch => secretsOf(branch, value)),
    ...Array.isArray(value) ? value.flatMap(item => secretsOf(items, item)) : [],
    ...typeof value === 'object' ? Object.entries(properties).flatMap(([name, property]) => secretsOf(property, (value as Record<string, unknown>)[name])) : []
  ]
}

const holding = new WeakMap<TSchema, boolean>()
function holdsSecrets (schema: TSchema): boolean {
  const holds = holding.get(schema) ?? JSON.stringify(schema).includes('"format":"password"')
  holding.set(schema, holds)
  return holds
}
