/**
 * `npm test`: every check of the project. Contracts, generated code, types, style, import directions, and the tests on real servers.
 *
 *     npm test                                      everything
 *     npm test -- test/bookings/bookings.test.ts    these test files alone
 */
import { commands } from './commands.ts'
import { readCommandLine } from './infrastructure/command-line.ts'
import { testFiles } from './test/files.ts'
import { runSuite } from './test/suite.ts'

const { positionals: named } = readCommandLine(commands.test)
await runSuite(named.length > 0 ? { files: named } : { files: await testFiles(), withChecks: true, isWhole: true })
