import { formMediaTypes } from '../../shared/contract/form.ts'
import { literal } from './literal.ts'
import { operationsOf, resolve, type BundledDocument, type HeaderObject, type ParameterObject, type Reference, type ResponseObject } from './document.ts'
import { CannotCarryError, componentName, referencesOf, typeboxSource, type JsonSchema } from './typebox.ts'

const notice = '// Generated from openapi/ by `npm run generate`. Do not edit.\n'

/** The source of the TypeBox schemas of a document, in an order in which each comes after those that it refers to. */
export function schemasSource (document: BundledDocument): string {
  const schemas = document.components.schemas ?? {}
  const constants = inOrder(schemas).map(name => {
    const schema = schemas[name] as JsonSchema
    return `export const ${name} = ${typeboxSource(schema, `#/components/schemas/${name}`)}\nexport type ${name} = Static<typeof ${name}>\n`
  })
  return `${notice}import { Type, type Static } from '@sinclair/typebox'\n\n${constants.join('\n')}`
}

function inOrder (schemas: Record<string, JsonSchema>): string[] {
  const ordered: string[] = []
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name)) return
    if (path.includes(name)) throw new CannotCarryError(`#/components/schemas/${name}`, `recursion is not carried: ${[...path, name].join(' → ')}`)
    for (const reference of referencesOf(schemas[name])) visit(reference, [...path, name])
    ordered.push(name)
  }
  for (const name of Object.keys(schemas).sort()) visit(name, [])
  return ordered
}

/** The source of the operations table of a document. */
export function operationsSource (service: string, document: BundledDocument): string {
  const headers = Object.entries(document.components.headers ?? {}).sort(byName)
  const responses = Object.entries(document.components.responses ?? {}).sort(byName)
  const operations = operationsOf(document).map(({ path, method, operation, parameters }) => {
    const where = `${method.toUpperCase()} ${path}`
    const success = Object.keys(operation.responses).filter(status => status.startsWith('2'))
    if (success.length !== 1 && success.join() !== '200,201') throw new CannotCarryError(where, 'an operation has exactly one 2xx status, but for the 200 of a dry run beside 201')
    const declared = Object.entries(operation.responses).map(([status, response]) => {
      refuseOtherFailures(resolve(document, response), status, where)
      return `      ${status}: ${responseSource(response, `${where} ${status}`, '      ')}`
    })
    return [
      `  ${operation.operationId}: {`,
      `    operationId: ${literal(operation.operationId)},`,
      `    method: ${literal(method.toUpperCase())},`,
      `    path: ${literal(path)},`,
      `    access: ${accessSource(operation.security, where)},`,
      `    status: ${success.at(-1)},`,
      ...operation['x-rate-limit'] === undefined ? [] : [`    rateLimit: ${rateLimitSource(operation['x-rate-limit'], where)},`],
      `    request: ${requestSource(document, operation, parameters, where)},`,
      `    responses: {\n${declared.join(',\n')}\n    }`,
      '  }'
    ].join('\n')
  })
  return [
    notice.trimEnd(),
    "import { Type } from '@sinclair/typebox'",
    "import type { Contract } from '../contract.ts'",
    `import * as schemas from './${service}.schemas.ts'`,
    `import type { operations } from './${service}.types.ts'`,
    '',
    `const headers = {\n${headers.map(([name, header]) => `  ${name}: ${typeboxSource(header.schema, `#/components/headers/${name}`)}`).join(',\n')}\n}`,
    '',
    `const responses = {\n${responses.map(([name, response]) => `  ${name}: ${responseSource(response, `#/components/responses/${name}`, '  ')}`).join(',\n')}\n}`,
    '',
    `/** Every operation of the ${service} service: one table for routes, clients, authorisation and tests. */`,
    `export const ${service}Contract = {\n${operations.join(',\n')}\n} as const satisfies Contract`,
    '',
    '/** The same operations as a client sees them. */',
    `export type ${service[0]?.toUpperCase()}${service.slice(1)}Operations = operations`,
    ''
  ].join('\n')
}

