/** `npm run clean`: lists and removes what this checkout, and others that are gone, have on the servers and on this machine. */
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { commands } from './commands.ts'
import { misuse, readCommandLine } from './infrastructure/command-line.ts'
import { messageOf } from './infrastructure/messages.ts'
import { findServers } from './infrastructure/servers.ts'
import { planCleaning } from './system/cleaning.ts'
import { claimCheckout } from './system/running-system.ts'

const { values: { all = false, servers: unpacked = false, yes = false, id } } = readCommandLine(commands.clean)
if (id !== undefined && !/^[0-9a-f]+$/.test(id)) misuse(commands.clean, `'${id}' is no id of a checkout; --all lists them`)
const root = join(import.meta.dirname, '..')

try {
  const checkout = await claimCheckout(root)
  try {
    await clean()
  } finally {
    await checkout.release()
  }
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}

async function clean (): Promise<void> {
  const servers = await findServers(line => { console.log(line) })
  const { parts, notices } = await planCleaning({ root, servers, all, id, unpacked })
  for (const { title, lines } of parts) console.log(`\n${title}:\n${lines.map(line => `  ${line}`).join('\n')}`)
  for (const notice of notices) console.log(`\n${notice}`)
  if (parts.length === 0) {
    console.log('\nThere is nothing to remove.')
    return
  }
  if (!yes && !await isConfirmed()) {
    process.exitCode = 1
    return
  }
  for (const { title, remove } of parts) {
    await remove()
    console.log(`Removed: ${title}`)
  }
}

/** Asks whether all of it is to be removed; who cannot be asked has to say so beforehand. */
async function isConfirmed (): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.log('\nNothing was removed. Add --yes to remove it: npm run clean -- --yes')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const isConfirmed = /^y(es)?$/i.test((await terminal.question('\nRemove all of this for good? [y/N] ')).trim())
    if (!isConfirmed) console.log('Nothing was removed.')
    return isConfirmed
  } finally {
    terminal.close()
  }
}
