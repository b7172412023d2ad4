import type { FastifyBaseLogger } from 'fastify'
import { v7 as uuid } from 'uuid'
import { Refusal } from '../../shared/errors.ts'
import type { UsersConfig } from './config.ts'
import { assertGoodPassword } from './domain/password-rules.ts'
import type { Passwords } from './passwords.ts'
import type { Repository } from './repository/index.ts'

export interface FirstAdmin { username: string, email: string, password: string }

interface Needs {
  repository: Pick<Repository, 'accounts' | 'administration'>
  passwords: Pick<Passwords, 'hash'>
  log: FastifyBaseLogger
}

/**
 * The admin that the environment names, if any.
 * @throws Error when it does so by halves, or with a password that nobody may have
 */
export function readFirstAdmin ({ FIRST_ADMIN_USERNAME: username, FIRST_ADMIN_EMAIL: email, FIRST_ADMIN_PASSWORD: password }: UsersConfig): FirstAdmin | undefined {
  if (username === '' && email === '' && password === '') return undefined
  if (!/^[A-Za-z0-9_.-]{3,50}$/.test(username) || !/^[^@\s]+@[^@\s]+$/.test(email) || password.length < 8 || password.length > 128) {
    throw new Error('FIRST_ADMIN_USERNAME, FIRST_ADMIN_EMAIL and FIRST_ADMIN_PASSWORD (8 to 128 characters) go together; one of them is missing or wrong')
  }
  assertGoodPassword(password, [username, email])
  return { username, email, password }
}

/** Makes the first admin, when there is no admin yet. */
export async function createFirstAdmin ({ username, email, password }: FirstAdmin, { repository: { accounts, administration }, passwords, log }: Needs): Promise<void> {
  if (await administration.hasAdmin()) return
  try {
    await accounts.create({ username, email, fullName: username, passwordHash: await passwords.hash(password), role: 'admin', emailConfirmed: true }, { id: null, correlationId: uuid() })
    log.info({ username }, 'first admin made')
  } catch (error) {
    // Another instance was faster, or somebody has the name already: an admin has to be promoted then.
    if (!(error instanceof Refusal)) throw error
    log.warn({ username }, `first admin not made: ${error.message}`)
  }
}
