import { Ajv2020 } from 'ajv/dist/2020.js'
import { resolve, type BundledDocument, type ParameterObject, type Reference } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'
import { addContractFormats } from '../../shared/contract/formats.ts'
import type { Pair } from './operations.ts'

/** What the document itself says, read by another draft's validator than the services use. */
export function byDocument (document: BundledDocument): (schema: object) => (value: unknown) => boolean {
  const ajv = addContractFormats(new Ajv2020({ strict: false }))
  ajv.addSchema({ components: document.components }, 'contract')
  const absolute = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema), (key, value: unknown) => key === '$ref' && typeof value === 'string' ? `contract${value}` : value)
  return schema => {
    const validate = ajv.compile(absolute(schema) as object)
    return value => validate(structuredClone(value))
  }
}

/** What a text means, by its declared type. Texts that mean nothing stay texts. */
function deserialised (type: unknown, text: string): unknown {
  if ((type === 'integer' && /^-?(0|[1-9][0-9]*)$/.test(text)) || (type === 'number' && /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text))) return JSON.parse(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/** Whether the document takes these parameters in this place: style `form`, exploded, for the query, `simple` elsewhere. */
export function parametersByDocument (document: BundledDocument, compile: ReturnType<typeof byDocument>, parameters: ParameterObject[], place: string, isOpen = false): (pairs: readonly Pair[]) => boolean {
  const declared = parameters.map(parameter => ({ ...parameter, schema: resolve<JsonSchema>(document, parameter.schema as JsonSchema | Reference), isValid: compile(parameter.schema) }))
  return pairs => {
    if (place === 'query' && !isOpen && pairs.some(([name]) => !declared.some(parameter => parameter.name === name))) return false
    return declared.every(({ name, required, schema, isValid }) => {
      const texts = pairs.filter(([each]) => each === name).map(([, text]) => text)
      if (texts.length === 0) return required !== true
      if (schema['type'] !== 'array') return texts.length === 1 && isValid(deserialised(schema['type'], texts[0] as string))
      const items = resolve<JsonSchema>(document, schema['items'] as JsonSchema | Reference)
      // UUIDs that differ only in case are the same.
      return isValid(texts.map(text => deserialised(items['type'], items['format'] === 'uuid' ? text.toLowerCase() : text)))
    })
  }
}
