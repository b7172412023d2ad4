import { setTimeout as delay } from 'node:timers/promises'
import { createClient, RemoteError, type Client } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import type { Service } from '../system/databases.ts'

export interface Clients {
  users: Client<UsersOperations>
  rooms: Client<RoomsOperations>
  bookings: Client<BookingsOperations>
  reviews: Client<ReviewsOperations>
}

const deadlineMilliseconds = 10_000

/**
 * Clients of the four services, which wait where a rate limit asks them to: whoever starts a system with a low one, to see it at work, gets
 * the demo data all the same.
 *
 * @param log is told when they begin to wait
 */
export function connect (urls: Record<Service, string>, log: (line: string) => void = () => {}): Clients {
  let isTold = false
  const wait = async (seconds: number): Promise<void> => {
    if (!isTold) log('The demo data take longer than usual: the rate limit is low.')
    isTold = true
    await delay(seconds * 1000)
  }
  return {
    users: patient(createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: urls.users, deadlineMilliseconds }), wait),
    rooms: patient(createClient<RoomsOperations>(roomsContract, { service: 'rooms', baseUrl: urls.rooms, deadlineMilliseconds }), wait),
    bookings: patient(createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: urls.bookings, deadlineMilliseconds }), wait),
    reviews: patient(createClient<ReviewsOperations>(reviewsContract, { service: 'reviews', baseUrl: urls.reviews, deadlineMilliseconds }), wait)
  }
}

/** The same client, which calls again after waiting for as long as the answer to too many calls says. */
function patient<Operations> (client: Client<Operations>, wait: (seconds: number) => Promise<void>): Client<Operations> {
  type Method = (...parameters: unknown[]) => Promise<unknown>
  const waiting = (call: Method): Method => async (...parameters) => {
    for (;;) {
      try {
        return await call(...parameters)
      } catch (error) {
        if (!isRefused(error, 'request.rate_limited')) throw error
        await wait(error.retryAfterSeconds ?? 1)
      }
    }
  }
  return Object.fromEntries(Object.entries<Method>(client as unknown as Record<string, Method>).map(([name, call]) => [name, name === 'circuit' ? call : waiting(call)])) as unknown as Client<Operations>
}

/** Whether it is a refusal with one of these codes. */
export function isRefused (error: unknown, ...codes: string[]): error is RemoteError {
  return error instanceof RemoteError && codes.includes(error.code)
}
