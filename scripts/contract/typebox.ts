import { literal } from './literal.ts'

/** A JSON Schema as it stands in a bundled document. */
export type JsonSchema = Record<string, unknown>

/** Thrown when a document says something that the generated code could not carry faithfully. */
export class CannotCarryError extends Error {
  constructor (where: string, what: string) {
    super(`${where}: ${what}`)
    this.name = 'CannotCarryError'
  }
}

const annotations = new Set(['title', 'description', 'example', 'examples', 'deprecated'])
const carried: Record<string, readonly string[]> = {
  string: ['format', 'pattern', 'minLength', 'maxLength'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  boolean: [],
  array: ['minItems', 'maxItems', 'uniqueItems'],
  object: ['minProperties', 'maxProperties']
}
const structure: Record<string, readonly string[]> = {
  array: ['items'],
  object: ['properties', 'required', 'additionalProperties']
}
/** Formats that `shared/contract/formats.ts` checks; another one would be ignored in silence. */
const formats = new Set(['uuid', 'email', 'date', 'date-time', 'uri', 'uri-reference', 'password', 'single-line', 'multi-line'])
const typescriptNames: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' }

/** The names of the components that a schema refers to. */
export function referencesOf (schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(referencesOf)
  if (schema === null || typeof schema !== 'object') return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' ? [componentName(String(value), 'schemas')] : key === 'example' || key === 'examples' ? [] : referencesOf(value))
}

/** The component that a local reference names. Throws when it refers to anything else. */
export function componentName (reference: string, section: string): string {
  const name = new RegExp(`^#/components/${section}/([A-Za-z][A-Za-z0-9]*)$`).exec(reference)?.[1]
  if (name === undefined) throw new CannotCarryError(reference, `only references to #/components/${section}/… are carried`)
  return name
}

/**
 * The TypeScript source of the TypeBox schema that accepts what a JSON Schema accepts.
 *
 * @param schema the schema; references become the constant of that name
 * @param where the place in the document, for messages
 * @throws CannotCarryError on any keyword or combination that would not mean the same
 */
export function typeboxSource (schema: JsonSchema, where: string): string {
  if (typeof schema['$ref'] === 'string') {
    refuseOthers(schema, ['$ref'], where)
    return componentName(schema['$ref'], 'schemas')
  }
  for (const combination of ['anyOf', 'oneOf'] as const) {
    if (schema[combination] !== undefined) return unionSource(schema, combination, where)
  }
  const type = schema['type']
  if (Array.isArray(type)) return nullableSource(schema, type, where)
  if (typeof type !== 'string' || !(type in carried)) throw new CannotCarryError(where, `type ${JSON.stringify(type)} is not carried; name one type`)
  refuseOthers(schema, ['type', 'default', ...(type === 'string' ? ['enum'] : []), ...carried[type] ?? [], ...structure[type] ?? []], where)
  checkFormat(schema, where)

  const options = optionsOf(schema, type)
  switch (type) {
    case 'array': return arraySource(schema, options, where)
    case 'object': return objectSource(schema, options, where)
    case 'string': return schema['enum'] === undefined ? call('Type.String', options) : enumSource(schema, options, where)
    case 'integer': return call('Type.Integer', options)
    case 'number': return call('Type.Number', options)
    default: return call('Type.Boolean', options)
  }
}

function optionsOf (schema: JsonSchema, type: string): JsonSchema {
  const names = ['default', ...carried[type] ?? []]
  return Object.fromEntries(names.filter(name => schema[name] !== undefined).map(name => [name, schema[name]]))
}

function call (constructor: string, options: JsonSchema): string {
  return `${constructor}(${Object.keys(options).length > 0 ? literal(options) : ''})`
}

function enumSource (schema: JsonSchema, options: JsonSchema, where: string): string {
  const values = schema['enum']
  if (!Array.isArray(values) || values.length === 0 || !values.every(value => typeof value === 'string')) {
    throw new CannotCarryError(where, 'an enum holds strings only')
  }
  // Not a union of literals: coercion and serialisation treat unions worse than plain enums.
  return `Type.Unsafe<${values.map(literal).join(' | ')}>(${literal({ type: 'string', enum: values, ...options })})`
}

function nullableSource (schema: JsonSchema, type: unknown[], where: string): string {
  const [scalar, nothing] = type
  const typescript = typescriptNames[String(scalar)]
  if (type.length !== 2 || nothing !== 'null' || typescript === undefined) {
    throw new CannotCarryError(where, `type ${JSON.stringify(type)} is not carried; write [scalar, 'null'], or anyOf of a component and null`)
  }
  refuseOthers(schema, ['type', ...carried[String(scalar)] ?? []], where)
  checkFormat(schema, where)
  return `Type.Unsafe<${typescript} | null>(${literal({ type, ...optionsOf(schema, String(scalar)) })})`
}

function unionSource (schema: JsonSchema, combination: 'anyOf' | 'oneOf', where: string): string {
  refuseOthers(schema, [combination, 'discriminator'], where)
  const branches = schema[combination] as JsonSchema[]
  const sources = branches.map((branch, index) =>
    branch['type'] === 'null' ? 'Type.Null()' : typeboxSource(branch, `${where}/${combination}/${index}`))
  if (combination === 'anyOf') return `Type.Union([${sources.join(', ')}])`
  if (!branches.every(branch => branch['$ref'])) throw new CannotCarryError(where, 'the branches of oneOf are named components')
  return `Type.Unsafe<${sources.map(name => `Static<typeof ${name}>`).join(' | ')}>({ oneOf: [${sources.join(', ')}] })`
}

function arraySource (schema: JsonSchema, options: JsonSchema, where: string): string {
  if (schema['items'] === undefined) throw new CannotCarryError(where, 'an array says what its items are')
  const items = typeboxSource(schema['items'] as JsonSchema, `${where}/items`)
  return `Type.Array(${items}${Object.keys(options).length > 0 ? `, ${literal(options)}` : ''})`
}

function objectSource (schema: JsonSchema, options: JsonSchema, where: string): string {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
  const required = (schema['required'] ?? []) as string[]
  const additional = schema['additionalProperties']
  if (additional === undefined) throw new CannotCarryError(where, 'say whether additionalProperties are allowed')
  for (const name of required) {
    if (!properties.some(([property]) => property === name)) throw new CannotCarryError(where, `${name} is required, but not a property`)
  }
  if (additional !== false) {
    if (properties.length > 0) throw new CannotCarryError(where, 'an object has either properties or additionalProperties')
    if (additional === true) return `Type.Unsafe<{ [key: string]: unknown }>(${literal({ type: 'object', additionalProperties: true, ...options })})`
    const value = typeboxSource(additional as JsonSchema, `${where}/additionalProperties`)
    const rest = Object.entries(options).map(([name, option]) => `, ${name}: ${literal(option)}`).join('')
    return `((value) => Type.Unsafe<{ [key: string]: Static<typeof value> }>({ type: 'object', additionalProperties: value${rest} }))(${value})`
  }
  const lines = properties.map(([name, property]) => {
    const source = typeboxSource(property, `${where}/${name}`)
    return `  ${propertyName(name)}: ${required.includes(name) ? source : `Type.Optional(${source})`}`
  })
  const body = lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '{}'
  return `Type.Object(${body}, ${literal({ additionalProperties: false, ...options })})`
}

function propertyName (name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name)
}

function checkFormat (schema: JsonSchema, where: string): void {
  const format = schema['format']
  if (format !== undefined && !formats.has(String(format))) {
    throw new CannotCarryError(where, `format ${String(format)} is not checked; use one of ${[...formats].join(', ')}`)
  }
}

function refuseOthers (schema: JsonSchema, known: readonly string[], where: string): void {
  for (const keyword of Object.keys(schema)) {
    if (!known.includes(keyword) && !annotations.has(keyword)) throw new CannotCarryError(where, `the keyword ${keyword} is not carried here`)
  }
}
