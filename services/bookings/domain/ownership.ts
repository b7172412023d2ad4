import type { Role } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/errors.ts'

/** Whether somebody of this role sees and changes everybody's bookings. */
export function managesBookings (role: Role): boolean {
  return role === 'facility_manager' || role === 'admin'
}

/** Whether somebody may see and change a booking or a series. */
export function mayUse (owned: { userId: string }, caller: { id: string, role: Role }): boolean {
  return owned.userId === caller.id || managesBookings(caller.role)
}

/**
 * Refuses those who have nothing to do with a booking or a series.
 * @throws Refusal `booking.not_yours`
 */
export function assertMayUse (owned: { userId: string }, caller: { id: string, role: Role }): void {
  if (!mayUse(owned, caller)) {
    throw new Refusal('booking.not_yours', 'This is somebody else\'s booking. Only its owner, a facility manager or an admin may do this.')
  }
}

/**
 * Refuses to override rules to those who may not.
 * @throws Refusal `booking.override_forbidden`
 */
export function assertMayOverride (override: boolean, caller: { role: Role }): void {
  if (override && !managesBookings(caller.role)) {
    throw new Refusal('booking.override_forbidden', 'Only a facility manager or an admin may override the rules of a room. Leave `override` out.')
  }
}

/**
 * Refuses those whose e-mail address is not confirmed, where that is required.
 * @throws Refusal `auth.email_unconfirmed`
 */
export function assertConfirmed (isRequired: boolean, { emailConfirmed }: { emailConfirmed: boolean }): void {
  if (isRequired && !emailConfirmed) throw new Refusal('auth.email_unconfirmed', 'Confirm your e-mail address before you book, then refresh the session: you got a mail for it.')
}
