import { createHash } from 'node:crypto'
import type { Booking } from '../../../shared/contract/generated/bookings.schemas.ts'

/** What calendars show of bookings, as a hash: as long as it stays the same, there is nothing to tell. Empty when there are none. */
export function fingerprintOf (bookings: readonly Booking[]): string {
  if (bookings.length === 0) return ''
  const shown = bookings.map(({ roomId, title, description, startsAt, endsAt }) => [startsAt, endsAt, roomId, title, description])
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex')
}
