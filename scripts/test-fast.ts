/** `npm run test:fast`: all checks, and the tests that start and kill no processes. */
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { fastTestFiles } from './test/files.ts'
import { runSuite } from './test/suite.ts'

readCommandLine(commands['test:fast'])
await runSuite({ files: await fastTestFiles(), withChecks: true })
