import { v7 as uuid } from 'uuid'
import type { SessionInfo, User } from '../../../shared/contract/generated/users.schemas.ts'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { padded, placeholders, removeInBatches, type Transaction } from '../../../shared/plugins/database.ts'
import { hashToken } from '../tokens.ts'
import { audit } from './audit.ts'
import type { Needs } from './needs.ts'
import { queueNotification } from './notifications.ts'
import { toUser, userColumns, type UserRow } from './rows.ts'

/** Where a session is used from. */
export interface Origin { device: string | null, address: string, correlationId: string }

/** What a refresh token turned out to be. */
export type Rotation = { outcome: 'rotated', sessionId: string, user: User } | { outcome: 'invalid' } | { outcome: 'reused', sessionId: string }

export type EndReason = 'logged_out' | 'revoked' | 'password_changed' | 'account_changed' | 'account_deleted' | 'token_reused' | 'too_many'

interface SessionRow { id: string, device: string | null, address: string, created_at: Date, last_seen_at: Date, expires_at: Date }

/** How many sessions an account may have open; programs that log in each time are to find their last ones. */
const mostOpenSessions = 200
const surplusAtOnce = 100

const sessionColumns = 'id, device, address, created_at, last_seen_at, expires_at'
const seenMilliseconds = 300_000
/** The sessions of a user but one: they tell which devices have been used of late. */
const othersOf = 'SELECT 1 FROM session WHERE user_id = ? AND id <> ?'

export function sessionsRepository ({ database, sessions }: Needs) {
  return {
    /**
     * Opens a session with its first refresh token.
     *
     * @param passwordHash the hash that the password was checked against
     * @returns nothing when the account has changed since then in a way that ends sessions
     */
    async open (userId: string, passwordHash: string, refreshToken: string, refreshTokenDays: number, { device, address, correlationId }: Origin): Promise<{ sessionId: string, user: User } | undefined> {
      const now = new Date()
      const sessionId = uuid()
      const expiresAt = inDays(now, refreshTokenDays)
      const user = await database.transaction(async transaction => {
        // Locks the account, so that whatever ends its sessions comes before or after this one.
        const { affectedRows } = await transaction.write('UPDATE user SET last_login_at = ? WHERE id = ? AND status = \'active\' AND password_hash = ?', [now, userId, passwordHash])
        if (affectedRows === 0) return undefined
        await transaction.write('INSERT INTO session (id, user_id, device, address, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          [sessionId, userId, device, address, now, now, expiresAt])
        await addRefreshToken(transaction, refreshToken, sessionId, now, expiresAt)
        const row = await transaction.row<UserRow & { devices: number, this_device: number }>(
          `SELECT ${userColumns}, EXISTS (${othersOf}) AS devices, EXISTS (${othersOf} AND device <=> ?) AS this_device FROM user WHERE id = ?`, [userId, sessionId, userId, sessionId, device, userId])
        const opened = row && toUser(row)
        if (opened && row.devices === 1 && row.this_device === 0) {
          await queueNotification(transaction, {
            user: opened, kind: 'new_sign_in', cause: sessionId, subject: 'A new sign-in to your account', wanted: true, dueAt: now, event: { id: sessionId, time: now, data: { device, address } }, correlationId
          })
        }
        await endOldest(transaction, sessions, userId, now)
        transaction.afterCommit(async () => { await sessions.opened(sessionId) })
        return opened
      })
      return user && { sessionId, user }
    },

    /** Trades a refresh token for the next one of its session. One that was used before ends the session (RFC 9700, section 4.14.2). */
    async rotate (refreshToken: string, next: string, refreshTokenDays: number, address: string, correlationId: string): Promise<Rotation> {
      return await database.transaction<Rotation>(async transaction => {
        const now = new Date()
        const used = await transaction.write('UPDATE refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?', [now, hashToken(refreshToken), now])
        const token = await transaction.row<{ session_id: string, used_at: Date | null, user_id: string }>(
          'SELECT refresh_token.session_id, refresh_token.used_at, session.user_id FROM refresh_token JOIN session ON session.id = refresh_token.session_id WHERE token_hash = ?',
          [hashToken(refreshToken)])
        if (!token) return { outcome: 'invalid' }
        if (used.affectedRows === 0) {
          if (!token.used_at) return { outcome: 'invalid' } // expired
          const ended = await transaction.write('UPDATE session SET ended_at = ?, end_reason = \'token_reused\' WHERE id = ? AND ended_at IS NULL', [now, token.session_id])
          if (ended.affectedRows === 0) return { outcome: 'invalid' }
          await audit(transaction, token.user_id, 'refresh_token_reused', { id: null, correlationId })
          transaction.afterCommit(async () => { await sessions.ended([token.session_id]) })
          return { outcome: 'reused', sessionId: token.session_id }
        }
        const expiresAt = inDays(now, refreshTokenDays)
        // Locks the session: whatever ends it comes before this, and is seen, or after, and ends it for good.
        const renewed = await transaction.write('UPDATE session SET last_seen_at = ?, expires_at = ?, address = ? WHERE id = ? AND ended_at IS NULL', [now, expiresAt, address, token.session_id])
        if (renewed.affectedRows === 0) return { outcome: 'invalid' }
        await addRefreshToken(transaction, next, token.session_id, now, expiresAt)
        const row = await transaction.row<UserRow>(`SELECT ${userColumns} FROM user WHERE id = ?`, [token.user_id])
        return row ? { outcome: 'rotated', sessionId: token.session_id, user: toUser(row) } : { outcome: 'invalid' }
      })
    },

    /** Whether a session lasts; notes, now and then, that it is used. */
    async isOpen (sessionId: string): Promise<boolean> {
      const row = await database.row<{ ended_at: Date | null, last_seen_at: Date }>('SELECT ended_at, last_seen_at FROM session WHERE id = ?', [sessionId])
      if (!row || row.ended_at) return false
      const now = new Date()
      if (now.getTime() - row.last_seen_at.getTime() > seenMilliseconds) await database.write('UPDATE session SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?', [now, sessionId, now])
      return true
    },

    async find (sessionId: string): Promise<SessionInfo | undefined> {
      const row = await database.row<SessionRow>(`SELECT ${sessionColumns} FROM session WHERE id = ? AND ended_at IS NULL`, [sessionId])
      return row && toSessionInfo(row, sessionId)
    },

    /** The open sessions of somebody, newest first. */
    async list (userId: string, currentId: string, limit: number, cursor?: string): Promise<Page<SessionInfo>> {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0]
      const now = new Date()
      const rows = await database.rows<SessionRow>(
        `SELECT ${sessionColumns} FROM session WHERE user_id = ? AND ended_at IS NULL AND expires_at > ? ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit + 1}`,
        before === undefined ? [userId, now] : [userId, now, before])
      return pageOf(rows.map(row => toSessionInfo(row, currentId)), limit, ({ id }) => [id])
    },

    /** All sessions of somebody that are kept, newest first. */
    async all (userId: string, currentId: string): Promise<SessionInfo[]> {
      const rows = await database.rows<SessionRow>(`SELECT ${sessionColumns} FROM session WHERE user_id = ? ORDER BY id DESC`, [userId])
      return rows.map(row => toSessionInfo(row, currentId))
    },

    /** Ends one session of somebody, and tells whether there was one to end. */
    async end (userId: string, sessionId: string, reason: EndReason): Promise<boolean> {
      const { affectedRows } = await database.write('UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ? AND user_id = ? AND ended_at IS NULL', [new Date(), reason, sessionId, userId])
      if (affectedRows === 0) return false
      await sessions.ended([sessionId])
      return true
    },

    /** Ends all sessions of somebody. */
    async endAll (userId: string, reason: EndReason): Promise<void> {
      await database.transaction(async transaction => { await endSessions(transaction, sessions, userId, reason) })
    },

    /** Forgets sessions and refresh tokens that have expired. */
    async forgetExpired (): Promise<void> {
      const now = new Date()
      await removeInBatches(database, 'DELETE FROM refresh_token WHERE expires_at <= ?', [now])
      await removeInBatches(database, 'DELETE FROM session WHERE expires_at <= ?', [now])
    }
  }
}

