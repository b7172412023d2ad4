// The rules of our own for contracts, beside Redocly's `recommended-strict`. Each message says what to do.

const verbs = [
  'approve', 'cancel', 'change', 'check', 'confirm', 'create', 'delete', 'download', 'end', 'export', 'flag', 'get', 'issue', 'list',
  'login', 'logout', 'mark', 'moderate', 'on', 'refresh', 'register', 'reject', 'request', 'reset', 'retire', 'revoke', 'search', 'set', 'stop', 'suggest',
  'unmark', 'update'
]
const verbThenNoun = new RegExp(`^(login|logout|(${verbs.join('|')})[A-Z][A-Za-z]*)$`)
const roles = ['user', 'facility_manager', 'moderator', 'admin', 'service']
const camelCase = /^[a-z][A-Za-z0-9]*$/
/** Names that a standard gives: RFC 8058. */
const standardNames = new Set(['List-Unsubscribe'])
const isProbe = path => path === '/health' || path === '/ready'

/** The operations of a path item, with the parameters of both. */
function operationsOf (pathItem, resolve) {
  return ['get', 'put', 'post', 'patch', 'delete'].filter(method => pathItem[method]).map(method => {
    const operation = pathItem[method]
    const parameters = [...pathItem.parameters ?? [], ...operation.parameters ?? []].map(resolve)
    return { method, operation, parameters }
  })
}

function requiredStatuses (path, { method, operation, parameters }) {
  const named = name => parameters.some(parameter => parameter.name === name)
  const statuses = new Set(['400', '500']) // an unknown query parameter is refused everywhere
  if (!isProbe(path)) statuses.add('429').add('503')
  if (method !== 'get') statuses.add('413').add('415') // a body is read before it is refused
  if (operation.security?.length > 0) statuses.add('401')
  if (operation.security?.some(({ bearerAuth }) => !roles.every(role => bearerAuth?.includes(role)))) statuses.add('403')
  if (parameters.some(parameter => parameter.in === 'path')) statuses.add('404')
  if (named('If-None-Match')) statuses.add('304')
  if (named('If-Match')) statuses.add('412')
  if (named('Idempotency-Key')) statuses.add('409').add('422')
  return statuses
}

const rules = {
  'operation-id-verb': () => ({
    Operation (operation, { report, location }) {
      if (!verbThenNoun.test(operation.operationId ?? '')) {
        report({ message: `Name the operation with a verb and a noun in camelCase, like getRoom; verbs: ${verbs.join(', ')}.`, location: location.child('operationId') })
      }
    }
  }),

  'closed-objects': () => ({
    Schema (schema, { report, location }) {
      if (schema.type === 'object' && (schema.additionalProperties === undefined || schema.required === undefined)) {
        report({ message: 'Say `additionalProperties` and `required` on every object, even when `required` is [].', location })
      }
    }
  }),

  'named-schemas': () => ({
    MediaType (media, { report, location, key }) {
      if (/^application\/([a-z]+\+)?json$/.test(String(key)) && !media.schema?.$ref) {
        report({ message: 'Make this schema a named component and refer to it: inline bodies get ugly names in generated clients.', location: location.child('schema') })
      }
    }
  }),

  'no-all-of': () => ({
    Schema (schema, { report, location }) {
      if (schema.allOf) report({ message: 'Write the properties out instead of `allOf`: generators disagree on what it means.', location: location.child('allOf') })
    }
  }),

  'string-enums': () => ({
    Schema (schema, { report, location }) {
      if (schema.enum && (schema.type !== 'string' || schema.enum.some(value => typeof value !== 'string'))) {
        report({ message: 'An enum has `type: string` and string values only.', location: location.child('enum') })
      }
    }
  }),

  'enums-once': () => {
    const seen = new Map()
    return {
      Schema (schema, { location }) {
        if (!(schema.enum?.length > 1)) return
        const values = schema.enum.join()
        seen.set(values, [...seen.get(values) ?? [], location])
      },
      Root: {
        leave (_root, { report }) {
          for (const locations of seen.values()) {
            const inline = locations.filter(({ pointer }) => !/^#\/components\/schemas\/[^/]+$/.test(pointer))
            if (locations.length > 1) inline.forEach(location => report({ message: 'Make this enum a named component and refer to it: written twice, it becomes two types in generated clients.', location: location.child('enum') }))
          }
        }
      }
    }
  },

  'distinct-components': () => ({
    Components (components, { report, location }) {
      for (const name of Object.keys(components.parameters ?? {})) {
        if (components.schemas?.[name]) report({ message: `Name the parameter unlike the schema ${name}: generated clients make types of both.`, location: location.child(['parameters', name]).key() })
      }
    }
  }),

  'example-on-bodies': () => ({
    MediaType (media, { report, location, resolve, key }) {
      if (!/^application\/json$/.test(String(key)) || !media.schema?.$ref) return
      const schema = resolve(media.schema).node
      if (schema && schema.example === undefined) {
        report({ message: `Give ${media.schema.$ref.split('/').pop()} an example.`, location: location.child('schema') })
      }
    }
  }),

  'declared-statuses': () => ({
    PathItem (pathItem, { report, location, resolve, key }) {
      const resolved = node => node.$ref ? resolve(node).node ?? node : node
      for (const entry of operationsOf(pathItem, resolved)) {
        for (const status of requiredStatuses(String(key), entry)) {
          if (!entry.operation.responses?.[status]) {
            report({ message: `Declare the status ${status}: this operation can answer it.`, location: location.child([entry.method, 'responses']) })
          }
        }
        const responses = entry.operation.responses ?? {}
        const successes = Object.keys(responses).filter(status => status.startsWith('2'))
        const schemas = successes.map(status => responses[status].content?.['application/json']?.schema?.$ref)
        if (successes.length !== 1 && !(successes.join() === '200,201' && schemas[0] === schemas[1])) {
          report({ message: 'Declare exactly one 2xx status; beside 201 there may be a 200 with the same schema, for dry runs.', location: location.child([entry.method, 'responses']) })
        }
      }
    }
  }),

  'explicit-roles': () => ({
    Operation (operation, { report, location }) {
      const named = operation.security?.map(requirement => requirement.bearerAuth)
      const isPublic = named?.length === 0
      const namesRoles = named?.length === 1 && named[0]?.length > 0 && named[0].every(role => roles.includes(role))
      if (!isPublic && !namesRoles) {
        report({ message: `Say who may call this: \`security: []\` for everybody, or \`bearerAuth\` with roles out of ${roles.join(', ')}.`, location: location.child('security') })
      }
    }
  }),

  'path-prefix': () => ({
    PathItem (_pathItem, { report, location, key }) {
      if (!/^\/api\/v1\/|^\/\.well-known\//.test(String(key)) && !isProbe(String(key))) {
        report({ message: 'Begin the path with /api/v1/ so that a gateway can merge the services.', location: location.key() })
      }
    }
  }),

  'camel-case-names': () => ({
    SchemaProperties (properties, { report, location }) {
      for (const name of Object.keys(properties)) {
        if (!camelCase.test(name) && !standardNames.has(name)) report({ message: `Write ${name} in camelCase.`, location: location.child(name).key() })
      }
    },
    Parameter (parameter, { report, location }) {
      if (parameter.in !== 'header' && !camelCase.test(parameter.name ?? '')) {
        report({ message: `Write ${parameter.name} in camelCase.`, location: location.child('name') })
      }
    }
  })
}

export default () => ({ id: 'contract', rules: { oas3: rules } })
