import { reachRedis } from './connections.ts'
import { freePort } from './ports.ts'
import { privateDirectory, runServer } from './processes.ts'
import type { PrivateServer } from './processes.ts'
import { isInstalled, locate, serverKinds } from './programs.mjs'

/** Whether Redis or Valkey is installed or unpacked. */
export function redisIsInstalled (): boolean {
  return isInstalled(serverKinds.redis)
}

/**
 * Starts Redis or Valkey, whichever is installed or unpacked, with its append-only file in `directory`, made when missing.
 *
 * @param configuration a file to read before anything else
 * @param login `user:password`, where the configuration asks for one
 * @throws Error when neither is installed, `port` is taken, or the server does not come up within three minutes.
 */
export async function startPrivateRedis (
  { directory, port, configuration, login }: { directory: string, port?: number, configuration?: string, login?: string }
): Promise<PrivateServer> {
  const command = locate(...serverKinds.redis.programs.flat())
  if (command === undefined) throw new Error('Neither redis-server nor valkey-server is installed.')
  directory = await privateDirectory(directory)
  port ??= await freePort()
  const args = [...configuration === undefined ? [] : [configuration], '--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--appendonly', 'yes', '--save', '']
  const url = `redis://${login === undefined ? '' : `${login}@`}127.0.0.1:${port}`
  return runServer({ name: 'redis', command, args, directory }, { url, port, reach: reachRedis })
}