/**
 * Ends the sessions of an account that the transaction has locked.
 *
 * @param exceptId the one that goes on
 */
export async function endSessions (transaction: Transaction, sessions: Needs['sessions'], userId: string, reason: EndReason, exceptId = ''): Promise<void> {
  const now = new Date()
  await transaction.write('UPDATE session SET ended_at = ?, end_reason = ? WHERE user_id = ? AND ended_at IS NULL AND id <> ?', [now, reason, userId, exceptId])
  const over = await transaction.rows<{ id: string }>('SELECT id FROM session WHERE user_id = ? AND ended_at = ?', [userId, now])
  transaction.afterCommit(async () => { await sessions.ended(over.map(({ id }) => id)) })
}

/** Ends the oldest sessions of an account that has too many, so that all of them can be ended at once. */
async function endOldest (transaction: Transaction, sessions: Needs['sessions'], userId: string, now: Date): Promise<void> {
  const surplus = await transaction.rows<{ id: string }>(`SELECT id FROM session FORCE INDEX (session_user) WHERE user_id = ? AND ended_at IS NULL ORDER BY id DESC LIMIT ${surplusAtOnce} OFFSET ${mostOpenSessions}`, [userId])
  if (surplus.length === 0) return
  const ids = surplus.map(({ id }) => id)
  await transaction.write(`UPDATE session SET ended_at = ?, end_reason = 'too_many' WHERE id IN (${placeholders(padded(ids))})`, [now, ...padded(ids)])
  transaction.afterCommit(async () => { await sessions.ended(ids) })
}

async function addRefreshToken (transaction: Transaction, token: string, sessionId: string, now: Date, expiresAt: Date): Promise<void> {
  await transaction.write('INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)', [hashToken(token), sessionId, now, expiresAt])
  transaction.trace('SELECT session_id FROM refresh_token WHERE token_hash = ?', [hashToken(token)])
}

function toSessionInfo (row: SessionRow, currentId: string): SessionInfo {
  return {
    id: row.id,
    device: row.device,
    address: row.address,
    current: row.id === currentId,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString()
  }
}

function inDays (from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000)
}
