/**
 * That anybody can generate an SDK of the contracts that the services serve: the clients of three independent generators compile under
 * `strict`, have names that a person would want to call, and go the whole walk against the system.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { t } from '../support/suite.ts'
import { services } from '../../scripts/system/databases.ts'
import { testSystem } from '../support/system.ts'

const root = join(import.meta.dirname, '../..')
const directory = await mkdtemp(join(tmpdir(), 'sdk-'))
t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })

async function node (script: string, parameters: string[], environment: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...parameters], { cwd: directory, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 })
    .catch((error: Error & { stdout: string, stderr: string }) => { throw new Error(`${error.message}\n${error.stdout}${error.stderr}`) })
  return stdout
}
const installed = (path: string): string => join(root, 'node_modules', path)

/** The generators, each as its documentation has it called. */
const generators: Record<string, (document: string, name: string) => Promise<unknown>> = {
  'hey-api': async (document, name) => await node(installed('@hey-api/openapi-ts/bin/run.js'), ['--input', document, '--output', `hey-api/${name}`]),
  'swagger-typescript-api': async (document, name) => await node(installed('swagger-typescript-api/dist/cli.mjs'), ['generate', '--path', document, '--output', 'swagger-typescript-api', '--name', `${name}.ts`, '--module-name-first-tag']),
  'openapi-fetch': async (document, name) => await node(installed('openapi-typescript/bin/cli.js'), [document, '--output', `openapi-fetch/${name}.ts`, '--default-non-nullable', 'false'])
}

/** The sources of a client, without the runtime that the generator brings along and without comments. */
async function sourcesOf (generator: string): Promise<string> {
  const names = await readdir(join(directory, generator), { recursive: true })
  const generated = names.filter(name => name.endsWith('.ts') && !/\/(client|core)\//.test(name))
  const texts = await Promise.all(generated.map(async name => await readFile(join(directory, generator, name), 'utf8')))
  return texts.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/export type QueryParamsType[\s\S]*?(?=export class Api)/g, '')
}

const system = await testSystem(t)
const manager = await system.person('facility_manager')
for (const name of ['journey', ...Object.keys(generators)]) await cp(join(import.meta.dirname, 'sdk', `${name}.ts`), join(directory, `${name}.ts`))
await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({
  compilerOptions: { strict: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'], module: 'nodenext', moduleResolution: 'nodenext', rewriteRelativeImportExtensions: true, skipLibCheck: true, outDir: 'built', rootDir: '.' },
  exclude: ['node_modules', 'built']
}))
for (const service of services) {
  const { json } = await system.send(service, '/openapi.json')
  await writeFile(join(directory, `${service}.json`), JSON.stringify(json))
}
await Promise.all(Object.values(generators).map(async generate => { for (const service of services) await generate(`${service}.json`, service) }))
await generators['hey-api']?.(join(root, 'docs/openapi.json'), 'all')
for (const service of services) {
  // This generator writes a line that keeps the compiler from looking. It is taken out, so that what was generated is really checked.
  const path = join(directory, 'swagger-typescript-api', `${service}.ts`)
  await writeFile(path, (await readFile(path, 'utf8')).replace('// @ts-nocheck\n', ''))
}

await t.test('clients generated from each served document, and from the document of all services, compile under strict', async () => {
  await node(installed('typescript/bin/tsc'), ['--project', '.'])
})

for (const generator of Object.keys(generators)) {
  await t.test(`what ${generator} makes has no invented names and no untyped bodies`, async t => {
    const source = await sourcesOf(generator)
    t.notMatch(source, /\b(Response\d{3}|Inline\w*|Anonymous\w*|anonymous\w*|\w*Unnamed\w*|Body\d+)\b/, 'nothing has to be named by the generator')
    const declared = [...source.matchAll(/(?:export (?:type|interface|enum|class) |^ {8})([A-Z]\w+)/gm)].map(([, name]) => name ?? '')
    t.same(declared.filter(name => /\d$/.test(name)), [], 'nothing is there twice')
    const { json } = await system.send('bookings', '/openapi.json')
    t.same(Object.keys(json.components.schemas as object).filter(name => !declared.includes(name)), [], 'every schema keeps its name')
    // Were it still there, the compilation above would have proved nothing of this client.
    t.notMatch(source, /@ts-nocheck/, 'the compiler has looked at all of it')
    t.match(source, /['"]pending['"][\s\S]{1,60}['"]confirmed['"]/, 'enums keep their values')
    t.notMatch(source, /^\s+(body|data|json|items|'application\/json')\??: (any|unknown)\b/m, 'every body has its type')
  })

  await t.test(`the walk succeeds with what ${generator} makes`, async t => {
    const output = await node(join(directory, 'built', `${generator}.js`), [], {
      ...Object.fromEntries(services.map(service => [`${service.toUpperCase()}_URL`, system.urls[service]])),
      MANAGER_LOGIN: manager.user.username,
      MANAGER_PASSWORD: manager.password,
      WALKER: `walker-${randomBytes(4).toString('hex')}`
    })
    t.match(output, /Everything went as it should/)
  })
}

await t.test('the collection is taken by a runner of its format, and logs in, finds a room, books it and gives it back', async t => {
  const user = await system.person()
  const allDay = { opens: '00:00', closes: '24:00' }
  const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
  await system.rooms.createRoom({ body: { name: 'Collection', capacity: 8, floor: 1, building: 'Collection', timeZone: 'UTC', openingHours } }, { token: manager.token })
  const requests = ['Log in', 'List rooms', 'Book a room', 'Get a booking', 'Cancel a booking']
  const variables = { login: user.user.username, password: user.password, ...Object.fromEntries(services.map(service => [`${service}Url`, system.urls[service]])) }
  await node(installed('newman/bin/newman.js'), [
    'run', join(root, 'docs/postman-collection.json'), '--reporters', 'json', '--reporter-json-export', 'run.json',
    ...requests.flatMap(name => ['--folder', name]), ...Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`])
  ])
  const { run } = JSON.parse(await readFile(join(directory, 'run.json'), 'utf8')) as { run: { executions: Array<{ item: { name: string }, response: { code: number } }> } }
  t.same(run.executions.map(({ item, response }) => [item.name, response.code]), requests.map((name, index) => [name, [200, 200, 201, 200, 200][index]]))
})