function accessSource (security: Array<Record<string, string[]>> | undefined, where: string): string {
  if (security === undefined) throw new CannotCarryError(where, 'say who may call it with `security`')
  if (security.length === 0) return "'public'"
  const roles = security[0]?.['bearerAuth']
  if (security.length > 1 || !roles || roles.length === 0 || Object.keys(security[0] ?? {}).length > 1) {
    throw new CannotCarryError(where, 'security is [] or one bearerAuth with roles')
  }
  return literal(roles)
}

function rateLimitSource (limit: unknown, where: string): string {
  if (!Number.isInteger(limit) || Number(limit) < 1) throw new CannotCarryError(where, 'x-rate-limit is a whole number of requests a minute')
  return String(limit)
}

function requestSource (document: BundledDocument, operation: { 'x-open-query'?: boolean, requestBody?: { required?: boolean, content: Record<string, { schema: JsonSchema }> } }, parameters: ParameterObject[], where: string): string {
  const parts: string[] = []
  for (const [place, name] of [['path', 'params'], ['query', 'query'], ['header', 'headers']] as const) {
    const here = parameters.filter(parameter => parameter.in === place)
    if (here.length > 0 || place === 'query') parts.push(`${name}: ${parametersSource(document, here, place, where, operation['x-open-query'] === true)}`)
  }
  const unknown = parameters.find(parameter => !['path', 'query', 'header'].includes(parameter.in))
  if (unknown) throw new CannotCarryError(where, `${unknown.in} parameters are not carried`)
  if (operation.requestBody) parts.push(...bodySource(document, operation.requestBody, where))
  return `{\n${parts.map(part => `      ${part.replaceAll('\n', '\n      ')}`).join(',\n')}\n    }`
}

/** A body is JSON or, for what browsers and mail programs send, an optional form. */
function bodySource (document: BundledDocument, { required = false, content }: { required?: boolean, content: Record<string, { schema: JsonSchema }> }, where: string): string[] {
  const mediaTypes = Object.keys(content)
  const schemas = Object.values(content).map(({ schema }) => schema)
  const [schema = {}] = schemas
  const isForm = mediaTypes.join() === formMediaTypes.join() && schemas.every(each => each['$ref'] === schema['$ref'])
  if (!isForm && mediaTypes.join() !== 'application/json') throw new CannotCarryError(where, `a request body is application/json, or a form of one schema in ${formMediaTypes.join(' and ')}`)
  const resolved = resolve<JsonSchema>(document, schema as JsonSchema | Reference)
  if (!required && (resolved['required'] as string[]).length > 0) throw new CannotCarryError(where, 'an optional body has no required properties')
  if (isForm && required) throw new CannotCarryError(where, 'a form is optional')
  const source = `schemas.${typeboxSource(schema, where)}`
  return isForm ? [`form: ${source}`] : [`body: ${source}`, `bodyRequired: ${String(required)}`]
}

function parametersSource (document: BundledDocument, parameters: ParameterObject[], place: string, where: string, isOpen: boolean): string {
  const lines = parameters.map(parameter => {
    const at = `${where} ${parameter.name}`
    if (parameter.style !== undefined || parameter.explode !== undefined) throw new CannotCarryError(at, 'only the default style of parameters is carried')
    const schema = resolve<JsonSchema>(document, parameter.schema as JsonSchema | Reference)
    const type = schema['type'] === 'array' ? (schema['items'] as JsonSchema)['type'] : schema['type']
    if (!['string', 'integer', 'number', 'boolean'].includes(String(type)) || (place !== 'query' && schema['type'] === 'array')) {
      throw new CannotCarryError(at, 'a parameter is a scalar, or in the query an array of scalars')
    }
    const source = qualified(parameter.schema, at)
    // A default is filled in before validation, so the handler always has a value.
    const present = parameter.required === true || schema['default'] !== undefined
    const name = place === 'header' ? parameter.name.toLowerCase() : parameter.name
    return `  ${literal(name)}: ${present ? source : `Type.Optional(${source})`}`
  })
  // Requests carry many headers that no contract speaks of; unknown query parameters are mistakes.
  const closed = place === 'header' || (place === 'query' && isOpen) ? '' : ', { additionalProperties: false }'
  return `Type.Object(${lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '{}'}${closed})`
}

