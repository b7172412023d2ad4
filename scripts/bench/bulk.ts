import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Fills a table with copies of one row. */
export async function copyRow (connection: Connection, table: string, id: string, changes: Record<string, string>, from: string): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>('SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?', [table])
  const names = columns.map(({ name }) => String(name))
  await connection.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map(name => changes[name] ?? `template.${name}`).join(', ')} FROM ${table} template JOIN ${from} WHERE template.id = ?`, [id])
}

/** Takes the secondary indexes of a table away while it is filled: to build them afterwards is many times faster. */
export async function withoutIndexes (connection: Connection, table: string, fill: () => Promise<void>): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${table}`)
  const definition = String(row?.['Create Table'])
  const ofForeignKeys = new Set([...definition.matchAll(/FOREIGN KEY \(`(\w+)`/g)].map(([, column]) => column))
  const keys = [...definition.matchAll(/^ {2}(KEY `(\w+)` \(`(\w+)`.*?\)),?$/gm)].map(([, text, name, column]) => ({ text, name, column })).filter(({ column }) => !ofForeignKeys.has(column))
  await connection.query(`ALTER TABLE ${table} ${keys.map(({ name }) => `DROP KEY ${name}`).join(', ')}`)
  await fill()
  await connection.query(`ALTER TABLE ${table} ${keys.map(({ text }) => `ADD ${text}`).join(', ')}`)
  await connection.query(`ANALYZE TABLE ${table}`)
}

/** Makes the table `number` of a connection, with the numbers below 10,000. */
export async function numbers (connection: Connection): Promise<void> {
  const digits = 'SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9'
  await connection.query('CREATE TEMPORARY TABLE number (n INT PRIMARY KEY)')
  await connection.query(`INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) e ORDER BY 1`)
}
