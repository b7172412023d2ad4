import mysql from 'mysql2/promise'

/** Does something with a connection to a database, for the little that no contract has an operation for. */
export async function withConnection<Result> (databaseUrl: string, work: (connection: mysql.Connection) => Promise<Result>): Promise<Result> {
  const connection = await mysql.createConnection({ uri: databaseUrl, timezone: 'Z' })
  try {
    return await work(connection)
  } finally {
    await connection.end()
  }
}
