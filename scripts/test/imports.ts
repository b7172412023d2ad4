import { isAbsolute, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/** For each test file, every source that it imports, directly or not. Paths begin at the root of the checkout. */
export async function importsOf (files: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const { metafile: { outputs } } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    bundle: true,
    write: false,
    metafile: true,
    outdir: '.local/imports',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent'
  })
  return new Map(Object.values(outputs).flatMap(({ entryPoint, inputs }) => entryPoint === undefined ? [] : [[entryPoint, new Set(Object.keys(inputs))] as const]))
}

/** The test files that import one of the sources that have changed. */
export function touched (imports: ReadonlyMap<string, ReadonlySet<string>>, changed: readonly string[]): string[] {
  const paths = changed.map(path => isAbsolute(path) ? relative(root, path) : relative(root, resolve(root, path)))
  return [...imports].filter(([, sources]) => paths.some(path => sources.has(path))).map(([file]) => file)
}
