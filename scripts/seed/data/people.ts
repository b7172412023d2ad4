import type { UserRole } from '../../../shared/contract/generated/users.schemas.ts'

/** For demonstrations on one's own machine only: `npm start` never runs in production. */
export const demoPassword = 'demo-meeting-room'

export interface Person { username: string, fullName: string, role: UserRole, timeZone: string }

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'

/** A login for each role: those that `npm start` prints. */
export const demoUsers: Person[] = [
  { username: 'admin', fullName: 'Avery Admin', role: 'admin', timeZone: berlin },
  { username: 'manager', fullName: 'Frankie Facility', role: 'facility_manager', timeZone: berlin },
  { username: 'moderator', fullName: 'Morgan Moderator', role: 'moderator', timeZone: berlin },
  { username: 'user', fullName: 'Uma User', role: 'user', timeZone: berlin }
]

/** Everybody in the company. */
export const people: Person[] = [
  ...demoUsers,
  { username: 'jonas', fullName: 'Jonas Weber', role: 'user', timeZone: berlin },
  { username: 'lena', fullName: 'Lena Hoffmann', role: 'user', timeZone: berlin },
  { username: 'marek', fullName: 'Marek Novak', role: 'user', timeZone: berlin },
  { username: 'priya', fullName: 'Priya Raman', role: 'user', timeZone: berlin },
  { username: 'sofia', fullName: 'Sofia Alvarez', role: 'user', timeZone: newYork },
  { username: 'dylan', fullName: 'Dylan Brooks', role: 'user', timeZone: newYork },
  { username: 'grace', fullName: 'Grace Okafor', role: 'facility_manager', timeZone: newYork },
  { username: 'noah', fullName: 'Noah Kim', role: 'moderator', timeZone: newYork }
]

/** Nobody can have such an address in earnest. */
export function emailOf (username: string): string {
  return `${username}@example.com`
}
