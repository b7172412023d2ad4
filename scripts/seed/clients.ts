import { setTimeout as delay } from 'node:timers/promises'
import { BrokenCircuitError } from 'cockatiel'
import { createClient, RemoteError, UnreachableError, type Client } from '../../shared/contract/client.ts'
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

const deadlineMilliseconds = 60_000 // longer than a service takes to refuse, on a slow machine too

/** The codes of refusals that changed nothing and say when to try again. */
const temporaryRefusals = ['request.rate_limited', 'dependency.unavailable', 'overloaded']
/** How often a call is tried again while a dependency is down; a rate limit is waited for as long as it takes. */
const maxOutageRetries = 60

/**
 * Clients of the four services that wait and try again when a service says so: with a low rate limit or on a slow machine, the demo data
 * take longer, and are complete all the same.
 *
 * @param log gets a line when they begin to wait
 */
export function connect (urls: Record<Service, string>, log: (line: string) => void = () => {}): Clients {
  let isTold = false
  const wait = async (seconds: number, reason: string): Promise<void> => {
    if (!isTold) log(`The demo data take longer than usual: ${reason}`)
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

/** The same client, which tries a call again after a temporary refusal, when the refusal says. */
function patient<Operations> (client: Client<Operations>, wait: (seconds: number, reason: string) => Promise<void>): Client<Operations> {
  type Method = (...parameters: unknown[]) => Promise<unknown>
  const waiting = (call: Method): Method => async (...parameters) => {
    for (let outages = 0; ;) {
      try {
        return await call(...parameters)
      } catch (error) {
        if (!isTemporary(error)) throw error
        if (!isRefused(error, 'request.rate_limited') && ++outages > maxOutageRetries) throw error
        await wait(error instanceof RemoteError ? error.retryAfterSeconds ?? 1 : 1, error.message)
      }
    }
  }
  return Object.fromEntries(Object.entries<Method>(client as unknown as Record<string, Method>).map(([name, call]) => [name, name === 'circuit' ? call : waiting(call)])) as unknown as Client<Operations>
}

/** Whether a call changed nothing and may succeed later. After several refusals the client itself does not call for some seconds. */
function isTemporary (error: unknown): error is RemoteError | UnreachableError {
  return isRefused(error, ...temporaryRefusals) || (error instanceof UnreachableError && error.cause instanceof BrokenCircuitError)
}

/** Whether it is a refusal with one of these codes. */
export function isRefused (error: unknown, ...codes: string[]): error is RemoteError {
  return error instanceof RemoteError && codes.includes(error.code)
}
