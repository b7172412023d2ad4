/**
 * From `openapi/` to `shared/contract/generated/`: lint, bundle, generate; and the pages of `docs/` and dashboards of `ops/` that follow from code.
 *
 *     npm run generate              writes the generated files
 *     npm run generate -- --check   writes nothing; fails when they are not what the documents say
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { differing, generate } from './contract/generate.ts'
import { readCommandLine } from './infrastructure/command-line.ts'

const { values } = readCommandLine(commands.generate)
const root = join(import.meta.dirname, '..')

try {
  const files = await generate()
  const different = await differing(files)
  if (values.check) {
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
