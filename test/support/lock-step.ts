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

/**
 * Holds the lock of a room's calendar until a number of transactions wait for it, and then a while longer.
 *
 * @param writers how many have to wait
 * @param write sends the writes
 * @param meanwhile is done while they wait
 * @returns what came of the writes, and whether so many waited
 */
export async function whileRoomIsLocked<Answers> (system: TestSystem, roomId: string, writers: number, write: () => Promise<Answers>, meanwhile: () => Promise<unknown>): Promise<{ answers: Answers, together: boolean }> {
  const gate = await mysql.createConnection({ uri: system.options.databaseUrls.bookings })
  const admin = await mysql.createConnection({ uri: system.servers.mysqlUrl })
  const waiting = async (): Promise<number> => {
    const [rows] = await admin.query<RowDataPacket[]>("SELECT COUNT(*) AS waiting FROM information_schema.innodb_trx trx JOIN information_schema.processlist process ON process.id = trx.trx_mysql_thread_id WHERE trx.trx_state = 'LOCK WAIT' AND process.db = ?", [gate.config.database])
    return Number(rows[0]?.['waiting'])
  }
  try {
    await gate.query('INSERT INTO room_calendar (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
    await gate.beginTransaction()
    await gate.query('UPDATE room_calendar SET version = version + 1 WHERE room_id = ?', [roomId])
    const written = write()
    const together = await until(async () => await waiting() >= writers, 1_500)
    await meanwhile()
    await gate.commit()
    return { answers: await written, together }
  } finally {
    gate.destroy()
    admin.destroy()
  }
}
