import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { startPrivateMysql } from '../infrastructure/mysql.ts'
import { freePort } from '../infrastructure/ports.ts'
import type { PrivateServer } from '../infrastructure/processes.ts'
import { startPrivateRabbitmq } from '../infrastructure/rabbitmq.ts'
import { startPrivateRedis } from '../infrastructure/redis.ts'
import { createDatabases, services, type Service } from './databases.ts'
import { startService, type SystemOptions } from './services.ts'

const serverNames = ['mysql', 'redis', 'rabbitmq'] as const
export type PartName = typeof serverNames[number] | Service

/** Something of a system that runs in a process of its own and can die. */
export interface Part {
  name: PartName
  /** Ends the process without warning (SIGKILL); resolves when it is gone. */
  kill: () => Promise<void>
  /** Starts it again, at the same address and on the same data; resolves when it is ready. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

type Start = () => Promise<Pick<PrivateServer, 'kill' | 'ended' | 'stop'>>

/** The four services, on servers that nobody else uses. */
export interface PrivateSystem {
  parts: Record<PartName, Part>
  urls: Record<Service, string>
  options: SystemOptions
  /** Ends everything; the data stay in the directory. */
  stop: () => Promise<void>
}

/**
 * Starts a system of which every part may be killed.
 *
 * @param directory where its data and logs go; nobody else may use it
 * @param environment more environment, for every service
 * @throws Error when a program is missing or a part does not start; nothing is left running then
 */
export async function startPrivateSystem ({ root, directory, environment }: { root: string, directory: string, environment?: Record<string, string> }): Promise<PrivateSystem> {
  const starting: Array<Promise<Part>> = []
  const stop = async (): Promise<void> => {
    // One may have failed while others were still starting.
    const started = (await Promise.allSettled(starting)).flatMap(each => each.status === 'fulfilled' ? [each.value] : [])
    const isServer = ({ name }: Part): boolean => serverNames.some(server => server === name)
    // Services before servers: what they still have to say, they can.
    await Promise.all(started.filter(part => !isServer(part)).map(async part => { await part.stop() }))
    await Promise.all(started.filter(isServer).map(async part => { await part.stop() }))
  }
  const begin = async (name: PartName, start: Start): Promise<Part> => {
    let running = await start()
    return {
      name,
      kill: async () => {
        running.kill()
        await running.ended
      },
      restart: async () => { running = await start() },
      stop: async () => { await running.stop() }
    }
  }
  const startPart = async (name: PartName, start: Start): Promise<Part> => {
    const part = begin(name, start)
    starting.push(part)
    return await part
  }
  const startServer = async (name: typeof serverNames[number], start: (options: { directory: string, port: number }) => Promise<PrivateServer>): Promise<{ part: Part, url: string }> => {
    const port = await freePort()
    let url = ''
    const part = await startPart(name, async () => {
      const server = await start({ directory: join(directory, name), port })
      url = server.url
      return server
    })
    return { part, url }
  }

  try {
    const [mysql, redis, rabbitmq] = await Promise.all([startServer('mysql', startPrivateMysql), startServer('redis', startPrivateRedis), startServer('rabbitmq', startPrivateRabbitmq)])
    const freePorts = async (): Promise<Record<Service, number>> => Object.fromEntries(await Promise.all(services.map(async service => [service, await freePort()]))) as Record<Service, number>
    const ports = await freePorts()
    const options: SystemOptions = {
      root,
      databaseUrls: await createDatabases(mysql.url, 'private', randomBytes(18).toString('base64url')),
      redisUrl: redis.url,
      rabbitmqUrl: rabbitmq.url,
      ports,
      metricsPorts: await freePorts(),
      serviceSecret: randomBytes(24).toString('base64url'),
      logs: join(directory, 'logs'),
      environment: { SIGNING_KEYS_DIRECTORY: join(directory, 'keys'), MAIL_DIRECTORY: join(directory, 'mail'), ...environment }
    }
    const parts = await Promise.all(services.map(async service => {
      let runs = 0
      return await startPart(service, async () => await startService(service, options, `${service}-${++runs}`))
    }))
    return {
      parts: { mysql: mysql.part, redis: redis.part, rabbitmq: rabbitmq.part, ...Object.fromEntries(parts.map(part => [part.name, part])) } as Record<PartName, Part>,
      urls: Object.fromEntries(services.map(service => [service, `http://127.0.0.1:${ports[service]}`])) as Record<Service, string>,
      options,
      stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}
