import type { ErrorCode } from '../../shared/errors.ts'
import type { JsonSchema } from './typebox.ts'

/** What the pipeline reads of a bundled OpenAPI document. */
export interface BundledDocument {
  openapi: string
  info: { title: string, version: string, summary?: string, description?: string, license?: unknown }
  servers?: Server[]
  tags?: Array<{ name: string, description?: string }>
  paths?: Record<string, PathItem>
  webhooks?: Record<string, PathItem>
  components: {
    schemas?: Record<string, JsonSchema>
    responses?: Record<string, ResponseObject>
    parameters?: Record<string, ParameterObject>
    headers?: Record<string, HeaderObject>
    securitySchemes?: Record<string, unknown>
  }
}
export interface Reference { $ref: string }
export interface Server { url: string, description?: string }
export type PathItem = Partial<Record<typeof methods[number], OperationObject>> & { parameters?: Array<ParameterObject | Reference>, servers?: Server[] }
export interface OperationObject {
  operationId: string
  'x-rate-limit'?: number
  'x-open-query'?: boolean
  'x-consumers'?: string[]
  'x-error-codes'?: ErrorCode[]
  'x-error-codes-by-status'?: Record<string, ErrorCode[]>
  tags: string[]
  summary?: string
  description?: string
  security?: Array<Record<string, string[]>>
  parameters?: Array<ParameterObject | Reference>
  requestBody?: { required?: boolean, content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, ResponseObject | Reference>
}
export interface ParameterObject { name: string, in: string, description?: string, required?: boolean, style?: string, explode?: boolean, schema: JsonSchema }
export interface ResponseObject { description: string, headers?: Record<string, HeaderObject | Reference>, content?: Record<string, { schema: JsonSchema, examples?: Record<string, { value: object }> }> }
export interface HeaderObject { description?: string, schema: JsonSchema, 'x-on-every-response'?: string }

export const methods = ['get', 'put', 'post', 'patch', 'delete'] as const

/** What a reference points at; the thing itself when it is none. */
export function resolve<T extends object> (document: BundledDocument, node: T | Reference): T {
  if (!('$ref' in node)) return node
  const path = node.$ref.replace(/^#\//, '').split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  let target: unknown = document
  for (const part of path) target = (target as Record<string, unknown> | undefined)?.[part]
  if (target === undefined) throw new Error(`${node.$ref} points at nothing`)
  return target as T
}

/** Every operation with its path and the parameters of both. */
export function operationsOf (document: BundledDocument): Array<{ path: string, method: typeof methods[number], operation: OperationObject, parameters: ParameterObject[] }> {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) => methods.flatMap(method => {
    const operation = item[method]
    if (!operation) return []
    const parameters = [...item.parameters ?? [], ...operation.parameters ?? []].map(parameter => resolve(document, parameter))
    return [{ path, method, operation, parameters }]
  }))
}

/**
 * Says with a `pattern` what the format `date-time` does not: the services take instants from the year 1000 on.
 *
 * @param node a document or a part of it; changed in place
 */
export function addPatterns (node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  const schema = node as { format?: unknown, type?: unknown, pattern?: string }
  if (schema.format === 'date-time' && schema.type !== undefined) schema.pattern = '^[1-9]'
  for (const child of Object.values(node)) addPatterns(child)
}

/** What a rule refuses is repeated for its `Idempotency-Key`. */
const repeatedStatuses = ['403', '404', '409', '422']

/**
 * Declares `Idempotency-Replayed` on the refusals that operations with an `Idempotency-Key` repeat.
 *
 * @param document a bundled document; changed in place
 */
export function addReplayHeaders (document: BundledDocument): void {
  for (const { operation, parameters } of operationsOf(document)) {
    if (!parameters.some(({ name }) => name === 'Idempotency-Key')) continue
    for (const status of repeatedStatuses) {
      const response = operation.responses[status]
      if (!response) continue
      const { headers, ...rest } = resolve(document, response)
      operation.responses[status] = { ...rest, headers: { ...headers, 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } } }
    }
  }
}

/**
 * Writes the headers that every response carries into every response, so that the documents say it once and the served
 * contract says it everywhere.
 *
 * @param document a bundled document; changed in place
 * @param headers the header components of `openapi/common.yaml`
 */
export function addHeadersOfEveryResponse (document: BundledDocument, headers: Record<string, HeaderObject>): void {
  const everywhere = Object.entries(headers).filter(([, header]) => header['x-on-every-response'] !== undefined)
  if (!document.paths) return
  document.components.headers ??= {}
  for (const [component, { 'x-on-every-response': _, ...header }] of everywhere) document.components.headers[component] = header
  const responses = [
    ...Object.values(document.components.responses ?? {}),
    ...operationsOf(document).flatMap(({ operation }) => Object.values(operation.responses))
  ]
  for (const response of responses) {
    if ('$ref' in response) continue
    response.headers = {
      ...response.headers,
      ...Object.fromEntries(everywhere.map(([component, header]) => [header['x-on-every-response'], { $ref: `#/components/headers/${component}` }]))
    }
  }
}
