import { v7 as uuid } from 'uuid'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { DirectoryEntry, ProfileUpdate, User, UserChange, UserRole } from '../../../shared/contract/generated/users.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { announce, audit, type Actor } from './audit.ts'
import { isTaken, queueConfirmation } from './email-confirmations.ts'
import type { Needs } from './needs.ts'
import { queueNotification, redirectNotifications } from './notifications.ts'
import { revokePasswordResets } from './password-resets.ts'
import { emailTaken, notFound, refuseTaken, toUser, userColumns, type UserRow } from './rows.ts'
import { endSessions } from './sessions.ts'

/** An account as it is to be stored. */
export interface NewUser {
  username: string
  email: string
  fullName: string
  passwordHash: string
  role: UserRole
  /** Whether the address needs no confirmation. */
  emailConfirmed?: boolean
}

/** An account with the hash of its password. */
export interface Holder { user: User, passwordHash: string }

export function accountsRepository ({ database, outbox, sessions, idempotency, confirmationMailsPerDay }: Needs) {
  return {
    /**
     * Stores an account and tells of it.
     *
     * @param actor who makes it; without an id, the person registers
     * @throws Refusal when somebody has the name or the address
     */
    async create ({ username, email, fullName, passwordHash, role, emailConfirmed = false }: NewUser, actor: Actor, attempt?: Attempt): Promise<User> {
      const now = new Date()
      const id = uuid()
      return await database.transaction(async transaction => {
        const emailKey = email.toLowerCase()
        const addresses = emailConfirmed ? [emailKey, now, null, null] : [null, null, email, emailKey]
        await transaction.write(`INSERT INTO user (id, username, username_key, email, email_key, email_confirmed_at, pending_email, pending_email_key, full_name, password_hash, role, version, created_at, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`, [id, username, username.toLowerCase(), email, ...addresses, fullName, passwordHash, role, now, now]).catch(refuseTaken)
        if (await isTaken(transaction, email, id)) throw emailTaken()
        const user = toUser(await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ?`, [id]) as UserRow)
        await audit(transaction, id, actor.id === null ? 'registered' : 'created', { ...actor, id: actor.id ?? id })
        await announce(transaction, outbox, 'user.registered', user, actor.correlationId)
        await idempotency.remember(transaction, attempt, user)
        return user
      })
    },

    /** The account with this username or e-mail address, in any case. While nobody has confirmed the address, it is that of the first who gave it. */
    async findByLogin (login: string): Promise<Holder | undefined> {
      const condition = login.includes('@') ? 'email_key = ? OR (pending_email_key = ? AND email_confirmed_at IS NULL)' : 'username_key = ? OR username_key = ?'
      const row = await database.row<UserRow & { password_hash: string }>(`SELECT ${userColumns}, password_hash FROM user WHERE ${condition} ORDER BY email_confirmed_at IS NULL, id LIMIT 1`, [login.toLowerCase(), login.toLowerCase()])
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

    /**
     * Changes what somebody may change of the own account. A new address of one that is confirmed waits to be confirmed.
     * @throws Refusal `user.email_taken` when another account has confirmed the address
     */
    async updateProfile (id: string, { email, ...update }: Omit<ProfileUpdate, 'currentPassword'>, ifMatch: string | undefined, actor: Actor): Promise<User> {
      return await database.transaction(async transaction => {
        const row = await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ? AND status <> 'deleted' FOR UPDATE`, [id])
        if (!row) throw notFound(id)
        const before = toUser(row)
        assertCurrent(ifMatch, before.version)
        const after: User = { ...before, ...update, ...(email !== undefined && addressesAfter(before, email)), notifications: { ...before.notifications, ...update.notifications } }
        const changed = (['email', 'pendingEmail', 'fullName', 'timeZone', 'locale', 'notifications'] as const).filter(field => JSON.stringify(after[field]) !== JSON.stringify(before[field]))
        if (changed.length === 0) return before
        const now = new Date()
        const pending = after.emailConfirmed ? after.pendingEmail : after.email
        const { bookingCreated, bookingCancelled, bookingReminder, roomUnavailable, approvalRequested, reviewFlagged } = after.notifications
        await transaction.write(`UPDATE user SET email = ?, pending_email = ?, pending_email_key = ?, full_name = ?, time_zone = ?, locale = ?,
          notify_booking_created = ?, notify_booking_cancelled = ?, notify_booking_reminder = ?, notify_room_unavailable = ?, notify_approval_requested = ?, notify_review_flagged = ?,
          version = version + 1, updated_at = ? WHERE id = ?`,
        [after.email, pending, pending?.toLowerCase() ?? null, after.fullName, after.timeZone, after.locale, bookingCreated, bookingCancelled, bookingReminder, roomUnavailable, approvalRequested, reviewFlagged, now, id])
        const user = { ...after, version: before.version + 1, updatedAt: now.toISOString() }
        const others = changed.filter(field => field !== 'email' && field !== 'pendingEmail')
        if (others.length < changed.length && pending !== null) await changeAddress(transaction, before, pending, actor)
        if (others.length > 0) await audit(transaction, id, 'updated', actor, others.map((field): UserChange => ({ field, before: null, after: null })))
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
  /** Asks for the confirmation of a new address, and tells the one in force. */
  async function changeAddress (transaction: Transaction, before: User, email: string, actor: Actor): Promise<void> {
    if (await isTaken(transaction, email, before.id)) throw emailTaken()
    const [id, now] = [uuid(), new Date()]
    await queueConfirmation(transaction, { userId: before.id, email, cause: id, correlationId: actor.correlationId }, confirmationMailsPerDay)
    await audit(transaction, before.id, 'email_change_requested', actor, [{ field: 'email', before: before.email, after: email }])
    if (!before.emailConfirmed) {
      await redirectNotifications(transaction, before.id, email)
      return
    }
    await queueNotification(transaction, {
      user: before, kind: 'email_change', cause: id, subject: 'A new e-mail address for your account', wanted: true, dueAt: now, event: { id, time: now, data: { email } }, correlationId: actor.correlationId
    })
  }
}

/** The addresses of an account whose holder gives one. */
function addressesAfter ({ email: inForce, emailConfirmed }: User, email: string): Pick<User, 'email' | 'pendingEmail'> {
  if (!emailConfirmed) return { email, pendingEmail: null }
  return { email: inForce, pendingEmail: email === inForce ? null : email }
}
