import type { roomsContract } from '../../../shared/contract/generated/rooms.operations.ts'
import type { Caller } from '../../../shared/contract/contract.ts'
import type { CallContext } from '../../../shared/contract/client.ts'
import type { Context, Handlers } from '../../../shared/contract/implement.ts'
import type { Bookings } from '../bookings.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Repository } from '../repository/index.ts'
import type { Origin } from '../repository/origin.ts'

export type RoomsHandlers = Handlers<typeof roomsContract>

/** What the handlers work with. */
export interface Needs {
  probes: Pick<RoomsHandlers, 'getHealth' | 'getReadiness'>
  repository: Repository
  catalogue: Catalogue
  bookings: Bookings
}

/** Who makes the change that a request asks for. */
export function originOf ({ caller, correlationId, attempt }: Pick<Context, 'correlationId' | 'attempt'> & { caller: Caller }): Origin & { actorId: string } {
  return { actorId: caller.id, correlationId, attempt }
}

/** On whose behalf other services are asked. */
export function onBehalfOf ({ caller, correlationId }: { caller: Caller, correlationId: string }): CallContext {
  return { token: caller.token, correlationId }
}
