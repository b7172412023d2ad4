import type { Client } from '../../../shared/contract/client.ts'
import type { BookingsOperations } from '../../../shared/contract/generated/bookings.operations.ts'
import type { reviewsContract } from '../../../shared/contract/generated/reviews.operations.ts'
import type { RoomsOperations } from '../../../shared/contract/generated/rooms.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import type { ReviewsRepository } from '../repository/index.ts'

/** What the handlers work with. */
export interface Needs {
  probes: Pick<Handlers<typeof reviewsContract>, 'getHealth' | 'getReadiness'>
  repository: ReviewsRepository
  bookings: Client<BookingsOperations>
  rooms: Client<RoomsOperations>
}

/** Some of the handlers of the reviews contract. */
export type Some<Id extends keyof typeof reviewsContract> = Pick<Handlers<typeof reviewsContract>, Id>
