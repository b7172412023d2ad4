/** `npm run test:hard`: every test on a machine that is busy with other things, in random order. */
import { spawn } from 'node:child_process'
import { commands } from './commands.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { testFiles } from './test/files.ts'
import { shuffled } from './test/random.ts'
import { runSuite } from './test/suite.ts'

const busyLoops = 6

const { values: { seed: given = String(Math.floor(Math.random() * 2 ** 31)) } } = readCommandLine(commands['test:hard'])
if (!/^\d{1,10}$/.test(given)) misuse(commands['test:hard'], '--seed has to be a number')
console.log(`To repeat the order: npm run test:hard -- --seed ${given}`)
const loops = Array.from({ length: busyLoops }, () => spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }))
try {
  await runSuite({ files: await testFiles(), withChecks: true, isWhole: true, order: async files => shuffled(files, Number(given)) })
} finally {
  for (const loop of loops) loop.kill('SIGKILL')
}
