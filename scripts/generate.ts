/**
 * From `openapi/` to `shared/contract/generated/` and `docs/errors.md`: lint, bundle, generate.
 *
 *     npm run generate              writes the generated files
 *     npm run generate -- --check   writes nothing; fails when they are not what the documents say
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { addHeadersOfEveryResponse, type BundledDocument, type HeaderObject } from './contract/document.ts'
import { eventsSource, operationsSource, schemasSource } from './contract/emit.ts'
import { errorsPage } from './contract/errors-page.ts'

const root = join(import.meta.dirname, '..')
const documents = ['users', 'rooms', 'bookings', 'reviews', 'events']
const target = 'shared/contract/generated'

const redocly = async (...parameters: string[]): Promise<void> => {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  await promisify(execFile)(process.execPath, [cli, ...parameters, '--config', join(root, 'openapi/redocly.yaml')], {
    cwd: root,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  }).catch((error: { stdout: string, stderr: string }) => {
    throw new Error(`redocly ${parameters[0]} found faults in openapi/:\n${error.stderr}${error.stdout}`)
  })
}

/** Every generated file, by its path from the root. */
async function generate (): Promise<Map<string, string>> {
  await redocly('lint', ...documents, '--format', 'stylish')
  const directory = await mkdtemp(join(tmpdir(), 'contract-'))
  try {
    await redocly('bundle', ...documents, '--output', directory, '--ext', 'json')
    const common = parse(await readFile(join(root, 'openapi/common.yaml'), 'utf8')) as { components: { headers: Record<string, HeaderObject> } }
    const files = new Map<string, string>()
    for (const name of documents) {
      const document = JSON.parse(await readFile(join(directory, `${name}.json`), 'utf8')) as BundledDocument
      addHeadersOfEveryResponse(document, common.components.headers)
      const types = await openapiTypescript(structuredClone(document) as never, { defaultNonNullable: false, silent: true })
      files.set(`${target}/${name}.json`, `${JSON.stringify(document, null, 2)}\n`)
      files.set(`${target}/${name}.types.ts`, `// Generated from openapi/ by \`npm run generate\`. Do not edit.\n${astToString(types)}`)
      files.set(`${target}/${name}.schemas.ts`, schemasSource(document))
      files.set(`${target}/${name}.operations.ts`, name === 'events' ? eventsSource(document) : operationsSource(name, document))
    }
    files.set('docs/errors.md', errorsPage())
    return files
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** The generated files that are not what the documents say; stale ones included. */
async function differing (files: Map<string, string>): Promise<string[]> {
  const present = (await readdir(join(root, target))).map(name => `${target}/${name}`)
  const stale = present.filter(path => !files.has(path))
  const changed: string[] = []
  for (const [path, content] of files) {
    if (await readFile(join(root, path), 'utf8').catch(() => null) !== content) changed.push(path)
  }
  return [...stale, ...changed]
}

try {
  const files = await generate()
  const different = await differing(files)
  if (process.argv.includes('--check')) {
    if (different.length > 0) throw new Error(`Not what the documents say: ${different.join(', ')}. Run \`npm run generate\` and commit the result.`)
  } else {
    for (const path of different) {
      const content = files.get(path)
      if (content === undefined) await rm(join(root, path))
      else await writeFile(join(root, path), content)
    }
    console.log(different.length > 0 ? `Generated:\n${different.map(path => `  ${path}`).join('\n')}` : 'Everything was up to date.')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
