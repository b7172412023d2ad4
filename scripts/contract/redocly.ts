import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/**
 * Runs Redocly's command line, which sends nothing anywhere.
 *
 * @returns what it printed, and whether it was content
 */
export async function redocly (parameters: string[], environment: Record<string, string> = {}): Promise<{ succeeded: boolean, output: string, messages: string }> {
  const run = promisify(execFile)(process.execPath, [join(root, 'node_modules/@redocly/cli/bin/cli.js'), ...parameters], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', ...environment }
  })
  return await run.then(
    ({ stdout, stderr }) => ({ succeeded: true, output: stdout, messages: stderr }),
    ({ stdout, stderr }: { stdout: string, stderr: string }) => ({ succeeded: false, output: stdout, messages: stderr })
  )
}
