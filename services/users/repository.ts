import { v7 as uuid } from 'uuid'
import type { FastifyInstance } from 'fastify'
import type { Role } from '../../shared/contract/contract.ts'
import type { User } from '../../shared/contract/generated/users.schemas.ts'
import { isDuplicate } from '../../shared/database-errors.ts'
import { Refusal } from '../../shared/errors.ts'
import { hashToken } from './tokens.ts'

interface UserRow {
  id: string
  username: string
  email: string
  full_name: string
  password_hash: string
  role: Role
  version: number
  created_at: Date
  updated_at: Date
}

/** An account as it is to be stored. */
export interface NewUser { username: string, email: string, fullName: string, passwordHash: string, role: Role }

/** What a refresh token turned out to be. */
export type Rotation = { outcome: 'rotated', sessionId: string, user: User } | { outcome: 'invalid' } | { outcome: 'reused', sessionId: string }

const columns = 'id, username, email, full_name, password_hash, role, version, created_at, updated_at'

function toUser (row: UserRow): User {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    fullName: row.full_name,
    role: row.role,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  }
}

/** Every statement of the users service. */
export function usersRepository ({ database, outbox }: Pick<FastifyInstance, 'database' | 'outbox'>) {
  return {
    /**
     * Stores an account and tells of it.
     * @throws Refusal when somebody has the name or the address
     */
    async register ({ username, email, fullName, passwordHash, role }: NewUser, correlationId: string): Promise<User> {
      const now = new Date()
      const id = uuid()
      try {
        await database.transaction(async transaction => {
          await transaction.write('INSERT INTO user (id, username, username_key, email, email_key, full_name, password_hash, role, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
            [id, username, username.toLowerCase(), email, email.toLowerCase(), fullName, passwordHash, role, now, now])
          await outbox.add(transaction, 'user.registered', id, correlationId, { userId: id, role, version: 1 })
        })
      } catch (error) {
        if (isDuplicate(error, 'user_username')) throw new Refusal('user.username_taken', `The username ${username} is taken. Choose another.`)
        if (isDuplicate(error, 'user_email')) throw new Refusal('user.email_taken', 'There is an account with this e-mail address already. Log in, or use another address.')
        throw error
      }
      return { id, username, email, fullName, role, version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
    },

    /** The account with this username or e-mail address, in any case, and its password hash. */
    async findByLogin (login: string): Promise<{ user: User, passwordHash: string } | undefined> {
      const column = login.includes('@') ? 'email_key' : 'username_key'
      const row = await database.row<UserRow>(`SELECT ${columns} FROM user WHERE ${column} = ?`, [login.toLowerCase()])
      return row && { user: toUser(row), passwordHash: row.password_hash }
    },

    async find (id: string): Promise<User | undefined> {
      const row = await database.row<UserRow>(`SELECT ${columns} FROM user WHERE id = ?`, [id])
      return row && toUser(row)
    },

    /** Stores the hash of a password that was made with better parameters. */
    async replacePasswordHash (id: string, before: string, after: string): Promise<void> {
      await database.write('UPDATE user SET password_hash = ? WHERE id = ? AND password_hash = ?', [after, id, before])
    },

    /** Opens a session with its first refresh token, and returns the session's id. */
    async openSession (userId: string, refreshToken: string, refreshTokenDays: number): Promise<string> {
      const now = new Date()
      const id = uuid()
      await database.transaction(async transaction => {
        await transaction.write('INSERT INTO session (id, user_id, created_at, last_used_at) VALUES (?, ?, ?, ?)', [id, userId, now, now])
        await transaction.write('INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)',
          [hashToken(refreshToken), id, now, inDays(now, refreshTokenDays)])
      })
      return id
    },

    /** Trades a refresh token for the next one of its session. One that was used before ends the session (RFC 9700, section 4.14.2). */
    async rotate (refreshToken: string, next: string, refreshTokenDays: number): Promise<Rotation> {
      return await database.transaction<Rotation>(async transaction => {
        const now = new Date()
        const used = await transaction.write('UPDATE refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?', [now, hashToken(refreshToken), now])
        const token = await transaction.row<{ session_id: string, used_at: Date | null, ended_at: Date | null, user_id: string }>(
          'SELECT refresh_token.session_id, refresh_token.used_at, session.ended_at, session.user_id FROM refresh_token JOIN session ON session.id = refresh_token.session_id WHERE token_hash = ?',
          [hashToken(refreshToken)])
        if (!token || token.ended_at) return { outcome: 'invalid' }
        if (used.affectedRows === 0) {
          if (!token.used_at) return { outcome: 'invalid' } // expired
          await transaction.write('UPDATE session SET ended_at = ?, end_reason = \'token_reused\' WHERE id = ? AND ended_at IS NULL', [now, token.session_id])
          return { outcome: 'reused', sessionId: token.session_id }
        }
        await transaction.write('INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)',
          [hashToken(next), token.session_id, now, inDays(now, refreshTokenDays)])
        await transaction.write('UPDATE session SET last_used_at = ? WHERE id = ?', [now, token.session_id])
        const row = await transaction.row<UserRow>(`SELECT ${columns} FROM user WHERE id = ?`, [token.user_id])
        return row ? { outcome: 'rotated', sessionId: token.session_id, user: toUser(row) } : { outcome: 'invalid' }
      })
    }
  }
}

export type UsersRepository = ReturnType<typeof usersRepository>

function inDays (from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000)
}
