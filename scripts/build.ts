/** `npm run build`: compiles the services to `dist/` and puts what they read beside them. */
import { join } from 'node:path'
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { compileServices } from './system/compile.ts'

readCommandLine(commands.build)
const root = join(import.meta.dirname, '..')
await compileServices(root, join(root, 'dist'))
