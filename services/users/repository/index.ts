import { accountsRepository } from './accounts.ts'
import { administrationRepository } from './administration.ts'
import { announcementsRepository } from './announcements.ts'
import { attendeeMailsRepository } from './attendee-mails.ts'
import { auditRepository } from './audit.ts'
import { calendarEntriesRepository } from './calendar-entries.ts'
import { lockoutRepository } from './lockout.ts'
import { emailConfirmationsRepository } from './email-confirmations.ts'
import { mailRequestsRepository } from './mail-requests.ts'
import { mailLimitsRepository } from './mail-limits.ts'
import { mailStopsRepository } from './mail-stops.ts'
import type { Needs } from './needs.ts'
import { notificationAttendeesRepository } from './notification-attendees.ts'
import { notificationsRepository } from './notifications.ts'
import { passwordResetsRepository } from './password-resets.ts'
import { sessionsRepository } from './sessions.ts'

/**
 * Every statement of the users service, by what it is about.
 * @param confirmationMailsPerDay how many mails for confirming an address an account, and an address, may get in a day
 */
export function createRepository (app: Omit<Needs, 'confirmationMailsPerDay'>, confirmationMailsPerDay: number) {
  const needs: Needs = { database: app.database, outbox: app.outbox, sessions: app.sessions, idempotency: app.idempotency, confirmationMailsPerDay }
  return {
    accounts: accountsRepository(needs),
    administration: administrationRepository(needs),
    announcements: announcementsRepository(needs),
    attendeeMails: attendeeMailsRepository(needs),
    audit: auditRepository(needs),
    calendarEntries: calendarEntriesRepository(needs),
    emailConfirmations: emailConfirmationsRepository(needs),
    lockout: lockoutRepository(needs),
    mailLimits: mailLimitsRepository(needs),
    mailRequests: mailRequestsRepository(needs),
    mailStops: mailStopsRepository(needs),
    notifications: notificationsRepository(needs),
    notificationAttendees: notificationAttendeesRepository(needs),
    passwordResets: passwordResetsRepository(needs),
    sessions: sessionsRepository(needs)
  }
}

export type Repository = ReturnType<typeof createRepository>
