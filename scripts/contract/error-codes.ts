import { STATUS_CODES } from 'node:http'
import { catalogue, type ErrorCode } from '../../shared/errors.ts'
import { operationsOf, resolve, type BundledDocument, type OperationObject, type ParameterObject, type ResponseObject } from './document.ts'
import { CannotCarryError } from './typebox.ts'

/** The error codes that an operation answers, by status. */
export type CodesByStatus = Record<string, ErrorCode[]>

const correlationId = '01939c9e-4b7c-7a54-9d0e-5f3c2f1b8a10'

/** What follows from how an operation is called. A status that it does not declare it does not answer; the lint sees to that. */
const mechanisms: ReadonlyArray<{ codes: readonly ErrorCode[], where: (operation: OperationObject, parameters: readonly ParameterObject[]) => boolean }> = [
  { codes: ['request.invalid', 'request.malformed', 'request.rate_limited', 'internal', 'dependency.unavailable', 'closing', 'deadline_exceeded', 'overloaded', 'request.too_large', 'request.media_type_unsupported'], where: () => true },
  { codes: ['request.cursor_invalid'], where: (_operation, parameters) => parameters.some(({ name }) => name === 'cursor') },
  { codes: ['auth.token_missing', 'auth.token_invalid', 'auth.token_expired', 'auth.session_ended', 'auth.role_missing'], where: ({ security }) => security !== undefined && security.length > 0 },
  { codes: ['idempotency.in_progress', 'idempotency.key_reused'], where: (_operation, parameters) => parameters.some(({ name }) => name === 'Idempotency-Key') },
  { codes: ['request.version_stale'], where: (_operation, parameters) => parameters.some(({ name }) => name === 'If-Match') }
]
const derived = new Set(mechanisms.flatMap(({ codes }) => codes))

/**
 * Every error code that an operation answers: those that it lists and those that follow from how it is called.
 *
 * @throws CannotCarryError that says what to change in the document
 */
export function codesOf (operation: OperationObject, parameters: readonly ParameterObject[]): CodesByStatus {
  const where = `${operation.operationId} x-error-codes`
  const listed = operation['x-error-codes'] ?? []
  const failures = Object.keys(operation.responses).filter(status => Number(status) >= 400)
  for (const code of listed) {
    if (!Object.hasOwn(catalogue, code)) throw new CannotCarryError(where, `${code} is not in the catalogue; correct it, or add it to shared/errors.ts`)
    if (derived.has(code)) throw new CannotCarryError(where, `${code} follows from how the operation is called; leave it out`)
    if (!failures.includes(String(catalogue[code][0]))) throw new CannotCarryError(where, `${code} is answered with ${catalogue[code][0]}; declare this status, or leave the code out`)
  }
  const all = [...listed, ...mechanisms.filter(mechanism => mechanism.where(operation, parameters)).flatMap(({ codes }) => codes)]
  return Object.fromEntries(failures.map(status => {
    const codes = all.filter(code => String(catalogue[code][0]) === status)
    if (codes.length === 0) throw new CannotCarryError(where, `no code is answered with ${status}; list one, or take the status out`)
    return [status, codes]
  }))
}

/** The codes of an operation's domain, which no mechanism answers for it. */
export function domainCodesOf (operation: OperationObject): ErrorCode[] {
  return operation['x-error-codes'] ?? []
}

/**
 * Writes the codes into a document for whoever reads it: all of them by status in `x-error-codes-by-status`, and into each response to
 * which the domain gives codes a sentence that names them and an example of each. The other responses stay shared.
 *
 * @param document a bundled document; changed in place
 */
export function addErrorCodes (document: BundledDocument): void {
  for (const { operation, parameters } of operationsOf(document)) {
    const byStatus = codesOf(operation, parameters)
    operation['x-error-codes-by-status'] = byStatus
    for (const [status, codes] of Object.entries(byStatus)) {
      if (!codes.some(code => !derived.has(code))) continue
      operation.responses[status] = withCodes(document, resolve(document, operation.responses[status] as ResponseObject), codes)
    }
  }
}

function withCodes (document: BundledDocument, response: ResponseObject, codes: readonly ErrorCode[]): ResponseObject {
  const { schema } = response.content?.['application/json'] ?? {}
  if (!schema) throw new CannotCarryError(response.description, 'a failure has a body of application/json')
  const special = resolve<{ example?: { code?: string } }>(document, schema).example
  const examples = Object.fromEntries(codes.map(code => [code, { value: special?.code === code ? special : exampleOf(code) }]))
  return { ...response, description: `${response.description} Codes: ${codes.map(code => `\`${code}\``).join(', ')}.`, content: { 'application/json': { schema, examples } } }
}

function exampleOf (code: ErrorCode): object {
  const [status, message] = catalogue[code]
  return { error: STATUS_CODES[status], message, code, correlationId }
}
