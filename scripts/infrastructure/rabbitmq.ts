import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reachRabbitmq } from './connections.ts'
import { freePort, isListening } from './ports.ts'
import { privateDirectory, run, runServer } from './processes.ts'
import type { PrivateServer } from './processes.ts'
import { isInstalled, locate, serverKinds } from './programs.mjs'
import { until } from './until.ts'

/** Whether RabbitMQ is installed or unpacked. */
export function rabbitmqIsInstalled (): boolean {
  return isInstalled(serverKinds.rabbitmq)
}

/**
 * Starts RabbitMQ with data, cookie and configuration in `directory`, made when missing, and with a port mapper (epmd) of
 * its own, so that it and other brokers of this machine do not know of each other. Files in `conf.d` there add to the configuration.
 *
 * @param login `user:password`, where the configuration names others than `guest`
 * @throws Error when it is not installed, `port` is taken, or the broker does not come up within three minutes.
 */
export async function startPrivateRabbitmq (
  { directory, port, login = 'guest:guest' }: { directory: string, port?: number, login?: string }
): Promise<PrivateServer> {
  const [command, portMapper] = serverKinds.rabbitmq.programs.map(names => locate(...names))
  if (command === undefined || portMapper === undefined) throw new Error('rabbitmq-server is not installed.')
  directory = await privateDirectory(directory)
  port ??= await freePort()
  await writeFile(join(directory, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\ndisk_free_limit.absolute = 50MB\n`)
  // Nodes have names; a minimal system has no /etc/hosts.
  await writeFile(join(directory, 'inetrc'), '{host, {127,0,0,1}, ["localhost"]}.\n{lookup, [file, native]}.\n')

  const portMapperPort = await freePort()
  const mapper = run({
    name: 'epmd',
    command: portMapper,
    args: ['-port', String(portMapperPort), '-address', '127.0.0.1'],
    directory
  })
  const environment = {
    HOME: directory,
    // Makes the script become the broker instead of watching over it.
    RUNNING_UNDER_SYSTEMD: 'true',
    ERL_EPMD_PORT: String(portMapperPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_INETRC: join(directory, 'inetrc'),
    RABBITMQ_NODENAME: 'private@localhost',
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    // Relative to the directory. Most of these files do not exist: they keep the system's from being read.
    RABBITMQ_CONF_ENV_FILE: './rabbitmq-env.conf',
    RABBITMQ_CONFIG_FILE: './rabbitmq.conf',
    RABBITMQ_CONFIG_FILES: './conf.d',
    RABBITMQ_ADVANCED_CONFIG_FILE: './advanced.config',
    RABBITMQ_ENABLED_PLUGINS_FILE: './enabled_plugins',
    RABBITMQ_MNESIA_BASE: './data',
    RABBITMQ_LOG_BASE: '.',
    RABBITMQ_LOGS: '-'
  }
  const url = `amqp://${login}@127.0.0.1:${port}`
  try {
    if (!await until(() => mapper.hasEnded() || isListening(portMapperPort), 5_000) || mapper.hasEnded()) {
      throw new Error(`${portMapper} does not listen on port ${portMapperPort} of 127.0.0.1.`)
    }
    const broker = await runServer(
      { name: 'rabbitmq', command, args: [], environment, directory },
      { url, port, reach: reachRabbitmq })
    const mapperEnded = broker.ended.then(() => mapper.stop())
    return {
      ...broker,
      async stop () {
        await broker.stop()
        await mapperEnded
      }
    }
  } catch (error) {
    mapper.kill()
    throw error
  }
}
