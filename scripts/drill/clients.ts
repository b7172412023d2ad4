import { Pool } from 'undici'
import { errorOf, RemoteError, UnreachableError, urlOf, type AnswerStream, type AnyInput, type CallContext, type Client } from '../../shared/contract/client.ts'
import type { Contract, Operation } from '../../shared/contract/contract.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract, type ReviewsOperations } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract, type RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import type { Service } from '../system/databases.ts'
import type { Measurements } from './measurements.ts'

/** No request may take longer, whatever is down: ten seconds, and a few for a machine that has much else to do. */
export const deadlineMilliseconds = 15_000

export const contracts: Record<Service, Contract> = { users: usersContract, rooms: roomsContract, bookings: bookingsContract, reviews: reviewsContract }

/** A client that reads every answer to its end: one that breaks off is none. What others get as a stream is a text here. */
type MeasuredClient<Operations> = { [Id in keyof Client<Operations>]: Client<Operations>[Id] extends (...given: infer Given) => Promise<AnswerStream> ? (...given: Given) => Promise<string> : Client<Operations>[Id] }

export interface Clients {
  users: MeasuredClient<UsersOperations>
  rooms: MeasuredClient<RoomsOperations>
  bookings: MeasuredClient<BookingsOperations>
  reviews: MeasuredClient<ReviewsOperations>
}

/** Clients of all services. */
export function measuredClients (urls: Record<Service, string>, measurements: Measurements): Clients {
  return {
    users: measuredClient<UsersOperations>('users', urls.users, measurements),
    rooms: measuredClient<RoomsOperations>('rooms', urls.rooms, measurements),
    bookings: measuredClient<BookingsOperations>('bookings', urls.bookings, measurements),
    reviews: measuredClient<ReviewsOperations>('reviews', urls.reviews, measurements)
  }
}

/** A client that sends each request once and measures it: without retries and breakers, which would hide what is to be seen. */
function measuredClient<Operations> (service: Service, url: string, measurements: Measurements): MeasuredClient<Operations> {
  const pool = new Pool(url, { connections: 64 })
  const call = async (operation: Operation, input: AnyInput = {}, { token }: CallContext = {}): Promise<unknown> => {
    const { phase } = measurements
    const since = performance.now()
    const done = (outcome: number | 'unreachable' | 'hung'): void => {
      measurements.add({ phase, operation: `${service}.${operation.operationId}`, outcome, milliseconds: performance.now() - since })
    }
    let status: number
    let text: string
    try {
      const answer = await pool.request({
        method: operation.method,
        path: urlOf(operation, input),
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(input.body !== undefined && { 'content-type': 'application/json' }),
          ...input.headers as Record<string, string>
        },
        body: input.body === undefined ? null : JSON.stringify(input.body),
        signal: AbortSignal.timeout(deadlineMilliseconds)
      })
      status = answer.statusCode
      text = await answer.body.text()
    } catch (error) {
      done((error as Error).name === 'TimeoutError' ? 'hung' : 'unreachable')
      throw new UnreachableError(service, operation.operationId, error)
    }
    done(status)
    if (status >= 300) throw new RemoteError(service, operation.operationId, status, errorOf(text))
    return text !== '' && operation.responses[status]?.schema ? JSON.parse(text) : text
  }
  const methods = Object.fromEntries(Object.values(contracts[service]).map(operation =>
    [operation.operationId, async (input?: AnyInput, context?: CallContext) => await call(operation, input, context)]))
  return { ...methods, close: async () => { await pool.close() } } as MeasuredClient<Operations>
}
