import type { TObject, TSchema } from '@sinclair/typebox'
import { Ajv, type ErrorObject } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import { maxDetails } from '../errors.ts'
import { addContractFormats, isDateTime, normalizeDateTime } from './formats.ts'
import { lazily } from './lazily.ts'

const ajv = addContractFormats(new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  coerceTypes: false,
  discriminator: true,
  removeAdditional: false,
  useDefaults: true,
  validateSchema: false, // the generator has checked them
  verbose: true // errors have the value, for their messages
}))

/**
 * Compiles the validators of a route. Bodies are taken as they are; parameters, which arrive as text, are read by their type first.
 * Fastify's own compiler would turn a `null` or a `5` of a body into a string, and drop unknown fields in silence.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = lazily(() => ajv.compile(schema)) // compiling them all would double the time that a service takes to start
  const readValues = httpPart === 'body' ? (value: unknown) => value : parameterReader(schema as TObject)
  return (value: unknown) => {
    const validate = validator()
    const read = readValues(value)
    return validate(read) ? { value: read } : { error: Object.assign(new Error('invalid'), { validation: validate.errors ?? [] }) as never }
  }
}

/** Reads the parameters of a request, all of them texts, by the types of their schema. What cannot be read is left for validation to refuse. */
function parameterReader (schema: TObject): (values: unknown) => unknown {
  const readers = Object.entries(schema.properties).map(([name, property]) => [name, readerOf(property)] as const)
  return values => {
    const read: Record<string, unknown> = { ...(values as Record<string, unknown>) }
    for (const [name, reader] of readers) {
      if (read[name] !== undefined) read[name] = reader(read[name])
    }
    return read
  }
}

function readerOf (schema: TSchema): (value: unknown) => unknown {
  switch (schema['type']) {
    case 'integer': return value => typeof value === 'string' && /^-?(0|[1-9]\d*)$/.test(value) ? Number(value) : value
    case 'number': return value => typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? Number(value) : value
    case 'boolean': return value => value === 'true' ? true : value === 'false' ? false : value
    case 'array': {
      const readItem = readerOf(schema['items'] as TSchema)
      return value => (Array.isArray(value) ? value : [value]).map(readItem)
    }
    default: {
      const read = textReaders[schema['format'] as string]
      return read ? value => typeof value === 'string' ? read(value) : value : value => value
    }
  }
}

const textReaders: Record<string, (text: string) => string> = { uuid: text => text.toLowerCase(), 'date-time': normalizeDateTime }

const formatMessages: Record<string, string> = {
  'date-time': 'must be an RFC 3339 date-time with an offset, like 2026-03-02T09:00:00Z',
  uuid: 'must be a UUID',
  email: 'must be an e-mail address',
  password: 'must be Unicode text, without lone surrogates',
  'single-line': 'must not hold control characters or line breaks',
  'multi-line': 'must not hold control characters'
}

const maxPathLength = 200

/** The first faults that a validator found, as the `details` of an error. */
export function validationDetails (errors: readonly ErrorObject[], context: string): Array<{ path: string, message: string }> {
  const place = context === 'querystring' ? 'query' : context
  return errors.slice(0, maxDetails).map(({ instancePath, keyword, params, data, message = 'is invalid' }) => {
    const path = shortened([place, ...instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))].join('.'))
    switch (keyword) {
      case 'required': return { path: `${path}.${params['missingProperty']}`, message: 'is required' }
      case 'additionalProperties': return { path: shortened(`${path}.${params['additionalProperty']}`), message: place === 'query' ? 'is not a parameter of this operation' : 'is not a known field' }
      case 'enum': return { path, message: `must be one of ${(params['allowedValues'] as string[]).join(', ')}` }
      case 'format': return { path, message: `${formatMessages[params['format'] as string] ?? message}${place === 'query' ? hintAtPlus(data) : ''}` }
      default: return { path, message }
    }
  })
}

/** Names of unknown fields are the caller's, and may be of any length. */
function shortened (path: string): string {
  return path.length > maxPathLength ? `${path.slice(0, maxPathLength)}…` : path
}

/** In a query a `+` is a space. */
function hintAtPlus (value: unknown): string {
  return typeof value === 'string' && value.includes(' ') && isDateTime(value.replace(' ', '+')) ? '; write the + of the offset as %2B' : ''
}
