import { accountsRepository } from './accounts.ts'
import { administrationRepository } from './administration.ts'
import { auditRepository } from './audit.ts'
import { lockoutRepository } from './lockout.ts'
import type { Needs } from './needs.ts'
import { notificationsRepository } from './notifications.ts'
import { passwordResetsRepository } from './password-resets.ts'
import { sessionsRepository } from './sessions.ts'

/** Every statement of the users service, by what it is about. */
export function createRepository (needs: Needs) {
  return {
    accounts: accountsRepository(needs),
    administration: administrationRepository(needs),
    audit: auditRepository(needs),
    lockout: lockoutRepository(needs),
    notifications: notificationsRepository(needs),
    passwordResets: passwordResetsRepository(needs),
    sessions: sessionsRepository(needs)
  }
}

export type Repository = ReturnType<typeof createRepository>
