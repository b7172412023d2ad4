import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FastifyInstance } from 'fastify'
import { addContractFormats } from '../../shared/contract/formats.ts'

/** What a service answered. */
export interface Answer { method: string, url: string, status: number, headers: Record<string, string>, body: string }

interface Document { paths: Record<string, Record<string, { responses: Record<string, Reference>, 'x-error-codes-by-status': Record<string, string[]> }>>, components: Record<string, unknown> }
interface Reference { $ref?: string, schema?: object, headers?: Record<string, Reference>, content?: Record<string, { schema: object }> }

/** Headers that HTTP, the server or the browser's protection need and contracts do not speak of. */
const transportHeaders = /^(content-(length|type|encoding|security-policy)|date|connection|keep-alive|transfer-encoding|vary|allow|cross-origin-.*|origin-agent-cluster|referrer-policy|strict-transport-security|x-(content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|xss-protection)|access-control-.*)$/

/**
 * Makes the check that an answer is what the served contract says: the status is declared, and so are every header and the
 * error code; media type and body fit. It reads the OpenAPI document itself, not what was generated from it.
 *
 * @param service whose contract it is
 * @returns the check; it returns what is wrong, nothing when all is well
 */
export function conformance (service: string): (answer: Answer) => string[] {
  const document = JSON.parse(readFileSync(new URL(`../../shared/contract/generated/${service}.json`, import.meta.url), 'utf8')) as Document
  const ajv = addContractFormats(new Ajv2020({ strict: false, allErrors: true, coerceTypes: false, validateSchema: false }))
  const headerAjv = addContractFormats(new Ajv2020({ strict: false, coerceTypes: true, validateSchema: false }))
  ajv.addSchema(document, 'contract')
  const paths = Object.keys(document.paths).map(path => [new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`), path] as const)

  const resolve = (node: Reference): Reference => {
    let target: unknown = document
    if (node.$ref === undefined) return node
    for (const part of node.$ref.slice(2).split('/')) target = (target as Record<string, unknown>)[part.replaceAll('~1', '/')]
    return target as Reference
  }

  const validators = new Map<object, ValidateFunction>()
  const validatorOf = (schema: object): ValidateFunction => {
    const validate = validators.get(schema) ?? ajv.compile(absolute(schema))
    validators.set(schema, validate)
    return validate
  }

  return ({ method, url, status, headers, body }) => {
    const path = paths.find(([pattern]) => pattern.test(url.split('?')[0] ?? ''))?.[1]
    const operation = path === undefined ? undefined : document.paths[path]?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
    // What is no operation answers with the error format, and with nothing else.
    const declared = operation ? operation.responses[String(status)] : status >= 400 ? { content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } } } : undefined
    const where = `${method} ${url} answered ${status}`
    if (!declared) return [`${where}, which the contract does not declare: ${body.slice(0, 300)}`]
    const response = resolve(declared)

    const faults: string[] = []
    for (const [name, value] of Object.entries(headers)) {
      if (transportHeaders.test(name)) continue
      const entry = Object.entries(response.headers ?? {}).find(([key]) => key.toLowerCase() === name)
      if (!entry) {
        if (operation) faults.push(`${where} with the header ${name}, which the contract does not declare`)
        continue
      }
      const schema = resolve(entry[1]).schema as object
      if (!headerAjv.validate(schema, value)) faults.push(`${where} with ${name}: ${value}, which ${headerAjv.errorsText()}`)
    }

    const media = headers['content-type']?.split(';')[0]
    const content = Object.entries(response.content ?? {})
    if (content.length === 0) {
      if (body !== '') faults.push(`${where} with a body where none is declared`)
    } else if (method !== 'HEAD') {
      const schema = content.find(([type]) => type === media)?.[1].schema
      if (!schema) faults.push(`${where} as ${media ?? 'nothing'} instead of ${content.map(([type]) => type).join(', ')}`)
      else if (media === 'application/json') {
        const validate = validatorOf(schema)
        const parsed = JSON.parse(body) as { code?: string }
        if (operation && status >= 400 && !operation['x-error-codes-by-status'][status]?.includes(String(parsed.code))) faults.push(`${where} with the code ${parsed.code}, which the contract does not list; add it to the operation's x-error-codes`)
        if (!validate(parsed)) faults.push(`${where} with a body that does not fit: ${ajv.errorsText(validate.errors)}\n${body.slice(0, 600)}`)
      }
    }
    return faults
  }
}

function absolute (schema: object): object {
  return '$ref' in schema ? { $ref: `contract${String(schema.$ref)}` } : schema
}

/**
 * Checks every answer that a server sends; one that is not what the contract says becomes a 500, and its faults are kept. Streams are
 * checked when they end.
 *
 * @param mayFail whether the server is made to fail; otherwise a 500 is a fault, though every contract declares it
 * @returns the faults so far
 */
export function watchConformance (app: FastifyInstance, service: string, mayFail = false): string[] {
  const check = conformance(service)
  const faults: string[] = []
  app.addHook('onSend', async (request, reply, payload) => {
    if (/^\/($|docs|openapi\.json|events\.json)/.test(request.url)) return
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
    const checked = (body: string): string[] => check({ method: request.method, url: request.url, status: reply.statusCode, headers, body })
    if (payload instanceof Readable && request.method !== 'HEAD') return Readable.from(watched(payload, body => faults.push(...checked(body))))
    const body = typeof payload === 'string' ? payload : ''
    if (reply.statusCode === 500 && !mayFail) faults.push(`${request.method} ${request.url} answered 500: ${body}`)
    const found = checked(body)
    if (found.length > 0) {
      faults.push(...found)
      throw new Error(found.join('\n'))
    }
    return payload
  })
  return faults
}

async function * watched (stream: Readable, atEnd: (body: string) => void): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) {
    pieces.push(Buffer.from(piece as Buffer | string))
    yield pieces.at(-1) as Buffer
  }
  atEnd(Buffer.concat(pieces).toString('utf8'))
}
