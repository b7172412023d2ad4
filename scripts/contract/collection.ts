import { operationsOf, resolve, type BundledDocument, type OperationObject } from './document.ts'
import type { JsonSchema } from './typebox.ts'

/** What the collection asks its user for; the rest of its variables it fills in itself. */
const given = { login: 'user', password: 'demo-meeting-room' }
/** Tomorrow's slot, for every parameter and field of these names. */
const slot = ['startsAt', 'endsAt', 'from', 'to']
const beforeEveryRequest = [
  '// An hour of tomorrow, wherever a request asks for one.',
  'const tomorrow = Math.ceil(Date.now() / 86400000) * 86400000',
  "pm.collectionVariables.set('startsAt', new Date(tomorrow + 10 * 3600000).toISOString())",
  "pm.collectionVariables.set('endsAt', new Date(tomorrow + 11 * 3600000).toISOString())",
  "pm.collectionVariables.set('from', new Date(tomorrow + 10 * 3600000).toISOString())",
  "pm.collectionVariables.set('to', new Date(tomorrow + 11 * 3600000).toISOString())"
]

const keepTokens = [
  'const { accessToken, refreshToken } = pm.response.json()',
  "if (accessToken) pm.collectionVariables.set('token', accessToken)",
  "if (refreshToken) pm.collectionVariables.set('refreshToken', refreshToken)"
]

type Operation = ReturnType<typeof operationsOf>[number]

/**
 * A collection of requests for Postman (format 2.1), Bruno, and what else reads that: every operation with the example of its contract.
 * The token of a session goes into all other requests, and so do the ids of what is listed or created.
 *
 * @param documents the bundled documents of the services, by name
 * @param addressOf where a service listens
 */
export function collection (documents: ReadonlyArray<readonly [name: string, document: BundledDocument]>, addressOf: (service: string) => string): object {
  const ids = documents.flatMap(([, document]) => operationsOf(document).flatMap(({ parameters }) => parameters.filter(({ in: place, name }) => place === 'path' && name.endsWith('Id')).map(({ name }) => name)))
  const variables = [...new Set(['token', 'refreshToken', ...slot, ...ids])]
  return {
    info: {
      name: 'Smart Meeting Room Management System',
      description: 'Send “Log in” first: its token goes into all other requests. “List rooms” and all that creates something keep an id for the requests that need one.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    event: [script('prerequest', beforeEveryRequest)],
    variable: [
      ...documents.map(([name]) => ({ key: `${name}Url`, value: addressOf(name) })),
      ...Object.entries(given).map(([key, value]) => ({ key, value })),
      ...variables.map(key => ({ key, value: '' }))
    ],
    item: documents.map(([name, document]) => ({
      name: document.info.title,
      description: document.info.summary,
      item: (document.tags ?? []).map(tag => ({
        name: tag.name,
        description: tag.description,
        item: operationsOf(document).filter(({ operation }) => operation.tags.includes(tag.name)).map(operation => request(name, document, operation, [...variables, ...Object.keys(given)]))
      }))
    }))
  }
}

function request (service: string, document: BundledDocument, { path, method, operation, parameters }: Operation, variables: string[]): object {
  const segments = path.slice(1).replaceAll(/\{(\w+)\}/g, ':$1').split('/')
  const body = bodyOf(document, operation, variables)
  const keeping = keeps(document, path, operation)
  const query = parameters.filter(parameter => parameter.in === 'query').map(parameter => ({
    key: parameter.name,
    value: slot.includes(parameter.name) ? `{{${parameter.name}}}` : String(schemaOf(document, parameter.schema)['default'] ?? ''),
    description: parameter.description,
    disabled: parameter.required !== true
  }))
  return {
    name: operation.summary,
    request: {
      method: method.toUpperCase(),
      description: operation.description,
      ...(operation.security?.length === 0 && { auth: { type: 'noauth' } }),
      header: [
        ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
        ...parameters.filter(parameter => parameter.in === 'header').map(({ name, description, required }) => ({ key: name, value: '', description, disabled: required !== true }))
      ],
      url: {
        raw: `{{${service}Url}}/${segments.join('/')}`,
        host: [`{{${service}Url}}`],
        path: segments,
        ...(query.length > 0 && { query }),
        variable: parameters.filter(parameter => parameter.in === 'path').map(({ name, description }) => ({ key: name, value: variables.includes(name) ? `{{${name}}}` : '', description }))
      },
      ...(body !== undefined && { body: { mode: 'raw', raw: JSON.stringify(body, null, 2), options: { raw: { language: 'json' } } } })
    },
    ...(keeping.length > 0 && { event: [script('test', keeping)] }),
    response: []
  }
}

/** The example of a body, with variables in the place of what there are variables for. */
function bodyOf (document: BundledDocument, operation: OperationObject, variables: string[]): unknown {
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return undefined
  const example = schemaOf(document, schema)['example'] as Record<string, unknown>
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, typeof value === 'string' && variables.includes(name) ? `{{${name}}}` : value]))
}

/** The script that keeps the tokens of a session, the id of what was created, or the first id of a list. */
function keeps (document: BundledDocument, path: string, { responses }: OperationObject): string[] {
  const success = responses['201'] ?? responses['200']
  const schema = success && resolve(document, success).content?.['application/json']?.schema
  const properties = Object.keys((schema && schemaOf(document, schema)['properties']) ?? {})
  if (properties.includes('refreshToken')) return keepTokens
  const id = Object.keys(document.paths ?? {}).map(each => each.startsWith(`${path}/`) && /^\{(\w+Id)\}$/.exec(each.slice(path.length + 1))?.[1]).find(Boolean)
  if (!id) return []
  if (properties.includes('items')) return ['const [first] = pm.response.json().items || []', `if (first && first.id && !pm.collectionVariables.get('${id}')) pm.collectionVariables.set('${id}', first.id)`]
  return responses['201'] ? [`if (pm.response.code === 201) pm.collectionVariables.set('${id}', pm.response.json().id)`] : []
}

function script (listen: 'prerequest' | 'test', exec: string[]): object {
  return { listen, script: { type: 'text/javascript', exec } }
}

function schemaOf (document: BundledDocument, schema: JsonSchema): JsonSchema {
  return resolve(document, schema)
}
