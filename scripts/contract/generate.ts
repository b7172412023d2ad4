import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { defaultAddressOf } from '../system/settings.ts'
import { dashboards } from '../monitoring/dashboards.ts'
import { authorisationPage } from './authorisation.ts'
import { collection } from './collection.ts'
import { configurationPage } from './configuration-page.ts'
import { addHeadersOfEveryResponse, addPatterns, addReplayHeaders, type BundledDocument, type HeaderObject } from './document.ts'
import { eventsSource, operationsSource, refuseSharedPaths, schemasSource } from './emit.ts'
import { addErrorCodes } from './error-codes.ts'
import { errorsPage } from './errors-page.ts'
import { mergeDocuments, removeUnused } from './merge.ts'
import { redocly } from './redocly.ts'

const root = join(import.meta.dirname, '../..')
const names = ['users', 'rooms', 'bookings', 'reviews', 'events']
const target = 'shared/contract/generated'

/**
 * Makes every generated file out of the documents: lint, bundle, generate. Nothing is written.
 *
 * @param documents the directory of the documents, `openapi/` of this checkout unless told
 * @returns the content of every generated file, by its path from the root
 * @throws Error that says what to change in the documents
 */
export async function generate (documents: string = join(root, 'openapi')): Promise<Map<string, string>> {
  await onDocuments(documents, 'lint', ...names, join(documents, 'workflows.arazzo.yaml'), '--format', 'stylish')
  const directory = await mkdtemp(join(tmpdir(), 'contract-'))
  try {
    await onDocuments(documents, 'bundle', ...names, '--output', directory, '--ext', 'json')
    const common = parse(await readFile(join(documents, 'common.yaml'), 'utf8')) as { components: { headers: Record<string, HeaderObject> } }
    const bundled = await Promise.all(names.map(async name => [name, JSON.parse(await readFile(join(directory, `${name}.json`), 'utf8')) as BundledDocument] as const))
    refuseSharedPaths(bundled)
    const files = new Map<string, string>()
    for (const [name, document] of bundled) {
      addHeadersOfEveryResponse(document, common.components.headers)
      const types = await openapiTypescript(structuredClone(document) as never, { defaultNonNullable: false, silent: true })
      files.set(`${target}/${name}.types.ts`, `// Generated from openapi/ by \`npm run generate\`. Do not edit.\n${astToString(types)}`)
      files.set(`${target}/${name}.schemas.ts`, schemasSource(document))
      files.set(`${target}/${name}.operations.ts`, name === 'events' ? eventsSource(document) : operationsSource(name, document))
      // Last: the code above shares the responses that now become each operation's own.
      addErrorCodes(document)
      addReplayHeaders(document)
      addPatterns(document.components)
      addPatterns(document.paths)
      removeUnused(document)
      files.set(`${target}/${name}.json`, json(document))
    }
    await lintServed(documents, bundled)
    const served = bundled.filter(([name]) => name !== 'events')
    files.set('docs/authorisation.md', authorisationPage(Object.fromEntries(served)))
    files.set('docs/openapi.json', json(mergeDocuments(served, defaultAddressOf)))
    files.set('docs/postman-collection.json', json(collection(served, defaultAddressOf)))
    files.set('docs/errors.md', errorsPage(Object.fromEntries(served)))
    files.set('docs/configuration.md', configurationPage())
    for (const [path, dashboard] of dashboards()) files.set(path, dashboard)
    return files
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** Holds the documents against the same rules once more as they are served: what the pipeline adds and leaves has to keep them as well. */
async function lintServed (documents: string, served: ReadonlyArray<readonly [name: string, document: BundledDocument]>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'served-'))
  try {
    for (const file of ['redocly.yaml', 'rules.mjs']) await copyFile(join(documents, file), join(directory, file))
    for (const [name, document] of served) await writeFile(join(directory, `${name}.yaml`), json(document)) // JSON is YAML
    await onDocuments(directory, 'lint', ...names, '--format', 'stylish')
  } finally {
    await rm(directory, { recursive: true })
  }
}

/**
 * The generated files that are not what the documents say; those that no document makes any more included.
 *
 * @param files what `generate` made
 * @param checkout where they are looked for
 */
export async function differing (files: Map<string, string>, checkout: string = root): Promise<string[]> {
  const present = (await readdir(join(checkout, target))).map(name => `${target}/${name}`)
  const stale = present.filter(path => !files.has(path))
  const changed: string[] = []
  for (const [path, content] of files) {
    if (await readFile(join(checkout, path), 'utf8').catch(() => null) !== content) changed.push(path)
  }
  return [...stale, ...changed]
}

function json (value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

async function onDocuments (documents: string, command: string, ...parameters: string[]): Promise<void> {
  const { succeeded, output, messages } = await redocly([command, ...parameters, '--config', join(documents, 'redocly.yaml')])
  if (!succeeded) throw new Error(`redocly ${command} found faults in ${documents}:\n${messages}${output}`)
}
