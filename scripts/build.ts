/** `npm run build`: compiles the services to `dist/` and puts what they read beside them. */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { services } from './system/databases.ts'

readCommandLine(commands.build)
const root = join(import.meta.dirname, '..')
rmSync(join(root, 'dist'), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(1)
for (const directory of ['shared/migrations', ...services.map(service => `services/${service}/migrations`)]) {
  cpSync(join(root, directory), join(root, 'dist', directory), { recursive: true })
}
cpSync(join(root, 'shared/contract/generated'), join(root, 'dist/shared/contract/generated'), { recursive: true, filter: source => !source.endsWith('.ts') })
