import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { migrate } from './migrate.ts'

const closeWithinMilliseconds = 10_000

/**
 * Runs a service: brings its database to the current schema, listens, and closes in order on SIGINT and SIGTERM.
 *
 * @param service the folder of the service
 * @param build makes the assembled server
 */
export async function run (service: string, { HOST, PORT, DATABASE_URL }: { HOST: string, PORT: number, DATABASE_URL: string }, build: () => Promise<FastifyInstance>): Promise<void> {
  try {
    const applied = await migrate(service, DATABASE_URL)
    const app = await build()
    if (applied.length > 0) app.log.info({ migrations: applied }, 'database migrated')
    closeWithGrace({ delay: closeWithinMilliseconds, logger: app.log }, async ({ err }) => {
      if (err) app.log.fatal({ err }, 'closing after an error')
      await app.close()
    })
    await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    console.error(code === 'EADDRINUSE' ? `${service}: port ${PORT} is taken. Stop what listens there, or set PORT.` : `${service} cannot start: ${message}`)
    process.exit(1)
  }
}
