import type { BookingSeriesOutcome } from '../../../shared/contract/generated/bookings.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { undecidedOf, type Decision } from '../domain/series-decision.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

type Operations = Pick<BookingsHandlers, 'approveBookingSeries' | 'rejectBookingSeries'>
type Context = Pick<Parameters<Operations['approveBookingSeries']>[1], 'caller' | 'correlationId'>

/** Decisions on all bookings of a series that wait for one. */
export function seriesDecisionHandlers ({ repository }: Pick<Needs, 'repository'>): Operations {
  async function decide (seriesId: string, status: Decision, reason: string | null, ifMatch: string | undefined, { caller, correlationId }: Context): Promise<BookingSeriesOutcome> {
    return await repository.seriesDecisions.decide(seriesId, (series, occurrences, now) => {
      const bookings = undecidedOf(occurrences, status, now)
      // What is in effect already is a success, whatever version is known.
      if (bookings.length > 0) assertCurrent(ifMatch, series.version)
      return { status, reason, bookings }
    }, { actorId: caller.id, correlationId })
  }

  return {
    async approveBookingSeries ({ params: { seriesId }, headers, body: { reason = null } }, context) {
      return await decide(seriesId, 'confirmed', reason, headers['if-match'], context)
    },

    async rejectBookingSeries ({ params: { seriesId }, headers, body: { reason = null } }, context) {
      return await decide(seriesId, 'rejected', reason, headers['if-match'], context)
    }
  }
}
