import type { Client } from '../../../shared/contract/client.ts'
import type { BookingsOperations } from '../../../shared/contract/generated/bookings.operations.ts'
import type { reviewsContract } from '../../../shared/contract/generated/reviews.operations.ts'
import type { RoomsOperations } from '../../../shared/contract/generated/rooms.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import type { Repository } from '../repository/index.ts'

export type ReviewsHandlers = Handlers<typeof reviewsContract>

/** What the handlers work with. */
export interface Needs {
  probes: Pick<ReviewsHandlers, 'getHealth' | 'getReadiness'>
  repository: Repository
  bookings: Client<BookingsOperations>
  rooms: Client<RoomsOperations>
}
