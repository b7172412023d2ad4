import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { canUnpack, locate } from '../infrastructure/programs.mjs'
import { unpackPackages } from '../infrastructure/unpack.ts'

/** The path of `promtool`, unpacked first where that can be done; undefined when there is none. */
export async function providePromtool (): Promise<string | undefined> {
  if (locate('promtool') === undefined && canUnpack()) await unpackPackages('prometheus', [['prometheus']]).catch(() => {})
  return locate('promtool')
}

/**
 * Runs `promtool` in a directory.
 * @throws Error with what it said when it finds a fault
 */
export async function runPromtool (promtool: string, directory: string, ...parameters: string[]): Promise<void> {
  await promisify(execFile)(promtool, parameters, { cwd: directory }).catch(({ stdout, stderr }: { stdout: string, stderr: string }) => {
    throw new Error(`promtool ${parameters.join(' ')}:\n${stdout}${stderr}`)
  })
}
