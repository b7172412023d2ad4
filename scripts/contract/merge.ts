import { literal } from './literal.ts'
import { operationsOf, type BundledDocument, type PathItem } from './document.ts'
import { CannotCarryError } from './typebox.ts'

type Components = Record<string, Record<string, unknown>>

/**
 * One document of several services, for those who want one SDK. Each path says which server has it. What every service has, the
 * probes, belongs to a process and not to the API, and is left out, as is every component that then nobody refers to.
 *
 * @param documents the bundled documents of the services, by name
 * @param addressOf where a service listens
 * @throws CannotCarryError when components or tags of one name differ
 */
export function mergeDocuments (documents: ReadonlyArray<readonly [name: string, document: BundledDocument]>, addressOf: (service: string) => string): BundledDocument {
  const isProbe = (path: string): boolean => documents.every(([, { paths }]) => paths?.[path])
  const paths: Record<string, PathItem> = {}
  const components: Components = {}
  const tags: Record<string, unknown> = {}
  for (const [name, document] of documents) {
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      if (!isProbe(path)) paths[path] = { servers: [{ url: addressOf(name), description: 'Local system.' }], ...item }
    }
    for (const [kind, entries] of Object.entries(document.components)) addAll(components[kind] ??= {}, entries, `${name} #/components/${kind}`)
    addAll(tags, Object.fromEntries((document.tags ?? []).map(tag => [tag.name, tag])), `${name} tag`)
  }
  const merged = {
    openapi: documents[0]?.[1].openapi ?? '',
    info: {
      title: 'Smart Meeting Room Management System',
      version: highest(documents.map(([, { info }]) => info.version)),
      summary: 'Users, rooms, bookings and reviews in one document.',
      description: 'Each path says which service has it. The documents that the services serve at `/openapi.json` have the probes, too.',
      license: documents[0]?.[1].info.license
    },
    tags: Object.values(tags),
    paths,
    components
  } as BundledDocument
  const used = new Set(operationsOf(merged).flatMap(({ operation }) => operation.tags))
  merged.tags = merged.tags?.filter(({ name }) => used.has(name)) ?? []
  removeUnused(merged)
  return merged
}

function addAll (target: Record<string, unknown>, entries: Record<string, unknown>, where: string): void {
  for (const [name, value] of Object.entries(entries)) {
    if (name in target && literal(target[name]) !== literal(value)) {
      throw new CannotCarryError(`${where}/${name}`, 'another service has another thing of this name; give one of them another name')
    }
    target[name] = value
  }
}

/**
 * Removes the components that nothing refers to, also those that only an unused one refers to.
 *
 * @param document a bundled document; changed in place
 */
export function removeUnused (document: BundledDocument): void {
  const components = document.components as Components
  let removed = true
  while (removed) {
    removed = false
    const text = JSON.stringify(document)
    for (const [kind, entries] of Object.entries(components)) {
      if (kind === 'securitySchemes') continue
      for (const name of Object.keys(entries)) {
        if (text.includes(`"#/components/${kind}/${name}"`)) continue
        delete entries[name]
        removed = true
      }
    }
  }
}

function highest (versions: string[]): string {
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? ''
}
