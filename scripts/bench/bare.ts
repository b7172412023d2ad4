import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts one of the bare servers of this folder in a process of its own, which ends with ours.
 *
 * @param script its file
 * @throws Error when it ends before it listens
 */
export async function startBare (script: string, environment: Record<string, string> = {}): Promise<{ url: string, server: ChildProcess }> {
  const server = fork(new URL(script, import.meta.url), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...environment } })
  const ended = once(server, 'exit').then(() => { throw new Error(`${script} ended before it listened.`) })
  const [url] = await Promise.race([once(server, 'message'), ended]) as [string]
  ended.catch(() => {})
  // It does not keep us from ending.
  server.unref()
  server.channel?.unref()
  return { url, server }
}