function qualified (schema: JsonSchema, where: string): string {
  const source = typeboxSource(schema, where)
  return schema['$ref'] === undefined ? source : `schemas.${source}`
}

function responseSource (response: ResponseObject | Reference, where: string, indent: string): string {
  if ('$ref' in response) return `responses.${componentName(response.$ref, 'responses')}`
  const headerLines = Object.entries(response.headers ?? {}).map(([name, header]) => `${literal(name)}: ${headerSource(header, where)}`)
  const content = response.content ?? {}
  const mediaTypes = Object.keys(content)
  for (const mediaType of mediaTypes) {
    if (mediaType !== 'application/json' && content[mediaType]?.schema['type'] !== 'string') throw new CannotCarryError(where, `${mediaType} is text: its schema has the type string`)
  }
  const schema = mediaTypes.join() === 'application/json' ? `schemas.${typeboxSource(content['application/json']?.schema ?? {}, where)}` : 'null'
  return [
    '{',
    `${indent}  mediaTypes: ${literal(mediaTypes)},`,
    `${indent}  schema: ${schema},`,
    `${indent}  headers: { ${headerLines.join(', ')} }`,
    `${indent}}`
  ].join('\n')
}

function refuseOtherFailures (response: ResponseObject, status: string, where: string): void {
  if (!status.startsWith('2') && Object.keys(response.content ?? {}).some(mediaType => mediaType !== 'application/json')) throw new CannotCarryError(`${where} ${status}`, 'a failure is application/json')
}

function headerSource (header: HeaderObject | Reference, where: string): string {
  return '$ref' in header ? `headers.${componentName(header.$ref, 'headers')}` : typeboxSource(header.schema, where)
}

/** Refuses documents of which two have the same path: a gateway could not merge them. The probes are every service's own. */
export function refuseSharedPaths (documents: ReadonlyArray<readonly [name: string, document: BundledDocument]>): void {
  const owners = new Map<string, string>()
  for (const [name, document] of documents) {
    for (const path of Object.keys(document.paths ?? {}).filter(path => path !== '/health' && path !== '/ready')) {
      const form = path.replaceAll(/\{\w+\}/g, '{}')
      const owner = owners.get(form)
      if (owner !== undefined) throw new CannotCarryError(`${name} ${path}`, `${owner} has this path already; a path belongs to one service`)
      owners.set(form, name)
    }
  }
}

/** The source of the table of events: each type with the schema of its whole message. */
export function eventsSource (document: BundledDocument): string {
  const lines = Object.entries(document.webhooks ?? {}).map(([type, item]) => {
    const schema = item.post?.requestBody?.content['application/cloudevents+json']?.schema
    if (!schema) throw new CannotCarryError(type, 'an event is a POST of application/cloudevents+json')
    return `  ${literal(type)}: schemas.${typeboxSource(schema, type)}`
  })
  const consumers = Object.entries(document.webhooks ?? {}).map(([type, item]) => {
    const services = item.post?.['x-consumers']
    if (!services || services.length === 0) throw new CannotCarryError(type, 'an event names the services that consume it, in x-consumers')
    return `  ${literal(type)}: ${literal(services)}`
  })
  return [
    `${notice}import * as schemas from './events.schemas.ts'`,
    '',
    '/** Every event that the services publish: its type and the schema of its message. */',
    `export const events = {\n${lines.join(',\n')}\n} as const`,
    '',
    '/** The services that consume each event. */',
    `export const consumersOf = {\n${consumers.join(',\n')}\n} as const`,
    ''
  ].join('\n')
}

function byName ([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
