import mysql, { type RowDataPacket } from 'mysql2/promise'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Service } from '../../scripts/system/databases.ts'
import type { TestSystem } from './system.ts'

/**
 * Lets none of those who write touch a table before many of them are about to. Whatever their first statement is, they then run it at the
 * same moment.
 *
 * @param writers how many have to wait
 * @param milliseconds how long to wait for them
 * @param write sends the writes
 * @param tables which tables, and whose; otherwise those of a booking
 * @returns what came of them, and whether so many were held up together
 */
export async function inLockStep<Answers> (system: TestSystem, writers: number, milliseconds: number, write: () => Promise<Answers>, { service, tables }: { service: Service, tables: string[] } = { service: 'bookings', tables: ['booking', 'room_calendar'] }): Promise<{ answers: Answers, together: boolean }> {
  const gate = await mysql.createConnection({ uri: system.options.databaseUrls[service] })
  const waiting = async (): Promise<number> => {
    const [rows] = await system.sql[service].query<RowDataPacket[]>("SELECT COUNT(*) AS waiting FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting for table%'")
    return Number(rows[0]?.['waiting'])
  }
  try {
    await gate.query(`LOCK TABLES ${tables.map(table => `${table} WRITE`).join(', ')}`)
    const written = write()
    const together = await until(async () => await waiting() >= writers, milliseconds)
    await gate.query('UNLOCK TABLES')
    return { answers: await written, together }
  } finally {
    gate.destroy()
  }
}
