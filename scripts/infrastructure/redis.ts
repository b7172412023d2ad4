import { reachRedis } from './connections.ts'
import { locate } from './packages.ts'
import { freePort } from './ports.ts'
import { privateDirectory, runServer } from './processes.ts'
import type { PrivateServer } from './processes.ts'

/** Whether Redis or Valkey is installed. */
export function redisIsInstalled (): boolean {
  return locate('redis-server', 'valkey-server') !== undefined
}

/**
 * Starts Redis or Valkey, whichever is installed, with its append-only file in `directory`, made when missing.
 *
 * @param configuration a file to read before anything else
 * @param login `user:password`, where the configuration asks for one
 * @throws Error when neither is installed, `port` is taken, or the server does not come up within a minute.
 */
export async function startPrivateRedis (
  { directory, port, configuration, login }: { directory: string, port?: number, configuration?: string, login?: string }
): Promise<PrivateServer> {
  const command = locate('redis-server', 'valkey-server')
  if (command === undefined) throw new Error('Neither redis-server nor valkey-server is installed.')
  directory = await privateDirectory(directory)
  port ??= await freePort()
  const args = [...configuration === undefined ? [] : [configuration], '--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--appendonly', 'yes', '--save', '']
  const url = `redis://${login === undefined ? '' : `${login}@`}127.0.0.1:${port}`
  return runServer({ name: 'redis', command, args, directory }, { url, port, reach: reachRedis })
}
