/**
 * What went wrong in the database, told by number: the drivers' names differ between MySQL and MariaDB.
 * MySQL: https://dev.mysql.com/doc/mysql-errors/8.4/en/ MariaDB: https://mariadb.com/kb/en/mariadb-error-codes/
 */
interface DatabaseError extends Error { errno?: number, code?: string, sqlMessage?: string }

const duplicate = new Set([1062])
/** Deadlock, lock wait timeout, record changed since the snapshot, cluster node not ready: the whole transaction may be tried again. */
const retryable = new Set([1213, 1205, 1020, 1047])
const lockWait = new Set([1205, 3572])
/** Too many connections (of the user), read-only or not-ready server, shutdown, connection killed. */
const outage = new Set([1040, 1203, 1226, 1047, 1053, 1077, 1290, 1836, 1927, 3168])
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR', 'PROTOCOL_ENQUEUE_AFTER_QUIT', 'POOL_CLOSED', 'POOL_NONEONLINE'])
/** The server may have committed although the answer to COMMIT never came. */
const unknownOutcome = new Set([1180])

function numberOf (error: unknown): number {
  return (error as DatabaseError | undefined)?.errno ?? 0
}

/** Whether a unique key refused the row. */
export function isDuplicate (error: unknown, key?: string): boolean {
  return duplicate.has(numberOf(error)) && (key === undefined || ((error as DatabaseError).sqlMessage ?? '').includes(key))
}

/** Whether the whole transaction may be run again: it was rolled back. */
export function isRetryable (error: unknown): boolean {
  return retryable.has(numberOf(error))
}

/** Whether a lock was not had in time. */
export function isLockWait (error: unknown): boolean {
  return lockWait.has(numberOf(error))
}

/** Whether the connection broke. */
export function isConnectionLoss (error: unknown): boolean {
  return connectionCodes.has((error as DatabaseError | undefined)?.code ?? '')
}

/** Whether nobody knows if the COMMIT that failed so took effect. */
export function isUnknownOutcome (error: unknown): boolean {
  return isConnectionLoss(error) || unknownOutcome.has(numberOf(error))
}

/** Whether the database is down or refuses work, as opposed to refusing the statement. */
export function isOutage (error: unknown): boolean {
  return isConnectionLoss(error) || outage.has(numberOf(error)) || isRetryable(error) ||
    (error instanceof Error && /^(Queue limit reached|No connections available|Pool is closed|Can't add new command|no answer within)/.test(error.message))
}

/** The database cannot be reached, or has no time for us. */
export class DatabaseUnavailableError extends Error {
  constructor (cause: unknown) {
    super('the database cannot be reached', { cause })
    this.name = 'DatabaseUnavailableError'
  }
}
