import { createHash } from 'node:crypto'
import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { placeholders, removeInBatches, type Queryable, type Transaction } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'

/** What failures are counted for, and how many of them lock it. */
export interface FailureCount { key: string, limit: number }

/** What is counted: whether any failure is, and when the last of the locks ends. */
export interface Standing { any: boolean, lockedUntil: Date | undefined }

interface Row { subject: string, failures: number, expires_at: Date }

export function lockoutRepository ({ database }: Needs) {
  return {
    /** Whether anything is counted or locked. */
    async failuresOf (counts: readonly FailureCount[]): Promise<Standing> {
      return standingOf(await find(database, counts), counts)
    },

    /** The same, with the failures that are being counted at this moment: it waits for them. */
    async countedFailuresOf (counts: readonly FailureCount[]): Promise<Standing> {
      return standingOf(await find(database, counts, 'LOCK IN SHARE MODE'), counts)
    },

    /**
     * Counts a failure, once for each key and however many come at once.
     *
     * @returns until when it is locked, if it was locked before this failure; and until when the first of the counts is locked, if this very
     * failure did it
     */
    async countFailure (counts: readonly FailureCount[], lockMinutes: number): Promise<{ lockedBefore: Date | undefined, lockedNow: Date | undefined }> {
      return await database.transaction(async transaction => {
        const now = new Date()
        const end = new Date(now.getTime() + lockMinutes * 60_000)
        for (const { key, limit } of inLockOrder(counts)) {
          // Assignments run from left to right: the second sees what the first has made of `failures`.
          await transaction.write(`INSERT INTO login_failure (subject, failures, expires_at) VALUES (?, 1, ?)
            ON DUPLICATE KEY UPDATE failures = IF(expires_at > ?, failures + 1, 1), expires_at = IF(failures = 1 OR failures = ?, ?, expires_at)`,
          [subjectOf(key), end, now, limit, end])
        }
        const rows = await find(transaction, counts)
        return {
          lockedBefore: lockOf(rows, counts, ({ failures }, { limit }) => failures > limit),
          lockedNow: lockOf(rows, counts.slice(0, 1), ({ failures }, { limit }) => failures === limit)
        }
      })
    },

    /** Begins to count anew, unless it has been locked since. */
    async clearFailures ({ key, limit }: FailureCount): Promise<void> {
      await database.write('DELETE FROM login_failure WHERE subject = ? AND NOT (failures >= ? AND expires_at > ?)', [subjectOf(key), limit, new Date()])
    },

    /** Forgets counts that have ended. */
    async forgetExpired (): Promise<void> {
      await removeInBatches(database, 'DELETE FROM login_failure WHERE expires_at <= ?', [new Date()])
    }
  }
}

/** Ends the locks of an account, and begins to count anew; tells whether anything was counted. */
export async function unlockAccount (transaction: Transaction, { id, username, email }: Pick<User, 'id' | 'username' | 'email'>): Promise<boolean> {
  const subjects = [accountKey(id), loginKey(username), loginKey(email)].map(subjectOf).sort()
  return (await transaction.write('DELETE FROM login_failure WHERE subject IN (?, ?, ?)', subjects)).affectedRows > 0
}

/** What wrong passwords in a session of an account are counted as. */
export function accountKey (id: string): string {
  return `account:${id}`
}

/** What failed logins are counted as: what was typed, so that the locks do not tell that a username and an address are of one account. */
export function loginKey (login: string): string {
  return `login:${login.toLowerCase()}`
}

/** What a key is stored as. */
function subjectOf (key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Whoever counts or looks takes the locks in the order of the primary key, so that they never wait in a circle. */
function inLockOrder (counts: readonly FailureCount[]): FailureCount[] {
  return [...counts].sort((a, b) => subjectOf(a.key) < subjectOf(b.key) ? -1 : 1)
}

/** The index is named because a look through a small table would wait for the locks of everybody else. */
async function find (queryable: Queryable, counts: readonly FailureCount[], lock: 'LOCK IN SHARE MODE' | '' = ''): Promise<Row[]> {
  return await queryable.rows<Row>(`SELECT subject, failures, expires_at FROM login_failure FORCE INDEX (PRIMARY) WHERE subject IN (${placeholders(counts)}) ${lock}`, inLockOrder(counts).map(({ key }) => subjectOf(key)))
}

function standingOf (rows: Row[], counts: readonly FailureCount[]): Standing {
  return { any: rows.length > 0, lockedUntil: lockOf(rows, counts, ({ failures }, { limit }) => failures >= limit) }
}

function lockOf (rows: Row[], counts: readonly FailureCount[], isLocked: (row: Row, count: FailureCount) => boolean): Date | undefined {
  const now = new Date()
  const ends = counts.flatMap(count => rows.filter(row => row.subject === subjectOf(count.key) && row.expires_at > now && isLocked(row, count)).map(row => row.expires_at))
  return ends.sort((a, b) => b.getTime() - a.getTime())[0]
}
