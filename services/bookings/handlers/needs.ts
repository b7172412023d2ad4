import type { bookingsContract } from '../../../shared/contract/generated/bookings.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import type { ConflictExplainer } from '../conflicts.ts'
import type { CalendarFeeds } from '../feeds.ts'
import type { Repository } from '../repository/index.ts'
import type { RoomDirectory } from '../rooms.ts'

export type BookingsHandlers = Handlers<typeof bookingsContract>

/** What the handlers work with. */
export interface Needs {
  probes: Pick<BookingsHandlers, 'getHealth' | 'getReadiness'>
  repository: Repository
  rooms: RoomDirectory
  conflicts: ConflictExplainer
  calendarOf: CalendarFeeds
  /** Whether nobody books before the address of the account is confirmed. */
  requireConfirmedEmail: boolean
  /** Where the service is reached from outside. */
  publicUrl: string
}
