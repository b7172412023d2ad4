import { setTimeout as delay } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import mysql from 'mysql2/promise'
import { pino, type Logger } from 'pino'
import type { CommonConfig } from './config.ts'
import { isOutage } from './database-errors.ts'
import { migrate } from './migrate.ts'

const closeWithinMilliseconds = 10_000
const connectMilliseconds = 5_000
const pauseMilliseconds = 1_000

/**
 * Runs a service: waits for its database, brings it to the current schema, listens, and closes in order on SIGINT and SIGTERM.
 *
 * @param service the folder of the service
 * @param build makes the assembled server
 */
export async function run (service: string, config: CommonConfig & { PORT: number }, build: () => Promise<FastifyInstance>): Promise<void> {
  const { HOST, PORT, DATABASE_URL, STARTUP_TIMEOUT_SECONDS, SHUTDOWN_DELAY_SECONDS } = config
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(config.LOG_DESTINATION === '' ? 1 : config.LOG_DESTINATION))
  const drainMilliseconds = SHUTDOWN_DELAY_SECONDS * 1000
  let app: FastifyInstance | undefined
  let isClosing = false
  // Before anything that takes long: the first process of a container gets no signal that it does not handle.
  closeWithGrace({ delay: drainMilliseconds + closeWithinMilliseconds, logger: log }, async ({ err, signal }) => {
    isClosing = true
    if (err) log.fatal({ err }, 'closing after an error')
    else log.info({ signal }, 'closing')
    if (signal === 'SIGTERM') await app?.drain(drainMilliseconds)
    await app?.close()
  })
  try {
    await waitForDatabase(DATABASE_URL, STARTUP_TIMEOUT_SECONDS, log)
    const applied = await migrate(service, DATABASE_URL)
    if (applied.length > 0) log.info({ migrations: applied }, 'database migrated')
    app = await build()
    await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    if (isClosing) return // what fails because of a signal is no failure to start
    const { code, message, port = PORT } = error as NodeJS.ErrnoException & { port?: number }
    console.error(code === 'EADDRINUSE' ? `${service}: port ${port} is taken. Stop what listens there, or set ${port === PORT ? 'PORT' : 'METRICS_PORT'}.` : `${service} cannot start: ${message}`)
    process.exit(1)
  }
}

/**
 * Waits for a server that is not up yet: services and servers often start together.
 *
 * @throws Error when it is not up in time, or at once when it is up and refuses us
 */
export async function waitForDatabase (url: string, seconds: number, log: Pick<Logger, 'warn' | 'info'>): Promise<void> {
  const { host, pathname } = new URL(url)
  const deadline = performance.now() + seconds * 1000
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await mysql.createConnection({ uri: url, connectTimeout: connectMilliseconds })
      await connection.end()
      if (attempt > 1) log.info({ host }, 'the database is there')
      return
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      if (!isOutage(error)) throw new Error(`the database ${pathname.slice(1)} on ${host} refuses us: ${(error as Error).message}`, { cause: error })
      if (performance.now() >= deadline) throw new Error(`the database on ${host} could not be reached within ${seconds} seconds: ${reason}`, { cause: error })
      log.warn({ host, reason, attempt }, 'waiting for the database')
      await delay(pauseMilliseconds)
    }
  }
}
