import type { UserRole } from '../../../shared/contract/generated/users.schemas.ts'

/** Whether somebody of this role decides on bookings. */
export function mayApprove (role: UserRole): boolean {
  return role === 'facility_manager' || role === 'admin'
}
