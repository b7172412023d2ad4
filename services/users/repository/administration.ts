import type { User, UserChange, UserRole, UserStatus, UserUpdate } from '../../../shared/contract/generated/users.schemas.ts'
import { emailHash } from '../../../shared/email-hash.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import type { Transaction, Value } from '../../../shared/plugins/database.ts'
import { announce, audit, auditedAddresses, eraseAddresses, type Actor } from './audit.ts'
import type { Needs } from './needs.ts'
import { isTaken, revokeConfirmations } from './email-confirmations.ts'
import { unlockAccount } from './lockout.ts'
import { forgetConfirmationCounts } from './mail-limits.ts'
import { eraseNotifications } from './notifications.ts'
import { revokePasswordResets } from './password-resets.ts'
import { notFound, toUser, userColumns, type UserRow } from './rows.ts'
import { endSessions } from './sessions.ts'

export interface UserFilter { role?: UserRole | undefined, status?: UserStatus | undefined, text?: string | undefined }

export function administrationRepository ({ database, outbox, sessions }: Needs) {
  return {
    /** The accounts that all filters let through, oldest first. */
    async list ({ role, status, text }: UserFilter, limit: number, cursor?: string): Promise<Page<User>> {
      const conditions = [status === undefined ? 'status IN (\'active\', \'disabled\')' : 'status = ?']
      const values: Value[] = status === undefined ? [] : [status]
      if (role !== undefined) {
        conditions.push('role = ?')
        values.push(role)
      }
      if (text !== undefined) {
        conditions.push('(username_key LIKE ? OR LOWER(email) LIKE ? OR LOWER(full_name) LIKE ?)')
        const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
        values.push(pattern, pattern, pattern)
      }
      if (cursor !== undefined) {
        conditions.push('id > ?')
        values.push(decodeCursor(cursor, ['id'])[0])
      }
      const rows = await database.rows<UserRow>(`SELECT ${userColumns} FROM user WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${limit + 1}`, values)
      return pageOf(rows.map(toUser), limit, ({ id }) => [id])
    },

    /**
     * Changes role or status, which ends all sessions of the account, or unlocks it.
     * @throws Refusal when there would be no active admin any more
     */
    async change (id: string, { role, status, unlock = false }: UserUpdate, ifMatch: string | undefined, actor: Actor): Promise<User> {
      return await database.transaction(async transaction => {
        await lockAdmins(transaction)
        const before = await lockAccount(transaction, id)
        if (before.status === 'deleted') throw new Refusal('user.deleted', 'This account is deleted and cannot be changed any more.')
        assertCurrent(ifMatch, before.version)
        if (unlock && await unlockAccount(transaction, before)) await audit(transaction, id, 'unlocked', actor)
        const user: User = { ...before, role: role ?? before.role, status: status ?? before.status }
        const changes = (['role', 'status'] as const).filter(field => user[field] !== before[field]).map((field): UserChange => ({ field, before: before[field], after: user[field] }))
        if (changes.length === 0) return before
        if (user.role !== 'admin' || user.status !== 'active') await assertNotLastAdmin(transaction, before)
        const now = new Date()
        await transaction.write('UPDATE user SET role = ?, status = ?, version = version + 1, updated_at = ? WHERE id = ?', [user.role, user.status, now, id])
        Object.assign(user, { version: before.version + 1, updatedAt: now.toISOString() })
        await audit(transaction, id, 'updated', actor, changes)
        await announce(transaction, outbox, 'user.updated', user, actor.correlationId)
        await endSessions(transaction, sessions, id, 'account_changed')
        return user
      })
    },

    /**
     * Erases who an account belonged to. The row stays, for bookings and reviews refer to it.
     * @throws Refusal when there would be no active admin any more
     */
    async erase (id: string, actor: Actor): Promise<void> {
      await database.transaction(async transaction => {
        await lockAdmins(transaction)
        const before = await lockAccount(transaction, id)
        if (before.status === 'deleted') return
        await assertNotLastAdmin(transaction, before)
        await transaction.write(`UPDATE user SET username = 'deleted', username_key = NULL, email = 'deleted@users.invalid', email_key = NULL, email_confirmed_at = NULL, pending_email = NULL, pending_email_key = NULL, full_name = 'Deleted user', password_hash = '', status = 'deleted',
          time_zone = 'UTC', locale = 'en', last_login_at = NULL, version = version + 1, updated_at = ? WHERE id = ?`, [new Date(), id])
        await unlockAccount(transaction, before)
        await audit(transaction, id, 'deleted', actor)
        const addresses = await ownAddresses(transaction, before)
        const emailHashes = addresses.map(emailHash)
        await outbox.add(transaction, 'user.deleted', id, actor.correlationId, { userId: id, role: before.role, status: 'deleted', emailHashes, version: before.version + 1 })
        await eraseAddresses(transaction, id)
        await endSessions(transaction, sessions, id, 'account_deleted')
        await transaction.write('UPDATE session SET device = NULL, address = \'\' WHERE user_id = ?', [id])
        await eraseNotifications(transaction, id)
        await forgetConfirmationCounts(transaction, addresses)
        await revokePasswordResets(transaction, id)
        await revokeConfirmations(transaction, id)
      })
    },

    /** Whether there is somebody who can administer the system. */
    async hasAdmin (): Promise<boolean> {
      return await database.row('SELECT id FROM user WHERE role = \'admin\' AND status = \'active\' LIMIT 1') !== undefined
    }
  }
}

/** Comes first in every transaction that may take an admin away: a write, which clusters certify as well. */
async function lockAdmins (transaction: Transaction): Promise<void> {
  await transaction.write('UPDATE admin_lock SET version = version + 1 WHERE id = 1')
}

async function lockAccount (transaction: Transaction, id: string): Promise<User> {
  const row = await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ? FOR UPDATE`, [id])
  if (!row) throw notFound(id)
  return toUser(row)
}

async function assertNotLastAdmin (transaction: Transaction, { id, role, status }: User): Promise<void> {
  if (role !== 'admin' || status !== 'active') return
  const other = await transaction.row('SELECT id FROM user WHERE role = \'admin\' AND status = \'active\' AND id <> ? LIMIT 1', [id])
  if (!other) throw new Refusal('user.last_admin', 'This is the last active admin. Make somebody else admin first.')
}

/** The addresses that an account has or had, in lower case, but those that are another's by now. */
async function ownAddresses (transaction: Transaction, { id, email }: User): Promise<string[]> {
  const known = new Set([email, ...await auditedAddresses(transaction, id)].map(each => each.toLowerCase()))
  const own: string[] = []
  for (const each of known) if (!await isTaken(transaction, each, id)) own.push(each)
  return own
}
