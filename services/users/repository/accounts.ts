import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { DirectoryEntry, ProfileUpdate, User, UserChange, UserRole } from '../../../shared/contract/generated/users.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { placeholders } from '../../../shared/plugins/database.ts'
import { announce, audit, type Actor } from './audit.ts'
import type { Needs } from './needs.ts'
import { redirectNotifications } from './notifications.ts'
import { revokePasswordResets } from './password-resets.ts'
import { notFound, refuseTaken, toUser, userColumns, type UserRow } from './rows.ts'
import { endSessions } from './sessions.ts'

/** An account as it is to be stored. */
export interface NewUser { username: string, email: string, fullName: string, passwordHash: string, role: UserRole }

/** An account with the hash of its password. */
export interface Holder { user: User, passwordHash: string }

export function accountsRepository ({ database, outbox, sessions, idempotency }: Needs) {
  return {
    /**
     * Stores an account and tells of it.
     *
     * @param actor who makes it; without an id, the person registers
     * @throws Refusal when somebody has the name or the address
     */
    async create ({ username, email, fullName, passwordHash, role }: NewUser, actor: Actor, attempt?: Attempt): Promise<User> {
      const now = new Date()
      const id = uuid()
      return await database.transaction(async transaction => {
        await transaction.write('INSERT INTO user (id, username, username_key, email, email_key, full_name, password_hash, role, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
          [id, username, username.toLowerCase(), email, email.toLowerCase(), fullName, passwordHash, role, now, now]).catch(refuseTaken)
        const user = toUser(await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ?`, [id]) as UserRow)
        await audit(transaction, id, actor.id === null ? 'registered' : 'created', { ...actor, id: actor.id ?? id })
        await announce(transaction, outbox, 'user.registered', user, actor.correlationId)
        await idempotency.remember(transaction, attempt, user)
        return user
      })
    },

    /** The account with this username or e-mail address, in any case. */
    async findByLogin (login: string): Promise<Holder | undefined> {
      const column = login.includes('@') ? 'email_key' : 'username_key'
      const row = await database.row<UserRow & { password_hash: string }>(`SELECT ${userColumns}, password_hash FROM user WHERE ${column} = ?`, [login.toLowerCase()])
      return row && { user: toUser(row), passwordHash: row.password_hash }
    },

    async find (id: string): Promise<User | undefined> {
      const row = await database.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ?`, [id])
      return row && toUser(row)
    },

    /** The hash of the password of an account that exists. */
    async passwordHashOf (id: string): Promise<string> {
      const row = await database.row<{ password_hash: string }>('SELECT password_hash FROM user WHERE id = ? AND status <> \'deleted\'', [id])
      if (!row) throw notFound(id)
      return row.password_hash
    },

    async lastLoginOf (id: string): Promise<Date | null> {
      return (await database.row<{ last_login_at: Date | null }>('SELECT last_login_at FROM user WHERE id = ?', [id]))?.last_login_at ?? null
    },

    /** Changes what somebody may change of the own account. */
    async updateProfile (id: string, update: ProfileUpdate, ifMatch: string | undefined, actor: Actor): Promise<User> {
      return await database.transaction(async transaction => {
        const row = await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ? AND status <> 'deleted' FOR UPDATE`, [id])
        if (!row) throw notFound(id)
        const before = toUser(row)
        assertCurrent(ifMatch, before.version)
        const after: User = { ...before, ...update, notifications: { ...before.notifications, ...update.notifications } }
        const changed = (['email', 'fullName', 'timeZone', 'locale', 'notifications'] as const).filter(field => JSON.stringify(after[field]) !== JSON.stringify(before[field]))
        if (changed.length === 0) return before
        const now = new Date()
        const { bookingCreated, bookingCancelled, bookingReminder, reviewFlagged } = after.notifications
        await transaction.write(`UPDATE user SET email = ?, email_key = ?, full_name = ?, time_zone = ?, locale = ?, notify_booking_created = ?, notify_booking_cancelled = ?, notify_booking_reminder = ?, notify_review_flagged = ?,
          version = version + 1, updated_at = ? WHERE id = ?`,
        [after.email, after.email.toLowerCase(), after.fullName, after.timeZone, after.locale, bookingCreated, bookingCancelled, bookingReminder, reviewFlagged, now, id]).catch(refuseTaken)
        const user = { ...after, version: before.version + 1, updatedAt: now.toISOString() }
        if (changed.includes('email')) {
          await revokePasswordResets(transaction, id)
          await redirectNotifications(transaction, id, after.email)
        }
        await audit(transaction, id, 'updated', actor, changed.map((field): UserChange => ({ field, before: null, after: null })))
        await announce(transaction, outbox, 'user.updated', user, actor.correlationId)
        return user
      })
    },

    /** Stores the hash of a password that was made with better parameters; tells whether the password was still the same. */
    async replacePasswordHash (id: string, before: string, after: string): Promise<boolean> {
      return (await database.write('UPDATE user SET password_hash = ? WHERE id = ? AND password_hash = ?', [after, id, before])).affectedRows === 1
    },

    /** Stores a new password and ends all sessions but one. */
    async changePassword (id: string, before: string, after: string, keptSessionId: string, actor: Actor): Promise<void> {
      await database.transaction(async transaction => {
        const { affectedRows } = await transaction.write('UPDATE user SET password_hash = ? WHERE id = ? AND password_hash = ?', [after, id, before])
        if (affectedRows === 0) throw new Refusal('user.password_changed', 'The password was changed by another request at the same time. Log in with the new one.')
        await revokePasswordResets(transaction, id)
        await audit(transaction, id, 'password_changed', actor)
        await endSessions(transaction, sessions, id, 'password_changed', keptSessionId)
      })
    },

    /** What other services need of people, in the order of the ids; unknown ids are left out. */
    async directory (ids: readonly string[]): Promise<DirectoryEntry[]> {
      const rows = await database.rows<UserRow>(`SELECT ${userColumns} FROM user WHERE id IN (${placeholders(ids)})`, ids)
      const people = new Map(rows.map(row => [row.id, toUser(row)]))
      return [...new Set(ids)].flatMap(id => {
        const user = people.get(id)
        return user ? [{ id, fullName: user.fullName, email: user.email, locale: user.locale, timeZone: user.timeZone, notifications: user.notifications, status: user.status }] : []
      })
    }
  }
}
