import type { FastifyInstance } from 'fastify'
import { accountsRepository } from './accounts.ts'
import { administrationRepository } from './administration.ts'
import { auditRepository } from './audit.ts'
import { lockoutRepository } from './lockout.ts'
import { sessionsRepository } from './sessions.ts'

/** What the statements need of the service. */
export type Needs = Pick<FastifyInstance, 'database' | 'outbox' | 'sessions' | 'idempotency'>

/** Every statement of the users service. */
export function usersRepository (needs: Needs) {
  return {
    ...accountsRepository(needs),
    ...administrationRepository(needs),
    ...auditRepository(needs),
    ...lockoutRepository(needs),
    ...sessionsRepository(needs)
  }
}

export type UsersRepository = ReturnType<typeof usersRepository>
