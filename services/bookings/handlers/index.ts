import { bookingHandlers } from './bookings.ts'
import { calendarHandlers } from './calendar.ts'
import { decisionHandlers } from './decisions.ts'
import type { BookingsHandlers, Needs } from './needs.ts'
import { reportHandlers } from './reports.ts'
import { seriesHandlers } from './series.ts'
import { seriesDecisionHandlers } from './series-decisions.ts'
import { statisticsHandlers } from './statistics.ts'

/** One method for each operation of the bookings contract. */
export function bookingsHandlers (needs: Needs): BookingsHandlers {
  return {
    ...needs.probes,
    ...bookingHandlers(needs),
    ...decisionHandlers(needs),
    ...seriesHandlers(needs),
    ...seriesDecisionHandlers(needs),
    ...statisticsHandlers(needs),
    ...reportHandlers(needs),
    ...calendarHandlers(needs)
  }
}
