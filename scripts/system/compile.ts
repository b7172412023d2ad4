import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { services } from './databases.ts'

/**
 * Compiles the services and puts what they read beside them.
 *
 * @param root of the checkout
 * @param output a directory in the checkout, where its dependencies are found; what was there goes
 * @throws Error when the compiler fails, which has said why
 */
export async function compileServices (root: string, output: string): Promise<void> {
  await rm(output, { recursive: true, force: true })
  const compiler = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', 'tsconfig.build.json', '--outDir', output], { cwd: root, stdio: 'inherit' })
  const [code] = await once(compiler, 'exit')
  if (code !== 0) throw new Error('The services do not compile; see above.')
  const directories = ['shared/migrations', ...services.map(service => `services/${service}/migrations`)]
  await Promise.all(directories.map(async directory => { await cp(join(root, directory), join(output, directory), { recursive: true }) }))
  await cp(join(root, 'shared/contract/generated'), join(output, 'shared/contract/generated'), { recursive: true, filter: source => !source.endsWith('.ts') })
}
