// What the scripts of package.json run: installs the dependencies when they are missing, runs a program with its arguments, and ends
// everything that the program has started when it ends, when a signal ends this process, or when npm is gone.
// With `--servers` before the program, it first makes sure that this machine can have the servers.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed, this is ${process.versions.node}. Get it from https://nodejs.org.`)
  process.exit(1)
}

/** How long a program may take to end after a signal; every part of it has a limit below that. */
const endMilliseconds = 60_000
const pollMilliseconds = 250
// The shell becomes the program and leaves a guard behind in the same process group, which kills the group when our end of file descriptor 3
// closes: when the program has ended, or this process has, however that happened.
const guarded = '{ read -r _ <&3; kill -s KILL -- "-$$"; } >/dev/null 2>&1 & exec "$@" 3<&-'

let child
let exitCode // set when a signal has come

/** Runs a program in a process group of its own, which does not outlive this process. Returns its exit code. */
function run (command, parameters) {
  return new Promise(resolve => {
    child = spawn('/bin/sh', ['-c', guarded, 'guard', command, ...parameters], { detached: true, stdio: ['inherit', 'inherit', 'inherit', 'pipe'] })
    const { stdio: [, , , pipe] } = child
    pipe.on('error', () => {})
    child.once('error', error => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', (code, signal) => {
      pipe.destroy()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

function end (signal) {
  if (exitCode !== undefined) return // npm and the terminal may both have sent it
  exitCode = 128 + constants.signals[signal]
  if (child === undefined) process.exit(exitCode)
  child.kill(signal)
  setTimeout(() => { process.exit(exitCode) }, endMilliseconds)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
if (process.env.npm_lifecycle_event !== undefined) {
  const { ppid } = process
  setInterval(() => { if (process.ppid !== ppid) end('SIGTERM') }, pollMilliseconds).unref()
}

const needsServers = process.argv[2] === '--servers'
const [script, ...parameters] = process.argv.slice(needsServers ? 3 : 2)
const { install } = await import('./install.mjs')
const installed = await install(run, needsServers)
if (installed !== 0 || exitCode !== undefined) process.exit(exitCode ?? installed)
process.exit(await run(process.execPath, [...script.endsWith('.ts') ? ['--import', 'tsx'] : [], script, ...parameters]))
