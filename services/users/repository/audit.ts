import { v7 as uuid } from 'uuid'
import type { User, UserAuditEntry, UserChange } from '../../../shared/contract/generated/users.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import type { Transaction } from '../../../shared/plugins/database.ts'
import type { Needs } from './needs.ts'

/** Who does something, and in which request. Nobody is who works from the command line. */
export interface Actor { id: string | null, correlationId: string }

interface AuditRow { id: string, user_id: string, actor_id: string | null, action: UserAuditEntry['action'], changes: string, created_at: Date }

/** Writes down what happens to an account, beside the change itself. */
export async function audit (transaction: Transaction, userId: string, action: UserAuditEntry['action'], { id: actorId, correlationId }: Actor, changes: UserChange[] = []): Promise<void> {
  const id = uuid()
  await transaction.write('INSERT INTO user_audit (id, user_id, actor_id, action, changes, correlation_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, userId, actorId, action, JSON.stringify(changes), correlationId, new Date()])
  transaction.trace('SELECT id FROM user_audit WHERE id = ?', [id])
}

/** The addresses of an account that were confirmed, as its history has them. */
export async function auditedAddresses (transaction: Transaction, userId: string): Promise<string[]> {
  const rows = await transaction.rows<AuditRow>('SELECT changes FROM user_audit WHERE user_id = ? AND action = \'email_confirmed\'', [userId])
  return rows.flatMap(({ changes }) => (JSON.parse(changes) as UserChange[]).flatMap(({ before, after }) => [before, after].filter(email => email !== null)))
}

/** Takes the addresses out of the history of an account; that they changed stays. */
export async function eraseAddresses (transaction: Transaction, userId: string): Promise<void> {
  await transaction.write('UPDATE user_audit SET changes = ? WHERE user_id = ? AND action IN (\'email_confirmed\', \'email_change_requested\')', [JSON.stringify([{ field: 'email', before: null, after: null } satisfies UserChange]), userId])
}

/** Tells of a change of an account, as it is now. */
export async function announce (transaction: Transaction, outbox: Needs['outbox'], type: 'user.registered' | 'user.updated', user: Pick<User, 'id' | 'role' | 'status' | 'version'>, correlationId: string): Promise<void> {
  await outbox.add(transaction, type, user.id, correlationId, { userId: user.id, role: user.role, status: user.status, version: user.version })
}

export function auditRepository ({ database }: Needs) {
  return {
    /** What happened to an account, newest first. */
    async list (userId: string, limit: number, cursor?: string): Promise<Page<UserAuditEntry>> {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0]
      const rows = await database.rows<AuditRow>(
        `SELECT id, user_id, actor_id, action, changes, created_at FROM user_audit WHERE user_id = ? ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit + 1}`,
        before === undefined ? [userId] : [userId, before])
      return pageOf(rows.map(toEntry), limit, entry => [entry.id])
    },

    /** All that happened to an account, newest first. */
    async all (userId: string): Promise<UserAuditEntry[]> {
      const rows = await database.rows<AuditRow>('SELECT id, user_id, actor_id, action, changes, created_at FROM user_audit WHERE user_id = ? ORDER BY id DESC', [userId])
      return rows.map(toEntry)
    }
  }
}

function toEntry (row: AuditRow): UserAuditEntry {
  return { id: row.id, userId: row.user_id, actorId: row.actor_id, action: row.action, changes: JSON.parse(row.changes) as UserChange[], at: row.created_at.toISOString() }
}
