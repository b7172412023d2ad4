import { accountsRepository } from './accounts.ts'
import { administrationRepository } from './administration.ts'
import { auditRepository } from './audit.ts'
import { lockoutRepository } from './lockout.ts'
import type { Needs } from './needs.ts'
import { notificationsRepository } from './notifications.ts'
import { sessionsRepository } from './sessions.ts'

/** Every statement of the users service. */
export function usersRepository (needs: Needs) {
  return {
    ...accountsRepository(needs),
    ...administrationRepository(needs),
    ...auditRepository(needs),
    ...lockoutRepository(needs),
    ...notificationsRepository(needs),
    ...sessionsRepository(needs)
  }
}

export type UsersRepository = ReturnType<typeof usersRepository>
